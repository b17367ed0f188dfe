import type { EdgeView } from "../../../../model/api.ts";
import { dates } from "../../graph/filter.ts";
import type { TimeFilter } from "../../graph/view.ts";

export type Unit = "day" | "month" | "year";

export interface Bucket {
  /** ISO date cut to the unit. */
  at: string;
  count: number;
}

export interface Spread {
  unit: Unit;
  /** Every unit from the first date to the last, empty ones too. */
  buckets: Bucket[];
  /** Edges without a date by this clock: a brush leaves them out. */
  undated: number;
}

const lengths: Record<Unit, number> = { day: 10, month: 7, year: 4 };

/** When things were reported or happened, counted in days, months or years, whichever gives the fewest bars over fifty. */
export function spread(edges: readonly EdgeView[], clock: TimeFilter["clock"]): Spread | undefined {
  // Thousands of edges share a few hundred dates.
  const days = new Map<string, number>();
  let undated = 0;
  for (const edge of edges) {
    const own = dates(edge, clock);
    if (own.length === 0) undated++;
    for (const date of own) {
      const day = date.slice(0, 10);
      days.set(day, (days.get(day) ?? 0) + 1);
    }
  }
  if (days.size === 0) return undefined;
  const all = [...days.keys()].sort();
  const [first = "", last = ""] = [all[0], all.at(-1)];
  const length = (Date.parse(whole(last)) - Date.parse(whole(first))) / 86_400_000;
  const isExact = all.every((date) => date.length === 10);
  const unit: Unit = length <= 70 && isExact ? "day" : length <= 366 * 25 ? "month" : "year";
  const counts = new Map<string, number>();
  for (const [date, count] of days) {
    const at = whole(date).slice(0, lengths[unit]);
    counts.set(at, (counts.get(at) ?? 0) + count);
  }
  const buckets: Bucket[] = [];
  const end = whole(last).slice(0, lengths[unit]);
  for (let at = whole(first).slice(0, lengths[unit]); at <= end && buckets.length < 2000; at = next(at, unit))
    buckets.push({ at, count: counts.get(at) ?? 0 });
  return { unit, buckets, undated };
}

/** The dates a brush from one bucket to another stands for; a brush over everything is none. */
export function brushed(buckets: readonly Bucket[], from: number, to: number): Pick<TimeFilter, "from" | "to"> {
  const [first, last] = [buckets[from], buckets[to]];
  return {
    ...(from > 0 && first ? { from: whole(first.at) } : {}),
    ...(to < buckets.length - 1 && last ? { to: lastDay(last.at) } : {}),
  };
}

/** The buckets that a filter's dates fall on. */
export function brush(buckets: readonly Bucket[], { from, to }: Pick<TimeFilter, "from" | "to">): [number, number] {
  const last = buckets.length - 1;
  const start = from === undefined ? 0 : buckets.findIndex(({ at }) => lastDay(at) >= from);
  const end = to === undefined ? last : buckets.findLastIndex(({ at }) => whole(at) <= to);
  return [start < 0 ? last : start, Math.max(0, end)];
}

function next(at: string, unit: Unit): string {
  const date = new Date(whole(at));
  if (unit === "day") date.setUTCDate(date.getUTCDate() + 1);
  if (unit === "month") date.setUTCMonth(date.getUTCMonth() + 1);
  if (unit === "year") date.setUTCFullYear(date.getUTCFullYear() + 1);
  return date.toISOString().slice(0, lengths[unit]);
}

/** The first day of a date that is cut to its month or year. */
function whole(date: string): string {
  return `${date}-01-01`.slice(0, 10);
}

function lastDay(date: string): string {
  if (date.length >= 10) return date.slice(0, 10);
  const [year = 0, month = 12] = date.split("-").map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}
