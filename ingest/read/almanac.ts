import { alternation, plain } from "../languages/phrases.ts";
import type { Reading } from "../languages/reading.ts";
import { figures } from "./calendar.ts";

export type Tense = "past" | "future";
export type Relative = -1 | 0 | 1;
export type Unit = "day" | "week" | "month" | "year";

/** A month of a calendar that is not ours: which calendars have one of this name, and its number there. */
export interface OwnMonth {
  calendars: string[];
  month: number;
}

/**
 * A pattern and the numbers of its groups by what they hold. The groups have no names of their own: for every match the
 * engine makes an object of all names, and here they are dozens.
 */
export interface Forms {
  pattern: RegExp;
  groups: Map<string, number[]>;
}

/** A language's words of time, compiled. */
export interface Almanac {
  /** The forms of dates, and what each of them holds one of: most sentences hold none and need no more than this. */
  forms: { hint: RegExp; dates: Forms }[];
  /** What a month, a weekday, a number or figures stand for. */
  value: (text: string | undefined) => number | undefined;
  own: (text: string | undefined) => OwnMonth | undefined;
  relative: (text: string | undefined) => Relative | undefined;
  unit: (text: string | undefined) => Unit | undefined;
  /** Days from the publication. */
  neighbour: (text: string, tense: Tense) => number;
}

const made = new Map<string, Almanac>();

/** The almanac of a language, compiled once. */
export function almanacOf(language: Reading): Almanac {
  const almanac = made.get(language.lang) ?? build(language);
  made.set(language.lang, almanac);
  return almanac;
}

function build(language: Reading): Almanac {
  const { dates, optional, months, weekdays, numbers, ownMonths } = language;
  const key = (word: string) => plain(word, optional);
  const index = <V>(rows: [string[], V][]) =>
    new Map(rows.flatMap(([words, value]) => words.map((word) => [key(word), value])));
  const ranks = (lists: string[][]): [string[], number][] => lists.map((list, at) => [list, at + 1]);
  const values = index([
    ...ranks(months),
    ...ranks(weekdays),
    ...ranks(numbers),
    [dates["first-day"], 1] as [string[], number],
  ]);
  const own = index(ownMonths.map(({ words, ...month }): [string[], OwnMonth] => [words, month]));
  const relatives = index<Relative>([
    [[...dates.last, ...dates["last-weekday"]], -1],
    [dates.this, 0],
    [dates.next, 1],
  ]);
  const units = index<Unit>([
    [dates.day, "day"],
    [dates.week, "week"],
    [dates.month, "month"],
    [dates.year, "year"],
  ]);
  const days = index<Record<Tense, number>>([
    [dates.today, { past: 0, future: 0 }],
    [dates.yesterday, { past: -1, future: -1 }],
    [dates.tomorrow, { past: 1, future: 1 }],
    [dates["before-yesterday"], { past: -2, future: -2 }],
    [dates["after-tomorrow"], { past: 2, future: 2 }],
    [dates.near, { past: -1, future: 1 }],
    [dates["near-but-one"], { past: -2, future: 2 }],
  ]);
  const digits = new Map([...language.digits].map((digit, value) => [digit, String(value)]));
  const of =
    <V>(map: Map<string, V>) =>
    (text: string | undefined) =>
      text === undefined ? undefined : map.get(key(text));
  return {
    forms: [
      { hint: hint(language), dates: compiled(language, forms) },
      // Apart, since hardly any sentence holds a month of another calendar.
      { hint: ownHint(language), dates: compiled(language, ownForms) },
    ],
    value: (text) => {
      if (text === undefined) return undefined;
      const number = Number(figures(text, digits));
      return Number.isNaN(number) ? values.get(key(text)) : number;
    },
    own: of(own),
    relative: of(relatives),
    unit: of(units),
    neighbour: (text, tense) => days.get(key(text))![tense],
  };
}

/** The pieces that forms are made of. Groups are numbered as they are asked for, from left to right; none stands in another. */
interface Pieces {
  words: (...lists: string[][]) => string;
  group: (name: string, source: string) => string;
  day: () => string;
  year: () => string;
  ending: string;
  /** Where a word ends. */
  stop: string;
}

/** All forms in one pattern, the fuller ones first. */
function compiled(language: Reading, of: (language: Reading, pieces: Pieces) => string[]): Forms {
  const { dates, optional, digits } = language;
  const words = (...lists: string[][]) =>
    lists.some((list) => list.length > 0) ? `(?:${alternation(lists.flat(), optional)})` : "(?:(?!))";
  const groups = new Map<string, number[]>();
  let count = 0;
  const group = (name: string, source: string) => {
    groups.set(name, [...(groups.get(name) ?? []), ++count]);
    return `(${source})`;
  };
  const digit = digitOf(digits);
  const stop = "(?![\\p{L}\\p{M}\\p{N}])";
  const dayWords = [...dates["first-day"], ...dates["day-word"]];
  const pieces: Pieces = {
    words,
    group,
    // "24th", and the same in other scripts: up to two letters; or a word.
    day: () =>
      dayWords.length === 0
        ? `${group("day", `${digit}{1,2}`)}(?!${digit})(?:\\p{L}\\p{M}*){0,2}`
        : `${group("day", `${digit}{1,2}(?!${digit})|${words(dayWords)}(?=\\s)`)}(?:\\p{L}\\p{M}*){0,2}`,
    year: () => `${group("year", `${digit}{4}`)}(?!${digit}|[.,]${digit})`,
    ending: `${words(dates.ending)}?${stop}`,
    stop,
  };
  const pattern = new RegExp(`(?<![\\p{L}\\p{M}\\p{N}]|${digit}[.,])(?:${of(language, pieces).join("|")})`, "gu");
  return { pattern, groups };
}

function forms({ dates, months, weekdays, numbers, digits }: Reading, pieces: Pieces): string[] {
  const { words, group, day, year, ending, stop } = pieces;
  const month = () => `${group("month", words(months.flat()))}(?:\\.(?=\\s))?`;
  const rel = (name: string) => group(name, words(dates.last, dates.this, dates.next));
  const weekday = () => group("weekday", words(weekdays.flat()));
  const of = `(?:${words(dates.of)}\\s+)?`;
  const span = [dates.week, dates.month, dates.year];
  const one = `(?!${words(dates.several)}${stop})`;
  const near = (
    ["today", "yesterday", "tomorrow", "before-yesterday", "after-tomorrow", "near", "near-but-one"] as const
  ).map((kind) => dates[kind]);
  return [
    `${year()}\\s*${words(dates["year-after"])}[\\s,]*(?:${day()}\\s*)?${month()}${ending}`,
    `${day()}[\\s,-]*${of}${month()}${ending}(?:[\\s,]*${year()})?`,
    `${month()}\\s+${day()}${stop}(?:,?\\s+${year()})?`,
    `${month()}${ending},?\\s+${year()}`,
    `${rel("relYear")}\\s+${words(dates.year)}${ending}\\s+${month()}${ending}`,
    `(?:${words(dates.before)}|${rel("rel")})[\\s-]+${month()}${ending}(?:,?\\s+${year()}|\\s+${rel("relYear")}\\s+${words(dates.year)}${ending})?`,
    `${month()}(?:${ending}\\s+${words(dates.after)}|${words(dates["month-ending"])})${stop}`,
    `${rel("relWeek")}\\s+${words(dates.week)}${ending}\\s+${weekday()}${ending}`,
    `${weekday()}${ending}\\s+${of}${rel("relWeek")}\\s+${words(dates.week)}${ending}`,
    `(?:${group("rel", words(dates.last, dates.this, dates.next, dates["last-weekday"]))}\\s+)?${weekday()}${ending}`,
    `(?:${rel("rel")}\\s+)?${group("weekend", words(dates.weekend))}${ending}`,
    `${rel("rel")}\\s+${one}${group("unit", words(...span))}${ending}`,
    `${group("count", `${digitOf(digits)}{1,2}|${words(numbers.flat())}`)}[\\s'’]*${group("unit", words(dates.day, ...span))}\\s+(?:${group("ago", words(dates.ago))}|${words(dates.hence)})${stop}`,
    `${group("near", words(...near))}${ending}`,
    `${words(dates["year-before"])}\\s+${year()}${stop}`,
    `${year()}\\s+${words(dates["year-after"])}${stop}`,
  ];
}

/** Dates in another calendar: a month alone is one only beside a word for month, since its name may be a person's. */
function ownForms({ dates, ownMonths }: Reading, { words, group, day, year, ending, stop }: Pieces): string[] {
  const own = () => group("own", words(...ownMonths.map((each) => each.words)));
  const of = `(?:${words(dates.of)}\\s+)?`;
  return [
    `${year()}\\s*${words(dates["year-after"])}[\\s,]*(?:${day()}\\s*)?${own()}${ending}`,
    `${day()}[\\s,-]*${of}${own()}${ending}(?:[\\s,]*${year()})?`,
    `${own()}\\s+${day()}${stop}(?:,?\\s+${year()})?`,
    `${own()}${ending},?\\s+${year()}`,
    `${own()}${ending}\\s+${of}${words(dates.month)}${ending}`,
    `${words(dates.month)}\\s+${of}${own()}${stop}`,
  ];
}

function hint({ dates, optional, months, weekdays, digits }: Reading): RegExp {
  const spans = [dates.day, dates.week, dates.month, dates.year, dates.weekend];
  const days = [dates.today, dates.yesterday, dates.tomorrow, dates.near, dates["near-but-one"]];
  return new RegExp(
    `${digitOf(digits)}|${alternation([...months, ...weekdays, ...spans, ...days].flat(), optional)}`,
    "u",
  );
}

function ownHint({ optional, ownMonths }: Reading): RegExp {
  return new RegExp(
    alternation(
      ownMonths.flatMap(({ words }) => words),
      optional,
    ) || "(?!)",
    "u",
  );
}

const digitOf = (digits: string): string => `[0-9${digits}]`;
