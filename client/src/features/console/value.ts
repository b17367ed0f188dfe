import type { z } from "zod";
import type { CypherEdge, CypherNode, CypherPath } from "../../../../model/api.ts";

export type NodeValue = z.infer<typeof CypherNode>;
export type EdgeValue = z.infer<typeof CypherEdge>;
export type PathValue = z.infer<typeof CypherPath>;

/** What a cell of an answer holds: a node, an edge or a path tell it by their `kind`. */
export function kindOf(value: unknown): "node" | "edge" | "path" | "list" | "map" | "plain" {
  if (Array.isArray(value)) return "list";
  if (typeof value !== "object" || value === null) return "plain";
  const kind = "kind" in value ? value.kind : undefined;
  return kind === "node" || kind === "edge" || kind === "path" ? kind : "map";
}

/** A cell as one text, for files: nodes and edges by their ids, paths by the ids of their nodes. */
export function flat(value: unknown): unknown {
  const kind = kindOf(value);
  if (kind === "node" || kind === "edge") return (value as NodeValue | EdgeValue).id;
  if (kind === "path") return (value as PathValue).nodes.map(({ id }) => id);
  if (kind === "list") return (value as unknown[]).map(flat);
  return value;
}
