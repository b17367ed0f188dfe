import type { Analysis } from "./analysis.ts";
import type { Slot } from "./frames.ts";
import type { Grammar } from "./grammar.ts";
import type { Phrase } from "./phrase.ts";
import { caseMarker, is, type Scan } from "./scan.ts";
import type { Cue } from "./scope.ts";
import type { Stance } from "./stance.ts";

/** Whether a phrase in the right case belongs to something else in the sentence and must not fill the slot. */
export const isUnfit = (phrase: Phrase, slot: Slot, cue: Cue, stance: Stance, analysis: Analysis): boolean =>
  isOfSubject(phrase, slot, cue, stance, analysis) ||
  isElsewhere(phrase, slot, cue, analysis) ||
  isOfPurpose(phrase, slot, cue, analysis) ||
  isMeans(phrase, slot, cue, analysis) ||
  isOfOtherDeed(phrase, slot, cue, analysis) ||
  isDestination(phrase, slot, analysis) ||
  isOfEvent(phrase, slot, cue, analysis);

/** "an ally of [Turkey] recaptured": what stands with "of" before an active verb belongs to its subject. */
const isOfSubject = (
  phrase: Phrase,
  slot: Slot,
  cue: Cue,
  { passive, nominal }: Stance,
  { grammar }: Analysis,
): boolean =>
  grammar.order === "prepositional" &&
  slot.case === "of" &&
  slot.of === undefined &&
  !passive &&
  !nominal &&
  phrase.to <= cue[0];

/** "used [Dutch] lorries to bring cocaine": what a deed is done with is not what goes over. */
const isMeans = (phrase: Phrase, slot: Slot, cue: Cue, { grammar, scan }: Analysis): boolean =>
  grammar.order === "prepositional" && slot.of === "goods" && phrase.to < cue[0] && is(scan, cue[0] - 1, "case.to");

/** "requests by Spain were blocked": who stands behind another noun has not done what the verb tells. */
const isElsewhere = (phrase: Phrase, slot: Slot, cue: Cue, { grammar }: Analysis): boolean =>
  grammar.order === "prepositional" &&
  slot.case === "by" &&
  slot.of === undefined &&
  phrase.owned.length > 0 &&
  phrase.to <= cue[0];

/** "before [a state]'s founding": a name right before a noun in the genitive that a postposition follows is what that is about. */
const isOfEvent = ({ case: name, to }: Phrase, slot: Slot, cue: Cue, { scan, grammar }: Analysis): boolean =>
  grammar.lateSubject &&
  slot.case === "nom" &&
  name === "nom" &&
  to + 1 < cue[0] &&
  scan.marks[to] === undefined &&
  scan.covered[to] === undefined &&
  is(scan, to + 1, "wants.genitive") &&
  grammar.genitiveEnding(scan.tokens[to]!.lower) !== "";

/** "after an attack on [parliament] Chad banned it": where another deed happened that a postposition follows. */
function isOfOtherDeed({ to }: Phrase, slot: Slot, cue: Cue, { scan, grammar }: Analysis): boolean {
  if (grammar.order !== "postpositional" || (slot.case !== "on" && slot.case !== "loc")) return false;
  for (let k = to; k < cue[0] && k < to + 9; k++) {
    if (scan.covered[k]) return false;
    if (!is(scan, k, "attack") || !scan.marks[k]) continue;
    const after = scan.marks[k]!.to;
    const closed = caseMarker(scan, after) !== undefined || scan.marks[k]!.ending !== "";
    if (closed && after <= cue[0] && (k === to || is(scan, cue[0], "attack"))) return true;
  }
  return false;
}

/** "[Kyiv] to send": a bare name right before an infinitive of sending is where the thing goes. */
const isDestination = ({ case: name, to }: Phrase, slot: Slot, { scan, grammar }: Analysis): boolean =>
  slot.case === "nom" &&
  name === "nom" &&
  grammar.order === "postpositional" &&
  !grammar.lateSubject &&
  is(scan, to, "v.send") &&
  grammar.hasForm(scan.tokens[to]!.lower, "infinitive");

const given = ["goods", "v.supply", "v.send", "v.give", "recognition", "statehood"];

/** "to fetch [the Indians] ships were sent": whom something is sent to bring, stop or watch gets nothing. */
function isFetched({ to }: Phrase, cue: Cue, scan: Scan, grammar: Grammar): boolean {
  if (!is(scan, cue[0], "goods") && !given.some((cls) => is(scan, cue[0], cls))) return false;
  return (
    to + 1 < cue[0] &&
    grammar.hasForm(scan.tokens[to]!.lower, "infinitive") &&
    !scan.classes[to]!.some((cls) => given.includes(cls) || cls === "benefit" || cls === "light") &&
    is(scan, to + 1, "case.for")
  );
}

/** "to stop [Beijing] gave Manila missiles": the object of an infinitive before the cue is no recipient, unless it is helped. */
function isOfPurpose(phrase: Phrase, slot: Slot, cue: Cue, { scan, grammar, clauses, phrases }: Analysis): boolean {
  if (grammar.order !== "postpositional" || slot.case !== "dat") return false;
  if (!grammar.lateSubject) return isFetched(phrase, cue, scan, grammar);
  const asks = is(scan, cue[0], "request");
  if (!asks && !given.some((cls) => is(scan, cue[0], cls))) return false;
  let gives = false;
  const end = phrase.to <= cue[0] ? cue[0] : Math.min(scan.tokens.length, phrase.to + 4);
  for (let k = phrase.to; k < end && clauses.of[k] === clauses.of[cue[0]]; k++) {
    if (scan.covered[k]) {
      if (asks) return false;
      // The genitive of another name may stand inside the purpose, no further party.
      const other = phrases.find((each) => each.from <= k && k < each.to);
      if (other && other.case !== "gen" && other.case !== "loc") return false;
      continue;
    }
    const { lower } = scan.tokens[k]!;
    if (asks) {
      // "arms to Iran of giving a demand": whom a thing is to be given to is not asked.
      if (gives && grammar.lexicon.verb(lower) !== undefined && grammar.hasForm(lower, "infinitive")) return true;
      if (is(scan, k, "goods") || is(scan, k, "recognition")) gives = true;
      continue;
    }
    if (is(scan, k, "benefit") || scan.classes[k]!.some((cls) => given.includes(cls))) return false;
    if (grammar.lexicon.verb(lower) !== undefined && grammar.hasForm(lower, "infinitive")) return true;
  }
  return false;
}
