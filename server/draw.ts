import type { z } from "zod";
import { type CypherEdge, type CypherNode, type EdgeView, type NodeView, Stance } from "../model/api.ts";
import { nodeTypes } from "../model/vocabulary.ts";
import type { GraphStore, Rows } from "./store/store.ts";

type Node = z.infer<typeof CypherNode>;
type Edge = z.infer<typeof CypherEdge>;

const limit = 2_000;

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
  return { nodes: shown.map(nodeView), edges: drawn.map(edgeView) };
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
    const { rows } = await store.read(query, { ids: missing }, { signal });
    for (const { n } of rows) if (isNode(n)) nodes.set(n.id, n);
  }
}

/** A node as the client draws it, whatever its labels are. */
export function nodeView({ id, labels, properties }: Node): NodeView {
  const own = labels.filter((label) => label !== "Entity");
  const named = Object.entries(properties).filter(
    ([key, value]) => key.startsWith("name_") && typeof value === "string",
  );
  const names = Object.fromEntries(named.map(([key, value]) => [key.slice("name_".length), String(value)]));
  const aliases = properties.aliases;
  return {
    id,
    type: nodeTypes.find((type) => own.includes(type)) ?? own[0] ?? "Node",
    labels: own,
    names: { ...names, en: names.en ?? title(properties) ?? id },
    aliases: Array.isArray(aliases) ? aliases.map(String) : undefined,
    degree: count(properties.degree),
    candidate: properties.candidate === true ? true : undefined,
  };
}

/** What a foreign node is likely called by its own database. */
function title(properties: Record<string, unknown>): string | undefined {
  const found = ["name", "title", "label", "sentence", "id"].map((key) => properties[key]);
  const first = found.find((value) => typeof value === "string" && value !== "");
  return first === undefined ? undefined : String(first).slice(0, 200);
}

function edgeView({ id, type, from, to, properties }: Edge): EdgeView {
  const stance = Stance.safeParse(properties.stance);
  return {
    id,
    type,
    from,
    to,
    claims: count(properties.claims),
    sources: count(properties.sources),
    stance: stance.success ? stance.data : "asserted",
    what: text(properties.what),
    first: text(properties.first),
    last: text(properties.last),
    confidence: typeof properties.confidence === "number" ? Math.min(1, Math.max(0, properties.confidence)) : undefined,
  };
}

function count(value: unknown): number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 ? value : 0;
}

function text(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === "node" && "labels" in value;
}

function isEdge(value: unknown): value is Edge {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === "edge" && "from" in value;
}
