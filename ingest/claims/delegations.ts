import { caseMarkerEnding, markEndingAt, nounPhraseStart } from "./ahead.ts";
import type { Grammar } from "./grammar.ts";
import type { Phrase } from "./phrase.ts";
import { caseMarker, is, type Scan } from "./scan.ts";

/** Words that a delegation and the name of who leads it stand apart, at most. */
const near = 7;

/** "a delegation led by X met", "in X's lead a delegation [erg] met": who leads a delegation does what it does. */
export function delegations(phrases: Phrase[], scan: Scan, grammar: Grammar): void {
  if (!scan.present.has("delegation")) return;
  for (const phrase of phrases) {
    const found = grammar.order === "prepositional" ? ledBy(phrase, scan) : inLead(phrase, scan, grammar);
    if (found) Object.assign(phrase, found, { owned: [] });
  }
}

/** "[a delegation] led by X": the phrase stands in the case of the delegation. */
function ledBy({ case: name, from }: Phrase, scan: Scan): Pick<Phrase, "case"> | undefined {
  if (name !== "by" || !is(scan, from - 1, "leading")) return undefined;
  const noun = markEndingAt(scan, from - 1) ?? markEndingAt(scan, from - 2);
  if (!noun?.classes.includes("delegation")) return undefined;
  return { case: caseMarkerEnding(scan, nounPhraseStart(scan, noun.from))?.case ?? "nom" };
}

/** "in X's lead the members' [delegation, erg]": the same where the noun comes last and bears the case. */
function inLead(
  { case: name, owned, to }: Phrase,
  scan: Scan,
  grammar: Grammar,
): Pick<Phrase, "case" | "to"> | undefined {
  // Where the word for leading is an organ too, the phrase has its case already.
  const lead = name === "gen" ? owned.at(-1) : markEndingAt(scan, to - 1);
  if (!lead?.classes.includes("leading")) return undefined;
  for (let k = Math.max(to, lead.to); k < Math.min(scan.tokens.length, lead.to + near); k++) {
    if (scan.covered[k] && scan.covered[k]!.form !== "demonym") break;
    const mark = scan.marks[k];
    if (!mark?.classes.includes("delegation")) continue;
    const marker = caseMarker(scan, mark.to);
    const ending = mark.ending === "" ? "nom" : grammar.caseOf(mark.ending);
    return { case: marker?.case ?? ending, to: marker?.to ?? mark.to };
  }
  return undefined;
}
