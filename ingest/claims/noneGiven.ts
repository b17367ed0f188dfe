import type { Clauses } from "./clauses.ts";
import { is, type Scan } from "./scan.ts";
import type { Filler } from "./scope.ts";
import type { Stance } from "./stance.ts";

/** "gave Kyiv [no] shells", "provides Chad's army with [no] rifles", "given them [nothing] but advice": what is given decides whether anything is. */
export function givesNone(found: Stance, scan: Scan, from: number, to: number): void {
  if (!is(scan, from, "v.supply") && !is(scan, from, "v.promise")) return;
  let k = to;
  while (
    scan.covered[k] ||
    recipient.some((cls) => is(scan, k, cls)) ||
    (is(scan, k, "article") && scan.covered[k + 1])
  )
    k++;
  if (is(scan, k, "nothing")) found.silent ??= "nothing is given";
  else if (k > to && is(scan, k, "neither")) found.polarity = found.polarity === "affirmed" ? "negated" : "affirmed";
}

/** What may stand between the verb and what is given. */
const recipient = ["pronoun.personal.nom", "organ", "case.with"];

/** "sold arms to [neither] Chad nor Mali": behind a preposition the negation opens the list of whom the act would have reached. */
export const reachesNone = (scan: Scan, { phrases }: Filler): boolean =>
  phrases.some(({ actor }) => {
    const before = actor.from - 1;
    const k = is(scan, before, "determiner") && !is(scan, before, "neither") ? before - 1 : before;
    return (
      scan.marks[k] !== undefined &&
      is(scan, k, "neither") &&
      !is(scan, k, "notonly") &&
      scan.classes[k - 1]?.some((cls) => cls.startsWith("case.")) === true
    );
  });

/** "fended off demands [that it join] the sanctions": what a request is for that is turned down. */
export function demandTurnedDown(scan: Scan, { clauses, of }: Clauses, verb: number): boolean {
  const own = clauses[of[verb]!]!;
  if (own.kind !== "that" || !scan.marks[own.from - 1] || !is(scan, own.from - 1, "request")) return false;
  for (let k = own.from - 2; k >= 0 && of[k] === own.parent; k--)
    if (is(scan, k, "v.reject") || is(scan, k, "g.refuse")) return true;
  return false;
}
