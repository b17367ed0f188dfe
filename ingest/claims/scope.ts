import type { Analysis } from "./analysis.ts";
import type { Phrase } from "./phrase.ts";
import { is } from "./scan.ts";

/** A cue as found: its tokens from the first to the last. */
export type Cue = [from: number, to: number];

/** Who fills a role, and the slot that found them. */
export interface Filler {
  phrases: Phrase[];
  slot: string;
  /** Carried over from another clause: less sure. */
  carried: boolean;
}

/** Phrases that a frame may use: those of the cue's clause; a cue that stands over a cut has two. */
export function inScope(analysis: Analysis, [from, to]: Cue): Phrase[] {
  const { of } = analysis.clauses;
  const [first, last] = [of[from]!, of[to - 1]!];
  return analysis.phrases.filter(({ actor }) => of[actor.from] === first || of[actor.from] === last);
}

export function sameAs(phrase: Phrase, taken: Phrase[]): boolean {
  return taken.some((each) => stateOf(each) === stateOf(phrase));
}

export const stateOf = (phrase: Phrase): string => phrase.actor.country ?? phrase.actor.entity;

export const overlaps = (a: Phrase[], b: Phrase[]): boolean => a.some((phrase) => b.includes(phrase));

/** Whether a word class stands where a verb's own object stands: right behind it, or right before it where verbs come last. */
export function classNear(analysis: Analysis, cue: Cue, cls: string): boolean {
  if (!analysis.scan.present.has(cls)) return false;
  const { of } = analysis.clauses;
  const late = analysis.grammar.order === "prepositional";
  const [from, to] = late ? [cue[0] - 5, cue[1] + 4] : [cue[0] - 6, cue[1] + (analysis.grammar.lateSubject ? 1 : 2)];
  for (let k = Math.max(0, from); k < Math.min(to, analysis.scan.tokens.length); k++) {
    if (of[k] !== of[cue[0]] && !(late && k >= cue[1])) continue;
    if (late && k < cue[0] && !analysis.scan.classes[cue[0] - 1]?.includes("be")) continue;
    if (k >= cue[0] && k < cue[1]) continue;
    if (is(analysis.scan, k, cls)) return true;
  }
  return false;
}

/** Whether a word class stands in the clause of a cue or in one above it. */
export function classInScope(analysis: Analysis, cue: Cue, cls: string): boolean {
  if (!analysis.scan.present.has(cls)) return false;
  const clause = analysis.clauses.of[cue[0]]!;
  const { clauses } = analysis.clauses;
  const above = ["that", "relative"].includes(clauses[clause]?.kind ?? "") ? [clauses[clause]!.parent] : [];
  const chain = [clause, analysis.clauses.of[cue[1] - 1]!, ...above];
  for (let k = 0; k < analysis.scan.tokens.length; k++)
    if (chain.includes(analysis.clauses.of[k]!) && is(analysis.scan, k, cls)) return true;
  return false;
}

/** "switched recognition", "a switch of recognition": states alone do so, whatever else the sentence speaks of. */
export const switches = ({ scan }: Analysis, [from, to]: Cue): boolean =>
  is(scan, from, "switchnoun") || (is(scan, from, "v.switch") && is(scan, to - 1, "recognition"));

/** "the vote's [defeat] accept": what a gap of the cue leaps over blocks it as well. */
export function leapt({ scan }: Analysis, [from, to]: Cue, cls: string): boolean {
  if (!scan.present.has(cls)) return false;
  for (let k = scan.marks[from]?.to ?? from; k < to - 1; k++) if (is(scan, k, cls)) return true;
  return false;
}

/** "a [charge] Kigali dismissed": what a clause without a relative pronoun says its verb of stands before its subject. */
export function ofAntecedent({ scan, phrases, grammar, clauses: { of } }: Analysis, [from]: Cue, cls: string): boolean {
  if (grammar.order !== "prepositional" || !scan.present.has(cls)) return false;
  const subject = phrases.findLast((phrase) => phrase.to <= from);
  if (!subject || from - subject.to > 2 || of[subject.actor.from] !== of[from] || scan.marks[subject.from])
    return false;
  return is(scan, subject.from - 1, cls);
}
