import type { Offset } from "../../model/stages.ts";
import { marks } from "./letters.ts";

/**
 * The composed text of a sentence and, where its length changes, the original offset of every code unit (one more at the
 * end). Only the clusters that differ are composed one by one.
 */
export function compose(raw: string, start: Offset): { text: string; at?: Offset[] } {
  const text = raw.normalize("NFC");
  if (text === raw) return { text };
  const at: Offset[] = [];
  let from = 0;
  while (from < raw.length) {
    if (raw.charCodeAt(from) === text.charCodeAt(at.length)) {
      at.push(start + from++);
      continue;
    }
    // The cluster of letter and marks in which the two part is composed as a whole.
    while (from > 0 && isMark(raw, from)) {
      from--;
      at.pop();
    }
    let end = from + 1;
    while (end < raw.length && isMark(raw, end)) end++;
    const { length } = raw.slice(from, end).normalize("NFC");
    for (let unit = 0; unit < length; unit++) at.push(start + Math.min(from + unit, end - 1));
    from = end;
  }
  at.push(start + raw.length);
  // A sequence that composes across clusters (Hangul letters) breaks the count: the text then stays as it is written.
  return at.length === text.length + 1 ? { text, at } : { text: raw };
}

function isMark(text: string, at: number): boolean {
  return marks[text.charCodeAt(at)] === 1;
}
