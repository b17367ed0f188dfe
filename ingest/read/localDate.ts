import type { OwnMonth, Tense } from "./almanac.ts";
import { type LocalCalendar, localCalendars } from "./localCalendars.ts";

/** A month of another calendar as a text gives it, with its day and year if it says so. */
export interface LocalMonth extends OwnMonth {
  year?: number | undefined;
  day?: number | undefined;
}

/**
 * The Gregorian day or month (ISO) of a date in another calendar. Without a year it is the last one that has begun by `from`,
 * or the next one that has not ended. Of two Gregorian months the one that holds more of the month is given.
 */
export function localDate(
  { calendars, month, year, day }: LocalMonth,
  from?: Date,
  tense: Tense = "past",
  variant?: string,
): string | undefined {
  for (const name of calendars) {
    const calendar = localCalendars[`${name}.${variant}`] ?? localCalendars[name];
    if (!calendar || (day !== undefined && !calendar.days)) continue;
    const [first, last] = calendar.years;
    if (year !== undefined && (year < first || year > last)) continue;
    const span = year === undefined ? from && nearest(calendar, month, day, from, tense) : calendar.span(year, month);
    if (!span) continue;
    return day === undefined ? mostOf(span) : dayIn(span, day);
  }
  return undefined;
}

function nearest(
  calendar: LocalCalendar,
  month: number,
  day: number | undefined,
  from: Date,
  tense: Tense,
): [Date, Date] | undefined {
  const year = calendar.yearOf(from.getUTCFullYear());
  const spans = [-1, 0, 1, 2].flatMap((away) => {
    const span = calendar.span(year + away, month);
    return span ? [span] : [];
  });
  const wait = ((day ?? 1) - 1) * Day;
  return tense === "past"
    ? spans.findLast(([first]) => first.getTime() + wait <= from.getTime())
    : spans.find(
        ([first, end]) => (day === undefined ? end.getTime() - Day : first.getTime() + wait) >= from.getTime(),
      );
}

function dayIn([first, end]: [Date, Date], day: number): string | undefined {
  const date = new Date(first.getTime() + (day - 1) * Day);
  return day >= 1 && date < end ? date.toISOString().slice(0, 10) : undefined;
}

function mostOf([first, end]: [Date, Date]): string {
  return new Date((first.getTime() + end.getTime()) / 2).toISOString().slice(0, 7);
}

const Day = 86_400_000;
