import type { ReactNode } from "react";
import type { ApiProblem } from "../../api.ts";
import { useMessages } from "../../language.ts";
import { Button } from "../../ui/controls.tsx";

/** What went wrong in the server's own words, its number for the log, and a way to try again. */
export function Trouble({ error, again }: { error: ApiProblem; again?(): void }): ReactNode {
  const t = useMessages();
  return (
    <div className="trouble" role="alert">
      <p>{error.isSilence ? t("trouble.silence") : t("trouble.title")}</p>
      {!error.isSilence && <p className="small">{error.message}</p>}
      {error.requestId && <p className="small">{t("trouble.request", { id: error.requestId })}</p>}
      {again && <Button onClick={again}>{t("trouble.again")}</Button>}
    </div>
  );
}
