import type { Lang, NodeId } from "../../model/stages.ts";
import { candidate } from "../gazetteer/candidates.ts";
import { cityAt } from "../gazetteer/cities.ts";
import { endingsOf, withoutEnding } from "../gazetteer/endings.ts";
import type { NameMatch } from "../gazetteer/gazetteer.ts";
import { holder } from "../gazetteer/holders.ts";
import { isNamePart } from "../gazetteer/romanise.ts";
import { isIndic } from "../gazetteer/vocabulary.ts";
import { plain } from "../languages/phrases.ts";
import { reading } from "../languages/reading.ts";
import type { Reading } from "./analyse.ts";
import type { Grammar } from "./grammar.ts";
import type { Before, UnknownPerson } from "./person.ts";
import { is, type Mention, type Scan } from "./scan.ts";

/** What an article calls the persons whom the gazetteer does not know by these names. */
export interface PersonNames {
  byFirst: Map<string, { words: string[]; entity: NodeId }[]>;
  /** First letters of the first words: most words of a text begin with none of them. */
  letters: Set<number>;
}

export const noPersonNames = (): PersonNames => ({ byFirst: new Map(), letters: new Set() });

/** A shorter surname is too like an everyday word to stand alone for somebody. */
const shortest = { indic: 4, other: 4 };

/** The longest name that this article has given to a person and that begins at a word. */
export function named(words: readonly string[], from: number, lang: Lang, names: PersonNames): NameMatch | undefined {
  const first = words[from]!;
  if (!names.letters.has(first.charCodeAt(0))) return undefined;
  let options = names.byFirst.get(first);
  for (const { stem } of stems(first, lang)) {
    const more = names.byFirst.get(stem);
    if (more) options = options ? [...options, ...more] : more;
  }
  if (!options) return undefined;
  let best: NameMatch | undefined;
  for (const { words: name, entity } of options) {
    const ending = name.length > (best?.words ?? 0) ? endingAfter(words, from, name, lang) : undefined;
    if (ending === undefined) continue;
    const form = name.length > 1 ? "name" : "surname";
    best = { words: name.length, ending, readings: [{ entity, form }], fuzzy: false };
  }
  return best;
}

interface Stem {
  stem: string;
  ending: string;
}
const noStems: readonly Stem[] = [];

/** The ending of the name's last word where the name stands there, "" without one. */
function endingAfter(words: readonly string[], from: number, name: string[], lang: Lang): string | undefined {
  const last = name.length - 1;
  if (name.some((word, at) => at < last && words[from + at] !== word)) return undefined;
  const written = words[from + last];
  if (written === undefined) return undefined;
  if (written === name[last]) return "";
  return stems(written, lang).find(({ stem }) => stem === name[last])?.ending;
}

/** The word without each ending that it may have; the same empty list for every word that has none. */
function stems(word: string, lang: Lang): readonly Stem[] {
  let found = noStems;
  for (const ending of endingsOf(word, lang)) {
    const stem = ending.restore === "" ? withoutEnding(word, ending) : undefined;
    if (stem !== undefined) found = [...found, { stem, ending: ending.text }];
  }
  return found;
}

/** Remembers what the article calls a person: the whole name, and its last word where that is no word of the language. */
export function remember(words: readonly string[], entity: NodeId, grammar: Grammar, names: PersonNames): void {
  const surname = words.at(-1)!;
  const long = surname.length >= (isIndic(surname) ? shortest.indic : shortest.other);
  const alone = words.length > 1 && long && grammar.lexicon.of(surname.toLowerCase()).length === 0;
  for (const name of alone ? [words, [surname]] : [words]) {
    const list = names.byFirst.get(name[0]!) ?? [];
    const same = list.findIndex((each) => each.words.join(" ") === name.join(" "));
    // Of two persons with one surname the last one named is meant.
    if (same >= 0) list.splice(same, 1);
    names.byFirst.set(name[0]!, [...list, { words: [...name], entity }]);
    names.letters.add(name[0]!.charCodeAt(0));
  }
}

/** "the foreign minister [reached Karachi on Monday]": where names have no capitals a day or a city may stand in their place. */
function tellsWhenOrWhere(words: string[], lang: Lang): boolean {
  if (!words.some(isIndic)) return false;
  return words.some(
    (word, k) => isWeekday(word, lang) || timeWords(lang).has(word) || cityAt(words, k, lang) !== undefined,
  );
}

const letters = /^[\p{L}\p{M}-]+$/u;
const times = new Map<Lang, ReadonlySet<string>>();

/** Words that say when, and numbers: no name holds them. */
function timeWords(lang: Lang): ReadonlySet<string> {
  let known = times.get(lang);
  if (!known) {
    const { dates, numbers = [] } = reading(lang) ?? {};
    known = new Set([...Object.values(dates ?? {}), ...numbers].flat());
    times.set(lang, known);
  }
  return known;
}

const weekdays = new Map<Lang, ReadonlySet<string>>();

function isWeekday(word: string, lang: Lang): boolean {
  const { optional = "" } = reading(lang) ?? {};
  let days = weekdays.get(lang);
  if (!days) {
    days = new Set((reading(lang)?.weekdays ?? []).flat().map((day) => plain(day, optional)));
    weekdays.set(lang, days);
  }
  const known = days;
  return [word, ...stems(word, lang).map(({ stem }) => stem)].some((each) => known.has(plain(each, optional)));
}

/** Most states that a title without a country may be of: those named last. */
const reachable = 6;

/** Who a name behind a country and a title means: a known holder of an office there by its sound, else a candidate. */
export class UnknownPersons implements UnknownPerson {
  private readonly scan: Scan;
  private readonly reading: Reading;

  constructor(scan: Scan, reading: Reading) {
    this.scan = scan;
    this.reading = reading;
  }

  known(from: number, to: number, { country, former }: Before): Mention | undefined {
    const { article, gazetteer, grammar, names } = this.reading;
    const date = article.published?.slice(0, 10);
    const lands = country === undefined ? this.nearby() : [country];
    // The first of several words is no surname that stands alone; in Latin letters capitals tell the whole name.
    const least = isIndic(this.scan.tokens[from]!.text) ? Math.min(to, from + 2) : to;
    for (let end = to; end >= least; end--) {
      const words = texts(this.scan, from, end);
      for (const ending of ["", ...stems(words.at(-1)!, grammar.lang).map((stem) => stem.ending)]) {
        const name = bare(words, ending);
        const found = lands.flatMap(
          (land) => holder(name, grammar.lang, { country: land, former, ...(date ? { date } : {}) }, gazetteer) ?? [],
        );
        const [person] = found;
        if (!person || found.some((each) => each !== person)) continue;
        remember(name, person, grammar, names);
        return leader(person, from, end, ending, true);
      }
    }
    return undefined;
  }

  isDay(at: number): boolean {
    const token = this.scan.tokens[at];
    return token !== undefined && isWeekday(token.text, this.reading.grammar.lang);
  }

  isName(from: number, to: number, { country }: Before): boolean {
    const { gazetteer, grammar } = this.reading;
    const words = texts(this.scan, from, to);
    const { functionWords } = reading(grammar.lang) ?? {};
    return (
      words.every((word) => !timeWords(grammar.lang).has(word) && !functionWords?.has(word) && letters.test(word)) &&
      words.some((word) => isNamePart(word, grammar.lang, gazetteer, country))
    );
  }

  candidate(from: number, to: number, beside: Before, ending = ""): Mention | undefined {
    const { candidates, gazetteer, grammar, names } = this.reading;
    const written = texts(this.scan, from, to);
    // "President Ana Lopez's office": in Latin letters the possessive is no part of the name.
    const possessive = isIndic(written[0]!) ? "" : (/['’]s?$/u.exec(written.at(-1)!)?.[0] ?? "");
    const words = bare(written, possessive === "" ? ending : possessive);
    if (words.length < 2 || beside.private || words.some((_, k) => is(this.scan, from + k, "filler"))) return undefined;
    if (tellsWhenOrWhere(words, grammar.lang)) return undefined;
    const made = candidate(words, grammar.lang, gazetteer, beside.country);
    candidates.set(made.id, made);
    remember(words, made.id, grammar, names);
    return leader(made.id, from, to, possessive, false);
  }

  /** The states that the article has named, the last ones only. */
  private nearby(): NodeId[] {
    const { gazetteer, seen } = this.reading;
    const here = this.scan.mentions.flatMap((mention) => (mention ? [mention.entity] : []));
    const states = [...seen.keys(), ...here].filter((id) => gazetteer.entity(id)?.type === "Country");
    return [...new Set(states.reverse())].slice(0, reachable);
  }
}

const texts = ({ tokens }: Scan, from: number, to: number): string[] =>
  tokens.slice(from, to).map((token) => token.text);

const bare = (words: string[], ending: string): string[] =>
  ending === "" ? words : [...words.slice(0, -1), words.at(-1)!.slice(0, -ending.length)];

const leader = (entity: NodeId, from: number, to: number, ending: string, fuzzy: boolean): Mention => ({
  from,
  to,
  entity,
  type: "Leader",
  form: "name",
  ending,
  fuzzy,
});
