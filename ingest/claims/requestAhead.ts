import type { Grammar } from "./grammar.ts";
import { stops } from "./nouns.ts";
import { caseMarker, is, type Scan } from "./scan.ts";

/** Tokens between an owner and its request, at most. */
const reach = 10;

/**
 * "Chad's [from the border soldiers to remove] proposal": whether a noun with a case of its own stands within the noun phrase
 * of a request that an infinitive describes.
 */
export function requestAhead(scan: Scan, from: number, grammar: Grammar): boolean {
  for (let k = from; k < Math.min(scan.tokens.length, from + reach); k++) {
    if (scan.covered[k] || !scan.tokens[k]!.word || is(scan, k, "case.erg") || is(scan, k, "that")) return false;
    const infinitive =
      (grammar.hasForm(scan.tokens[k]!.lower, "infinitive") && !is(scan, k, "finite")) || is(scan, k, "goods");
    if (!infinitive && scan.marks[k] && is(scan, k, "finite")) return false;
    const marker =
      infinitive && (caseMarker(scan, k + 1) ?? (is(scan, k + 1, "relativiser") && { case: "gen", to: k + 2 }));
    if (marker && marker.case === "gen" && isRequest(scan, marker.to)) return true;
  }
  return false;
}

/** A request or an offer, behind two words that no list knows at most ("[the old] proposal"). */
function isRequest(scan: Scan, from: number): boolean {
  for (let k = from; k < from + 3 && scan.tokens[k]?.word && !scan.covered[k]; k++) {
    if (is(scan, k, "request") || is(scan, k, "proposal")) return true;
    if (scan.marks[k] && !is(scan, k, "filler") && !is(scan, k, "former") && !is(scan, k, "definite")) return false;
  }
  return false;
}

/** "[Russia]'s in the rules easing's demand": a place may stand within the noun phrase of a request. */
export function goesOn(scan: Scan, from: number, grammar: Grammar): boolean {
  if (grammar.lateSubject) return false;
  for (let k = from; k < Math.min(scan.tokens.length, from + 4); k++) {
    if (scan.covered[k] || !scan.tokens[k]!.word) return false;
    const marker = caseMarker(scan, k);
    if (marker?.case === "askedby") return true;
    if (marker) return marker.case === "gen" && (is(scan, marker.to, "request") || is(scan, marker.to, "proposal"));
    if (scan.marks[k] && stops(scan.marks[k]!.classes)) return false;
  }
  return false;
}
