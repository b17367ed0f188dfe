import type { EdgeView, NodeView } from "../../../../model/api.ts";
import type { Palette } from "../../graph/palette.ts";
import { loadFaces } from "../../graph/scripts.ts";
import type { View } from "../../graph/view.ts";
import { date, message, number } from "../../language.ts";
import { type Composition, compose, mostStretch } from "./compose.ts";
import { legend, legendWidth } from "./legend.ts";
import { broken, measure, words } from "./marks.ts";
import type { Shape, Sheet } from "./shapes.ts";

/** What is told around a picture. */
export interface About {
  /** How the view came about: the last step's words. */
  title: string;
  filters: readonly string[];
  nodes: readonly NodeView[];
  edges: readonly EdgeView[];
  view: View;
  /** Independent sources behind all ties together, where they could be counted. */
  sources: number | undefined;
  day: string;
}

/** Beyond so many nodes names give way to each other. */
const fewNodes = 40;

/**
 * The whole sheet: headline, picture, legend; filters, counts and date at the foot. Numbered, it stands in a page that
 * says all that itself: the picture and its legend alone, each tie with its number in the list.
 */
export async function sheet(
  about: About,
  look: Pick<Composition, "weight" | "group" | "atlas">,
  palette: Palette,
  numbered = false,
): Promise<Sheet> {
  const { nodes, edges, view } = about;
  const place = new Map(edges.map((edge, index) => [edge.id, number(index + 1)]));
  const note = (edge: EdgeView): string =>
    numbered ? (place.get(edge.id) ?? "") : edge.sources > 1 ? number(edge.sources) : "";
  await loadFaces([...nodes.map(({ names }) => names[view.names] ?? names.en ?? ""), figure(about), about.title]);
  const side = 24;
  const top = numbered ? 0 : 64;
  const key = legend({ nodes, edges, names: view.names, palette, ...look }, side, top + 10);
  const grown = Math.max(1, Math.sqrt(nodes.length / 60));
  const width = Math.round(Math.min(4000, 940 * grown) + legendWidth + 2 * side);
  const foot = numbered ? [] : [...broken(about.filters.join(" · "), width - 2 * side, 12), figure(about)];
  const most = 620 * Math.min(4, grown);
  const tall = top + Math.max(key.height + 10, Math.min(most, height(about, width - legendWidth - 2 * side)));
  const whole = Math.round(numbered ? tall + 8 : tall + 26 + foot.length * 18 + 16);
  const frame = { left: side + legendWidth, top, right: width - side, bottom: tall };
  const head: Shape[] = [
    words("Entente", side, 40, palette.ink, { size: 22, weight: 700 }),
    words(shortened(about.title, width - 2 * side - 130), side + 112, 40, palette.ink, { size: 15, weight: 500 }),
    { d: `M${side} 54H${width - side}M${side} 57H${width - side}`, stroke: palette.ink, width: 1 },
  ];
  const shapes: Shape[] = [
    ...(numbered ? [] : head),
    ...compose({ nodes, edges, view, palette, ...look, note, everyName: nodes.length <= fewNodes }, frame),
    ...key.shapes,
    ...(numbered ? [] : [{ d: `M${side} ${tall + 12}H${width - side}`, stroke: palette.muted, width: 0.6 }]),
    ...foot.map((text, index) => words(text, side, tall + 32 + index * 18, palette.muted, { size: 12 })),
  ];
  return { width, height: whole, paper: palette.paper, title: `${about.title} — ${figure(about)}`, shapes };
}

/** How high the picture wants to be when it is so wide: a flat one leaves no empty room. */
function height({ nodes, view }: About, width: number): number {
  const places = nodes.flatMap((node) => view.nodes[node.id] ?? []);
  const [xs, ys] = [places.map(({ x }) => x), places.map(({ y }) => y)];
  // On the map there is land around them.
  const least = view.layout === "map" ? 0.5 : 0;
  const [wide, high] = [xs, ys].map((all) => Math.max(least, Math.max(...all) - Math.min(...all))) as [number, number];
  return 100 + high * Math.min(mostStretch, (width - 180) / Math.max(0.001, wide));
}

/** Nodes, ties, independent sources and the day, as one line. */
export function figure({ nodes, edges, sources, day }: About): string {
  const counts = [message("count.nodes", { count: nodes.length }), message("count.ties", { count: edges.length })];
  if (sources !== undefined) counts.push(message("count.sources", { count: sources }));
  return [...counts, date(day)].join(" · ");
}

function shortened(text: string, room: number): string {
  if (measure(text, 15, 500) <= room) return text;
  const graphemes = [...new Intl.Segmenter().segment(text)].map((each) => each.segment);
  while (graphemes.length > 1 && measure(`${graphemes.join("")}…`, 15, 500) > room) graphemes.pop();
  return `${graphemes.join("").trimEnd()}…`;
}
