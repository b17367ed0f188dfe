import { allMatches, plain } from "../languages/phrases.ts";
import { type Reading, readings } from "../languages/reading.ts";
import { isCaption, type Sort } from "./furniture.ts";
import type { Paragraph } from "./paragraphs.ts";

/** The agency that a page credits: in a line that was left out, or at the end of one that was not ("(PTI)", "— Reuters"). */
export function credit(text: string, lines: Paragraph[], sorted: Sort[], language: Reading): string | undefined {
  for (const [at, line] of lines.entries()) {
    const prose = sorted[at] === "prose";
    const long = line.words > (sorted[at] === "out" ? CreditWords : BareWords);
    if (!prose && (isCaption(text, line, language) || (long && sorted[at] !== "short"))) continue;
    const slice = text.slice(line.start, line.end);
    const part = prose || long ? trailing(slice) : slice;
    const found = part && agencyIn(part, language);
    if (found) return found.id;
  }
  return undefined;
}

/** What stands behind the last sentence of a paragraph: in brackets, behind a dash, or in capitals with its writers' initials. */
const behind = [
  /\(([^()]{2,40})\)[\s\p{P}]*$/u,
  /[.।!?"”’]\s*[-–—]+\s*([^\s.।!?()–—]+(?:\s[^\s.।!?()–—]+){0,2})\s*$/u,
  /[.।!?"”’]\s+(\p{Lu}{2,}(?:\s\p{Lu}{1,4}){0,4})\s*$/u,
];
const words = /[\p{L}\p{M}-]+/gu;

function trailing(paragraph: string): string | undefined {
  const end = paragraph.slice(-60);
  for (const pattern of behind) {
    const found = pattern.exec(end)?.[1];
    if (found) return found;
  }
  return undefined;
}

/** Longer lines are notices, or headlines, that happen to name an agency. */
const CreditWords = 8;
const BareWords = 4;

/** A news agency named in a credit (not one quoted in a sentence: give credits only). */
export function agencyIn(credit: string, language: Reading): { id: string; spelling: string } | undefined {
  const { ids, firsts, longest } = known();
  const found = allMatches(words, credit);
  for (const [at, { index, 0: first }] of found.entries()) {
    // Short Latin names are words in lower case (pap, app): a capital is asked for.
    if (/^[a-z]/.test(first) || !firsts.has(lower(first, language.optional))) continue;
    for (let count = Math.min(longest, found.length - at); count > 0; count--) {
      const last = found[at + count - 1]!;
      const spelling = credit.slice(index, last.index + last[0].length);
      const id = ids.get(plain(spelling, language.optional));
      if (id) return { id, spelling };
    }
  }
  return undefined;
}

/** `plain` for what is nearly always plain already: this is asked of every word of every short line. */
function lower(word: string, optional: string): string {
  return optional !== "" && word.includes(optional) ? plain(word, optional) : word.toLowerCase();
}

/** Spellings of all languages' agencies, and how many words the longest has: pages credit them in English too. */
interface Agencies {
  ids: Map<string, string>;
  firsts: Set<string>;
  longest: number;
}

let agencies: Agencies | undefined;
function known(): Agencies {
  if (agencies) return agencies;
  const ids = new Map(readings().flatMap((each) => [...each.agencies]));
  const spellings = [...ids.keys()].map((spelling) => spelling.split(" "));
  const firsts = new Set(spellings.map(([first]) => first!));
  agencies = { ids, firsts, longest: Math.max(0, ...spellings.map(({ length }) => length)) };
  return agencies;
}
