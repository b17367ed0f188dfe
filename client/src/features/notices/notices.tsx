import { X } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import type { ApiProblem } from "../../api.ts";
import { useMessages } from "../../language.ts";
import { useSession } from "../../session.ts";
import { Button, IconButton } from "../../ui/controls.tsx";
import { useReasons } from "./reasons.ts";

/** What is under way, what went wrong, what was done: over the picture, which stays as it was. */
export function Notices(): ReactNode {
  return (
    <div className="notices">
      <Waiting />
      <Problem />
      <Notice />
      <Unknown />
    </div>
  );
}

/** Silent at first: most answers come before anyone would want to stop them. */
function Waiting(): ReactNode {
  const t = useMessages();
  const waiting = useSession((session) => session.waiting);
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    setSlow(false);
    if (!waiting) return;
    const timer = setTimeout(() => setSlow(true), 1000);
    return () => clearTimeout(timer);
  }, [waiting]);
  return (
    <div role="status">
      {waiting && slow && (
        <p className="notice">
          <span className="pulse" /> {t("notice.waiting")}
          <Button onClick={waiting.cancel}>{t("notice.cancel")}</Button>
        </p>
      )}
    </div>
  );
}

interface Failure {
  error: ApiProblem;
  again(): void;
}

function Problem(): ReactNode {
  const problem = useSession((session) => session.problem);
  const isEmpty = useSession((session) => Object.keys(session.view.nodes).length === 0);
  useReturn(problem);
  return problem && !isEmpty ? <Failed {...problem} /> : null;
}

function Failed({ error, again }: Failure): ReactNode {
  const t = useMessages();
  const say = useReasons();
  return (
    <div className="notice bad" role="alert">
      <p>
        {say.of(error)} <span className="small">{t("trouble.kept")}</span>
        {!error.isSilence && (
          <span className="small notice-told" lang="en">
            {error.message}
          </span>
        )}
      </p>
      <Button onClick={again}>{t("trouble.again")}</Button>
      <IconButton label={t("panel.close")} onClick={() => useSession.setState({ problem: undefined })}>
        <X size={16} aria-hidden="true" />
      </IconButton>
    </div>
  );
}

/** While the server is silent, listens for it, and tries again by itself when it is back. */
function useReturn(problem: Failure | undefined): void {
  useEffect(() => {
    if (!problem?.error.isSilence) return;
    const timer = setInterval(async () => {
      const answer = await fetch("/api/health").catch(() => undefined);
      if (answer?.ok) problem.again();
    }, 4000);
    return () => clearInterval(timer);
  }, [problem]);
}

function Notice(): ReactNode {
  const t = useMessages();
  const notice = useSession((session) => session.notice);
  const say = useSession((session) => session.say);
  useEffect(() => {
    if (!notice) return;
    const timer = setTimeout(() => say(undefined), 6000);
    return () => clearTimeout(timer);
  }, [notice, say]);
  return <div role="status">{notice && <p className="notice">{t(notice.key, notice.values)}</p>}</div>;
}

function Unknown(): ReactNode {
  const t = useMessages();
  const unknown = useSession((session) => session.unknown);
  if (unknown.length === 0) return null;
  return (
    <p className="notice" role="status">
      {t("notice.unknown", { count: unknown.length })}
      <IconButton label={t("panel.close")} onClick={() => useSession.setState({ unknown: [] })}>
        <X size={16} aria-hidden="true" />
      </IconButton>
    </p>
  );
}
