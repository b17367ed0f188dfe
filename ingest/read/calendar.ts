import { allMatches, alternation, plain } from "../languages/phrases.ts";
import { type Reading, readings } from "../languages/reading.ts";
import type { OwnMonth } from "./almanac.ts";
import { localDate } from "./localDate.ts";

/** A written calendar date with its place in the text. `date` is ISO (YYYY-MM-DD). */
export interface WrittenDate {
  date: string;
  start: number;
  end: number;
  /** Reckoned from another calendar: less sure than one that is written in ours. */
  reckoned?: boolean;
}

/** Full dates (day, month, year) written in a text with month names or in figures; of other calendars in a variant. */
export function writtenDates(text: string, language: Reading, variant?: string): WrittenDate[] {
  const { pattern, year, months, own, digits } = calendar(language);
  const found: WrittenDate[] = [];
  // Every full date has a year: that is asked first, since the pattern of all dates is long.
  if (!year.test(text)) return found;
  for (const match of allMatches(pattern, text)) {
    const part = match.groups!;
    const figure = (name: string) => Number(figures(part[name] ?? "", digits));
    const month = (name: string) => months.get(plain(part[name]!, language.optional).replace(/\.$/, ""))!;
    const ownMonth = part.ownMonth && own.get(plain(part.ownMonth, language.optional));
    if (ownMonth) {
      const date = localDate(
        { ...ownMonth, year: figure("ownYear"), day: figure("ownDay") },
        undefined,
        "past",
        variant,
      );
      if (date) found.push({ date, start: match.index, end: match.index + match[0].length, reckoned: true });
      continue;
    }
    const parts: [number, number, number] | undefined = part.isoYear
      ? [figure("isoYear"), figure("isoMonth"), figure("isoDay")]
      : part.dayMonth
        ? [figure("dayYear"), month("dayMonth"), figure("dayFirst")]
        : part.monthName
          ? [figure("monthYear"), month("monthName"), figure("monthDay")]
          : inFigures(figure("one"), figure("two"), figure("year"), language.dayFirst);
    const date = parts && isoDate(...parts);
    if (date) found.push({ date, start: match.index, end: match.index + match[0].length });
  }
  return found;
}

/** ISO date of a day that exists, else undefined. Years a newspaper can bear: 1800 to 2199. */
export function isoDate(year: number, month: number, day: number): string | undefined {
  if (year < 1800 || year > 2199 || month < 1 || month > 12 || day < 1) return undefined;
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return undefined;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** Local digits as ASCII. */
export function figures(text: string, digits: Map<string, string>): string {
  let found = "";
  for (const sign of text) found += digits.get(sign) ?? sign;
  return found;
}

/** 3/4/2022 is read by the language's habit unless only one reading exists; undefined where both do and no habit is known. */
function inFigures(one: number, two: number, year: number, dayFirst: boolean): [number, number, number] | undefined {
  if (one > 12 || one === two || dayFirst) return [year, two, one];
  return two > 12 ? [year, one, two] : undefined;
}

interface Calendar {
  pattern: RegExp;
  year: RegExp;
  months: Map<string, number>;
  own: Map<string, OwnMonth>;
  digits: Map<string, string>;
}

const made = new Map<string, Calendar>();
function calendar(language: Reading): Calendar {
  const known = made.get(language.lang);
  if (known) return known;
  const months = new Map<string, number>();
  const names: string[] = [];
  // Pages carry dates of another language in their head: the names of all languages are known.
  for (const { months: each, optional } of readings()) {
    each.forEach((spellings, index) => {
      for (const name of spellings) {
        months.set(plain(name, optional), index + 1);
        names.push(name);
      }
    });
  }
  const own = new Map(
    language.ownMonths.flatMap(({ words, ...month }) =>
      words.map((word): [string, OwnMonth] => [plain(word, language.optional), month]),
    ),
  );
  const ownNames = alternation(
    language.ownMonths.flatMap(({ words }) => words),
    language.optional,
  );
  const digits = new Map([...language.digits].map((digit, value) => [digit, String(value)]));
  const d = `[0-9${language.digits}]`;
  const no = `(?<!${d})`;
  const noMore = `(?!${d})`;
  const month = (group: string) => `(?<${group}>${alternation(names, language.optional)})(?![\\p{L}\\p{M}])\\.?`;
  const year = (group: string) => `(?<${group}>${d}{4})${noMore}`;
  const pattern = new RegExp(
    [
      `${no}(?<isoYear>${d}{4})-(?<isoMonth>${d}{2})-(?<isoDay>${d}{2})(?:[T ]${d}{2}:${d}{2}(?::${d}{2}(?:\\.${d}+)?)?(?:Z|[+-]${d}{1,2}:?${d}{2})?)?`,
      `${no}(?<dayFirst>${d}{1,2})(?:\\p{L}\\p{M}*){0,2}[\\s,./-]*${month("dayMonth")}[\\s,./-]*${year("dayYear")}`,
      `(?<![\\p{L}\\p{M}])${month("monthName")}[\\s./-]*(?<monthDay>${d}{1,2})(?:\\p{L}\\p{M}*){0,2}[\\s,./-]+${year("monthYear")}`,
      `${no}(?<ownDay>${d}{1,2})(?:\\p{L}\\p{M}*){0,2}[\\s,.-]*(?<ownMonth>${ownNames || "(?!)"})(?![\\p{L}\\p{M}])[\\s,.-]*${year("ownYear")}`,
      `${no}(?<one>${d}{1,2})(?<sep>[/.-])(?<two>${d}{1,2})\\k<sep>${year("year")}`,
    ].join("|"),
    "giu",
  );
  const calendarOf = { pattern, year: new RegExp(`${d}{4}`, "u"), months, own, digits };
  made.set(language.lang, calendarOf);
  return calendarOf;
}
