import { is, type Scan } from "./scan.ts";
import { range } from "./verbGroup.ts";

/** Words of an aside behind a subject, at most. */
const longest = 14;

/** "Peru stayed away, and [Chad, its ally,] refused": behind a verb, a name, what is told of it between commas, and its verb. */
export function describedAhead(scan: Scan, and: number, from: number): boolean {
  const mention = scan.mentions[and + 1];
  if (!mention || scan.tokens[mention.to]?.text !== "," || ![...range(from, and)].some((k) => isVerb(scan, k)))
    return false;
  return asideEnd(scan, mention.to) > 0;
}

/** "when [Nauru,] an island of 12,500 people, switched": the subject right behind what opens the clause, an aside, and its verb. */
export const opensAside = (scan: Scan, comma: number, from: number): boolean =>
  scan.covered[comma - 1] !== undefined &&
  ![...range(from + 1, comma)].some((k) => !scan.covered[k] && isVerb(scan, k)) &&
  asideEnd(scan, comma) > 0;

/** "after Malta[,] Cyprus and Greece recognised it": a list of subjects goes on behind the comma, and their verb follows. */
export function listsSubjects(scan: Scan, comma: number, from: number): boolean {
  if (!scan.covered[comma - 1] || [...range(from + 1, comma)].some((k) => !scan.covered[k] && isVerb(scan, k)))
    return false;
  let k = comma;
  while (scan.tokens[k]?.text === "," && scan.mentions[k + 1]) k = scan.mentions[k + 1]!.to;
  if (scan.tokens[k]?.text === ",") k++;
  const last = is(scan, k, "and") ? scan.mentions[k + 1] : undefined;
  if (!last) return false;
  k = last.to;
  while (is(scan, k, "adverb")) k++;
  return isVerb(scan, k);
}

/** "Kenya, [whose ties with Oman are old], recognised it": a clause between commas that needs no verb, the last one of its sentence. */
export const closesVerbless = (scan: Scan, from: number, comma: number): boolean =>
  scan.tokens[from - 1]?.text === "," &&
  !scan.covered[comma - 1] &&
  !scan.tokens.some(({ text }, k) => k > comma && text === ",");

/** The comma that closes what one opens, where a verb follows; −1 where none does. */
export function asideEnd(scan: Scan, comma: number): number {
  const end = Math.min(scan.tokens.length, comma + longest);
  const close = scan.tokens.findIndex(({ text }, k) => k > comma && k < end && text === ",");
  let k = close + 1;
  while (is(scan, k, "adverb")) k++;
  return close > 0 && isVerb(scan, k) && !is(scan, k, "case.to") ? close : -1;
}

const isVerb = (scan: Scan, k: number): boolean =>
  scan.classes[k]?.some((cls) => cls.startsWith("v.") || verbal.has(cls)) === true;
const verbal: ReadonlySet<string> = new Set(["be", "aux", "speech", "future", "possible"]);
