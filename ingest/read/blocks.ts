import type { Block } from "../../model/stages.ts";
import type { Reading } from "../languages/reading.ts";
import { isOwn, type Sort } from "./furniture.ts";
import { withoutLists } from "./lists.ts";
import type { Paragraph } from "./paragraphs.ts";
import { copies, head, Same, share } from "./title.ts";

/** The lines of a page that are the article's own: headline, standfirst, sentences, sub-heads; each of them once. */
export function ownBlocks(
  text: string,
  lines: Paragraph[],
  sorted: Sort[],
  language: Reading,
  given?: string,
): Block[] {
  withoutLists(text, lines, sorted, language);
  const { title, standfirst } = head(text, lines, sorted, language, given);
  const isCopy = title === undefined ? undefined : copies(text, lines[title]!);
  const seen = new Set<string>();
  const blocks: Block[] = [];
  const add = ({ start, end }: Paragraph, role: Block["role"]) => {
    const words = text.slice(start, end);
    if (!seen.has(words)) blocks.push({ start, end, role });
    seen.add(words);
  };
  for (const [at, line] of lines.entries()) {
    if (at === title) add(line, lines.length === 1 && line.ends !== "open" ? "body" : "title");
    else if (isCopy?.(line)) continue;
    else if (sorted[at] === "prose") add(line, "body");
    else if (isOpenParagraph(text, lines, sorted, at, language)) add(line, "body");
    else if (standfirst.includes(at) || isSubhead(text, lines, sorted, at, language)) add(line, "subhead");
  }
  return blocks;
}

/** A clean text: every line is the article's; a first line without an end above others is the headline. */
export function wholeText(lines: Paragraph[]): Block[] {
  return lines.map(({ start, end, ends, words }, at) => {
    const title = at === 0 && ends === "open" && words <= 30 && lines.length > 1;
    return { start, end, role: title ? "title" : "body" };
  });
}

/** Longest sub-head; headlines of other articles are mostly longer. */
const SubheadWords = 13;

/** A sub-head of the article's own: alone between two paragraphs, short, and in the article's words. */
function isSubhead(text: string, lines: Paragraph[], sorted: Sort[], at: number, language: Reading): boolean {
  const { words } = lines[at]!;
  return (
    words >= 2 &&
    words <= SubheadWords &&
    isBetween(lines, sorted, at) &&
    share(text, lines[at]!, lines, sorted, language) >= Same
  );
}

/** A paragraph that lost its full stop: too long for a sub-head, and in the article's words. */
function isOpenParagraph(text: string, lines: Paragraph[], sorted: Sort[], at: number, language: Reading): boolean {
  if (lines[at]!.words <= SubheadWords || !isBetween(lines, sorted, at)) return false;
  return share(text, lines[at]!, lines, sorted, language) >= Same * 0.8;
}

function isBetween(lines: Paragraph[], sorted: Sort[], at: number): boolean {
  if (sorted[at] !== "short" || !isOwn(lines[at]!) || lines[at]!.seams > 0) return false;
  return neighbour(sorted, at, -1) === "prose" && neighbour(sorted, at, 1) === "prose";
}

/** What the nearest line is that is not left out anyway. */
function neighbour(sorted: Sort[], at: number, step: 1 | -1): Sort | undefined {
  let other = at + step;
  while (sorted[other] === "out") other += step;
  return sorted[other];
}
