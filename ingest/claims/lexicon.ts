import { join } from "node:path";
import { DataError, type Line, lines } from "../languages/lines.ts";
import { Paradigms } from "../languages/paradigms.ts";
import type { CuesOfWord } from "./cueIndex.ts";
import { type Entry, type Gaps, gapsOf, type Longer, longerOf, push, stand } from "./idioms.ts";
import { fold, type Token } from "./tokens.ts";

/** A stretch of tokens that stands in one or more word classes of the language's words.tsv. */
export interface Marked {
  from: number;
  to: number;
  classes: readonly string[];
  /** Case ending that was taken off the last word, "" when none was. */
  ending: string;
}

/** What the lists know of a word: nothing of most. Looked up once, whatever stands around the word. */
export interface Known {
  /** Its classes where it stands alone, and the case ending that was taken off for them. */
  alone: readonly string[];
  ending: string;
  longer: Longer | undefined;
  /** The verb forms that it stands in, and the cues that it may begin, once these are asked for. */
  forms: ReadonlySet<string> | undefined;
  cues: CuesOfWord | undefined;
  /** Whether it may begin the kind of an event ("war", "summit"). */
  event: boolean | undefined;
}

/** From so many forms on it is kept which of them go on with a word. */
const many = 4;
/** Pairs of words kept; emptied when full, with what is known of the words. */
const mostPairs = 100_000;
const none: readonly never[] = [];

/**
 * A language's word classes: `class<TAB>form, form of two words, stem*` a line. One word of a form may be `~verb`
 * (every form of a verb, by paradigms.tsv) or `~verb!` (the finite ones); `a|b` stands for either word.
 * `endings` are case endings that nouns carry in this language: a word that is in no class is looked up without them.
 */
export class Lexicon {
  private readonly exact = new Map<string, Entry[]>();
  private readonly stems = new Map<string, Entry[]>();
  private readonly seen = new Map<string, Known>();
  private readonly singles = new Map<string, readonly string[]>();
  readonly classes = new Set<string>();

  private readonly endings: readonly string[];
  /** Forms of the class that may stand inside of an idiom, by their first words. */
  private readonly gaps = new Map<string, Gaps>();
  private tailEnding = "";
  private pairs = 0;

  private readonly paradigms: Paradigms;
  private readonly verbs = new Map<string, string>();

  /** `between`: the class whose forms may stand inside of an idiom, if there is one: "turned a deaf ear [on Monday] to". */
  constructor(folder: string, endings: readonly string[], between?: string) {
    this.endings = endings;
    this.paradigms = new Paradigms(join(folder, "paradigms.tsv"));
    for (const [verb, { all }] of this.paradigms.verbs()) for (const form of all) this.verbs.set(form, verb);
    for (const line of lines(join(folder, "words.tsv"))) this.add(line);
    for (const [first, entries] of between === undefined ? [] : this.exact) {
      const gaps = entries.filter((entry) => entry.class === between);
      if (gaps.length > 0) this.gaps.set(first, gapsOf(gaps));
    }
  }

  /** The longest form that begins at a token, with every class it stands in. */
  at(tokens: readonly Token[], from: number): Marked | undefined {
    const { alone, longer, ending } = this.knownOf(tokens[from]!);
    const possible = longer && this.possible(longer, tokens, from + 1);
    if (!possible) return alone.length > 0 ? { from, to: from + 1, classes: alone, ending } : undefined;
    let last = from + 1;
    let classes: string[] = [];
    let end = "";
    for (const entry of possible) {
      const to = this.tail(entry, tokens, from);
      if (to < 0 || to < last) continue;
      if (to > last) {
        last = to;
        classes = [];
        end = this.tailEnding;
      }
      if (!classes.includes(entry.class)) classes.push(entry.class);
    }
    if (last > from + 1) return { from, to: last, classes, ending: end };
    return alone.length > 0 ? { from, to: from + 1, classes: alone, ending } : undefined;
  }

  /** What is known of a token's word. It is kept with the spelling: strings are slow to look up. */
  knownOf({ spelling }: Token): Known {
    if (spelling.lexicon === this && spelling.known) return spelling.known;
    spelling.lexicon = this;
    spelling.known = this.known(spelling.lower);
    return spelling.known;
  }

  /** The classes of one word taken alone. */
  of(word: string): readonly string[] {
    return this.known(word).alone;
  }

  /** The verb that a word is a form of, where paradigms.tsv has it. */
  verb(word: string): string | undefined {
    return this.verbs.get(word);
  }

  /** Whether a word is a finite form of a verb of paradigms.tsv; a participle may look alike. */
  isFinite(word: string): boolean {
    const verb = this.verbs.get(word);
    return verb !== undefined && this.paradigms.of(verb)!.finite.has(word);
  }

  /** The single words of a class. */
  wordsOf(cls: string): readonly string[] {
    let found = this.singles.get(cls);
    if (!found) {
      found = [...this.exact].flatMap(([word, entries]) =>
        entries.some((entry) => entry.class === cls && entry.words.length === 1) ? [word] : [],
      );
      this.singles.set(cls, found);
    }
    return found;
  }

  /** Of forms of several words those whose second word a token, or what stands behind a gap, may be. */
  private possible(longer: Longer, tokens: readonly Token[], at: number): readonly Entry[] | undefined {
    const next = this.fitting(longer, tokens[at]);
    const behind = longer.apart && this.gaps.size > 0 ? this.gapEnd(tokens, at) : at;
    const further = behind === at ? undefined : this.fitting(longer, tokens[behind]);
    if (!further || further.length === 0) return next;
    return next && next.length > 0 ? longer.all : further;
  }

  private fitting({ bySecond }: Longer, next: Token | undefined): readonly Entry[] | undefined {
    const seconds = next && bySecond.get(next.lower.charCodeAt(0));
    if (!seconds || seconds.entries.length < many) return seconds?.entries;
    let fitting = seconds.fitting.get(next.lower);
    if (!fitting) {
      if (this.pairs++ > mostPairs) this.forget();
      fitting = seconds.entries.filter((entry) => this.fits(entry, 1, next));
      seconds.fitting.set(next.lower, fitting);
    }
    return fitting;
  }

  private forget(): void {
    // Spellings may still hold what was known.
    for (const { longer } of this.seen.values())
      for (const { fitting } of longer?.bySecond.values() ?? []) fitting.clear();
    this.seen.clear();
    this.pairs = 0;
  }

  /** Where an entry ends whose words stand in the sentence, −1 where they do not; leaves the last word's ending in `tailEnding`. */
  private tail(entry: Entry, tokens: readonly Token[], from: number): number {
    const { words } = entry;
    let at = from + 1;
    let apart = !entry.apart;
    for (let k = 1; k < words.length; k++, at++) {
      if (this.fits(entry, k, tokens[at])) continue;
      const behind = apart ? at : this.gapEnd(tokens, at);
      if (behind === at || !this.fits(entry, k, tokens[behind])) return -1;
      apart = true;
      at = behind;
    }
    return at;
  }

  /** Whether a token is the word of an entry at `k`; the last one may go on, or carry an ending. */
  private fits({ words, forms, varies, open }: Entry, k: number, token: Token | undefined): boolean {
    this.tailEnding = "";
    if (!token) return false;
    if (forms && k === varies) return forms.has(token.lower);
    const wanted = words[k]!;
    if (token.lower === wanted) return true;
    if (k < words.length - 1 || !token.lower.startsWith(wanted)) return false;
    const rest = token.lower.slice(wanted.length);
    if (open) return true;
    // "rejecting its": a pronoun of its own is no other word with an ending.
    if (!this.endings.includes(rest) || this.of(token.lower).some((cls) => cls.startsWith("pronoun"))) return false;
    this.tailEnding = rest;
    return true;
  }

  /** Where the form ends that may stand inside of an idiom, between commas or without; `at` where there is none. */
  private gapEnd(tokens: readonly Token[], at: number): number {
    const comma = tokens[at]?.text === ",";
    const from = comma ? at + 1 : at;
    const first = tokens[from]?.lower;
    const gaps = first === undefined ? undefined : this.gaps.get(first);
    if (!gaps) return at;
    let to = gaps.alone ? from + 1 : from;
    for (const words of gaps.bySecond.get(tokens[from + 1]?.lower ?? "") ?? none)
      if (from + words.length > to && stand(words, tokens, from)) to = from + words.length;
    if (comma) return tokens[to]?.text === "," ? to + 1 : at;
    return to === from ? at : to;
  }

  private known(word: string): Known {
    const known = this.seen.get(word);
    if (known) return known;
    const entries = this.plain(word);
    let ending = "";
    // A word that only begins a longer form may also be another word with an ending.
    if (!entries.some((entry) => entry.words.length === 1)) {
      for (const candidate of this.endings) {
        if (!word.endsWith(candidate) || word.length - candidate.length < 2) continue;
        const bare = this.plain(word.slice(0, -candidate.length)).filter(
          (entry) => !entry.open && entry.words.length === 1,
        );
        if (bare.length > 0) {
          ending = candidate;
          entries.push(...bare);
          break;
        }
      }
    }
    const single = entries.filter((entry) => entry.words.length === 1);
    const answer: Known = {
      alone: single.length > 0 ? [...new Set(single.map((entry) => entry.class))] : none,
      ending,
      longer: entries.length > single.length ? longerOf(entries.filter((entry) => entry.words.length > 1)) : undefined,
      forms: undefined,
      cues: undefined,
      event: undefined,
    };
    if (this.seen.size > 50_000) this.forget();
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
      for (const each of alternatives(text)) this.addForm(name, each, place);
    }
  }

  private addForm(name: string, text: string, place: string): void {
    if (text.includes("~")) {
      this.addVerb(name, text, place);
      return;
    }
    const open = text.endsWith("*");
    const words = (open ? text.slice(0, -1) : text).split(/\s+/u);
    const [first] = words as [string];
    if (open && words.length === 1 && first.length < 2) throw new DataError(place, `the stem "${text}" is too short`);
    const index = open && words.length === 1 ? this.stems : this.exact;
    push(index, first, { words, open, apart: isVerbal(name), class: name });
  }

  /** A form one word of which is a verb in any of its forms. */
  private addVerb(name: string, text: string, place: string): void {
    const words = text.split(/\s+/u);
    const varies = words.findIndex((word) => word.startsWith("~"));
    const wanted = words[varies]?.slice(1) ?? "";
    const paradigm = this.paradigms.of(wanted.endsWith("!") ? wanted.slice(0, -1) : wanted);
    if (varies < 0 || text.lastIndexOf("~") > text.indexOf("~") || text.endsWith("*"))
      throw new DataError(place, `"${text}": one word may be a verb, with "~" before it`);
    if (!paradigm) throw new DataError(place, `no verb "${wanted}" in paradigms.tsv, nor a pattern for it`);
    const forms = wanted.endsWith("!") ? paradigm.finite : paradigm.all;
    const [first] = words as [string];
    if (varies > 0) push(this.exact, first, { words, varies, open: false, forms, apart: isVerbal(name), class: name });
    else
      for (const form of forms)
        push(this.exact, form, { words: [form, ...words.slice(1)], open: false, apart: isVerbal(name), class: name });
  }
}

/** "turn its|his back": every form that a line with alternatives stands for. */
function alternatives(text: string): string[] {
  return text
    .split(" ")
    .map((word) => word.split("|"))
    .reduce(
      (before, words) => before.flatMap((start) => words.map((word) => (start === "" ? word : `${start} ${word}`))),
      [""],
    );
}

const isVerbal = (name: string): boolean => name.startsWith("v.") || name.startsWith("g.");
