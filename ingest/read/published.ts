import type { Block } from "../../model/stages.ts";
import { allMatches } from "../languages/phrases.ts";
import type { Reading } from "../languages/reading.ts";
import { writtenDates } from "./calendar.ts";
import { DateDigits, type Sort } from "./furniture.ts";
import { type Paragraph, paragraphs } from "./paragraphs.ts";

/**
 * The day an article appeared (YYYY-MM-DD), from the lines around it; undefined when none says so for sure.
 * A date marked as published is best, then one below the headline, then one marked as updated, then one beside
 * nothing else above the headline; of two alike one that is written in our calendar. The head of a page often shows the day of the visit: such a date is never taken.
 */
export function published(
  text: string,
  lines: Paragraph[],
  sorted: Sort[],
  blocks: Block[],
  language: Reading,
  { surroundings, variant }: { surroundings?: string | undefined; variant?: string | undefined } = {},
): string | undefined {
  const title = blocks.find(({ role }) => role === "title");
  const body = blocks.filter(({ role }) => role === "body");
  const first = body[0];
  const from = (title ?? first)?.start ?? 0;
  const until = (body[HeadBlocks] ?? body.at(-1))?.start ?? text.length;
  const found: { date: string; rank: number }[] = [];
  let above = 0;
  let block = 0;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    if (line.start < from) above++;
    if (line.digits < DateDigits || (sorted[at] === "prose" && line.words > 30 && line.start !== first?.start))
      continue;
    while (block < blocks.length && blocks[block]!.end <= line.start) block++;
    if (sorted[at] === "prose" && block < blocks.length && blocks[block]!.start < line.end) continue;
    const slice = text.slice(line.start, line.end);
    for (const { date, start, reckoned } of writtenDates(slice, language, variant)) {
      const marker = mark(slice.slice(Math.max(0, start - MarkerReach), start), language);
      if (marker === "today") continue;
      const near = line.start >= from && line.start <= until;
      const alone = line.start < from && above <= 1;
      const rank = marker === "published" ? 4 : marker === "updated" ? 2 : near ? 3 : alone ? 1 : 0;
      if (rank > 0) found.push({ date, rank: reckoned ? rank - 0.5 : rank });
    }
  }
  const best = found.reduce<(typeof found)[number] | undefined>((a, b) => (a && a.rank >= b.rank ? a : b), undefined);
  if (best) return best.date;
  return (
    (first && beforeFirstSentence(text, first, language, variant)) ??
    (surroundings ? marked(surroundings, language) : undefined)
  );
}

const letter = /[\p{L}\p{M}]/u;
const capital = /\p{Lu}/u;

/** The date may stand below a summary of one or two paragraphs. */
const HeadBlocks = 2;

/** How far before a date its marker stands: "Last updated on Mon, ". */
const MarkerReach = 32;

function mark(before: string, language: Reading): "published" | "updated" | "today" | undefined {
  let found: { kind: "published" | "updated" | "today"; at: number } | undefined;
  for (const kind of ["published", "updated", "today"] as const) {
    for (const { index } of allMatches(language.dateMarkers[kind], before)) {
      // Within a word it is none, unless words were run together: "ISTUpdated".
      if (letter.test(before.charAt(index - 1)) && !capital.test(before.charAt(index))) continue;
      if (!found || index > found.at) found = { kind, at: index };
    }
  }
  return found?.kind;
}

/** A dateline with its year: what was cut off the first paragraph. */
function beforeFirstSentence(text: string, first: Block, language: Reading, variant?: string): string | undefined {
  const line = text.lastIndexOf("\n", first.start) + 1;
  if (line >= first.start) return undefined;
  const dates = writtenDates(text.slice(line, first.start), language, variant);
  return (dates.find(({ reckoned }) => !reckoned) ?? dates[0])?.date;
}

function marked(text: string, language: Reading): string | undefined {
  const lines = paragraphs(text, language);
  const dated = lines.filter(({ digits, words }) => digits >= DateDigits && words <= 30);
  for (const kind of ["published", "updated"] as const) {
    for (const { start, end } of dated) {
      const slice = text.slice(start, end);
      const date = writtenDates(slice, language).find(
        (each) => mark(slice.slice(Math.max(0, each.start - MarkerReach), each.start), language) === kind,
      );
      if (date) return date.date;
    }
  }
  return undefined;
}
