import { contentHash } from "../../model/digest.ts";
import { fingerprint } from "../../model/origin.ts";
import type { Block, Document } from "../../model/stages.ts";
import { type Reading, reading } from "../languages/reading.ts";
import { agencyIn } from "./agency.ts";
import { dateline } from "./dateline.ts";
import { isOwn, type Sort, sorts } from "./furniture.ts";
import { language } from "./language.ts";
import { type Page, Unreadable } from "./page.ts";
import { type Paragraph, paragraphs } from "./paragraphs.ts";
import { published } from "./published.ts";
import { copies, head, Same, share } from "./title.ts";

/**
 * An article's own words as blocks of the page: navigation, related headlines, credits, notices and datelines are left out.
 * Also says what the page knows of itself: language, day, agency. Throws Unreadable.
 */
export function document(page: Page): Document {
  const { text } = page;
  const words = reading(language(text, page.lang))!;
  const lines = paragraphs(text, words);
  const kinds = page.clean ? lines.map((): Sort => "prose") : sorts(text, lines, words);
  const kept = page.clean ? wholeText(lines) : ownWords(text, lines, kinds, words, page.title);
  const { blocks, agency } = withoutDatelines(text, page.clean ? kept : cut(text, kept, words), words);
  if (blocks.length === 0) throw new Unreadable("holds no sentence of an article (only menus, headlines or notices)");
  const title = blocks.find(({ role }) => role === "title");
  const article = {
    id: page.id,
    text,
    lang: words.lang,
    title: page.title ?? (title && text.slice(title.start, title.end)),
    url: page.url,
    outlet: page.outlet,
    published: page.published ?? published(text, lines, kinds, blocks, words, page.surroundings),
    agency: agency ?? credit(text, lines, kinds, words),
    hash: contentHash(text),
    fingerprint: fingerprint(text, blocks),
  };
  return { article, blocks };
}

/** A clean text: every line is the article's; a first line without an end above others is the headline. */
function wholeText(lines: Paragraph[]): Block[] {
  return lines.map(({ start, end, ends, words }, at) => {
    const title = at === 0 && ends === "open" && words <= 30 && lines.length > 1;
    return { start, end, role: title ? "title" : "body" };
  });
}

function ownWords(text: string, lines: Paragraph[], kinds: Sort[], language: Reading, given?: string): Block[] {
  hideLists(text, lines, kinds, language);
  const { title, standfirst } = head(text, lines, kinds, language, given);
  const isCopy = title === undefined ? undefined : copies(text, lines[title]!);
  const seen = new Set<string>();
  const blocks: Block[] = [];
  const add = ({ start, end }: Paragraph, role: Block["role"]) => {
    const words = text.slice(start, end);
    if (!seen.has(words)) blocks.push({ start, end, role });
    seen.add(words);
  };
  const only = lines.length === 1;
  for (const [at, line] of lines.entries()) {
    if (at === title) add(line, only && line.ends !== "open" ? "body" : "title");
    else if (isCopy?.(line)) continue;
    else if (kinds[at] === "prose") add(line, "body");
    else if (standfirst.includes(at) || isSubhead(text, lines, kinds, at, language)) add(line, "subhead");
  }
  return blocks;
}

/** Longest sub-head; headlines of other articles are mostly longer. */
const SubheadWords = 13;

/** A sub-head of the article's own: alone between two paragraphs, short, and in the article's words. */
function isSubhead(text: string, lines: Paragraph[], kinds: Sort[], at: number, language: Reading): boolean {
  const line = lines[at]!;
  if (kinds[at] !== "short" || line.words < 2 || line.words > SubheadWords || !isOwn(line) || line.seams > 0)
    return false;
  if (next(kinds, at, -1) !== "prose" || next(kinds, at, 1) !== "prose") return false;
  return share(text, line, lines, kinds, language) >= Same;
}

/** The kind of the nearest line that is not left out anyway. */
function next(kinds: Sort[], at: number, step: 1 | -1): Sort | undefined {
  let other = at + step;
  while (kinds[other] === "out") other += step;
  return kinds[other];
}

/**
 * Takes out what stands under headings such as "Related": up to where the article clearly goes on, else to the end of
 * the page. A teaser under another headline is prose too: the article goes on only in two sentences-lines in a row, or
 * (after "also read", which stands in the middle of articles) in one that speaks in the article's words.
 */
function hideLists(text: string, lines: Paragraph[], kinds: Sort[], language: Reading): void {
  for (let at = 0; at < lines.length; at++) {
    const heading = kinds[at];
    if (heading !== "related" && heading !== "also" && heading !== "end") continue;
    const started = kinds.slice(0, at).includes("prose");
    let to = at + 1;
    while (
      to < lines.length &&
      !(started ? goesOn(text, lines, kinds, to, heading, language) : kinds[to] === "prose")
    ) {
      if (started || kinds[to] === "related" || kinds[to] === "also")
        kinds[to] = kinds[to] === "prose" ? "out" : kinds[to]!;
      if (started && kinds[to] === "short") kinds[to] = "out";
      to++;
    }
    kinds[at] = "out";
  }
}

function goesOn(
  text: string,
  lines: Paragraph[],
  kinds: Sort[],
  at: number,
  heading: Sort,
  language: Reading,
): boolean {
  if (heading === "end" || kinds[at] !== "prose" || lines[at]!.ends !== "stop") return false;
  const following = kinds[at + 1] === "prose" || (kinds[at + 1] === "out" && kinds[at + 2] === "prose");
  const same = share(text, lines[at]!, lines.slice(0, at), kinds, language);
  if (heading === "also") return following ? same >= Same / 2 : same >= Same * 0.8;
  return following && same >= Same * 0.8;
}

/** Takes out the sentences that hold a notice's words, wherever they stand in a block. */
function cut(text: string, blocks: Block[], language: Reading): Block[] {
  const pattern = language.furniture.phrase;
  const ends = sentenceEnd(language);
  return blocks.flatMap((block) => {
    const slice = text.slice(block.start, block.end);
    if (slice.search(pattern) < 0) return [block];
    const parts: Block[] = [];
    let from = block.start;
    for (const { index } of slice.matchAll(pattern)) {
      const at = block.start + index;
      if (at < from) continue;
      const before = lastMatch(text.slice(from, at), ends);
      if (before > 0) parts.push({ ...block, start: from, end: from + before });
      ends.lastIndex = 0;
      const after = ends.exec(text.slice(at, block.end));
      from = after ? at + after.index + after[0].length : block.end;
    }
    if (from < block.end) parts.push({ ...block, start: from });
    return parts.map((part) => trimmed(text, part)).filter((part) => part !== undefined);
  });
}

/** End of the last sentence in `text`, or of the last words before an opening bracket; 0 when there is none. */
function lastMatch(text: string, ends: RegExp): number {
  let last = 0;
  for (const { index, 0: sign } of text.matchAll(ends)) last = index + sign.length;
  const bracket = text.lastIndexOf("(");
  return Math.max(bracket, last);
}

function sentenceEnd(language: Reading): RegExp {
  const signs = language.enders.join("").replace(/[\]\\^-]/g, "\\$&");
  const point = language.dot === "any" ? "\\.(?![a-z0-9])" : '\\.(?=\\s|$|["”’)])';
  return new RegExp(`(?:[${signs}]|${point})["”’)]*`, "gu");
}

function trimmed(text: string, block: Block): Block | undefined {
  let { start, end } = block;
  while (start < end && !/[\p{L}\p{N}\p{M}"'“‘”’(]/u.test(text.charAt(start))) start++;
  while (end > start && /\s/u.test(text.charAt(end - 1))) end--;
  return /\p{L}\P{L}*\p{L}/u.test(text.slice(start, end)) ? { ...block, start, end } : undefined;
}

function withoutDatelines(text: string, blocks: Block[], language: Reading): { blocks: Block[]; agency?: string } {
  let agency: string | undefined;
  const found = blocks.map((block) => {
    if (block.role !== "body") return block;
    const start = afterLabel(text, block, language);
    const line = dateline(text, start, block.end, language);
    agency ??= line?.agency;
    return { ...block, start: line?.end ?? start };
  });
  return { blocks: found, agency };
}

function afterLabel(text: string, block: Block, language: Reading): number {
  const pattern = language.furniture.label;
  pattern.lastIndex = block.start;
  const match = pattern.exec(text);
  if (!match) return block.start;
  const end = block.start + match[0].length;
  const rest = /^\s*[:–—-]?\s*/.exec(text.slice(end, block.end))![0];
  return rest === "" && text.charCodeAt(end) < 0x250 ? block.start : end + rest.length;
}

/** The agency named in a line that was left out, or in brackets at the end of one that was not. */
function credit(text: string, lines: Paragraph[], kinds: Sort[], language: Reading): string | undefined {
  for (let at = 0; at < lines.length; at++) {
    const { start, end, words } = lines[at]!;
    if (kinds[at] !== "prose" && words > 12) continue;
    const slice = text.slice(start, end);
    const part = kinds[at] === "prose" ? /\(([^()]{2,40})\)[\s.।]*$/u.exec(slice)?.[1] : slice;
    const found = part && agencyIn(part, language);
    if (found) return found.id;
  }
  return undefined;
}
