import type { Known, Lexicon } from "./lexicon.ts";
import { Capital, Figure, Firm, Letter, Part, Space, signAt, Variant, widthAt } from "./signs.ts";

/** A word, a number or a single mark of a sentence. Offsets are code units of the sentence's NFC text. */
export interface Token {
  text: string;
  /** Folded: what word lists are compared with. */
  lower: string;
  start: number;
  end: number;
  word: boolean;
  spelling: Spelling;
}

/** What is the same of every token of one spelling. Its strings are kept, so that every later look-up knows them at once. */
export interface Spelling {
  text: string;
  lower: string;
  word: boolean;
  /** Where its last hyphen stands, −1 where it has none. */
  dash: number;
  /** What a language's lists know of it, and whose lists: those that were asked last. */
  known?: Known;
  lexicon?: Lexicon;
  /** Whether a name of the gazetteer may begin with it, in the language that was asked for last. */
  beginsName: boolean;
  namesIn: string;
}

/** What word lists are compared in: lower case, without the nukta, candrabindu as anusvara, without joiners; papers spell these either way. */
export function fold(text: string): string {
  let bits = 0;
  for (let at = 0; at < text.length; at++) bits |= signAt(text, at);
  const lower = bits & Capital ? text.toLowerCase() : text;
  if (!(bits & Variant)) return lower;
  return lower
    .replace(/\u093c|\u200c|\u200d/gu, "")
    .replace(/\u0901/gu, "\u0902")
    .replace(/’/gu, "'");
}

/** Spellings kept; emptied when full, so that memory stays flat over any number of articles. */
const remembered = 60_000;
const words = new Map<string, Spelling>();

function spellingOf(part: string): Spelling {
  const known = words.get(part);
  if (known) return known;
  const text = part.replace(/‑/gu, "-");
  const made = newSpelling(text, fold(part), part.length > 1 || (signAt(part, 0) & Letter) !== 0);
  if (words.size >= remembered) words.clear();
  words.set(part, made);
  return made;
}

/** All fields from the start: the engine reads objects of one shape several times as fast. */
const newSpelling = (text: string, lower: string, word: boolean): Spelling => ({
  text,
  lower,
  word,
  dash: text.lastIndexOf("-"),
  known: undefined,
  lexicon: undefined,
  beginsName: false,
  namesIn: "",
});

/** A token of a spelling of its own: a part of a word, or words in one. */
export const newToken = (text: string, lower: string, start: number, end: number, word: boolean): Token => ({
  text,
  lower,
  start,
  end,
  word,
  spelling: newSpelling(text, lower, word),
});

/** The tokens of a sentence, in order. Every sign is looked at once: a pattern for words took three times as long. */
export function tokens(text: string): Token[] {
  const found: Token[] = [];
  for (let at = 0; at < text.length; ) {
    const first = signAt(text, at);
    if (first & Space) {
      at++;
      continue;
    }
    const start = at;
    if (first & Part) at = (first & Capital && pointed(text, at)) || wordEnd(text, at);
    else at += widthAt(text, at);
    const spelling = spellingOf(text.slice(start, at));
    found.push({ text: spelling.text, lower: spelling.lower, start, end: at, word: spelling.word, spelling });
  }
  return loose.test(text) ? withPossessors(found, text) : found;
}

/** An apostrophe behind which no letter stands. */
const loose = /['’](?!\p{L})/u;
const latin = /^\p{Script=Latin}/u;
const nextWord = /^\s\p{L}/u;
const Point = ".".charCodeAt(0);
const Comma = ",".charCodeAt(0);
const Hyphen = "-".charCodeAt(0);
const FirmDash = "‑".charCodeAt(0);
const Apostrophe = "'".charCodeAt(0);
const Curly = "’".charCodeAt(0);

/** The end of "U.S.", "U.S.'s": capitals with a point behind each, two at least; 0 where none stand. */
function pointed(text: string, from: number): number {
  let at = from;
  let count = 0;
  while (signAt(text, at) & Capital) {
    const point = at + widthAt(text, at);
    if (text.charCodeAt(point) !== Point) break;
    at = point + 1;
    count++;
  }
  if (count < 2) return 0;
  const code = text.charCodeAt(at);
  return (code === Apostrophe || code === Curly) && text[at + 1] === "s" ? at + 2 : at;
}

/** The end of a word: it keeps inner hyphens and apostrophes ("Jean-Marc", "Russia's") and points between figures ("3.5"). */
function wordEnd(text: string, from: number): number {
  let at = from;
  let last = 0;
  for (;;) {
    for (let bits = signAt(text, at); bits & Part; bits = signAt(text, at)) {
      last = bits;
      at += widthAt(text, at);
    }
    const code = text.charCodeAt(at);
    const joins = code === Hyphen || code === FirmDash || code === Apostrophe || code === Curly;
    if (joins ? !(signAt(text, at + 1) & Firm) : !inNumber(text, at, code, last)) return at;
    at++;
  }
}

const inNumber = (text: string, at: number, code: number, before: number): boolean =>
  (code === Point || code === Comma) && (before & Figure) !== 0 && (signAt(text, at + 1) & Figure) !== 0;

/** "the United States' ally": an apostrophe behind a word belongs to it where no quotation is open. */
function withPossessors(list: Token[], text: string): Token[] {
  const found: Token[] = [];
  let open = false;
  for (const token of list) {
    const before = found.at(-1);
    const mark = /^['’‘]$/u.test(token.text);
    const glued = before?.end === token.start && before.word && latin.test(before.text);
    if (mark && glued && !open && token.text !== "‘" && nextWord.test(text.slice(token.end, token.end + 2))) {
      before.text += token.text;
      before.lower += "'";
      before.end = token.end;
      before.spelling = newSpelling(before.text, before.lower, before.word);
      continue;
    }
    if (mark) open = !glued;
    found.push(token);
  }
  return found;
}
