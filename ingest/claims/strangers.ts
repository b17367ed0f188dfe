import { capitalised } from "./ahead.ts";
import type { Building } from "./building.ts";
import { type UnknownPerson, unknownPerson } from "./person.ts";
import type { Phrase } from "./phrase.ts";
import { caseMarker, is, type Mention, type Scan } from "./scan.ts";

/** Whoever the article has named with this title, and nobody else; undefined where two bear it, or none. */
export type Titled = (from: number, to: number) => Mention | undefined;

/**
 * A person whom no list knows, behind a title that no country owns: "minister X [with]". A paper does not name its own
 * country before its ministers. The words count as a name only where they stand as a person does.
 */
export function stranger(index: number, phrases: Phrase[], building: Building, titled: Titled): Mention | undefined {
  const { scan } = building;
  const mark = scan.marks[index];
  if (!mark || scan.mentions[mark.to] || !isOffice(mark.classes) || isCovered(index, phrases)) return undefined;
  const named = mark.ending === "" ? unknownPerson(mark.to, ofTitle, building) : undefined;
  if (!named) return titled(mark.from, mark.to);
  const marker = caseMarker(scan, named.to);
  const speaks = is(scan, named.to, "speech") || is(scan, named.to, "and");
  return (marker && personal.has(marker.case)) || speaks ? named : undefined;
}

/**
 * In a language with capitals a title before two or three capital words names a person; behind an article and alone it
 * means whoever was named with it.
 */
export function capitalStranger(
  index: number,
  phrases: Phrase[],
  scan: Scan,
  unknown: UnknownPerson,
  titled: Titled,
): Mention | undefined {
  const mark = scan.marks[index];
  if (!mark || scan.mentions[mark.to] || !isOffice(mark.classes) || isCovered(index, phrases)) return undefined;
  const to = capitalised(scan, mark.to);
  const known = to > mark.to ? unknown.known(mark.to, to, ofTitle) : undefined;
  if (known) return known;
  if (to - mark.to >= 2) return unknown.candidate(mark.to, to, ofTitle);
  return to === mark.to && is(scan, index - 1, "determiner") && !is(scan, mark.to, "case.of")
    ? titled(mark.from, mark.to)
    : undefined;
}

/** "recognised Ana Lopez as president": a name behind the verb, or before its passive, that an office follows. */
export function recognisedStranger(
  index: number,
  phrases: Phrase[],
  scan: Scan,
  unknown: UnknownPerson,
): Mention | undefined {
  const active = scan.marks[index]?.classes.includes("v.recognise");
  const from = active ? scan.marks[index]!.to : index;
  if (!active && (scan.covered[index] || scan.marks[index] || isCovered(index, phrases))) return undefined;
  const to = capitalised(scan, from);
  if (to - from < 2) return undefined;
  if (active) return is(scan, to, "as") ? unknown.candidate(from, to, ofTitle) : undefined;
  if (whomRecognised(scan, to)) return unknown.candidate(from, to, ofTitle);
  let k = to;
  while (["aux", "be", "adverb", "negation", "future"].some((cls) => is(scan, k, cls))) k = scan.marks[k]?.to ?? k + 1;
  return k > to && is(scan, k, "v.recognise") && is(scan, scan.marks[k]!.to, "as")
    ? unknown.candidate(from, to, ofTitle)
    : undefined;
}

/** "[Ana Lopez], whom Peru and Chad recognise as president": a clause in which others give the name an office. */
function whomRecognised(scan: Scan, to: number): boolean {
  if (scan.tokens[to]?.text !== "," || !is(scan, to + 1, "pronoun.relative.nom")) return false;
  for (let k = to + 2; k < to + 16 && scan.tokens[k]; k++)
    if (is(scan, k, "v.recognise")) return is(scan, scan.marks[k]?.to ?? k + 1, "as");
  return false;
}

const ofTitle = { former: false, private: false };

/** Cases in which persons stand, and things seldom. */
const personal: ReadonlySet<string> = new Set(["erg", "with"]);

const isOffice = (classes: readonly string[]): boolean =>
  classes.includes("title.office") || classes.includes("title.lead");

const isCovered = (index: number, phrases: Phrase[]): boolean =>
  phrases.some((phrase) => phrase.from <= index && index < phrase.to);
