import type { MultiDirectedGraph } from "graphology";
import type { EdgeView, NodeView } from "../../../model/api.ts";
import type { Library } from "./library.ts";
import type { View } from "./view.ts";

/** Attributes on the drawn graph: what the reducers turn into marks and strokes. */
export interface NodeAttributes {
  x: number;
  y: number;
  node: NodeView;
  pinned: boolean;
}

export interface EdgeAttributes {
  edge: EdgeView;
  /** Place among the edges of the same two nodes: 0 in the middle, otherwise so many lanes to one side. */
  lane: number;
}

export type Scene = MultiDirectedGraph<NodeAttributes, EdgeAttributes>;

export interface Changes {
  /** Something came or went. */
  structure: boolean;
  /** Nodes whose place in the view is another than on the canvas. */
  moved: string[];
  /** Nodes the view names and the library does not know. */
  unknown: string[];
}

export const unchanged: Changes = { structure: false, moved: [], unknown: [] };

/**
 * Brings the drawn graph to what the view holds. Places are not changed here: whoever draws may let them glide, and draws
 * everything anew where the structure changed. Sigma is told of nothing but what goes from `under` the pointer: for each
 * node and edge that goes it would work the whole graph out anew. Of the edges, only those `kept` are brought, if told.
 */
export function sync(scene: Scene, view: View, library: Library, under?: string, kept?: ReadonlySet<string>): Changes {
  const before = scene.order + scene.size;
  if (under !== undefined && scene.hasNode(under) && !view.nodes[under]) scene.dropNode(under);
  else if (under !== undefined && scene.hasEdge(under)) {
    const [from, to] = scene.extremities(under);
    if (!view.nodes[from] || !view.nodes[to] || kept?.has(under) === false) scene.dropEdge(under);
  }
  const lost = scene.order + scene.size < before;
  const ears = events.map((event) => [event, scene.listeners(event)] as const);
  for (const event of events) scene.removeAllListeners(event);
  const changes = brought(scene, view, library, kept);
  for (const [event, listeners] of ears) for (const each of listeners) scene.on(event, each);
  return { ...changes, structure: changes.structure || lost };
}

const events = ["nodeAdded", "nodeDropped", "edgeAdded", "edgeDropped"] as const;

function brought(scene: Scene, view: View, library: Library, kept?: ReadonlySet<string>): Changes {
  const changes: Changes = { structure: false, moved: [], unknown: [] };
  const placed = new Set<string>();
  for (const [id, { x, y, pinned = false }] of Object.entries(view.nodes)) {
    const node = library.nodes.get(id);
    if (!node) {
      changes.unknown.push(id);
      continue;
    }
    placed.add(id);
    if (!scene.hasNode(id)) {
      scene.addNode(id, { x, y, node, pinned });
      changes.structure = true;
      continue;
    }
    // Written past graphology's events: each would make Sigma index the whole graph again.
    const attributes = scene.getNodeAttributes(id);
    attributes.node = node;
    attributes.pinned = pinned;
    if (attributes.x !== x || attributes.y !== y) changes.moved.push(id);
  }
  for (const id of scene.nodes()) {
    if (placed.has(id)) continue;
    scene.dropNode(id);
    changes.structure = true;
  }
  const all = library.among(placed);
  const edges = kept ? all.filter(({ id }) => kept.has(id)) : all;
  if (edges.length !== scene.size || edges.some((edge) => !scene.hasEdge(edge.id))) {
    const wanted = new Set(edges.map((edge) => edge.id));
    for (const id of scene.edges()) if (!wanted.has(id)) scene.dropEdge(id);
    for (const [edge, lane] of lanes(edges)) {
      if (scene.hasEdge(edge.id)) Object.assign(scene.getEdgeAttributes(edge.id), { edge, lane });
      else scene.addEdgeWithKey(edge.id, edge.from, edge.to, { edge, lane });
    }
    changes.structure = true;
  } else for (const edge of edges) scene.getEdgeAttributes(edge.id).edge = edge;
  return changes;
}

/**
 * Edges of the same two nodes run side by side. Lanes are counted from one end of the pair, whichever way an edge
 * points, so that an edge and its answer never lie on each other.
 */
export function lanes(edges: readonly EdgeView[]): [EdgeView, number][] {
  const pairs = new Map<string, EdgeView[]>();
  for (const edge of edges) {
    const key = edge.from < edge.to ? `${edge.from} ${edge.to}` : `${edge.to} ${edge.from}`;
    const pair = pairs.get(key);
    if (pair) pair.push(edge);
    else pairs.set(key, [edge]);
  }
  return [...pairs.values()].flatMap((pair) => {
    pair.sort((a, b) => (a.id < b.id ? -1 : 1));
    return pair.map((edge, index): [EdgeView, number] => {
      const lane = index - (pair.length - 1) / 2;
      return [edge, edge.from < edge.to ? lane : -lane || 0];
    });
  });
}
