import type { EdgeView, NodeView } from "../../../model/api.ts";
import { edgeEntries, lineOf, type Palette, shapeOf, stanceOf } from "./palette.ts";
import type { Stroke } from "./programs/edge.ts";
import type { Mark } from "./programs/node.ts";
import type { EdgeAttributes, NodeAttributes } from "./scene.ts";

/** Everything that decides how the scene looks and is not in it: a reading of the state, never written to the graph. */
export interface Appearance {
  palette: Palette;
  /** What the filters let through. */
  nodes: ReadonlySet<string>;
  edges: ReadonlySet<string>;
  /** Ids of nodes and edges that stand out while the stage is dimmed. */
  lit: ReadonlySet<string> | undefined;
  selected: ReadonlySet<string>;
  /** The two nodes whose edges are spread so that each can be seen and pointed at. */
  spread: readonly [string, string] | undefined;
  /** Small canvases have smaller nodes. */
  scale: number;
  /** 0…1, what the size of a node says. */
  weight(node: NodeView): number;
  /** Number of a node's group, where nodes are grouped. */
  group(id: string): number | undefined;
}

/** How the scene looks before anything is shown. */
export function blank(palette: Palette): Appearance {
  return {
    palette,
    nodes: new Set(),
    edges: new Set(),
    lit: undefined,
    selected: new Set(),
    spread: undefined,
    scale: 1,
    weight: () => 0,
    group: () => undefined,
  };
}

const lanes = { resting: 9, spread: 30 };

export function mark(id: string, { x, y, node }: NodeAttributes, look: Appearance): Mark {
  return {
    x,
    y,
    size: nodeSize(id, node, look),
    color: look.palette.node(node.type),
    type: "mark",
    shape: shapeOf(node.type),
    hollow: node.candidate === true,
    lit: look.lit?.has(id) === true,
    hidden: !look.nodes.has(id),
    label: null,
    highlighted: false,
    forceLabel: false,
    zIndex: 0,
  };
}

/** Radius of a node in pixels at zoom 1. */
export function nodeSize(id: string, node: NodeView, look: Appearance): number {
  return (5 + 13 * look.weight(node) + (look.selected.has(id) ? 2 : 0)) * look.scale;
}

/** Height of an edge's curve in pixels at zoom 1. */
export function bendOf({ edge, lane }: EdgeAttributes, look: Appearance): number {
  const isSpread = look.spread?.includes(edge.from) && look.spread.includes(edge.to);
  return lane * (isSpread ? lanes.spread : lanes.resting);
}

export function stroke(id: string, attributes: EdgeAttributes, look: Appearance): Stroke {
  const { edge, lane } = attributes;
  const selected = look.selected.has(id);
  return {
    size: width(edge) + (selected ? 1.6 : 0),
    color: look.palette.edge(edge.type),
    type: lane === 0 ? "straight" : "curved",
    bend: bendOf(attributes, look),
    line: lineOf(edge.type),
    stance: stanceOf(edge.stance),
    head: headOf(edge.type),
    lit: look.lit?.has(id) === true,
    hidden: !look.edges.has(id),
    label: null,
    forceLabel: false,
    zIndex: 0,
  };
}

/** Width in pixels by independent sources: each doubling adds the same. */
export function width(edge: Pick<EdgeView, "sources" | "type">): number {
  const line = edgeEntries[edge.type]?.line;
  const factor = line === "thin" ? 0.75 : line === "thick" ? 1.7 : 1;
  return Math.min(7, (1.6 + 0.9 * Math.log2(Math.max(1, edge.sources))) * factor);
}

/** 0 none, 1 arrow, 2 bar: a symmetric type points nowhere, a barred one ends at a wall. */
export function headOf(type: string): number {
  const entry = edgeEntries[type];
  if (entry?.symmetric) return 0;
  return entry?.line === "barred" ? 2 : 1;
}
