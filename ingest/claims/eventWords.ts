import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Lang } from "../../model/stages.ts";
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
  before: Map<string, { words: string[]; kind: EventKind }[]>;
  behind: Map<string, { words: string[]; kind: EventKind }[]>;
  between: Map<string, { words: string[] }[]>;
  part: Map<string, { words: string[] }[]>;
}

const loaded = new Map<Lang, EventWords>();

/** The words of languages/<code>/events.tsv. Throws a DataError with file and line. */
export function eventWords(lang: Lang): EventWords {
  const known = loaded.get(lang);
  if (known) return known;
  const found: EventWords = { before: new Map(), behind: new Map(), between: new Map(), part: new Map() };
  const file = join(import.meta.dirname, "..", "languages", lang, "events.tsv");
  for (const { cells, place } of existsSync(file) ? lines(file) : []) {
    const [what = "", name = "", forms = ""] = cells;
    const all = forms.split("|").map((form) => fold(form.trim()).split(" "));
    if (what === "between" || what === "part") for (const words of all) put(found[what], { words });
    else if (what === "before" || what === "behind") {
      const kind = kinds().get(name);
      if (!kind)
        throw new DataError(place, `found the kind "${name}", expected one of ${[...kinds().keys()].join(", ")}`);
      for (const words of all) put(found[what], { words, kind });
    } else throw new DataError(place, `found "${what}", expected before, behind, between or part`);
  }
  loaded.set(lang, found);
  return found;
}

function put<E extends { words: string[] }>(map: Map<string, E[]>, entry: E): void {
  const first = entry.words[0]!;
  map.set(
    first,
    [...(map.get(first) ?? []), entry].sort((a, b) => b.words.length - a.words.length),
  );
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
