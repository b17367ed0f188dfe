import { allMatches } from "../languages/phrases.ts";
import type { Reading } from "../languages/reading.ts";
import { writtenDates } from "./calendar.ts";
import { Digit, isWordPart, kinds } from "./letters.ts";
import type { Paragraph } from "./paragraphs.ts";

/**
 * What a line of a page is:
 * prose (sentences), short (a headline, a sub-head, a menu word), out (credits, dates, notices),
 * or a heading under which other articles' headlines stand (related, also) or comments (end).
 */
export type Sort = "prose" | "short" | "out" | "related" | "also" | "end";

/** A sentence that ends with a full stop counts as prose from this many words; shorter ones need prose beside them. */
const ProseWords = 7;
/** Words without any sentence end: between paragraphs, a paragraph that lost its full stop; elsewhere headlines run together. */
const OpenProseWords = 26;
/** Lines that begin like furniture and run on longer than this are sentences that happen to begin so. */
const NoticeWords = 12;

/** Sorts every line of a page. */
export function sorts(text: string, lines: Paragraph[], language: Reading): Sort[] {
  const found = lines.map((line) => sort(text, line, language));
  const stops = (at: number) =>
    lines[at]?.ends === "stop" && (found[at] === "prose" || (found[at] === "short" && lines[at]!.words >= 4));
  const firm = found.map(
    (each, at) => lines[at]!.ends === "stop" && (each === "prose" || (stops(at) && (stops(at - 1) || stops(at + 1)))),
  );
  return found.map((each, at) =>
    each === "short" ? short(lines[at]!, firm[at - 1] === true, firm[at + 1] === true) : each,
  );
}

/** A short sentence, a question or a cry among sentences is the article's; alone it is a headline. */
function short(line: Paragraph, above: boolean, below: boolean): Sort {
  if (line.own * 3 < line.letters) return "out";
  if (line.words < 2 || !isOwn(line)) return "short";
  const between = above && below;
  if (line.ends === "stop") return above || below ? "prose" : "short";
  if (line.ends === "colon") return between && line.words >= 4 ? "prose" : "short";
  if (line.ends === "cry") return between && line.words >= ProseWords && line.inner > 0 ? "prose" : "short";
  return between && line.words >= OpenProseWords && line.seams === 0 ? "prose" : "short";
}

/** Half of the letters are in the language's script. */
export function isOwn(line: Paragraph): boolean {
  return line.own * 2 >= line.letters && line.letters > 0;
}

function sort(text: string, line: Paragraph, language: Reading): Sort {
  const prose = isProse(line);
  const marked = startsLike(text, line, language) ? byItsStart(text, line, prose, language) : undefined;
  if (marked) return marked;
  if (isTags(text, line) || isCaption(text, line, language)) return "out";
  if (prose) return "prose";
  return line.digits >= DateDigits && isDateLine(text, line, language) ? "out" : "short";
}

function byItsStart(text: string, line: Paragraph, prose: boolean, { furniture }: Reading): Sort | undefined {
  const heading = begins(furniture.related, text, line);
  if (heading >= line.end - 2) return "related";
  const also = begins(furniture.also, text, line);
  if (also >= line.end - 2) return "also";
  if (begins(furniture.end, text, line) >= line.end - 2) return "end";
  if (also > 0 && (!prose || line.words <= NoticeWords || line.ends !== "stop")) return "out";
  if (begins(furniture.notice, text, line) > 0) return "out";
  if (begins(furniture.line, text, line) > 0 && (!prose || line.words <= NoticeWords)) return "out";
  return !prose && begins(furniture.byline, text, line) > 0 ? "out" : undefined;
}

/** Whether a phrase of page furniture may begin the line: its first sign or its first letter is one of theirs. */
function startsLike(text: string, line: Paragraph, { furnitureStarts }: Reading): boolean {
  return (
    furnitureStarts.has(letterAt(text, line.start)) ||
    furnitureStarts.has(letterAt(text, line.start + opening(text, line)))
  );
}

const letterAt = (text: string, at: number): string => text.charAt(at).normalize("NFD").charAt(0).toLowerCase();

function isProse(line: Paragraph): boolean {
  if (!isOwn(line)) return false;
  if (line.ends === "stop") return line.words >= ProseWords || (line.inner > 0 && line.words >= 4);
  if (line.seams > 0 && line.seams * 40 > line.words) return false;
  if (line.ends === "cry") return line.inner > 0 && line.words >= ProseWords * 2;
  return line.inner > 0 && line.words >= ProseWords * 2;
}

/** Where a phrase at the beginning of the line ends, a colon or dash after it counted in; 0 when none stands there. */
function begins(pattern: RegExp, text: string, line: Paragraph): number {
  const end = phraseEnd(pattern, text, line.start) || phraseEnd(pattern, text, line.start + opening(text, line));
  if (end === 0) return 0;
  let last = end;
  while (last < line.end && /[\s:：»>→.…|)\]–—-]/u.test(text.charAt(last))) last++;
  return last;
}

function phraseEnd(pattern: RegExp, text: string, start: number): number {
  pattern.lastIndex = start;
  const match = pattern.exec(text);
  if (!match) return 0;
  const end = start + match[0].length;
  return isLetter(text, end - 1) && isLetter(text, end) ? 0 : end;
}

/** Brackets, bullets and quotes before a line's first word. */
function opening(text: string, line: Paragraph): number {
  let at = line.start;
  while (at < line.end && !isWordPart(text.charCodeAt(at))) at++;
  return at - line.start;
}

function isLetter(text: string, at: number): boolean {
  return kinds[text.charCodeAt(at)]! > Digit;
}

/** A row of hashtags, or of words between bars: a menu. */
function isTags(text: string, line: Paragraph): boolean {
  if (line.words > 60 || line.ends === "stop") return false;
  const slice = text.slice(line.start, line.end);
  const marks = slice.match(/[#|•·»›/]/g)?.length ?? 0;
  return marks >= 1 && marks * 3 >= line.words && (marks >= 2 || slice.startsWith("#"));
}

/** A picture's caption or credit: its mark stands among the line's first or last words. */
export function isCaption(text: string, line: Paragraph, language: Reading): boolean {
  if (line.words > 70) return false;
  const pattern = language.furniture.photo;
  // In sentences only a credit at the end counts.
  const from =
    isProse(line) && line.words > NoticeWords ? Math.max(line.start, line.end - CreditLength * 2) : line.start;
  const slice = text.slice(from, line.end);
  for (const { index, 0: mark } of allMatches(pattern, slice)) {
    const [start, end] = [from + index, from + index + mark.length];
    if (isLetter(text, end - 1) && isLetter(text, end)) continue;
    if (isLetter(text, start) && isLetter(text, start - 1)) continue;
    const after = slice.length - index - mark.length;
    const few = line.words <= NoticeWords && line.ends !== "stop";
    if (few || (from + index < line.start + 3 && !isProse(line)) || after < CreditLength) return true;
  }
  return false;
}
/** Letters that a photographer's and an agency's name take after the mark. */
const CreditLength = 36;

/** A day and a year. */
export const DateDigits = 5;

function isDateLine(text: string, line: Paragraph, language: Reading): boolean {
  const slice = text.slice(line.start, line.end);
  const dates = writtenDates(slice, language);
  const covered = dates.reduce((sum, { start, end }) => sum + end - start, 0);
  return covered > 0 && (covered * 2 >= slice.length || line.words - dates.length * 3 <= 8);
}
