import { type Analysis, groupOf, subjectOf } from "./analysis.ts";
import type { Phrase } from "./phrase.ts";
import { is } from "./scan.ts";
import { type Cue, type Filler, sameAs } from "./scope.ts";

/** "is [Peru]'s partner, not an ally": a second predicate noun has the owner and the subject of the first. */
export function secondPredicate(analysis: Analysis, cue: Cue): { owner: Filler; subject: Filler } | undefined {
  const { scan, clauses, phrases, grammar } = analysis;
  if (grammar.order !== "postpositional" || grammar.lateSubject) return undefined;
  const denied = is(scan, cue[1], "negation") || (is(scan, cue[1], "particle") && is(scan, cue[1] + 1, "negation"));
  const before = phrases.filter((phrase) => phrase.to <= cue[0]);
  const owner = before.at(-1);
  if (!denied || !owner || owner.case !== "gen" || owner.adjectival || owner.owned.length === 0) return undefined;
  if (cue[0] - owner.to > 7 || owner.owned.at(-1)!.case !== "nom") return undefined;
  let joint = false;
  for (let k = owner.to; k < cue[0]; k++) {
    if (scan.tokens[k]!.text === "," || is(scan, k, "adversative") || is(scan, k, "adversative.comma")) joint = true;
    if (is(scan, k, "negation")) return undefined;
  }
  const subject = subjectOf(analysis, clauses.of[owner.actor.from]!).filter((phrase) => !sameAs(phrase, [owner]));
  const named: Phrase[] = subject.filter((phrase) => phrase.case === "nom");
  if (!joint || named.length === 0) return undefined;
  return {
    owner: { phrases: groupOf(phrases, owner), slot: "owner of the predicate before", carried: true },
    subject: { phrases: named, slot: "nom, carried", carried: true },
  };
}

/** "neither [Moscow]'s ally nor [Washington]'s": a second owner behind the predicate that owns nothing else. */
export function secondOwners({ scan, phrases }: Analysis, cue: Cue, first: Phrase[]): Phrase[] {
  const after = phrases.find((phrase) => phrase.from >= cue[1] && phrase.actor.via !== "pronoun");
  if (after?.case !== "gen" || after.owned.length > 0 || after.from - cue[1] > 5) return [];
  const denied = is(scan, after.from - 1, "neither.bare") || is(scan, after.from - 1, "particle");
  const joined = [2, 1].some(
    (step) => is(scan, after.from - step, "and") || scan.tokens[after.from - step]?.text === ",",
  );
  return denied && joined && !sameAs(after, first) ? groupOf(phrases, after) : [];
}
