import type { Grammar } from "./grammar.ts";
import { is, type Scan } from "./scan.ts";

/** "arms that Iran sent": no word of saying stands before, and the conjunction follows a noun. */
export function describes(scan: Scan, that: number, of: number[], clause: number): boolean {
  const before = scan.tokens[that - 1]!;
  if (!before.word || isVerbal(scan, that - 1)) return false;
  if (is(scan, that + 1, "and") || scan.classes[that - 1]!.some((cls) => cls === "adverb" || cls.startsWith("g.")))
    return false;
  for (let k = that - 1; k >= 0 && of[k] === clause; k--)
    if (scan.classes[k]!.some((cls) => cls.startsWith("speech") || cls === "allegation" || cls === "g.accuse"))
      return false;
  return true;
}

/** "said Chad would not", "told London it will not": a complement without its conjunction begins at its subject. */
export function unmarked(scan: Scan, k: number, of: number[], clause: number, grammar: Grammar): boolean {
  const described = scan.marks[k]?.classes.some((cls) => cls.startsWith("described."));
  if (described || is(scan, k, "pronoun.personal.nom")) {
    if (!verbNext(scan, scan.marks[k]?.to ?? k + 1, grammar)) return false;
    for (let n = k - 1; n >= Math.max(0, k - 8) && of[n] === clause; n--) {
      if (is(scan, n, "speech") || (is(scan, n, "announcement") && n === k - 1)) return true;
      if (isVerbal(scan, n) || scan.tokens[n]!.text === "," || is(scan, n, "and")) return false;
    }
    return false;
  }
  const mention = scan.mentions[k];
  if (!mention || !is(scan, k - 1, "speech") || is(scan, k - 1, "g.ask") || scan.tokens[k - 2]?.text === ",")
    return false;
  let next = mention.to;
  // "reaffirmed Iran's support": what an owner owns is no verb.
  if (grammar.caseOf(mention.ending) === "gen" && !isHead(scan, next)) return false;
  while (next < k + 5 && (scan.mentions[next] || isHead(scan, next)))
    next = scan.mentions[next]?.to ?? scan.marks[next]?.to ?? next + 1;
  return verbNext(scan, next, grammar);
}

const isHead = (scan: Scan, k: number): boolean =>
  (scan.classes[k] ?? []).some((cls) => cls === "organ" || cls.startsWith("title"));

function verbNext(scan: Scan, from: number, grammar: Grammar): boolean {
  let k = from;
  while (is(scan, k, "adverb") && !isVerbal(scan, k)) k++;
  return isVerbal(scan, k) || (scan.tokens[k] !== undefined && grammar.hasForm(scan.tokens[k]!.lower, "finite"));
}

function isVerbal(scan: Scan, k: number): boolean {
  return (scan.classes[k] ?? []).some(
    (cls) =>
      ["be", "aux", "future", "possible", "possible.reported", "negation", "speech"].includes(cls) ||
      cls.startsWith("v."),
  );
}
