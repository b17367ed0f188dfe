/**
 * What is on the table: everything a permalink restores and every command changes. Plain data, never changed in place.
 * Positions are in graph units (the opening layout fills −1…1), the camera's in Sigma's frame.
 */
export interface View {
  nodes: Readonly<Record<string, Placed>>;
  /** Taken out of the picture but not given up: they keep their place. */
  hidden: readonly string[];
  selection: Selection;
  filters: Filters;
  /** Language of the names on the canvas. */
  names: string;
  layout: Layout;
  sizeBy: SizeBy;
  groupBy: GroupBy;
  mode: Mode;
  order: Order;
  camera: Camera;
}

export interface Placed {
  x: number;
  y: number;
  pinned?: true;
  /** What brought it: `start`, `search`, `path`, or `expand:<node>`. A node goes when its last reason goes. */
  by: readonly string[];
}

export interface Selection {
  nodes: readonly string[];
  edge?: string;
  /** The article that is open beside the graph, at one of its claims. */
  article?: string;
  claim?: string;
}

/** Empty lists and missing numbers let everything through. */
export interface Filters {
  /** Edge types left out. */
  types: readonly string[];
  /** Node types left out. */
  nodeTypes: readonly string[];
  /** Stances left out. */
  stances: readonly string[];
  /** Fewest independent sources. */
  sources: number;
  /** Only edges told in one of these languages, by one of these outlets, one of these speakers. */
  langs: readonly string[];
  outlets: readonly string[];
  speakers: readonly string[];
  time: TimeFilter;
}

export interface TimeFilter {
  clock: "event" | "report";
  /** Inclusive ISO dates. */
  from?: string;
  to?: string;
}

export interface Camera {
  x: number;
  y: number;
  ratio: number;
}

/** Whether two cameras show the same. */
export function same(a: Camera, b: Camera): boolean {
  return a.x === b.x && a.y === b.y && a.ratio === b.ratio;
}

export type Layout = "force" | "hierarchical" | "circular" | "map";
export type SizeBy = "degree" | "betweenness" | "pagerank" | "same";
export type GroupBy = "none" | "community" | "bloc";
/** As a picture, or as a table: of the ties, of the nodes, or of who stands how with whom. */
export type Mode = "graph" | "table" | "nodes" | "matrix";

/** How the rows of the two lists are ordered. */
export interface Order {
  ties: Sorting<TieColumn>;
  nodes: Sorting<NodeColumn>;
}

export interface Sorting<Column> {
  by: Column;
  /** The smallest, earliest or first of the alphabet comes first. */
  up: boolean;
}

export const tieColumns = ["from", "type", "to", "stance", "sources", "last"] as const;
export const nodeColumns = ["name", "kind", "ties", "more", "score", "group", "state"] as const;
export type TieColumn = (typeof tieColumns)[number];
export type NodeColumn = (typeof nodeColumns)[number];

export const layouts: readonly Layout[] = ["force", "hierarchical", "circular", "map"];
export const sizes: readonly SizeBy[] = ["degree", "betweenness", "pagerank", "same"];
export const groups: readonly GroupBy[] = ["none", "community", "bloc"];
export const modes: readonly Mode[] = ["graph", "table", "nodes", "matrix"];

export const noFilters: Filters = {
  types: [],
  nodeTypes: [],
  stances: [],
  sources: 1,
  langs: [],
  outlets: [],
  speakers: [],
  time: { clock: "report" },
};

export const emptyView: View = {
  nodes: {},
  hidden: [],
  selection: { nodes: [] },
  filters: noFilters,
  names: "en",
  layout: "force",
  sizeBy: "degree",
  groupBy: "none",
  mode: "graph",
  order: { ties: { by: "sources", up: false }, nodes: { by: "ties", up: false } },
  camera: { x: 0.5, y: 0.5, ratio: 1 },
};

/** Positions and the camera are kept to four decimals, so that a view read back from its address is the same view. */
export function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000 + 0;
}
