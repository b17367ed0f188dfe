import type { NodeId } from "../../model/stages.ts";
import type { Building } from "./building.ts";
import { owner } from "./owner.ts";
import { namedActor, type Phrase } from "./phrase.ts";
import { caseMarker, is, type Mention, type Scan } from "./scan.ts";

/** What stands before a name that no list knows. */
export interface Before {
  /** Undefined where only a title stands before the name. */
  country?: NodeId;
  /** "former" stands before the title. */
  former: boolean;
  /** The title is of no public office: such a person is no node unless the lists know them. */
  private: boolean;
}

/** Finds the node for a name that follows a country and a title and that no list knows. */
export interface UnknownPerson {
  /** A holder of an office of that country whose name begins at `from` and ends at `to` or before. */
  known(from: number, to: number, before: Before): Mention | undefined;
  /** Whether a weekday stands there. */
  isDay(at: number): boolean;
  /** Whether lists of names know a part of these words, and no word is one of everyday. */
  isName(from: number, to: number, before: Before): boolean;
  /** A new node for the words, the ending taken off the last one. */
  candidate(from: number, to: number, before: Before, ending?: string): Mention | undefined;
}

/** A named person with title and country: the person acts, the country is known. */
export function person(
  phrase: Phrase,
  country: Mention,
  named: Mention,
  title: { from: number; to: number; lead: boolean; former: boolean; classes: readonly string[] },
  building: Building,
): Phrase {
  const { scan, grammar, offices, taken } = building;
  taken.add(named);
  const counterpart = title.classes.includes("title.counterpart") ? offices.at(-1) : undefined;
  const leader = title.classes.includes("title.leader");
  const heads =
    country.type === "Organization" &&
    title.classes.includes("title.chief") &&
    onlyFillers(scan, phrase.ownsFrom ?? country.to, title.from);
  // "the head of its chamber of trade" does not lead the country.
  const ofPart = phrase.owned.some((noun) => noun.to <= title.from && !noun.classes.includes("organ"));
  if (ofPart) phrase.owned = [];
  else if (
    counterpart ||
    leader ||
    heads ||
    !title.classes.some((cls) => cls === "title.plain" || cls === "title.counterpart")
  )
    offices.push({
      person: named.entity,
      country: country.entity,
      lead: counterpart?.lead ?? (title.lead || heads),
      plain: leader,
      personSpan: [named.from, named.to],
      titleSpan: [title.from, title.to],
      countrySpan: [country.from, country.to],
      former: title.former,
    });
  const whole: Phrase = {
    ...phrase,
    actor: { ...namedActor(named), country: country.entity, via: "person", state: false },
    case: named.ending === "" ? "nom" : grammar.caseOf(named.ending),
    adjectival: false,
    owned: [],
  };
  let k = afterParenthesis(scan, named, taken);
  const marker = caseMarker(scan, k);
  if (marker && (marker.case !== "gen" || whole.case === "nom")) {
    whole.case = marker.case;
    k = marker.to;
  }
  whole.to = k;
  return whole.case === "gen" ? owner(whole, named, k, building) : whole;
}

/** "Hamas's new head", and not "the Union's foreign policy head". */
function onlyFillers(scan: Scan, from: number, to: number): boolean {
  for (let k = from; k < to; k++)
    if (!["filler", "former", "adverb", "case.gen", "determiner", "time"].some((cls) => is(scan, k, cls))) return false;
  return true;
}

/** A surname at the head of a longer name that no list knows is another person's first name. */
export function longerName(named: Mention, before: Before, building: Building): Mention {
  const { scan, unknown, taken } = building;
  const next = scan.tokens[named.to];
  const first = scan.tokens[named.from]!;
  if (named.form !== "surname" || named.ending !== "" || !next?.word || scan.marks[named.to] || scan.mentions[named.to])
    return named;
  if (next.start !== first.end + 1 && named.to - named.from === 1) return named;
  let to = named.to + 1;
  while (
    to < scan.tokens.length &&
    to < named.from + 4 &&
    scan.tokens[to]!.word &&
    !scan.marks[to] &&
    !scan.mentions[to]
  )
    to++;
  const made = unknown.known(named.from, to, before) ?? unknown.candidate(named.from, to, before);
  if (!made) return named;
  taken.add(named);
  return made;
}

export function unknownPerson(
  first: number,
  before: Before,
  { scan, unknown, grammar }: Building,
): Mention | undefined {
  // "army chief [General] X": a rank is no part of the name.
  const from = is(scan, first, "rank") ? scan.marks[first]!.to : first;
  let to = from;
  while (to < scan.tokens.length && to < from + 4) {
    if (scan.mentions[to] || scan.marks[to] || !scan.tokens[to]!.word || unknown.isDay(to)) break;
    to++;
  }
  const known = to > from ? unknown.known(from, to, before) : undefined;
  if (known) return known;
  const last = scan.tokens[to - 1];
  if (!last || to < from + 2 || to > from + 4) return undefined;
  const marker = caseMarker(scan, to);
  // Before a postposition a name stands in the genitive; no person stands in the locative.
  const ending = grammar.lateSubject
    ? marker
      ? grammar.genitiveEnding(last.lower)
      : grammar.nameEnding(last.lower)
    : "";
  const stray = grammar.caseOf(ending) === "loc" ? "" : ending;
  const closed =
    stray !== "" ||
    (marker
      ? ["erg", "with", "abl", "gen", "dat", "between", "on"].includes(marker.case)
      : !scan.tokens[to]?.word ||
        is(scan, to, "and") ||
        is(scan, to, "time") ||
        (grammar.lateSubject && (scan.marks[to] !== undefined || unknown.isDay(to))) ||
        // "the foreign minister Amina Wekesa Uganda's …": another name ends this one where both words are names.
        (grammar.lateSubject && scan.mentions[to] !== undefined && unknown.isName(from, to, before)));
  if (!closed) return undefined;
  const named = unknown.candidate(from, to, before, stray);
  return named && stray !== "" ? { ...named, ending: stray } : named;
}

export function afterParenthesis(scan: Scan, mention: Mention, taken: Set<Mention>): number {
  if (scan.tokens[mention.to]?.text !== "(") return mention.to;
  for (let k = mention.to + 1; k < Math.min(scan.tokens.length, mention.to + 7); k++) {
    const inner = scan.mentions[k];
    if (inner && inner.entity !== mention.entity) return mention.to;
    if (inner) taken.add(inner);
    if (scan.tokens[k]!.text === ")") return k + 1;
  }
  return mention.to;
}

export function former(scan: Scan, from: number, to: number): boolean {
  for (let k = from; k < to; k++) if (is(scan, k, "former")) return true;
  return false;
}
