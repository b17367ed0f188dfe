import type { Seen } from "../../graph/filter.ts";
import { library } from "../../session.ts";

/** What a processor draws in the time that somebody waits for. */
export const softwareLimit = { nodes: 300, edges: 1500 };

/**
 * Without a graphics card only the best connected nodes and the strongest edges are drawn, and whatever is chosen; the
 * table has them all.
 */
export function lightened(picture: Seen, chosen?: string): Pick<Seen, "nodes" | "edges"> {
  return strong(connected(picture), chosen);
}

function connected(picture: Pick<Seen, "nodes" | "edges">): Pick<Seen, "nodes" | "edges"> {
  if (picture.nodes.length <= softwareLimit.nodes) return picture;
  const degree = (id: string): number => library.nodes.get(id)?.degree ?? 0;
  const order = picture.nodes.toSorted((a, b) => degree(b) - degree(a) || (a < b ? -1 : 1));
  const nodes = order.slice(0, softwareLimit.nodes);
  const kept = new Set(nodes);
  return { nodes, edges: picture.edges.filter(({ from, to }) => kept.has(from) && kept.has(to)) };
}

function strong({ nodes, edges }: Pick<Seen, "nodes" | "edges">, chosen?: string): Pick<Seen, "nodes" | "edges"> {
  if (edges.length <= softwareLimit.edges) return { nodes, edges };
  const order = edges.toSorted((a, b) => b.sources - a.sources || b.claims - a.claims || (a.id < b.id ? -1 : 1));
  const drawn = order.slice(0, softwareLimit.edges);
  const own = order.slice(softwareLimit.edges).filter(({ id }) => id === chosen);
  return { nodes, edges: [...drawn, ...own] };
}
