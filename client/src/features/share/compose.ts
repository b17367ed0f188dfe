import type { EdgeView, NodeView } from "../../../../model/api.ts";
import type { Atlas } from "../../graph/atlas/atlas.ts";
import { type Box, Crowd, wrapped } from "../../graph/labels.ts";
import { nameOf } from "../../graph/name.ts";
import { blend, edgeEntries, type Palette } from "../../graph/palette.ts";
import { lanes } from "../../graph/scene.ts";
import type { View } from "../../graph/view.ts";
import { number } from "../../language.ts";
import { circle, measure, nodeMark, numbered, words } from "./marks.ts";
import type { Inset, Shape } from "./shapes.ts";
import { along, type Spot, tie } from "./tie.ts";

export interface Composition {
  view: View;
  nodes: readonly NodeView[];
  edges: readonly EdgeView[];
  palette: Palette;
  weight(node: NodeView): number;
  group(id: string): number | undefined;
  /** What the picture stands on, where nodes lie on the map. */
  atlas: Atlas | undefined;
  /** What stands on an edge beside the sign of its type: its number in a list, its sources. */
  note(edge: EdgeView): string;
  /** Writes every name, wherever it falls: for pictures of a few nodes. */
  everyName: boolean;
}

/** The picture of a view, laid into a frame of the given size with its left upper corner at `left`, `top`. */
export function compose(given: Composition, frame: Box): Shape[] {
  const { nodes, edges, palette } = given;
  const way = wayInto(given, frame);
  const spots = placed(given, way);
  const crowd = new Crowd(frame.right, frame.bottom);
  for (const [id, { x, y, radius }] of spots) crowd.add(around(x, y, radius), id);
  const halos = nodes.flatMap((node): Shape[] => {
    const [spot, group] = [spots.get(node.id), given.group(node.id)];
    if (!spot || group === undefined) return [];
    return [{ d: circle(spot.x, spot.y, spot.radius + 16), fill: palette.group(group), opacity: 0.28 }];
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
  const numbers = nodes.flatMap((node) => groupNumber(node.id, spots.get(node.id), crowd, given));
  const names = written(given, spots, crowd);
  const signs = drawn.flatMap(({ edge, side, from, to }) => sign(edge, side, from, to, crowd, given));
  const map = given.atlas ? [ground(given.atlas, frame, way, palette)] : [];
  return [...map, ...halos, ...ties, ...signs, ...marks, ...selected, ...numbers, ...names];
}

/** Pixels to a unit of the graph at most: few nodes are not torn apart. */
export const mostStretch = 620;

/** From graph units to the sheet: how many pixels a unit has, and where the graph's middle lies. */
interface Way {
  unit: number;
  x: number;
  y: number;
}

/** Everything as large as it fits, but few nodes not torn apart; on the map with some land around them. */
function wayInto({ view, nodes, atlas }: Composition, frame: Box): Way {
  const places = nodes.flatMap(({ id }) => view.nodes[id] ?? []);
  const [xs, ys] = [places.map(({ x }) => x), places.map(({ y }) => -y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const margin = { x: 90, y: 48 };
  const least = atlas ? 0.5 : 0.001;
  const unit = Math.min(
    (frame.right - frame.left - 2 * margin.x) / Math.max(least, right - left),
    (frame.bottom - frame.top - 2 * margin.y) / Math.max(least, bottom - top),
    mostStretch,
  );
  return {
    unit,
    x: (frame.left + frame.right) / 2 - ((left + right) / 2) * unit,
    y: (frame.top + frame.bottom) / 2 - ((top + bottom) / 2) * unit,
  };
}

function placed({ view, nodes, weight }: Composition, way: Way): Map<string, Spot> {
  return new Map(
    nodes.flatMap((node): [string, Spot][] => {
      const at = view.nodes[node.id];
      if (!at) return [];
      return [[node.id, { x: way.x + at.x * way.unit, y: way.y - at.y * way.unit, radius: 5 + 11 * weight(node) }]];
    }),
  );
}

/** Contested borders, in a picture as in its legend. */
export const disputedDash = [4, 3];

/** The map under the picture, as the canvas shows it: contested borders dashed, darker than the settled ones. */
function ground({ land, borders, disputed }: Atlas, frame: Box, { unit, x, y }: Way, { ink, paper }: Palette): Inset {
  const [flat, line] = [blend(paper, ink, 0.05), blend(paper, ink, 0.22)];
  const lines = [
    { d: land, fill: flat, stroke: line, width: 0.8 },
    { d: borders, stroke: line, width: 0.8 },
    { d: disputed, stroke: ink, width: 1.2, dash: disputedDash },
  ];
  return { frame, x, y, scale: unit / 1000, lines };
}

/** The number of a node's group at its upper corner, as on the canvas; in a crowd on the node itself. */
function groupNumber(id: string, spot: Spot | undefined, crowd: Crowd, { group, palette }: Composition): Shape[] {
  const own = group(id);
  if (!spot || own === undefined) return [];
  const text = number(own + 1);
  const wide = Math.max(15, measure(text, 10, 700) + 7);
  const away = spot.radius * 0.72;
  const box = (left: number, top: number): Box => ({ left, top, right: left + wide, bottom: top + 15 });
  const corners = [box(spot.x - away - wide, spot.y - away - 12), box(spot.x - away - wide, spot.y + away - 3)];
  const free = corners.find((each) => crowd.isFree(each, id));
  const { left, top } = free ?? box(spot.x - wide / 2, spot.y - 7.5);
  if (free) crowd.add(free, `${id}#`);
  return numbered(text, left, top, wide, palette.group(own), palette);
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
