import type { EdgeView } from "../../../../model/api.ts";
import { groupsOf } from "../../graph/groups.ts";
import { nameOf } from "../../graph/name.ts";
import { edgeEntries, nodeEntries, type Palette, stances } from "../../graph/palette.ts";
import { message, number } from "../../language.ts";
import { edgeLabel, nodeTypeLabel } from "../../ui/names.tsx";
import { type Composition, disputedDash } from "./compose.ts";
import { broken, circle, nodeMark, numbered, words } from "./marks.ts";
import type { Shape } from "./shapes.ts";
import { tie } from "./tie.ts";

const line = 24;
export const legendWidth = 214;

/** What a legend explains. */
interface Explained extends Pick<Composition, "nodes" | "edges" | "palette" | "group" | "atlas"> {
  /** Language of the nodes' names. */
  names: string;
}

/** What lines, signs, dashes and shapes mean, with counts, as a column of the given place. Gives its height too. */
export function legend(given: Explained, left: number, top: number): { shapes: Shape[]; height: number } {
  const { nodes, edges, palette, atlas } = given;
  const shapes: Shape[] = [];
  let y = top;
  const title = (text: string): void => {
    y += 20;
    shapes.push(words(text, left, y - 4, palette.muted, { size: 11.5 }));
  };
  const row = (name: string, count: number | undefined, sample: Shape[]): void => {
    shapes.push(...sample, words(name, left + 56, y + 16, palette.ink, { size: 12.5, most: fitting(name) }));
    if (count !== undefined)
      shapes.push(words(number(count), left + legendWidth - 4, y + 16, palette.muted, { size: 12, anchor: "end" }));
    y += line;
  };
  const types = tally(
    edges.map((edge) => edge.type),
    Object.keys(edgeEntries),
  );
  if (types.length > 0) title(message("legend.ties"));
  for (const [type, count] of types) row(edgeLabel(type), count, sample(type, "asserted", palette, left, y));
  const told = tally(
    edges.map((edge) => edge.stance),
    stances,
  );
  if (told.length > 0) title(message("legend.stances"));
  for (const [stance, count] of told)
    row(message(`stance.${stance as "asserted"}`), count, sample("", stance, palette, left, y));
  const kinds = tally(
    nodes.map((node) => node.type),
    Object.keys(nodeEntries),
  );
  if (kinds.length > 0) title(message("legend.nodes"));
  for (const [type, count] of kinds)
    row(nodeTypeLabel(type, 2), count, [
      nodeMark(type, { x: left + 24, y: y + 12, radius: 6 }, palette.node(type), palette.paper),
    ]);
  const groups = groupsOf(nodes, edges, given.group);
  if (groups.length > 0) title(message("legend.groups"));
  for (const { number: group, members } of groups) {
    const name = members.slice(0, 2).map(({ names }) => nameOf(names, given.names));
    row(
      name.join(", "),
      members.length,
      numbered(number(group + 1), left + 12, y + 4, 24, palette.group(group), palette),
    );
  }
  if (atlas) {
    title(message("legend.map"));
    row(message("legend.disputed"), undefined, [
      { d: `M${left} ${y + 12}h44`, stroke: palette.ink, width: 1.2, dash: disputedDash },
    ]);
    for (const text of broken(message("legend.borders"), legendWidth - 8, 11)) {
      y += 15;
      shapes.push(words(text, left, y, palette.muted, { size: 11 }));
    }
  }
  return { shapes, height: y - top };
}

function sample(type: string, stance: string, palette: Palette, left: number, top: number): Shape[] {
  const y = top + 12;
  const colour = type ? palette.edge(type) : palette.ink;
  // A sample of a stance stands for every type: it has neither sign nor head.
  const like = { type: type || "any", stance, sources: 1 } as EdgeView;
  const shapes = tie(like, { x: left - 4, y, radius: 0 }, { x: left + 49, y, radius: 0 }, 0, colour, palette.paper);
  if (!type) return shapes.slice(0, stance === "denied" ? 2 : 1);
  return [
    ...shapes,
    { d: circle(left + 21, y, 7.6), fill: palette.paper, stroke: colour, width: 1.3 },
    words(`${edgeEntries[type]?.glyph ?? "·"}\uFE0E`, left + 21, y + 3.6, colour, {
      size: 10,
      weight: 700,
      anchor: "middle",
    }),
  ];
}

function fitting(name: string): number | undefined {
  return name.length > 24 ? legendWidth - 96 : undefined;
}

/** Counts in the vocabulary's order; what the vocabulary does not know comes last. */
function tally(items: readonly string[], order: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  const place = (item: string): number => (order.includes(item) ? order.indexOf(item) : order.length);
  return [...counts].sort(([a], [b]) => place(a) - place(b) || (a < b ? -1 : 1));
}
