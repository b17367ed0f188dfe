import { isNounish, markEndingAt, stops } from "./ahead.ts";
import type { Phrase } from "./phrase.ts";
import { is, type Scan } from "./scan.ts";

/** "Chad's [appeals to] Mali": where a word that is a verb too takes its preposition along, an owner before it makes it the noun. */
export function askedOf(phrase: Phrase, scan: Scan): void {
  const ask = phrase.case === "nom" && !phrase.adjectival ? markEndingAt(scan, phrase.from) : undefined;
  if (!ask || ask.to - ask.from < 2 || !ask.classes.includes("request") || !isOwned(scan, ask.from)) return;
  const last = scan.tokens[ask.to - 1]!.lower;
  phrase.case = "to";
  phrase.owned = [{ classes: ask.classes, from: ask.from, to: ask.to, case: last }];
}

/** "an appeal by Poland", "the delivery of jets to Egypt": a preposition right behind a known noun makes the actor its owner too. */
export function attach(phrase: Phrase, from: number, scan: Scan): void {
  if (phrase.case === "nom" || phrase.case === "gen") return;
  const noun = markEndingAt(scan, from);
  // "Turkey's appeal to Greece": behind an owner or an article such a word is the noun.
  const asks = noun?.classes.includes("request") && phrase.case === "by";
  const owned = noun && (asks || (isNounish(noun.classes) && isOwned(scan, noun.from)));
  if (noun && (owned || !stops(noun.classes)))
    phrase.owned = [{ classes: noun.classes, from: noun.from, to: noun.to, case: phrase.case }];
}

function isOwned(scan: Scan, k: number): boolean {
  let from = k - 1;
  while (from > 0 && k - from < 4 && is(scan, from, "filler")) from--;
  return (
    is(scan, from, "determiner") ||
    is(scan, from, "pronoun.own.gen") ||
    scan.covered[from]?.ending.endsWith("s") === true ||
    // "an EU demand": a name between an article and the noun modifies it.
    is(scan, (scan.covered[from]?.from ?? 0) - 1, "determiner")
  );
}
