import type { DatePrecision } from "../../model/stages.ts";
import { alternation, plain } from "../languages/phrases.ts";
import { type Reading, reading } from "../languages/reading.ts";
import { figures, isoDate } from "./calendar.ts";

/** When something happened as a sentence says it: ISO, cut to its precision, with the words' place in the sentence. */
export interface EventDate {
  date: string;
  precision: DatePrecision;
  start: number;
  end: number;
}

/**
 * The dates that a sentence names. What is not a full date is counted from the day of publication, backwards for what is
 * past and forwards for what is to come; without that day only dates with their year are found.
 */
export function eventDate(sentence: string, lang: string, published?: string, tense: Tense = "past"): EventDate[] {
  const language = reading(lang);
  if (!language) return [];
  const almanac = almanacOf(language);
  const day = published ? Date.parse(`${published.slice(0, 10)}T00:00:00Z`) : Number.NaN;
  const from = Number.isNaN(day) ? undefined : new Date(day);
  const found: EventDate[] = [];
  // Small letters are matched; where they take more room (a few do) the text is matched as it stands.
  const small = sentence.toLowerCase();
  const text = small.length === sentence.length ? small : sentence;
  if (!almanac.hint.test(text)) return found;
  for (const match of text.matchAll(almanac.pattern)) {
    const date = resolve(match.groups!, almanac, from, tense);
    if (!date || !isNamed(sentence, match)) continue;
    const precision = date.length === 10 ? "day" : date.length === 7 ? "month" : "year";
    found.push({ date, precision, start: match.index, end: match.index + match[0].length });
  }
  return found;
}

type Groups = Record<string, string | undefined>;

function resolve(groups: Groups, almanac: Almanac, from: Date | undefined, tense: Tense): string | undefined {
  const part = (name: string) => whole(groups, name);
  const value = (name: string) => almanac.value(part(name));
  const relative = almanac.relative(part("rel"));
  const month = value("month");
  const year = value("year");
  const day = value("day");
  if (month !== undefined) {
    if (year !== undefined) return written(year, month, day);
    const yearAway = almanac.relative(part("relYear"));
    if (from && yearAway !== undefined) return written(from.getUTCFullYear() + yearAway, month, day);
    return from && nearest(from, month, day, relative, tense);
  }
  if (year !== undefined) return written(year, 1, 1)?.slice(0, 4);
  if (!from) return undefined;
  const weekdayNumber = value("weekday");
  if (weekdayNumber !== undefined) return weekday(from, weekdayNumber, relative, tense);
  const unit = almanac.unit(part("unit"));
  if (unit) return spanOf(from, unit, relative ?? value("count")! * (part("ago") === undefined ? 1 : -1));
  return iso(shifted(from, almanac.neighbour(part("near")!, tense)));
}

/** A group stands in several forms, numbered, since no two may have one name. */
function whole(groups: Groups, name: string): string | undefined {
  for (let number = 1; `${name}${number}` in groups; number++) {
    const text = groups[`${name}${number}`];
    if (text !== undefined) return text;
  }
  return undefined;
}

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
  const today = (from.getUTCDay() + 6) % 7;
  const back = (today - (day - 1) + 7) % 7;
  const ahead = (7 - back) % 7;
  if (relative === -1) return iso(shifted(from, -(back || 7)));
  if (relative === 1) return iso(shifted(from, ahead || 7));
  return iso(shifted(from, tense === "past" ? -back : ahead));
}

/** So many days, weeks, months or years away. A week is given as the month it lies in, else as the year. */
function spanOf(from: Date, unit: Unit, count: number): string | undefined {
  if (unit === "day") return iso(shifted(from, count));
  if (unit === "year") return String(from.getUTCFullYear() + count);
  if (unit === "month") {
    const there = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + count, 1));
    return iso(there).slice(0, 7);
  }
  const monday = shifted(from, count * 7 - ((from.getUTCDay() + 6) % 7));
  const [first, last] = [iso(monday), iso(shifted(monday, 6))];
  return [7, 4].map((length) => first.slice(0, length)).find((part) => last.startsWith(part));
}

function shifted(from: Date, days: number): Date {
  return new Date(from.getTime() + days * 86_400_000);
}

function iso(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** Where letters have capitals a month's name has one: "may" and "march" are other words. */
function isNamed(sentence: string, match: RegExpExecArray): boolean {
  const month = whole(match.groups!, "month");
  if (month === undefined) return true;
  const first = sentence.charAt(match.index + match[0].indexOf(month));
  return first === first.toUpperCase();
}

type Tense = "past" | "future";
type Relative = -1 | 0 | 1;
type Unit = "day" | "week" | "month" | "year";

/** A language's words of time, compiled. */
interface Almanac {
  pattern: RegExp;
  hint: RegExp;
  /** What a month, a weekday, a number or figures stand for. */
  value: (text: string | undefined) => number | undefined;
  relative: (text: string | undefined) => Relative | undefined;
  unit: (text: string | undefined) => Unit | undefined;
  /** Days from the publication. */
  neighbour: (text: string, tense: Tense) => number;
}

const made = new Map<string, Almanac>();
function almanacOf(language: Reading): Almanac {
  const almanac = made.get(language.lang) ?? build(language);
  made.set(language.lang, almanac);
  return almanac;
}

function build(language: Reading): Almanac {
  const { dates, optional, months, weekdays, numbers } = language;
  const key = (word: string) => plain(word, optional);
  const index = <V>(rows: [string[], V][]) =>
    new Map(rows.flatMap(([words, value]) => words.map((word) => [key(word), value])));
  const ranks = (lists: string[][]): [string[], number][] => lists.map((list, at) => [list, at + 1]);
  const values = index([...ranks(months), ...ranks(weekdays), ...ranks(numbers)]);
  const relatives = index<Relative>([
    [dates.last, -1],
    [dates.this, 0],
    [dates.next, 1],
  ]);
  const units = index<Unit>([
    [dates.day, "day"],
    [dates.week, "week"],
    [dates.month, "month"],
    [dates.year, "year"],
  ]);
  const days = index([
    [dates.today, 0],
    [dates.yesterday, -1],
    [dates.tomorrow, 1],
    [dates.near, Number.NaN],
  ]);
  const digits = new Map([...language.digits].map((digit, value) => [digit, String(value)]));
  return {
    pattern: pattern(language),
    hint: hint(language),
    value: (text) => {
      if (text === undefined) return undefined;
      const number = Number(figures(text, digits));
      return Number.isNaN(number) ? values.get(key(text)) : number;
    },
    relative: (text) => (text === undefined ? undefined : relatives.get(key(text))),
    unit: (text) => (text === undefined ? undefined : units.get(key(text))),
    neighbour: (text, tense) => {
      const day = days.get(key(text))!;
      return Number.isNaN(day) ? (tense === "past" ? -1 : 1) : day;
    },
  };
}

/** All forms in one pattern, the fuller ones first. */
function pattern({ dates, optional, months, weekdays, numbers, digits }: Reading): RegExp {
  const words = (...lists: string[][]) =>
    lists.some((list) => list.length > 0) ? `(?:${alternation(lists.flat(), optional)})` : "(?:(?!))";
  const counts = new Map<string, number>();
  const group = (name: string, source: string) => {
    counts.set(name, (counts.get(name) ?? 0) + 1);
    return `(?<${name}${counts.get(name)}>${source})`;
  };
  const digit = `[0-9${digits}]`;
  const stop = "(?![\\p{L}\\p{M}\\p{N}])";
  const ending = `${words(dates.ending)}?${stop}`;
  // "24th", and the same in other scripts: up to two letters.
  const day = () => `${group("day", `${digit}{1,2}`)}(?!${digit})(?:\\p{L}\\p{M}*){0,2}`;
  const year = () => `${group("year", `${digit}{4}`)}(?!${digit}|[.,]${digit})`;
  const month = () => `${group("month", words(months.flat()))}(?:\\.(?=\\s))?`;
  const rel = (name: string) => group(name, words(dates.last, dates.this, dates.next));
  const span = [dates.week, dates.month, dates.year];
  const forms = [
    `${year()}\\s*${words(dates["year-after"])}[\\s,]*(?:${day()}\\s*)?${month()}${ending}`,
    `${day()}[\\s,-]*${month()}${ending}(?:[\\s,]*${year()})?`,
    `${month()}\\s+${day()}${stop}(?:,?\\s+${year()})?`,
    `${month()}${ending},?\\s+${year()}`,
    `${rel("relYear")}\\s+${words(dates.year)}${ending}\\s+${month()}${ending}`,
    `(?:${words(dates.before)}|${rel("rel")})\\s+${month()}${ending}(?:,?\\s+${year()}|\\s+${rel("relYear")}\\s+${words(dates.year)}${ending})?`,
    `${month()}(?:${ending}\\s+${words(dates.after)}|${words(dates["month-ending"])})${stop}`,
    `(?:${rel("rel")}\\s+)?${group("weekday", words(weekdays.flat()))}${ending}`,
    `${rel("rel")}\\s+${group("unit", words(...span))}${ending}`,
    `${group("count", `${digit}{1,2}|${words(numbers.flat())}`)}\\s+${group("unit", words(dates.day, ...span))}\\s+(?:${group("ago", words(dates.ago))}|${words(dates.hence)})${stop}`,
    `${group("near", words(dates.today, dates.yesterday, dates.tomorrow, dates.near))}${ending}`,
    `${words(dates["year-before"])}\\s+${year()}${stop}`,
    `${year()}\\s+${words(dates["year-after"])}${stop}`,
  ];
  return new RegExp(`(?<![\\p{L}\\p{M}\\p{N}]|${digit}[.,])(?:${forms.join("|")})`, "gu");
}

/** What every form holds one of: figures, or a word of time. Most sentences hold none and need no more than this. */
function hint({ dates, optional, months, weekdays, digits }: Reading): RegExp {
  const spans = [dates.day, dates.week, dates.month, dates.year];
  const days = [dates.today, dates.yesterday, dates.tomorrow, dates.near];
  return new RegExp(`[0-9${digits}]|${alternation([...months, ...weekdays, ...spans, ...days].flat(), optional)}`, "u");
}
