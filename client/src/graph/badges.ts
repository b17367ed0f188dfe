import type { Box, Crowd } from "./labels.ts";
import { lightness } from "./palette.ts";
import { fontStack } from "./scripts.ts";

/** The sign of an edge's type, set on the edge; coordinates in CSS pixels of the canvas. */
export interface Badge {
  id: string;
  glyph: string;
  colour: string;
  from: { x: number; y: number; radius: number };
  to: { x: number; y: number; radius: number };
  /** Height of the curve to the left of the way, in pixels. */
  bend: number;
  /** Independent sources, written beside the sign where there are more than one. */
  sources: string;
  strong: boolean;
}

const radius = 8;
const places = [0.5, 0.42, 0.58, 0.34, 0.66];

/**
 * Draws signs where they cover nothing, sliding along the edge; a sign that finds no room is left out. That of a chosen
 * edge is drawn in any case: whoever has it drawn before the names are written keeps them off it.
 */
export function drawBadges(
  context: CanvasRenderingContext2D,
  badges: readonly Badge[],
  taken: Crowd,
  paper: string,
  limit: number,
): void {
  let drawn = 0;
  context.textAlign = "center";
  context.textBaseline = "middle";
  for (const badge of badges) {
    if (drawn >= limit) break;
    const size = badge.strong ? radius + 2 : radius;
    const points = places.flatMap((place) => pointAt(badge, place) ?? []);
    const at = points.find((point) => taken.isFree(around(point, size), badge.id)) ?? (badge.strong && points[0]);
    if (!at) continue;
    taken.add(around(at, size), badge.id);
    drawn++;
    context.beginPath();
    context.arc(at.x, at.y, size, 0, Math.PI * 2);
    context.fillStyle = badge.strong ? badge.colour : paper;
    context.fill();
    context.lineWidth = 1.4;
    context.strokeStyle = badge.colour;
    context.stroke();
    context.fillStyle = badge.strong ? contrasting(badge.colour, paper) : badge.colour;
    // The selector keeps signs such as the telephone from turning into pictures.
    context.font = `700 ${size + 3}px ${fontStack(badge.glyph)}`;
    context.fillText(`${badge.glyph}\uFE0E`, at.x, at.y + 0.5);
    if (badge.sources === "" || at.room < 90) continue;
    context.font = `600 10px ${fontStack(badge.sources)}`;
    context.lineWidth = 3;
    context.strokeStyle = paper;
    context.lineJoin = "round";
    context.fillStyle = badge.colour;
    context.strokeText(badge.sources, at.x + size + 6, at.y - size + 2);
    context.fillText(badge.sources, at.x + size + 6, at.y - size + 2);
  }
}

/** A point on the edge, counted between the rims of its nodes; none where the edge is too short for a sign. */
export function pointAt({ from, to, bend }: Badge, place: number): { x: number; y: number; room: number } | undefined {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy);
  const room = length - from.radius - to.radius;
  if (room < radius * 3.4) return undefined;
  const t = (from.radius + room * place) / length;
  // The program bends to the left of the way with y upwards; here y points down.
  const height = 4 * t * (1 - t) * bend;
  return { x: from.x + dx * t + (dy / length) * height, y: from.y + dy * t - (dx / length) * height, room };
}

function around({ x, y }: { x: number; y: number }, size: number): Box {
  return { left: x - size - 1, top: y - size - 1, right: x + size + 1, bottom: y + size + 1 };
}

function contrasting(colour: string, paper: string): string {
  return Math.abs(lightness(colour) - lightness(paper)) > 0.35 ? paper : "#000000";
}
