import { type Camera, rounded } from "./view.ts";

/** Pixels between the frame of −1…1 and the edge of the canvas at ratio 1. */
export const padding = 48;
/** Nearer than this to a side, a node is half out of sight. */
const rim = 20;

/**
 * The camera that shows these places on a canvas of this size, with room for names around them and nothing under the
 * `covered` pixels at its left; below zero they lie at its right.
 */
export function fitting(
  places: readonly { x: number; y: number }[],
  { width, height }: { width: number; height: number },
  covered: number,
): Camera {
  if (places.length === 0) return { x: 0.5, y: 0.5, ratio: 1 };
  const [xs, ys] = [places.map(({ x }) => x), places.map(({ y }) => y)];
  const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  // At ratio 1 the frame of −1…1 fills the smaller side of the canvas.
  const side = Math.min(width, height) - 2 * padding;
  // Room for names beside the outermost nodes, and for the tools below them.
  const small = Math.min(width, height) < 480;
  const room = {
    x: Math.max(80, width - Math.abs(covered) - (small ? 120 : 150)),
    y: Math.max(80, height - (small ? 134 : 120)),
  };
  // What is above a small canvas, the legend's button and the count, is lower than the tools below it.
  const lower = small ? 13 : 0;
  const [wide, tall] = [((right - left) * side) / 2 / room.x, ((high - low) * side) / 2 / room.y];
  const ratio = Math.min(4, Math.max(0.3, wide, tall));
  return {
    x: rounded((left + right) / 4 + 0.5 - (covered / 2 / side) * ratio),
    y: rounded((low + high) / 4 + 0.5 - (lower / side) * ratio),
    ratio: rounded(ratio),
  };
}

/** Whether a camera shows this place on a canvas of this size, clear of its sides and of the `covered` pixels. */
export function isInSight(
  place: { x: number; y: number },
  camera: Camera,
  { width, height }: { width: number; height: number },
  covered: number,
): boolean {
  const side = Math.min(width, height) - 2 * padding;
  const x = width / 2 + ((place.x / 2 + 0.5 - camera.x) * side) / camera.ratio;
  const y = height / 2 - ((place.y / 2 + 0.5 - camera.y) * side) / camera.ratio;
  const [left, right] = [Math.max(0, covered), width + Math.min(0, covered)];
  return x >= left + rim && x <= right - rim && y >= rim && y <= height - rim;
}
