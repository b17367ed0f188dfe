import { MultiDirectedGraph } from "graphology";
import type Sigma from "sigma";
import { type Appearance, blank } from "./appearance.ts";
import type { Atlas } from "./atlas/atlas.ts";
import { different, neighbourhood } from "./emphasis.ts";
import { Glider } from "./glide.ts";
import { Ground } from "./ground.ts";
import type { Box } from "./labels.ts";
import { flattened, isSoftware } from "./layers.ts";
import { Lens } from "./lens.ts";
import type { Library } from "./library.ts";
import { channels, type Palette } from "./palette.ts";
import { type Handlers, listen } from "./pointer.ts";
import type { Stage } from "./programs/stage.ts";
import { renderer } from "./renderer.ts";
import { muchToDraw, Repaint } from "./repaint.ts";
import { type Changes, type EdgeAttributes, type NodeAttributes, type Scene, sync, unchanged } from "./scene.ts";
import type { Camera, Selection, View } from "./view.ts";
import { type Text, Writing } from "./writing.ts";

/** What the page tells the canvas: the view, what its filters let through, and how to write names and counts. */
export interface Picture {
  view: View;
  nodes: readonly string[];
  edges: readonly string[];
  /** There are more edges than can be drawn here: those left out are not even kept, since what is hidden costs as much. */
  isCut: boolean;
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
  readonly #writing: Writing;
  readonly #stage: Stage;
  readonly #ground: Ground;
  #look: Appearance;
  #picture: Picture | undefined;
  /** What the scene holds by now: of which nodes, as the library told at which version. */
  #held: { nodes: View["nodes"]; version: number; isCut: boolean } | undefined;
  /** What the scene was brought to and is not painted yet. */
  #due: Pick<Changes, "structure" | "moved"> = unchanged;
  /** What is painted by now, and as it looked. */
  #painted: { picture: Picture | undefined; look: Appearance };
  #task: ReturnType<typeof setTimeout> | undefined;
  #hovered: string | undefined;
  #cursor: string | undefined;
  readonly #glider: Glider;
  #deaf: () => void;
  /** What the pointer came to last, whether it is still there or not; `hovered` follows when it rests there. */
  under: string | undefined;

  constructor(element: HTMLElement, library: Library, colours: Palette, handlers: Handlers) {
    this.#library = library;
    this.handlers = handlers;
    this.#stage = { dim: 0, paper: channels(colours.paper), pointable: true, settled: false };
    this.#look = blank(colours);
    this.#painted = { picture: undefined, look: this.#look };
    const stillness = matchMedia("(prefers-reduced-motion: reduce)");
    this.#sigma = renderer(this.scene, element, this.#stage, () => this.#look, stillness.matches);
    this.#repaint = new Repaint(this.#sigma, this.scene, this.#stage);
    const isStill = (): boolean => stillness.matches;
    this.lens = new Lens(this.#sigma, isStill);
    this.#glider = new Glider(this.scene, (places) => this.place(places), isStill);
    this.#writing = new Writing(this.#sigma, this.scene, library, () => this.#text());
    this.#ground = new Ground(element);
    for (const each of Object.values(this.#sigma.getCanvases())) each.addEventListener("webglcontextlost", this.#lost);
    this.#sigma.on("afterRender", () => {
      this.#ground.follow(this.#sigma.graphToViewport({ x: 0, y: 0 }), this.#sigma.graphToViewport({ x: 1, y: 0 }));
      // Where much was worked out anew, names come with the next frame: both at once are a stall.
      if (this.#repaint.hasProcessed && this.scene.size >= muchToDraw) this.#writing.later();
      else this.#writing.write();
      this.#repaint.hasProcessed = false;
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
    if (Math.max(picture.edges.length, this.scene.size) < muchToDraw) {
      this.#bring(picture);
      this.#paint(picture);
    } else
      this.#task = setTimeout(() => {
        this.#bring(picture);
        this.#task = setTimeout(() => this.#paint(picture));
      });
  }

  /** Brings the scene to what the picture holds. */
  #bring({ view, isCut }: Picture): void {
    const { nodes } = view;
    const { version } = this.#library;
    const held = this.#held;
    this.#writing.follow(nodes);
    if (held?.nodes === nodes && held.version === version && !isCut && !held.isCut) return;
    const changes = sync(this.scene, view, this.#library, this.under, isCut ? this.#look.edges : undefined);
    if (changes.structure) this.#repaint.changed();
    this.#due = { structure: changes.structure || this.#due.structure, moved: changes.moved };
    this.#held = { nodes, version, isCut };
  }

  /** Has drawn what of the scene or of its looks is another than it was. */
  #paint(picture: Picture): void {
    const { view } = picture;
    const { picture: before, look: old } = this.#painted;
    const { structure, moved } = this.#due;
    this.#due = unchanged;
    if (this.#hovered !== undefined && !this.scene.hasNode(this.#hovered) && !this.scene.hasEdge(this.#hovered)) {
      this.#hovered = undefined;
      this.handlers.hover(undefined, { x: 0, y: 0 });
    }
    this.#emphasise();
    if (before?.view.names !== view.names) this.#writing.forget();
    const restyled = before?.weight !== picture.weight || before?.group !== picture.group;
    this.#lighten();
    if (structure || restyled) this.#repaint.all();
    else this.#repaint.only(different(old, this.#look));
    this.#painted = { picture, look: this.#look };
    if (moved.length > 0) this.#glider.to(view.nodes, moved);
    void this.#writing.awaitFaces();
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
    this.#writing.covers = boxes;
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
    return this.#writing.names;
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
    this.#glider.stop();
    clearTimeout(this.#task);
    this.#repaint.stop();
    this.#writing.kill();
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
    this.#repaint.light(different(old, this.#look));
    if (old.spread?.join() !== ends?.join()) this.#repaint.only([...this.#pair(old.spread), ...this.#pair(ends)]);
  }

  #pair(ends: readonly [string, string] | undefined): string[] {
    return ends?.every((id) => this.scene.hasNode(id)) ? this.scene.edges(...ends) : [];
  }

  /** Edges are drawn a second time for the pointer to find them: too much for a processor, or for very many. */
  #lighten(): void {
    const edges = this.#look.edges.size;
    const heavy = edges > (this.isSoftware ? 500 : 6000);
    if (this.#sigma.getSetting("hideEdgesOnMove") === heavy) return;
    this.#stage.pointable = !heavy;
    this.#sigma.setSetting("hideEdgesOnMove", heavy);
    this.#sigma.setSetting("enableEdgeEvents", !heavy);
  }

  #text(): Text | undefined {
    if (!this.#picture) return undefined;
    const { view, count } = this.#picture;
    return {
      appearance: this.#look,
      names: view.names,
      cursor: this.#cursor,
      hovered: this.#hovered && this.scene.hasNode(this.#hovered) ? this.#hovered : undefined,
      isPointed: (this.#hovered ?? this.#cursor) !== undefined,
      count,
    };
  }
}
