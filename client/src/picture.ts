import { useCallback, useMemo, useSyncExternalStore } from "react";
import { create } from "zustand";
import type { Appearance } from "./graph/appearance.ts";
import { filtered, type Seen, type Table, table } from "./graph/filter.ts";
import { bureau } from "./graph/layout/bureau.ts";
import type { Plan } from "./graph/layout/layout.ts";
import { Outside } from "./graph/outside.ts";
import { joins } from "./graph/palette.ts";
import type { View } from "./graph/view.ts";
import { library, useSession } from "./session.ts";

/** What the present view shows, worked out once for all who ask. */
export function useSeen(): Seen {
  const view = useSession((session) => session.view);
  return seen(view, useLearnt());
}

/** Version of the library: who reads in it by themselves is drawn anew when more is learnt. */
export function useLearnt(): number {
  return useSyncExternalStore(library.subscribe, () => library.version);
}

let laid: (Pick<View, "nodes" | "hidden"> & { version: number; table: Table }) | undefined;
let last: { table: Table; filters: View["filters"]; seen: Seen } | undefined;

/** What does not change with the filters stays the same object, so that nobody counts its edges again. */
export function seen({ nodes, hidden, filters }: View, version = library.version): Seen {
  if (laid?.nodes !== nodes || laid.hidden !== hidden || laid.version !== version)
    laid = { nodes, hidden, version, table: table({ nodes, hidden }, library) };
  if (last?.table !== laid.table || last.filters !== filters)
    last = { table: laid.table, filters, seen: filtered(laid.table, filters, library) };
  return last.seen;
}

let counted: { edges: Seen["edges"]; ties: ReadonlyMap<string, number> } | undefined;

/** How many edges of the picture each node has. */
export function useTies(): ReadonlyMap<string, number> {
  const { edges } = useSeen();
  if (counted?.edges !== edges) {
    const ties = new Map<string, number>();
    for (const { from, to } of edges) for (const end of [from, to]) ties.set(end, (ties.get(end) ?? 0) + 1);
    counted = { edges, ties };
  }
  return counted.ties;
}

const outside = new Outside(library);

/** Tells how many edges of a node lead out of the picture. */
export function useMore(): (id: string) => number {
  const nodes = useSession((session) => session.view.nodes);
  const version = useLearnt();
  outside.follow(nodes);
  return useCallback((id) => outside.count(id), [nodes, version]);
}

interface Measures {
  /** How central, 0…1; for what was measured last. */
  scores: ReadonlyMap<string, number>;
  groups: ReadonlyMap<string, number>;
}

const none: ReadonlyMap<string, number> = new Map();

export const useMeasures = create<Measures>(() => ({ scores: none, groups: none }));

/** What the size of a node and the colour around it say, on the canvas and in every picture of it. */
export function useLook(): Pick<Appearance, "weight" | "group"> {
  const { nodes } = useSeen();
  const sizeBy = useSession((session) => session.view.sizeBy);
  const { scores, groups } = useMeasures();
  const most = useMemo(
    () => nodes.reduce((least, id) => Math.max(least, library.nodes.get(id)?.degree ?? 0), 1),
    [nodes],
  );
  // The same object while it says the same: another makes the canvas work everything out anew.
  return useMemo(() => {
    const measured = sizeBy === "betweenness" || sizeBy === "pagerank";
    return {
      weight(node) {
        if (sizeBy === "same") return 0.35;
        return measured ? Math.sqrt(scores.get(node.id) ?? 0) : Math.log2(1 + node.degree) / Math.log2(1 + most);
      },
      group: (id) => groups.get(id),
    };
  }, [most, sizeBy, scores, groups]);
}

/** Has the worker measure the picture whenever the view wants another measure, or the picture changed. */
export function followMeasures(): () => void {
  let asked = "";
  const measure = async (): Promise<void> => {
    const { view } = useSession.getState();
    const picture = seen(view);
    const key = [view.sizeBy, view.groupBy, picture.nodes.length, picture.edges.length, library.version].join(" ");
    if (key === asked) return;
    asked = key;
    const plan = (): Plan => ({
      points: picture.nodes.map((id) => ({ id, size: 1 })),
      lines: picture.edges.map(({ from, to, sources }) => [from, to, Math.max(1, sources)] as const),
      aspect: 1,
    });
    const scores =
      view.sizeBy === "betweenness" || view.sizeBy === "pagerank" ? await bureau.measure(view.sizeBy, plan()) : none;
    const groups =
      view.groupBy === "community" ? await bureau.communities(plan()) : view.groupBy === "bloc" ? blocs(picture) : none;
    if (key === asked) useMeasures.setState({ scores, groups });
  };
  return useSession.subscribe((now, before) => {
    if (now.view !== before.view) void measure();
  });
}

/** Members of the same organization, the largest first; a node in several counts with the largest. */
export function blocs({ nodes, edges }: Pick<Seen, "nodes" | "edges">): Map<string, number> {
  const members = new Map<string, string[]>();
  for (const { type, from, to } of edges) if (joins(type)) members.set(to, [...(members.get(to) ?? []), from]);
  const order = [...members].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
  const groups = new Map<string, number>();
  for (const [index, [bloc, list]] of order.entries())
    for (const id of [bloc, ...list]) if (!groups.has(id) && nodes.includes(id)) groups.set(id, index);
  return groups;
}
