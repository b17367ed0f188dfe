import { Fragment, type ReactNode } from "react";
import type { NodeView } from "../../../model/api.ts";
import { message, useMessages } from "../language.ts";
import { library } from "../session.ts";
import { edgeLabel, NodeName } from "./names.tsx";

export type Part = "from" | "label" | "to" | { text: string };

/** The parts of a sentence about a tie, in the order in which the interface's language puts them. */
export function tieParts(say: typeof message = message): Part[] {
  const signs = { from: "⟦1⟧", label: "⟦2⟧", to: "⟦3⟧" };
  return say("tie.words", signs)
    .split(/(⟦[123]⟧)/)
    .flatMap((text): Part[] => {
      const name = (["from", "label", "to"] as const).find((each) => signs[each] === text);
      return name ? [name] : text === "" ? [] : [{ text }];
    });
}

type Named = Pick<NodeView, "names">;

interface TieWordsProps {
  /** An end: a node, or the id of one. */
  from: string | Named;
  type: string;
  to: string | Named;
  /** In place of what the type is called. */
  label?: string;
}

/** Who does what to whom, in words. */
export function TieWords({ from, type, to, label }: TieWordsProps): ReactNode {
  const t = useMessages();
  const name = (end: string | Named): ReactNode => {
    const node = typeof end === "string" ? library.nodes.get(end) : end;
    return node ? <NodeName node={node} /> : <bdi>{String(end)}</bdi>;
  };
  return tieParts(t).map((part, index) => (
    <Fragment key={index}>
      {part === "from" ? (
        name(from)
      ) : part === "to" ? (
        name(to)
      ) : part === "label" ? (
        <em>{label ?? edgeLabel(type, "label")}</em>
      ) : (
        part.text
      )}
    </Fragment>
  ));
}
