import type { EdgeView, Subgraph } from "../../model/api.ts";
import type { NodeId } from "../../model/stages.ts";
import { edgeTypes, vocabulary } from "../../model/vocabulary.ts";
import type { GraphStore } from "../store/store.ts";
import { type EdgeFilter, edgeCondition, typePattern } from "./filter.ts";
import { drawn, neighbours, nodesById } from "./neighbours.ts";
import { remembered } from "./remembered.ts";
import { asEdge, edgeView } from "./views.ts";

export interface SubgraphOptions extends EdgeFilter {
  /** Nodes at most; 60 when absent. */
  limit?: number;
  /** The nodes named, and none around them. */
  only?: boolean;
}

/**
 * Some nodes, their strongest neighbours, and every edge among all of these. Without a centre it starts from both ends of
 * the busiest tie. Ids that are not in the graph are left out; an empty graph gives an empty view.
 *
 *     MATCH (n:Entity)-[r:REFUSED|…]->(m:Entity) WHERE n.id IN $ids AND m.id IN $ids RETURN r
 */
export async function subgraph(
  store: GraphStore,
  centre: NodeId[] = [],
  options: SubgraphOptions = {},
): Promise<Subgraph> {
  const { limit = 60, only = false } = options;
  const start = centre.length > 0 ? centre : await busiestEnds(store);
  const centres = (await nodesById(store, start)).slice(0, limit);
  const each = centres.length > 0 && !only ? Math.ceil((limit - centres.length) / centres.length) : 0;
  const ids = centres.map(({ view }) => view.id);
  const around = each > 0 ? await Promise.all(ids.map((id) => neighbours(store, id, { ...options, limit: each }))) : [];
  const chosen = [...new Set([...ids, ...around.flatMap((one) => one?.nodes ?? []).map(({ id }) => id)])];
  const nodes = await nodesById(store, chosen.slice(0, limit));
  return {
    ...drawn(
      nodes,
      await edgesAmong(
        store,
        nodes.map(({ view }) => view.id),
        options,
      ),
      options,
    ),
    centre: ids,
  };
}

/** Every edge that passes the filter and has both ends among these nodes. */
export async function edgesAmong(store: GraphStore, ids: NodeId[], filter: EdgeFilter = {}): Promise<EdgeView[]> {
  if (ids.length < 2) return [];
  const { condition, params } = edgeCondition(filter);
  const cypher = `MATCH (n:Entity)-[r:${typePattern(filter)}]->(m:Entity) WHERE n.id IN $ids AND m.id IN $ids${condition}
    RETURN r ORDER BY r.sources DESC, r.claims DESC, r.id`;
  return (await store.read(cypher, { ...params, ids })).rows.map(({ r }) => edgeView(asEdge(r)));
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
