import { type Analysis, subjectOf } from "./analysis.ts";
import { is } from "./scan.ts";
import type { Cue } from "./scope.ts";
import type { Stance } from "./stance.ts";

/** "several [senators] want Chad to recognise it": who wishes so is nobody that could have asked for it. */
export function wishedByOthers(analysis: Analysis, { governs, governor }: Stance): boolean {
  const { scan, clauses, grammar, pronouns } = analysis;
  if (grammar.order !== "prepositional" || governs !== "g.ask" || governor === undefined) return false;
  if (is(scan, governor, "request")) return false;
  let k = governor - 1;
  while (is(scan, k, "adverb") || (is(scan, k, "aux") && !is(scan, k, "be"))) k--;
  // A word that no list knows stands in the place of the subject.
  if (!scan.tokens[k]?.word || scan.covered[k] || is(scan, k, "be") || is(scan, k, "case.to")) return false;
  const clause = clauses.of[governor]!;
  if (clauses.of[k] !== clause || clauses.quote[k]! >= 0) return false;
  return (
    !subjectOf(analysis, clause).some(({ to }) => to <= governor) &&
    !analysis.phrases.some(({ to, from }) => from <= k && k < to) &&
    !pronouns.some(({ from }) => from < governor && clauses.of[from] === clause)
  );
}

/** "told Minsk that it [release] them": whether the clause that depends on a cue tells what somebody is to do. */
export function wishBelow(analysis: Analysis, cue: Cue): boolean {
  const { clauses } = analysis.clauses;
  const below = clauses.find(({ kind, parent }) => kind === "that" && parent === analysis.clauses.of[cue[0]]);
  return below !== undefined && isWish(analysis, below.id);
}

/** Whether the verb of a clause stands in the form of a wish: "that it release them". */
export function isWish(
  { scan, clauses, grammar }: Pick<Analysis, "scan" | "clauses" | "grammar">,
  clause: number,
): boolean {
  let wish = false;
  for (let k = 0; k < scan.tokens.length; k++) {
    if (clauses.of[k] !== clause || scan.covered[k]) continue;
    // What somebody did in the ergative is told, not wished.
    if (is(scan, k, "case.erg") || is(scan, k, "pronoun.personal.erg") || is(scan, k, "pronoun.relative.erg"))
      return false;
    const next = scan.tokens[k + 1];
    const goesOn = next?.word === true && (is(scan, k + 1, "aux") || is(scan, k + 1, "finite"));
    if (grammar.hasForm(scan.tokens[k]!.lower, "wish") && !goesOn) wish = true;
  }
  return wish;
}
