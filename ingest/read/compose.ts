import type { Offset } from "../../model/stages.ts";
import { marks } from "./letters.ts";

/**
 * The composed text of a sentence and, where its length changes, the original offset of every code unit (one more at the
 * end). Only the clusters that differ are composed one by one.
 */
export function compose(raw: string, start: Offset): { text: string; at?: Offset[] } {
  const text = raw.normalize("NFC");
  if (text === raw) return { text };
  if (text.length === raw.length && sameParts(raw, text)) return { text };
  const at: Offset[] = [];
  let from = 0;
  let to = 0;
  while (from < raw.length) {
    if (raw.charCodeAt(from) === text.charCodeAt(to) && !isMark(raw, from + 1)) {
      at.push(start + from++);
      to++;
      continue;
    }
    let end = from + 1;
    while (end < raw.length && isMark(raw, end)) end++;
    const length = raw.slice(from, end).normalize("NFC").length;
    for (let unit = 0; unit < length; unit++) at.push(start + Math.min(from + unit, end - 1));
    from = end;
    to += length;
  }
  at.push(start + raw.length);
  // A sequence that composes across clusters (Hangul letters) would break the count: the text then stays as written.
  return at.length === text.length + 1 ? { text, at } : { text: raw };
}

/** Equal length may hide a longer and a shorter cluster that cancel out: then offsets are needed all the same. */
function sameParts(raw: string, text: string): boolean {
  let differing = 0;
  for (let at = 0; at < raw.length; at++) if (raw.charCodeAt(at) !== text.charCodeAt(at)) differing++;
  return differing === 0;
}

function isMark(text: string, at: number): boolean {
  return marks[text.charCodeAt(at)] === 1;
}
