import { shapeName } from "../../graph/palette.ts";
import { fontStack, opticalSize } from "../../graph/scripts.ts";
import { type Line, short, type Words } from "./shapes.ts";

/** The shape of a node's type; a node whose name is not verified is hollow. */
export function nodeMark(
  type: string,
  { x, y, radius: r }: { x: number; y: number; radius: number },
  colour: string,
  paper: string,
  hollow = false,
): Line {
  const shape = shapeName(type);
  const polygon = (points: readonly (readonly [number, number])[]): string =>
    `M${points.map(([dx, dy]) => `${short(x + dx * r)} ${short(y + dy * r)}`).join("L")}Z`;
  const d: Record<string, () => string> = {
    diamond: () =>
      polygon([
        [0, -1.15],
        [1.15, 0],
        [0, 1.15],
        [-1.15, 0],
      ]),
    square: () =>
      polygon([
        [-0.86, -0.86],
        [0.86, -0.86],
        [0.86, 0.86],
        [-0.86, 0.86],
      ]),
    triangle: () =>
      polygon([
        [0, -1.1],
        [1.05, 0.8],
        [-1.05, 0.8],
      ]),
  };
  const outline = (d[shape] ?? (() => circle(x, y, r)))();
  if (shape === "ring") return { d: circle(x, y, r * 0.75), fill: paper, stroke: colour, width: r * 0.5 };
  return hollow ? { d: outline, fill: paper, stroke: colour, width: 1.8 } : { d: outline, fill: colour };
}

/** A group's number in a box of its colour. */
export function numbered(
  text: string,
  left: number,
  top: number,
  wide: number,
  colour: string,
  { ink, paper }: { ink: string; paper: string },
): [Line, Words] {
  const box = `M${short(left)} ${short(top)}h${short(wide)}v15h${short(-wide)}Z`;
  const style = { size: 10, weight: 700, anchor: "middle" as const };
  return [{ d: box, fill: paper, stroke: colour, width: 2 }, words(text, left + wide / 2, top + 11.2, ink, style)];
}

export function circle(x: number, y: number, r: number): string {
  const [left, top, radius] = [x - r, y, r].map((value) => value.toFixed(2));
  const across = (2 * r).toFixed(2);
  return `M${left} ${top}a${radius} ${radius} 0 0 1 ${across} 0a${radius} ${radius} 0 0 1 -${across} 0Z`;
}

/** Words in the face of their own script. */
export function words(
  text: string,
  x: number,
  y: number,
  fill: string,
  more: Partial<Omit<Words, "text" | "x" | "y" | "fill">> = {},
): Words {
  const size = more.size ?? 13;
  return {
    ...{ text, x, y, fill, weight: 400, anchor: "start" as const, ...more },
    size: Math.round(opticalSize(text, size) * 10) / 10,
    family: family(text),
  };
}

/** The page's own faces have names of their own; elsewhere the common name of the same face is known. */
export function family(text: string): string {
  return fontStack(text).replaceAll(/"(Noto [A-Za-z ]+) Variable"/g, '"$1 Variable", "$1"');
}

let context: CanvasRenderingContext2D | undefined;

export function measure(text: string, size: number, weight: number): number {
  context ??= document.createElement("canvas").getContext("2d")!;
  context.font = `${weight} ${opticalSize(text, size)}px ${family(text)}`;
  return context.measureText(text).width;
}

/** Words in lines that are no wider than `room`. */
export function broken(text: string, room: number, size: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ").filter(Boolean)) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && measure(longer, size, 400) <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
