import type { EdgeView, Subgraph } from "../../model/api.ts";
import type { NodeId } from "../../model/stages.ts";
import { edgeTypes, vocabulary } from "../../model/vocabulary.ts";
import type { GraphStore } from "../store/store.ts";
import { type EdgeFilter, edgeCondition, typePattern } from "./filter.ts";
import { drawn, nodesById, strongest } from "./neighbours.ts";
import { remembered } from "./remembered.ts";
import { asEdge, edgeColumns, edgeRow, edgeView } from "./views.ts";

export interface SubgraphOptions extends EdgeFilter {
  /** Nodes at most; 60 when absent. */
  limit?: number;
  /** Edges at most, the strongest; all when absent. Each neighbour keeps the edge that it was chosen for. */
  most?: number;
  /** The nodes named, and none around them. */
  only?: boolean;
}

/**
 * Some nodes, their strongest neighbours, and every edge among all of these. Without a centre it starts from both ends of
 * the busiest tie. Ids that are not in the graph are left out; an empty graph gives an empty view.
 *
 *     MATCH (n:Entity {id: $id})-[r:REFUSED|…]-(m:Entity) … RETURN r
 *     MATCH (n:Entity)-[r:REFUSED|…]->(m:Entity) WHERE n.id IN $ids AND m.id IN $ids RETURN n.id, m.id, r.claims, …
 */
export async function subgraph(
  store: GraphStore,
  centre: NodeId[] = [],
  options: SubgraphOptions = {},
): Promise<Subgraph> {
  const { limit = 60, only = false, most, ...filter } = options;
  const start = centre.length > 0 ? centre : await busiestEnds(store);
  const centres = (await nodesById(store, start)).slice(0, limit);
  const each = centres.length > 0 && !only ? Math.ceil((limit - centres.length) / centres.length) : 0;
  const ids = centres.map(({ view }) => view.id);
  const own =
    each > 0 ? await Promise.all(centres.map((one) => strongest(store, one, { ...filter, limit: each }))) : [];
  const ends = own.flat().flatMap(({ from, to }) => [from, to]);
  const chosen = [...new Set([...ids, ...ends])].slice(0, limit);
  const [nodes, found] = await Promise.all([
    each > 0 ? nodesById(store, chosen) : centres,
    edgesAmong(store, chosen, filter, most && most + 1),
  ]);
  const partial = most !== undefined && found.length > most;
  const edges = partial ? withOwn(found.slice(0, most), own.flat(), new Set(chosen)) : found;
  return { ...drawn(nodes, edges, filter), centre: ids, ...(partial ? { partial } : {}) };
}

/** However few edges are wanted, each neighbour is shown with the one that it was chosen for. */
function withOwn(found: EdgeView[], own: EdgeView[], chosen: ReadonlySet<string>): EdgeView[] {
  const edges = new Map(found.map((edge) => [edge.id, edge]));
  for (const edge of own) if (chosen.has(edge.from) && chosen.has(edge.to)) edges.set(edge.id, edge);
  return [...edges.values()];
}

/** More edges than a graph holds. */
const everything = 1_000_000_000;

/** Every edge that passes the filter and has both ends among these nodes, the strongest first; `most` of them. */
export async function edgesAmong(
  store: GraphStore,
  ids: NodeId[],
  filter: EdgeFilter = {},
  most = everything,
): Promise<EdgeView[]> {
  if (ids.length < 2) return [];
  const { condition, params } = edgeCondition(filter);
  const cypher = `MATCH (n:Entity)-[r:${typePattern(filter)}]->(m:Entity) WHERE n.id IN $ids AND m.id IN $ids${condition}
    RETURN ${edgeColumns} ORDER BY sources DESC, claims DESC, id LIMIT $most`;
  return (await store.read(cypher, { ...params, ids, most })).rows.map(edgeRow);
}

/**
 * The edge that most independent origins tell of, a core type before any other; undefined in an empty graph.
 * `MATCH (:Entity)-[r:ALLIED_WITH|…]->(:Entity) RETURN r ORDER BY r.sources DESC, r.claims DESC, r.id LIMIT 1`
 */
export function busiest(store: GraphStore): Promise<EdgeView | undefined> {
  return remembered(store, "busiest", async () => {
    const core = edgeTypes.filter((type) => vocabulary.edges[type].core);
    for (const types of [core, edgeTypes]) {
      const cypher = `MATCH (:Entity)-[r:${types.join("|")}]->(:Entity) RETURN r ORDER BY r.sources DESC, r.claims DESC, r.id LIMIT 1`;
      const [found] = (await store.read(cypher)).rows;
      if (found) return edgeView(asEdge(found.r));
    }
    return undefined;
  });
}

async function busiestEnds(store: GraphStore): Promise<NodeId[]> {
  const edge = await busiest(store);
  return edge ? [edge.from, edge.to] : [];
}
