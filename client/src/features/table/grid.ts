import type { EdgeView } from "../../../../model/api.ts";
import { edgeEntries } from "../../graph/palette.ts";

/** Who stands on both sides of the grid: the best tied, those of one group beside each other. */
export function axis(
  nodes: readonly string[],
  edges: readonly EdgeView[],
  groups: ReadonlyMap<string, number>,
): string[] {
  const ties = new Map<string, number>(nodes.map((id) => [id, 0]));
  for (const { from, to } of edges) for (const end of [from, to]) ties.set(end, (ties.get(end) ?? 0) + 1);
  const group = (id: string): number => groups.get(id) ?? Number.POSITIVE_INFINITY;
  const byTies = (a: string, b: string): number => (ties.get(b) ?? 0) - (ties.get(a) ?? 0) || (a < b ? -1 : 1);
  return nodes.toSorted((a, b) => (group(a) === group(b) ? byTies(a, b) : group(a) - group(b)));
}

/** The ties of each cell, `from to`, those with most sources first; a tie without direction stands in both its cells. */
export function cells(ids: readonly string[], edges: readonly EdgeView[]): Map<string, EdgeView[]> {
  const there = new Set(ids);
  const found = new Map<string, EdgeView[]>();
  for (const edge of edges.toSorted((a, b) => b.sources - a.sources || (a.id < b.id ? -1 : 1))) {
    const { from, to, type } = edge;
    if (!there.has(from) || !there.has(to)) continue;
    const places = edgeEntries[type]?.symmetric && from !== to ? [`${from} ${to}`, `${to} ${from}`] : [`${from} ${to}`];
    for (const place of places) found.set(place, [...(found.get(place) ?? []), edge]);
  }
  return found;
}
