import type { EdgeId, NodeId } from "./stages.ts";
import { type EdgeType, edgeTypes, vocabulary } from "./vocabulary.ts";

/** The two ends of a symmetric edge have no order, so either spelling is the same edge. */
export function edgeId(type: EdgeType, a: NodeId, b: NodeId): EdgeId {
  const [from, to] = vocabulary.edges[type].symmetric && b < a ? [b, a] : [a, b];
  return `${from} ${type} ${to}` as EdgeId;
}

/** The parts of an edge id, or undefined when it is none of ours. */
export function edgeParts(id: string): { from: NodeId; type: EdgeType; to: NodeId } | undefined {
  const [from, type, to, ...rest] = id.split(" ");
  if (!from || !type || !to || rest.length > 0 || !edgeTypes.includes(type as EdgeType)) return undefined;
  return { from: from as NodeId, type: type as EdgeType, to: to as NodeId };
}
