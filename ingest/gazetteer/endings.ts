import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Lang } from "../../model/stages.ts";
import { DataError, lines } from "../languages/lines.ts";

/** What a language glues to the end of a name. */
export interface Ending {
  text: string;
  /** Letter kind before it: a vowel sign or vowel letter, a consonant, or any. */
  after: "vowel" | "consonant" | "any";
  /** What the bare name ends in instead: a plural that replaces the last vowel. */
  restore: string;
  /** The forms of name that take it; undefined: all. */
  forms?: Set<string>;
}

/** By last letter: a word is compared with the few endings that close as it does. */
type Endings = Map<string, Ending[]>;
const read = new Map<Lang, Endings>();
const none: Ending[] = [];

/** The endings of a language that this word may have, longest first; none for a language without endings.txt. */
export function endingsOf(word: string, lang: Lang): Ending[] {
  let known = read.get(lang);
  if (!known) {
    known = parse(join(import.meta.dirname, "..", "languages", lang, "endings.txt"));
    read.set(lang, known);
  }
  return known.get(word.charAt(word.length - 1)) ?? none;
}

/** The word without this ending, or undefined where it does not end so. */
export function withoutEnding(word: string, { text, after, restore }: Ending): string | undefined {
  if (word.length < text.length + 2 || !word.endsWith(text)) return undefined;
  const stem = word.slice(0, -text.length);
  const vowel = endsInVowel(stem);
  if (after === "vowel" ? !vowel && !endsInBreath(stem) : after === "consonant" && vowel) return undefined;
  return stem + restore;
}

/** "Hizbullah-r": an h behind a vowel is not heard, and takes the endings of both. */
function endsInBreath(word: string): boolean {
  return (word.charCodeAt(word.length - 1) & 0x7f) === 0x39 && endsInVowel(word.slice(0, -1));
}

/** Bengali and Devanagari: vowel letters and signs stand at fixed places of both blocks; behind one the sign of the nose may follow. */
function endsInVowel(word: string): boolean {
  const last = word.charCodeAt(word.length - 1) & 0x7f;
  const place = last === 0x01 ? word.charCodeAt(word.length - 2) & 0x7f : last;
  return (place >= 0x05 && place <= 0x14) || (place >= 0x3e && place <= 0x4c);
}

function parse(file: string): Endings {
  const groups: Endings = new Map();
  if (!existsSync(file)) return groups;
  const list = lines(file).map(({ cells, place }): Ending => {
    const [text, after = "any", restore = "", forms = ""] = cells;
    if (!text) throw new DataError(place, "an ending needs its letters in the first cell");
    if (after !== "vowel" && after !== "consonant" && after !== "any") {
      throw new DataError(place, `found "${after}" in the second cell, expected vowel, consonant or any`);
    }
    return { text, after, restore, ...(forms ? { forms: new Set(forms.split("|")) } : {}) };
  });
  list.sort((a, b) => b.text.length - a.text.length || (a.text < b.text ? -1 : 1));
  for (const ending of list) {
    const last = ending.text.charAt(ending.text.length - 1);
    groups.set(last, [...(groups.get(last) ?? []), ending]);
  }
  return groups;
}
