import type { Phrase } from "./phrase.ts";
import { is, type Scan } from "./scan.ts";

/**
 * "granted Peru's request, but turned down [Cuba's]": an owner right before a verb of granting or turning down owns what the
 * owner before it owns, where that is asked for or offered.
 */
export function ownersGapped(phrases: Phrase[], scan: Scan): void {
  for (const [index, phrase] of phrases.entries()) {
    if (phrase.case !== "gen" || phrase.owned.length > 0 || !is(scan, phrase.to - 1, "case.gen")) continue;
    let k = phrase.to;
    while (is(scan, k, "adverb")) k = scan.marks[k]?.to ?? k + 1;
    if (!answers.some((cls) => is(scan, k, cls))) continue;
    const noun = phrases[index - 1]?.case === "gen" ? phrases[index - 1]!.owned.at(-1) : undefined;
    if (!noun?.classes.some((cls) => cls === "request" || cls === "proposal")) continue;
    phrase.owned.push({ classes: noun.classes, from: phrase.to - 1, to: phrase.to, case: "nom" });
  }
}

/** What is done with a request. */
const answers = ["v.reject", "accept", "granted"];
