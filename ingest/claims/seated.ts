import { caseMarkerEnding, markEndingAt, nounPhraseStart } from "./ahead.ts";
import type { Phrase } from "./phrase.ts";
import type { Scan } from "./scan.ts";

/** Prepositions that bind a government to its state or seat. */
const binding: ReadonlySet<string> = new Set(["of", "in"]);

/** "[the government of] Chad", "[officials in] Nairobi": who rules somewhere acts for it, in the case of the whole. */
export function seated(phrases: Phrase[], scan: Scan): void {
  for (const phrase of phrases) {
    if (!binding.has(phrase.case) || phrase.adjectival || phrase.title) continue;
    const organ = markEndingAt(scan, phrase.from);
    if (!organ) continue;
    // "fighters of the M23 group": of what is no state its people act.
    const group = phrase.case === "of" && !phrase.actor.state && organ.classes.includes("seated.group");
    if (!group && phrase.actor.via !== "name") continue;
    if (!group && !organ.classes.includes(phrase.case === "of" ? "seated.of" : "seated.in")) continue;
    // "Yemen's government in Aden", "French officials in Kyiv": it is another's already.
    if (phrases.some((each) => each !== phrase && each.from <= organ.from && organ.from < each.to)) continue;
    const start = nounPhraseStart(scan, organ.from);
    const before = caseMarkerEnding(scan, start);
    for (const member of phrases) {
      if (member.group !== phrase.group) continue;
      member.case = before?.case ?? "nom";
      member.actor = { ...member.actor, via: "organ" };
      member.owned = [];
    }
    phrase.from = before?.from ?? start;
  }
}
