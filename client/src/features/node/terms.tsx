import { type ReactNode, useState } from "react";
import type { NodeDetail } from "../../api.ts";
import { centre } from "../../explore.ts";
import { nameOf } from "../../graph/name.ts";
import { date, useMessages } from "../../language.ts";
import { library, useSession } from "../../session.ts";

type Term = NonNullable<NodeDetail["terms"]>[number];

const few = 5;
const roles = ["head_of_state", "head_of_government", "foreign_minister", "defence_minister", "member"] as const;

/** Offices and memberships with their days, from both ends; they are known beforehand, and no claim of any article. */
export function Terms({ terms }: { terms: readonly Term[] }): ReactNode {
  const t = useMessages();
  const [all, setAll] = useState(false);
  if (terms.length === 0) return null;
  return (
    <section className="block">
      <h3>{t("node.terms")}</h3>
      <ul className="terms">
        {(all ? terms : terms.slice(0, few)).map((term) => (
          <li key={`${term.side} ${term.role} ${term.node.id} ${term.from} ${term.to}`}>
            <Name node={term.node} />
            <span className="small">{[role(term.role, t), days(term, t)].filter(Boolean).join(" · ")}</span>
          </li>
        ))}
      </ul>
      {terms.length > few && (
        <button type="button" className="text-button" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t("node.fewerTerms") : t("node.allTerms", { count: terms.length })}
        </button>
      )}
      <p className="small">{t("node.termsSource")}</p>
    </section>
  );
}

/** Who is in the graph can be gone to. */
function Name({ node }: { node: Term["node"] }): ReactNode {
  const names = useSession((session) => session.view.names);
  const lang = node.names[names] ? names : "en";
  if (!library.nodes.has(node.id)) return <bdi lang={lang}>{nameOf(node.names, names)}</bdi>;
  return (
    <button type="button" className="text-button" onClick={() => void centre([node.id])}>
      <bdi lang={lang}>{nameOf(node.names, names)}</bdi>
    </button>
  );
}

function role(name: string, t: ReturnType<typeof useMessages>): string {
  const known = roles.find((each) => each === name);
  return known ? t(`role.${known}`) : t("role.office");
}

function days({ from, to }: Term, t: ReturnType<typeof useMessages>): string {
  if (from && to) return t("chips.between", { from: date(from), to: date(to) });
  if (from) return t("chips.since", { from: date(from) });
  return to ? t("chips.until", { to: date(to) }) : "";
}
