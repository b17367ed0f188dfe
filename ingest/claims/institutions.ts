import type { NodeId } from "../../model/stages.ts";
import { caseMarkerEnding } from "./ahead.ts";
import type { Grammar } from "./grammar.ts";
import type { Marked } from "./lexicon.ts";
import { makeActor, makePhrase, type Phrase } from "./phrase.ts";
import { caseMarker, is, type Scan } from "./scan.ts";

/** Whose ministry, embassy or government an article has spoken of, by the last word of what it called it. */
export type Institutions = Map<string, Set<NodeId>>;

/**
 * "The Qatari embassy … The embassy declined": an institution without its state is that of the one state of whose such
 * institution the article has spoken; where two have one, neither is meant for sure.
 */
export function institutions(phrases: Phrase[], scan: Scan, grammar: Grammar, known: Institutions): void {
  if (!scan.present.has("institution")) return;
  const found: Phrase[] = [];
  for (let k = 0; k < scan.tokens.length; k++) {
    const mark = scan.marks[k];
    if (!mark?.classes.includes("institution")) continue;
    const owner = phrases.find((phrase) => phrase.from <= k && k < phrase.to);
    const key = word(scan, mark);
    if (owner) {
      if (owner.actor.via === "organ" && !owner.title)
        known.set(key, (known.get(key) ?? new Set()).add(owner.actor.entity));
      continue;
    }
    const [told, other] = known.get(key) ?? [];
    const state = beside(phrases, k) ?? told;
    const phrase = told && !other && state ? standIn(state, mark, scan, grammar) : undefined;
    if (phrase) found.push(phrase);
  }
  if (found.length === 0) return;
  phrases.push(...found);
  phrases.sort((a, b) => a.actor.from - b.actor.from);
}

/** "The [Danish] parliament voted it down, and the government said": of whose organ the sentence tells, of their government it goes on. */
const beside = (phrases: Phrase[], k: number): NodeId | undefined =>
  phrases.findLast(
    ({ actor, to, case: name, title }) =>
      actor.via === "organ" && actor.state && !title && to <= k && (name === "nom" || name === "erg"),
  )?.actor.entity;

/** The last word, without its ending: "foreign ministry" and "ministry" are one. */
function word({ tokens }: Scan, { to, ending }: Marked): string {
  const { lower } = tokens[to - 1]!;
  return ending === "" ? lower : lower.slice(0, -ending.length);
}

function standIn(entity: NodeId, mark: Marked, scan: Scan, grammar: Grammar): Phrase | undefined {
  const { from, to, ending } = mark;
  const actor = makeActor({ entity, from, to, via: "organ", form: "name", fuzzy: false, state: true });
  const group = 3000 + from;
  if (grammar.order === "prepositional") {
    // "the embassy", "the interim government", and not "an embassy" nor "the embassy of".
    const first = is(scan, from - 1, "interim") ? from - 1 : from;
    if (!is(scan, first - 1, "determiner") || is(scan, first - 1, "indefinite")) return undefined;
    if (is(scan, to, "case.of") || is(scan, to, "case.in") || /['’]s?$/u.test(scan.tokens[to - 1]!.lower))
      return undefined;
    const before = caseMarkerEnding(scan, first - 1);
    return makePhrase({ case: before?.case ?? "nom", from: before?.from ?? first - 1, to, group }, actor);
  }
  // "Kumasi's government": whose it is stands before it, also where no list knows them.
  if (caseMarker(scan, from - 1)?.case === "gen") return undefined;
  const marker = caseMarker(scan, to);
  const name = ending === "" ? (marker?.case ?? "nom") : grammar.caseOf(ending);
  return name === "gen" ? undefined : makePhrase({ case: name, from, to: marker?.to ?? to, group }, actor);
}
