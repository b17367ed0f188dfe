import type { Lang } from "../../model/stages.ts";
import { type Ending, endings, withoutEnding } from "./endings.ts";
import type { NameForm, NameMatch, NameReading } from "./gazetteer.ts";
import { allowedEdits, indicKey, type Key, latinKey, vowelEdits } from "./key.ts";
import type { StopName } from "./stops.ts";

/** One name of an entity as the data files give it. */
export interface Name {
  text: string;
  form: NameForm;
  entity: string;
}

type Script = "latin" | "indic";
/** A word that occurs in names; equal spellings by the light key are one token. */
interface Token {
  key: Key;
  /** Spellings as written in the data: any other spelling is a fuzzy match. */
  spellings: Set<string>;
}
/** What a word of the text may be: a token, perhaps after its ending is taken off. */
interface Candidate {
  token: Token;
  ending: string;
  fuzzy: boolean;
}
interface Node {
  next: Map<Token, Node>;
  readings: NameReading[];
  /** Set where a stop name ends: the words up to here are no name, whatever they look like. */
  stop?: StopName;
}

/** Words of the text kept with what they may be; emptied when full, so that memory stays flat over any number of articles. */
const remembered = 60_000;
const nothing: Candidate[] = [];

/** Finds names in token lists. One trie of words for every script; words are looked up by key, then remembered. */
export class Matcher {
  readonly #root: Node = { next: new Map(), readings: [] };
  readonly #tokens = new Map<string, Token>();
  readonly #skeletons = new Map<string, Token[]>();
  readonly #cache = new Map<Lang, Map<string, Candidate[]>>();
  /** Stop names that hold a name after their first word, by the token of that name. */
  readonly #around = new Map<Token, { stop: StopName; tokens: Token[]; at: number }[]>();
  readonly #stopWords = new Map<Lang, Map<string, StopName>>();

  constructor(names: Iterable<Name>, stops: Iterable<StopName>) {
    for (const { text, form, entity } of names) {
      const near = form !== "abbreviation" && form !== "alias";
      for (const words of spellings(text)) {
        const node = this.#path(words.map((word) => this.#token(word, near)));
        if (!node.readings.some((known) => known.entity === entity)) node.readings.push({ entity, form });
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
    const found: Found = { words: 0, ending: "", fuzzy: false, node: undefined };
    this.#walk(this.#root, first, words, from, 1, lang, false, found);
    const node = found.node;
    if (!node || node.stop || node.readings.length === 0) return undefined;
    if (this.#isStopped(words, from, found.words, lang)) return undefined;
    return { words: found.words, ending: found.ending, readings: node.readings, fuzzy: found.fuzzy };
  }

  #walk(
    node: Node,
    candidates: Candidate[],
    words: readonly string[],
    from: number,
    count: number,
    lang: Lang,
    fuzzy: boolean,
    found: Found,
  ): void {
    for (const { token, ending, fuzzy: near } of candidates) {
      const next = node.next.get(token);
      if (!next) continue;
      // An ending closes the name: what follows it belongs to the next phrase.
      if (ending === "") {
        const word = words[from + count];
        if (word !== undefined && next.next.size > 0) {
          this.#walk(next, this.#candidates(word, lang), words, from, count + 1, lang, fuzzy || near, found);
        }
      }
      const ends = next.readings.length > 0 || (next.stop && stopHolds(next.stop, words[from + count], lang));
      if (ends && count > found.words) {
        found.words = count;
        found.ending = ending;
        found.fuzzy = fuzzy || near;
        found.node = next.stop && stopHolds(next.stop, words[from + count], lang) ? next : { ...next, stop: undefined };
      }
    }
  }

  /** Is the name at words[from] part of a longer stop name, or a word that is no name in this language? */
  #isStopped(words: readonly string[], from: number, count: number, lang: Lang): boolean {
    if (count === 1) {
      const stop = this.#stopWords.get(lang)?.get(words[from]!);
      if (stop && stopHolds(stop, words[from + 1], lang)) return true;
    }
    for (const { token } of this.#candidates(words[from]!, lang)) {
      for (const { stop, tokens, at } of this.#around.get(token) ?? []) {
        if (stop.lang !== lang || from < at) continue;
        const whole = tokens.every((expected, index) => {
          const word = words[from - at + index];
          return word !== undefined && this.#candidates(word, lang).some((candidate) => candidate.token === expected);
        });
        if (whole) return true;
      }
    }
    return false;
  }

  #candidates(word: string, lang: Lang): Candidate[] {
    let cache = this.#cache.get(lang);
    if (!cache) this.#cache.set(lang, (cache = new Map()));
    const known = cache.get(word);
    if (known) return known;
    if (cache.size >= remembered) cache.clear();
    const candidates = scriptOf(word) === "indic" ? this.#indic(word, lang) : this.#latin(word, lang);
    cache.set(word, candidates);
    return candidates;
  }

  #latin(word: string, lang: Lang): Candidate[] {
    const exact = this.#latinToken(word);
    if (exact.length > 0) return exact;
    for (const { stem, ending } of stems(word, endings(lang))) {
      const found = this.#latinToken(stem);
      if (found.length > 0) return found.map((candidate) => ({ ...candidate, ending }));
    }
    return this.#beforeHyphen(word, lang, (stem) => this.#latinToken(stem));
  }

  #latinToken(word: string): Candidate[] {
    const key = latinKey(word);
    const exact = this.#tokens.get(key);
    if (exact) return [{ token: exact, ending: "", fuzzy: false }];
    const lower = key.toLowerCase();
    if (lower === key) return nothing;
    const tokens: (Token | undefined)[] = [];
    if (key.length > 3 && key === key.toUpperCase()) {
      // A headline in capitals: RUSSIA is Russia, but US, WHO and IT say nothing about us, who and it.
      tokens.push(this.#tokens.get(lower.replace(/(^|[-'])\p{L}/gu, (letter) => letter.toUpperCase())));
      tokens.push(this.#tokens.get(lower));
    } else if (key.slice(1) === lower.slice(1)) tokens.push(this.#tokens.get(lower));
    const found = tokens.filter((token) => token !== undefined);
    return found.length > 0 ? found.map((token) => ({ token, ending: "", fuzzy: false })) : nothing;
  }

  #indic(word: string, lang: Lang): Candidate[] {
    const found: Candidate[] = [];
    const key = indicKey(word);
    const exact = this.#tokens.get(key.light);
    if (exact) found.push({ token: exact, ending: "", fuzzy: !exact.spellings.has(word) });
    for (const { stem, ending } of stems(word, endings(lang))) {
      const token = this.#tokens.get(indicKey(stem).light);
      if (token) found.push({ token, ending, fuzzy: !token.spellings.has(stem) });
    }
    if (found.length > 0) return found;
    this.#near(key, "", found);
    if (found.length > 0) return found;
    for (const { stem, ending } of stems(word, endings(lang))) {
      this.#near(indicKey(stem), ending, found);
      if (found.length > 0) return found;
    }
    return this.#beforeHyphen(word, lang, (stem) => this.#indic(stem, lang));
  }

  /** Adds tokens of the same skeleton whose vowels are near enough; the nearest only. */
  #near(key: Key, ending: string, found: Candidate[]): void {
    const allowed = allowedEdits(key);
    if (allowed < 1) return;
    let best = allowed + 1;
    let nearest: Token[] = [];
    for (const token of this.#skeletons.get(key.skeleton) ?? []) {
      const edits = vowelEdits(key, token.key);
      if (edits > allowed || edits > best) continue;
      nearest = edits < best ? [token] : [...nearest, token];
      best = edits;
    }
    for (const token of nearest) found.push({ token, ending, fuzzy: true });
  }

  /** "US-backed": the name before the first hyphen, with the rest as its ending. */
  #beforeHyphen(word: string, _lang: Lang, look: (stem: string) => Candidate[]): Candidate[] {
    const hyphen = word.search(/[-‐‑–]/);
    if (hyphen < 2 || hyphen === word.length - 1) return nothing;
    const found = look(word.slice(0, hyphen)).filter((candidate) => candidate.ending === "");
    return found.length > 0 ? found.map((candidate) => ({ ...candidate, ending: word.slice(hyphen) })) : nothing;
  }

  #token(word: string, near: boolean): Token {
    const indic = scriptOf(word) === "indic";
    const key = indic ? indicKey(word) : { light: latinKey(word), skeleton: "", vowels: [] };
    let token = this.#tokens.get(key.light);
    if (!token) {
      token = { key, spellings: new Set() };
      this.#tokens.set(key.light, token);
    }
    token.spellings.add(word);
    if (indic && near && allowedEdits(key) > 0 && key.skeleton.length >= 4) {
      const list = this.#skeletons.get(key.skeleton);
      if (!list) this.#skeletons.set(key.skeleton, [token]);
      else if (!list.includes(token)) list.push(token);
    }
    return token;
  }

  #path(tokens: Token[]): Node {
    let node = this.#root;
    for (const token of tokens) {
      let next = node.next.get(token);
      if (!next) node.next.set(token, (next = { next: new Map(), readings: [] }));
      node = next;
    }
    return node;
  }

  #stop(stop: StopName): void {
    if (stop.words.length === 1) {
      const words = this.#stopWords.get(stop.lang) ?? new Map<string, StopName>();
      words.set(stop.words[0]!, stop);
      this.#stopWords.set(stop.lang, words);
      return;
    }
    const tokens = stop.words.map((word) => this.#token(word, false));
    const node = this.#path(tokens);
    node.stop = stop;
    for (const [at, token] of tokens.entries()) {
      if (at === 0) continue;
      const list = this.#around.get(token) ?? [];
      list.push({ stop, tokens, at });
      this.#around.set(token, list);
    }
  }
}

interface Found {
  words: number;
  ending: string;
  fuzzy: boolean;
  node: Node | undefined;
}

function stopHolds(stop: StopName, next: string | undefined, lang: Lang): boolean {
  return stop.lang === lang && !(next !== undefined && stop.unless.has(next));
}

/** The ways a name is cut into words: as it stands, and with hyphens and inner dots read as spaces. */
function spellings(name: string): string[][] {
  const whole = name.split(" ");
  if (!/[-.]/.test(name)) return [whole];
  const parts = name.split(/[ .-]+/).filter((part) => part !== "");
  return parts.length === whole.length ? [whole] : [whole, parts];
}

function stems(word: string, list: Ending[]): { stem: string; ending: string }[] {
  const found: { stem: string; ending: string }[] = [];
  for (const ending of list) {
    const stem = withoutEnding(word, ending);
    if (stem !== undefined) found.push({ stem, ending: ending.text });
  }
  return found;
}

/** The Indic blocks from Devanagari to Sinhala begin at 0x900; their keys are by sound, all others by letter. */
function scriptOf(word: string): Script {
  const code = word.charCodeAt(0);
  return code >= 0x900 && code < 0xe00 ? "indic" : "latin";
}
