import type { Grammar } from "./grammar.ts";
import { is, type Scan } from "./scan.ts";

/** A finite verb, and not a participle before a noun. */
export function isFiniteVerb(scan: Scan, grammar: Grammar, k: number): boolean {
  const { lower, word } = scan.tokens[k]!;
  if (!word || scan.covered[k]) return false;
  if (is(scan, k, "finite")) return true;
  if (grammar.lateSubject && grammar.lexicon.isFinite(lower)) {
    // "turned [it] down": the verb in which an idiom ends.
    if (endsIdiom(scan, k) && grammar.hasForm(lower, "finite")) return true;
    // A form that may be a participle is finite before its negation, and before a subject that ends the clause.
    const subject = scan.mentions[k + 1];
    if (is(scan, k + 1, "negation") || (subject?.ending === "" && scan.tokens[subject.to]?.text === ",")) return true;
  }
  // "gives no weight and": behind its negation a habit needs no copula.
  if (!grammar.lateSubject && is(scan, k - 1, "negation") && is(scan, k + 1, "and") && is(scan, k, "light"))
    return true;
  // A noun of a list may end like a verb.
  const known = scan.classes[k]!;
  if (known.length > 0 && !known.some((cls) => cls === "light" || cls === "speech" || cls.startsWith("v.")))
    return false;
  return grammar.inForm(scan.tokens[k]!, "finite");
}

const endsIdiom = (scan: Scan, k: number): boolean =>
  scan.marks[k] === undefined && scan.classes[k]!.length > 0 && scan.classes[k] === scan.classes[k - 1];
