import { join } from "node:path";
import { DataError, type Line, lines } from "../languages/lines.ts";
import { fold, type Token } from "./tokens.ts";

/** A stretch of tokens that stands in one or more word classes of the language's words.tsv. */
export interface Marked {
  from: number;
  to: number;
  classes: readonly string[];
  /** Case ending that was taken off the last word, "" when none was. */
  ending: string;
}

interface Entry {
  words: string[];
  /** The last word may go on (`stem*`). */
  open: boolean;
  class: string;
}

/**
 * A language's word classes: `class<TAB>form, form of two words, stem*` a line.
 * `endings` are case endings that nouns carry in this language: a word that is in no class is looked up without them.
 */
export class Lexicon {
  private readonly exact = new Map<string, Entry[]>();
  private readonly stems = new Map<string, Entry[]>();
  private readonly seen = new Map<string, { ending: string; entries: readonly Entry[] }>();
  readonly classes = new Set<string>();

  private readonly endings: readonly string[];

  constructor(folder: string, endings: readonly string[]) {
    this.endings = endings;
    for (const line of lines(join(folder, "words.tsv"))) this.add(line);
  }

  /** The longest form that begins at a token, with every class it stands in. */
  at(tokens: readonly Token[], from: number): Marked | undefined {
    const first = tokens[from]!;
    const { entries, ending } = this.entries(first.lower);
    let longest = 0;
    let classes: string[] = [];
    let end = "";
    for (const entry of entries) {
      const length = entry.words.length;
      if (length < longest) continue;
      const tail = length === 1 ? ending : this.tail(entry, tokens, from);
      if (tail === undefined) continue;
      if (length > longest) {
        longest = length;
        classes = [];
        end = tail;
      }
      if (!classes.includes(entry.class)) classes.push(entry.class);
    }
    return longest === 0 ? undefined : { from, to: from + longest, classes, ending: end };
  }

  /** The classes of one word taken alone. */
  of(word: string): readonly string[] {
    return this.entries(word)
      .entries.filter((entry) => entry.words.length === 1)
      .map((entry) => entry.class);
  }

  /** Whether the words after an entry's first stand in the sentence; answers the last word's ending. */
  private tail(entry: Entry, tokens: readonly Token[], from: number): string | undefined {
    let ending = "";
    for (let k = 1; k < entry.words.length; k++) {
      const token = tokens[from + k];
      const wanted = entry.words[k]!;
      if (!token) return undefined;
      if (token.lower === wanted) continue;
      if (k < entry.words.length - 1) return undefined;
      if (!token.lower.startsWith(wanted)) return undefined;
      const rest = token.lower.slice(wanted.length);
      if (!entry.open && !this.endings.includes(rest)) return undefined;
      ending = entry.open ? "" : rest;
    }
    return ending;
  }

  private entries(word: string): { ending: string; entries: readonly Entry[] } {
    const known = this.seen.get(word);
    if (known) return known;
    let entries = this.plain(word);
    let ending = "";
    if (entries.length === 0) {
      for (const candidate of this.endings) {
        if (!word.endsWith(candidate) || word.length - candidate.length < 2) continue;
        const bare = this.plain(word.slice(0, -candidate.length)).filter((entry) => !entry.open);
        if (bare.length > 0) {
          entries = bare;
          ending = candidate;
          break;
        }
      }
    }
    const answer = { ending, entries };
    if (this.seen.size > 50_000) this.seen.clear();
    this.seen.set(word, answer);
    return answer;
  }

  private plain(word: string): Entry[] {
    const found = [...(this.exact.get(word) ?? [])];
    for (let length = Math.min(word.length, 14); length >= 2; length--)
      found.push(...(this.stems.get(word.slice(0, length)) ?? []));
    return found;
  }

  private add({ cells, place }: Line): void {
    const [name, forms, ...rest] = cells;
    if (!name || !forms || rest.length > 0)
      throw new DataError(
        place,
        `found ${cells.length} columns, expected two: a class and its forms with commas between`,
      );
    this.classes.add(name);
    for (const form of forms.split(",")) {
      const text = fold(form.trim());
      if (text === "") throw new DataError(place, "an empty form: two commas stand side by side");
      const open = text.endsWith("*");
      const words = (open ? text.slice(0, -1) : text).split(/\s+/u);
      const [first] = words as [string];
      if (open && words.length === 1 && first.length < 2) throw new DataError(place, `the stem "${text}" is too short`);
      const index = open && words.length === 1 ? this.stems : this.exact;
      const list = index.get(first) ?? [];
      list.push({ words, open, class: name });
      index.set(first, list);
    }
  }
}
