import { inClause } from "./analysis.ts";
import type { Clauses } from "./clauses.ts";
import { is, type Scan } from "./scan.ts";

/** "hopes that Tashkent will recognise it": what is hoped or feared has not come about. */
export function hopedAbove(scan: Scan, clauses: Clauses, clause: number): boolean {
  const { kind, parent, from } = clauses.clauses[clause]!;
  return (
    kind === "that" &&
    scan.present.has("hope") &&
    scan.classes.some((classes, k) => k < from && clauses.of[k] === parent && classes.includes("hope"))
  );
}

/** "denied that it had sold": what the clause above denies is not claimed. */
export function deniedAbove(scan: Scan, clauses: Clauses, clause: number): boolean {
  const { kind, parent } = clauses.clauses[clause]!;
  return kind === "that" && ["refuse.n", "denies"].some((cls) => inClause({ scan, clauses }, parent, cls));
}

/** "[it is not so that] Oman refused": right before the clause stands that it is not as told. */
export function notSoAbove(scan: Scan, clauses: Clauses, clause: number): boolean {
  const { kind, from } = clauses.clauses[clause]!;
  if (kind !== "that") return false;
  if (is(scan, from - 1, "not.so")) return true;
  let k = is(scan, from - 1, "copula") ? from - 2 : from - 1;
  if (!is(scan, k, "negation")) return false;
  for (k--; is(scan, k, "adverb") || is(scan, k, "also"); k--);
  return is(scan, k, "same");
}

/** Whether the clause above asks for something. */
export function asksAbove(scan: Scan, clauses: Clauses, clause: number): boolean {
  const parent = clauses.clauses[clause]?.parent;
  return inClause({ scan, clauses }, parent, "g.ask") || inClause({ scan, clauses }, parent, "v.ask");
}

/** "asked [that] they not give": behind a word that opens a wish nothing of its clause is told as done. */
export function wishedBefore(scan: Scan, clauses: Clauses, from: number): boolean {
  if (!scan.present.has("optative")) return false;
  for (let k = 0; k < from; k++) if (clauses.of[k] === clauses.of[from] && is(scan, k, "optative")) return true;
  return false;
}

/** "Russia will give it jets, [such rumours] go round": what the clause behind calls a rumour, a fear or a hope is not told. */
export function unrealBehind(scan: Scan, clauses: Clauses, end: number): boolean {
  if (!scan.present.has("unreal")) return false;
  for (let k = end; k < Math.min(scan.tokens.length, end + 6); k++) {
    // The subject may stand behind its verb.
    if (scan.covered[k]) continue;
    if (is(scan, k, "unreal")) return clauses.of[k] !== clauses.of[end - 1];
    const points = is(scan, k, "definite") || is(scan, k, "such") || is(scan, k, "that") || !scan.tokens[k]!.word;
    if (!points) return false;
  }
  return false;
}
