import type Sigma from "sigma";
import type { Stage } from "./programs/stage.ts";
import type { EdgeAttributes, NodeAttributes, Scene } from "./scene.ts";

/** Edges from which on drawing takes longer than a page may be silent together with what led to it. */
export const muchToDraw = 1500;

/** Has drawn anew what changed, and nothing else where Sigma allows it. */
export class Repaint {
  readonly #sigma: Sigma<NodeAttributes, EdgeAttributes>;
  readonly #scene: Scene;
  #isIndexed = false;
  /** The next frame works the whole graph out, by what Sigma knew of it when that frame was asked for. */
  #isAwaited = false;
  /** Something came or went that Sigma has not been told of yet. */
  #isUntold = false;
  /** Sigma has worked everything out anew since this was last taken back. */
  hasProcessed = false;
  /** What lies where is another than when it was last drawn for the pointer. */
  #isMoved = true;
  #frame = "";
  /** The edges of many moved nodes follow part by part. */
  #rest: ReturnType<typeof setTimeout> | undefined;

  constructor(sigma: Sigma<NodeAttributes, EdgeAttributes>, scene: Scene, stage: Stage) {
    this.#sigma = sigma;
    this.#scene = scene;
    sigma.on("beforeRender", () => {
      const { x, y, ratio } = sigma.getCamera();
      const { width, height } = sigma.getDimensions();
      const frame = [x, y, ratio, width, height, devicePixelRatio].join(" ");
      stage.settled = !this.#isMoved && frame === this.#frame;
      this.#frame = frame;
      this.#isMoved = false;
    });
    const moved = (): void => {
      stage.settled = false;
    };
    sigma.on("resize", moved);
    sigma.on("afterProcess", () => {
      moved();
      this.#isIndexed = true;
      this.#isAwaited = false;
      this.hasProcessed = true;
    });
  }

  /** Something came or went, unheard by Sigma: whatever is drawn next has to be indexed first, and so has a frame under way. */
  changed(): void {
    this.#isIndexed = false;
    this.#isMoved = true;
    if (this.#isAwaited) this.all();
    else this.#isUntold = true;
  }

  /** Draws everything anew. */
  all(): void {
    this.#isMoved = true;
    this.#isIndexed = false;
    this.#isAwaited = true;
    this.#isUntold = false;
    this.#sigma.refresh({ schedule: true });
  }

  /** Draws these nodes and edges anew; everything else keeps its buffers. */
  only(ids: readonly string[]): void {
    this.#isMoved = true;
    this.light(ids);
  }

  /** The same where they only stand out more or less than they did, at their place and as large as they were. */
  light(ids: readonly string[]): void {
    const nodes = ids.filter((id) => this.#scene.hasNode(id));
    const edges = ids.filter((id) => this.#scene.hasEdge(id));
    this.#draw(nodes, edges);
  }

  /** Draws nodes that were moved, and their edges after them. */
  moved(ids: readonly string[]): void {
    const known = ids.filter((id) => this.#scene.hasNode(id));
    const edges = [...new Set(known.flatMap((id) => this.#scene.edges(id)))];
    clearTimeout(this.#rest);
    const draw = (from: number): void => {
      this.#isMoved = true;
      const part = edges.slice(from, from + muchToDraw).filter((id) => this.#scene.hasEdge(id));
      this.#draw(from === 0 ? known : [], part);
      if (from + muchToDraw < edges.length) this.#rest = setTimeout(() => draw(from + muchToDraw));
    };
    draw(0);
  }

  stop(): void {
    clearTimeout(this.#rest);
  }

  /** Sigma refuses to repaint what it has not indexed; what came since the last frame it has not. */
  #draw(nodes: string[], edges: string[]): void {
    if (this.#isUntold) {
      this.all();
      return;
    }
    this.#isAwaited ||= !this.#isIndexed;
    this.#sigma.refresh({ partialGraph: { nodes, edges }, skipIndexation: this.#isIndexed, schedule: true });
  }
}
