import type { Subgraph } from "../../model/api.ts";
import { breath } from "./breath.ts";
import { loadAtlas } from "./graph/atlas/load.ts";
import * as command from "./graph/commands.ts";
import { bureau } from "./graph/layout/bureau.ts";
import type { Kind, Plan } from "./graph/layout/layout.ts";
import { rounded } from "./graph/view.ts";
import { seen } from "./picture.ts";
import { attempt, library, useSession } from "./session.ts";

/** Lays out what is seen; pinned nodes keep their places. */
export function arrange(kind: Kind): Promise<void> {
  return attempt(async (signal) => {
    await breath();
    const { view, take, fit } = useSession.getState();
    const picture = seen(view);
    const free = picture.nodes.filter((id) => !view.nodes[id]?.pinned);
    // On a ring nobody is pulled.
    const edges = kind === "circular" ? [] : picture.edges;
    const places = await bureau.layout(kind, plan(free, edges, kind === "force" ? undefined : {}));
    signal.throwIfAborted();
    take({ name: "layout", about: [kind] }, (now) => ({ ...command.move(now, places), layout: kind }));
    fit();
  });
}

/** Puts what lies somewhere in its place on the map, and the rest beside those it is tied to; pinned nodes stay. */
export function arrangeOnMap(): Promise<void> {
  return attempt(async (signal) => {
    const { at } = await loadAtlas();
    const { view, take, fit } = useSession.getState();
    const picture = seen(view);
    const grounded = new Map<string, { x: number; y: number }>();
    for (const id of picture.nodes) {
      const place = view.nodes[id]?.pinned ? view.nodes[id] : at(id);
      if (place) grounded.set(id, { x: rounded(place.x), y: rounded(place.y) });
    }
    const places = await bureau.settle(mapped(picture.nodes, picture.edges, grounded), "");
    const all = [...places, ...[...grounded].map(([id, place]) => ({ id, ...place }))];
    signal.throwIfAborted();
    take({ name: "layout", about: ["map"] }, (now) => ({ ...command.move(now, all), layout: "map" }));
    fit();
  });
}

/** Grounded nodes are fixed; the others have no place yet. */
function mapped(
  ids: readonly string[],
  edges: Subgraph["edges"],
  grounded: ReadonlyMap<string, { x: number; y: number }>,
): Plan {
  return {
    points: ids.map((id) => ({ id, size: 8, ...(grounded.has(id) ? { ...grounded.get(id), fixed: true } : {}) })),
    lines: edges.map(({ from, to, sources }) => [from, to, Math.max(1, sources)] as const),
    aspect: room(),
  };
}

/** Places given are kept; without them, the present ones are where the springs start. `told` may be in no library yet. */
export function plan(
  ids: readonly string[],
  edges: Subgraph["edges"],
  places?: Readonly<Record<string, { x: number; y: number }>>,
  told: Subgraph["nodes"] = [],
): Plan {
  const { nodes } = useSession.getState().view;
  const news = new Map(told.map((node) => [node.id, node]));
  return {
    points: ids.map((id) => {
      const node = news.get(id) ?? library.nodes.get(id);
      const at = places
        ? (places[id] ?? (node?.x !== undefined && node.y !== undefined ? node : undefined))
        : nodes[id];
      const fixed = places?.[id] !== undefined;
      return { id, size: 8, ...(at ? { x: at.x!, y: at.y!, fixed } : {}) };
    }),
    lines: edges.map(({ from, to, sources }) => [from, to, 1 + Math.log2(Math.max(1, sources))] as const),
    aspect: room(),
  };
}

/** Width over height of what the panel and the legend leave free. */
function room(): number {
  if (innerWidth < 760) return innerWidth / (innerHeight * 0.7);
  const panel = Math.min(480, Math.max(340, innerWidth * 0.31));
  return Math.max(0.6, (innerWidth - panel - 248 - 150) / (innerHeight - 230));
}
