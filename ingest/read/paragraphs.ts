import type { Reading } from "../languages/reading.ts";
import { Digit, FirstScript, kinds, Mark, Other, Space, script } from "./letters.ts";

/** A line of a page, measured once: every later decision reads these figures, not the text. Offsets without outer white space. */
export interface Paragraph {
  start: number;
  end: number;
  words: number;
  /** Letters and marks of the language's script, and of all scripts. */
  own: number;
  letters: number;
  digits: number;
  /** What the line ends with, quotes and brackets aside: a full stop, a question or exclamation mark or dots, or neither. */
  ends: "stop" | "cry" | "colon" | "open";
  /** Sentence ends before the last sign. */
  inner: number;
  /** An empty line stands before it. */
  blank: boolean;
  /** Places where one word runs into another: a capital after a small letter, another script within a word. */
  seams: number;
}

/** The lines of a text as paragraphs: hard-wrapped lines, and lines broken at a link, are joined again. */
export function paragraphs(text: string, language: Reading): Paragraph[] {
  const scan = scanner(language);
  const lines: Paragraph[] = [];
  let start = 0;
  let blank = false;
  while (start <= text.length) {
    let end = text.indexOf("\n", start);
    if (end < 0) end = text.length;
    const line = scan(text, start, end);
    if (line) {
      line.blank = blank;
      lines.push(line);
    }
    blank = line === undefined;
    start = end + 1;
  }
  return joined(text, lines, language, scan);
}

/** Measures one stretch of text; undefined when it holds nothing but white space. */
function scanner(language: Reading): (text: string, from: number, to: number) => Paragraph | undefined {
  const own = script(language.script);
  const stops = new Set(language.enders.filter((sign) => !"?!".includes(sign)).map((sign) => sign.charCodeAt(0)));
  stops.add(Point);
  const glued = language.dot === "any";
  if (language.bar) stops.add(Bar);
  return (text, from, to) => {
    let start = from;
    let end = to;
    while (start < end && kinds[text.charCodeAt(start)] === Space) start++;
    while (end > start && kinds[text.charCodeAt(end - 1)] === Space) end--;
    if (start === end) return undefined;
    end = beforeTags(text, start, end);
    let words = 0;
    let owned = 0;
    let letters = 0;
    let digits = 0;
    let inner = 0;
    let seams = 0;
    let inWord = false;
    let before: number = Space;
    let capital = true;
    const last = lastSign(text, start, end);
    for (let at = start; at < end; at++) {
      const code = text.charCodeAt(at);
      const kind = kinds[code]!;
      if (kind >= Digit) {
        if (!inWord) words++;
        inWord = true;
        if (kind === Digit) digits++;
        else {
          letters++;
          if (kind === own) owned++;
          if (kind !== before && before >= FirstScript && kind >= FirstScript) seams++;
          const large = code >= 65 && code <= 90;
          if (large && !capital && before >= FirstScript) seams++;
          capital = large;
        }
        if (kind !== Mark) before = kind;
      } else {
        if (kind === Space) inWord = false;
        else {
          if (code !== Apostrophe && code !== Curl && code !== Hyphen) inWord = false;
          if (at < last && stops.has(code) && before > Digit) {
            const next = kinds[text.charCodeAt(at + 1)]!;
            if (code !== Point || next === Space || (glued && before === own && (next === own || next === Other)))
              inner++;
          } else if (at < last && (code === Question || code === Cry)) inner++;
        }
        before = kind === Space ? Space : Other;
      }
    }
    return {
      start,
      end,
      words,
      own: owned,
      letters,
      digits,
      ends: ending(text, last, stops),
      inner,
      blank: false,
      seams,
    };
  };
}

/** Where a line ends when the hashtags after its words are no part of it. */
function beforeTags(text: string, start: number, end: number): number {
  let last = end;
  for (;;) {
    let tag = last - 1;
    while (tag > start && kinds[text.charCodeAt(tag)] !== Space) tag--;
    if (tag === start || text.charCodeAt(tag + 1) !== Hash) return last;
    while (tag > start && kinds[text.charCodeAt(tag - 1)] === Space) tag--;
    if (tag === start) return last;
    last = tag;
  }
}

/** Where the line's last sign stands, closing quotes and brackets aside. */
function lastSign(text: string, start: number, end: number): number {
  let at = end - 1;
  while (at > start && (Closers.has(text.charCodeAt(at)) || kinds[text.charCodeAt(at)] === Space)) at--;
  return at;
}

function ending(text: string, at: number, stops: Set<number>): Paragraph["ends"] {
  const code = text.charCodeAt(at);
  if (code === Question || code === Cry || code === Dots) return "cry";
  if (code === Point && text.charCodeAt(at - 1) === Point) return "cry";
  if (stops.has(code)) return "stop";
  return code === Colon ? "colon" : "open";
}

/** A line whose sentence clearly goes on below is one paragraph with the next. */
function joined(
  text: string,
  lines: Paragraph[],
  language: Reading,
  scan: (text: string, from: number, to: number) => Paragraph | undefined,
): Paragraph[] {
  const open = new Set(language.open);
  const wrapped = wraps(lines);
  const found: Paragraph[] = [];
  for (let at = 0; at < lines.length; at++) {
    const first = lines[at]!;
    let last = at;
    while (last + 1 < lines.length && goesOn(text, lines[last]!, lines[last + 1]!, open, wrapped)) last++;
    found.push(last === at ? first : scan(text, first.start, lines[last]!.end)!);
    at = last;
  }
  return found;
}

function goesOn(text: string, line: Paragraph, next: Paragraph, open: Set<string>, wrapped: number): boolean {
  if (!next.blank && wrapped > 0 && line.end - line.start >= wrapped) return true;
  if (line.ends !== "open" || line.own * 2 < line.letters || next.own * 2 < next.letters) return false;
  if (next.ends === "open" && next.inner === 0) return false;
  // A sentence broken at a link: before a small letter, after a comma, or after a word that ends no line.
  if (line.words >= ProperWords && small.test(text.charAt(next.start))) return true;
  if (next.words < ProperWords + 1) return false;
  if (line.words >= ProperWords && /[,;]/u.test(text.charAt(line.end - 1))) return true;
  const tail = text.slice(Math.max(line.start, line.end - LongestWord), line.end);
  return open.has(tail.slice(tail.lastIndexOf(" ") + 1).normalize("NFC"));
}

const small = /^\p{Ll}/u;
/** Letters of the longest word that a line may not end with. */
const LongestWord = 24;
/** Fewer words are a menu's entry. */
const ProperWords = 3;

/**
 * The shortest line that is taken for broken by width, or 0 when the text is not hard-wrapped: at least four neighbours
 * of nearly one width (a terminal's or a typewriter's), most of them without an end.
 */
function wraps(lines: Paragraph[]): number {
  const widths = lines.filter((line, at) => line.ends === "open" && lines[at + 1]?.blank === false).map(width);
  if (widths.length < 4) return 0;
  const widest = lines.reduce((most, line) => Math.max(most, width(line)), 0);
  if (widest > 120 || widest < 50) return 0;
  const full = widths.filter((each) => each >= widest - 20).length;
  return full >= widths.length * 0.7 && full >= 4 && lines.some((line) => line.inner > 0) ? widest - 20 : 0;
}

function width({ start, end }: Paragraph): number {
  return end - start;
}

const Point = ".".charCodeAt(0);
const Bar = "|".charCodeAt(0);
const Question = "?".charCodeAt(0);
const Cry = "!".charCodeAt(0);
const Colon = ":".charCodeAt(0);
const Apostrophe = "'".charCodeAt(0);
const Curl = "’".charCodeAt(0);
const Hyphen = "-".charCodeAt(0);
const Dots = "…".charCodeAt(0);
const Hash = "#".charCodeAt(0);
const Closers = new Set([..."\"'”’»)]*_"].map((sign) => sign.charCodeAt(0)));
