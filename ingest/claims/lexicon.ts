import { existsSync } from "node:fs";
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
  /** The last word is any of these (`~verb`). */
  forms?: ReadonlySet<string>;
  class: string;
}

/** What the lists know of a word: nothing of most. Looked up once, whatever stands around the word. */
interface Known {
  /** Its classes where it stands alone, and the case ending that was taken off for them. */
  alone: readonly string[];
  ending: string;
  /** Forms of several words that it begins. */
  longer: readonly Entry[];
}
const none: readonly string[] = [];
const noEntries: readonly Entry[] = [];

/**
 * A language's word classes: `class<TAB>form, form of two words, stem*` a line. A form may end in `~verb` (every form that
 * paradigms.tsv has of a verb) or `~verb!` (the finite ones).
 * `endings` are case endings that nouns carry in this language: a word that is in no class is looked up without them.
 */
export class Lexicon {
  private readonly exact = new Map<string, Entry[]>();
  private readonly stems = new Map<string, Entry[]>();
  private readonly seen = new Map<string, Known>();
  private readonly singles = new Map<string, readonly string[]>();
  readonly classes = new Set<string>();

  private readonly endings: readonly string[];

  private readonly paradigms: ReadonlyMap<string, ReadonlySet<string>>;
  private readonly verbs = new Map<string, string>();

  constructor(folder: string, endings: readonly string[]) {
    this.endings = endings;
    this.paradigms = paradigms(join(folder, "paradigms.tsv"));
    for (const [verb, forms] of this.paradigms)
      if (!verb.endsWith("!")) for (const form of forms) this.verbs.set(form, verb);
    for (const line of lines(join(folder, "words.tsv"))) this.add(line);
  }

  /** The longest form that begins at a token, with every class it stands in. */
  at(tokens: readonly Token[], from: number): Marked | undefined {
    const { alone, longer, ending } = this.known(tokens[from]!.lower);
    let longest = 1;
    let classes: string[] = [];
    let end = "";
    for (const entry of longer) {
      const { length } = entry.words;
      if (length < longest) continue;
      const tail = this.tail(entry, tokens, from);
      if (tail === undefined) continue;
      if (length > longest) {
        longest = length;
        classes = [];
        end = tail;
      }
      if (!classes.includes(entry.class)) classes.push(entry.class);
    }
    if (longest > 1) return { from, to: from + longest, classes, ending: end };
    return alone.length > 0 ? { from, to: from + 1, classes: alone, ending } : undefined;
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
    return verb !== undefined && this.paradigms.get(`${verb}!`)!.has(word);
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

  /** Whether the words after an entry's first stand in the sentence; answers the last word's ending. */
  private tail(entry: Entry, tokens: readonly Token[], from: number): string | undefined {
    let ending = "";
    for (let k = 1; k < entry.words.length; k++) {
      const token = tokens[from + k];
      const wanted = entry.words[k]!;
      if (!token) return undefined;
      if (entry.forms && k === entry.words.length - 1) return entry.forms.has(token.lower) ? "" : undefined;
      if (token.lower === wanted) continue;
      if (k < entry.words.length - 1) return undefined;
      if (!token.lower.startsWith(wanted)) return undefined;
      const rest = token.lower.slice(wanted.length);
      if (!entry.open && !this.endings.includes(rest)) return undefined;
      ending = entry.open ? "" : rest;
    }
    return ending;
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
      longer: entries.length > single.length ? entries.filter((entry) => entry.words.length > 1) : noEntries,
    };
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
      const verb = text.indexOf("~");
      if (verb >= 0) {
        this.addVerb(name, text.slice(0, verb).trim(), text.slice(verb + 1), place);
        continue;
      }
      const open = text.endsWith("*");
      const words = (open ? text.slice(0, -1) : text).split(/\s+/u);
      const [first] = words as [string];
      if (open && words.length === 1 && first.length < 2) throw new DataError(place, `the stem "${text}" is too short`);
      const index = open && words.length === 1 ? this.stems : this.exact;
      push(index, first, { words, open, class: name });
    }
  }

  /** A form whose last word is a verb in any of its forms. */
  private addVerb(name: string, before: string, verb: string, place: string): void {
    const forms = this.paradigms.get(verb);
    if (!forms) throw new DataError(place, `no verb "${verb}" in paradigms.tsv`);
    const words = before === "" ? [] : before.split(/\s+/u);
    const [first] = words;
    if (first === undefined)
      for (const form of forms) push(this.exact, form, { words: [form], open: false, class: name });
    else push(this.exact, first, { words: [...words, verb], open: false, forms, class: name });
  }
}

/** Every form of each verb by its name, and the finite ones by its name with "!". */
function paradigms(file: string): Map<string, ReadonlySet<string>> {
  const found = new Map<string, ReadonlySet<string>>();
  if (!existsSync(file)) return found;
  for (const { cells, place } of lines(file)) {
    const [verb, finite, other] = cells;
    if (!verb || !finite || !other)
      throw new DataError(place, "expected a verb, its finite forms and its other forms, with commas between");
    const forms = (text: string): string[] => text.split(",").map((form) => fold(form.trim()));
    found.set(fold(verb), new Set([...forms(finite), ...forms(other)]));
    found.set(`${fold(verb)}!`, new Set(forms(finite)));
  }
  return found;
}

function push(index: Map<string, Entry[]>, word: string, entry: Entry): void {
  const list = index.get(word);
  if (list) list.push(entry);
  else index.set(word, [entry]);
}
