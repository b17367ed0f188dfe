import { caseMarkerEnding, markEndingAt, nounPhraseStart } from "./ahead.ts";
import { attach } from "./attach.ts";
import type { Phrase } from "./phrase.ts";
import { is, type Scan } from "./scan.ts";
import { begins, Capital } from "./signs.ts";

/** Prepositions that bind a government to its state or seat. */
const binding: ReadonlySet<string> = new Set(["of", "in"]);

/** "[a panel of] UN experts", "[dozens of] Kenyan soldiers": those who are counted stand in the case of the whole. */
export function counted(phrases: Phrase[], scan: Scan): void {
  if (!scan.present.has("bodyof")) return;
  for (const phrase of phrases) {
    const body = phrase.actor.via === "organ" ? markEndingAt(scan, phrase.from) : undefined;
    if (!body?.classes.includes("bodyof") || phrase.case !== "nom") continue;
    const before = caseMarkerEnding(scan, body.from);
    phrase.case = before?.case ?? "nom";
    phrase.from = before?.from ?? body.from;
  }
}

/** "[the government of] Chad", "[officials in] Nairobi": who rules somewhere acts for it, in the case of the whole. */
export function seated(phrases: Phrase[], scan: Scan): void {
  for (const phrase of phrases) {
    const spokesman = phrase.case === "for" && is(scan, phrase.from - 1, "spokes");
    const sent = phrase.case === "from" && delegates(phrase, scan);
    if ((!binding.has(phrase.case) && !spokesman && !sent) || phrase.adjectival || phrase.title) continue;
    const organ = markEndingAt(scan, phrase.from);
    if (!organ) continue;
    // "fighters of the M23 group": of what is no state its people act.
    const group = phrase.case === "of" && !phrase.actor.state && organ.classes.includes("seated.group");
    if (!group && !spokesman && phrase.actor.via !== "name") continue;
    if (!group && !spokesman && !sent && !organ.classes.includes(phrase.case === "of" ? "seated.of" : "seated.in"))
      continue;
    // "Yemen's government in Aden", "French officials in Kyiv": it is another's already.
    if (phrases.some((each) => each !== phrase && each.from <= organ.from && organ.from < each.to)) continue;
    // "European leaders in Washington": they are guests there.
    if (phrase.case === "in" && organ.from > 1 && begins(scan.tokens[organ.from - 1]!.text, Capital)) continue;
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

/** "[the island nation of] Nauru": what a state is called stands before its name, in the case of the whole. */
export function nationsOf(phrases: Phrase[], scan: Scan): void {
  if (!scan.present.has("nation.of")) return;
  for (const phrase of phrases) {
    const kind = phrase.case === "of" && !phrase.adjectival ? markEndingAt(scan, phrase.from) : undefined;
    if (!kind?.classes.includes("nation.of")) continue;
    const named = described(scan, kind.from);
    // "of the Moscow-backed regions of": what modifies the noun stands between it and the preposition.
    const modifier = phrases.find((each) => each.adjectival && each.to === named);
    const start = modifier ? nounPhraseStart(scan, modifier.actor.from) : named;
    const before = caseMarkerEnding(scan, start);
    phrase.case = before?.case ?? "nom";
    phrase.from = before?.from ?? start;
    phrase.owned = [];
    attach(phrase, phrase.from, scan);
  }
}

/** "the tiny oil-rich [nation of] Nauru": up to the article may stand words that no list knows. */
function described(scan: Scan, noun: number): number {
  for (let k = noun - 1; k >= Math.max(0, noun - 6); k--) {
    if (is(scan, k, "determiner")) return k;
    const closed = scan.classes[k]!.some((cls) => cls.startsWith("v.") || cls.startsWith("case.") || cls === "and");
    if (!scan.tokens[k]!.word || closed) break;
  }
  return nounPhraseStart(scan, noun);
}

/** "[envoys from] the Union sat down": who comes from somewhere acts for it, where the words open their clause. */
function delegates(phrase: Phrase, scan: Scan): boolean {
  const noun = markEndingAt(scan, phrase.from);
  if (!noun?.classes.includes("delegates") || phrase.actor.via !== "name") return false;
  const before = nounPhraseStart(scan, noun.from) - 1;
  const opens = before < 0 || !scan.tokens[before]!.word || is(scan, before, "that") || is(scan, before, "adversative");
  const to = phrase.to;
  return opens && (scan.classes[to]?.some((cls) => cls.startsWith("v.") || acting.includes(cls)) ?? false);
}

const acting = ["be", "aux", "speech", "future"];
