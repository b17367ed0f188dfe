import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import type { Lang } from "../../model/stages.ts";
import { DataError, lines } from "../languages/lines.ts";
import { type CueIndex, cueIndex } from "./cueIndex.ts";
import { type Frame, frames } from "./frames.ts";
import { Lexicon } from "./lexicon.ts";
import { fold, type Token } from "./tokens.ts";

/**
 * What the claim rules know of a language, all of it from its folder: word classes (words.tsv), case endings (cases.tsv),
 * verb forms (verbs.tsv), frames (frames.tsv) and the order of its phrases (grammar.json).
 */
export interface Grammar {
  lang: Lang;
  /** Where the case marker stands: after the noun (Hindi, Bengali) or before it (English). */
  order: "postpositional" | "prepositional";
  /** A subject without a case marker may follow its verb. */
  lateSubject: boolean;
  lexicon: Lexicon;
  /** Case of an ending that a name or noun carries; an unknown ending has none. */
  caseOf(ending: string): string;
  /** Case of a word that no list knows by an ending that few bare words have (`stray` lines of cases.tsv). */
  strayCase(word: string): string | undefined;
  /** The case ending that an unknown name carries, "" when it carries none. */
  nameEnding(word: string): string;
  /** The genitive ending of a name that a postposition follows, "" when it carries none. */
  genitiveEnding(word: string): string;
  /** Whether a word that no list knows is an adverb by its ending. */
  isAdverb(word: string): boolean;
  /** Whether a verb stands in a form (`future`, `infinitive`, `negated`, …). */
  hasForm(word: string, form: string): boolean;
  /** The same of a token: what is known of it stands with its spelling. */
  inForm(token: Token, form: string): boolean;
  frames: Frame[];
  cues: CueIndex;
}

const Settings = z.object({
  order: z.enum(["postpositional", "prepositional"]),
  lateSubject: z.boolean(),
  /** The class whose forms may stand inside of a verb's idiom. */
  between: z.string().optional(),
  /** Ending by which a word of no list is an adverb, and the words that it does not make one. */
  adverbs: z.object({ ending: z.string(), except: z.array(z.string()) }).optional(),
});

const home = join(dirname(fileURLToPath(import.meta.url)), "..", "languages");
const loaded = new Map<Lang, Grammar>();

/** The languages that have claim rules. */
export function grammarLanguages(): Lang[] {
  return readdirSync(home).filter((name) => existsSync(join(home, name, "frames.tsv")));
}

/** The grammar of a language, read once. Throws a DataError with file and line where its data is wrong. */
export function grammar(lang: Lang): Grammar {
  const known = loaded.get(lang);
  if (known) return known;
  const folder = join(home, lang);
  const { adverbs, ...settings } = Settings.parse(JSON.parse(readFileSync(join(folder, "grammar.json"), "utf8")));
  const cases = endings(join(folder, "cases.tsv"));
  const strays = [...cases].flatMap(([ending, name]): [string, string][] =>
    name.startsWith("stray.") ? [[ending.slice(1), name.slice(6)]] : [],
  );
  for (const key of [...cases.keys()]) if (key.startsWith("~")) cases.delete(key);
  const genitives = [...cases].filter(([, name]) => name === "gen").map(([ending]) => ending);
  genitives.sort((a, b) => b.length - a.length);
  const formsOf = verbForms(join(folder, "verbs.tsv"));
  const lexicon = new Lexicon(
    folder,
    [...cases.keys()].sort((a, b) => b.length - a.length),
    settings.between,
  );
  const list = frames(join(folder, "frames.tsv"), lexicon);
  const made: Grammar = {
    lang,
    ...settings,
    lexicon,
    caseOf: (ending) => cases.get(ending) ?? "nom",
    strayCase: (word) => strays.find(([ending]) => word.length > ending.length + 2 && word.endsWith(ending))?.[1],
    nameEnding: (word) =>
      strays.find(([ending]) => word.length > ending.length + 2 && word.endsWith(ending))?.[0] ?? "",
    genitiveEnding: (word) =>
      genitives.find((ending) => word.length > ending.length + 2 && word.endsWith(ending)) ?? "",
    isAdverb: (word) =>
      adverbs !== undefined &&
      word.endsWith(adverbs.ending) &&
      word.length > adverbs.ending.length + 2 &&
      !adverbs.except.includes(word),
    hasForm: (word, form) => {
      const forms = formsOf(word);
      return forms !== noForms && forms.has(form);
    },
    inForm: (token, form) => {
      const known = lexicon.knownOf(token);
      known.forms ??= formsOf(token.lower);
      return known.forms !== noForms && known.forms.has(form);
    },
    frames: list,
    cues: cueIndex(list),
  };
  loaded.set(lang, made);
  return made;
}

function endings(file: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const { cells, place } of lines(file)) {
    const [name, forms] = cells;
    if (!name || !forms) throw new DataError(place, "expected a case and its endings with commas between");
    for (const form of forms.split(",").map((each) => each.trim())) {
      if (!form.startsWith("-")) throw new DataError(place, `expected an ending that begins with "-", found "${form}"`);
      // The same ending may also be given as one that unknown words are read by.
      found.set(name.startsWith("stray.") ? `~${form.slice(1)}` : form.slice(1), name);
    }
  }
  return found;
}

/** Of most words, which are no verbs. */
const noForms: ReadonlySet<string> = new Set();

/** In which forms a word stands; of every word this is found out once. */
function verbForms(file: string): (word: string) => ReadonlySet<string> {
  const forms: { name: string; words: Set<string>; tails: string[] }[] = [];
  for (const { cells, place } of lines(file)) {
    const [name, list] = cells;
    if (!name || !list)
      throw new DataError(place, "expected a verb form and its words or *endings with commas between");
    const items = list.split(",").map((each) => fold(each.trim()));
    const words = new Set(items.filter((each) => !each.startsWith("*")));
    const tails = items.filter((each) => each.startsWith("*")).map((each) => each.slice(1));
    forms.push({ name, words, tails });
  }
  const seen = new Map<string, ReadonlySet<string>>();
  return (word) => {
    const known = seen.get(word);
    if (known) return known;
    const fits = forms.filter(
      ({ words, tails }) =>
        words.has(word) || tails.some((tail) => word.length > tail.length + 1 && word.endsWith(tail)),
    );
    const found = fits.length > 0 ? new Set(fits.map(({ name }) => name)) : noForms;
    if (seen.size > 20_000) seen.clear();
    seen.set(word, found);
    return found;
  };
}
