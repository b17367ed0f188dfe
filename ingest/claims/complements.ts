import type { Grammar } from "./grammar.ts";
import { is, type Scan } from "./scan.ts";
import { isDenied } from "./setApart.ts";

/** "arms that Iran sent": no word of saying stands before, and the conjunction follows a noun. */
export function describes(scan: Scan, that: number, of: number[], clause: number): boolean {
  const before = scan.tokens[that - 1]!;
  // "It was Chad, and not Mali, that"
  const last = scan.covered[that - 2];
  if (before.text === "," && last?.to === that - 1 && isDenied(scan, last.from)) return true;
  if (!before.word || (isVerbal(scan, that - 1) && !isCounted(scan, that - 1))) return false;
  if (is(scan, that - 1, "untrue")) return false;
  if (is(scan, that + 1, "and") || scan.classes[that - 1]!.some((cls) => cls === "adverb" || cls.startsWith("g.")))
    return false;
  for (let k = that - 1; k >= 0 && of[k] === clause; k--)
    // "one of the states that": the plural of a noun says nothing.
    if (
      !is(scan, k, "states") &&
      scan.classes[k]!.some((cls) => cls.startsWith("speech") || cls === "allegation" || cls === "g.accuse")
    )
      return false;
  return true;
}

/** "a dozen states", "the shells": a noun that might be a verb elsewhere. */
const isCounted = (scan: Scan, k: number): boolean =>
  (is(scan, k, "states") || is(scan, k, "goods")) &&
  ["determiner", "filler", "case.of", "goods"].some((cls) => is(scan, k - 1, cls));

/** "what [Islamabad called] camps": the end of an aside about who names a thing so, or undefined. */
export function namedBy(scan: Scan, k: number): number | undefined {
  if (!scan.marks[k] || !is(scan, k, "free.relative")) return undefined;
  let at = k + 1;
  while (
    at < k + 5 &&
    (scan.mentions[at] || isHead(scan, at) || is(scan, at, "determiner") || is(scan, at, "pronoun.personal.nom"))
  )
    at = scan.mentions[at]?.to ?? scan.marks[at]?.to ?? at + 1;
  if (at === k + 1 || !(is(scan, at, "speech") || is(scan, at, "v.consider"))) return undefined;
  at = scan.marks[at]!.to;
  while (is(scan, at, "be") || is(scan, at, "as")) at = scan.marks[at]!.to;
  return at;
}

/** "said Chad would not", "told London it will not": a complement without its conjunction begins at its subject. */
export function unmarked(scan: Scan, k: number, of: number[], clause: number, grammar: Grammar): boolean {
  const described = scan.marks[k]?.classes.some((cls) => cls.startsWith("described."));
  const own = ownState(scan, k);
  if (described || own || is(scan, k, "pronoun.personal.nom")) {
    if (!verbNext(scan, own ?? scan.marks[k]?.to ?? k + 1, grammar)) return false;
    for (let n = k - 1; n >= Math.max(0, k - 8) && of[n] === clause; n--) {
      if (is(scan, n, "speech") || (is(scan, n, "announcement") && n === k - 1)) return true;
      if (isVerbal(scan, n) || scan.tokens[n]!.text === "," || is(scan, n, "and")) return false;
    }
    return false;
  }
  if (is(scan, k, "existential") && is(scan, k - 1, "speech")) return verbNext(scan, k + 1, grammar);
  // "says the depots are used": a noun with its article, and a helping verb behind it.
  if (
    is(scan, k, "determiner") &&
    is(scan, k - 1, "speech") &&
    !is(scan, k - 1, "g.ask") &&
    !is(scan, k - 1, "v.told")
  ) {
    for (let n = k + 1; n < k + 6 && scan.tokens[n]?.word; n++) {
      if (["be", "aux", "future", "possible.reported"].some((cls) => is(scan, n, cls))) return n > k + 1;
      if (scan.classes[n]!.some((cls) => cls.startsWith("case.") || cls.startsWith("v.") || cls === "that"))
        return false;
    }
    return false;
  }
  const mention = scan.mentions[k];
  if (!mention || !is(scan, k - 1, "speech") || is(scan, k - 1, "g.ask") || scan.tokens[k - 2]?.text === ",")
    return false;
  let next = mention.to;
  // "reaffirmed Iran's support": what an owner owns is no verb.
  if (grammar.caseOf(mention.ending) === "gen" && !isHead(scan, next)) return false;
  while (next < k + 15) {
    const listed = joinedName(scan, next);
    if (listed === undefined && !scan.mentions[next] && !isHead(scan, next)) break;
    next = listed ?? scan.mentions[next]?.to ?? scan.marks[next]?.to ?? next + 1;
  }
  return verbNext(scan, next, grammar);
}

/** "Chad[, Mali] [and the Union]": the end of a name that a comma or a conjunction adds. */
function joinedName(scan: Scan, k: number): number | undefined {
  if (scan.tokens[k]?.text !== "," && !is(scan, k, "and")) return undefined;
  const from = is(scan, k + 1, "and") ? k + 2 : k + 1;
  return scan.mentions[is(scan, from, "determiner") ? from + 1 : from]?.to;
}

/** "said [his country] would", "says [its army] has": the end of a state or an organ of one's own. */
function ownState(scan: Scan, k: number): number | undefined {
  const noun = is(scan, k, "pronoun.own.gen") && scan.marks[k] ? scan.marks[scan.marks[k].to] : undefined;
  return noun?.classes.some((cls) => cls === "state" || cls === "organ") ? noun.to : undefined;
}

/** "as Finland's closest ally": what somebody is, not what somebody does. */
export function namesRole(scan: Scan, as: number): boolean {
  if (!is(scan, as, "as")) return false;
  let k = as + 1;
  while (
    k < as + 7 &&
    (scan.mentions[k] || ["determiner", "filler", "pronoun.own.gen"].some((cls) => is(scan, k, cls)))
  )
    k = scan.mentions[k]?.to ?? scan.marks[k]?.to ?? k + 1;
  return ["ally", "supplier", "customer", "member", "patron"].some((cls) => is(scan, k, cls));
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
      ["be", "aux", "future", "possible", "possible.reported", "negation", "speech", "unwilling"].includes(cls) ||
      cls.startsWith("v."),
  );
}

/** "a polite [but] unmistakable no": behind an article and a word that no verb follows the conjunction opens no clause. */
export function joinsAdjectives(scan: Scan, k: number): boolean {
  if (!is(scan, k, "adversative") || !is(scan, k - 2, "article")) return false;
  return [k - 1, k + 1, k + 2].every(
    (n) =>
      scan.tokens[n]?.word === true &&
      !scan.covered[n] &&
      !scan.classes[n]!.some(
        (cls) => cls.startsWith("v.") || cls.startsWith("pronoun.") || ["be", "aux", "speech", "future"].includes(cls),
      ),
  );
}
