import type { Analysis } from "./analysis.ts";

/** "when [a cyclone] struck Malawi, Japan sent": a common noun before the verb of a clause acts there, and nobody else. */
export function hasOwnSubject({ scan, clauses, grammar }: Analysis, clause: number, verb: number): boolean {
  if (grammar.hasForm(scan.tokens[verb]!.lower, "gerund")) return false;
  let k = clauses.clauses[clause]!.from;
  k = scan.marks[k]?.to ?? k;
  for (; k < verb; k++)
    if (clauses.of[k] === clause && scan.tokens[k]!.word && (scan.classes[k]!.every(isNoun) || isTwice(k))) return true;
  return false;

  // "after [floods] hit": a verb right behind a word that may be one makes a noun of it.
  function isTwice(k: number): boolean {
    return (
      k === verb - 1 &&
      grammar.hasForm(scan.tokens[k]!.lower, "third.person") &&
      !scan.classes[k]!.some((cls) => helping.has(cls))
    );
  }
}

/** Words that may stand between a subject and its verb. */
export const small: readonly string[] = ["adverb", "be", "aux", "negation", "future", "case.to"];
const helping: ReadonlySet<string> = new Set(small);
const isNoun = (cls: string): boolean =>
  !helping.has(cls) && !/^(?:v|g|case|time|subordinate|possible|pronoun|title|organ)(?:\.|$)/u.test(cls);
