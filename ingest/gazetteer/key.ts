import { join } from "node:path";
import { DataError, lines } from "../languages/lines.ts";

/** What a word sounds like, so far as spellings of one name agree on it. */
export interface Key {
  /** Equal for spellings that differ in nukta, vowel length, nasal sign, doubled letters or a glide only. */
  light: string;
  /** Consonants with aspiration and place folded: only a candidate, `soundEdits` decides. */
  skeleton: string;
  /** The consonants of the skeleton before they were folded, letter by letter. */
  consonants: string;
  /** Folded vowels before, between and after the consonants of the skeleton: one string a gap. */
  vowels: string[];
}
type Kind = "consonant" | "labial" | "nasal" | "glide" | "vowel" | "anusvara" | "silent" | "weak" | "virama" | "latin";
interface Letter {
  light: string;
  skeleton: string;
  kind: Kind;
  /** A vowel sign rather than a vowel letter. */
  sign: boolean;
  /** For a vowel: the short one of the same script and kind of letter. */
  short?: string;
  /** What it is together with the next code unit: a letter with its nukta, a conjunct. */
  with?: Map<number, Letter>;
}
/** The Indic blocks begin here, 128 code points each; the table is an array from here on. */
const firstIndic = 0x900;

/** The key of a word in an Indic script; other letters stand for themselves. Measured rule: see docs/decisions on names. */
export function indicKey(word: string): Key {
  const { indic } = table();
  let light = "";
  let skeleton = "";
  let consonants = "";
  let gap = "";
  const vowels: string[] = [];
  let joined = false;
  let last: Kind | undefined;
  for (let at = 0; at < word.length; at++) {
    let letter = indic[word.charCodeAt(at) - firstIndic];
    const pair = letter?.with?.get(word.charCodeAt(at + 1));
    if (pair) {
      letter = pair;
      at++;
    }
    if (letter === undefined) {
      const other = word.charAt(at);
      if (isJoiner(other)) continue;
      light += other;
      skeleton += other;
      consonants += other;
      vowels.push(gap);
      gap = "";
      last = undefined;
      continue;
    }
    const { kind } = letter;
    if (kind === "silent" || kind === "weak") continue;
    if (kind === "virama") {
      joined = true;
      continue;
    }
    if (kind === "vowel") {
      // A vowel letter after a consonant begins a syllable of its own: it is glued on, not part of the word before it.
      if (!letter.sign && (last === "consonant" || last === "labial" || last === "nasal")) light += "@";
      light += letter.light;
      gap += letter.skeleton;
    } else if (kind === "glide" && last === "vowel" && indic[word.charCodeAt(at + 1) - firstIndic]?.kind === "vowel") {
      // i-y-a and i-a are one spelling; a glide that closes the word is an ending and stays.
    } else {
      const nasal = kind === "nasal" && beforeLabial(word, at, indic);
      const sound = nasal ? "n" : letter.light;
      const doubled = (joined || nasal) && light.endsWith(sound);
      if (!doubled) light += sound;
      const body = nasal ? "n" : letter.skeleton;
      if (body !== "" && !(doubled || (joined && skeleton.endsWith(body)))) {
        skeleton += body;
        consonants += sound;
        vowels.push(gap);
        gap = "";
      }
    }
    joined = false;
    last = kind;
  }
  vowels.push(gap);
  return { light, skeleton, consonants, vowels };
}

/**
 * A short word must be written as the data has it: only nukta, joiners and the length of a vowel may differ, because
 * with few sounds the light key would join words that have nothing in common.
 */
export function plainSpelling(word: string): string {
  const { indic } = table();
  let plain = "";
  for (let at = 0; at < word.length; at++) {
    const letter = indic[word.charCodeAt(at) - firstIndic];
    if (letter?.kind === "silent" || (!letter && isJoiner(word.charAt(at)))) continue;
    plain += letter?.short ?? word.charAt(at);
  }
  return plain;
}

const marksAndPoints = /[\p{M}.]/gu;

/** Latin letters without accents, dots and curly apostrophes; case is kept, because it tells Turkey from turkey. */
export function latinKey(word: string): string {
  if (isPlainAscii(word)) return word.includes(".") ? word.replaceAll(".", "") : word;
  const { latin } = table();
  let key = "";
  for (const letter of word.normalize("NFKD").replace(marksAndPoints, "")) key += latin.get(letter) ?? letter;
  return key;
}

/**
 * How many sounds differ between two keys of the same skeleton, or Infinity where they may not be one name:
 * fewer than four consonants, another initial sound, or a vowel that only one of them ends in (an ending, an adjective).
 */
export function soundEdits(a: Key, b: Key): number {
  if (a.skeleton !== b.skeleton || a.skeleton.length < 4) return Infinity;
  const end = a.vowels.length - 1;
  if ((a.vowels[0] === "") !== (b.vowels[0] === "") || a.vowels[0]?.[0] !== b.vowels[0]?.[0]) return Infinity;
  if ((a.vowels[end] === "") !== (b.vowels[end] === "")) return Infinity;
  let edits = 0;
  for (let at = 0; at <= end; at++) edits += difference(a.vowels[at] ?? "", b.vowels[at] ?? "");
  for (let at = 0; at < end; at++) if (a.consonants[at] !== b.consonants[at]) edits++;
  return edits;
}

/** Most edits that a key of this length allows: one from six sounds on, two from eight. */
export function allowedEdits(key: Key): number {
  const length = key.skeleton.length + key.vowels.reduce((sum, gap) => sum + gap.length, 0);
  return length >= 8 ? 2 : length >= 6 ? 1 : -1;
}

/** Levenshtein distance of two short runs of vowels. */
function difference(a: string, b: string): number {
  if (a === b) return 0;
  if (a === "" || b === "") return a.length + b.length;
  const rest = difference(a.slice(1), b.slice(1));
  if (a[0] === b[0]) return rest;
  return 1 + Math.min(rest, difference(a.slice(1), b), difference(a, b.slice(1)));
}

function beforeLabial(word: string, at: number, indic: (Letter | undefined)[]): boolean {
  return (
    indic[word.charCodeAt(at + 1) - firstIndic]?.kind === "virama" &&
    indic[word.charCodeAt(at + 2) - firstIndic]?.kind === "labial"
  );
}

function isSign(letter: string): boolean {
  return /\p{M}/u.test(letter);
}

function isJoiner(letter: string): boolean {
  return letter === "\u200c" || letter === "\u200d" || letter === ".";
}

function isPlainAscii(word: string): boolean {
  for (let at = 0; at < word.length; at++) if (word.charCodeAt(at) > 126) return false;
  return true;
}

interface Table {
  indic: (Letter | undefined)[];
  latin: Map<string, string>;
}
let loaded: Table | undefined;
function table(): Table {
  loaded ??= read(join(import.meta.dirname, "curated", "letters.tsv"));
  return loaded;
}

function read(file: string): Table {
  const indic: (Letter | undefined)[] = [];
  const latin = new Map<string, string>();
  const short = new Map<string, string>();
  for (const { cells, place } of lines(file)) {
    const [letter, light, skeleton, kind] = cells;
    if (!letter || !light || !skeleton || !kind) throw new DataError(place, "a letter needs four cells");
    if (kind === "latin") {
      latin.set(letter, light);
      continue;
    }
    const entry: Letter = {
      light: light === "-" ? "" : light,
      skeleton: skeleton === "-" ? "" : skeleton,
      kind: kind as Kind,
      sign: isSign(letter),
    };
    const code = letter.charCodeAt(0) - firstIndic;
    if (letter.length === 2) {
      const first = indic[code];
      if (!first) throw new DataError(place, `the first letter of "${letter}" must have a line of its own above`);
      first.with ??= new Map();
      first.with.set(letter.charCodeAt(1), entry);
      continue;
    }
    if (kind === "vowel") {
      const group = [light, letter.charCodeAt(0) >> 7, entry.sign].join(" ");
      if (!short.has(group)) short.set(group, letter);
      entry.short = short.get(group);
    }
    indic[code] = entry;
  }
  return { indic, latin };
}
