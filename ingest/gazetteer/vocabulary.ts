import type { Lang } from "../../model/stages.ts";
import { type Ending, endingsOf, withoutEnding } from "./endings.ts";
import { allowedEdits, indicKey, type Key, latinKey, plainSpelling, soundEdits } from "./key.ts";

/** A word that occurs in names; spellings with the same light key are one token. */
export interface Token {
  key: Key;
  /** Spellings of the data, without nukta and vowel length: any other is a fuzzy match. */
  spellings: Set<string> | undefined;
}
/** What a word of the text may be: a token, perhaps after its ending is taken off. */
export interface Candidate {
  token: Token;
  ending: string;
  /** Forms of name that the ending goes with; undefined: all. */
  forms: Set<string> | undefined;
  fuzzy: boolean;
  /** Only near to the token's sounds: too little for a short surname that stands alone. */
  near: boolean;
}

/** Words of the text kept with what they may be; emptied when full, so that memory stays flat over any number of articles. */
const remembered = 60_000;
/** A light key shorter than this joins words that have nothing in common: spelling decides. */
const shortKey = 5;
/** Sounds by which the beginning of a word is told; a shorter token is told by all it has. */
const beginning = 4;
const firstLetters = /(^|[-'])\p{L}/gu;
/** Said of every word that is in no name. */
export const nothing: Candidate[] = [];
const noSound: Omit<Key, "light"> = { skeleton: "", consonants: "", vowels: [] };

/** The words that occur in names, of every script. A word of the text is looked up by key once, then remembered. */
export class Vocabulary {
  readonly #tokens = new Map<string, Token>();
  readonly #skeletons = new Map<string, Token[]>();
  /** Words of names while they are read in: one word stands in many names. */
  readonly #seen = new Map<string, { token: Token; near: number }>();
  /** How the tokens begin: most words of a text begin otherwise, and need no second look. */
  readonly #beginnings = new Set<string>();
  readonly #cache = new Map<Lang, Map<string, Candidate[]>>();

  /** To be called when all names are read in. */
  close(): void {
    this.#seen.clear();
  }

  /** What the word may be in this language; the same list, `nothing`, for every word that is none. */
  candidates(word: string, lang: Lang): Candidate[] {
    let cache = this.#cache.get(lang);
    if (!cache) {
      cache = new Map();
      this.#cache.set(lang, cache);
    }
    const known = cache.get(word);
    if (known) return known;
    if (cache.size >= remembered) cache.clear();
    const found = isIndic(word) ? this.#indic(word, lang) : this.#latin(word, lang);
    const candidates = found.length > 0 ? found : nothing;
    cache.set(word, candidates);
    return candidates;
  }

  #latin(word: string, lang: Lang): Candidate[] {
    // Both readings stand: "Russia's" may begin the name of an event, or be Russia with its ending.
    const found = this.#latinToken(word).slice();
    for (const { stem, ending, forms } of stems(word, endingsOf(word, lang))) {
      for (const candidate of this.#latinToken(stem)) found.push({ ...candidate, ending, forms });
    }
    return found.length > 0 ? found : beforeHyphen(word, (stem) => this.#latinToken(stem));
  }

  #latinToken(word: string): Candidate[] {
    const key = latinKey(word);
    const exact = this.#tokens.get(key);
    if (exact) return [{ token: exact, ending: "", forms: undefined, fuzzy: false, near: false }];
    const lower = key.toLowerCase();
    if (lower === key) return nothing;
    const keys: string[] = [];
    if (key.length > 3 && key === key.toUpperCase()) {
      // A headline in capitals: RUSSIA is Russia. Shorter words (US, WHO, IT) say nothing about us, who and it.
      keys.push(
        lower.replace(firstLetters, (letter) => letter.toUpperCase()),
        lower,
      );
    } else if (key.slice(1) === lower.slice(1)) keys.push(lower);
    return keys.flatMap((other) => {
      const token = this.#tokens.get(other);
      return token ? [{ token, ending: "", forms: undefined, fuzzy: false, near: false }] : [];
    });
  }

  #indic(word: string, lang: Lang): Candidate[] {
    const whole = indicKey(word);
    if (!this.#mayBegin(word, whole)) return nothing;
    const list: Stem[] = [{ stem: word, ending: "", forms: undefined }, ...stems(word, endingsOf(word, lang))];
    const keys = list.map(({ stem }, at) => (at === 0 ? whole : indicKey(stem)));
    const found: Candidate[] = [];
    for (let at = 0; at < list.length; at++) {
      const { stem, ending, forms } = list[at]!;
      const token = this.#tokens.get(tokenKey(stem, keys[at]!));
      if (token) found.push({ token, ending, forms, fuzzy: !token.spellings?.has(plainSpelling(stem)), near: false });
    }
    for (let at = 0; at < list.length && found.length === 0; at++) {
      const { stem, ending, forms } = list[at]!;
      for (const token of this.#nearest(stem, keys[at]!)) found.push({ token, ending, forms, fuzzy: true, near: true });
    }
    if (found.length > 0) return found;
    return beforeHyphen(word, (stem) => this.#indic(stem, lang));
  }

  /** An ending changes how a word closes, not how it begins. */
  #mayBegin(word: string, { light, skeleton }: Key): boolean {
    const script = word.charCodeAt(0) >> 7;
    for (let length = Math.min(light.length, beginning); length > 0; length--) {
      if (this.#beginnings.has(script + light.slice(0, length))) return true;
    }
    return skeleton.length >= 4 && this.#beginnings.has(`${script} ${skeleton.slice(0, 4)}`);
  }

  /** Tokens of the same skeleton whose other sounds are near enough; the nearest only. */
  #nearest(word: string, key: Key): Token[] {
    const alike = key.skeleton.length < 4 ? undefined : this.#skeletons.get(skeletonKey(word, key));
    if (!alike) return [];
    let best = allowedEdits(key);
    if (best < 1) return [];
    let nearest: Token[] = [];
    for (const token of alike) {
      const edits = soundEdits(key, token.key);
      if (edits > best) continue;
      nearest = edits < best ? [token] : [...nearest, token];
      best = edits;
    }
    return nearest;
  }

  /** The token of a word of a name; `near`: consonants it needs to be found by near sounds. */
  token(word: string, near: number): Token {
    const seen = this.#seen.get(word);
    if (seen && seen.near <= near) return seen.token;
    const token = this.#newToken(word, near);
    this.#seen.set(word, { token, near });
    return token;
  }

  #newToken(word: string, near: number): Token {
    const indic = isIndic(word);
    const key = indic ? indicKey(word) : { ...noSound, light: latinKey(word) };
    const id = indic ? tokenKey(word, key) : key.light;
    let token = this.#tokens.get(id);
    if (!token) {
      token = { key, spellings: indic ? new Set() : undefined };
      this.#tokens.set(id, token);
    }
    token.spellings?.add(plainSpelling(word));
    if (indic) this.#beginnings.add((word.charCodeAt(0) >> 7) + key.light.slice(0, beginning));
    if (!indic || key.skeleton.length < near || allowedEdits(key) < 1) return token;
    this.#beginnings.add(`${word.charCodeAt(0) >> 7} ${key.skeleton.slice(0, 4)}`);
    const list = this.#skeletons.get(skeletonKey(word, key));
    if (!list) this.#skeletons.set(skeletonKey(word, key), [token]);
    else if (!list.includes(token)) list.push(token);
    return token;
  }
}

interface Stem {
  stem: string;
  ending: string;
  forms: Set<string> | undefined;
}

function stems(word: string, list: Ending[]): Stem[] {
  const found: Stem[] = [];
  for (const ending of list) {
    const stem = withoutEnding(word, ending);
    if (stem !== undefined) found.push({ stem, ending: ending.text, forms: ending.forms });
  }
  return found;
}

/** "US-backed": the name before the first hyphen, with the rest, hyphen included, as its ending. */
function beforeHyphen(word: string, look: (stem: string) => Candidate[]): Candidate[] {
  const hyphen = word.search(/[-‐‑–]/);
  if (hyphen < 2 || hyphen === word.length - 1) return nothing;
  const found = look(word.slice(0, hyphen)).filter((candidate) => candidate.ending === "");
  return found.map((candidate) => ({ ...candidate, ending: word.slice(hyphen) }));
}

/**
 * Scripts do not share tokens: a word that sounds alike in Hindi and in Bengali may mean different things. Short words
 * go by their spelling.
 */
function tokenKey(word: string, key: Key): string {
  return (word.charCodeAt(0) >> 7) + (key.light.length < shortKey ? plainSpelling(word) : key.light);
}

function skeletonKey(word: string, key: Key): string {
  return (word.charCodeAt(0) >> 7) + key.skeleton;
}

/** The Indic blocks from Devanagari to Sinhala begin at 0x900; their keys are by sound, all others by letter. */
export function isIndic(word: string): boolean {
  const code = word.charCodeAt(0);
  return code >= 0x900 && code < 0xe00;
}
