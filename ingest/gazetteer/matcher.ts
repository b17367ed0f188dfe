import type { Lang } from "../../model/stages.ts";
import type { NameForm, NameMatch, NameReading } from "./gazetteer.ts";
import type { StopName } from "./stops.ts";
import { type Candidate, isIndic, nothing, type Token, Vocabulary } from "./vocabulary.ts";

/** One name of an entity as the data files give it. */
export interface Name {
  text: string;
  form: NameForm;
  entity: string;
  /** Consonants that a word of it needs to be found by near sounds; Infinity: only its spelling counts. */
  near: number;
}

interface Node {
  next: Map<Token, Node> | undefined;
  readings: NameReading[] | undefined;
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

const formOrder = ["name", "abbreviation", "alias", "demonym", "capital", "seat", "surname"];

/** Finds names in token lists: one trie of words for every script. */
export class Matcher {
  readonly #root: Node = node();
  readonly #vocabulary = new Vocabulary();
  readonly #around = new Map<Token, Around[]>();
  readonly #stopWords = new Map<string, StopName>();

  constructor(names: Iterable<Name>, stops: Iterable<StopName>) {
    for (const name of names) {
      for (const words of spellings(name.text)) {
        const end = this.#path(words.map((word) => this.#vocabulary.token(word, name.near)));
        end.readings ??= [];
        const known = end.readings.find((reading) => reading.entity === name.entity);
        if (!known) end.readings.push({ entity: name.entity, form: name.form });
        else if (formOrder.indexOf(name.form) < formOrder.indexOf(known.form)) known.form = name.form;
      }
    }
    for (const stop of stops) this.#stop(stop);
    this.#vocabulary.close();
  }

  /** Whether a word is one of names at all; with most words none begins. */
  begins(word: string, lang: Lang): boolean {
    return this.#vocabulary.candidates(word, lang) !== nothing;
  }

  /** The longest name that begins at words[from], or undefined; see `Gazetteer.longest`. */
  longest(words: readonly string[], from: number, lang: Lang): NameMatch | undefined {
    const word = words[from];
    if (word === undefined) return undefined;
    const first = this.#vocabulary.candidates(word, lang);
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
    for (const candidate of candidates) {
      const { token, ending } = candidate;
      const next = from.next?.get(token);
      if (!next) continue;
      // An ending closes the name: what follows it belongs to the next phrase.
      if (ending === "" && following !== undefined && next.next) {
        this.#walk(
          next,
          this.#vocabulary.candidates(following, lang),
          words,
          start,
          count + 1,
          lang,
          fuzzy || candidate.fuzzy,
          found,
        );
      }
      if (count <= found.words) continue;
      const stopped = next.stop !== undefined && holds(next.stop, following, lang);
      if (!stopped && !next.readings) continue;
      const readings = stopped ? [] : possible(next.readings!, candidate, count);
      if (!stopped && readings.length === 0) continue;
      found.words = count;
      found.ending = ending;
      found.fuzzy = fuzzy || candidate.fuzzy;
      found.readings = readings;
    }
  }

  /** Is the name at words[from] part of a longer stop name, or a word that is no name in this language? */
  #isStopped(words: readonly string[], from: number, found: Found, lang: Lang): boolean {
    if (found.words === 1) {
      const word = words[from]!;
      const stop = this.#stopWords.get(word) ?? this.#stopWords.get(word.slice(0, word.length - found.ending.length));
      if (stop && holds(stop, words[from + 1], lang)) return true;
    }
    if (this.#around.size === 0) return false;
    for (const { token } of this.#vocabulary.candidates(words[from]!, lang)) {
      for (const { stop, tokens, at } of this.#around.get(token) ?? []) {
        if (from < at || !holds(stop, words[from - at + tokens.length], lang)) continue;
        const whole = tokens.every((expected, index) => {
          const word = words[from - at + index];
          return (
            word !== undefined &&
            this.#vocabulary.candidates(word, lang).some((candidate) => candidate.token === expected)
          );
        });
        // A name that reaches beyond the stop name is more than the stop name knew of.
        if (whole && from + found.words <= from - at + tokens.length) return true;
      }
    }
    return false;
  }

  #path(tokens: Token[]): Node {
    let at = this.#root;
    for (const token of tokens) {
      at.next ??= new Map();
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
      this.#stopWords.set(stop.words[0]!, stop);
      return;
    }
    const tokens = stop.words.map((word) => this.#vocabulary.token(word, Number.POSITIVE_INFINITY));
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
  return { next: undefined, readings: undefined, stop: undefined };
}

/** The readings that the ending goes with. A surname alone is not told by sounds that are only near, unless it is long. */
function possible(readings: NameReading[], { token, forms, near }: Candidate, words: number): NameReading[] {
  const shortSurname = near && words === 1 && token.key.skeleton.length < 5;
  if (!forms && !shortSurname) return readings;
  return readings.filter(({ form }) => (!forms || forms.has(form)) && !(shortSurname && form === "surname"));
}

/**
 * Does a stop name stop here, or does the word after it, with or without an ending, make it a name? Latin letters stand
 * in texts of every language, and so do the stop names in Latin letters.
 */
function holds(stop: StopName, next: string | undefined, lang: Lang): boolean {
  if (stop.lang !== lang && isIndic(stop.words[0]!)) return false;
  return next === undefined || !stop.unless.some((word) => next === word || (word.length > 3 && next.startsWith(word)));
}

/** The ways a name is cut into words: as it stands, and with hyphens and inner dots read as spaces. */
function spellings(name: string): string[][] {
  const whole = name.split(" ");
  if (!/[-.]/.test(name)) return [whole];
  const parts = name.split(/[ .-]+/).filter((part) => part !== "");
  return parts.length === whole.length ? [whole] : [whole, parts];
}
