import type { Clauses } from "./clauses.ts";
import { governorAt } from "./govern.ts";
import { is, type Scan } from "./scan.ts";

/** "[begged] Chad to become the first to recognise it": the word that asks somebody to be one of those who act. */
export function askedToBe(scan: Scan, at: number, clauses: Clauses): number | undefined {
  let to = at - 1;
  while (to > at - 5 && !is(scan, to, "be")) to--;
  if (!is(scan, to, "be") || !is(scan, to - 1, "case.to")) return undefined;
  for (let k = to - 2; k > Math.max(-1, to - 12) && clauses.of[k] === clauses.of[to]; k--)
    if (!scan.covered[k] && governorAt(scan, k)?.[0] === "g.ask") return k;
  return undefined;
}
