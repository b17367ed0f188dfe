import type { Phrase } from "./phrase.ts";
import { caseMarker, is, type Scan } from "./scan.ts";

/** Tokens that an aside between a name and its postposition may have. */
const longest = 30;

/** A phrase that an aside parts from its postposition, and where that stands. */
export interface Parted {
  phrase: Phrase;
  marker: { case: string; from: number; to: number };
}

/**
 * "[Kenya], which lies in Africa, [erg] refused": a postposition right behind a comma, dash or bracket belongs to the name
 * before the mark that opened the aside.
 */
export function partedByAside(phrases: Phrase[], scan: Scan): Parted[] {
  const found: Parted[] = [];
  for (let k = 2; k < scan.tokens.length; k++) {
    const marker = closers.test(scan.tokens[k - 1]!.text) ? caseMarker(scan, k) : undefined;
    if (!marker || !plain.has(marker.case)) continue;
    const phrase = parted(phrases, scan, k);
    if (phrase) found.push({ phrase, marker: { case: marker.case, from: k, to: marker.to } });
  }
  return found;
}

/** The name that the aside before a postposition belongs to: behind the last one that a relative pronoun follows. */
function parted(phrases: Phrase[], scan: Scan, k: number): Phrase | undefined {
  const before = phrases.filter(
    (phrase) =>
      phrase.case === "nom" &&
      phrase.to < k - 1 &&
      k - phrase.to < longest &&
      openers.test(scan.tokens[phrase.to]?.text ?? ""),
  );
  return before.findLast(({ to }) => opensRelative(scan, to + 1)) ?? before.at(-1);
}

const openers = /^[,(–—-]$/u;
const closers = /^[,)–—-]$/u;

/** Postpositions of one word that no clause begins with. */
const plain: ReadonlySet<string> = new Set(["erg", "dat", "abl", "gen", "by", "with", "on", "for"]);

const opensRelative = (scan: Scan, k: number): boolean =>
  scan.classes[k]?.some((cls) => cls.startsWith("pronoun.relative")) === true || is(scan, k, "relativiser");
