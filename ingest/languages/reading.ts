import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { DataError, type Line, lines } from "./lines.ts";
import { alternation, plain } from "./phrases.ts";

/** What reading needs to know of a language: its letters, its sentence ends, its dates and the furniture of its pages. */
export interface Reading extends z.infer<typeof LanguageFile> {
  lang: string;
  functionWords: Set<string>;
  /** Abbreviations without their point; true where one may also end a sentence. */
  abbreviations: Map<string, boolean>;
  /** Sticky patterns for the beginning of a line, by kind, and a global one for phrases anywhere. */
  furniture: Record<(typeof furnitureKinds)[number], RegExp>;
  /** First letters (composed of none, small) of the phrases that begin a line: most lines begin with none of them. */
  furnitureStarts: Set<string>;
  dateMarkers: Record<(typeof markerKinds)[number], RegExp>;
  /** Spelling (plain) → agency id. */
  agencies: Map<string, string>;
  /** Words beside an agency's name that make it the source of a report, or its listener. */
  agencySources: Record<(typeof sourceKinds)[number], string[]>;
  datelines: Set<string>;
  /** Words of time by kind. */
  dates: Record<(typeof dateKinds)[number], string[]>;
  /** Months of other calendars: the calendars that have them and their number there. */
  ownMonths: { words: string[]; calendars: string[]; month: number }[];
  /** Which variant of those calendars an outlet, or a text that begins with a place, keeps. */
  calendarVariants: { of: "outlet" | "place"; variant: string; words: string[] }[];
}

/** Codes of all languages that have a folder. */
export function languages(): string[] {
  return folders;
}

/** The reading data of a language, parsed once; undefined when it has no folder. Throws DataError with file and line. */
export function reading(lang: string): Reading | undefined {
  if (!folders.includes(lang)) return undefined;
  const data = loaded.get(lang) ?? readingIn(join(home, lang), lang);
  loaded.set(lang, data);
  return data;
}

/** All languages' reading data. */
export function readings(): Reading[] {
  return folders.map((lang) => reading(lang)!);
}

const furnitureKinds = ["related", "also", "end", "line", "notice", "byline", "phrase", "photo", "label"] as const;
const lineKinds = ["related", "also", "end", "line", "notice", "byline"] as const;
// biome-ignore format: one row
const sourceKinds = ["before", "after", "bridge", "listener-before", "listener-after", "listener-ending", "ambiguous"] as const;
const markerKinds = ["published", "updated", "today"] as const;
// biome-ignore format: one row a group
const dateKinds = [
  "last", "last-weekday", "this", "next", "week", "month", "year", "day", "several", "weekend", "ago", "hence", "counted-from",
  "today", "yesterday", "tomorrow", "before-yesterday", "after-tomorrow", "near", "near-but-one", "first-day", "day-word", "of",
  "before", "after", "year-before", "year-after", "ending", "month-ending",
] as const;

const Words = z.array(z.string().min(1));
const LanguageFile = z.strictObject({
  name: z.object({ en: z.string().min(1), own: z.string().min(1) }),
  /** Unicode's name of the script. */
  script: z.string().min(1),
  /** The ten digits, nought first. */
  digits: z.string().refine((text) => [...text].length === 10, "expected ten digits, nought first"),
  /** A sign that writers leave out, such as a dot below. */
  optional: z.string(),
  /** Signs that always end a sentence. */
  enders: Words,
  /** When a point ends a sentence: before a capital letter, or after any word. */
  dot: z.enum(["capital", "any"]),
  /** A vertical bar is written for the full stop. */
  bar: z.boolean(),
  /** Names of Latin letters: with a point they are initials. */
  initials: z.array(z.string()),
  /** Words that no line ends with: the sentence goes on below. */
  open: Words,
  /** 3/4 is the third of April. */
  dayFirst: z.boolean(),
  months: z.array(Words).length(12),
  /** Monday first. */
  weekdays: z.array(Words).length(7),
  /** The words for one to twelve. */
  numbers: z.array(Words).length(12),
});

/** The reading data in one language's folder. Throws DataError with file and line. */
export function readingIn(folder: string, lang: string): Reading {
  const file = (name: string) => join(folder, name);
  const data = parse(file("language.json"));
  const rows = (name: string) => (existsSync(file(name)) ? lines(file(name)) : []);
  const furniture = byKind(rows("boilerplate.txt"), furnitureKinds);
  const markers = byKind(rows("date-markers.txt"), markerKinds);
  const start = (phrases: string[]) => new RegExp(`(?:${alternation(phrases, data.optional) || "(?!)"})`, "iy");
  const anywhere = (phrases: string[]) => new RegExp(alternation(phrases, data.optional) || "(?!)", "gi");
  return {
    ...data,
    lang,
    functionWords: new Set(rows("function-words.txt").map(({ cells }) => cells[0]!)),
    abbreviations: new Map(rows("abbreviations.txt").map(({ cells }) => [cells[0]!, cells[1] === "end"])),
    furniture: mapKinds(furnitureKinds, (kind) =>
      kind === "phrase" || kind === "photo" ? anywhere(furniture[kind]) : start(furniture[kind]),
    ),
    furnitureStarts: new Set(
      lineKinds.flatMap((kind) => furniture[kind].map((words) => plain(words).normalize("NFD")[0]!)),
    ),
    dateMarkers: mapKinds(markerKinds, (kind) => anywhere(markers[kind])),
    agencies: agencies(rows("agencies.txt"), data.optional),
    agencySources: spellings(rows("agency-sources.tsv"), sourceKinds),
    dates: spellings(rows("dates.tsv"), dateKinds),
    ownMonths: ownMonths(rows("calendars.tsv")),
    calendarVariants: calendarVariants(rows("calendars.tsv")),
    datelines: new Set(rows("datelines.txt").map(({ cells }) => plain(cells[0]!, data.optional))),
  };
}

function parse(file: string): z.infer<typeof LanguageFile> {
  const text = readFileSync(file, "utf8").normalize("NFC");
  const place = relative(process.cwd(), file);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new DataError(`${place}:${lineOf(text, error)}`, `not valid JSON (${(error as Error).message})`);
  }
  const parsed = LanguageFile.safeParse(json);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  const key = issue.path.map(String).find((part) => !/^[0-9]+$/.test(part)) ?? "";
  const at = text.slice(0, Math.max(0, text.indexOf(`"${key}"`))).split("\n").length;
  throw new DataError(`${place}:${at}`, `${issue.path.join(".") || "file"}: ${issue.message}`);
}

function lineOf(text: string, error: unknown): number {
  const position = /position ([0-9]+)/.exec((error as Error).message)?.[1];
  return position === undefined ? 1 : text.slice(0, Number(position)).split("\n").length;
}

function byKind<K extends string>(rows: Line[], kinds: readonly K[]): Record<K, string[]> {
  const found = mapKinds(kinds, () => [] as string[]);
  for (const { cells, place } of rows) {
    const [kind, words] = cells;
    if (!kinds.includes(kind as K)) {
      throw new DataError(place, `found the kind "${kind}", expected one of ${kinds.join(", ")}`);
    }
    if (!words) throw new DataError(place, `"${kind}" needs its words after a tab`);
    found[kind as K].push(words);
  }
  return found;
}

function spellings<K extends string>(rows: Line[], kinds: readonly K[]): Record<K, string[]> {
  const found = byKind(rows, kinds);
  return mapKinds(kinds, (kind) => found[kind].flatMap((words) => words.split("|")));
}

function ownMonths(rows: Line[]): Reading["ownMonths"] {
  return rows.flatMap(({ cells, place }) => {
    const [kind, calendars, number, words] = cells;
    if (kind !== "month") return [];
    const month = Number(number);
    if (!calendars || !words || !(month >= 1 && month <= 12))
      throw new DataError(
        place,
        "expected the calendars, the number of the month (1 to 12) and its spellings with | between",
      );
    return [{ words: words.split("|"), calendars: calendars.split("|"), month }];
  });
}

function calendarVariants(rows: Line[]): Reading["calendarVariants"] {
  return rows.flatMap(({ cells, place }) => {
    const [kind, variant, words] = cells;
    if (kind === "month") return [];
    if ((kind !== "outlet" && kind !== "place") || !variant || !words)
      throw new DataError(
        place,
        "expected month, outlet or place, then a calendar or its variant and words with | between",
      );
    return [{ of: kind, variant, words: words.split("|") }];
  });
}

function agencies(rows: Line[], optional: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const { cells, place } of rows) {
    const [id, spellings] = cells;
    if (!id || !spellings) throw new DataError(place, "expected an id, a tab and spellings with | between");
    for (const spelling of spellings.split("|")) found.set(plain(spelling, optional), id);
  }
  return found;
}

function mapKinds<K extends string, V>(kinds: readonly K[], make: (kind: K) => V): Record<K, V> {
  return Object.fromEntries(kinds.map((kind) => [kind, make(kind)])) as Record<K, V>;
}

const home = dirname(fileURLToPath(import.meta.url));
const folders = readdirSync(home, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(join(home, entry.name, "language.json")))
  .map((entry) => entry.name)
  .sort();
const loaded = new Map<string, Reading>();
