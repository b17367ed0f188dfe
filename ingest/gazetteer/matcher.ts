import type { Lang } from "../../model/stages.ts";
import { type Ending, endings, withoutEnding } from "./endings.ts";
import type { NameForm, NameMatch, NameReading } from "./gazetteer.ts";
import { allowedEdits, indicKey, type Key, latinKey, plainSpelling, soundEdits } from "./key.ts";
import type { StopName } from "./stops.ts";

/** One name of an entity as the data files give it. */
export interface Name {
  text: string;
  form: NameForm;
  entity: string;
  /** Consonants that a word of it needs to be found by near sounds; Infinity: only its spelling counts. */
  near: number;
}

/** A word that occurs in names; spellings with the same light key are one token. */
interface Token {
  key: Key;
  /** Spellings of the data, without nukta and vowel length: any other is a fuzzy match. */
  spellings: Set<string>;
}
/** What a word of the text may be: a token, perhaps after its ending is taken off. */
interface Candidate {
  token: Token;
  ending: string;
  /** Forms of name that the ending goes with; undefined: all. */
  forms: Set<string> | undefined;
  fuzzy: boolean;
}
interface Node {
  next: Map<Token, Node>;
  readings: NameReading[];
  /** Set where a stop name ends: the words up to here are no name, whatever they look like. */
  stop: StopName | undefined;
}
/** The best match while walking. */
interface Found {
  words: number;
  ending: string;
  fuzzy: boolean;
  readings: NameReading[];
}
/** A stop name that holds a name after its first word. */
interface Around {
  stop: StopName;
  tokens: Token[];
  at: number;
}

/** Words of the text kept with what they may be; emptied when full, so that memory stays flat over any number of articles. */
const remembered = 60_000;
/** A light key shorter than this joins words that have nothing in common: spelling decides. */
const shortKey = 5;
const nothing: Candidate[] = [];
const formOrder = ["name", "abbreviation", "alias", "demonym", "capital", "seat", "surname"];

/** Finds names in token lists. One trie of words for every script; words are looked up by key, then remembered. */
export class Matcher {
  readonly #root: Node = node();
  readonly #tokens = new Map<string, Token>();
  readonly #skeletons = new Map<string, Token[]>();
  readonly #cache = new Map<Lang, Map<string, Candidate[]>>();
  readonly #around = new Map<Token, Around[]>();
  readonly #stopWords = new Map<Lang, Map<string, StopName>>();

  constructor(names: Iterable<Name>, stops: Iterable<StopName>) {
    for (const name of names) {
      for (const words of spellings(name.text)) {
        const { readings } = this.#path(words.map((word) => this.#token(word, name.near)));
        const known = readings.find((reading) => reading.entity === name.entity);
        if (!known) readings.push({ entity: name.entity, form: name.form });
        else if (formOrder.indexOf(name.form) < formOrder.indexOf(known.form)) known.form = name.form;
      }
    }
    for (const stop of stops) this.#stop(stop);
  }

  /** The longest name that begins at words[from], or undefined; see `Gazetteer.longest`. */
  longest(words: readonly string[], from: number, lang: Lang): NameMatch | undefined {
    const word = words[from];
    if (word === undefined) return undefined;
    const first = this.#candidates(word, lang);
    if (first === nothing) return undefined;
    const found: Found = { words: 0, ending: "", fuzzy: false, readings: [] };
    this.#walk(this.#root, first, words, from, 1, lang, false, found);
    if (found.readings.length === 0 || this.#isStopped(words, from, found, lang)) return undefined;
    return found;
  }

  #walk(
    from: Node,
    candidates: Candidate[],
    words: readonly string[],
    start: number,
    count: number,
    lang: Lang,
    fuzzy: boolean,
    found: Found,
  ): void {
    const following = words[start + count];
    for (const { token, ending, forms, fuzzy: near } of candidates) {
      const next = from.next.get(token);
      if (!next) continue;
      // An ending closes the name: what follows it belongs to the next phrase.
      if (ending === "" && following !== undefined && next.next.size > 0) {
        this.#walk(next, this.#candidates(following, lang), words, start, count + 1, lang, fuzzy || near, found);
      }
      if (count <= found.words) continue;
      const stopped = next.stop !== undefined && holds(next.stop, following, lang);
      const readings = stopped ? [] : forms ? next.readings.filter(({ form }) => forms.has(form)) : next.readings;
      if (!stopped && readings.length === 0) continue;
      found.words = count;
      found.ending = ending;
      found.fuzzy = fuzzy || near;
      found.readings = readings;
    }
  }

  /** Is the name at words[from] part of a longer stop name, or a word that is no name in this language? */
  #isStopped(words: readonly string[], from: number, found: Found, lang: Lang): boolean {
    if (found.words === 1) {
      const word = words[from]!;
      const list = this.#stopWords.get(lang);
      const stop = list?.get(word) ?? list?.get(word.slice(0, word.length - found.ending.length));
      if (stop && holds(stop, words[from + 1], lang)) return true;
    }
    if (this.#around.size === 0) return false;
    for (const { token } of this.#candidates(words[from]!, lang)) {
      for (const { stop, tokens, at } of this.#around.get(token) ?? []) {
        if (from < at || !holds(stop, words[from - at + tokens.length], lang)) continue;
        const whole = tokens.every((expected, index) => {
          const word = words[from - at + index];
          return word !== undefined && this.#candidates(word, lang).some((candidate) => candidate.token === expected);
        });
        // A name that reaches beyond the stop name is more than the stop name knew of.
        if (whole && from + found.words <= from - at + tokens.length) return true;
      }
    }
    return false;
  }

  #candidates(word: string, lang: Lang): Candidate[] {
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
    for (const { stem, ending, forms } of stems(word, endings(lang))) {
      for (const candidate of this.#latinToken(stem)) found.push({ ...candidate, ending, forms });
    }
    return found.length > 0 ? found : beforeHyphen(word, (stem) => this.#latinToken(stem));
  }

  #latinToken(word: string): Candidate[] {
    const key = latinKey(word);
    const exact = this.#tokens.get(key);
    if (exact) return [{ token: exact, ending: "", forms: undefined, fuzzy: false }];
    const lower = key.toLowerCase();
    if (lower === key) return nothing;
    const keys: string[] = [];
    if (key.length > 3 && key === key.toUpperCase()) {
      // A headline in capitals: RUSSIA is Russia. Shorter words (US, WHO, IT) say nothing about us, who and it.
      keys.push(
        lower.replace(/(^|[-'])\p{L}/gu, (letter) => letter.toUpperCase()),
        lower,
      );
    } else if (key.slice(1) === lower.slice(1)) keys.push(lower);
    return keys.flatMap((other) => {
      const token = this.#tokens.get(other);
      return token ? [{ token, ending: "", forms: undefined, fuzzy: false }] : [];
    });
  }

  #indic(word: string, lang: Lang): Candidate[] {
    const list = [{ stem: word, ending: "", forms: undefined as Set<string> | undefined }];
    list.push(...stems(word, endings(lang)));
    const keys = list.map(({ stem }) => indicKey(stem));
    const found: Candidate[] = [];
    for (const [at, { stem, ending, forms }] of list.entries()) {
      const token = this.#tokens.get(tokenKey(stem, keys[at]!));
      if (!token) continue;
      found.push({ token, ending, forms, fuzzy: !token.spellings.has(plainSpelling(stem)) });
    }
    for (const [at, { stem, ending, forms }] of list.entries()) {
      if (found.length > 0) return found;
      for (const token of this.#nearest(stem, keys[at]!)) found.push({ token, ending, forms, fuzzy: true });
    }
    if (found.length > 0) return found;
    return beforeHyphen(word, (stem) => this.#indic(stem, lang));
  }

  /** Tokens of the same skeleton whose other sounds are near enough; the nearest only. */
  #nearest(word: string, key: Key): Token[] {
    const allowed = allowedEdits(key);
    if (allowed < 1) return [];
    let best = allowed;
    let nearest: Token[] = [];
    for (const token of this.#skeletons.get(skeletonKey(word, key)) ?? []) {
      const edits = soundEdits(key, token.key);
      if (edits > best) continue;
      nearest = edits < best ? [token] : [...nearest, token];
      best = edits;
    }
    return nearest;
  }

  #token(word: string, near: number): Token {
    const indic = isIndic(word);
    const key = indic ? indicKey(word) : { light: latinKey(word), skeleton: "", consonants: "", vowels: [] };
    const id = indic ? tokenKey(word, key) : key.light;
    let token = this.#tokens.get(id);
    if (!token) {
      token = { key, spellings: new Set() };
      this.#tokens.set(id, token);
    }
    if (indic) token.spellings.add(plainSpelling(word));
    if (!indic || key.skeleton.length < near || allowedEdits(key) < 1) return token;
    const list = this.#skeletons.get(skeletonKey(word, key));
    if (!list) this.#skeletons.set(skeletonKey(word, key), [token]);
    else if (!list.includes(token)) list.push(token);
    return token;
  }

  #path(tokens: Token[]): Node {
    let at = this.#root;
    for (const token of tokens) {
      let next = at.next.get(token);
      if (!next) {
        next = node();
        at.next.set(token, next);
      }
      at = next;
    }
    return at;
  }

  #stop(stop: StopName): void {
    if (stop.words.length === 1) {
      const words = this.#stopWords.get(stop.lang) ?? new Map<string, StopName>();
      words.set(stop.words[0]!, stop);
      this.#stopWords.set(stop.lang, words);
      return;
    }
    const tokens = stop.words.map((word) => this.#token(word, Number.POSITIVE_INFINITY));
    this.#path(tokens).stop = stop;
    for (const [at, token] of tokens.entries()) {
      if (at === 0) continue;
      const list = this.#around.get(token);
      if (list) list.push({ stop, tokens, at });
      else this.#around.set(token, [{ stop, tokens, at }]);
    }
  }
}

function node(): Node {
  return { next: new Map(), readings: [], stop: undefined };
}

/** Does a stop name stop here, or does the word after it make it a name? */
function holds(stop: StopName, next: string | undefined, lang: Lang): boolean {
  return stop.lang === lang && !(next !== undefined && stop.unless.has(next));
}

/** The ways a name is cut into words: as it stands, and with hyphens and inner dots read as spaces. */
function spellings(name: string): string[][] {
  const whole = name.split(" ");
  if (!/[-.]/.test(name)) return [whole];
  const parts = name.split(/[ .-]+/).filter((part) => part !== "");
  return parts.length === whole.length ? [whole] : [whole, parts];
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
function isIndic(word: string): boolean {
  const code = word.charCodeAt(0);
  return code >= 0x900 && code < 0xe00;
}
