import { join } from "node:path";
import type { Lang, NodeId } from "../../model/stages.ts";
import { DataError, lines } from "../languages/lines.ts";
import { endingsOf, withoutEnding } from "./endings.ts";
import { indicKey } from "./key.ts";
import { isIndic } from "./vocabulary.ts";

/** A city that is no capital, found in a text: it never acts, but tells where something happens. */
export interface City {
  /** The states that have a city of this name. */
  states: NodeId[];
  /** In English. */
  name: string;
  words: number;
  ending: string;
}

/** The longest name of a city that begins at a word; words are NFC tokens without punctuation. */
export function cityAt(words: readonly string[], from: number, lang: Lang): City | undefined {
  known ??= read(join(import.meta.dirname, "data", "cities.tsv"));
  const first = words[from]!;
  let best: City | undefined;
  const options = [first, ...endingsOf(first, lang).flatMap((ending) => withoutEnding(first, ending) ?? [])];
  for (const { parts, states, name } of options.flatMap((word) => known!.get(key(word)) ?? [])) {
    if (parts.length <= (best?.words ?? 0)) continue;
    const last = parts.length - 1;
    if (parts.some((part, at) => at < last && key(words[from + at] ?? "") !== part)) continue;
    const ending = endingBehind(words[from + last], parts[last]!, lang);
    if (ending !== undefined) best = { states, name, words: parts.length, ending };
  }
  return best;
}

function endingBehind(word: string | undefined, bare: string, lang: Lang): string | undefined {
  if (!word) return undefined;
  if (key(word) === bare) return "";
  return endingsOf(word, lang).find((ending) => {
    const stem = withoutEnding(word, ending);
    return stem !== undefined && key(stem) === bare;
  })?.text;
}

/** Spellings that differ in the length of a vowel, a nasal sign or a dot below are one. */
const key = (word: string): string => (isIndic(word) ? indicKey(word).light : word);

interface Known {
  parts: string[];
  states: NodeId[];
  name: string;
}
let known: Map<string, Known[]> | undefined;

function read(file: string): Map<string, Known[]> {
  const byName = new Map<string, Known>();
  for (const { cells, place } of lines(file)) {
    const [state, english, name] = cells;
    if (!state || !english || !name) throw new DataError(place, "a city needs its state, its English name and a name");
    const found = byName.get(name) ?? { parts: name.split(/\s+/).map(key), states: [], name: english };
    if (!found.states.includes(state)) found.states.push(state);
    byName.set(name, found);
  }
  const byFirst = new Map<string, Known[]>();
  for (const each of byName.values()) byFirst.set(each.parts[0]!, [...(byFirst.get(each.parts[0]!) ?? []), each]);
  return byFirst;
}
