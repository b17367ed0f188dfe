import type { Noun } from "./phrase.ts";
import { caseMarker, is, type Mention, type Scan } from "./scan.ts";

/** "Houthi rebels" are the Houthis; "Mali's rebels" are not Mali. */
export const isGroup = (noun: Noun, mention: Mention): boolean =>
  noun.classes.includes("group") && mention.type !== "Country";

/** "Thai jets [erg]" bomb for Thailand: soldiers and arms that act act for their state. */
export const isArmed = (noun: Noun, name: string): boolean =>
  name === "erg" && noun.classes.some((cls) => cls === "troops" || cls === "goods");

/** "the Swedish [maker] will sell": a firm trades from its state. */
export const isFirm = (noun: Noun, mention: Mention): boolean =>
  noun.classes.includes("company") && mention.type === "Country";

export const isTransfer = (classes: readonly string[]): boolean =>
  classes.some((cls) => cls === "v.give" || cls === "v.send" || cls === "v.supply");

export const isPerson = (mention: Mention): boolean => mention.type === "Leader";

export const isVisit = (classes: readonly string[]): boolean =>
  classes.includes("visit") || classes.includes("meeting");

export const isVerb = (classes: readonly string[]): boolean =>
  classes.some((cls) => cls === "light" || cls.startsWith("v."));

/** "fuel–crisis": a dash between two words that are no names makes one noun of them. */
export const isHyphen = ({ tokens, covered }: Scan, k: number): boolean =>
  /^[-–]$/u.test(tokens[k]!.text) &&
  tokens[k - 1]?.end === tokens[k]!.start &&
  tokens[k]!.end === tokens[k + 1]?.start &&
  !covered[k - 1] &&
  !covered[k + 1];

export const isQuote = (text: string): boolean => "'\"‘’“”".includes(text);

/** A participle of making right before a request or an offer. */
export function isMade(scan: Scan, from: number, to: number): boolean {
  const given = is(scan, from, "part.give");
  if (!given && !is(scan, from, "made.request")) return false;
  if (given && caseMarker(scan, to)?.case === "askedby") return true;
  for (let k = to; k < to + farthest && scan.tokens[k]?.word && !scan.covered[k] && !is(scan, k, "that"); k++)
    if (is(scan, k, "request") || is(scan, k, "proposal")) return true;
  return false;
}

/** Words between a participle of making and the noun of what is made, at most: "called [to a summit to come] invitation". */
const farthest = 6;
