import type { Clauses } from "./clauses.ts";
import { is, type Scan } from "./scan.ts";

/** Where somebody is praised, condemned or punished for what stands before a token. */
export function judgedAt(scan: Scan, k: number, clauses: Clauses): number | undefined {
  for (let n = k + 1; n < Math.min(scan.tokens.length, k + 9) && clauses.of[n]! <= clauses.of[k]! + 1; n++)
    if (["condemn", "thank", "blame", "summon", "sanction", "recall"].some((cls) => is(scan, n, cls))) return n;
  return undefined;
}

/** Where somebody turns down, welcomes or condemns the decision that stands at a token. */
export function decisionJudged(
  scan: Scan,
  k: number,
  refused: number | undefined,
  clauses: Clauses,
): number | undefined {
  const decided = is(scan, k, "decision");
  if (!decided && !is(scan, k, "proposal")) return undefined;
  if (decided && refused !== undefined && is(scan, refused, "v.reject")) return refused;
  if ((scan.marks[k]?.ending ?? "") === "") return undefined;
  for (let n = k + 1; n < Math.min(scan.tokens.length, k + 7) && clauses.of[n] === clauses.of[k]; n++)
    if (["condemn", "welcome", "thank", "upset", "support"].some((cls) => is(scan, n, cls))) return n;
  return undefined;
}
