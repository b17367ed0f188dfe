import type { Block, Document, Offset, Sentence } from "../../model/stages.ts";
import { type Reading, reading } from "../languages/reading.ts";
import { compose } from "./compose.ts";
import { Digit, FirstScript, kinds, Mark, Other, Space, script } from "./letters.ts";

/** The sentences of a document, block by block, each with its own composed (NFC) text. */
export function sentences(document: Document): Sentence[] {
  const { article, blocks } = document;
  const language = reading(article.lang)!;
  const composed = article.text.normalize("NFC") === article.text;
  const found: Sentence[] = [];
  blocks.forEach(({ start, end, role }, block) => {
    for (const [from, to] of split(article.text, { start, end }, language)) {
      const raw = article.text.slice(from, to);
      const { text, at } = composed ? { text: raw, at: undefined } : compose(raw, from);
      found.push({ index: found.length, start: from, end: to, text, at, role, block });
    }
  });
  return found;
}

/** Where the sentences of a stretch of text lie, white space between them left out. */
function split(text: string, { start, end }: Pick<Block, "start" | "end">, language: Reading): [Offset, Offset][] {
  const signs = signsOf(language);
  const found: [Offset, Offset][] = [];
  let from = skipSpace(text, start, end);
  let quotes = 0;
  for (let at = from; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === Quote) quotes++;
    if (kinds[code] !== Other || !signs.has(code)) continue;
    if (code === Point ? !pointEnds(text, from, at, end, language) : code === Bar && !barEnds(text, at, language))
      continue;
    let stop = at + 1;
    while (stop < end && signs.has(text.charCodeAt(stop))) stop++;
    const close = closing(text, stop, end, quotes);
    if (close.quotes !== quotes) quotes = close.quotes;
    if (close.end < end && !opensSentence(text, code, close, end, language)) {
      at = close.end - 1;
      continue;
    }
    found.push([from, close.end]);
    from = skipSpace(text, close.end, end);
    at = from - 1;
  }
  const last = skipSpaceBack(text, from, end);
  if (last > from) found.push([from, last]);
  return joinStrays(text, found);
}

/** Quotes and brackets after a sentence's end belong to it: a straight quote only where one is open. */
function closing(
  text: string,
  at: number,
  end: number,
  quotes: number,
): { end: number; quotes: number; closed: boolean } {
  let stop = at;
  let open = quotes;
  for (; stop < end; stop++) {
    const code = text.charCodeAt(stop);
    if (code === Quote) {
      if (open % 2 === 0) break;
      open++;
    } else if (code === Apostrophe) {
      // Two apostrophes are written for a quote, and one for a single quote: after a sentence's end they close.
      if (stop > at && kinds[text.charCodeAt(stop - 1)] === Space) break;
    } else if (!Closers.has(code)) break;
  }
  return { end: stop, quotes: open, closed: stop > at };
}

/** Whether a new sentence may begin after the signs that end one. */
function opensSentence(
  text: string,
  sign: number,
  close: { end: number; closed: boolean },
  end: number,
  language: Reading,
): boolean {
  const next = skipSpace(text, close.end, end);
  if (next >= end || language.dot === "any") return true;
  // “Is it?” he asked — the sentence goes on in a small letter; and a mark inside brackets ends nothing.
  const letter = text.charAt(next);
  if (close.closed || sign !== Point) return !isSmall(letter);
  return true;
}

function isSmall(letter: string): boolean {
  return letter !== letter.toUpperCase() && letter === letter.toLowerCase();
}

/** Whether a point ends the sentence [from, at]: not within figures, addresses, initials and abbreviations. */
function pointEnds(text: string, from: number, at: number, end: number, language: Reading): boolean {
  const own = script(language.script);
  const before = kinds[text.charCodeAt(at - 1)]!;
  const after = at + 1 < end ? text.charCodeAt(at + 1) : SpaceCode;
  const next = kinds[after]!;
  if (after === Point) return false;
  const dots = text.charCodeAt(at - 1) === Point;
  if (next === Digit && before !== own) return false;
  if (dots && !startsCapital(text, at + 1, end)) return false;
  if (before === Space) return language.dot === "any" || at === end - 1;
  const start = wordStart(text, at, from);
  const word = text.slice(start, at);
  if (before === Digit && start === from && next === Space && word.length < 4) return false;
  const native = language.dot === "any" && next >= FirstScript ? next === own : undefined;
  if (next >= Digit && native === undefined) return gluedCapital(text, at, before, language);
  if (next >= Digit && !native) return false;
  if (before === Digit || (before < Digit && !dots)) return true;
  if (isAbbreviated(word, language)) {
    return language.abbreviations.get(bareWord(word)) === true && opensWithSmallWord(text, at + 1, end, language);
  }
  if (language.dot === "any") return true;
  return next !== Space ? !isSmall(text.charAt(at + 1)) : !isSmall(text.charAt(skipSpace(text, at + 1, end)));
}

/** "stalled.In": a small letter, the point, a capital and a small letter. */
function gluedCapital(text: string, at: number, before: number, language: Reading): boolean {
  if (before < Digit) return true;
  const [left, right, second] = [text.charAt(at - 1), text.charAt(at + 1), text.charAt(at + 2)];
  const small = before === Digit || isSmall(left);
  return (
    small &&
    right !== right.toLowerCase() &&
    (isSmall(second) || kinds[text.charCodeAt(at + 2)] === Space) &&
    language.dot === "capital"
  );
}

function isAbbreviated(word: string, language: Reading): boolean {
  const bare = bareWord(word);
  if (language.abbreviations.has(bare)) return true;
  const last = bare.slice(bare.lastIndexOf(".") + 1);
  return /^[A-Z]$/.test(last) || language.initials.includes(last) || language.abbreviations.has(last);
}

function bareWord(word: string): string {
  return word.normalize("NFC").replace(noLetters, "");
}

/** After "U.S." a sentence begins where a small word with a capital follows: "The", "He". */
function opensWithSmallWord(text: string, at: number, end: number, language: Reading): boolean {
  const start = skipSpace(text, at, end);
  const word = capitalWord.exec(text.slice(start, start + 24))?.[1];
  return start >= end || (word !== undefined && language.functionWords.has(word.toLowerCase()));
}

function startsCapital(text: string, at: number, end: number): boolean {
  const letter = text.charAt(skipSpace(text, at, end));
  return letter !== letter.toLowerCase();
}

/** A bar stands for the full stop after a word of the language, not between the columns of a menu. */
function barEnds(text: string, at: number, language: Reading): boolean {
  let before = at - 1;
  while (kinds[text.charCodeAt(before)] === Space) before--;
  const kind = kinds[text.charCodeAt(before)]!;
  return language.bar && (kind === script(language.script) || kind === Mark || Closers.has(text.charCodeAt(before)));
}

function wordStart(text: string, at: number, from: number): number {
  let start = at;
  while (start > from && kinds[text.charCodeAt(start - 1)] !== Space) start--;
  return start;
}

function skipSpace(text: string, at: number, end: number): number {
  let next = at;
  while (next < end && kinds[text.charCodeAt(next)] === Space) next++;
  return next;
}

function skipSpaceBack(text: string, from: number, end: number): number {
  let last = end;
  while (last > from && kinds[text.charCodeAt(last - 1)] === Space) last--;
  return last;
}

/** A rest without a letter (a lone bracket, a dash) is no sentence: it stays with the one before. */
function joinStrays(text: string, spans: [Offset, Offset][]): [Offset, Offset][] {
  const found: [Offset, Offset][] = [];
  for (const span of spans) {
    const before = found.at(-1);
    let letters = false;
    for (let at = span[0]; at < span[1] && !letters; at++) letters = kinds[text.charCodeAt(at)]! >= Digit;
    if (letters) found.push([span[0], span[1]]);
    else if (before) before[1] = span[1];
  }
  return found;
}

function signsOf(language: Reading): Set<number> {
  let signs = cached.get(language.lang);
  if (!signs) {
    signs = new Set([...language.enders, ".", ...(language.bar ? ["|"] : [])].map((sign) => sign.charCodeAt(0)));
    cached.set(language.lang, signs);
  }
  return signs;
}

const noLetters = /^[^\p{L}\p{M}]+/u;
const capitalWord = /^["“‘(]?(\p{Lu}\p{L}*)/u;
const cached = new Map<string, Set<number>>();
const Point = ".".charCodeAt(0);
const Bar = "|".charCodeAt(0);
const Quote = '"'.charCodeAt(0);
const Apostrophe = "'".charCodeAt(0);
const SpaceCode = " ".charCodeAt(0);
const Closers = new Set([..."”’»)]"].map((sign) => sign.charCodeAt(0)));
