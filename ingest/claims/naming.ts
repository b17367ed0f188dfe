import type { Entity, NodeId } from "../../model/stages.ts";
import type { Gazetteer, NameMatch, NameReading } from "../gazetteer/gazetteer.ts";
import { isGivenName } from "../gazetteer/givenNames.ts";
import { reading as readingOf } from "../languages/reading.ts";
import type { Reading } from "./analyse.ts";
import type { Grammar } from "./grammar.ts";
import { named } from "./persons.ts";
import type { Mention } from "./scan.ts";
import type { Token } from "./tokens.ts";

/** The longest name that begins at a token: one of the gazetteer, else one that this article has given to a person. */
export function nameAt(
  tokens: readonly Token[],
  words: readonly string[],
  from: number,
  { gazetteer, grammar: { lang }, names }: Reading,
): NameMatch | undefined {
  const known = beginsName(tokens[from]!, gazetteer, lang) ? gazetteer.longest(words, from, lang) : undefined;
  return known ?? named(words, from, lang, names);
}

/** Whether a name of the gazetteer may begin with a word: with most words none does, which is kept with the spelling. */
function beginsName({ spelling }: Token, gazetteer: Gazetteer, lang: string): boolean {
  if (spelling.namesIn !== lang) {
    spelling.namesIn = lang;
    spelling.beginsName = gazetteer.begins(spelling.text, lang);
  }
  return spelling.beginsName;
}

/** The node that a name means here, if that can be told. */
export function meant(
  { readings, words, ending, fuzzy }: NameMatch,
  text: readonly string[],
  from: number,
  reading: Reading,
): Mention | undefined {
  const picked = pick(readings, reading);
  const entity = picked && (reading.gazetteer.entity(picked.entity) ?? reading.candidates.get(picked.entity));
  if (!picked || !entity) return undefined;
  const { type } = entity;
  if (picked.form === "surname") {
    const name = text.slice(from, from + words).join(" ");
    if (isNamesake(text[from - 1], entity, reading.grammar)) reading.namesakes.add(name);
    if (reading.namesakes.has(name)) return undefined;
  }
  return { from, to: from + words, entity: picked.entity, type, form: picked.form, ending, fuzzy };
}

/** "[Hunter] Biden": a given name of another letter than that of whom the lists know tells of somebody else. */
const isNamesake = (given: string | undefined, { name }: Entity, { lexicon, lang }: Grammar): boolean =>
  given !== undefined &&
  given[0] !== name.en[0] &&
  !name.en.includes(given) &&
  isGivenName(given) &&
  lexicon.of(given.toLowerCase()).length === 0 &&
  !readingOf(lang)
    ?.months.flat()
    .some((month) => month === given.toLowerCase());

/** One meaning of a name: the only one, else the one that the article has named before, else whoever holds office at its date. */
function pick(readings: NameReading[], { seen, gazetteer, article }: Reading): NameReading | undefined {
  if (readings.length < 2) return readings[0];
  const known = readings.filter((reading) => seen.has(reading.entity));
  if (known.length === 1) return known[0];
  const date = article.published?.slice(0, 10);
  const serving = readings.filter((reading) => serves(reading.entity, gazetteer, date));
  if (serving.length === 1) return serving[0];
  // A capital that is an organization's seat too stands for the organization, and stays a place.
  const seat = readings.find((reading) => gazetteer.entity(reading.entity)?.type === "Organization");
  return seat && readings.length === 2 && readings.some((reading) => reading.form === "capital")
    ? { ...seat, form: "capital" }
    : undefined;
}

function serves(person: NodeId, gazetteer: Gazetteer, date: string | undefined): boolean {
  return gazetteer
    .offices(person)
    .some((office) =>
      date === undefined ? office.to === undefined : (office.from ?? "") <= date && date <= (office.to ?? "9999"),
    );
}
