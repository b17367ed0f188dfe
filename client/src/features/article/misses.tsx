import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import type { Miss } from "../../../../model/miss.ts";
import { type ApiProblem, api } from "../../api.ts";
import { useMessages } from "../../language.ts";
import { Skeleton } from "../../ui/controls.tsx";
import { edgeLabel } from "../../ui/names.tsx";
import { Trouble } from "../notices/trouble.tsx";

/** The sentences that nearly made a tie, each with what was missing; the article is read again when somebody asks. */
export function Misses({ id, lang }: { id: string; lang: string }): ReactNode {
  const t = useMessages();
  const [isOpen, setOpen] = useState(false);
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ["misses", id],
    queryFn: ({ signal }) => api.misses(id, signal),
    enabled: isOpen,
  });
  return (
    <details className="why misses" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t("misses.title")}</summary>
      {error && <Trouble error={error as ApiProblem} again={() => void refetch()} />}
      {isOpen && isPending && !error && <Skeleton lines={3} />}
      {data?.misses.length === 0 && <p className="small">{t("misses.none")}</p>}
      <ol>
        {data?.misses.map(({ sentence, reasons }) => (
          <li key={sentence}>
            <q lang={lang} dir="auto">
              {sentence}
            </q>
            <ul>
              {reasons.map((reason) => (
                <li key={`${reason.type} ${reason.cue} ${reason.why}`}>
                  <Told reason={reason} lang={lang} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </details>
  );
}

function Told({ reason: { type, kind, cue, words = "", why }, lang }: { reason: Miss; lang: string }): ReactNode {
  const t = useMessages();
  return (
    <>
      {cue && <bdi lang={lang}>“{cue}”</bdi>} {type && edgeLabel(type)}:{" "}
      {kind === "other" ? <span lang="en">{why}</span> : t(`misses.${kind}`, { words })}
    </>
  );
}
