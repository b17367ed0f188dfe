import type { Clauses } from "./clauses.ts";
import { is, type Scan } from "./scan.ts";
import type { Stance } from "./stance.ts";

/** "recognition of Kosovo is not on the table", "the sale of jets to Chad was blocked": what is said of the noun decides whether there is any. */
export function withheld(found: Stance, scan: Scan, to: number, { of }: Clauses): void {
  const delivery = is(scan, to - 1, "delivery");
  for (let k = to; k < Math.min(scan.tokens.length, to + 9) && of[k] === of[to - 1]; k++) {
    if (!is(scan, k, "be") && !is(scan, k, "aux")) continue;
    const isNegated = [1, 2].some((ahead) => is(scan, k + ahead, "negation"));
    for (let n = k + 1; n < Math.min(scan.tokens.length, k + 6); n++) {
      if (delivery && of[n] === of[k] && fate(found, scan, n, isNegated)) return;
      if (!is(scan, n, "ruled.out") && !is(scan, n, "open.still")) continue;
      if (isNegated === is(scan, n, "open.still")) found.polarity = "negated";
      else if (delivery) found.modality = "announced";
      else found.silent = "only a possibility";
      return;
    }
    // "has never been undone": what is not taken back stands.
    const undone = [1, 2, 3, 4].some((ahead) => is(scan, k + ahead, "v.lift") || is(scan, k + ahead, "withdraw"));
    if (isNegated && !undone) found.silent = "what is said of it is negated";
    return;
  }
}

/** What became of a delivery by the participle behind its helping verb: stopped, approved or denied. */
function fate(found: Stance, scan: Scan, k: number, isNegated: boolean): boolean {
  if (!scan.marks[k]) return false;
  const stopped = ["v.cut", "v.reject", "v.block", "withdraw"].some((cls) => is(scan, k, cls));
  const planned = ["g.announce", "v.due", "v.accepting"].some((cls) => is(scan, k, cls));
  if (!stopped && !planned && !is(scan, k, "v.deny")) return false;
  const to = scan.marks[k]!.to;
  // "was not approved by Chile": what another does with it is not the giver's act.
  if (is(scan, k, "v.deny") || (planned && isNegated) || (is(scan, to, "case.by") && scan.covered[to + 1]))
    found.silent = "what others make of it";
  else if (planned) found.modality = "announced";
  else if (!isNegated) found.polarity = "negated";
  return true;
}
