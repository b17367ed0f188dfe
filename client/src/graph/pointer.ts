import type Sigma from "sigma";
import type { MouseCoords } from "sigma/types";
import type { GraphCanvas } from "./canvas.ts";
import { Press } from "./press.ts";
import type { EdgeAttributes, NodeAttributes, Scene } from "./scene.ts";
import type { Camera } from "./view.ts";

/** What the canvas reports; points are CSS pixels of the window. */
export interface Handlers {
  select(id: string, more: boolean): void;
  expand(id: string): void;
  empty(): void;
  menu(id: string | undefined, point: { x: number; y: number }): void;
  moved(places: readonly { id: string; x: number; y: number }[]): void;
  encircled(ids: readonly string[], more: boolean): void;
  hover(id: string | undefined, point: { x: number; y: number }): void;
  camera(camera: Camera): void;
  /** The graphics card gave up the drawing. */
  lost(): void;
}

const patience = { hover: 40, camera: 160 };

/** Turns Sigma's events into what the page understands; gives back a function that stops listening. */
export function listen(sigma: Sigma<NodeAttributes, EdgeAttributes>, scene: Scene, canvas: GraphCanvas): () => void {
  const { handlers } = canvas;
  const element = sigma.getContainer();
  const lasso = createLasso(element);
  let hover: ReturnType<typeof setTimeout> | undefined;
  const press = new Press();
  let settled: ReturnType<typeof setTimeout> | undefined;
  /** When a node was put down or a line closed: the click that follows is part of that. */
  let dropped = Number.NEGATIVE_INFINITY;
  let drag: { id: string; ids: string[]; last: { x: number; y: number }; far: boolean } | undefined;

  const point = ({ x, y }: { x: number; y: number }): { x: number; y: number } => {
    const box = element.getBoundingClientRect();
    return { x: box.left + x, y: box.top + y };
  };
  let pointed = false;
  /** From one node to the next nothing is set: the browser would work out the styles of all within. */
  const show = (): void => {
    const cursor = pointed ? "pointer" : "";
    if (element.style.cursor !== cursor) element.style.cursor = cursor;
  };
  const enter = (id: string | undefined, event?: MouseCoords): void => {
    clearTimeout(hover);
    // Sigma holds on to a node from which the pointer left the canvas: it has to hear when that node goes.
    canvas.under = id ?? canvas.under;
    // Whoever draws a line or drags a node looks at that, and at nothing it passes.
    if (lasso.drawing || drag?.far) return;
    hover = setTimeout(() => {
      canvas.hovered = id;
      handlers.hover(id, event ? point(event) : { x: 0, y: 0 });
    }, patience.hover);
    pointed = id !== undefined;
    queueMicrotask(show);
  };
  /** That an edge was left is told after a node on it was come to. */
  const leave = (id: string): void => {
    if (canvas.under === id) enter(undefined);
  };
  /** What was hovered before is of no interest any more. */
  const unhover = (): void => {
    clearTimeout(hover);
    canvas.hovered = undefined;
    handlers.hover(undefined, { x: 0, y: 0 });
  };
  const menu = (id: string | undefined, event: MouseCoords): void => {
    event.original.preventDefault();
    handlers.menu(id, point(event));
  };
  const longPress = (id: string | undefined, event: MouseCoords): void => {
    press.begin(event, () => {
      drag = undefined;
      handlers.menu(id, point(event));
    });
  };
  const shift = (event: MouseCoords): boolean =>
    event.original.shiftKey || event.original.ctrlKey || event.original.metaKey;

  sigma.on("enterNode", ({ node, event }) => enter(node, event));
  sigma.on("leaveNode", ({ node }) => leave(node));
  sigma.on("enterEdge", ({ edge, event }) => enter(edge, event));
  sigma.on("leaveEdge", ({ edge }) => leave(edge));
  sigma.on("leaveStage", () => enter(undefined));
  const isClick = (): boolean => performance.now() - dropped > 300;
  /** Sigma takes any two quick clicks for a double click, on two nodes as well. */
  let clicked: string | undefined;
  const click = (id: string, event: MouseCoords): void => {
    clicked = id;
    if (isClick()) handlers.select(id, shift(event));
  };
  sigma.on("clickNode", ({ node, event }) => click(node, event));
  sigma.on("clickEdge", ({ edge, event }) => click(edge, event));
  sigma.on("clickStage", () => isClick() && handlers.empty());
  sigma.on("doubleClickNode", ({ node, event, preventSigmaDefault }) => {
    preventSigmaDefault();
    if (node === clicked && !shift(event)) handlers.expand(node);
    else click(node, event);
  });
  sigma.on("doubleClickEdge", ({ edge, event, preventSigmaDefault }) => {
    preventSigmaDefault();
    if (edge !== clicked) click(edge, event);
  });
  sigma.on("rightClickNode", ({ node, event }) => menu(node, event));
  sigma.on("rightClickEdge", ({ edge, event }) => menu(edge, event));
  sigma.on("rightClickStage", ({ event }) => menu(undefined, event));

  sigma.on("downNode", ({ node, event, preventSigmaDefault }) => {
    if (isSecondary(event)) return;
    longPress(node, event);
    // Two fingers zoom, though the first of them came down on a node.
    if (isPinch(event)) {
      drag = undefined;
      return;
    }
    preventSigmaDefault();
    // A selected node takes the other selected ones along.
    const selected = [...canvas.seen.selected].filter((id) => scene.hasNode(id));
    const ids = selected.includes(node) ? selected : [node];
    drag = { id: node, ids, last: sigma.viewportToGraph(event), far: false };
  });
  // A line around nodes may begin anywhere but on a node: between many edges there is no empty spot.
  const encircle = (event: MouseCoords, preventSigmaDefault: () => void): void => {
    if (isSecondary(event) || !event.original.shiftKey) return;
    preventSigmaDefault();
    lasso.begin(event);
    unhover();
  };
  sigma.on("downEdge", ({ edge, event, preventSigmaDefault }) => {
    longPress(edge, event);
    encircle(event, preventSigmaDefault);
  });
  sigma.on("downStage", ({ event, preventSigmaDefault }) => {
    longPress(undefined, event);
    encircle(event, preventSigmaDefault);
  });
  sigma.on("moveBody", ({ event, preventSigmaDefault }) => {
    if (lasso.drawing) {
      lasso.extend(event);
      preventSigmaDefault();
      return;
    }
    if (press.rests(event)) return preventSigmaDefault();
    if (!drag) return;
    preventSigmaDefault();
    event.original.preventDefault();
    const now = sigma.viewportToGraph(event);
    const start = sigma.graphToViewport(drag.last);
    if (!drag.far && Math.hypot(start.x - event.x, start.y - event.y) < 4) return;
    if (!drag.far) unhover();
    drag.far = true;
    const { last } = drag;
    canvas.place(
      drag.ids.map((id) => {
        const { x, y } = scene.getNodeAttributes(id);
        return { id, x: x + now.x - last.x, y: y + now.y - last.y };
      }),
    );
    drag.last = now;
  });
  const up = (event?: MouseCoords): void => {
    // The tap that ends a long press is part of it.
    if (press.end()) dropped = performance.now();
    if (lasso.drawing) {
      if (lasso.far) dropped = performance.now();
      const inside = lasso.end();
      const ids = [...canvas.seen.nodes].filter((id) => {
        const at = canvas.at(id);
        return at !== undefined && inside(at);
      });
      if (ids.length > 0) handlers.encircled(ids, event ? shift(event) : false);
    }
    if (drag?.far) {
      dropped = performance.now();
      handlers.moved(
        drag.ids.map((id) => {
          const { x, y } = scene.getNodeAttributes(id);
          return { id, x, y };
        }),
      );
    }
    drag = undefined;
  };
  sigma.on("upNode", ({ event }) => up(event));
  sigma.on("upEdge", ({ event }) => up(event));
  sigma.on("upStage", ({ event }) => up(event));
  const cancelled = (): void => up();
  window.addEventListener("pointercancel", cancelled);
  const camera = sigma.getCamera();
  /** A slow machine takes longer from one frame of a movement to the next than this waits. */
  const settle = (): void => {
    clearTimeout(settled);
    settled = setTimeout(() => (camera.isAnimated() ? settle() : handlers.camera(canvas.lens.camera)), patience.camera);
  };
  camera.on("updated", settle);
  return () => {
    for (const timer of [hover, settled]) clearTimeout(timer);
    press.end();
    window.removeEventListener("pointercancel", cancelled);
    lasso.remove();
  };
}

function isPinch({ original }: MouseCoords): boolean {
  return "touches" in original && (original as TouchEvent).touches.length > 1;
}

function isSecondary({ original }: MouseCoords): boolean {
  return "button" in original && original.button !== 0;
}

interface Lasso {
  readonly drawing: boolean;
  /** A line, not a click that trembled. */
  readonly far: boolean;
  begin(point: { x: number; y: number }): void;
  extend(point: { x: number; y: number }): void;
  /** Ends the line and tells whether a point lies inside. */
  end(): (point: { x: number; y: number }) => boolean;
  remove(): void;
}

/** A line drawn around nodes with Shift held: an SVG path above the canvas. */
function createLasso(element: HTMLElement): Lasso {
  const namespace = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(namespace, "svg");
  const path = document.createElementNS(namespace, "path");
  svg.setAttribute("class", "lasso");
  svg.setAttribute("aria-hidden", "true");
  svg.append(path);
  element.append(svg);
  let points: { x: number; y: number }[] = [];
  const draw = (): void => path.setAttribute("d", points.map(({ x, y }, i) => `${i ? "L" : "M"}${x} ${y}`).join(""));
  return {
    get drawing() {
      return points.length > 0;
    },
    get far() {
      const [first] = points;
      return first !== undefined && points.some(({ x, y }) => Math.hypot(x - first.x, y - first.y) > 6);
    },
    begin({ x, y }) {
      points = [{ x, y }];
    },
    extend({ x, y }) {
      points.push({ x, y });
      draw();
    },
    end() {
      const line = points;
      points = [];
      draw();
      return ({ x, y }) => {
        let inside = false;
        for (const [index, a] of line.entries()) {
          const b = line[(index + 1) % line.length]!;
          if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) inside = !inside;
        }
        return inside;
      };
    },
    remove: () => svg.remove(),
  };
}
