import type { z } from "zod";
import { type CypherEdge, type CypherNode, EdgeView, NodeView } from "../model/api.ts";
import { edgeView, nodeView } from "./graph/read.ts";
import type { GraphStore, Rows } from "./store/store.ts";

type Node = z.infer<typeof CypherNode>;
type Edge = z.infer<typeof CypherEdge>;

const limit = 10_000;

/**
 * Everything drawable in the rows of a query: nodes, edges and both ends of each edge, each once, in the order found.
 * Labels and types the vocabulary does not know are drawn too, so that a foreign database can be looked at.
 * Past `limit` nodes the rest is left out, with the edges that would lose an end.
 */
export async function drawable(store: GraphStore, rows: Rows["rows"], signal?: AbortSignal) {
  const nodes = new Map<string, Node>();
  const edges = new Map<string, Edge>();
  for (const row of rows) for (const value of Object.values(row)) collect(value, nodes, edges);
  const missing = [...edges.values()].flatMap(({ from, to }) => [from, to]).filter((id) => !nodes.has(id));
  await fetchNodes(store, [...new Set(missing)].slice(0, limit), nodes, signal);
  const shown = [...nodes.values()].slice(0, limit);
  const ids = new Set(shown.map(({ id }) => id));
  const drawn = [...edges.values()].filter(({ from, to }) => ids.has(from) && ids.has(to));
  return { nodes: shown.map(drawnNode), edges: drawn.map(drawnEdge) };
}

/** Walks lists, maps and paths; a cell may hold any of them. */
function collect(value: unknown, nodes: Map<string, Node>, edges: Map<string, Edge>): void {
  if (typeof value !== "object" || value === null) return;
  if (Array.isArray(value)) for (const item of value) collect(item, nodes, edges);
  else if (isNode(value)) nodes.set(value.id, value);
  else if (isEdge(value)) edges.set(value.id, value);
  else for (const item of Object.values(value)) collect(item, nodes, edges);
}

/** Adds the ends no row holds. Entities stand in an index; only what is none is looked for among all nodes. */
async function fetchNodes(store: GraphStore, ids: string[], nodes: Map<string, Node>, signal?: AbortSignal) {
  const queries = [
    "MATCH (n:Entity) WHERE n.id IN $ids RETURN n",
    "MATCH (n) WHERE elementId(n) IN $ids OR n.id IN $ids RETURN n",
  ];
  for (const query of queries) {
    const missing = ids.filter((id) => !nodes.has(id));
    if (missing.length === 0) return;
    // A node without an id of its own is called n7 by the built-in store, whose engine knows it as n:7.
    const called = missing.flatMap((id) => [id, id.replace(/^n(?=\d+$)/, "n:")]);
    const { rows } = await store.read(query, { ids: called }, { signal });
    for (const { n } of rows) if (isNode(n)) nodes.set(n.id, n);
  }
}

/** An edge of a foreign database may hold other things under our names; it is drawn without them. */
function drawnEdge(edge: Edge): EdgeView {
  const view = EdgeView.safeParse(edgeView(edge));
  if (view.success) return view.data;
  const { id, type, from, to } = edge;
  return { id, type, from, to, claims: 0, sources: 0, stance: "asserted" };
}

/** Only an entity's properties mean what ours do; what is none is named by its title or its sentence. */
function drawnNode(node: Node): NodeView {
  const { id, labels, properties } = node;
  const named = { ...properties, title: properties.title ?? properties.sentence };
  const view = NodeView.safeParse(nodeView(labels.includes("Entity") ? node : { ...node, properties: named }));
  if (view.success) return view.data;
  return { id, type: labels[0] ?? "Node", labels, names: { en: id }, degree: 0 };
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === "node" && "labels" in value;
}

function isEdge(value: unknown): value is Edge {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === "edge" && "from" in value;
}
