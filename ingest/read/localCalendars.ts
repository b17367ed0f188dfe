import { lunarMonthOn, solarMonthBegins } from "./panchang.ts";

/** A calendar beside the Gregorian one: when the months of its years begin. */
export interface LocalCalendar {
  /** The day on which a month (1–12) of a year begins, and the day after its last; undefined where it has no such month. */
  span(year: number, month: number): [Date, Date] | undefined;
  /** The year that a Gregorian year's January lies in. */
  yearOf(gregorian: number): number;
  /** Whether its days are numbered through from a month's first: only then a day of it is a date. */
  days: boolean;
  /** Years that texts give by this calendar: figures outside of it are meant otherwise. */
  years: [number, number];
}

/**
 * The Bengali calendar as Bangladesh keeps it since 1987, and since 16 October 1426 (2019) with Ashwin at 31 days: all its
 * months begin on fixed Gregorian days. Days and both reforms: bdnews24.com, 16 October 2019, "Bangladesh reworks Bangla
 * calendar to match national days with West"; daily-bangladesh.com/english 30081. Older days are counted alike.
 */
const bangladesh: LocalCalendar = {
  ...fixed(593, (year) => [
    ...["04-14", "05-15", "06-15", "07-16", "08-16", "09-16"],
    ...(year >= 1426
      ? ["10-17", "11-16", "12-16", "01-15", "02-14", "03-15"]
      : ["10-16", "11-15", "12-15", "01-14", "02-13", "03-15"]),
  ]),
  years: [1300, 1599],
};

/** The Bengali calendar of West Bengal: a month begins on the day after the one in which the sun enters its sign. */
const westBengal: LocalCalendar = {
  days: true,
  years: [1300, 1599],
  yearOf: (gregorian) => gregorian - 594,
  span: (year, month) => [solarMonthBegins(year + 593, month), solarMonthBegins(year + 593, month + 1)],
};

/**
 * India's national calendar of 1957 (Saka era): Chaitra begins on 22 March, in leap years on the 21st. Months and lengths as
 * Unicode CLDR's calendar "indian" has them (test/unit/localCalendars.test.ts compares the two).
 */
const saka: LocalCalendar = {
  ...fixed(78, (year) => [
    ...[isLeap(year + 78) ? "03-21" : "03-22", "04-21", "05-22", "06-22", "07-23", "08-23"],
    ...["09-23", "10-23", "11-22", "12-22", "01-21", "02-20"],
  ]),
  years: [1850, 1999],
};

/** The lunar months of northern India, from full moon to full moon; their days have names instead of numbers. Vikram era. */
const vikram: LocalCalendar = {
  days: false,
  years: [2050, 2150],
  yearOf: (gregorian) => gregorian + 56,
  span: (year, month) => {
    const inMonth = (date: Date) => lunarMonthOn(date) === month;
    // No month begins further than this from where the sun's month of its name does.
    const near = shifted(new Date(Date.UTC(year - 57, month + 1, 20)), -45);
    const found = Array.from({ length: 90 }, (_, at) => shifted(near, at)).filter(inMonth);
    return found.length > 0 ? [found[0]!, shifted(found.at(-1)!, 1)] : undefined;
  },
};

/** By the name that languages/<code>/calendars.tsv gives it; a variant after a point. */
export const localCalendars: Readonly<Record<string, LocalCalendar>> = {
  bengali: bangladesh,
  "bengali.west": westBengal,
  saka,
  vikram,
};

/** A calendar whose months begin on fixed Gregorian days, as MM-DD, the first in year + offset. */
function fixed(offset: number, begins: (year: number) => string[]): Pick<LocalCalendar, "span" | "yearOf" | "days"> {
  const first = (year: number, month: number): Date => {
    const days = begins(year);
    const day = days[month - 1]!;
    return new Date(`${year + offset + (day < days[0]! ? 1 : 0)}-${day}T00:00:00Z`);
  };
  return {
    days: true,
    yearOf: (gregorian) => gregorian - offset - 1,
    span: (year, month) => [first(year, month), month === 12 ? first(year + 1, 1) : first(year, month + 1)],
  };
}

const isLeap = (year: number): boolean => new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1;

const shifted = (from: Date, days: number): Date => new Date(from.getTime() + days * 86_400_000);
