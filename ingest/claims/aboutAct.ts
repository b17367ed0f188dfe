import type { Clauses } from "./clauses.ts";
import { is, type Scan } from "./scan.ts";
import type { Stance } from "./stance.ts";

/** Words by which somebody holds an act against who has done it. */
const blames = ["blame", "g.accuse", "speech.accuse"] as const;

/**
 * "over [sending drones to Chad] the West blames Kenya", "[about sending aid] Kenya refused": an act that somebody speaks about
 * is alleged where somebody is blamed for it, a fact where somebody is criticised for it, and else not told.
 */
export function aboutAct(found: Stance, scan: Scan, to: number, { of }: Clauses): void {
  if (isBroughtTo(scan, found.group[0], to, of)) found.silent ??= "what somebody else is brought to do";
  const [begin, last] = found.group;
  // The word may be taken for the last of the verb's group.
  const end = is(scan, last - 1, "spoken.of") && last - 1 > begin ? last - 1 : last;
  const blamedFor = is(scan, end, "blamed.for");
  if (!is(scan, end, "spoken.of") && !blamedFor) return;
  for (let k = end + 1; k < scan.tokens.length && of[k] === of[end - 1]; k++) {
    const judged = is(scan, k, "condemn");
    if (!judged && !blames.some((cls) => is(scan, k, cls))) continue;
    found.governor = k;
    found.governs = "g.accuse";
    found.silent = undefined;
    found.modality = judged ? "asserted" : "alleged";
    return;
  }
  if (!blamedFor) found.silent ??= "only spoken of";
}

/** "to stop the deal [brought] Chad round": the verb behind an act says that another is to do it. */
function isBroughtTo(scan: Scan, from: number, to: number, of: number[]): boolean {
  for (let k = from; k < Math.min(scan.tokens.length, to + 4); k++)
    if (is(scan, k, "persuaded") && of[k] === of[to - 1]) return true;
  return false;
}
