import { MultiDirectedGraph } from "graphology";
import Sigma from "sigma";
import { type Appearance, mark, stroke } from "./appearance.ts";
import type { Atlas } from "./atlas/atlas.ts";
import { Ground } from "./ground.ts";
import { forgetMeasures } from "./labels.ts";
import type { Library } from "./library.ts";
import { nameOf } from "./name.ts";
import { Overlay } from "./overlay.ts";
import { channels, type Palette } from "./palette.ts";
import { type Handlers, listen } from "./pointer.ts";
import { edgeProgram } from "./programs/edge.ts";
import { nodeProgram } from "./programs/node.ts";
import type { Stage } from "./programs/stage.ts";
import { type EdgeAttributes, type NodeAttributes, type Scene, sync } from "./scene.ts";
import { loadFaces } from "./scripts.ts";
import { type Camera, rounded, type Selection, type View } from "./view.ts";

/** What the page tells the canvas: the view, what its filters let through, and how to write names and counts. */
export interface Picture {
  view: View;
  nodes: readonly string[];
  edges: readonly string[];
  count(value: number): string;
  weight: Appearance["weight"];
  group: Appearance["group"];
}

const padding = 48;

/** The drawn graph. Outside React: made once for an element, told what to show, killed with it. */
export class GraphCanvas {
  readonly scene: Scene = new MultiDirectedGraph();
  readonly handlers: Handlers;
  readonly #library: Library;
  readonly #sigma: Sigma<NodeAttributes, EdgeAttributes>;
  readonly #overlay: Overlay;
  readonly #stage: Stage;
  readonly #ground: Ground;
  readonly #stillness = matchMedia("(prefers-reduced-motion: reduce)");
  /** Pixels at the start of the canvas that something lies over: nothing is fitted under them. */
  covered = 0;
  #isIndexed = false;
  #look: Appearance;
  #picture: Picture | undefined;
  #hovered: string | undefined;
  #cursor: string | undefined;
  #glide = 0;
  #deaf: () => void;
  #shown: ReadonlySet<string> = new Set();
  readonly #more = new Map<string, number>();

  constructor(element: HTMLElement, library: Library, colours: Palette, handlers: Handlers) {
    this.#library = library;
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
    this.#sigma = new Sigma(this.scene, element, {
      nodeProgramClasses: { mark: nodeProgram(this.#stage) },
      edgeProgramClasses: { straight: edgeProgram(this.#stage, 1), curved: edgeProgram(this.#stage, 10) },
      nodeHoverProgramClasses: {},
      defaultNodeType: "mark",
      defaultEdgeType: "straight",
      nodeReducer: (id, attributes) => mark(id, attributes, this.#look),
      edgeReducer: (id, attributes) => stroke(id, attributes, this.#look),
      defaultDrawNodeHover: () => {},
      renderLabels: false,
      renderEdgeLabels: false,
      enableEdgeEvents: true,
      enableCameraRotation: false,
      allowInvalidContainer: true,
      stagePadding: padding,
      minCameraRatio: 0.05,
      maxCameraRatio: 6,
      doubleClickZoomingRatio: 1,
      zoomDuration: this.#stillness.matches ? 0 : 200,
      inertiaDuration: this.#stillness.matches ? 0 : 200,
    });
    // A frame that never changes: what comes and goes does not push the rest about.
    this.#sigma.setCustomBBox({ x: [-1, 1], y: [-1, 1] });
    this.#overlay = new Overlay(this.#sigma);
    this.#ground = new Ground(element);
    for (const each of Object.values(this.#sigma.getCanvases())) each.addEventListener("webglcontextlost", this.#lost);
    this.#sigma.on("afterProcess", () => {
      this.#isIndexed = true;
    });
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
    const context = this.#sigma.getCanvases().nodes?.getContext("webgl2");
    const info = context?.getExtension("WEBGL_debug_renderer_info");
    const name = info ? String(context?.getParameter(info.UNMASKED_RENDERER_WEBGL)) : "";
    return /swiftshader|llvmpipe|softpipe|software|basic render/i.test(name);
  }

  /** Shows a picture: what came and went, what moved, what the filters hide, who is selected. */
  show(picture: Picture): void {
    const before = this.#picture;
    this.#picture = picture;
    const { view } = picture;
    this.#shown = new Set(Object.keys(view.nodes));
    this.#more.clear();
    const look = { ...this.#look, nodes: new Set(picture.nodes), edges: new Set(picture.edges) };
    look.selected = new Set([...view.selection.nodes, ...(view.selection.edge ? [view.selection.edge] : [])]);
    look.weight = picture.weight;
    look.group = picture.group;
    const old = this.#look;
    this.#look = look;
    const changes = sync(this.scene, view, this.#library);
    if (changes.structure) this.#isIndexed = false;
    this.#emphasise();
    if (before?.view.names !== view.names) this.#overlay.forget();
    const restyled = before?.weight !== picture.weight || before?.group !== picture.group;
    this.#lighten();
    if (changes.structure || restyled) this.#reindex();
    else this.#refresh(different(old, this.#look));
    if (changes.moved.length > 0) this.#glideTo(view, changes.moved);
    void this.#faces();
  }

  set palette(palette: Palette) {
    this.#look = { ...this.#look, palette };
    this.#stage.paper = channels(palette.paper);
    this.#reindex();
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

  get hovered(): string | undefined {
    return this.#hovered;
  }

  get camera(): Camera {
    const { x, y, ratio } = this.#sigma.getCamera().getState();
    return { x: rounded(x), y: rounded(y), ratio: rounded(ratio) };
  }

  look(camera: Camera, glide = true): void {
    const now = this.camera;
    if (now.x === camera.x && now.y === camera.y && now.ratio === camera.ratio) return;
    if (!glide || this.#stillness.matches) this.#sigma.getCamera().setState(camera);
    else void this.#sigma.getCamera().animate(camera, { duration: 300, easing: "quadraticOut" });
  }

  zoom(factor: number): void {
    const { x, y, ratio } = this.camera;
    this.look({ x, y, ratio: rounded(Math.min(6, Math.max(0.05, ratio * factor))) });
  }

  /** The camera that shows these nodes, or all that are seen, with room for names around them. */
  fitting(ids: Iterable<string> = this.#look.nodes, view: View | undefined = this.#picture?.view): Camera {
    const places = [...ids].flatMap((id) => view?.nodes[id] ?? []);
    if (places.length === 0) return { x: 0.5, y: 0.5, ratio: 1 };
    const [xs, ys] = [places.map(({ x }) => x), places.map(({ y }) => y)];
    const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const { width, height } = this.#sigma.getDimensions();
    // At ratio 1 the frame of −1…1 fills the smaller side of the canvas.
    const side = Math.min(width, height) - 2 * padding;
    // Room for names beside the outermost nodes, and for the tools below them.
    const small = Math.min(width, height) < 480;
    const room = { x: Math.max(80, width - this.covered - (small ? 120 : 150)), y: Math.max(80, height - 120) };
    const lower = small ? 22 : 0;
    const [wide, tall] = [((right - left) * side) / 2 / room.x, ((high - low) * side) / 2 / room.y];
    const ratio = Math.min(4, Math.max(0.3, wide, tall));
    return {
      x: rounded((left + right) / 4 + 0.5 - (this.covered / 2 / side) * ratio),
      y: rounded((low + high) / 4 + 0.5 - (lower / side) * ratio),
      ratio: rounded(ratio),
    };
  }

  /** Width over height. */
  get aspect(): number {
    const { width, height } = this.#sigma.getDimensions();
    return width / height;
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
    const known = places.map(({ id }) => id).filter((id) => this.scene.hasNode(id));
    this.#redraw(known, [...new Set(known.flatMap((id) => this.scene.edges(id)))]);
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
    const layers = Object.values(this.#sigma.getCanvases());
    const whole = document.createElement("canvas");
    const [first] = layers;
    Object.assign(whole, { width: first?.width ?? 0, height: first?.height ?? 0 });
    const context = whole.getContext("2d");
    for (const layer of layers) if (layer.width > 0) context?.drawImage(layer, 0, 0, whole.width, whole.height);
    return whole.toDataURL();
  }

  /** The element has another size. */
  resize(): void {
    this.#sigma.resize();
    const { width, height } = this.#sigma.getDimensions();
    const scale = Math.min(1, Math.max(0.55, Math.min(width, height) / 560));
    if (scale === this.#look.scale) this.#sigma.scheduleRender();
    else {
      this.#look = { ...this.#look, scale };
      this.#reindex();
    }
  }

  kill(): void {
    cancelAnimationFrame(this.#glide);
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
    const lit = ids.length > 0 ? this.#around(ids) : undefined;
    this.#stage.dim = lit ? (focus ? 1 : 0.5) : 0;
    const edge = focus && this.scene.hasEdge(focus) ? focus : selection.edge;
    const ends = edge && this.scene.hasEdge(edge) ? this.scene.extremities(edge) : undefined;
    this.#look = { ...old, lit, spread: ends };
    this.#refresh([...different(old, this.#look), ...this.#pair(old.spread), ...this.#pair(ends)]);
  }

  #pair(ends: readonly [string, string] | undefined): string[] {
    return ends?.every((id) => this.scene.hasNode(id)) ? this.scene.edges(...ends) : [];
  }

  #around(ids: readonly string[]): Set<string> {
    const lit = new Set<string>();
    for (const id of ids) {
      if (this.scene.hasEdge(id)) for (const each of [id, ...this.scene.extremities(id)]) lit.add(each);
      if (!this.scene.hasNode(id)) continue;
      lit.add(id);
      this.scene.forEachEdge(id, (edge, _attributes, from, to) => {
        if (this.#look.edges.has(edge)) for (const each of [edge, from, to]) lit.add(each);
      });
    }
    return lit;
  }

  /** Draws what changed; everything else keeps its buffers. */
  #refresh(ids: readonly string[]): void {
    const nodes = ids.filter((id) => this.scene.hasNode(id));
    const edges = ids.filter((id) => this.scene.hasEdge(id));
    this.#redraw(nodes, edges);
  }

  /** Sigma refuses to repaint what it has not indexed; what came since the last frame it has not. */
  #redraw(nodes: string[], edges: string[]): void {
    this.#sigma.refresh({ partialGraph: { nodes, edges }, skipIndexation: this.#isIndexed, schedule: true });
  }

  /** Edges are drawn a second time for the pointer to find them: too much for a processor, or for very many. */
  #lighten(): void {
    const edges = this.#look.edges.size;
    const heavy = edges > (this.isSoftware ? 500 : 6000);
    if (this.#sigma.getSetting("hideEdgesOnMove") === heavy) return;
    this.#sigma.setSetting("hideEdgesOnMove", heavy);
    this.#sigma.setSetting("enableEdgeEvents", !heavy);
  }

  #reindex(): void {
    this.#isIndexed = false;
    this.#sigma.refresh({ schedule: true });
  }

  #glideTo(view: View, ids: readonly string[]): void {
    cancelAnimationFrame(this.#glide);
    const from = new Map(ids.map((id) => [id, { ...this.scene.getNodeAttributes(id) }]));
    const began = performance.now();
    const duration = this.#stillness.matches || ids.length > 300 ? 0 : 280;
    const step = (): void => {
      const t = duration === 0 ? 1 : Math.min(1, (performance.now() - began) / duration);
      const eased = 1 - (1 - t) ** 3;
      this.place(
        ids.flatMap((id) => {
          const [start, end] = [from.get(id), view.nodes[id]];
          if (!start || !end) return [];
          if (t === 1) return [{ id, x: end.x, y: end.y }];
          return [{ id, x: start.x + (end.x - start.x) * eased, y: start.y + (end.y - start.y) * eased }];
        }),
      );
      if (t < 1) this.#glide = requestAnimationFrame(step);
    };
    step();
  }

  /** Edges of a node that lead out of the picture, counted when first written. */
  #left(id: string): number {
    const known = this.#more.get(id);
    if (known !== undefined) return known;
    const left = Object.values(this.#library.more(id, this.#shown)).reduce((sum, count) => sum + count, 0);
    this.#more.set(id, left);
    return left;
  }

  #draw(): void {
    if (!this.#picture) return;
    const { view, count } = this.#picture;
    const hovered = this.#hovered && this.scene.hasNode(this.#hovered) ? this.#hovered : undefined;
    this.#overlay.draw(this.scene, {
      appearance: this.#look,
      name: (id) => nameOf(this.scene.getNodeAttribute(id, "node").names, view.names),
      more: (id) => this.#left(id),
      cursor: this.#cursor,
      hovered,
      isPointed: (this.#hovered ?? this.#cursor) !== undefined,
      count,
    });
  }

  async #faces(): Promise<void> {
    const names = this.#picture?.view.names ?? "en";
    const texts = this.scene.mapNodes((_id, { node }) => nameOf(node.names, names));
    const wanted = [...new Set(texts.join("").normalize("NFC"))].join("");
    if (wanted === this.#drawn) return;
    this.#drawn = wanted;
    await loadFaces(texts);
    forgetMeasures();
    this.#sigma.scheduleRender();
  }
  #drawn = "";
}

/** Ids of which the look changed between two appearances. */
function different(old: Appearance, now: Appearance): string[] {
  const ids = new Set<string>();
  const compare = (a: ReadonlySet<string> | undefined, b: ReadonlySet<string> | undefined): void => {
    for (const id of a ?? []) if (!b?.has(id)) ids.add(id);
    for (const id of b ?? []) if (!a?.has(id)) ids.add(id);
  };
  compare(old.nodes, now.nodes);
  compare(old.edges, now.edges);
  compare(old.selected, now.selected);
  compare(old.lit, now.lit);
  return [...ids];
}
