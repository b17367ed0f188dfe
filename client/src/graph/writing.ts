import type Sigma from "sigma";
import { Faces } from "./faces.ts";
import type { Box } from "./labels.ts";
import type { Library } from "./library.ts";
import { nameOf } from "./name.ts";
import { Outside } from "./outside.ts";
import { Overlay, type OverlaySource } from "./overlay.ts";
import type { EdgeAttributes, NodeAttributes, Scene } from "./scene.ts";
import type { View } from "./view.ts";

/** What is to be written: of whom is known from the scene, how from this. */
export type Text = Pick<OverlaySource, "appearance" | "cursor" | "hovered" | "isPointed" | "count"> &
  Pick<View, "names">;

/**
 * What is written over the drawn graph: names, signs, rings, and how much leads out. With every frame of the drawing, and
 * alone where only the writing changes: without a graphics card a drawing takes a hundred times what its names take.
 */
export class Writing {
  readonly #scene: Scene;
  readonly #text: () => Text | undefined;
  readonly #overlay: Overlay;
  readonly #outside: Outside;
  readonly #faces = new Faces();
  #covers: readonly Box[] = [];
  #frame: number | undefined;
  #isOver = false;

  constructor(
    sigma: Sigma<NodeAttributes, EdgeAttributes>,
    scene: Scene,
    library: Library,
    text: () => Text | undefined,
  ) {
    this.#scene = scene;
    this.#text = text;
    this.#overlay = new Overlay(sigma);
    this.#outside = new Outside(library);
  }

  /** Boxes of the page that lie over the canvas, in its CSS pixels: no name is written under them. */
  set covers(boxes: readonly Box[]) {
    this.#covers = boxes;
    this.#again();
  }

  /** Nodes whose names were written in the last frame. */
  get names(): readonly string[] {
    return this.#overlay.written;
  }

  /** The picture holds these nodes from now on. */
  follow(nodes: View["nodes"]): void {
    this.#outside.follow(nodes);
  }

  /** The language of the names is another: where each of them stood is no help. */
  forget(): void {
    this.#overlay.forget();
  }

  /** Writes anew when the letters of all names have their faces. */
  async awaitFaces(): Promise<void> {
    const names = this.#text()?.names ?? "en";
    const texts = this.#scene.mapNodes((_id, { node }) => nameOf(node.names, names));
    if (await this.#faces.follow(texts)) this.#again();
  }

  write(): void {
    this.#cancel();
    const text = this.#text();
    if (!text) return;
    const isDone = this.#overlay.draw(this.#scene, {
      ...text,
      name: (id) => nameOf(this.#scene.getNodeAttribute(id, "node").names, text.names),
      more: (id) => this.#outside.count(id),
      covers: this.#covers,
    });
    if (!isDone) this.#again();
  }

  kill(): void {
    this.#isOver = true;
    this.#cancel();
  }

  /** Writes in the next frame, though this one was to be written in. */
  later(): void {
    this.#cancel();
    this.#again();
  }

  #again(): void {
    if (!this.#isOver) this.#frame ??= requestAnimationFrame(() => this.write());
  }

  #cancel(): void {
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#frame = undefined;
  }
}
