import { allMatches } from "../languages/phrases.ts";
import type { Reading } from "../languages/reading.ts";
import { isOwn, type Sort } from "./furniture.ts";
import type { Paragraph } from "./paragraphs.ts";

/** What the lines above an article's first sentence are: its headline, and lines that belong under it. */
export interface Head {
  title?: number;
  standfirst: number[];
}

const letters = /[\p{L}\p{M}]+/gu;
const firstWord = /[\p{L}\p{M}\p{N}]+/u;
const between = /[^\p{L}\p{M}\p{N}]+/gu;

/** A headline has at least this many words, a line of a menu fewer. */
const FewestWords = 3;
const MostWords = 32;
/** Only the lines nearest to the first sentence are looked at. */
const MostCandidates = 60;

/**
 * Finds the headline among the lines before the first sentence: the given title, a line that the page repeats,
 * or the first line most of whose words the article uses again (a ticker's headlines speak of other things).
 */
export function head(
  text: string,
  lines: Paragraph[],
  sorted: Sort[],
  language: Reading,
  given: string | undefined,
): Head {
  const first = sorted.indexOf("prose");
  const until = first < 0 ? lines.length : first;
  const candidates: number[] = [];
  for (let at = 0; at < until; at++) {
    if (sorted[at] !== "short") continue;
    const line = lines[at]!;
    const fits = line.words >= FewestWords && line.words <= MostWords && line.own * 3 >= line.letters && line.seams < 3;
    if (fits) candidates.push(at);
  }
  candidates.splice(0, candidates.length - MostCandidates);
  const wanted = given && bare(given);
  const named = wanted
    ? lines.findIndex((line) => line.words <= MostWords && bare(text.slice(line.start, line.end)) === wanted)
    : -1;
  if (candidates.length === 0 && named < 0) return { standfirst: [] };
  const shares = new Map(candidates.map((at) => [at, share(text, lines[at]!, lines, sorted, language)]));
  const title =
    named >= 0
      ? named
      : (candidates.find((at) => isRepeated(text, lines, at)) ??
        candidates.find((at) => shares.get(at)! >= Same) ??
        only(candidates, first, shares));
  if (title === undefined) return { standfirst: [] };
  const isCopy = copies(text, lines[title]!);
  const below = (at: number) => (at === title + 1 ? Same * 0.7 : Same);
  const standfirst = candidates.filter(
    (at) =>
      at > title && lines[at]!.words > 4 && shares.get(at)! >= below(at) && isOwn(lines[at]!) && !isCopy(lines[at]!),
  );
  return { title, standfirst };
}

/** Share of a line's content words that must stand in the article's sentences: headlines of other articles reach a third. */
export const Same = 0.5;

function only(candidates: number[], first: number, shares: Map<number, number>): number | undefined {
  const best = candidates.reduce((a, b) => (shares.get(b)! > shares.get(a)! ? b : a), candidates[0]!);
  // Right above the first sentence, or the one line that could be it.
  return shares.get(best)! > 0 || candidates.length === 1 || first < 0 ? best : candidates.at(-1);
}

/** How many of a line's content words begin a word of the article's sentences, 0…1. Endings are passed over. */
export function share(text: string, line: Paragraph, lines: Paragraph[], sorted: Sort[], language: Reading): number {
  const body = bodyOf(text, lines, sorted);
  let words = 0;
  let found = 0;
  for (const [word] of allMatches(letters, text.slice(line.start, line.end).toLowerCase())) {
    if (word.length < 3 || language.functionWords.has(word.normalize("NFC"))) continue;
    words++;
    const stem = word.slice(0, Math.max(3, Math.min(word.length - 2, 6)));
    if (body.includes(stem)) found++;
  }
  return words === 0 ? 0 : found / words;
}

/** As much of an article as holds its words. */
const BodyLength = 20_000;

let last: { lines: Paragraph[]; body: string } | undefined;
/** The sentences as one string; kept for the page at hand, since every candidate asks for it. */
function bodyOf(text: string, lines: Paragraph[], sorted: Sort[]): string {
  if (last?.lines !== lines) {
    let body = "";
    for (const [at, { start, end }] of lines.entries()) {
      if (sorted[at] === "prose") body += ` ${text.slice(start, end)}`;
      if (body.length > BodyLength) break;
    }
    last = { lines, body: body.toLowerCase() };
  }
  return last.body;
}

function isRepeated(text: string, lines: Paragraph[], at: number): boolean {
  const { start, end } = lines[at]!;
  const words = text.slice(start, end);
  return lines.some(
    (line, other) => other > at && line.end - line.start === end - start && text.startsWith(words, line.start),
  );
}

/** Tells whether a line is the headline again, alone or within a line not much longer. */
export function copies(text: string, title: Paragraph): (line: Paragraph) => boolean {
  const words = text.slice(title.start, title.end);
  const wanted = bare(words);
  const first = firstWord.exec(words)?.[0] ?? "";
  return (line) => {
    if (line.ends === "stop" || line.words < title.words || line.words > title.words * 2.5 + 4) return false;
    const found = text.slice(line.start, line.end);
    return found.includes(first) && bare(found).includes(wanted);
  };
}

function bare(text: string): string {
  return text.normalize("NFC").toLowerCase().replace(between, " ").trim();
}
