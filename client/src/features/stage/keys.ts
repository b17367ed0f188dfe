import { type KeyboardEvent, useRef } from "react";
import { expand } from "../../explore.ts";
import type { GraphCanvas } from "../../graph/canvas.ts";
import { collapse, hide, pin, select, shift } from "../../graph/commands.ts";
import { seen } from "../../picture.ts";
import { library, useSession } from "../../session.ts";
import { focusFirstItem } from "../../ui/firstItem.ts";
import { openMenu } from "../menu/open.ts";
import { focusPanel } from "./focus.ts";
import { nearest } from "./nearest.ts";
import { reveal } from "./reveal.ts";

/** CSS pixels by which one press moves a node. */
const stride = 16;

/**
 * The keyboard on the canvas: arrows go to the nearest node that way, with Shift they move the present one, `[` and `]`
 * walk its edges, the rest are single letters. Tab leaves, as everywhere.
 */
export function useKeys(
  canvas: GraphCanvas | undefined,
  cursor: string | undefined,
  setCursor: (id: string | undefined) => void,
): { press(event: KeyboardEvent): void; release(): void } {
  /** The node whose edges are being walked. */
  const origin = useRef<string>(undefined);
  const go = (id: string | undefined): void => {
    if (canvas) canvas.cursor = id;
    setCursor(id);
    if (canvas && id) reveal(canvas, id);
    if (id && library.nodes.has(id)) origin.current = id;
  };
  /** The pointer took over: the keys go on from what it chooses. */
  const release = (): void => {
    go(undefined);
    origin.current = undefined;
  };
  const press = (event: KeyboardEvent): void => {
    if (!canvas || event.ctrlKey || event.metaKey || event.altKey) return;
    const { view, take } = useSession.getState();
    const picture = seen(view);
    const at = (id: string): { x: number; y: number } => canvas.at(id) ?? { x: 0, y: 0 };
    const node = cursor && library.nodes.has(cursor) ? cursor : (origin.current ?? view.selection.nodes.at(-1));
    const directions: Record<string, [number, number]> = {
      ArrowLeft: [-1, 0],
      ArrowRight: [1, 0],
      ArrowUp: [0, -1],
      ArrowDown: [0, 1],
    };
    const walk = (step: number): void => {
      if (!node) {
        go(picture.nodes[0]);
        return;
      }
      const own = picture.edges
        .filter(({ from, to }) => from === node || to === node)
        .sort((a, b) => b.claims - a.claims);
      const present = own.findIndex(({ id }) => id === cursor);
      go(own[(present + step + own.length) % own.length]?.id);
    };
    const direction = directions[event.key];
    const push = ([x, y]: [number, number]): void => {
      if (!node) return;
      const { nodes } = view.selection;
      const moved = nodes.includes(node) ? nodes : [node];
      const far = stride * canvas.lens.pixel;
      take({ name: "move", about: moved, merge: `keys ${moved.join(" ")}` }, (now) =>
        shift(now, moved, x * far, -y * far),
      );
    };
    const keys: Record<string, () => void> = {
      "[": () => walk(-1),
      "]": () => walk(1),
      Enter: () => {
        if (!cursor) return;
        const selection = library.edges.has(cursor) ? { nodes: [], edge: cursor } : { nodes: [cursor] };
        const { edge, nodes } = view.selection;
        if (edge === cursor || (!edge && nodes.at(-1) === cursor)) return focusPanel();
        take({ name: "select", about: [cursor] }, (now) => select(now, selection));
      },
      " ": () => {
        if (!node) return;
        const { nodes } = view.selection;
        const chosen = nodes.includes(node) ? nodes.filter((id) => id !== node) : [...nodes, node];
        take({ name: "select", about: chosen }, (now) => select(now, { nodes: chosen }));
      },
      e: () => node && void expand(node),
      c: () => node && take({ name: "collapse", about: [node] }, (now) => collapse(now, node)),
      h: () => {
        if (!node) return;
        take({ name: "hide", about: [node] }, (now) => hide(now, [node]));
        go(
          nearest(
            picture.nodes.filter((id) => id !== node),
            at,
            at(node),
          ),
        );
      },
      p: () => {
        if (!node) return;
        const pinned = view.nodes[node]?.pinned === true;
        take({ name: pinned ? "unpin" : "pin", about: [node] }, (now) => pin(now, [node], !pinned));
      },
      m: () => menu(),
      ContextMenu: () => menu(),
      F10: () => event.shiftKey && menu(),
      f: () => useSession.getState().look(canvas.fitting()),
      "0": () => useSession.getState().look({ x: 0.5, y: 0.5, ratio: 1 }),
      "+": () => canvas.lens.zoom(1 / 1.4),
      "=": () => canvas.lens.zoom(1 / 1.4),
      "-": () => canvas.lens.zoom(1.4),
      Home: () => go(picture.nodes.toSorted((a, b) => degree(b) - degree(a))[0]),
      Escape: () => {
        if (cursor) go(undefined);
        else if (view.selection.nodes.length > 0 || view.selection.edge)
          take({ name: "select" }, (now) => select(now, { nodes: [] }));
      },
    };
    const menu = (): void => {
      const box = event.currentTarget.getBoundingClientRect();
      const place = node ? at(node) : { x: box.width / 2, y: box.height / 2 };
      openMenu(cursor ?? node, { x: box.left + place.x, y: box.top + place.y });
      focusFirstItem();
    };
    const degree = (id: string): number => library.nodes.get(id)?.degree ?? 0;
    if (direction && event.shiftKey) push(direction);
    else if (direction) {
      const start = node && picture.nodes.includes(node) ? at(node) : undefined;
      const middle = { x: event.currentTarget.clientWidth / 2, y: event.currentTarget.clientHeight / 2 };
      const others = picture.nodes.filter((id) => id !== node || !start);
      const next = start ? nearest(others, at, start, direction) : nearest(others, at, middle);
      if (next) go(next);
    } else if (keys[event.key]) keys[event.key]?.();
    else return;
    event.preventDefault();
  };
  return { press, release };
}
