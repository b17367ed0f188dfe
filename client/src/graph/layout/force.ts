import springs from "graphology-layout-forceatlas2/iterate.js";
import elbows from "graphology-layout-noverlap/iterate.js";
import type { Place, Plan } from "./layout.ts";
import { pack } from "./pack.ts";

/**
 * Lays everything out anew: springs until it rests, then names get elbow room. The same plan gives the same places.
 * Points start where they are, or on a spiral in the order given, since a random start would end elsewhere each time.
 * Both libraries are called by their steps over plain numbers: a graph in between is half of this worker's script.
 */
export function force({ points, lines, aspect }: Plan): Place[] {
  const nodes = new Float32Array(points.length * perNode);
  points.forEach(({ x, y, size }, index) => {
    const angle = index * 2.399963;
    const radius = Math.sqrt(index + 1) / Math.sqrt(points.length + 1);
    const [across, up] = [x ?? radius * Math.cos(angle), y ?? radius * Math.sin(angle)];
    nodes.set([across, up, 0, 0, 0, 0, 1, 1, size, 0], index * perNode);
  });
  const edges = pulls(points, lines, nodes);
  const settings = { ...springSettings, barnesHutOptimize: points.length > 400 };
  const iterations = Math.max(60, Math.min(300, Math.round(20_000 / Math.max(1, points.length))));
  for (let step = 0; step < iterations; step++) springs(settings, nodes, edges);
  const rested = points.map(({ id }, index) => ({
    id,
    x: nodes[index * perNode] ?? 0,
    y: nodes[index * perNode + 1] ?? 0,
  }));
  const spread = fitted(pack(rested, lines, aspect), aspect);
  // In thousandths, because noverlap thinks in pixels.
  const places = Float32Array.from(spread.flatMap(({ x, y }) => [x * 1000, y * 1000, 22]));
  const room = { ...elbowSettings, margin: Math.min(70, 900 / Math.sqrt(Math.max(1, points.length))) };
  for (let step = points.length > 2000 ? 20 : 80; step > 0 && !elbows(room, places).converged; step--);
  return fitted(
    spread.map(({ id }, index) => ({ id, x: places[index * 3] ?? 0, y: places[index * 3 + 1] ?? 0 })),
    aspect,
  );
}

/** ForceAtlas2 keeps ten numbers a node (place, forces, mass, convergence, size, fixed) and three an edge. */
const perNode = 10;
const mass = 6;

const springSettings = {
  linLogMode: true,
  outboundAttractionDistribution: false,
  adjustSizes: false,
  edgeWeightInfluence: 0.4,
  scalingRatio: 6,
  strongGravityMode: false,
  gravity: 0.6,
  slowDown: 4,
  barnesHutTheta: 0.5,
};

const elbowSettings = { gridSize: 20, expansion: 1.1, ratio: 1, speed: 4 };

/** One pull for each pair, whichever way its lines point; a node's mass is the sum of its pulls. */
function pulls(points: Plan["points"], lines: Plan["lines"], nodes: Float32Array): Float32Array {
  const at = new Map(points.map(({ id }, index) => [id, index * perNode]));
  const pairs = new Map<number, [from: number, to: number, weight: number]>();
  for (const [one, other, weight] of lines) {
    const [from, to] = [at.get(one), at.get(other)];
    if (from === undefined || to === undefined || from === to) continue;
    const key = Math.min(from, to) * nodes.length + Math.max(from, to);
    const pair = pairs.get(key);
    if (pair) pair[2] += weight;
    else pairs.set(key, [from, to, weight]);
  }
  for (const [from, to, weight] of pairs.values())
    for (const end of [from, to]) nodes[end + mass] = (nodes[end + mass] ?? 0) + weight;
  return Float32Array.from([...pairs.values()].flat());
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
