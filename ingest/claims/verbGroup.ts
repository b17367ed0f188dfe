import type { Clauses } from "./clauses.ts";
import { is, type Scan } from "./scan.ts";

/** Words that stand with a verb before it: helping verbs, negations, adverbs. */
export function inVerbGroup(scan: Scan, k: number): boolean {
  return (
    is(scan, k, "aux") ||
    is(scan, k, "be") ||
    is(scan, k, "future") ||
    is(scan, k, "negation") ||
    is(scan, k, "possible") ||
    is(scan, k, "possible.reported") ||
    is(scan, k, "adverb") ||
    is(scan, k, "case.to") ||
    is(scan, k, "reportedly") ||
    is(scan, k, "nearly") ||
    is(scan, k, "notonly")
  );
}

/** "had not, [as was reported], refused": the part of a verb group that stands before what is told in passing. */
export function asideBefore(scan: Scan, begin: number, { of }: Clauses): [number, number] | undefined {
  if (begin < 3 || scan.tokens[begin - 1]!.text !== ",") return undefined;
  let comma = begin - 2;
  while (comma > begin - longestAside && comma > 0 && scan.tokens[comma]!.text !== ",") comma--;
  if (scan.tokens[comma]?.text !== "," || !isHelping(scan, comma - 1)) return undefined;
  // "does not, [and says it never will], recognise"
  if (of[comma - 1] !== of[begin] && !is(scan, comma + 1, "and")) return undefined;
  let first = comma - 1;
  while (first > 0 && of[first - 1] === of[comma - 1] && inVerbGroup(scan, first - 1)) first--;
  return [first, comma];
}

const isHelping = (scan: Scan, k: number): boolean =>
  is(scan, k, "negation") || is(scan, k, "aux") || is(scan, k, "be") || is(scan, k, "future");

/** Words told in passing inside of a verb group, at most. */
const longestAside = 12;

export function* range(from: number, to: number): Iterable<number> {
  for (let k = from; k < to; k++) yield k;
}
