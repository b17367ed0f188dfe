import type { JsEdge, JsNode } from "@grafeo-db/js";

/** Where the ends of an edge are looked up: an edge's row names them by the engine's numbers only. */
export interface Lookup {
  getNode(id: number): JsNode | null;
}

interface EngineNode {
  _id: number;
  _labels: string[];
}
interface EngineEdge {
  _id: number;
  _type: string;
  _source: number;
  _target: number;
}

/**
 * A value of the built-in engine as plain JSON: nodes, edges and paths told by `kind`, our own `id` where there is one,
 * integers as numbers (as decimal text beyond 2^53, where a number would be another one), dates as ISO text.
 */
export function plain(value: unknown, lookup: Lookup): unknown {
  if (typeof value === "bigint") return String(value);
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (value === null || value === undefined || typeof value !== "object") return value ?? null;
  if (value instanceof Date) return localDateTime(value);
  if (Array.isArray(value)) return value.map((item) => plain(item, lookup));
  if (isNode(value)) return plainNode(value, lookup);
  if (isEdge(value)) return plainEdge(value, lookup);
  if (isPath(value)) {
    const { nodes, edges } = value;
    return { kind: "path", nodes: nodes.map((n) => plain(n, lookup)), edges: edges.map((e) => plain(e, lookup)) };
  }
  return plainMap(value, lookup);
}

function plainNode(node: EngineNode, lookup: Lookup) {
  const { _id, _labels, ...properties } = node;
  const plainProperties = plainMap(properties, lookup);
  return { kind: "node", id: ownId(plainProperties, `n${_id}`), labels: _labels, properties: plainProperties };
}

function plainEdge(edge: EngineEdge, lookup: Lookup) {
  const { _id, _type, _source, _target, ...properties } = edge;
  const plainProperties = plainMap(properties, lookup);
  const [from, to] = [nodeId(_source, lookup), nodeId(_target, lookup)];
  return { kind: "edge", id: ownId(plainProperties, `e${_id}`), type: _type, from, to, properties: plainProperties };
}

function nodeId(id: number, lookup: Lookup): string {
  return ownId({ id: lookup.getNode(id)?.get("id") }, `n${id}`);
}

function ownId(properties: Record<string, unknown>, otherwise: string): string {
  return typeof properties.id === "string" && properties.id !== "" ? properties.id : otherwise;
}

function plainMap(map: object, lookup: Lookup): Record<string, unknown> {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, plain(value, lookup)]));
}

/** The engine gives a date-time without zone as a Date in UTC; Neo4j writes it without the zone and without empty fractions. */
function localDateTime(date: Date): string {
  return date
    .toISOString()
    .replace("Z", "")
    .replace(/\.?0+$/, (zeros) => (zeros.startsWith(".") ? "" : zeros));
}

function isNode(value: object): value is EngineNode {
  return "_labels" in value && "_id" in value && Array.isArray(value._labels);
}

function isEdge(value: object): value is EngineEdge {
  return "_type" in value && "_source" in value && "_target" in value;
}

function isPath(value: object): value is { nodes: object[]; edges: object[] } {
  const { nodes, edges } = value as { nodes?: unknown; edges?: unknown };
  if (!Array.isArray(nodes) || !Array.isArray(edges) || nodes.length !== edges.length + 1) return false;
  return Object.keys(value).length === 2 && nodes.every(isNode) && edges.every(isEdge);
}

export type { JsEdge, JsNode };
