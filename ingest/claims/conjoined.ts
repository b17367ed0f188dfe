import { isFiller, stops } from "./nouns.ts";
import { caseMarker, is, type Scan } from "./scan.ts";

/** "and [a close] ally": a noun of this kind before anything ends the phrase. */
export function allyAhead(scan: Scan, from: number): boolean {
  for (let k = from; k < Math.min(scan.tokens.length, from + 4); k++) {
    if (is(scan, k, "ally")) return true;
    if (scan.covered[k] || !scan.tokens[k]!.word || (scan.marks[k] && !isFiller(scan.marks[k]!.classes))) return false;
  }
  return false;
}

/** "[its] judges and an officer [case]": nouns that are joined stand in one case. */
export function caseBehind(scan: Scan, from: number): { case: string; to: number } | undefined {
  for (let k = from; k < Math.min(scan.tokens.length, from + 5); k++) {
    const marker = caseMarker(scan, k);
    if (marker) return marker.case === "gen" ? undefined : marker;
    if (scan.covered[k] || !scan.tokens[k]!.word || (scan.marks[k] && stops(scan.marks[k]!.classes))) return undefined;
  }
  return undefined;
}

/** "America's [NATO] ally": the alliance only says in what they are allies. */
export const namesAlliance = (scan: Scan, k: number): boolean =>
  scan.mentions[k]?.type === "Organization" && is(scan, scan.mentions[k]!.to, "ally");
