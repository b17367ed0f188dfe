import type { Lang, NodeId } from "../../model/stages.ts";
import type { Gazetteer, Office } from "./gazetteer.ts";
import { beginAlike, consonants, distance, type Sounds, soundsOf } from "./sounds.ts";

/** Most that a surname, any other word and a whole name may differ, per consonant; measured in test/unit/namesHolders.test.ts. */
const most = { surname: 0.28, word: 0.4, whole: 0.26, alone: 0.17, sounds: 1.3 };
/** A name that fits another holder nearly as well tells nothing. */
const apart = 0.06;
/** Years after an article in which an office may begin, and before it in which it may have ended. */
const years = { ahead: 1, past: 15 };

/** Beside a title and the state it belongs to, who may be meant. */
export interface Beside {
  country: NodeId;
  /** The day of the article. */
  date?: string;
  /** "former": an office that ended long ago counts too. */
  former?: boolean;
}

/**
 * The person who holds or held office in that state and whose name sounds like the written one, in whatever scripts the
 * two are. Only the few holders of this state are compared, never all names. A surname alone must be of somebody serving.
 */
export function holder(words: readonly string[], lang: Lang, beside: Beside, gazetteer: Gazetteer): NodeId | undefined {
  const cache = found.get(gazetteer) ?? new Map<string, NodeId | undefined>();
  found.set(gazetteer, cache);
  const key = `${lang} ${words.join(" ")} ${beside.country} ${beside.date ?? ""} ${beside.former ?? ""}`;
  if (!cache.has(key)) {
    if (cache.size >= remembered) cache.clear();
    cache.set(key, nearest(words, lang, beside, gazetteer));
  }
  return cache.get(key);
}

/** Names kept with whom they mean; emptied when full. */
const remembered = 20_000;
const found = new WeakMap<Gazetteer, Map<string, NodeId | undefined>>();

function nearest(words: readonly string[], lang: Lang, beside: Beside, gazetteer: Gazetteer): NodeId | undefined {
  const written = words.flatMap(parts).map((word) => soundsOf(word, lang));
  if (written.length === 0 || written.every((word) => consonants(word) === 0)) return undefined;
  const scored = gazetteer.persons(beside.country).flatMap((person) => {
    const terms = gazetteer.offices(person).filter((term) => term.country === beside.country && fits(term, beside));
    if (terms.length === 0 && gazetteer.offices(person).length > 0) return [];
    const serving = terms.some((term) => serves(term, beside.date));
    if (written.length === 1 && !serving) return [];
    const score = Math.min(...latinNames(person, gazetteer).map((name) => compare(written, name)));
    return score < Infinity ? [{ person, score: score - (serving ? apart / 2 : 0) }] : [];
  });
  scored.sort((a, b) => a.score - b.score);
  const [best, second] = scored;
  return best && (!second || second.score - best.score >= apart) ? best.person : undefined;
}

/** How far the written name is from a known one: every written word has its place there, in order; the last is the surname. */
function compare(written: Sounds[], known: Sounds[]): number {
  const last = written.at(-1)!;
  if (written.length === 1) return consonants(last) < 2 ? Infinity : within(most.alone, last, known.at(-1)!, "usual");
  const joined = within(most.whole / 2, written.flat(), known.flat(), "usual");
  if (known.length < written.length) return joined;
  const surnames = known.map((word) => within(most.surname, last, word, "usual"));
  if (surnames.every((cost) => cost === Infinity)) return joined;
  // The cheapest places for the words, the first of them before the second and so on.
  let row: number[] = new Array(known.length + 1).fill(0);
  for (const [at, word] of written.entries()) {
    const next = [Infinity];
    for (let k = 0; k < known.length; k++) {
      const cost = at === written.length - 1 ? surnames[k]! : within(most.word, word, known[k]!, "near");
      next.push(Math.min(next[k]!, row[k]! + cost));
    }
    row = next;
  }
  const mean = row.at(-1)! / written.length;
  return Math.min(mean <= most.whole ? mean : Infinity, joined);
}

/** The distance per consonant, or Infinity where it is above the bound, where the names begin otherwise or differ in two sounds. */
function within(bound: number, a: Sounds, b: Sounds, begin: "usual" | "near"): number {
  if (!beginAlike(a, b, begin === "near")) return Infinity;
  const whole = distance(a, b);
  const each = whole / Math.max(2, consonants(a), consonants(b));
  return each <= bound && whole <= most.sounds ? each : Infinity;
}

function fits(term: Office, { date, former }: Beside): boolean {
  if (date === undefined) return true;
  if (term.from && term.from > shifted(date, years.ahead)) return false;
  return former === true || term.to === undefined || term.to >= shifted(date, -years.past);
}

function serves(term: Office, date: string | undefined): boolean {
  if (date === undefined) return term.to === undefined;
  return (term.from ?? "") <= date && (term.to ?? "9999") >= shifted(date, -years.ahead);
}

function shifted(date: string, by: number): string {
  return `${String(Number(date.slice(0, 4)) + by).padStart(4, "0")}${date.slice(4)}`;
}

const parts = (word: string): string[] => word.split(/[\s.‐–-]+/).filter((part) => part !== "");

const known = new WeakMap<Gazetteer, Map<NodeId, Sounds[][]>>();

/** The names of a person in Latin letters, by words and sounds. */
function latinNames(person: NodeId, gazetteer: Gazetteer): Sounds[][] {
  const names = known.get(gazetteer) ?? new Map<NodeId, Sounds[][]>();
  known.set(gazetteer, names);
  let sounds = names.get(person);
  if (!sounds) {
    const entity = gazetteer.entity(person);
    const texts = entity ? new Set([entity.name.en, ...entity.aliases]) : [];
    sounds = [...texts]
      .filter((text) => /^\p{Script=Latin}/u.test(text))
      .map((text) => parts(text).map((part) => soundsOf(part, "en")));
    names.set(person, sounds);
  }
  return sounds;
}
