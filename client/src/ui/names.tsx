import type { ReactNode } from "react";
import type { NodeView } from "../../../model/api.ts";
import { edgeEntries, nodeEntries } from "../graph/palette.ts";
import { language } from "../language.ts";
import { useSession } from "../session.ts";

/** A node's name in the language chosen for names, marked with the language it really is in. */
export function NodeName({ node, className }: { node: Pick<NodeView, "names">; className?: string }): ReactNode {
  const wanted = useSession((session) => session.view.names);
  const found = node.names[wanted] === undefined ? "en" : wanted;
  return (
    <bdi lang={found} className={className}>
      {node.names[found] ?? ""}
    </bdi>
  );
}

/**
 * What a type is called in the language of the interface, by where it stands: in a sentence (`label`), by itself, or over
 * those it comes from. A type that is not in the vocabulary is called as it is.
 */
export function edgeLabel(type: string, where: "label" | "alone" | "inverse" = "alone"): string {
  return edgeEntries[type]?.[where][language()] ?? type;
}

export function nodeTypeLabel(type: string, count = 1): string {
  const entry = nodeEntries[type];
  return (count === 1 ? entry?.label : entry?.plural)?.[language()] ?? type;
}

/** The language of the nodes' names, and how to choose another: a step like any other. */
export function useNames(): [present: string, write: (code: string) => void] {
  const names = useSession((session) => session.view.names);
  const take = useSession((session) => session.take);
  const write = (code: string): void => {
    if (code !== names) take({ name: "names", about: [code] }, (view) => ({ ...view, names: code }));
  };
  return [names, write];
}
