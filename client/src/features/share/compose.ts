import type { EdgeView, NodeView } from "../../../../model/api.ts";
import { type Box, Crowd, wrapped } from "../../graph/labels.ts";
import { nameOf } from "../../graph/name.ts";
import { edgeEntries, type Palette } from "../../graph/palette.ts";
import { lanes } from "../../graph/scene.ts";
import type { View } from "../../graph/view.ts";
import { circle, measure, nodeMark, words } from "./marks.ts";
import type { Shape } from "./shapes.ts";
import { along, type Spot, tie } from "./tie.ts";

export interface Composition {
  view: View;
  nodes: readonly NodeView[];
  edges: readonly EdgeView[];
  palette: Palette;
  weight(node: NodeView): number;
  group(id: string): string | undefined;
  /** What stands on an edge beside the sign of its type: its number in a list, its sources. */
  note(edge: EdgeView): string;
  /** Writes every name, wherever it falls: for pictures of a few nodes. */
  everyName: boolean;
}

/** The picture of a view, laid into a frame of the given size with its left upper corner at `left`, `top`. */
export function compose(given: Composition, frame: Box): Shape[] {
  const { nodes, edges, palette } = given;
  const spots = placed(given, frame);
  const crowd = new Crowd(frame.right, frame.bottom);
  for (const [id, { x, y, radius }] of spots) crowd.add(around(x, y, radius), id);
  const halos = nodes.flatMap((node): Shape[] => {
    const [spot, colour] = [spots.get(node.id), given.group(node.id)];
    return spot && colour ? [{ d: circle(spot.x, spot.y, spot.radius + 16), fill: colour, opacity: 0.28 }] : [];
  });
  const drawn = lanes(edges).flatMap(([edge, side]) => {
    const [from, to] = [spots.get(edge.from), spots.get(edge.to)];
    return from && to ? [{ edge, side, from, to }] : [];
  });
  const ties = drawn.flatMap(({ edge, side, from, to }) =>
    tie(edge, from, to, side, palette.edge(edge.type), palette.paper),
  );
  const marks = nodes.flatMap((node): Shape[] => {
    const spot = spots.get(node.id);
    return spot ? [nodeMark(node.type, spot, palette.node(node.type), palette.paper, node.candidate)] : [];
  });
  const selected = nodes.flatMap((node): Shape[] => {
    const spot = spots.get(node.id);
    if (!spot || !given.view.selection.nodes.includes(node.id)) return [];
    return [{ d: circle(spot.x, spot.y, spot.radius + 4), stroke: palette.ink, width: 2 }];
  });
  const names = written(given, spots, crowd);
  const signs = drawn.flatMap(({ edge, side, from, to }) => sign(edge, side, from, to, crowd, given));
  return [...halos, ...ties, ...signs, ...marks, ...selected, ...names];
}

/** Pixels to a unit of the graph at most: few nodes are not torn apart. */
export const mostStretch = 620;

/** Places in the frame: everything as large as it fits, but few nodes not torn apart. */
function placed({ view, nodes, weight }: Composition, frame: Box): Map<string, Spot> {
  const places = nodes.flatMap((node) => {
    const at = view.nodes[node.id];
    return at ? [{ node, x: at.x, y: -at.y }] : [];
  });
  const [xs, ys] = [places.map(({ x }) => x), places.map(({ y }) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const margin = { x: 90, y: 48 };
  const unit = Math.min(
    (frame.right - frame.left - 2 * margin.x) / Math.max(0.001, right - left),
    (frame.bottom - frame.top - 2 * margin.y) / Math.max(0.001, bottom - top),
    mostStretch,
  );
  const [middleX, middleY] = [(frame.left + frame.right) / 2, (frame.top + frame.bottom) / 2];
  return new Map(
    places.map(({ node, x, y }) => [
      node.id,
      {
        x: middleX + (x - (left + right) / 2) * unit,
        y: middleY + (y - (top + bottom) / 2) * unit,
        radius: 5 + 11 * weight(node),
      },
    ]),
  );
}

function written(
  { view, nodes, palette, weight, everyName }: Composition,
  spots: Map<string, Spot>,
  crowd: Crowd,
): Shape[] {
  const order = [...nodes].sort((a, b) => weight(b) - weight(a) || (a.id < b.id ? -1 : 1));
  return order.flatMap((node): Shape[] => {
    const spot = spots.get(node.id);
    if (!spot) return [];
    const lines = wrapped(nameOf(node.names, view.names));
    const size = 13;
    const step = size * 1.32;
    const wide = Math.max(...lines.map((line) => measure(line, size, 500)));
    const sides = boxes(spot, wide, lines.length * step);
    const free = sides.find(({ box }) => crowd.isFree(box, node.id));
    if (!free && !everyName) return [];
    const { box, anchor } = free ?? sides[0]!;
    crowd.add(box, node.id);
    const x = anchor === "start" ? box.left : anchor === "end" ? box.right : (box.left + box.right) / 2;
    return lines.map((line, index) =>
      words(line, x, box.top + size * 1.08 + index * step, palette.ink, {
        size,
        anchor,
        weight: 500,
        halo: palette.paper,
      }),
    );
  });
}

function boxes({ x, y, radius }: Spot, wide: number, tall: number) {
  const box = (left: number, top: number): Box => ({ left, top, right: left + wide, bottom: top + tall });
  const gap = radius + 5;
  return [
    { anchor: "start" as const, box: box(x + gap, y - tall / 2) },
    { anchor: "middle" as const, box: box(x - wide / 2, y + gap - 2) },
    { anchor: "end" as const, box: box(x - gap - wide, y - tall / 2) },
    { anchor: "middle" as const, box: box(x - wide / 2, y - gap - tall) },
  ];
}

const places = [0.5, 0.42, 0.58, 0.34, 0.66, 0.28, 0.72];

/** The sign of the type on its edge, with a note beside it; left out where there is no room. */
function sign(
  edge: EdgeView,
  side: number,
  from: Spot,
  to: Spot,
  crowd: Crowd,
  { palette, note, everyName }: Composition,
): Shape[] {
  const text = note(edge);
  const colour = palette.edge(edge.type);
  const wide = text ? measure(text, 10, 600) + 5 : 0;
  const half = 8 + wide / 2;
  // A number in a list is needed on every edge; a sign alone is left out where the edge is too short.
  const room = Math.hypot(to.x - from.x, to.y - from.y) - from.radius - to.radius;
  if (room < 2 * half + 6 && !(everyName && text)) return [];
  const spots = places.map((place) => along(from, to, side, place));
  const box = ({ x, y }: { x: number; y: number }): Box => ({
    left: x - half,
    top: y - 9,
    right: x + half,
    bottom: y + 9,
  });
  const at = spots.find((spot) => crowd.isFree(box(spot), edge.id)) ?? (everyName && text ? spots[0] : undefined);
  if (!at) return [];
  crowd.add(box(at), edge.id);
  const left = at.x - half;
  const pill = `M${left + 8} ${at.y - 8}h${2 * half - 16}a8 8 0 0 1 0 16h${16 - 2 * half}a8 8 0 0 1 0 -16Z`;
  return [
    { d: pill, fill: palette.paper, stroke: colour, width: 1.4 },
    words(`${edgeEntries[edge.type]?.glyph ?? "·"}\uFE0E`, left + 8, at.y + 3.8, colour, {
      size: 11,
      weight: 700,
      anchor: "middle",
    }),
    ...(text ? [words(text, left + 15, at.y + 3.6, colour, { size: 10, weight: 600 })] : []),
  ];
}

function around(x: number, y: number, radius: number): Box {
  return { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius };
}
