import { describe, expect, it } from "vitest";
import { document } from "../../ingest/read/document.ts";
import { eventDate } from "../../ingest/read/eventDate.ts";
import { localCalendars } from "../../ingest/read/localCalendars.ts";
import { localDate } from "../../ingest/read/localDate.ts";

const day = (calendar: string, year: number, month: number, date: number) =>
  localDate({ calendars: [calendar], year, month, day: date });

describe("the Bengali calendar", () => {
  // Days that the reform of 2019 was made for, and the ones that they fell on before it: bdnews24.com, 16 October 2019.
  it.each([
    [1431, 1, 1, "2024-04-14"],
    [1431, 1, 25, "2024-05-08"],
    [1431, 9, 1, "2024-12-16"],
    [1431, 11, 8, "2025-02-21"],
    [1431, 12, 12, "2025-03-26"],
    [1426, 6, 31, "2019-10-16"],
    [1426, 7, 1, "2019-10-17"],
    [1425, 9, 2, "2018-12-16"],
    [1425, 11, 9, "2019-02-21"],
  ])("of Bangladesh: %i-%i-%i is %s", (year, month, date, iso) => {
    expect(day("bengali", year, month, date)).toBe(iso);
  });

  it("has no day past the end of its month", () => {
    expect(day("bengali", 1431, 7, 31)).toBeUndefined();
    expect(day("bengali", 1430, 11, 30)).toBe("2024-03-14");
    expect(day("bengali", 1431, 11, 30)).toBeUndefined();
  });

  // New year's days of West Bengal: 14 April 2024 (anmnews.in 4427834), 15 April 2021; Tagore's birthday, the 25th of Baishakh.
  it.each([
    [1428, 1, 1, "2021-04-15"],
    [1431, 1, 1, "2024-04-14"],
    [1432, 1, 25, "2025-05-09"],
  ])("of West Bengal: %i-%i-%i is %s", (year, month, date, iso) => {
    expect(day("bengali.west", year, month, date)).toBe(iso);
  });

  it("is that of West Bengal in its papers, else that of Bangladesh", () => {
    const sentence = "১৫ আষাঢ় ১৪৩১ চুক্তি সই হয়।";
    expect(eventDate(sentence, "bn").map(({ date }) => date)).toEqual(["2024-06-29"]);
    expect(eventDate(sentence, "bn", { variant: "west" }).map(({ date }) => date)).toEqual(["2024-06-30"]);
    const text = `ভারত সফরে রাজা\n১৫ আষাঢ় ১৪৩১\n\nভুটানের রাজা ভারত সফরে এসেছেন এবং প্রধানমন্ত্রীর সঙ্গে বৈঠক করেছেন।`;
    const published = (url: string) => document({ id: "a", from: "a", text, url, lang: "bn" }).article.published;
    expect(published("https://www.anandabazar.com/1")).toBe("2024-06-30");
    expect(published("https://www.prothomalo.com/1")).toBe("2024-06-29");
  });

  it("gives way to a day of our calendar beside it", () => {
    const text = `ভারত সফরে রাজা\nপ্রকাশ: ১৬ আষাঢ় ১৪৩১, ২৯ জুন ২০২৪\n\nভুটানের রাজা ভারত সফরে এসেছেন এবং প্রধানমন্ত্রীর সঙ্গে বৈঠক করেছেন।`;
    expect(document({ id: "a", from: "a", text, lang: "bn" }).article.published).toBe("2024-06-29");
  });
});

describe("the calendars of India", () => {
  it("count the national year as ICU does", () => {
    const icu = new Intl.DateTimeFormat("en-u-ca-indian", {
      timeZone: "UTC",
      year: "numeric",
      month: "numeric",
      day: "numeric",
    });
    for (let at = Date.UTC(2019, 0, 1); at < Date.UTC(2029, 0, 1); at += 86_400_000) {
      const part = Object.fromEntries(
        icu.formatToParts(at).map(({ type, value }) => [type, Number.parseInt(value, 10)]),
      );
      const iso = new Date(at).toISOString().slice(0, 10);
      expect(day("saka", part.year ?? part.relatedYear!, part.month!, part.day!)).toBe(iso);
    }
  });

  // Holi is the last day of Phalguna, Raksha Bandhan of Shravana; Diwali stands in the middle of Kartika.
  it.each([
    [2080, 12, "2024-03-25"],
    [2081, 5, "2024-08-19"],
    [2080, 8, "2023-11-12"],
    [2082, 8, "2025-10-20"],
  ])("have lunar months that end with the full moon: %i-%i holds %s", (year, month, iso) => {
    const [first, end] = localCalendars.vikram!.span(year, month)!;
    expect(first.toISOString().slice(0, 10) <= iso && iso < end.toISOString().slice(0, 10)).toBe(true);
  });

  it("have no numbered day in a lunar month", () => {
    expect(day("vikram", 2081, 5, 3)).toBeUndefined();
    expect(localDate({ calendars: ["saka", "vikram"], year: 2081, month: 5 })).toBe("2024-08");
  });
});
