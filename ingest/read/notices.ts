import type { Block } from "../../model/stages.ts";
import { allMatches } from "../languages/phrases.ts";
import type { Reading } from "../languages/reading.ts";

/** The blocks without the sentences that hold a notice's words ("click here"), wherever these stand in them. */
export function withoutNotices(text: string, blocks: Block[], language: Reading): Block[] {
  const pattern = language.furniture.phrase;
  const ends = sentenceEnd(language);
  return blocks.flatMap((block) => {
    const slice = text.slice(block.start, block.end);
    if (slice.search(pattern) < 0) return [block];
    const parts: Block[] = [];
    let from = block.start;
    for (const { index } of allMatches(pattern, slice)) {
      const at = block.start + index;
      if (at < from) continue;
      const before = lastEnd(text.slice(from, at), ends);
      if (before > 0) parts.push({ ...block, start: from, end: from + before });
      ends.lastIndex = 0;
      const after = ends.exec(text.slice(at, block.end));
      from = after ? at + after.index + after[0].length : block.end;
    }
    // Words after the notice are a sentence, or belong to it.
    if (lastEnd(text.slice(from, block.end), ends) > 0) parts.push({ ...block, start: from });
    return parts.map((part) => trimmed(text, part)).filter((part) => part !== undefined);
  });
}

/** End of the last sentence in `text`, or of the last words before an opening bracket; 0 when there is none. */
function lastEnd(text: string, ends: RegExp): number {
  let last = 0;
  ends.lastIndex = 0;
  for (const { index, 0: sign } of allMatches(ends, text)) last = index + sign.length;
  return Math.max(text.lastIndexOf("("), last);
}

const opening = /[\p{L}\p{N}\p{M}"'“‘”’(]/u;
const twoLetters = /\p{L}\P{L}*\p{L}/u;

const ends = new Map<string, RegExp>();
function sentenceEnd(language: Reading): RegExp {
  const pattern = ends.get(language.lang) ?? newEnd(language);
  ends.set(language.lang, pattern);
  return pattern;
}

function newEnd(language: Reading): RegExp {
  const signs = language.enders.join("").replace(/[\]\\^-]/g, "\\$&");
  const point = language.dot === "any" ? "\\.(?![a-z0-9])" : '\\.(?=\\s|$|["”’)])';
  return new RegExp(`(?:[${signs}]|${point})["”’)]*`, "gu");
}

function trimmed(text: string, block: Block): Block | undefined {
  let { start, end } = block;
  while (start < end && !opening.test(text.charAt(start))) start++;
  while (end > start && /\s/u.test(text.charAt(end - 1))) end--;
  return twoLetters.test(text.slice(start, end)) ? { ...block, start, end } : undefined;
}
