import type { EdgeId, NodeId } from "./stages.ts";
import { type EdgeType, edgeTypes, vocabulary } from "./vocabulary.ts";

/** The two ends of a symmetric edge have no order, so either spelling is the same edge. */
export function edgeId(type: EdgeType, a: NodeId, b: NodeId): EdgeId {
  const [from, to] = vocabulary.edges[type].symmetric && b < a ? [b, a] : [a, b];
  return `${from} ${type} ${to}` as EdgeId;
}

/** The parts of an edge id, or undefined when it is none of ours. */
export function edgeParts(id: string): { from: NodeId; type: EdgeType; to: NodeId } | undefined {
  // A page of edges asks this for each of them: to cut at two known places costs half of a split.
  const [first, last] = [id.indexOf(" "), id.lastIndexOf(" ")];
  const type = id.slice(first + 1, last);
  if (first < 1 || last === id.length - 1 || !known.has(type)) return undefined;
  return { from: id.slice(0, first) as NodeId, type: type as EdgeType, to: id.slice(last + 1) as NodeId };
}

const known: ReadonlySet<string> = new Set(edgeTypes);
