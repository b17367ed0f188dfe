import type { Clauses } from "./clauses.ts";
import { is, type Scan } from "./scan.ts";

/**
 * Whether "would" tells of an intention: of one that is reported ("said it [would] send"), also where who speaks for the
 * state stands behind ("It [would] send gas, its minister said"), or of what is laid down ("under the deal it [would]").
 */
export const isIntended = (scan: Scan, { clauses, of }: Clauses, at: number): boolean => {
  const own = clauses[of[at]!];
  if (own?.kind === "that") return true;
  if (own?.kind !== "main" || isForetold(scan)) return false;
  return isSaidBehind(scan, at) || isLaidDown(scan, at);
};

/** ", its foreign minister said", ", Foreign Minister Prévot said.": only a speaker stands between the comma and the verb. */
function isSaidBehind(scan: Scan, at: number): boolean {
  for (let k = at + 1; k < scan.tokens.length; k++) {
    if (!scan.marks[k] || !is(scan, k, "speech")) continue;
    let comma = k - 1;
    while (comma > at && k - comma < 12 && scan.tokens[comma]!.text !== ",") comma--;
    if (scan.tokens[comma]?.text !== ",") continue;
    for (let n = comma + 1; n < k; n++) if (speaksForState(scan, n)) return true;
  }
  return false;
}

const speaksForState = (scan: Scan, k: number): boolean =>
  ["organ", "spokes", "title.lead", "title.leader", "title.office", "title.chief"].some((cls) => is(scan, k, cls));

/** "[Under the deal] France would send": what a treaty or a plan says. */
function isLaidDown(scan: Scan, at: number): boolean {
  for (let k = 0; k < scan.tokens.length; k++) {
    if (!is(scan, k, "under.terms") || (k > at && !scan.tokens[k - 1]?.word)) continue;
    for (let n = k + 1; n < k + 8 && scan.tokens[n]?.word; n++)
      if (is(scan, n, "treaty") || is(scan, n, "proposal")) return true;
  }
  return false;
}

/** "…, an analyst predicted", "experts believe": what those foresee who act for nobody. */
export const isForetold = (scan: Scan): boolean =>
  scan.present.has("forecaster") && scan.tokens.some((_, k) => is(scan, k, "forecaster"));
