import type { EdgeView, NodeView, Subgraph } from "../../model/api.ts";
import type { NodeId } from "../../model/stages.ts";
import type { GraphStore } from "../store/store.ts";
import { type EdgeFilter, edgeCondition, typePattern } from "./filter.ts";
import { remembered } from "./remembered.ts";
import { countTies } from "./ties.ts";
import { asEdge, asNode, edgeView, nodeView } from "./views.ts";

export interface NeighbourOptions extends EdgeFilter {
  /** Edges on a page; 50 when absent. */
  limit?: number;
  offset?: number;
}

/**
 * A page of a node's edges with the nodes at their other ends: those with most independent origins first.
 * `more` says for each node and type how many edges are not shown. Undefined when there is no such node.
 *
 *     MATCH (n:Entity {id: $id})-[r:REFUSED|…]-(m:Entity) WHERE n <> m
 *     WITH r, m ORDER BY r.sources DESC, r.claims DESC, r.id SKIP $offset LIMIT $limit RETURN r, m
 */
export async function neighbours(
  store: GraphStore,
  id: NodeId,
  options: NeighbourOptions = {},
): Promise<Subgraph | undefined> {
  const page = () => pageOf(store, id, options);
  // Sorting ten thousand edges for the first fifty takes tens of milliseconds; a hub is also what everybody opens.
  const known = hubs.get(store) ?? new Set();
  hubs.set(store, known);
  if (known.has(id)) return remembered(store, `neighbours ${id} ${JSON.stringify(options)}`, page);
  const found = await page();
  if ((found?.nodes[0]?.degree ?? 0) >= hub) known.add(id);
  return found;
}

/** Edges from which on a node is one. */
const hub = 500;
/** Nodes that were hubs when they were asked for. */
const hubs = new WeakMap<GraphStore, Set<NodeId>>();

async function pageOf(store: GraphStore, id: NodeId, options: NeighbourOptions): Promise<Subgraph | undefined> {
  const { limit = 50, offset = 0 } = options;
  const { condition, params } = edgeCondition(options);
  const cypher = `MATCH (n:Entity {id: $id})-[r:${typePattern(options)}]-(m:Entity) WHERE n <> m${condition}
    WITH r, m ORDER BY r.sources DESC, r.claims DESC, r.id SKIP $offset LIMIT $limit RETURN r, m`;
  const [[centre], { rows }] = await Promise.all([
    nodesById(store, [id]),
    store.read(cypher, { ...params, id, offset, limit }),
  ]);
  if (!centre) return undefined;
  const nodes = [centre, ...distinct(rows.map(({ m }) => stored(m)))];
  const edges = rows.map(({ r }) => edgeView(asEdge(r)));
  return { ...drawn(nodes, edges, options), centre: [id] };
}

/** A node's strongest edges, as many as `limit` says. */
export async function strongest(
  store: GraphStore,
  { view }: StoredNode,
  options: NeighbourOptions,
): Promise<EdgeView[]> {
  const { id, degree } = view;
  const { condition, params } = edgeCondition(options);
  const cypher = `MATCH (n:Entity {id: $id})-[r:${typePattern(options)}]-(m:Entity) WHERE n <> m${condition}
    WITH r, r.sources AS sources, r.claims AS claims, r.id AS edge
    ORDER BY sources DESC, claims DESC, edge LIMIT $limit RETURN r`;
  const work = async () => {
    const { rows } = await store.read(cypher, { ...params, id, limit: options.limit ?? 50 });
    return rows.map(({ r }) => edgeView(asEdge(r)));
  };
  return degree < hub ? work() : remembered(store, `strongest ${id} ${JSON.stringify(options)}`, work);
}

/** A node as the API shows it, with its ties as they are kept: a page has a thousand of them. */
export interface StoredNode {
  view: NodeView;
  ties: unknown;
}

export function stored(value: unknown): StoredNode {
  const node = asNode(value);
  return { view: nodeView(node), ties: node.properties.ties };
}

/** `MATCH (n:Entity) WHERE n.id IN $ids RETURN n`, in the order of `ids`; unknown ones are left out. */
export async function nodesById(store: GraphStore, ids: NodeId[]): Promise<StoredNode[]> {
  if (ids.length === 0) return [];
  const { rows } = await store.read("MATCH (n:Entity) WHERE n.id IN $ids RETURN n", { ids });
  const found = new Map(rows.map(({ n }) => stored(n)).map((node) => [node.view.id, node]));
  return [...new Set(ids)].map((id) => found.get(id)).filter((node) => node !== undefined);
}

/** Nodes and edges with what is not shown of them: a node's ties less its edges in the view. */
export function drawn(nodes: StoredNode[], edges: EdgeView[], { types }: EdgeFilter): Omit<Subgraph, "centre"> {
  const wanted = types?.length ? new Set<string>(types) : undefined;
  const counts = new Map(nodes.map(({ view, ties }) => [view.id, countTies(ties, wanted)]));
  for (const { type, from, to } of edges) {
    lessOne(counts.get(from), type);
    lessOne(counts.get(to), type);
  }
  const more: Subgraph["more"] = {};
  for (const [id, left] of counts) if (!isEmpty(left)) more[id] = left;
  return { nodes: nodes.map(({ view }) => view), edges, more };
}

/** One edge of a type less; a type of which none is left is told no more. */
function lessOne(counts: Record<string, number> | undefined, type: string): void {
  const count = counts?.[type];
  if (!counts || count === undefined) return;
  if (count > 1) counts[type] = count - 1;
  else delete counts[type];
}

function isEmpty(counts: Record<string, number>): boolean {
  for (const _ in counts) return false;
  return true;
}

export function distinct(nodes: StoredNode[]): StoredNode[] {
  return [...new Map(nodes.map((node) => [node.view.id, node])).values()];
}
