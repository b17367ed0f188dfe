import type { Analysis } from "./analysis.ts";
import type { Clauses } from "./clauses.ts";
import type { Grammar } from "./grammar.ts";
import { is, type Scan } from "./scan.ts";
import type { Cue } from "./scope.ts";

/** "denied the sale": a word that means a refusal only behind an infinitive or a request. */
export function onlyDenies({ scan, grammar, clauses }: Analysis, [from, to]: Cue): boolean {
  // "denied that Chad was": what is denied is told by a clause.
  // "denied rejecting it": so is what is denied by a gerund.
  if (grammar.order === "prepositional")
    return is(scan, from, "v.deny") && (tellsThat(scan, clauses, from, to) || isDoing(scan, grammar, to));
  if (!grammar.lateSubject || !is(scan, from, "deny")) return false;
  let k = from - 1;
  while (k > 0 && is(scan, k, "adverb")) k--;
  const claim = is(scan, k, "speech.accuse") || is(scan, k, "allegation");
  const asked = (is(scan, k, "request") || is(scan, k, "proposal")) && !claim;
  return !asked && !grammar.hasForm(scan.tokens[k]?.lower ?? "", "let");
}

/** "denied on Tuesday that": what is denied begins behind a few words about when and where. */
const tellsThat = (scan: Scan, { clauses, of }: Clauses, from: number, to: number): boolean =>
  is(scan, to, "that") ||
  clauses.some(({ kind, parent, from: that }) => {
    const told = kind === "that" || (kind === "relative" && is(scan, that - 1, "announcement"));
    return told && parent === of[from] && that > to && that - to < 8 && is(scan, that, "that");
  });

function isDoing(scan: Scan, grammar: Grammar, from: number): boolean {
  let k = from;
  while (is(scan, k, "adverb")) k++;
  return scan.marks[k] !== undefined && grammar.hasForm(scan.tokens[k]!.lower, "gerund");
}

/** "Dhaka has turned it down: such reports are baseless": what the next clause calls untrue has not happened. */
export function deniedBehind({ scan, clauses, grammar }: Analysis, [from]: Cue): boolean {
  if (!grammar.lateSubject || !scan.present.has("allegation")) return false;
  const next = clauses.of[from]! + 1;
  const inside = scan.classes.flatMap((classes, k) => (clauses.of[k] === next ? [classes] : []));
  const points = inside.slice(0, 2).some((classes) => classes.includes("such") || classes.includes("determiner"));
  const report = inside.slice(1, 3).some((classes) => classes.includes("allegation"));
  return (
    points &&
    report &&
    scan.classes.some(
      (classes, k) => clauses.of[k]! >= next && ["baseless", "deny", "v.reject"].some((cls) => classes.includes(cls)),
    )
  );
}

/** "denied arming them, as a panel charged": somebody makes the accusation that is denied. */
export function alleged({ scan }: Analysis, cue: Cue): boolean {
  if (!scan.present.has("allegation") && !scan.present.has("speech.accuse")) return false;
  return scan.classes.some(
    (classes, k) =>
      (k < cue[0] || k >= cue[1]) && (classes.includes("allegation") || classes.includes("speech.accuse")),
  );
}

/** "gave assurances that it would not allow": what somebody is promised is not refused to him. */
export function assured({ scan, clauses, grammar }: Analysis, cue: Cue): boolean {
  if (grammar.lateSubject) return false;
  const own = clauses.clauses[clauses.of[cue[0]]!]!;
  const from = own.kind === "that" || own.kind === "relative" ? own.from : -1;
  for (let k = from - 1; k >= 0 && k >= from - 5; k--) if (is(scan, k, "assurance")) return true;
  return false;
}

/** "a partner of Chad's, not its [ally]": a noun set against the one before it. */
export function contrasted({ scan, grammar }: Analysis, [from]: Cue): boolean {
  if (grammar.order !== "prepositional") return false;
  let k = from - 1;
  while (is(scan, k, "determiner") || is(scan, k, "pronoun.own.gen") || is(scan, k, "filler")) k--;
  return is(scan, k, "negation") && scan.tokens[k - 1]?.text === ",";
}

/** "[denied being] an ally of": who denies to be something is not told to be it. */
export const deniesBeing = ({ scan, grammar }: Analysis, [from]: Cue): boolean =>
  grammar.order === "prepositional" &&
  [1, 2, 3, 4].some((back) => is(scan, from - back, "be") && is(scan, from - back - 1, "v.deny"));
