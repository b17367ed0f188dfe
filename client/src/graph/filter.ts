import type { EdgeView, NodeView } from "../../../model/api.ts";
import { type Filters, noFilters, type View } from "./view.ts";

/** Names of the filters that can be switched off one by one: the chips. */
export type FilterName = "types" | "nodeTypes" | "stances" | "sources" | "langs" | "outlets" | "speakers" | "time";

export const filterNames: readonly FilterName[] = [
  "types",
  "nodeTypes",
  "stances",
  "sources",
  "langs",
  "outlets",
  "speakers",
  "time",
];

/** Whether a filter holds anything back at all. */
export function isActive(filters: Filters, name: FilterName): boolean {
  if (name === "sources") return filters.sources > 1;
  if (name === "time") return filters.time.from !== undefined || filters.time.to !== undefined;
  return filters[name].length > 0;
}

/** The same filters with one of them switched off. */
export function withoutFilter(filters: Filters, name: FilterName): Filters {
  if (name === "time") return { ...filters, time: { clock: filters.time.clock } };
  return { ...filters, [name]: noFilters[name] };
}

export type Ends = (id: string) => NodeView | undefined;

export function passes(edge: EdgeView, filters: Filters, ends: Ends): boolean {
  return (
    !filters.types.includes(edge.type) && !filters.stances.includes(edge.stance) && passesOthers(edge, filters, ends)
  );
}

/** Whether an edge passes all filters but those of its own type and stance. */
export function passesOthers(edge: EdgeView, filters: Filters, ends: Ends): boolean {
  // An edge of a foreign graph has no sources at all; it passes unless several are asked for.
  if (filters.sources > 1 && edge.sources < filters.sources) return false;
  if (!meets(edge.langs, filters.langs) || !meets(edge.outlets, filters.outlets)) return false;
  if (!meets(edge.speakers, filters.speakers)) return false;
  if (!within(edge, filters)) return false;
  return nodePasses(ends(edge.from), filters) && nodePasses(ends(edge.to), filters);
}

export function nodePasses(node: NodeView | undefined, filters: Filters): boolean {
  return node !== undefined && !filters.nodeTypes.includes(node.type);
}

/** Dates of an edge by the chosen clock; an edge without that list answers with its first and last date. */
export function dates(edge: EdgeView, clock: Filters["time"]["clock"]): readonly string[] {
  const listed = clock === "event" ? edge.eventDates : edge.reportDates;
  if (listed) return listed;
  return [edge.first, edge.last].filter((date) => date !== undefined);
}

function within(edge: EdgeView, { time }: Filters): boolean {
  const { from, to } = time;
  if (from === undefined && to === undefined) return true;
  return dates(edge, time.clock).some((date) => {
    // A date cut to its month or year stands for all its days.
    if (from !== undefined && date < from.slice(0, date.length)) return false;
    return to === undefined || date <= to.slice(0, date.length);
  });
}

function meets(told: readonly string[] | undefined, wanted: readonly string[]): boolean {
  return wanted.length === 0 || (told ?? []).some((each) => wanted.includes(each));
}

/**
 * Which filters empty the picture: for each active one, how many edges would be seen without it, most first.
 * Empty where something is seen anyway or nothing is held back.
 */
export function emptiedBy(
  edges: readonly EdgeView[],
  filters: Filters,
  ends: Ends,
): { name: FilterName; back: number }[] {
  if (edges.length === 0 || edges.some((edge) => passes(edge, filters, ends))) return [];
  return filterNames
    .filter((name) => isActive(filters, name))
    .map((name) => {
      const loosened = withoutFilter(filters, name);
      return { name, back: edges.filter((edge) => passes(edge, loosened, ends)).length };
    })
    .sort((a, b) => b.back - a.back);
}

/** What is seen: the nodes that are neither hidden nor filtered, the edges between them that pass. */
export interface Seen {
  nodes: string[];
  edges: EdgeView[];
  /** Edges on the table before filters. */
  all: EdgeView[];
}

interface Known {
  nodes: ReadonlyMap<string, NodeView>;
  among(ids: Set<string>): EdgeView[];
}

/** What lies on the table, before filters. */
export interface Table {
  placed: string[];
  all: EdgeView[];
}

export function table({ nodes, hidden }: Pick<View, "nodes" | "hidden">, library: Known): Table {
  const away = new Set(hidden);
  const placed = Object.keys(nodes).filter((id) => library.nodes.has(id) && !away.has(id));
  return { placed, all: library.among(new Set(placed)) };
}

/** What of it passes the filters. */
export function filtered({ placed, all }: Table, filters: Filters, library: Pick<Known, "nodes">): Seen {
  const ends: Ends = (id) => library.nodes.get(id);
  const nodes = placed.filter((id) => nodePasses(ends(id), filters));
  return { nodes, edges: all.filter((edge) => passes(edge, filters, ends)), all };
}
