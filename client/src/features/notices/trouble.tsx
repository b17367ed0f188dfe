import type { ReactNode } from "react";
import type { ApiProblem } from "../../api.ts";
import { useMessages } from "../../language.ts";
import { Button } from "../../ui/controls.tsx";
import { useReasons } from "./reasons.ts";

/** What went wrong, the server's own sentence and number of it, and a way to try again. */
export function Trouble({ error, again }: { error: ApiProblem; again?(): void }): ReactNode {
  const t = useMessages();
  return (
    <div className="trouble" role="alert">
      <Told error={error} />
      {error.requestId && <p className="small">{t("trouble.request", { id: error.requestId })}</p>}
      {again && <Button onClick={again}>{t("trouble.again")}</Button>}
    </div>
  );
}

/** What went wrong in the reader's words, where, and what to write instead; below it what the server says itself. */
export function Told({ error }: { error: ApiProblem }): ReactNode {
  const say = useReasons();
  const { reason } = error;
  return (
    <>
      <p>
        {say.place(reason)}
        {say.of(error)}
      </p>
      {reason?.instead && (
        <p>
          {say.instead} <code>{reason.instead}</code>
        </p>
      )}
      {!error.isSilence && (
        <p className="small told-by-server" lang="en">
          {error.message}
        </p>
      )}
    </>
  );
}
