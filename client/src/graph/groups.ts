import type { EdgeView, NodeView } from "../../../model/api.ts";
import type { Crowd } from "./labels.ts";
import { joins } from "./palette.ts";
import { fontStack } from "./scripts.ts";

/** A group of nodes as a legend tells it. */
export interface Group {
  /** From 0; readers are shown one more. */
  number: number;
  /** Those first that others of the group belong to, then the best connected: the group is named after them. */
  members: readonly NodeView[];
}

/** The groups of these nodes by their numbers. */
export function groupsOf(
  nodes: readonly NodeView[],
  edges: readonly Pick<EdgeView, "type" | "from" | "to">[],
  group: (id: string) => number | undefined,
): Group[] {
  const members = new Map<number, NodeView[]>();
  for (const node of nodes) {
    const number = group(node.id);
    if (number !== undefined) members.set(number, [...(members.get(number) ?? []), node]);
  }
  const belonging = new Map<string, number>();
  for (const { type, from, to } of edges)
    if (joins(type) && group(from) === group(to)) belonging.set(to, (belonging.get(to) ?? 0) + 1);
  const rank = (node: NodeView): number => (belonging.get(node.id) ?? 0) * 1e6 + node.degree;
  return [...members]
    .sort(([a], [b]) => a - b)
    .map(([number, list]) => ({ number, members: list.sort((a, b) => rank(b) - rank(a)) }));
}

/** A node that belongs to a group, with its place on the canvas. */
export interface Grouped {
  id: string;
  x: number;
  y: number;
  radius: number;
  text: string;
  colour: string;
  /** The dot of a pinned node stands at its upper corner. */
  pinned: boolean;
}

const side = 15;

/**
 * The number of its group at the upper corner of each node: a colour alone would say nothing to many. Written before
 * counts and names, which keep clear of it; where nodes crowd around, it stands on the node itself.
 */
export function writeGroups(
  context: CanvasRenderingContext2D,
  nodes: readonly Grouped[],
  taken: Crowd,
  { ink, paper }: { ink: string; paper: string },
): void {
  context.textAlign = "center";
  context.textBaseline = "middle";
  for (const { id, x, y, radius, text, colour, pinned } of nodes) {
    context.font = `700 10px ${fontStack(text)}`;
    const width = Math.max(side, context.measureText(text).width + 7);
    const away = radius * 0.72;
    const upper = [x - away - width, y - away - side + 3] as const;
    const lower = [x - away - width, y + away - 3] as const;
    const corners = [...(pinned ? [lower, upper] : [upper, lower]), [x + away, y + away - 3] as const];
    const box = ([left, top]: readonly [number, number]) => ({ left, top, right: left + width, bottom: top + side });
    const free = corners.map(box).find((each) => taken.isFree(each, id));
    const { left, top } = free ?? box([x - width / 2, y - side / 2]);
    if (free) taken.add(free, `${id}#`);
    context.beginPath();
    context.roundRect(left, top, width, side, 3);
    context.fillStyle = paper;
    context.fill();
    context.lineWidth = 2;
    context.strokeStyle = colour;
    context.stroke();
    context.fillStyle = ink;
    context.fillText(text, left + width / 2, top + side / 2 + 0.5);
  }
}
