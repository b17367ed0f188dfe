/** A drawing as a list of strokes and words; y points down, units are CSS pixels. */
export interface Sheet {
  width: number;
  height: number;
  paper: string;
  /** What the drawing shows, for who cannot see it. */
  title: string;
  shapes: readonly Shape[];
}

export type Shape = Line | Words | Inset;

export interface Line {
  d: string;
  fill?: string;
  stroke?: string;
  width?: number;
  dash?: readonly number[];
  offset?: number;
  round?: boolean;
  opacity?: number;
}

export interface Words {
  text: string;
  x: number;
  /** Of the base line. */
  y: number;
  size: number;
  weight: number;
  family: string;
  fill: string;
  anchor: "start" | "middle" | "end";
  /** Colour around the letters, so that they can be read on lines. */
  halo?: string;
  /** Narrower, where the words would not fit. */
  most?: number;
}

/** Lines in units of their own, seen through a window: `x`, `y` is where their zero lies, `scale` the size of a unit. */
export interface Inset {
  frame: { left: number; top: number; right: number; bottom: number };
  x: number;
  y: number;
  scale: number;
  /** Widths and dashes are those of the sheet. */
  lines: readonly Line[];
}

/** The drawing as SVG: text stays text. Attributes alone, no styles, so that it may stand in a page that forbids them. */
export function svg({ width, height, paper, title, shapes }: Sheet): string {
  const body = shapes
    .map((shape) => ("d" in shape ? line(shape) : "lines" in shape ? inset(shape) : words(shape)))
    .join("\n");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(title)}"><title>${escaped(title)}</title><rect width="100%" height="100%" fill="${paper}"/>
${body}
</svg>`;
}

function line({ d, fill = "none", stroke, width, dash, offset, round, opacity }: Line): string {
  return `<path${attributes({
    d,
    fill,
    stroke,
    "stroke-width": stroke && width && short(width),
    "stroke-dasharray": dash?.map(short).join(" "),
    "stroke-dashoffset": offset,
    "stroke-linecap": round ? "round" : undefined,
    "stroke-linejoin": stroke ? "round" : undefined,
    opacity,
  })}/>`;
}

/** An SVG in the SVG: it cuts off what lies outside its frame. */
function inset(given: Inset): string {
  const { frame, x, y, scale } = given;
  const box = [(frame.left - x) / scale, (frame.top - y) / scale];
  const size = [frame.right - frame.left, frame.bottom - frame.top] as const;
  return `<svg${attributes({
    x: short(frame.left),
    y: short(frame.top),
    width: short(size[0]),
    height: short(size[1]),
    viewBox: [...box, ...size.map((side) => side / scale)].map(short).join(" "),
    preserveAspectRatio: "none",
  })}>${inside(given).map(line).join("")}</svg>`;
}

/** The lines of an inset in its own units. */
function inside({ lines, scale }: Inset): Line[] {
  return lines.map((each) => ({
    ...each,
    ...(each.width === undefined ? {} : { width: each.width / scale }),
    ...(each.dash === undefined ? {} : { dash: each.dash.map((part) => part / scale) }),
  }));
}

function words({ text, x, y, size, weight, family, fill, anchor, halo, most }: Words): string {
  return `<text${attributes({
    x: short(x),
    y: short(y),
    "font-family": family,
    "font-size": size,
    "font-weight": weight,
    "text-anchor": anchor === "start" ? undefined : anchor,
    fill,
    stroke: halo,
    "stroke-width": halo && 3.5,
    "stroke-linejoin": halo && "round",
    "paint-order": halo && "stroke",
    textLength: most && short(most),
    lengthAdjust: most && "spacingAndGlyphs",
  })}>${escaped(text)}</text>`;
}

/** The drawing as pixels, `scale` to a unit. The faces must have been loaded. */
export function paint({ width, height, paper, shapes }: Sheet, scale: number): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const context = canvas.getContext("2d")!;
  context.scale(scale, scale);
  context.fillStyle = paper;
  context.fillRect(0, 0, width, height);
  context.lineJoin = "round";
  for (const shape of shapes) {
    if ("d" in shape) stroke(context, shape);
    else if ("lines" in shape) through(context, shape);
    else write(context, shape);
  }
  return canvas;
}

function through(context: CanvasRenderingContext2D, shape: Inset): void {
  const { frame, x, y, scale } = shape;
  context.save();
  context.beginPath();
  context.rect(frame.left, frame.top, frame.right - frame.left, frame.bottom - frame.top);
  context.clip();
  context.translate(x, y);
  context.scale(scale, scale);
  for (const each of inside(shape)) stroke(context, each);
  context.restore();
}

function stroke(context: CanvasRenderingContext2D, shape: Line): void {
  const path = new Path2D(shape.d);
  context.globalAlpha = shape.opacity ?? 1;
  if (shape.fill) {
    context.fillStyle = shape.fill;
    context.fill(path);
  }
  if (shape.stroke) {
    context.strokeStyle = shape.stroke;
    context.lineWidth = shape.width ?? 1;
    context.lineCap = shape.round ? "round" : "butt";
    context.setLineDash([...(shape.dash ?? [])]);
    context.lineDashOffset = shape.offset ?? 0;
    context.stroke(path);
  }
  context.globalAlpha = 1;
}

function write(context: CanvasRenderingContext2D, shape: Words): void {
  context.font = `${shape.weight} ${shape.size}px ${shape.family}`;
  context.textAlign = shape.anchor === "middle" ? "center" : shape.anchor;
  context.textBaseline = "alphabetic";
  if (shape.halo) {
    context.setLineDash([]);
    context.lineWidth = 3.5;
    context.strokeStyle = shape.halo;
    context.strokeText(shape.text, shape.x, shape.y, shape.most);
  }
  context.fillStyle = shape.fill;
  context.fillText(shape.text, shape.x, shape.y, shape.most);
}

function attributes(given: Record<string, string | number | undefined>): string {
  return Object.entries(given)
    .map(([name, value]) => (value === undefined || value === "" ? "" : ` ${name}="${escaped(String(value))}"`))
    .join("");
}

/** Text as it may stand in XML and HTML; characters that XML forbids are left out. */
export function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

export function short(value: number): number {
  return Math.round(value * 10) / 10;
}
