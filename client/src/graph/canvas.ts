import { MultiDirectedGraph } from "graphology";
import type Sigma from "sigma";
import type { Appearance } from "./appearance.ts";
import type { Atlas } from "./atlas/atlas.ts";
import { different, neighbourhood } from "./emphasis.ts";
import { Faces } from "./faces.ts";
import { glide } from "./glide.ts";
import { Ground } from "./ground.ts";
import type { Box } from "./labels.ts";
import { flattened, isSoftware } from "./layers.ts";
import { Lens } from "./lens.ts";
import type { Library } from "./library.ts";
import { nameOf } from "./name.ts";
import { Outside } from "./outside.ts";
import { Overlay } from "./overlay.ts";
import { channels, type Palette } from "./palette.ts";
import { type Handlers, listen } from "./pointer.ts";
import type { Stage } from "./programs/stage.ts";
import { renderer } from "./renderer.ts";
import { muchToDraw, Repaint } from "./repaint.ts";
import { type EdgeAttributes, type NodeAttributes, type Scene, sync, unchanged } from "./scene.ts";
import type { Camera, Selection, View } from "./view.ts";

/** What the page tells the canvas: the view, what its filters let through, and how to write names and counts. */
export interface Picture {
  view: View;
  nodes: readonly string[];
  edges: readonly string[];
  count(value: number): string;
  weight: Appearance["weight"];
  group: Appearance["group"];
}

/** The drawn graph. Outside React: made once for an element, told what to show, killed with it. */
export class GraphCanvas {
  readonly scene: Scene = new MultiDirectedGraph();
  readonly handlers: Handlers;
  readonly lens: Lens;
  readonly #library: Library;
  readonly #sigma: Sigma<NodeAttributes, EdgeAttributes>;
  readonly #repaint: Repaint;
  readonly #overlay: Overlay;
  readonly #stage: Stage;
  readonly #ground: Ground;
  readonly #stillness = matchMedia("(prefers-reduced-motion: reduce)");
  #covers: readonly Box[] = [];
  #look: Appearance;
  #picture: Picture | undefined;
  /** What the scene holds by now, and as it looked. */
  #brought: { picture: Picture | undefined; look: Appearance; version: number };
  #task: ReturnType<typeof setTimeout> | undefined;
  #hovered: string | undefined;
  #cursor: string | undefined;
  /** Stops what glides. */
  #still: () => void = () => {};
  #deaf: () => void;
  readonly #outside: Outside;
  readonly #faces = new Faces();
  /** What lies under the pointer this very moment; `hovered` follows when it rests there. */
  under: string | undefined;

  constructor(element: HTMLElement, library: Library, colours: Palette, handlers: Handlers) {
    this.#library = library;
    this.#outside = new Outside(library);
    this.handlers = handlers;
    this.#stage = { dim: 0, paper: channels(colours.paper) };
    this.#look = {
      palette: colours,
      nodes: new Set(),
      edges: new Set(),
      lit: undefined,
      selected: new Set(),
      spread: undefined,
      scale: 1,
      weight: () => 0,
      group: () => undefined,
    };
    this.#brought = { picture: undefined, look: this.#look, version: -1 };
    this.#sigma = renderer(this.scene, element, this.#stage, () => this.#look, this.#stillness.matches);
    this.#repaint = new Repaint(this.#sigma, this.scene);
    this.lens = new Lens(this.#sigma, () => this.#stillness.matches);
    this.#overlay = new Overlay(this.#sigma);
    this.#ground = new Ground(element);
    for (const each of Object.values(this.#sigma.getCanvases())) each.addEventListener("webglcontextlost", this.#lost);
    this.#sigma.on("afterRender", () => {
      this.#ground.follow(this.#sigma.graphToViewport({ x: 0, y: 0 }), this.#sigma.graphToViewport({ x: 1, y: 0 }));
      this.#draw();
    });
    this.#deaf = listen(this.#sigma, this.scene, this);
  }

  readonly #lost = (event: Event): void => {
    event.preventDefault();
    this.handlers.lost();
  };

  /** Drawn by the processor instead of a graphics card: each pixel costs, so there have to be fewer. */
  get isSoftware(): boolean {
    this.#software ??= isSoftware(this.#sigma.getCanvases().nodes);
    return this.#software;
  }

  #software: boolean | undefined;

  /**
   * Shows a picture: what came and went, what moved, what the filters hide, who is selected. Much to draw is a task of
   * its own, so that the page answers first.
   */
  show(picture: Picture): void {
    this.#picture = picture;
    const { selection } = picture.view;
    this.#look = {
      ...this.#look,
      nodes: new Set(picture.nodes),
      edges: new Set(picture.edges),
      selected: new Set([...selection.nodes, ...(selection.edge ? [selection.edge] : [])]),
      weight: picture.weight,
      group: picture.group,
    };
    clearTimeout(this.#task);
    if (Math.max(picture.edges.length, this.scene.size) < muchToDraw) this.#bring(picture);
    else this.#task = setTimeout(() => this.#bring(picture));
  }

  #bring(picture: Picture): void {
    const { view } = picture;
    const { picture: before, look: old } = this.#brought;
    this.#outside.follow(view.nodes);
    const { version } = this.#library;
    const isSame = before?.view.nodes === view.nodes && this.#brought.version === version;
    const changes = isSame ? unchanged : sync(this.scene, view, this.#library, this.under);
    if (changes.structure) this.#repaint.changed();
    if (this.#hovered !== undefined && !this.scene.hasNode(this.#hovered) && !this.scene.hasEdge(this.#hovered)) {
      this.#hovered = undefined;
      this.handlers.hover(undefined, { x: 0, y: 0 });
    }
    this.#emphasise();
    if (before?.view.names !== view.names) this.#overlay.forget();
    const restyled = before?.weight !== picture.weight || before?.group !== picture.group;
    this.#lighten();
    if (changes.structure || restyled) this.#repaint.all();
    else this.#repaint.only(different(old, this.#look));
    this.#brought = { picture, look: this.#look, version };
    if (changes.moved.length > 0) this.#glideTo(view, changes.moved);
    void this.#awaitFaces();
  }

  set palette(palette: Palette) {
    this.#look = { ...this.#look, palette };
    this.#stage.paper = channels(palette.paper);
    this.#repaint.all();
  }

  /** What the nodes stand on: the map, or nothing. */
  set atlas(atlas: Atlas | undefined) {
    this.#ground.show(atlas);
    this.#sigma.scheduleRender();
  }

  /** The keyboard's node; it lights its neighbourhood as the pointer's does. */
  set cursor(id: string | undefined) {
    this.#cursor = id;
    this.#emphasise();
  }

  get cursor(): string | undefined {
    return this.#cursor;
  }

  /** Lights a node with its neighbours, or an edge with its ends. Only what is lit or was lit is drawn anew. */
  set hovered(id: string | undefined) {
    if (id === this.#hovered) return;
    this.#hovered = id;
    this.#emphasise();
  }

  /** Boxes of the page that lie over the canvas, in its CSS pixels: no name is written under them. */
  set covers(boxes: readonly Box[]) {
    this.#covers = boxes;
    this.#sigma.scheduleRender();
  }

  get hovered(): string | undefined {
    return this.#hovered;
  }

  /** The camera that shows these nodes, or all that are seen, with room for names around them. */
  fitting(ids: Iterable<string> = this.#look.nodes, view: View | undefined = this.#picture?.view): Camera {
    const places = [...ids].flatMap((id) => view?.nodes[id] ?? []);
    return this.lens.fitting(places);
  }

  /** Place of a node in CSS pixels of the canvas. */
  at(id: string): { x: number; y: number } | undefined {
    const data = this.#sigma.getNodeDisplayData(id);
    return data && this.#sigma.framedGraphToViewport(data);
  }

  /** Writes places straight to the scene, for a drag under way: the view learns of it when it ends. */
  place(places: readonly { id: string; x: number; y: number }[]): void {
    for (const { id, x, y } of places)
      if (this.scene.hasNode(id)) Object.assign(this.scene.getNodeAttributes(id), { x, y });
    this.#repaint.moved(places.map(({ id }) => id));
  }

  get seen(): Appearance {
    return this.#look;
  }

  get names(): readonly string[] {
    return this.#overlay.written;
  }

  /** The picture as it stands, as the address of an image. What the graphics card drew is lost once the task ends. */
  snapshot(): string {
    this.#sigma.refresh({ partialGraph: { nodes: [], edges: [] }, skipIndexation: true, schedule: false });
    return flattened(Object.values(this.#sigma.getCanvases()));
  }

  /** The element has another size. */
  resize(): void {
    const before = this.#sigma.getDimensions();
    this.#sigma.resize();
    const { width, height } = this.#sigma.getDimensions();
    const scale = Math.min(1, Math.max(0.55, Math.min(width, height) / 560));
    if (scale !== this.#look.scale) {
      this.#look = { ...this.#look, scale };
      this.#repaint.all();
    } else if (width !== before.width || height !== before.height) this.#sigma.scheduleRender();
  }

  kill(): void {
    this.#still();
    clearTimeout(this.#task);
    this.#repaint.stop();
    this.#deaf();
    this.#ground.remove();
    // Killing gives the contexts back, which counts as losing them.
    for (const each of Object.values(this.#sigma.getCanvases()))
      each.removeEventListener("webglcontextlost", this.#lost);
    this.#sigma.kill();
  }

  #emphasise(): void {
    const old = this.#look;
    const selection: Selection = this.#picture?.view.selection ?? { nodes: [] };
    const focus = this.#hovered ?? this.#cursor;
    const ids = focus ? [focus] : selection.edge ? [selection.edge] : selection.nodes;
    const lit = ids.length > 0 ? neighbourhood(this.scene, ids, this.#look.edges) : undefined;
    this.#stage.dim = lit ? (focus ? 1 : 0.5) : 0;
    const edge = focus && this.scene.hasEdge(focus) ? focus : selection.edge;
    const ends = edge && this.scene.hasEdge(edge) ? this.scene.extremities(edge) : undefined;
    this.#look = { ...old, lit, spread: ends };
    this.#repaint.only([...different(old, this.#look), ...this.#pair(old.spread), ...this.#pair(ends)]);
  }

  #pair(ends: readonly [string, string] | undefined): string[] {
    return ends?.every((id) => this.scene.hasNode(id)) ? this.scene.edges(...ends) : [];
  }

  /** Edges are drawn a second time for the pointer to find them: too much for a processor, or for very many. */
  #lighten(): void {
    const edges = this.#look.edges.size;
    const heavy = edges > (this.isSoftware ? 500 : 6000);
    if (this.#sigma.getSetting("hideEdgesOnMove") === heavy) return;
    this.#sigma.setSetting("hideEdgesOnMove", heavy);
    this.#sigma.setSetting("enableEdgeEvents", !heavy);
  }

  #glideTo(view: View, ids: readonly string[]): void {
    this.#still();
    const ways = ids.flatMap((id) => {
      const to = view.nodes[id];
      return to && this.scene.hasNode(id) ? [{ id, from: { ...this.scene.getNodeAttributes(id) }, to }] : [];
    });
    const isShort = this.#stillness.matches || ids.length > 300;
    this.#still = glide(ways, isShort ? 0 : 280, (places) => this.place(places));
  }

  #draw(): void {
    if (!this.#picture) return;
    const { view, count } = this.#picture;
    const hovered = this.#hovered && this.scene.hasNode(this.#hovered) ? this.#hovered : undefined;
    this.#overlay.draw(this.scene, {
      appearance: this.#look,
      name: (id) => nameOf(this.scene.getNodeAttribute(id, "node").names, view.names),
      more: (id) => this.#outside.count(id),
      cursor: this.#cursor,
      hovered,
      isPointed: (this.#hovered ?? this.#cursor) !== undefined,
      count,
      covers: this.#covers,
    });
  }

  async #awaitFaces(): Promise<void> {
    const names = this.#picture?.view.names ?? "en";
    const texts = this.scene.mapNodes((_id, { node }) => nameOf(node.names, names));
    if (await this.#faces.follow(texts)) this.#sigma.scheduleRender();
  }
}
