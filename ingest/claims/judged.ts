import { type Analysis, groupOf } from "./analysis.ts";
import { isDoer } from "./owners.ts";
import { is } from "./scan.ts";
import type { Cue, Filler } from "./scope.ts";
import type { Stance } from "./stance.ts";

/**
 * Where the word stands by which somebody judges an embedded act: "[Serbia] is angry at recognising Kosovo", "[Serbia]
 * condemned the decision to recognise it". Who judges an act has not done it.
 */
export function judgement({ scan, grammar, clauses }: Analysis, how: Stance): number | undefined {
  const { governor, infinitive, nominal } = how;
  if (grammar.order !== "postpositional" || grammar.lateSubject || governor === undefined) return undefined;
  if (!(how.governs === "g.fact" || how.governs === "g.announce") || !(infinitive || nominal)) return undefined;
  if (how.governs === "g.fact" && is(scan, governor, "judges")) return governor;
  if (!is(scan, governor, "g.announce")) return undefined;
  for (let k = governor + 1; k < Math.min(scan.tokens.length, governor + 9); k++) {
    if (clauses.of[k] !== clauses.of[governor]) return undefined;
    if (is(scan, k, "judges")) return isNoun(scan.classes[k]!) ? k : undefined;
  }
  return undefined;
}

/** "made it angry" tells what the subject did; "its condemnation" what somebody said of it. */
const isNoun = (classes: readonly string[]): boolean =>
  ["condemn", "support", "welcome", "protest", "thank"].some((cls) => classes.includes(cls));

/** "recognising Kosovo [Kenya]'s condemnation", "angry [at Kenya]": whose act it is that is judged. */
export function judgedFor(analysis: Analysis, how: Stance): Filler | undefined {
  const at = judgement(analysis, how);
  if (at === undefined) return undefined;
  const found = analysis.phrases.find(
    ({ case: name, from, to, owned }) =>
      from >= how.group[1] &&
      // "over [Kenya]'s protest": who protests is judged by nobody.
      ((name === "gen" && owned.some((noun) => noun.from <= at && at < noun.to && !noun.classes.includes("protest"))) ||
        (to === at && (name === "abl" || name === "on" || name === "dat"))),
  );
  return found && { phrases: groupOf(analysis.phrases, found), slot: "who is judged for it", carried: false };
}

/** "to recognise it [Chad]'s decision Mali rejects", "for it praises [Chad]": whose decision it is, or who is judged for it. */
export function decider({ phrases, scan }: Analysis, cue: Cue, how: Stance): Filler | undefined {
  const judge = how.governor ?? cue[1];
  const found = phrases.find(
    (phrase) =>
      isDoer(phrase, cue, how) ||
      (phrase.case === "gen" && phrase.owned.some(({ from }) => from >= cue[1] && is(scan, from, "decision"))) ||
      (phrase.from >= cue[1] &&
        phrase.actor.to <= judge &&
        (["dat", "toward", "against", "on", "abl"].includes(phrase.case) ||
          (phrase.case === "gen" && !phrase.adjectival))),
  );
  return found && { phrases: groupOf(phrases, found), slot: "whose decision it is", carried: false };
}

/** "to arm Chad [Kenya]'s decision will cost it": who stands right behind the act as the owner of the decision. */
export function deciderBehind({ phrases, scan, grammar }: Analysis, { infinitive, nominal, group }: Stance) {
  if (!grammar.lateSubject || !(infinitive || nominal)) return undefined;
  const found = phrases.find(
    (phrase) => phrase.case === "gen" && phrase.from === group[1] && is(scan, phrase.ownsFrom ?? phrase.to, "decision"),
  );
  return found && { phrases: groupOf(phrases, found), slot: "whose decision it is", carried: false };
}
