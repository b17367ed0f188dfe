import type { ClaimView, Stance } from "../../../model/api.ts";
import data from "../../../model/vocabulary.json" with { type: "json" };

/** Colours the canvas draws with: those of types from the vocabulary, those of the page from its stylesheet. */
export interface Palette {
  theme: "light" | "dark";
  paper: string;
  ink: string;
  muted: string;
  accent: string;
  focus: string;
  node(type: string): string;
  edge(type: string): string;
  /** Of the so-manieth group; after the eighth they begin again. */
  group(index: number): string;
}

export type EdgeEntry = (typeof data.edges)[keyof typeof data.edges];
export type NodeEntry = (typeof data.nodes)[keyof typeof data.nodes];

/** Entries by type; a type that a newer server may send is drawn plainly. */
export const edgeEntries: Readonly<Record<string, EdgeEntry | undefined>> = data.edges;
export const nodeEntries: Readonly<Record<string, NodeEntry | undefined>> = data.nodes;

/** Whether an edge of this type makes one node a member of the other. */
export function joins(type: string): boolean {
  const entry = edgeEntries[type];
  return entry !== undefined && "joins" in entry;
}

const shapes = ["circle", "diamond", "square", "triangle", "ring"];
const lines = ["plain", "thin", "thick", "double", "barred"];
/** In the order of the API; the programs know them by their places. */
export const stances: readonly Stance[] = ["asserted", "alleged", "announced", "requested", "conditional", "denied"];

export function shapeOf(type: string): number {
  return Math.max(0, shapes.indexOf(shapeName(type)));
}

/** The shape of a node's type; one the vocabulary does not know has a shape too, always the same. */
export function shapeName(type: string): string {
  return nodeEntries[type]?.shape ?? shapes[drawnLot(type, shapes.length)] ?? "circle";
}

const foreignColours = Array.from({ length: 8 }, (_, index) => `--group-${index}`);

/** Which of the page's colours a type takes that the vocabulary does not know. */
export function foreignColour(type: string): string {
  return foreignColours[drawnLot(type, foreignColours.length)]!;
}

/** A number below `most`, always the same for a text. */
function drawnLot(text: string, most: number): number {
  let sum = 0;
  for (const letter of text) sum = (sum * 31 + letter.codePointAt(0)!) % 65_521;
  return sum % most;
}

export function lineOf(type: string): number {
  return Math.max(0, lines.indexOf(edgeEntries[type]?.line ?? "plain"));
}

export function stanceOf(stance: string): number {
  return Math.max(0, (stances as readonly string[]).indexOf(stance));
}

/** Reads the page's colours; in forced colours the system's, for types as for everything else. */
export function palette(element: Element): Palette {
  const forced = matchMedia("(forced-colors: active)").matches;
  const names = ["--paper", "--ink", "--muted", "--accent", "--focus"];
  const colours = resolved(element, [...names, ...foreignColours]);
  const [paper = "", ink = "", muted = "", accent = "", focus = ""] = colours;
  const foreign = colours.slice(names.length);
  const theme = lightness(paper) < 0.5 ? "dark" : "light";
  const entry = (found: { colour: { light: string; dark: string } } | undefined, type: string): string =>
    forced ? ink : (found?.colour[theme] ?? foreign[drawnLot(type, foreign.length)] ?? ink);
  return {
    theme,
    paper,
    ink,
    muted,
    accent,
    focus,
    node: (type) => entry(nodeEntries[type], type),
    edge: (type) => entry(edgeEntries[type], type),
    group: (index) => (forced ? ink : (foreign[index % foreign.length] ?? ink)),
  };
}

/** Channels 0…1 of a colour as the browser resolves it. */
export function channels(colour: string): [number, number, number] {
  const digits = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(colour);
  if (digits) return [1, 2, 3].map((index) => Number.parseInt(digits[index]!, 16) / 255) as [number, number, number];
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map((part) => Number(part) / 255);
  return [red, green, blue];
}

/** One colour with a part of another in it, 0…1. */
export function blend(ground: string, colour: string, part: number): string {
  const [from, to] = [channels(ground), channels(colour)];
  return hex(from.map((channel, index) => channel + ((to[index] ?? 0) - channel) * part));
}

/** How light a colour is to the eye, 0…1. */
export function lightness(colour: string): number {
  const [red, green, blue] = channels(colour);
  return 0.299 * red + 0.587 * green + 0.114 * blue;
}

/**
 * What these properties hold, system colours too, as #rrggbb: what WebGL programs understand. All are asked at once: one
 * after the other would have the whole page's style worked out for each.
 */
function resolved(element: Element, names: readonly string[]): string[] {
  const probes = names.map((name) => {
    const probe = document.createElement("span");
    probe.style.color = `var(${name})`;
    // Otherwise forced colours would replace the very value that is asked for.
    probe.style.setProperty("forced-color-adjust", "none");
    return probe;
  });
  const box = document.createElement("div");
  box.style.display = "none";
  box.append(...probes);
  element.append(box);
  const colours = probes.map((probe) => hex(channels(getComputedStyle(probe).color)));
  box.remove();
  return colours;
}

function hex(channels: readonly number[]): string {
  return `#${channels
    .map((part) =>
      Math.round(part * 255)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
}

/** The edge a claim speaks for; none where the vocabulary knows no edge for its negation. */
export function edgeOf(claim: Pick<ClaimView, "type" | "subject" | "object" | "polarity">): Ends | undefined {
  const entry = edgeEntries[claim.type];
  const instead = entry && "negatedAs" in entry ? entry.negatedAs?.type : undefined;
  const type = claim.polarity === "affirmed" ? claim.type : instead;
  if (!type) return undefined;
  const [from, to] = [claim.subject.id, claim.object.id];
  return edgeEntries[type]?.symmetric && to < from ? { from: to, type, to: from } : { from, type, to };
}

export interface Ends {
  from: string;
  type: string;
  to: string;
}
