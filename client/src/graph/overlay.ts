import type Sigma from "sigma";
import { type Appearance, bendOf, nodeSize } from "./appearance.ts";
import { type Badge, drawBadges } from "./badges.ts";
import { writeGroups } from "./groups.ts";
import { type Box, Crowd, type Label, writeCounts, writeLabels } from "./labels.ts";
import { edgeEntries } from "./palette.ts";
import type { EdgeAttributes, NodeAttributes, Scene } from "./scene.ts";

/** What the layers above the drawn graph need to know beside the scene. */
export interface OverlaySource {
  appearance: Appearance;
  name(id: string): string;
  more(id: string): number;
  /** The keyboard's place, or a hovered node: ringed. */
  cursor: string | undefined;
  hovered: string | undefined;
  /** The pointer or the keyboard is on something: the rest is silent, not only faint. */
  isPointed: boolean;
  count(value: number): string;
  /** What of the page lies over the canvas: nothing is written under it. */
  covers: readonly Box[];
}

const limits = { labels: 160, candidates: 600, badges: 220, rings: 400 };
/** Where there are more edges than this, only those that stand out carry their signs: the rest would be a carpet. */
const manyEdges = 1500;

interface Spot {
  x: number;
  y: number;
  radius: number;
}

/**
 * Names, signs and rings on two canvases of their own: signs below the nodes, names above. Sigma's own labels know
 * neither collision nor script, and are switched off.
 */
export class Overlay {
  readonly #sigma: Sigma<NodeAttributes, EdgeAttributes>;
  readonly #below: HTMLCanvasElement;
  readonly #above: HTMLCanvasElement;
  readonly #sides = new Map();
  /** Nodes whose names were written in the last frame. */
  written: readonly string[] = [];

  constructor(sigma: Sigma<NodeAttributes, EdgeAttributes>) {
    this.#sigma = sigma;
    this.#below = sigma.createCanvas("signs", { beforeLayer: "nodes" });
    this.#above = sigma.createCanvas("names", { beforeLayer: "mouse" });
    sigma.on("resize", () => this.#resize());
    this.#resize();
  }

  /** Says whether every name found its place; those that did not will in the next frame. */
  draw(scene: Scene, source: OverlaySource): boolean {
    const sigma = this.#sigma;
    const { width, height } = sigma.getDimensions();
    const below = this.#context(this.#below, width, height);
    const above = this.#context(this.#above, width, height);
    const { appearance } = source;
    const taken = new Crowd(width, height);
    for (const box of source.covers) taken.add(box, "");
    const spots = new Map<string, Spot>();
    // Without rotation the way from the graph to the canvas is one factor and one step in each direction.
    const [zero, one] = [sigma.graphToViewport({ x: 0, y: 0 }), sigma.graphToViewport({ x: 1, y: 1 })];
    const scale = sigma.scaleSize(1);
    const near: (Spot & { id: string; rank: number; strong: boolean; faint: boolean })[] = [];
    scene.forEachNode((id, { x: across, y: up, node, pinned }) => {
      if (!appearance.nodes.has(id)) return;
      const x = zero.x + across * (one.x - zero.x);
      const y = zero.y + up * (one.y - zero.y);
      const size = nodeSize(id, node, appearance);
      const spot = { x, y, radius: size * scale };
      spots.set(id, spot);
      if (x < -60 || y < -60 || x > width + 60 || y > height + 60) return;
      const group = appearance.group(id);
      if (group !== undefined) halo(below, spot, appearance.palette.group(group));
      if (pinned) dot(above, spot, appearance.palette.ink);
      const { radius } = spot;
      taken.add({ left: x - radius, top: y - radius, right: x + radius, bottom: y + radius }, id);
      const faint = appearance.lit !== undefined && !appearance.lit.has(id);
      if (faint && source.isPointed && !appearance.selected.has(id)) return;
      const strong = appearance.selected.has(id) || id === source.hovered || id === source.cursor;
      const rank = (strong ? 1000 : faint ? 0 : 200) + (pinned ? 100 : 0) + size;
      near.push({ ...spot, id, rank, strong, faint });
    });
    const least = cut(
      near.map(({ rank }) => rank),
      limits.candidates,
    );
    const labels: Label[] = near
      .filter(({ rank }) => rank >= least)
      .sort((a, b) => b.rank - a.rank || (a.id < b.id ? -1 : 1))
      .map((each) => ({ ...each, text: source.name(each.id), more: source.more(each.id) }));
    this.#rings(above, spots, source);
    const ink = { ...appearance.palette, count: source.count };
    const grouped = labels.flatMap((label) => {
      const group = appearance.group(label.id);
      if (group === undefined) return [];
      const { pinned } = scene.getNodeAttributes(label.id);
      return { ...label, text: source.count(group + 1), colour: appearance.palette.group(group), pinned };
    });
    const badges = this.#badges(spots, scene, source);
    const sign = (strong: boolean): void => {
      const wanted = badges.filter((badge) => badge.strong === strong);
      drawBadges(below, wanted, taken, appearance.palette.paper, limits.badges);
    };
    sign(true);
    writeGroups(above, grouped, taken, ink);
    writeCounts(above, labels.slice(0, limits.labels), taken, ink);
    const { written, unfinished } = writeLabels(above, labels, taken, this.#sides, ink, limits.labels);
    this.written = written;
    sign(false);
    return !unfinished;
  }

  /** Where every name is, after the language changed: the old sides are no help. */
  forget(): void {
    this.#sides.clear();
  }

  #badges(
    spots: ReadonlyMap<string, { x: number; y: number; radius: number }>,
    scene: Scene,
    { appearance, count }: OverlaySource,
  ): Badge[] {
    const sigma = this.#sigma;
    const { edges, lit, selected } = appearance;
    const crowded = edges.size > manyEdges;
    const scale = sigma.scaleSize(1);
    const found: (Badge & { rank: number; told: number })[] = [];
    for (const id of crowded ? (lit ?? selected) : edges) {
      if ((lit && !lit.has(id)) || !edges.has(id) || !scene.hasEdge(id)) continue;
      const attributes = scene.getEdgeAttributes(id);
      const { edge } = attributes;
      const [from, to] = [spots.get(edge.from), spots.get(edge.to)];
      if (!from || !to) continue;
      const strong = selected.has(id);
      found.push({
        id,
        glyph: edgeEntries[edge.type]?.glyph ?? "·",
        colour: appearance.palette.edge(edge.type),
        from,
        to,
        bend: bendOf(attributes, appearance) * scale,
        sources: "",
        told: edge.sources,
        strong,
        rank: (strong ? 1000 : 0) + edge.sources,
      });
    }
    return found
      .sort((a, b) => b.rank - a.rank || (a.id < b.id ? -1 : 1))
      .slice(0, limits.badges * 3)
      .map((badge) => (badge.told > 1 ? { ...badge, sources: count(badge.told) } : badge));
  }

  #rings(
    context: CanvasRenderingContext2D,
    spots: ReadonlyMap<string, { x: number; y: number; radius: number }>,
    { appearance, cursor, hovered }: OverlaySource,
  ): void {
    const { ink, paper, focus } = appearance.palette;
    const ring = (id: string, gap: number, width: number, colour: string): void => {
      const spot = spots.get(id);
      if (!spot) return;
      context.beginPath();
      context.arc(spot.x, spot.y, spot.radius + gap, 0, Math.PI * 2);
      context.lineWidth = width;
      context.strokeStyle = colour;
      context.stroke();
    };
    let rings = 0;
    for (const id of appearance.selected) {
      if (rings++ > limits.rings) break;
      ring(id, 4, 2, ink);
    }
    if (hovered) ring(hovered, 4, 1.5, ink);
    // Two colours, so that the ring shows on whatever lies under it.
    if (cursor) {
      ring(cursor, 6, 5, paper);
      ring(cursor, 6, 2.5, focus);
    }
  }

  #context(canvas: HTMLCanvasElement, width: number, height: number): CanvasRenderingContext2D {
    const context = canvas.getContext("2d");
    if (!context) throw new Error("This browser gives no drawing context; the table shows the same graph.");
    context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
    context.clearRect(0, 0, width, height);
    return context;
  }

  #resize(): void {
    const { width, height } = this.#sigma.getDimensions();
    for (const canvas of [this.#below, this.#above]) {
      canvas.width = width * devicePixelRatio;
      canvas.height = height * devicePixelRatio;
      canvas.style.width = `${width}px`;
      canvas.style.height = `${height}px`;
    }
  }
}

/** The colour of a node's group, washed around it. */
function halo(
  context: CanvasRenderingContext2D,
  { x, y, radius }: { x: number; y: number; radius: number },
  colour: string,
): void {
  context.globalAlpha = 0.28;
  context.fillStyle = colour;
  context.beginPath();
  context.arc(x, y, radius + 16, 0, Math.PI * 2);
  context.fill();
  context.globalAlpha = 1;
}

/** A pinned node wears a dot. */
function dot(context: CanvasRenderingContext2D, { x, y, radius }: Spot, ink: string): void {
  context.fillStyle = ink;
  context.beginPath();
  context.arc(x - radius * 0.72, y - radius * 0.72 - 3, 3, 0, Math.PI * 2);
  context.fill();
}

/** The value that so many values reach: sorting numbers alone is cheap, sorting ten thousand labels is not. */
function cut(values: readonly number[], count: number): number {
  if (values.length <= count) return Number.NEGATIVE_INFINITY;
  return Float64Array.from(values).sort()[values.length - count] ?? 0;
}
