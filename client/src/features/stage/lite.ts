import type { Seen } from "../../graph/filter.ts";
import { library } from "../../session.ts";

export const softwareLimit = 300;

/** Without a graphics card only the best connected nodes are drawn; the table has them all. */
export function lightened(picture: Seen): Pick<Seen, "nodes" | "edges"> {
  if (picture.nodes.length <= softwareLimit) return picture;
  const degree = (id: string): number => library.nodes.get(id)?.degree ?? 0;
  const nodes = picture.nodes.toSorted((a, b) => degree(b) - degree(a) || (a < b ? -1 : 1)).slice(0, softwareLimit);
  const kept = new Set(nodes);
  return { nodes, edges: picture.edges.filter(({ from, to }) => kept.has(from) && kept.has(to)) };
}
