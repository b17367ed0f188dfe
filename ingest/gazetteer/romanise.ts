import { join } from "node:path";
import type { Lang, NodeId } from "../../model/stages.ts";
import { DataError, lines } from "../languages/lines.ts";
import type { Gazetteer } from "./gazetteer.ts";
import { latin } from "./latin.ts";
import { beginAlike, consonants, distance, type Sounds, soundsOf } from "./sounds.ts";

/** Most that a part of a name may differ from the part it is read as, per consonant. */
const most = 0.1;
/** What it counts for a part that people of the same country bear, and for each doubling of how common it is. */
const bonus = { country: 0.07, common: 0.02 };
/** What it counts against a part that its letters are others than those of the word spelled letter by letter. */
const otherLetters = 0.3;
/** How much a part of an office-holder's name weighs beside one of the lists of names, where it counts the lists. */
const leaderWeight = 2;

/** A given name, a surname or a piece of one, as English newspapers spell it. */
interface Part {
  text: string;
  sounds: Sounds;
  /** As they are compared. */
  letters: string;
  weight: number;
  countries: Set<NodeId>;
}

/**
 * A person's name in Latin letters as English newspapers would have it: each word as the lists know it, else as the most
 * common part of names that sounds like it, else letter by letter. A guess: the name as written stays beside it.
 */
export function romanised(name: string, lang: Lang, gazetteer: Gazetteer, country?: NodeId): string {
  const words = name.normalize("NFC").split(" ");
  if (words.every((word) => latin(word, lang) === word)) return name;
  return words
    .map((word) =>
      word
        .split(/([‐–-])/)
        .map((piece) => known(piece, lang, gazetteer, country) ?? latin(piece, lang))
        .join(""),
    )
    .join(" ");
}

/** Whether a word of another script is a part of names that the lists know, in the usual spelling or by its sound. */
export function isNamePart(word: string, lang: Lang, gazetteer: Gazetteer, country?: NodeId): boolean {
  return known(word, lang, gazetteer, country) !== undefined;
}

/** Words kept with their spelling; emptied when full. */
const remembered = 20_000;
const spelled = new WeakMap<Gazetteer, Map<string, string>>();

/** The part of names that a word is, as the lists have it or by its sound. */
function known(word: string, lang: Lang, gazetteer: Gazetteer, country: NodeId | undefined): string | undefined {
  const listed = list(gazetteer).get(word);
  if (listed) return listed;
  const cache = spelled.get(gazetteer) ?? new Map<string, string>();
  spelled.set(gazetteer, cache);
  const key = `${lang} ${word} ${country ?? ""}`;
  let text = cache.get(key);
  if (text === undefined) {
    if (cache.size >= remembered) cache.clear();
    text = likeliest(word, lang, gazetteer, country);
    cache.set(key, text);
  }
  return text === "" ? undefined : text;
}

function likeliest(word: string, lang: Lang, gazetteer: Gazetteer, country: NodeId | undefined): string {
  const sounds = soundsOf(word, lang);
  const size = consonants(sounds);
  const usual = sounds[0]?.usual ?? "";
  const letters = plainLetters(latin(word, lang));
  let best = most;
  let text = "";
  for (const each of [...usual].flatMap((sound) => parts(gazetteer).get(sound) ?? [])) {
    const length = consonants(each.sounds);
    if (Math.abs(length - size) > 1 || !beginAlike(sounds, each.sounds, false)) continue;
    const apart = distance(sounds, each.sounds, "strict") / Math.max(2, size, length);
    if (apart > most) continue;
    const own = country !== undefined && each.countries.has(country) ? bonus.country : 0;
    const gain = own + bonus.common * Math.log2(each.weight);
    if (apart - gain >= best) continue;
    const score = apart - gain + otherLetters * letterDistance(letters, each.letters);
    if (score < best) {
      best = score;
      text = each.text;
    }
  }
  return text;
}

/** Letters as they are compared: those that stand for one sound are one. */
function plainLetters(text: string): string {
  const letters = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return letters
    .replace(/ch|[cq]/g, "k")
    .replaceAll("ph", "f")
    .replaceAll("w", "v")
    .replaceAll("y", "i");
}

/** How many letters must be changed to make one word of the other (Levenshtein), by the length of the longer: 0…1. */
function letterDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row.at(-1)! / Math.max(1, a.length, b.length);
}

const found = new WeakMap<Gazetteer, Map<string, Part[]>>();

/** Parts of names by each of their usual first sounds. */
function parts(gazetteer: Gazetteer): Map<string, Part[]> {
  const known = found.get(gazetteer);
  if (known) return known;
  const all = new Map<string, Part>();
  const add = (text: string, weight: number, countries: NodeId[]): void => {
    const part = all.get(text) ?? {
      text,
      sounds: soundsOf(text, "en"),
      letters: plainLetters(text),
      weight: 0,
      countries: new Set(),
    };
    part.weight += weight;
    for (const country of countries) part.countries.add(country);
    all.set(text, part);
  };
  for (const { id, type, name } of gazetteer.entities()) {
    if (type !== "Leader") continue;
    const countries = gazetteer.offices(id).map((term) => term.country);
    for (const word of name.en.split(/[ -]/)) if (/^\p{Lu}\p{Ll}+$/u.test(word)) add(word, leaderWeight, countries);
  }
  for (const { cells, place } of lines(join(import.meta.dirname, "data", "parts.tsv"))) {
    const [text, weight] = cells;
    if (!text || !weight) throw new DataError(place, "expected a part of a name and its weight");
    add(text, Number(weight), []);
  }
  const bySound = new Map<string, Part[]>();
  for (const part of all.values())
    for (const sound of part.sounds[0]?.usual ?? "") bySound.set(sound, [...(bySound.get(sound) ?? []), part]);
  found.set(gazetteer, bySound);
  return bySound;
}

const lists = new WeakMap<Gazetteer, Map<string, string>>();
/** A word of a known leader's name stands for the word at its place in the English name, unless it sounds quite otherwise. */
const farthest = 0.5;

/** Parts of names by how they are written: those of curated/parts.tsv, then those of known leaders. */
function list(gazetteer: Gazetteer): Map<string, string> {
  const known = lists.get(gazetteer);
  if (known) return known;
  const read = new Map<string, string>();
  for (const { cells, place } of lines(join(import.meta.dirname, "curated", "parts.tsv"))) {
    const [english, ...written] = cells;
    if (!english) throw new DataError(place, "expected a part of a name in English and how other scripts write it");
    for (const spelling of written.flatMap((cell) => cell.split("|"))) read.set(spelling.trim(), english);
  }
  for (const { type, name, aliases } of gazetteer.entities()) {
    if (type !== "Leader") continue;
    const english = name.en.split(/[ -]/);
    for (const lang of Object.keys(name))
      for (const text of aliases) {
        const words = text.split(/[ -]/);
        if (words.length !== english.length || latin(text, lang) === text) continue;
        for (const [at, word] of words.entries())
          if (!read.has(word) && near(word, lang, english[at]!)) read.set(word, english[at]!);
      }
  }
  lists.set(gazetteer, read);
  return read;
}

function near(word: string, lang: Lang, english: string): boolean {
  const [a, b] = [soundsOf(word, lang), soundsOf(english, "en")];
  return distance(a, b) / Math.max(2, consonants(a), consonants(b)) <= farthest;
}
