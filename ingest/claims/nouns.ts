import type { Noun } from "./phrase.ts";
import { is, type Scan } from "./scan.ts";
import { begins, Digit } from "./signs.ts";

export const isTitle = (noun: Noun): boolean => noun.classes.some((cls) => cls.startsWith("title"));

export const isOrgan = (noun: Noun): boolean => noun.classes.includes("organ");

const nouns: ReadonlySet<string> = new Set([
  "request",
  "proposal",
  "goods",
  "attack",
  "treaty",
  "support",
  "condemn",
  "ally",
  "member",
  "help",
  "recognisable",
  "visit",
  "meeting",
  "call",
  "sanction",
  "troops",
  "organ",
  "g.announce",
  "g.accuse",
  "g.ask",
  "allegation",
  "setting",
  "state",
  "alliance",
  "supply.n",
  "event",
  "statement",
]);

/** Whether a word of these classes can be a noun. */
export const hasNoun = (classes: readonly string[]): boolean => classes.some(isNoun);

const isNoun = (cls: string): boolean => nouns.has(cls) || cls.startsWith("title") || cls.startsWith("member");

const stopping: ReadonlySet<string> = new Set([
  "and",
  "negation",
  "aux",
  "light",
  "speech",
  "copula",
  "that",
  "adversative",
  "finite",
  "subordinate",
  "accept",
  "unwilling",
  "that.request",
]);

const kinds: ReadonlySet<string> = new Set(["group", "groupnoun", "states", "state", "organ"]);

/** Whether words of these classes say of what kind a name is: "the group", "the state". */
export const isKind = (classes: readonly string[]): boolean => classes.some((cls) => kinds.has(cls));

/** A verb or a joint of the sentence ends a noun phrase; a word that may be a noun as well does not. */
export const stops = (classes: readonly string[]): boolean =>
  classes.some((cls) => stopping.has(cls) || cls.startsWith("v.") || cls.startsWith("pronoun")) &&
  !classes.some(isNoun);

const fillers: ReadonlySet<string> = new Set([
  "time",
  "filler",
  "former",
  "determiner",
  "definite",
  "particle",
  "adverb",
  "count",
  "approximate",
]);

export const isFiller = (classes: readonly string[]): boolean => classes.every((cls) => fillers.has(cls));

/** "Chad's [own] offer", "Chad's [which] offer": pronouns that stand between an owner and the noun. */
export const passedOver: ReadonlySet<string> = new Set([
  "pronoun.own.gen",
  "pronoun.personal.nom",
  "pronoun.relative.nom",
  "pronoun.relative.other",
]);

/** A word with a case of its own, or one that points, stands between. */
export function isParted(scan: Scan, from: number, to: number): boolean {
  for (let k = from; k < to; k++)
    if (is(scan, k, "determiner") || (scan.marks[k] && scan.marks[k]!.ending !== "")) return true;
  return false;
}

/** "[this] request", "[20] lorries": a word that points or counts opens a noun phrase. */
export const setsOut = (scan: Scan, k: number): boolean =>
  is(scan, k, "determiner") || is(scan, k, "count") || begins(scan.tokens[k]?.text, Digit);

/** "after [Chad]'s request turning down": a bare noun that is turned down or accepted, which ends the noun phrase. */
export const isDecidedOn = (noun: Noun, verb: readonly string[]): boolean =>
  noun.case === "" &&
  ["request", "proposal", "sovereign"].some((cls) => noun.classes.includes(cls)) &&
  ["v.return", "v.reject", "v.aside", "v.heeded", "v.admit", "accept", "kept", "v.unkept"].some((cls) =>
    verb.includes(cls),
  );
