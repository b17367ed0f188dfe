import { isNounish } from "./ahead.ts";
import type { Clauses } from "./clauses.ts";
import { isFiniteVerb } from "./finite.ts";
import type { Grammar } from "./grammar.ts";
import type { Phrase, Pronoun } from "./phrase.ts";
import { caseMarker, is, type Scan } from "./scan.ts";

/** "after Russia annexed": where a conjunction that may be a preposition opens a clause, the name behind it is its subject. */
/** "recognised it which [Sudan], …": behind a verb that tells an act the word points at the name of who did it. */
export const namesDoer = (scan: Scan, k: number, verb: boolean): boolean =>
  verb &&
  scan.covered[k - 1] === undefined &&
  !["speech", "told"].some((cls) => is(scan, k - 1, cls)) &&
  scan.mentions[k + 1]?.ending === "" &&
  scan.tokens[scan.mentions[k + 1]!.to]?.text === ",";

export function openings(phrases: Phrase[], scan: Scan, clauses: Clauses): void {
  for (const phrase of phrases) {
    const clause = clauses.clauses[clauses.of[phrase.actor.from]!]!;
    if (clause.kind !== "subordinate" || clause.from !== phrase.from || !["other", "than"].includes(phrase.case))
      continue;
    const before = phrase.case;
    const from = scan.marks[phrase.from]?.to ?? phrase.from + 1;
    for (const each of phrases) if (each.group === phrase.group && each.case === before) each.case = "nom";
    phrase.from = from;
    phrase.owned = [];
  }
}

/** "since [the country] decided": the same of what stands for a name. */
export function pronounOpenings(pronouns: Pronoun[], scan: Scan, clauses: Clauses): void {
  for (const pronoun of pronouns) {
    const clause = clauses.clauses[clauses.of[pronoun.from]!]!;
    if (clause.kind !== "subordinate" || clause.from !== pronoun.from || pronoun.case !== "other") continue;
    pronoun.case = "nom";
    pronoun.from = scan.marks[pronoun.from]?.to ?? pronoun.from + 1;
  }
}

/** "arms [that] Iran sent": a complementiser that opens a relative clause stands for the noun before it. */
export function relatives(scan: Scan, clauses: Clauses): Pronoun[] {
  return clauses.clauses
    .filter(({ kind, from }) => kind === "relative" && is(scan, from, "that"))
    .map(({ from }) => ({ kind: "relative", case: "nom", from, to: from + 1, owned: [] }));
}

/** "if Peru gives it, [Chile] will": a name behind a verb of condition begins what depends on it. */
export const beginsBehindCondition = (scan: Scan, k: number, grammar: Grammar): boolean =>
  scan.mentions[k] !== undefined &&
  grammar.caseOf(scan.mentions[k].ending) === "nom" &&
  grammar.hasForm(scan.tokens[k - 1]!.lower, "conditional");

/** "brushed it off as ‘baseless’", "as an ally to accept": what a thing is called makes no clause. */
export function isEpithet(scan: Scan, that: number): boolean {
  const k = scan.tokens[that - 1]!.word ? that - 1 : that - 2;
  if (is(scan, k, "ally") && ["v.admit", "v.regard"].some((cls) => is(scan, that + 1, cls))) return true;
  return k >= 0 && ["bad", "baseless", "epithet"].some((cls) => is(scan, k, cls));
}

/** "is Chad's ally, [Oman]'s not": a name and a negation alone behind a comma lean on the clause before. */
export function deniedAlone(scan: Scan, comma: number): boolean {
  let name = scan.mentions[comma + 1];
  while (name && is(scan, name.to, "and") && scan.mentions[name.to + 1]) name = scan.mentions[name.to + 1];
  return name !== undefined && is(scan, name.to, "not.it") && scan.tokens[name.to + 1]?.word !== true;
}

/**
 * "Chad [erg] asked arms, [Kenya erg] said no": in headlines the object may follow its verb, and the next name in the ergative
 * begins a clause.
 */
export function opensHeadline(scan: Scan, grammar: Grammar, of: number[], clause: number, comma: number): boolean {
  if (grammar.order !== "postpositional" || grammar.lateSubject) return false;
  const name = scan.mentions[comma + 1];
  const doer = name && caseMarker(scan, name.to);
  if (!doer || (doer.case !== "erg" && doer.case !== "gen")) return false;
  let erg = false;
  for (let k = 0; k < comma; k++) {
    if (of[k] !== clause) continue;
    if (is(scan, k, "case.erg")) erg = true;
    else if (erg && scan.marks[k] && isFiniteVerb(scan, grammar, k)) return true;
  }
  return false;
}

/** A relative pronoun that determines the noun behind it, inside of a clause. */
export const isCorrelative = (scan: Scan, k: number, grammar: Grammar): boolean =>
  grammar.order === "postpositional" &&
  !grammar.lateSubject &&
  scan.tokens[k - 1]?.word === true &&
  (is(scan, k, "pronoun.relative.nom") || is(scan, k, "pronoun.relative.other")) &&
  scan.marks[k + 1] !== undefined &&
  isNounish(scan.classes[k + 1]!);

/** "Chad's [which] offer Kenya rejected": behind the name of an owner the word determines the noun. */
export const isOwned = (scan: Scan, k: number): boolean =>
  (is(scan, k, "pronoun.relative.other") || is(scan, k, "pronoun.relative.nom")) &&
  is(scan, k - 1, "case.gen") &&
  scan.covered[k - 2] !== undefined;

/** "Washington's charge, Tehran has given it drones": what somebody's accusation holds stands behind its comma. */
export function chargesBefore(scan: Scan, comma: number): boolean {
  const mark = scan.marks[comma - 1];
  if (mark?.ending !== "" || !mark.classes.includes("speech.accuse")) return false;
  for (let k = comma - 2; k >= Math.max(0, comma - 6); k--) if (scan.covered[k]) return true;
  return false;
}

/** A bare name stands before a word of time, and another right behind it. */
export const areTwo = (scan: Scan, from: number, k: number): boolean =>
  scan.covered[scan.marks[k]!.to]?.ending === "" &&
  scan.covered.slice(from, k).some((mention) => mention?.ending === "" && mention.form !== "demonym");

/** A form of a verb behind which another clause begins. */
export const closesOnVerb = (scan: Scan, grammar: Grammar, k: number): boolean =>
  grammar.inForm(scan.tokens[k]!, "clausal") ||
  // "no sooner had Oman sent it than [Qatar]": a name of another clause follows.
  (scan.covered[k + 1] !== undefined && (grammar.inForm(scan.tokens[k]!, "clausal.at") || asksWhen(scan, grammar, k)));

/** "when Chad [made a request], Mali rejected it": behind a request and a verb of time another name follows, and nothing that is still to come. */
function asksWhen(scan: Scan, grammar: Grammar, k: number): boolean {
  if (!grammar.inForm(scan.tokens[k]!, "when")) return false;
  const asks = [1, 2].some((step) => is(scan, k - step, "request") || is(scan, k - step, "proposal"));
  const told = is(scan, k, "told") && grammar.hasForm(scan.tokens[k - 1]?.lower ?? "", "let");
  if (!asks && !told) return false;
  return !scan.tokens.some((token, n) => n > k && token.word && grammar.inForm(token, "future"));
}
