import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Lang } from "../../model/stages.ts";
import { endingsOf, withoutEnding } from "../gazetteer/endings.ts";
import { DataError, lines } from "../languages/lines.ts";
import { curated } from "./curated.ts";
import { fold } from "./tokens.ts";

/** A kind of event: what it is called in English, and what its names say. */
export interface EventKind {
  kind: string;
  /** `{}` is what it is named after. */
  english: string;
  yearly: boolean;
  parties: boolean;
}

/** A language's words for events, each as folded words, by the first of them. */
export interface EventWords {
  /** All of `before` and `behind`: most words begin none of either. */
  kinds: Beginnings<{ words: string[] }>;
  before: Beginnings<{ words: string[]; kind: EventKind }>;
  behind: Beginnings<{ words: string[]; kind: EventKind }>;
  between: Beginnings<{ words: string[] }>;
  part: Beginnings<{ words: string[] }>;
}

/** Phrases by their first word, the longest first; the word may carry an ending. */
export class Beginnings<E extends { words: string[] }> {
  private readonly byFirst = new Map<string, E[]>();
  /** Nearly all words begin none: each is looked up once. */
  private readonly known = new Map<string, readonly E[]>();

  private readonly lang: Lang;

  constructor(lang: Lang) {
    this.lang = lang;
  }

  add(entry: E): void {
    const first = entry.words[0]!;
    const list = [...(this.byFirst.get(first) ?? []), entry];
    this.byFirst.set(
      first,
      list.sort((a, b) => b.words.length - a.words.length),
    );
  }

  /** What may begin with a word. */
  of(word: string): readonly E[] {
    let found = this.known.get(word);
    if (!found) {
      if (this.known.size >= remembered) this.known.clear();
      const stems = endingsOf(word, this.lang).flatMap((ending) => withoutEnding(word, ending) ?? []);
      found = [word, ...stems].flatMap((each) => this.byFirst.get(each) ?? []);
      this.known.set(word, found);
    }
    return found;
  }
}

/** Words that are remembered; forgotten when there are more. */
const remembered = 20_000;

const loaded = new Map<Lang, EventWords>();

/** The words of languages/<code>/events.tsv. Throws a DataError with file and line. */
export function eventWords(lang: Lang): EventWords {
  const known = loaded.get(lang);
  if (known) return known;
  const found: EventWords = {
    kinds: new Beginnings(lang),
    before: new Beginnings(lang),
    behind: new Beginnings(lang),
    between: new Beginnings(lang),
    part: new Beginnings(lang),
  };
  const file = join(import.meta.dirname, "..", "languages", lang, "events.tsv");
  for (const { cells, place } of existsSync(file) ? lines(file) : []) {
    const [what = "", name = "", forms = ""] = cells;
    const all = forms.split("|").map((form) => fold(form.trim()).split(" "));
    if (what === "between" || what === "part") for (const words of all) found[what].add({ words });
    else if (what === "before" || what === "behind") {
      const kind = kinds().get(name);
      if (!kind)
        throw new DataError(place, `found the kind "${name}", expected one of ${[...kinds().keys()].join(", ")}`);
      for (const words of all) {
        found[what].add({ words, kind });
        found.kinds.add({ words });
      }
    } else throw new DataError(place, `found "${what}", expected before, behind, between or part`);
  }
  loaded.set(lang, found);
  return found;
}

let known: Map<string, EventKind> | undefined;
function kinds(): Map<string, EventKind> {
  known ??= new Map(
    curated("eventKinds.tsv").map(({ cells, place }) => {
      const [kind, english = "", notes = ""] = cells;
      if (!kind || !english.includes("{}"))
        throw new DataError(place, "a kind of event needs its English name with {}");
      const has = (note: string) => notes.split(",").includes(note);
      return [kind, { kind, english, yearly: has("yearly"), parties: has("parties") }];
    }),
  );
  return known;
}
