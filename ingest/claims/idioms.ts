import type { Token } from "./tokens.ts";

/** A form of a word class: the words that stand for it together. */
export interface Entry {
  words: string[];
  /** The last word may go on (`stem*`). */
  open: boolean;
  /** The word at `varies` is any of these (`~verb`). */
  forms?: ReadonlySet<string>;
  varies?: number;
  class: string;
  /** Something may stand between the words. */
  apart?: boolean;
}

/** The forms of several words that a word begins: a common word begins hundreds, few of which go on with a given letter. */
export interface Longer {
  all: readonly Entry[];
  /** Something may stand between the words of one of them. */
  apart: boolean;
  /** By the first letter of the second word. */
  bySecond: ReadonlyMap<number, Seconds>;
}

/** Forms of several words that begin with one word and go on with one letter; `fitting` are those that go on with a word. */
interface Seconds {
  entries: readonly Entry[];
  fitting: Map<string, readonly Entry[]>;
}

/** Forms that begin with one word; "on" alone begins hundreds ("on Monday"). */
export interface Gaps {
  /** The word is such a form by itself. */
  alone: boolean;
  bySecond: Map<string, string[][]>;
}

/** The forms of several words that one word begins, by their second words. */
export function longerOf(all: Entry[]): Longer {
  const bySecond = new Map<number, { entries: Entry[]; fitting: Map<string, readonly Entry[]> }>();
  for (const entry of all) {
    const seconds = entry.forms && entry.varies === 1 ? [...entry.forms] : [entry.words[1]!];
    for (const letter of new Set(seconds.map((word) => word.charCodeAt(0)))) {
      const same = bySecond.get(letter);
      if (same) same.entries.push(entry);
      else bySecond.set(letter, { entries: [entry], fitting: new Map() });
    }
  }
  return { all, apart: all.some((entry) => entry.apart), bySecond };
}

/** The forms that one word begins, where they may stand inside of others. */
export function gapsOf(entries: Entry[]): Gaps {
  const found: Gaps = { alone: false, bySecond: new Map() };
  for (const { words } of entries) {
    if (words.length === 1) found.alone = true;
    else push(found.bySecond, words[1]!, words);
  }
  return found;
}

/** Whether words stand in a sentence from a token on. */
export function stand(words: readonly string[], tokens: readonly Token[], from: number): boolean {
  for (let k = 0; k < words.length; k++) if (tokens[from + k]?.lower !== words[k]) return false;
  return true;
}

/** Adds to the list of a word. */
export function push<Item>(index: Map<string, Item[]>, word: string, entry: Item): void {
  const list = index.get(word);
  if (list) list.push(entry);
  else index.set(word, [entry]);
}
