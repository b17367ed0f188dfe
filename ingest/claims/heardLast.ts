import { type Analysis, ancestors } from "./analysis.ts";
import { is } from "./scan.ts";
import type { Cue } from "./scope.ts";

/** What a text makes of an act that it does not tell itself: somebody has it that it was done, or nothing is known of it. */
export type Heard = "alleged" | "untrue" | "unproven" | "left open" | "a prediction";

/**
 * "there is [an allegation] that it sent", "it sent, [so is thought]": how an act is meant that a clause above, behind or before
 * it only passes on, where verbs come last. Who is named as the one who says so speaks for himself (`speech.ts`).
 * @param end where the verb group of the act ends; an act that is told by a noun alone has none
 */
export function heardAs(analysis: Analysis, cue: Cue, end: number | undefined): Heard | undefined {
  const { scan, clauses, grammar } = analysis;
  if (grammar.order !== "postpositional" || !tellers.some((cls) => scan.present.has(cls))) return undefined;
  const own = clauses.of[cue[0]]!;
  if ((end !== undefined && is(scan, end, "ornot")) || within(analysis, "perhaps", own, 0, scan.tokens.length))
    return "left open";
  for (const id of ancestors(clauses, own)) {
    const { kind, from, parent } = clauses.clauses[id]!;
    if (kind !== "that" || from > cue[0] || parent < 0) continue;
    const heard = heardIn(analysis, parent, 0, from);
    if (heard) return heard;
  }
  if (!grammar.lateSubject) return undefined;
  if (within(analysis, "experts", own, 0, cue[0])) return "a prediction";
  return (end === undefined ? undefined : behind(analysis, end, own)) ?? inFront(analysis, cue);
}

/** Classes of words of which one must stand in the sentence. */
const tellers = ["hearsay", "said.so", "untrue", "truth", "evidence", "unreal", "clear", "perhaps", "ornot", "experts"];

/** Whether a word of a class stands in a clause, between two tokens. */
function within({ scan, clauses }: Analysis, cls: string, clause: number, from: number, to: number): boolean {
  if (!scan.present.has(cls)) return false;
  for (let k = from; k < to; k++) if (clauses.of[k] === clause && is(scan, k, cls)) return true;
  return false;
}

/** What the words of a clause make of what another tells. */
function heardIn(analysis: Analysis, clause: number, from: number, to: number): Heard | undefined {
  const inside = (cls: string): boolean => within(analysis, cls, clause, from, to);
  const denied = inside("negation") || isNegated(analysis, clause, from, to);
  if (inside("untrue") || (denied && inside("truth"))) return "untrue";
  if (denied && inside("evidence")) return "unproven";
  if (denied && inside("clear")) return "left open";
  if (inside("experts")) return "a prediction";
  if (!inside("hearsay") && !saidSo(analysis, clause, from, to)) return inside("unreal") ? "unproven" : undefined;
  const rejected = inside("refuse.n") || inside("v.reject");
  if (denied && !rejected) return "unproven";
  // "amid rumours Peru said that it sent", "Chile confirmed the report that": somebody says so himself.
  const isNamed = analysis.speeches.some((speech) => speech.clause === clause && !(rejected && speech.accusing));
  return isNamed ? undefined : "alleged";
}

/** "found [not] such proof": a negation that is a part of its verb. */
function isNegated({ scan, clauses, grammar }: Analysis, clause: number, from: number, to: number): boolean {
  if (!grammar.lateSubject) return false;
  for (let k = from; k < to; k++)
    if (clauses.of[k] === clause && grammar.inForm(scan.tokens[k]!, "negated")) return true;
  return false;
}

/** "[is said] that": a word of saying or thinking with the auxiliary of what is done all the time, by nobody. */
function saidSo({ scan, clauses }: Analysis, clause: number, from: number, to: number): boolean {
  for (let k = from; k + 1 < to; k++)
    if (clauses.of[k] === clause && is(scan, k, "said.so") && is(scan, k + 1, "habitual")) return true;
  return false;
}

/** "it sent, [as is thought]", "it sent: [such charges] it denies": the clause right behind the one of the act. */
function behind(analysis: Analysis, to: number, own: number): Heard | undefined {
  const { scan, clauses } = analysis;
  const next = clauses.clauses[own + 1];
  // "taken [for an ally]": what somebody is called is told of him.
  if (!next || next.from !== to) return undefined;
  // "it sent, as [that] report has it which spread, is false": two such words in a row point at a report that others judge.
  if (is(scan, to, "that") && is(scan, to + 1, "that")) return reportBehind(analysis, to + 2);
  const opens = [to, to + 1].some((k) => openers.some((cls) => is(scan, k, cls)));
  return opens ? heardIn(analysis, next.id, next.from, Math.min(scan.tokens.length, next.from + farthest)) : undefined;
}

/** What a sentence makes of a report that a clause of its own describes. */
function reportBehind({ scan }: Analysis, from: number): Heard | undefined {
  const inside = (cls: string): boolean => scan.classes.some((classes, k) => k >= from && classes.includes(cls));
  if (!is(scan, from, "hearsay")) return undefined;
  return inside("untrue") ? "untrue" : "alleged";
}

const openers = ["that.after", "such", "definite", "pointing", "hearsay"];

/** Words behind such a mark in which it must say so. */
const farthest = 8;

/** "[There is a charge], it sent": at the head of the sentence, closed by a mark. */
function inFront({ scan }: Analysis, [from]: Cue): Heard | undefined {
  for (let k = 0; k < Math.min(from, farthest); k++) {
    // "in its report is said": a paper that stands in front says so.
    const feared = is(scan, k, "unreal");
    if (!feared && (!is(scan, k, "hearsay") || (k > 0 && !is(scan, k, "allegation")))) continue;
    const to = scan.marks[k]?.to ?? k + 1;
    if ([to, to + 1].some((end) => end < from && /^[,:—–]$/u.test(scan.tokens[end]?.text ?? "")))
      return feared && !is(scan, k, "hearsay") ? "unproven" : "alleged";
  }
  return undefined;
}
