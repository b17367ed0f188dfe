import type { JsNode } from "@grafeo-db/js";
import { refuseLookalike } from "./lookalike.ts";

/** The id of a node by the engine's number: an edge's row names its ends by their numbers only. */
export type NodeIds = (node: number) => string;

/** A thousand edges between sixty nodes name these again and again, and to bring a node out of the engine is slow. */
export function nodeIds(engine: { getNode(id: number): JsNode | null }): NodeIds {
  const known = new Map<number, string>();
  return (node) => {
    const id = known.get(node) ?? ownId({ id: engine.getNode(node)?.get("id") }, `n${node}`);
    known.set(node, id);
    return id;
  };
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
export function plain(value: unknown, idOf: NodeIds): unknown {
  if (typeof value === "bigint") return String(value);
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (value === null || value === undefined || typeof value !== "object") return value ?? null;
  if (value instanceof Date) return localDateTime(value);
  if (Array.isArray(value)) return value.map((item) => plain(item, idOf));
  if (isNode(value)) return plainNode(value, idOf);
  if (isEdge(value)) return plainEdge(value, idOf);
  if (isPath(value)) {
    const { nodes, edges } = value;
    return { kind: "path", nodes: nodes.map((n) => plain(n, idOf)), edges: edges.map((e) => plain(e, idOf)) };
  }
  refuseLookalike(value);
  return plainMap(value, idOf);
}

function plainNode(node: EngineNode, idOf: NodeIds) {
  const { _id, _labels, ...properties } = node;
  const plainProperties = plainMap(properties, idOf);
  return { kind: "node", id: ownId(plainProperties, `n${_id}`), labels: _labels, properties: plainProperties };
}

function plainEdge(edge: EngineEdge, idOf: NodeIds) {
  const { _id, _type, _source, _target, ...properties } = edge;
  const plainProperties = plainMap(properties, idOf);
  const [from, to] = [idOf(_source), idOf(_target)];
  return { kind: "edge", id: ownId(plainProperties, `e${_id}`), type: _type, from, to, properties: plainProperties };
}

function ownId(properties: Record<string, unknown>, otherwise: string): string {
  return typeof properties.id === "string" && properties.id !== "" ? properties.id : otherwise;
}

function plainMap(map: object, idOf: NodeIds): Record<string, unknown> {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, plain(value, idOf)]));
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
