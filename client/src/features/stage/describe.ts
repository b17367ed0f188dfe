import type { Seen } from "../../graph/filter.ts";
import { nameOf } from "../../graph/name.ts";
import { type Key, list, type Values } from "../../language.ts";
import { library, useSession } from "../../session.ts";
import { edgeLabel, nodeTypeLabel } from "../../ui/names.tsx";

type Say = (key: Key, values?: Values) => string;

/** A node or an edge in one sentence, for the ear. */
export function describe(id: string, { edges }: Seen, t: Say): string {
  const { names } = useSession.getState().view;
  const edge = library.edges.get(id);
  const name = (node: string): string => nameOf(library.nodes.get(node)?.names ?? {}, names);
  if (edge) {
    return t("stage.edge", {
      from: name(edge.from),
      label: edgeLabel(edge.type, "label"),
      to: name(edge.to),
      stance: t(`stance.${edge.stance}`),
      claims: t("count.claims", { count: edge.claims }),
    });
  }
  const node = library.nodes.get(id);
  if (!node) return "";
  const counts = new Map<string, number>();
  const own = edges.filter(({ from, to }) => from === id || to === id);
  for (const { type } of own) counts.set(type, (counts.get(type) ?? 0) + 1);
  const kinds = [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([type, count]) => t("stage.kind", { count, label: edgeLabel(type) }));
  return t("stage.node", {
    name: name(id),
    type: nodeTypeLabel(node.type),
    ties: t("count.ties", { count: own.length }),
    kinds: kinds.length > 0 ? list(kinds.slice(0, 4)) : "",
  });
}
