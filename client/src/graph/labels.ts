import { fontStack, opticalSize } from "./scripts.ts";

/** A name to be written beside its node; coordinates in CSS pixels of the canvas. */
export interface Label {
  id: string;
  text: string;
  x: number;
  y: number;
  radius: number;
  strong: boolean;
  /** Written faintly: something else stands out. */
  faint: boolean;
  /** Number of neighbours not shown. */
  more: number;
}

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Ink {
  ink: string;
  paper: string;
  muted: string;
  /** Counts are written with the digits of the interface's language. */
  count(value: number): string;
}

/** Across and down, from the middle of the node: −1, 0 or 1. */
type Side = readonly [across: number, down: number];
/** The four sides first, then the corners: where nodes crowd, as on a phone, a name often fits nowhere else. */
const sides: readonly Side[] = [
  ...([
    [1, 0],
    [0, 1],
    [-1, 0],
    [0, -1],
  ] as const),
  ...([
    [1, 1],
    [-1, 1],
    [1, -1],
    [-1, -1],
  ] as const),
];

interface Setting {
  lines: string[];
  width: number;
  height: number;
  font: string;
  size: number;
}

const sizes = { usual: 13, strong: 14 };
/** Takes less room than any name: where this finds none, nothing need be measured, and measuring is what takes long. */
const least = { width: 0, height: heightOf(1, sizes.usual) };
const lineLength = 18;
/** Milliseconds for measuring names in one frame. */
const patience = 8;
const letters = new Intl.Segmenter();
const cache = new Map<string, Setting>();

/**
 * Writes the names in their order of importance, each on the first side where it covers nothing; a name that finds no
 * room is left out. Says whether some are left for the next frame. `taken` holds what may not be covered, and takes in what was written. `last` remembers sides
 * between frames, so that names do not jump about while the camera moves.
 */
export function writeLabels(
  context: CanvasRenderingContext2D,
  labels: readonly Label[],
  taken: Crowd,
  last: Map<string, Side>,
  colours: Ink,
  limit: number,
): { written: string[]; unfinished: boolean } {
  const written: string[] = [];
  const until = performance.now() + patience;
  let unfinished = false;
  context.lineJoin = "round";
  context.textBaseline = "alphabetic";
  for (const label of labels) {
    if (written.length >= limit) break;
    const known = cache.get(keyOf(label));
    if (!known && !label.strong && !sides.some((side) => taken.isFree(place(label, least, side), label.id))) continue;
    // The first measuring of many names takes longer than a frame may: the rest is written with the next ones.
    unfinished = !known && performance.now() > until;
    if (unfinished) break;
    const setting = known ?? set(context, label.text, label.strong);
    const before = last.get(label.id);
    const order = before ? [before, ...sides.filter((side) => side !== before)] : sides;
    const side = order.find((each) => taken.isFree(place(label, setting, each), label.id));
    if (!side && !label.strong) continue;
    const chosen = side ?? sides[0]!;
    const box = place(label, setting, chosen);
    taken.add(box, label.id);
    last.set(label.id, chosen);
    context.globalAlpha = label.faint ? 0.5 : 1;
    write(context, setting, box, chosen, colours);
    context.globalAlpha = 1;
    written.push(label.id);
  }
  return { written, unfinished };
}

/**
 * Small counts at the upper right of a node: how many of its ties lead out of the picture. Written before the names,
 * which keep clear of them; one that finds no room is left out.
 */
export function writeCounts(
  context: CanvasRenderingContext2D,
  labels: readonly Label[],
  taken: Crowd,
  colours: Ink,
): void {
  context.textBaseline = "middle";
  context.textAlign = "center";
  for (const { id, more, x, y, radius, faint } of labels) {
    if (more === 0 || radius < 5) continue;
    context.globalAlpha = faint ? 0.5 : 1;
    const text = `+${colours.count(more)}`;
    context.font = `600 10px ${fontStack(text)}`;
    const width = context.measureText(text).width + 8;
    const [left, top] = [x + radius * 0.72, y - radius * 0.72 - 13];
    const box = { left, top, right: left + width, bottom: top + 14 };
    // Where nodes crowd, a count on another node would be read as that one's.
    if (!taken.isFree(box, id)) continue;
    // Its rounded lower corners leave the room that a name beside a small node needs.
    taken.add({ ...box, bottom: box.bottom - 3 }, `${id}+`);
    context.beginPath();
    context.roundRect(left, top, width, 14, 7);
    context.fillStyle = colours.paper;
    context.fill();
    context.lineWidth = 1;
    context.strokeStyle = colours.muted;
    context.stroke();
    context.fillStyle = colours.ink;
    context.fillText(text, left + width / 2, top + 7.5);
  }
  context.globalAlpha = 1;
}

function write(context: CanvasRenderingContext2D, setting: Setting, box: Box, side: Side, { ink, paper }: Ink): void {
  const { lines, size } = setting;
  const step = size * 1.22;
  const [across] = side;
  const x = across > 0 ? box.left : across < 0 ? box.right : (box.left + box.right) / 2;
  context.font = setting.font;
  context.textAlign = across > 0 ? "left" : across < 0 ? "right" : "center";
  context.strokeStyle = paper;
  context.lineWidth = 3.5;
  context.fillStyle = ink;
  for (const [index, line] of lines.entries()) context.strokeText(line, x, box.top + size * 1.02 + index * step);
  for (const [index, line] of lines.entries()) context.fillText(line, x, box.top + size * 1.02 + index * step);
}

function place(
  { x, y, radius }: Label,
  { width, height }: Pick<Setting, "width" | "height">,
  [across, down]: Side,
): Box {
  const isCorner = across !== 0 && down !== 0;
  // A corner of a round node is nearer than its sides.
  const far = isCorner ? radius * 0.7 + 1 : radius + 5;
  const left = across > 0 ? x + far : across < 0 ? x - far - width : x - width / 2;
  const top = down > 0 ? y + far - (isCorner ? 0 : 2) : down < 0 ? y - far - height : y - height / 2;
  return { left, top, right: left + width, bottom: top + height };
}

function set(context: CanvasRenderingContext2D, text: string, strong: boolean): Setting {
  const size = opticalSize(text, strong ? sizes.strong : sizes.usual);
  const font = `${strong ? 700 : 500} ${size}px ${fontStack(text)}`;
  context.font = font;
  const lines = wrapped(text);
  const width = Math.max(...lines.map((line) => context.measureText(line).width));
  const setting = { lines, width, height: heightOf(lines.length, size), font, size };
  cache.set(keyOf({ text, strong }), setting);
  return setting;
}

function heightOf(lines: number, size: number): number {
  return lines * size * 1.22 + 2;
}

function keyOf({ text, strong }: Pick<Label, "text" | "strong">): string {
  return `${strong ? 1 : 0}${text}`;
}

/** Called when faces have arrived: what was measured with another face is wrong. */
export function forgetMeasures(): void {
  cache.clear();
}

/** At most three lines of about eighteen characters, cut between words, and never inside a letter with its marks. */
export function wrapped(text: string): string[] {
  const graphemes = (part: string): string[] => [...letters.segment(part)].map((each) => each.segment);
  // Never more letters than code units: most names need no counting.
  if (text.length <= lineLength || graphemes(text).length <= lineLength) return [text];
  const lines: string[] = [""];
  for (const word of text.split(/(?<=[\s-])/u)) {
    const line = `${lines.at(-1)}${word}`;
    if (lines.at(-1) === "" || graphemes(line.trimEnd()).length <= lineLength) lines[lines.length - 1] = line;
    else lines.push(word);
  }
  const kept = lines.slice(0, 3).map((line) => line.trimEnd());
  const cut = lines.length > 3 || kept.some((line) => graphemes(line).length > lineLength + 6);
  if (!cut) return kept;
  const last = graphemes(kept.at(-1)!).slice(0, lineLength - 1);
  return [...kept.slice(0, -1), `${last.join("").trimEnd()}…`];
}

/** Boxes that may not be covered, found by a grid of cells. */
export class Crowd {
  readonly #cells = new Map<number, { box: Box; owner: string }[]>();
  readonly #width: number;
  readonly #height: number;

  constructor(width: number, height: number) {
    this.#width = width;
    this.#height = height;
  }

  add(box: Box, owner: string): void {
    const item = { box, owner };
    for (let row = lineOf(box.top); row <= lineOf(box.bottom); row++)
      for (let column = lineOf(box.left); column <= lineOf(box.right); column++) {
        const cell = cellOf(row, column);
        const there = this.#cells.get(cell);
        if (there) there.push(item);
        else this.#cells.set(cell, [item]);
      }
  }

  /** Free: wholly on the canvas and over nothing that belongs to someone else. */
  isFree(box: Box, owner: string): boolean {
    if (box.left < 2 || box.top < 2 || box.right > this.#width - 2 || box.bottom > this.#height - 2) return false;
    for (let row = lineOf(box.top); row <= lineOf(box.bottom); row++)
      for (let column = lineOf(box.left); column <= lineOf(box.right); column++)
        for (const other of this.#cells.get(cellOf(row, column)) ?? [])
          if (other.owner !== owner && meet(box, other.box)) return false;
    return true;
  }
}

/** Number of the row or column of cells, each 64 pixels wide. */
function lineOf(at: number): number {
  return Math.floor(at / 64);
}

function cellOf(row: number, column: number): number {
  return row * 4096 + column;
}

function meet(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
