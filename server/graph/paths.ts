import type { z } from "zod";
import { CypherPath, type Paths } from "../../model/api.ts";
import type { NodeId } from "../../model/stages.ts";
import type { GraphStore } from "../store/store.ts";
import { type EdgeFilter, typePattern } from "./filter.ts";
import { edgeView, nodeView } from "./views.ts";

export interface PathOptions extends Pick<EdgeFilter, "types"> {
  /** Paths at most; 10 when absent. */
  limit?: number;
  /** Edges of a path at most, 1…6; 4 when absent. */
  hops?: number;
  /** Milliseconds. */
  timeout?: number;
  signal?: AbortSignal;
}

/**
 * The shortest ways from one node to another, whatever the direction of the edges; none when there is no way.
 *
 *     MATCH (a:Entity {id: $a}), (b:Entity {id: $b})
 *     MATCH p = allShortestPaths((a)-[:REFUSED|…*..4]-(b)) RETURN p LIMIT $limit
 */
export async function paths(
  store: GraphStore,
  a: NodeId,
  b: NodeId,
  options: PathOptions = {},
): Promise<z.infer<typeof Paths>> {
  const { limit = 10, hops = 4, timeout, signal } = options;
  if (a === b) return { paths: [], nodes: [], edges: [] };
  const most = Math.min(6, Math.max(1, Math.trunc(hops)));
  const cypher = `MATCH (a:Entity {id: $a}), (b:Entity {id: $b})
    MATCH p = allShortestPaths((a)-[:${typePattern(options)}*..${most}]-(b)) RETURN p LIMIT $limit`;
  const { rows } = await store.read(cypher, { a, b, limit }, { timeout, signal });
  const found = rows.map(({ p }) => CypherPath.parse(p));
  const nodes = new Map(found.flatMap((path) => path.nodes.map(nodeView)).map((node) => [node.id, node]));
  const edges = new Map(found.flatMap((path) => path.edges.map(edgeView)).map((edge) => [edge.id, edge]));
  const ways = found.map((path) => ({ nodes: path.nodes.map(({ id }) => id), edges: path.edges.map(({ id }) => id) }));
  return {
    paths: ways.sort((m, n) => (m.edges.join() < n.edges.join() ? -1 : 1)),
    nodes: [...nodes.values()],
    edges: [...edges.values()],
  };
}
