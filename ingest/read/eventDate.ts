import type { DatePrecision } from "../../model/stages.ts";
import { allMatches, plain } from "../languages/phrases.ts";
import { type Reading, reading } from "../languages/reading.ts";
import { type Almanac, almanacOf, type OwnMonth, type Relative, type Tense, type Unit } from "./almanac.ts";
import { isoDate } from "./calendar.ts";
import { localDate } from "./localDate.ts";

/** When something happened as a sentence says it: ISO, cut to its precision, with the words' place in the sentence. */
export interface EventDate {
  date: string;
  precision: DatePrecision;
  start: number;
  end: number;
}

/** Where a text counts its days from. */
export interface Now {
  /** The day of publication, ISO. */
  published?: string | undefined;
  tense?: Tense;
  /** The variant of the local calendar that the text keeps, as languages/<code>/calendars.tsv names it. */
  variant?: string | undefined;
}

/**
 * The dates that a sentence names. What is not a full date is counted from the day of publication, backwards for what is
 * past and forwards for what is to come; without that day only dates with their year are found. A month of another calendar
 * lies in two of ours: the one that holds more of it is given.
 */
export function eventDate(
  sentence: string,
  lang: string,
  { published, tense = "past", variant }: Now = {},
): EventDate[] {
  const language = reading(lang);
  if (!language) return [];
  const almanac = almanacOf(language);
  // Small letters are matched; where they take more room (a few do) the text is matched as it stands.
  const small = sentence.toLowerCase();
  const text = small.length === sentence.length ? small : sentence;
  const forms = almanac.forms.filter(({ hint }) => hint.test(text));
  if (forms.length === 0) return [];
  const day = published ? Date.parse(`${published.slice(0, 10)}T00:00:00Z`) : Number.NaN;
  const from = Number.isNaN(day) ? undefined : new Date(day);
  const found: Found[] = [];
  for (const { dates } of forms)
    for (const match of allMatches(dates.pattern, text)) {
      const groups: Groups = { match, numbers: dates.groups };
      if (isCounted(groups, text, match.index, language) || !isNamed(sentence, groups)) continue;
      const date = resolve(groups, { almanac, from, tense, variant });
      if (!date) continue;
      const precision = date.length === 10 ? "day" : date.length === 7 ? "month" : "year";
      const rank = whole(groups, "near") ? 0 : whole(groups, "weekday") ? 1 : 2;
      found.push({ date, precision, start: match.index, end: match.index + match[0].length, rank });
    }
  found.sort((a, b) => a.start - b.start);
  return joined(found, text).map(({ rank: _, ...date }) => date);
}

interface Found extends EventDate {
  /** Of two that stand together the higher says it better: a neighbour day, a weekday, a date. */
  rank: number;
}

/** "Yesterday, Monday", "on Monday (15 July)": two words for one day. */
function joined(found: Found[], text: string): Found[] {
  const days: Found[] = [];
  for (const date of found) {
    const before = days.at(-1);
    const together = before && before.precision === "day" && date.precision === "day" && before.rank !== date.rank;
    if (!together || !/^[\s,(]*$/u.test(text.slice(before.end, date.start))) days.push(date);
    else days[days.length - 1] = { ...(before.rank > date.rank ? before : date), start: before.start, end: date.end };
  }
  return days;
}

/** What a form of a date holds. */
interface Groups {
  match: RegExpExecArray;
  numbers: Map<string, number[]>;
}

interface Place extends Pick<Now, "variant"> {
  almanac: Almanac;
  from: Date | undefined;
  tense: Tense;
}

function resolve(groups: Groups, { almanac, from, tense, variant }: Place): string | undefined {
  const part = (name: string) => whole(groups, name);
  const value = (name: string) => almanac.value(part(name));
  const relative = almanac.relative(part("rel"));
  const own: OwnMonth | undefined = almanac.own(part("own"));
  const month = value("month");
  const year = value("year");
  const day = value("day");
  if (own) return localDate({ ...own, year, day }, from, tense, variant);
  if (month !== undefined) {
    if (year !== undefined) return written(year, month, day);
    const yearAway = almanac.relative(part("relYear"));
    if (from && yearAway !== undefined) return written(from.getUTCFullYear() + yearAway, month, day);
    return from && nearest(from, month, day, relative, tense);
  }
  if (year !== undefined) return written(year, 1, 1)?.slice(0, 4);
  if (!from) return undefined;
  const weekdayNumber = value("weekday");
  const weekAway = almanac.relative(part("relWeek"));
  if (weekdayNumber !== undefined && weekAway !== undefined)
    return iso(shifted(monday(from), weekAway * 7 + weekdayNumber - 1));
  if (weekdayNumber !== undefined) return weekday(from, weekdayNumber, relative, tense);
  if (part("weekend") !== undefined) return weekend(from, relative, tense);
  const unit = almanac.unit(part("unit"));
  if (unit && relative !== undefined) return spanOf(from, unit, relative);
  if (unit && part("ago") === undefined) return tense === "future" ? spanOf(from, unit, value("count")!) : undefined;
  if (unit) return spanOf(from, unit, -value("count")!);
  return iso(shifted(from, almanac.neighbour(part("near")!, tense)));
}

/** A group stands in several forms. */
function whole({ match, numbers }: Groups, name: string): string | undefined {
  for (const number of numbers.get(name) ?? none) if (match[number] !== undefined) return match[number];
  return undefined;
}
const none: readonly number[] = [];

/** A day, or without one a month. */
function written(year: number, month: number, day: number | undefined): string | undefined {
  return isoDate(year, month, day ?? 1)?.slice(0, day === undefined ? 7 : 10);
}

/** The last such month or day that is not after the publication, or the next one that is not before it. */
function nearest(
  from: Date,
  month: number,
  day: number | undefined,
  relative: Relative | undefined,
  tense: Tense,
): string | undefined {
  const year = from.getUTCFullYear();
  const here = written(year, month, day);
  if (!here || relative === 0) return here;
  const now = iso(from).slice(0, here.length);
  const direction = relative ?? (tense === "past" ? -1 : 1);
  // "Last June" said in June was a year ago, "in June" is this month.
  const passed = relative !== undefined && here === now;
  if (direction < 0) return here > now || passed ? written(year - 1, month, day) : here;
  return here < now || passed ? written(year + 1, month, day) : here;
}

/** Without a word before it a weekday is one of the seven days that end, or begin, with the publication. */
function weekday(from: Date, day: number, relative: Relative | undefined, tense: Tense): string {
  const back = (weekdayOf(from) - (day - 1) + 7) % 7;
  const ahead = (7 - back) % 7;
  if (relative === -1) return iso(shifted(from, -(back || 7)));
  if (relative === 1) return iso(shifted(from, ahead || 7));
  return iso(shifted(from, tense === "past" ? -back : ahead));
}

/** The last Saturday and Sunday that have begun, or the next ones: the month in which both lie, else the year. */
function weekend(from: Date, relative: Relative | undefined, tense: Tense): string | undefined {
  const today = weekdayOf(from);
  const future = relative === 1 || (relative !== -1 && tense === "future");
  const saturday = shifted(monday(from), today >= 5 || future ? 5 : -2);
  return common(iso(saturday), iso(shifted(saturday, 1)));
}

/** So many days, weeks, months or years away. A week is given as the month it lies in, else as the year. */
function spanOf(from: Date, unit: Unit, count: number): string | undefined {
  if (unit === "day") return iso(shifted(from, count));
  if (unit === "year") return String(from.getUTCFullYear() + count);
  if (unit === "month") {
    const there = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + count, 1));
    return iso(there).slice(0, 7);
  }
  const first = shifted(monday(from), count * 7);
  return common(iso(first), iso(shifted(first, 6)));
}

/** The month that two days share, else the year. */
function common(first: string, last: string): string | undefined {
  return [7, 4].map((length) => first.slice(0, length)).find((part) => last.startsWith(part));
}

const weekdayOf = (date: Date): number => (date.getUTCDay() + 6) % 7;
const monday = (date: Date): Date => shifted(date, -weekdayOf(date));
const iso = (date: Date): string => date.toISOString().slice(0, 10);

function shifted(from: Date, days: number): Date {
  return new Date(from.getTime() + days * 86_400_000);
}

/** "Two days [before the vote]": counted from something else than the publication, which the words before the count tell. */
function isCounted(groups: Groups, text: string, at: number, { dates, optional }: Reading): boolean {
  if (whole(groups, "count") === undefined) return false;
  const before = plain(text.slice(Math.max(0, at - 24), at), optional).trimEnd();
  return dates["counted-from"].some((ending) => before.endsWith(plain(ending, optional)));
}

/** Where letters have capitals a month's name has one: "may" and "march" are other words. */
function isNamed(sentence: string, groups: Groups): boolean {
  const month = whole(groups, "month") ?? whole(groups, "own");
  if (month === undefined) return true;
  const { match } = groups;
  const first = sentence.charAt(match.index + match[0].indexOf(month));
  return first === first.toUpperCase();
}
