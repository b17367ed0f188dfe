import { Fragment, type ReactNode } from "react";
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

/** Who does what to whom, in words. */
export function TieWords({ from, type, to }: { from: string; type: string; to: string }): ReactNode {
  const t = useMessages();
  const name = (id: string): ReactNode => {
    const node = library.nodes.get(id);
    return node ? <NodeName node={node} /> : <bdi>{id}</bdi>;
  };
  return tieParts(t).map((part, index) => (
    <Fragment key={index}>
      {part === "from" ? (
        name(from)
      ) : part === "to" ? (
        name(to)
      ) : part === "label" ? (
        <em>{edgeLabel(type)}</em>
      ) : (
        part.text
      )}
    </Fragment>
  ));
}
