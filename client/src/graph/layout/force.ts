import { UndirectedGraph } from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";
import noverlap from "graphology-layout-noverlap";
import { own } from "./interop.ts";
import type { Place, Plan } from "./layout.ts";

const springs = own(forceAtlas2);
const elbows = own(noverlap);

/**
 * Lays everything out anew: springs until it rests, then names get elbow room. The same plan gives the same places.
 * Points start where they are, or on a spiral in the order given, since a random start would end elsewhere each time.
 */
export function force({ points, lines, aspect }: Plan): Place[] {
  const graph = new UndirectedGraph();
  points.forEach(({ id, x, y, size }, index) => {
    const angle = index * 2.399963;
    const radius = Math.sqrt(index + 1) / Math.sqrt(points.length + 1);
    graph.mergeNode(id, { x: x ?? radius * Math.cos(angle), y: y ?? radius * Math.sin(angle), size });
  });
  for (const [from, to, weight] of lines) {
    if (from === to || !graph.hasNode(from) || !graph.hasNode(to)) continue;
    const edge = graph.edge(from, to);
    if (edge) graph.updateEdgeAttribute(edge, "weight", (old) => Number(old) + weight);
    else graph.addEdge(from, to, { weight });
  }
  const iterations = Math.max(60, Math.min(300, Math.round(20_000 / Math.max(1, points.length))));
  springs.assign(graph, {
    iterations,
    getEdgeWeight: "weight",
    settings: {
      linLogMode: true,
      gravity: 0.6,
      strongGravityMode: false,
      scalingRatio: 6,
      outboundAttractionDistribution: false,
      edgeWeightInfluence: 0.4,
      slowDown: 4,
      barnesHutOptimize: points.length > 400,
    },
  });
  const spread = fitted(
    graph.mapNodes((id, { x, y }) => ({ id, x, y })),
    aspect,
  );
  // In thousandths, because noverlap thinks in pixels.
  for (const { id, x, y } of spread) graph.mergeNodeAttributes(id, { x: x * 1000, y: y * 1000, size: 22 });
  const room = Math.min(70, 900 / Math.sqrt(Math.max(1, points.length)));
  elbows.assign(graph, {
    maxIterations: points.length > 2000 ? 20 : 80,
    settings: { margin: room, ratio: 1, speed: 4 },
  });
  return fitted(
    graph.mapNodes((id, { x, y }) => ({ id, x, y })),
    aspect,
  );
}

/** Moves and scales places into the frame: −1…1 upwards, and as wide as the canvas is, within reason. */
export function fitted(places: readonly Place[], aspect: number): Place[] {
  if (places.length === 0) return [];
  const [xs, ys] = [places.map(({ x }) => x), places.map(({ y }) => y)];
  const [left, right, low, high] = [least(xs), most(xs), least(ys), most(ys)];
  const wide = Math.min(1.7, Math.max(0.6, aspect));
  const scaleX = right > left ? (2 * wide) / (right - left) : 0;
  const scaleY = high > low ? 2 / (high - low) : 0;
  // One scale for both where only one has an extent; otherwise at most half as much again in one direction.
  const even = Math.min(scaleX || scaleY, scaleY || scaleX);
  const stretch = (scale: number): number => Math.min(scale || even, even * 1.5);
  return places.map(({ id, x, y }) => ({
    id,
    x: (x - (left + right) / 2) * stretch(scaleX),
    y: (y - (low + high) / 2) * stretch(scaleY),
  }));
}

// Math.min(...values) overflows the stack on large graphs.
function least(values: readonly number[]): number {
  return values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
}

function most(values: readonly number[]): number {
  return values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
}
