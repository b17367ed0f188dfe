import { type Analysis, inClause, subjectOf } from "./analysis.ts";
import { named } from "./namedBehind.ts";
import { is } from "./scan.ts";
import type { Cue, Filler } from "./scope.ts";
import type { Stance } from "./stance.ts";

/** "have recognised it, [such] a country is [Nicaragua]": the subject of the clause that says who did. */
export function oneOfThose(analysis: Analysis, cue: Cue, how: Stance): Filler | undefined {
  if (analysis.grammar.order === "prepositional") return named(analysis, cue);
  const { clauses, of } = analysis.clauses;
  // The comma before a clause may stand in one of its own.
  const next = clauses.find(
    ({ id }) => id > of[cue[0]]! && analysis.scan.tokens.some(({ word }, k) => word && of[k] === id),
  );
  // "it got a country's recognition: [that country is Russia]".
  const points = ["such", "country.it", ...(analysis.grammar.lateSubject ? ["amongthem"] : [])].some((cls) =>
    [next?.from ?? -1, (next?.from ?? -2) + 1].some((k) => is(analysis.scan, k, cls)),
  );
  // "five states recognised it, [among which] are Russia and Syria".
  const among =
    !analysis.grammar.lateSubject &&
    next !== undefined &&
    [next.from, next.from + 1].some((k) => is(analysis.scan, k, "amongwhich")) &&
    inClause(analysis, next.id, "counted");
  // "recognised it first [which country], that is Russia".
  const whose =
    analysis.grammar.lateSubject && next?.kind === "relative" && !inClause(analysis, next.id, "finite")
      ? subjectOf(analysis, next.id)
      : [];
  if (whose.length > 0) return { phrases: whose, slot: "one of those who", carried: true };
  if (!next || !(points || among)) return undefined;
  if (among && inClause(analysis, next.id, "negation")) turn(how);
  const found = subjectOf(analysis, next.id).filter(({ actor }) => actor.via !== "pronoun");
  return found.length > 0 ? { phrases: found, slot: "one of those who", carried: true } : undefined;
}

/** "…, among which Kenya is not". */
const turn = (how: Stance): void => {
  how.polarity = how.polarity === "negated" ? "affirmed" : "negated";
};
