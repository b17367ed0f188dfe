import { isNounish } from "./ahead.ts";
import { opensAside } from "./asides.ts";
import type { Grammar } from "./grammar.ts";
import { is, type Scan } from "./scan.ts";

/** "as Riyadh has asked" is a clause, "as a state" is not: a verb follows before the next mark. */
export function verbAhead(scan: Scan, from: number, grammar: Grammar): boolean {
  const goesOn = (k: number): boolean =>
    scan.tokens[k]!.word || (scan.covered[k - 1] && scan.covered[k + 1]) !== undefined;
  for (let k = from + 1; k < Math.min(scan.tokens.length, from + 10); k++) {
    // "after Nauru, an island of 12,500 people, switched"
    if (!goesOn(k))
      return grammar.order === "prepositional" && scan.tokens[k]!.text === "," && opensAside(scan, k, from);
    if (grammar.order === "prepositional" && (is(scan, k, "that") || isRelative(scan, k) || is(scan, k, "as")))
      return false;
    // "as a gift", "after talks": behind an article, or without a subject, such a word is a noun.
    const noun =
      grammar.order === "prepositional" &&
      (is(scan, k - 1, "determiner") || (k === from + 1 && isNounish(scan.classes[k]!)));
    const verbal = scan.classes[k]!.some(
      (cls) => cls === "be" || cls === "aux" || cls === "future" || cls === "speech" || (cls.startsWith("v.") && !noun),
    );
    if (verbal || grammar.hasForm(scan.tokens[k]!.lower, "finite")) return true;
  }
  return false;
}

/** A relative pronoun, of whatever case. */
export function isRelative(scan: Scan, k: number): boolean {
  if (contrasts(scan, k)) return false;
  return scan.marks[k]?.classes.some((cls) => cls.startsWith("pronoun.relative")) ?? false;
}

/** "Chad [on the one hand] refused, [on the other] Mali agreed": a word for a place that only sets one against another. */
function contrasts(scan: Scan, k: number): boolean {
  if (!is(scan, k, "contrast.first") || k === 0 || !scan.tokens[k - 1]!.word) return false;
  return scan.classes.some(
    (classes, n) => n > k && classes.includes("contrast.second") && scan.tokens[n - 1]!.text === ",",
  );
}
