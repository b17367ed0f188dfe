import type { ReactNode } from "react";
import type { ApiProblem } from "../../api.ts";
import { useMessages } from "../../language.ts";
import { Button } from "../../ui/controls.tsx";
import { wordsOf } from "./words.ts";

/** What went wrong, the server's own sentence and number of it, and a way to try again. */
export function Trouble({ error, again }: { error: ApiProblem; again?(): void }): ReactNode {
  const t = useMessages();
  return (
    <div className="trouble" role="alert">
      <p>{t(wordsOf(error))}</p>
      {!error.isSilence && (
        <p className="small" lang="en">
          {error.message}
        </p>
      )}
      {error.requestId && <p className="small">{t("trouble.request", { id: error.requestId })}</p>}
      {again && <Button onClick={again}>{t("trouble.again")}</Button>}
    </div>
  );
}
