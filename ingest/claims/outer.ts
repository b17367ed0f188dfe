import { caseMarkerEnding, markEndingAt, nounAhead, nounPhraseStart } from "./ahead.ts";
import type { Grammar } from "./grammar.ts";
import type { Phrase } from "./phrase.ts";
import { is, type Mention, type Scan } from "./scan.ts";
import { begins, Capital } from "./signs.ts";

/** "to [its ally] Armenia", "from [the island nation] Fiji", "from BP and [its partner] Chad": where the whole noun phrase begins. */
export function outerStart(scan: Scan, from: number, grammar: Grammar): number {
  let start = from;
  let ally = false;
  for (let step = 0; step < 3; step++) {
    const mark = markEndingAt(scan, start);
    const described = mark?.classes.some((cls) => cls === "ally" || cls === "kind" || cls.startsWith("described."));
    const shared = mark?.classes.includes("states") && ownedBy(scan, mark.from);
    if (mark && (shared || described || mark.classes.includes("pronoun.own.gen"))) {
      ally ||= described === true;
      start = nounPhraseStart(scan, mark.from);
      continue;
    }
    const owner = ally ? scan.covered[start - 1] : undefined;
    // "from Russia's ally Armenia", "with the African bloc ECOWAS"
    if (owner && (grammar.caseOf(owner.ending) === "gen" || owner.form === "demonym"))
      start = nounPhraseStart(scan, owner.from);
    break;
  }
  // "from De Beers and Namibia": a name that no list knows, joined to it, has the preposition of both.
  let unknown = start - 1;
  if (is(scan, unknown, "and"))
    do unknown--;
    while (unknown > 0 && start - unknown < 6 && isUnknownName(scan, unknown));
  return start - unknown > 2 && caseMarkerEnding(scan, unknown + 1) ? unknown + 1 : start;
}

/** "[its] neighbours": a pronoun owns the noun. */
const ownedBy = (scan: Scan, from: number): boolean =>
  is(scan, nounPhraseStart(scan, from) - 1, "pronoun.own.gen") || is(scan, from - 1, "pronoun.own.gen");

const isUnknownName = (scan: Scan, k: number): boolean =>
  begins(scan.tokens[k]!.text, Capital) && !scan.covered[k] && (!scan.marks[k] || is(scan, k, "name.particle"));

/** "with his counterpart, [name]": the preposition before a person's title holds for the name behind the comma. */
export function takeTitle(phrase: Phrase, title: number, scan: Scan): void {
  let start = nounPhraseStart(scan, title);
  if (!is(scan, start - 1, "pronoun.own.gen")) return;
  start = markEndingAt(scan, start)?.from ?? start - 1;
  const marker = caseMarkerEnding(scan, start);
  phrase.case = marker?.case ?? "nom";
  phrase.from = marker?.from ?? start;
}

/** "…, with Chilean mediators looking on": a gerund follows. */
export function isCircumstance(
  scan: Scan,
  grammar: Grammar,
  { case: name, from }: { case: string; from: number },
  to: number,
) {
  if (name !== "with" || scan.marks[from]!.to !== from + 1) return false;
  const opens = from === 0;
  if (!opens && scan.tokens[from - 1]!.text !== ",") return false;
  // "with [Chad, Mali and Togo] looking on"
  let end = to;
  while (scan.covered[end] || ((scan.tokens[end]?.text === "," || is(scan, end, "and")) && isListed(scan, end)))
    end = scan.covered[end]?.to ?? end + 1;
  return scan.tokens
    .slice(end, end + (opens ? 1 : 4))
    .some(({ word, lower }) => word && grammar.hasForm(lower, "gerund"));
}

/** Whether a name follows a comma or a conjunction. */
const isListed = (scan: Scan, k: number): boolean =>
  scan.covered[k + 1] !== undefined || (is(scan, k + 1, "and") && scan.covered[k + 2] !== undefined);

/** "a Kharkiv market", "a Hanoi court": a name behind an article that counts only modifies. */
export const isAttribute = ({ from, to, form }: Mention, scan: Scan): boolean =>
  form !== "demonym" &&
  is(scan, from - 1, "indefinite") &&
  begins(scan.tokens[to - 1]!.text, Capital) &&
  nounAhead(scan, to);
