import type { Analysis } from "./analysis.ts";
import { is } from "./scan.ts";
import type { Cue } from "./scope.ts";

/** "denied the sale": a word that means a refusal only behind an infinitive or a request. */
export function onlyDenies({ scan, grammar }: Analysis, [from]: Cue): boolean {
  if (!grammar.lateSubject || !is(scan, from, "deny")) return false;
  let k = from - 1;
  while (k > 0 && is(scan, k, "adverb")) k--;
  const claim = is(scan, k, "speech.accuse") || is(scan, k, "allegation");
  const asked = (is(scan, k, "request") || is(scan, k, "proposal")) && !claim;
  return !asked && !grammar.hasForm(scan.tokens[k]?.lower ?? "", "let");
}

/** "Dhaka has turned it down: such reports are baseless": what the next clause calls untrue has not happened. */
export function deniedBehind({ scan, clauses, grammar }: Analysis, [from]: Cue): boolean {
  if (!grammar.lateSubject) return false;
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
