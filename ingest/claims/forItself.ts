import { type Analysis, subjectOf } from "./analysis.ts";
import type { Phrase } from "./phrase.ts";
import { is } from "./scan.ts";
import type { Cue } from "./scope.ts";

/** "[Kosovo] asked Fiji for recognition", not "for recognition of the genocide": who asks for a thing that is to be their own. */
export function forItself(analysis: Analysis, cue: Cue, inside: Phrase[]): Phrase | undefined {
  if (ofAnother(analysis, cue)) return undefined;
  if (analysis.grammar.order === "prepositional") return subjectOf(analysis, analysis.clauses.of[cue[0]]!)[0];
  return inside.find(({ case: name, adjectival }) => (name === "erg" || name === "nom") && !adjectival);
}

/** Whether the thing is of something that no name tells. */
function ofAnother({ scan, grammar }: Analysis, [from, to]: Cue): boolean {
  if (grammar.order === "prepositional") return is(scan, to, "case.of");
  const before = from - 1;
  const word = scan.tokens[before];
  if (!word?.word || scan.covered[before]) return false;
  if (is(scan, before, "case.gen")) return true;
  const mark = scan.marks[before];
  const ending = mark ? mark.ending !== "" && grammar.caseOf(mark.ending) : grammar.strayCase(word.lower);
  return grammar.lateSubject && ending === "gen";
}
