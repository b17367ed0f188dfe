import type { Clause } from "./clauses.ts";
import type { Grammar } from "./grammar.ts";
import { is, type Scan } from "./scan.ts";

/** A second verb group of a relative clause belongs to the clause around it, unless a conjunction joins it on. */
export function isOver(scan: Scan, grammar: Grammar, from: number, k: number): boolean {
  if (!scan.marks[k] || !isHelping(scan, k)) return false;
  if (is(scan, k - 1, "and") || is(scan, k - 1, "adversative") || is(scan, k - 1, "adverb")) return false;
  let verb = false;
  let over = false;
  for (let n = from + 1; n < k; n++) {
    if (/^[,;:]$/u.test(scan.tokens[n]!.text)) return false;
    const verbal =
      isHelping(scan, n) ||
      is(scan, n, "negation") ||
      (!scan.covered[n] &&
        !isOwned(scan, n) &&
        (scan.classes[n]!.some((cls) => cls.startsWith("v.") || cls === "speech") ||
          grammar.hasForm(scan.tokens[n]!.lower, "participle")));
    if (verbal && !over) verb = true;
    else if (verb && !verbal && !is(scan, n, "adverb") && !is(scan, n, "case.to")) over = true;
    if (verbal && over && !is(scan, n, "goods")) return false;
  }
  return verb && over;
}

/** "that turned down Chad's [request] was", "whose [arrest] Chad had sought": behind an owner or an article such a word is a noun. */
const isOwned = (scan: Scan, k: number): boolean =>
  is(scan, k - 1, "pronoun.relative.gen") ||
  ((is(scan, k, "request") || is(scan, k, "proposal")) &&
    (scan.covered[k - 1] !== undefined || is(scan, k - 1, "determiner")));

const isHelping = (scan: Scan, k: number): boolean =>
  is(scan, k, "be") || is(scan, k, "aux") || is(scan, k, "future") || is(scan, k, "possible");

/** A comma behind a clause that depends on a relative clause told in passing: the verb of the clause around both follows. */
export function closesAside(scan: Scan, grammar: Grammar, found: Clause[], id: number, comma: number): boolean {
  const { kind, parent } = found[id]!;
  const outer = found[parent];
  if (kind !== "that" || outer?.kind !== "relative" || scan.tokens[outer.from - 1]?.text !== ",") return false;
  let k = comma + 1;
  while (is(scan, k, "adverb")) k = scan.marks[k]?.to ?? k + 1;
  const word = scan.tokens[k]?.lower;
  if (word === undefined || scan.covered[k] || grammar.hasForm(word, "gerund")) return false;
  return isHelping(scan, k) || is(scan, k, "speech") || isPast(scan, grammar, k);
}

const isPast = (scan: Scan, grammar: Grammar, k: number): boolean =>
  scan.classes[k]!.some((cls) => cls.startsWith("v.")) && grammar.hasForm(scan.tokens[k]!.lower, "participle");

/** "after [doing]", and right before "after" any verb of giving, turning down or accepting: "after [handing] it over". */
export function isVerbalNoun(scan: Scan, grammar: Grammar, k: number): boolean {
  const verb = is(scan, k, "light") || (is(scan, k + 1, "after") && scan.classes[k]!.some((cls) => acts.has(cls)));
  return verb && grammar.hasForm(scan.tokens[k]!.lower, "infinitive");
}

const acts: ReadonlySet<string> = new Set([
  "accept",
  "v.give",
  "v.send",
  "v.supply",
  "v.return",
  "v.reject",
  "v.admit",
  "v.aside",
  "v.heeded",
  "v.unkept",
]);
