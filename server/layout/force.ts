import { createRequire } from "node:module";
import { UndirectedGraph } from "graphology";

// The package's types describe its default export as if it were no CommonJS; asked for by `require` they fit.
const forceAtlas2: typeof import("graphology-layout-forceatlas2").default = createRequire(import.meta.url)(
  "graphology-layout-forceatlas2",
);

/** Nodes by number, edges as pairs of numbers with a positive weight, and where each node begins (x, y in turn). */
export interface Mesh {
  count: number;
  from: Uint32Array;
  to: Uint32Array;
  weight: Float32Array;
  /** NaN where a node has no place yet. */
  start: Float32Array;
}

/**
 * Places the nodes by ForceAtlas2; the same mesh gives the same places. Answers x, y in turn, each in −1…1.
 * Weights must be positive: a repelling edge would make the forces diverge.
 */
export function force({ count, from, to, weight, start }: Mesh): Float32Array {
  const graph = new UndirectedGraph<Place, { weight: number }>();
  for (let node = 0; node < count; node++) graph.addNode(String(node), place(node, count, start));
  for (let edge = 0; edge < from.length; edge++) {
    const [a, b, w] = [String(from[edge]), String(to[edge]), weight[edge] ?? 1];
    if (a === b) continue;
    if (graph.hasEdge(a, b)) graph.updateEdgeAttribute(a, b, "weight", (sum: number | undefined) => (sum ?? 0) + w);
    else graph.addEdge(a, b, { weight: w });
  }
  if (graph.size > 0) {
    const settings = { ...forceAtlas2.inferSettings(graph), linLogMode: true, gravity: 0.5, edgeWeightInfluence: 0.5 };
    forceAtlas2.assign(graph, {
      iterations: iterations(count),
      settings: { ...settings, strongGravityMode: true },
      getEdgeWeight: "weight",
    });
  }
  return scaled(graph, count);
}

interface Place {
  x: number;
  y: number;
}

/** A node without a place begins on a sunflower: even, without chance, and no two on one spot. */
function place(node: number, count: number, start: Float32Array): Place {
  const [x, y] = [start[2 * node], start[2 * node + 1]];
  if (x !== undefined && y !== undefined && Number.isFinite(x) && Number.isFinite(y)) return { x: x * 100, y: y * 100 };
  const angle = node * Math.PI * (3 - Math.sqrt(5));
  const radius = 100 * Math.sqrt((node + 0.5) / count);
  return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
}

/** Enough for the picture to settle; more nodes cost more a step, so they get fewer steps. */
function iterations(count: number): number {
  if (count <= 500) return 600;
  return count <= 5_000 ? 250 : 80;
}

function scaled(graph: UndirectedGraph<Place>, count: number): Float32Array {
  const places = new Float32Array(2 * count);
  let [left, right, low, high] = [Infinity, -Infinity, Infinity, -Infinity];
  graph.forEachNode((node, { x, y }) => {
    places.set([x, y], 2 * Number(node));
    [left, right, low, high] = [Math.min(left, x), Math.max(right, x), Math.min(low, y), Math.max(high, y)];
  });
  const half = Math.max(right - left, high - low) / 2 || 1;
  for (let at = 0; at < places.length; at += 2) {
    places[at] = ((places[at] ?? 0) - (left + right) / 2) / half;
    places[at + 1] = ((places[at + 1] ?? 0) - (low + high) / 2) / half;
  }
  return places;
}
