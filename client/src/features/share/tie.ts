import type { EdgeView } from "../../../../model/api.ts";
import { headOf, width } from "../../graph/appearance.ts";
import { edgeEntries } from "../../graph/palette.ts";
import { type Line, short } from "./shapes.ts";

export interface Spot {
  x: number;
  y: number;
  radius: number;
}

type Point = readonly [x: number, y: number];
type Curve = readonly [Point, Point, Point];

const lane = 20;

/** An edge as the canvas draws it: line, stance and head, from rim to rim; `bend` is how far it bows to its left. */
export function tie(edge: EdgeView, from: Spot, to: Spot, side: number, colour: string, paper: string): Line[] {
  const whole = bowed(from, to, side * lane);
  const span = Math.hypot(to.x - from.x, to.y - from.y);
  const head = headOf(edge.type);
  const half = width(edge) / 2;
  const length = head === 0 ? 0 : head === 2 ? 3 + half : Math.max(7, half * 4.2);
  const [start, end] = [(from.radius + 1.5) / span, 1 - (to.radius + 1.5) / span];
  if (end <= start) return [];
  const neck = Math.max(start, end - length / span);
  return [
    ...body(part(whole, start, neck), edge, half, colour, paper),
    ...tip(whole, neck, end, edge, half, colour, paper),
  ];
}

function bowed(from: Spot, to: Spot, bend: number): Curve {
  const span = Math.max(0.001, Math.hypot(to.x - from.x, to.y - from.y));
  const [dx, dy] = [(to.x - from.x) / span, (to.y - from.y) / span];
  const control: Point = [(from.x + to.x) / 2 + dy * bend * 2, (from.y + to.y) / 2 - dx * bend * 2];
  return [[from.x, from.y], control, [to.x, to.y]];
}

/** Where on an edge a sign may stand. */
export function along(from: Spot, to: Spot, side: number, place: number): { x: number; y: number } {
  const [x, y] = at(bowed(from, to, side * lane), place);
  return { x, y };
}

function body(curve: Curve, { type, stance }: EdgeView, half: number, colour: string, paper: string): Line[] {
  const stroke = colour;
  if (stance === "denied")
    return [
      { d: path(curve), stroke, width: 2 * half + 4.2, dash: [12, 5] },
      { d: path(curve), stroke: paper, width: 2 * half + 1.4, dash: [9.2, 7.8], offset: -1.4 },
    ];
  const dashes: Record<string, readonly number[]> = {
    alleged: [8, 5],
    announced: [0.1, Math.max(2.6, 2 * half) + 3.2],
    requested: [10, 4.5, 0.1, 4.5],
    conditional: [4, 13],
  };
  const dash = dashes[stance];
  const more = { stroke, dash, round: stance === "announced" || stance === "requested" };
  // Dashes by turns: side by side they would look like the boxes of what is denied.
  const period = dash?.reduce((sum, each) => sum + each, 0) ?? 0;
  if (edgeEntries[type]?.line === "double" && stance !== "announced")
    return [-1, 1].map((side) => ({
      d: path(shifted(curve, side * (half + 0.7))),
      width: Math.max(1.1, half),
      ...more,
      ...(side > 0 && period > 0 ? { offset: period / 2 } : {}),
    }));
  return [{ d: path(curve), width: stance === "announced" ? Math.max(2.6, 2 * half) : 2 * half, ...more }];
}

function tip(
  curve: Curve,
  neck: number,
  end: number,
  { type, stance }: EdgeView,
  half: number,
  colour: string,
  paper: string,
): Line[] {
  const head = headOf(type);
  if (head === 0) return [];
  const [x, y] = at(curve, end);
  const [bx, by] = at(curve, neck);
  const size = Math.max(0.001, Math.hypot(x - bx, y - by));
  const [nx, ny] = [-(y - by) / size, (x - bx) / size];
  const wide = head === 2 ? Math.max(half * 2.2, 5) : Math.max(half * 2.2, 4.6);
  if (head === 2)
    return [
      { d: path([at(curve, neck), at(curve, (neck + end) / 2), [x, y]]), stroke: colour, width: 2 * half },
      {
        d: `M${point([x + nx * wide, y + ny * wide])}L${point([x - nx * wide, y - ny * wide])}`,
        stroke: colour,
        width: 1.4 + half * 0.6,
      },
    ];
  const d = `M${point([bx + nx * wide, by + ny * wide])}L${point([x, y])}L${point([bx - nx * wide, by - ny * wide])}Z`;
  return stance === "denied" ? [{ d, fill: paper, stroke: colour, width: 1.4 }] : [{ d, fill: colour }];
}

function at([a, b, c]: Curve, t: number): Point {
  const mix = (p: Point, q: Point): Point => [p[0] + (q[0] - p[0]) * t, p[1] + (q[1] - p[1]) * t];
  return mix(mix(a, b), mix(b, c));
}

/** The part of a curve between two places, as a curve of its own. */
function part(curve: Curve, from: number, to: number): Curve {
  const [a, b, c] = curve;
  const blossom = (s: number, t: number): Point => {
    const mix = (p: Point, q: Point, by: number): Point => [p[0] + (q[0] - p[0]) * by, p[1] + (q[1] - p[1]) * by];
    return mix(mix(a, b, s), mix(b, c, s), t);
  };
  return [at(curve, from), blossom(from, to), at(curve, to)];
}

function shifted(curve: Curve, by: number): Curve {
  const [a, , c] = curve;
  const span = Math.max(0.001, Math.hypot(c[0] - a[0], c[1] - a[1]));
  const [nx, ny] = [(-(c[1] - a[1]) / span) * by, ((c[0] - a[0]) / span) * by];
  return curve.map(([x, y]) => [x + nx, y + ny] as const) as unknown as Curve;
}

function path([a, b, c]: Curve): string {
  return `M${point(a)}Q${point(b)} ${point(c)}`;
}

function point([x, y]: Point): string {
  return `${short(x)} ${short(y)}`;
}
