import { traced } from "../../model/trace.ts";
import { type EdgeType, vocabulary } from "../../model/vocabulary.ts";
import { notSoAbove } from "./above.ts";
import type { Analysis } from "./analysis.ts";
import { isDemanded, isSought } from "./asker.ts";
import { isCause } from "./causal.ts";
import { alleged, assured, deniedBehind, onlyDenies } from "./denial.ts";
import type { Ellipsis } from "./ellipsisLast.ts";
import { notDone } from "./forgone.ts";
import type { Frame } from "./frames.ts";
import { heardAs } from "./heardLast.ts";
import { leavesObjects } from "./leftObject.ts";
import { givesNothing } from "./lightVerb.ts";
import { ofNoun } from "./ofNoun.ts";
import { caseMarker, is } from "./scan.ts";
import { type Cue, classInScope, classNear, leapt, ofAntecedent, switches } from "./scope.ts";
import type { Stance } from "./stance.ts";
import { isPotential, plain, stance } from "./stance.ts";
import { obligation, onlyPossible, onlyWished } from "./verbLast.ts";
import { setsCondition, usedAsNoun } from "./verbOrNoun.ts";
import { commands, isHelping, isOfAsked, recognisedAsOther } from "./vetoes.ts";
import { wishBelow } from "./wish.ts";

/** Why a frame does not apply at a cue, by the words that stand around it; false where it does not even come near. */
export function ruledOut(frame: Frame, cue: Cue, analysis: Analysis): string | false | undefined {
  const { options } = frame;
  if (options.with && !analysis.scan.present.has(options.with)) return false;
  if (options.governs && options.kind === "verb" && !isGoverned(frame, cue, analysis)) return false;
  if (options.wish && !wishBelow(analysis, cue)) return false;
  if (options.theme && !classInScope(analysis, cue, options.theme)) return false;
  // "switched recognition to China before the Games": what is said of states only is no sport.
  if (
    frame.core
      ? !switches(analysis, cue) && classInScope(analysis, cue, "domain.sport")
      : analysis.scan.present.has("domain.sport")
  )
    return "speaks of sport";
  const blocker = options.block.find(
    (cls) => classNear(analysis, cue, cls) || leapt(analysis, cue, cls) || ofAntecedent(analysis, cue, cls),
  );
  if (blocker) return `blocked by a word of class ${blocker}`;
  if (frame.verbal && (usedAsNoun(analysis, cue) || setsCondition(analysis, cue))) return false;
  if (frame.type === "REFUSED" && onlyDenies(analysis, cue)) return "a denial";
  if (frame.type === "REFUSED" && endsRefusal(analysis, cue)) return "its end is told";
  if (frame.type === "REFUSED" && isDemanded(analysis, cue)) return "only asked for";
  if (deniedBehind(analysis, cue)) return "denied behind it";
  if (frame.type === "RECOGNIZED" && recognisedAsOther(analysis, cue)) return "recognised as something else";
  // "officers sought by Chad": what is sought is not asked for anything.
  if (frame.type === "REQUESTED" && isSought(analysis, cue)) return "only sought";
  if (isHelping(analysis, cue) || givesNothing(analysis, cue)) return false;
  if (commands(analysis, cue)) return "a command";
  const { scan, grammar } = analysis;
  // "talk [about] a mutual defence treaty".
  if (grammar.lateSubject && is(scan, cue[0], "treaty") && is(scan, scan.marks[cue[0]]?.to ?? cue[1], "about"))
    return "only spoken of";
  // "wants to win it as an ally".
  const wanted = [1, 2, 3].some((step) => is(scan, cue[1] + step, "v.ask") && !is(scan, cue[1] + step + 1, "negation"));
  if (grammar.lateSubject && is(scan, cue[0], "ally") && is(scan, cue[1], "as") && wanted) return "only wanted";
  return undefined;
}

/** What has not been done, or would only be done. */
const threatening: ReadonlySet<Stance["modality"]> = new Set(["announced", "conditional"]);

/** Whether a verb is governed as its frame asks: of most it is not, and nothing else need be looked at. */
const isGoverned = ({ options }: Frame, cue: Cue, { scan, clauses, grammar }: Analysis): boolean =>
  stance(scan, cue, clauses, grammar).governs === options.governs;

/** "[If] Iraq becomes its ally" */
function opensWithIf({ scan, grammar, clauses: { clauses, of } }: Analysis, [from]: Cue): boolean {
  const { kind, from: first } = clauses[of[from]!]!;
  return grammar.order === "prepositional" && kind === "subordinate" && is(scan, first, "if");
}

/** "lifted its [veto]", "ended its [refusal]": a refusal that is over is none. */
function endsRefusal({ scan, grammar }: Analysis, [from]: Cue): boolean {
  if (grammar.order !== "prepositional") return false;
  let k = from - 1;
  while (scan.covered[k] || ["determiner", "pronoun.own.gen", "filler"].some((cls) => is(scan, k, cls))) k--;
  return k < from - 1 && ["v.lift", "withdraw", "g.stop"].some((cls) => is(scan, k, cls));
}

/** "if it were [an ally], it would": a noun of a clause that sets a condition, where verbs come last. */
function inCondition({ scan, clauses, grammar }: Analysis, [from, to]: Cue): boolean {
  if (grammar.order !== "postpositional") return false;
  const next = scan.tokens[to];
  if (next && grammar.lateSubject && grammar.inForm(next, "conditional")) return true;
  return scan.present.has("if") && scan.marks.some((_, k) => is(scan, k, "if") && clauses.of[k] === clauses.of[from]);
}

/** How a cue is meant, as far as its frame allows; else why it says nothing, or false where the frame does not come near. */
export function meantAs(
  frame: Frame,
  cue: Cue,
  analysis: Analysis,
  left: Ellipsis | undefined,
): Stance | string | false {
  const { options } = frame;
  const noun = options.kind === "noun" && !isMade(analysis, cue);
  const made: Cue = options.kind === "noun" && !noun ? [cue[0], analysis.scan.marks[cue[1]]!.to] : cue;
  const how = noun ? plain(cue) : stance(analysis.scan, made, analysis.clauses, analysis.grammar);
  if (!options.negated && (!frame.verbal || analysis.grammar.order === "postpositional"))
    ofNoun(analysis, cue, how, vocabulary.edges[frame.type as EdgeType]?.lasts === true);
  if (left) {
    if (how.nominal) return false;
    how.polarity = left.negated ? "negated" : "affirmed";
    how.notes.push(traced("verbLeftOut"));
  }
  const heard = heardAs(analysis, cue, options.kind === "verb" ? how.group[1] : undefined);
  if (heard === "alleged" && how.modality === "asserted") {
    how.modality = "alleged";
    how.notes.push(traced("hearsay"));
  } else if (heard === "a prediction") {
    if (how.modality === "announced") return heard;
  } else if (heard && heard !== "alleged") return heard;
  if (options.kind === "noun" && inCondition(analysis, cue)) return "stands in a condition";
  if (options.kind === "noun" && isPotential(analysis.scan, cue[0])) return "only a possibility";
  if (notSoAbove(analysis.scan, analysis.clauses, analysis.clauses.of[cue[0]]!)) {
    // "it is not so that it did not": what is denied twice is left open.
    if (options.neg || options.negated || how.polarity === "negated" || classInScope(analysis, cue, "notonly"))
      return "denied in the clause above";
    if (how.silent === onlyWished) how.silent = undefined;
    how.polarity = "negated";
    how.notes.push(traced("negatedAhead"));
  }
  if (options.voice && options.voice !== (how.passive ? "passive" : "active")) return false;
  if (options.kind === "noun" && /^[?？]$/u.test(analysis.scan.tokens.at(-1)?.text ?? "")) return "a question";
  if (options.kind === "noun" && opensWithIf(analysis, cue)) return "stands in a condition";
  // "did not rule it out": who leaves a thing open has neither done nor refused it.
  if (how.polarity === "negated" && is(analysis.scan, cue[0], "leaves.open")) return "only left open";
  if (options.neg && frame.type === "REFUSED" && isNotYet(analysis, cue)) return "only not agreed to yet";
  if (options.neg ? how.polarity !== "negated" : options.affirmed && how.polarity === "negated") return false;
  // "cannot keep to the request": who is not able to agree has refused.
  // "does not want to recognise it", "cannot recognise it": who does not want to, does not.
  const unwanted = frame.type === "RECOGNIZED" && how.polarity === "negated" && analysis.grammar.lateSubject;
  if (unwanted && how.silent === onlyWished) how.silent = undefined;
  if ((options.neg || unwanted) && how.silent === onlyPossible && analysis.grammar.order === "postpositional")
    how.silent = undefined;
  // Who is asked to end something has not ended it.
  if (options.negated && (how.modality === "requested" || how.governs === "g.ask" || how.polarity === "negated"))
    return false;
  if (options.nominal && !how.nominal) return false;
  if (options.governs && (how.governs !== options.governs || how.polarity === "negated")) return false;
  if (options.governs === "due" && how.silent === obligation) how.silent = undefined;
  notDone(frame, analysis.scan, how);
  // "ready to hit Chad", "will strike if": threats that nobody has carried out.
  if (frame.type === "ATTACKED" && how.polarity === "affirmed" && threatening.has(how.modality))
    return "only threatened";
  if (frame.type === "REFUSED" && isCause(analysis, cue)) how.polarity = "affirmed";
  if (isOfAsked(frame, analysis, how)) return "what somebody else is asked to do";
  if (frame.type === "REFUSED" && assured(analysis, cue)) return "assures somebody";
  if (how.silent && how.denied && options.deniable && alleged(analysis, cue)) {
    how.silent = undefined;
    how.polarity = "affirmed";
    how.modality = "alleged";
    how.notes.push(traced("deniedByAccused"));
  }
  if (
    frame.type === "CONDEMNED" &&
    how.group[1] === cue[1] &&
    leavesObjects(analysis) &&
    caseMarker(analysis.scan, cue[1])?.case === "dat"
  )
    return "what is done with somebody's criticism";
  if (how.silent) return how.silent;
  if (options.negated && how.polarity === "negated") return "the end of it is denied";
  return how;
}

/** "[so far] Paris has not agreed": who has not yet given an answer has refused nothing. */
function isNotYet({ scan, clauses, grammar }: Analysis, [from]: Cue): boolean {
  if (grammar.order !== "postpositional" || grammar.lateSubject || !scan.present.has("not.yet")) return false;
  const inside = (cls: string): boolean =>
    scan.classes.some((classes, k) => k < from && clauses.of[k] === clauses.of[from] && classes.includes(cls));
  return is(scan, from, "accept") && inside("not.yet") && inside("case.erg");
}

/** "their alliance [to make] they deny": a noun right before its own verb is told as that verb is. */
const isMade = ({ scan, grammar }: Analysis, cue: Cue): boolean =>
  grammar.lateSubject && is(scan, cue[0], "alliance") && is(scan, cue[1], "v.ally");
