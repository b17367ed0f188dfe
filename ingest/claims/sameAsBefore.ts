import { traced } from "../../model/trace.ts";
import type { Reading } from "./analyse.ts";
import { type Analysis, inClause, subjectOf } from "./analysis.ts";
import type { Carry } from "./carry.ts";
import { leftOut } from "./ellipsis.ts";
import { didTheSame } from "./ellipsisLast.ts";
import { emit, type Matched } from "./emit.ts";
import type { Frame } from "./frames.ts";
import { isOfObject, isSaidOf } from "./others.ts";
import { findObject } from "./parties.ts";
import { type Phrase, shownAt } from "./phrase.ts";
import { is } from "./scan.ts";
import { type Cue, type Filler, stateOf } from "./scope.ts";
import type { Stance } from "./stance.ts";

/** "Kenya recognised Kosovo in May. [Chad did so in June.]": who did, or did not do, what the sentence before tells. */
export function sameAsBefore(analysis: Analysis, reading: Reading, carry: Carry, found: Matched): void {
  // "had taken the same step": such words reach back over sentences that tell of no act.
  const told = carry.told ?? (analysis.scan.present.has("same.step") ? carry.earlier?.told : undefined);
  if (!told || found.claims.length > 0 || analysis.grammar.lateSubject) return;
  const { frame, how, agent, object } = told;
  const { options } = frame;
  const early = analysis.grammar.order === "prepositional";
  if (!frame.core || (frame.type === "REFUSED" && !early) || (options.mutual && agent === object)) return;
  if (options.neg && !early) return;
  if (options.negated && !early) return;
  if (how.passive && (how.reduced || !early)) return;
  if ((how.polarity === "negated" && !early) || how.modality !== "asserted") return;
  const known = [...agent.phrases, ...object.phrases];
  const left = [...leftOut(analysis, 0, known, isSaidOf(frame, how)), ...didTheSame(analysis)];
  const states = new Set(left.flatMap(({ phrases }) => phrases.map(stateOf)));
  for (const { phrases, polarity } of left) {
    // "Ghana has withdrawn its recognition. [Togo] has not."
    if (options.negated && polarity === "negated") continue;
    // "Peru refused. [Chile] did not": whoever did not refuse need not have been asked.
    if ((frame.type === "REFUSED" || options.neg) && polarity !== "same") continue;
    // Another state in the sentence may be whom the act reaches this time.
    if (analysis.phrases.some((phrase) => !phrase.adjectival && !states.has(stateOf(phrase)))) continue;
    const cue = verbOf(analysis, phrases);
    const here = (phrase: Phrase): Phrase => shownAt(phrase, cue);
    const other: Filler = { phrases, slot: "does the same", carried: true };
    const reached: Filler = { phrases: object.phrases.map(here), slot: "object of the sentence before", carried: true };
    const stands = { ...how, polarity: polarity === "same" ? how.polarity : polarity, notes: [traced("verbLeftOut")] };
    const whom = isOfObject(agent, object);
    const stays: Filler = { ...reached, phrases: agent.phrases.map(here) };
    emit(frame, cue, analysis, reading, found, stands, whom ? stays : other, whom ? other : reached);
  }
}

/** "Ninety states recognise Kosovo. [Among them are Malta and Peru.]": who is counted among those that the sentence before does not name. */
export function amongThose(analysis: Analysis, reading: Reading, { open }: Carry, found: Matched): void {
  const { scan, phrases } = analysis;
  if (!open || !is(scan, 0, "amongthem") || !scan.present.has("counted") || scan.present.has("negation")) return;
  const counted = subjectOf(analysis, 0).filter(({ actor }) => actor.via !== "pronoun");
  const cue: Cue = [0, scan.marks[0]!.to];
  if (counted.length === 0 || phrases.some((phrase) => !counted.includes(phrase))) return;
  const { frame, how, object } = open;
  const here = (phrase: Phrase): Phrase => shownAt(phrase, cue);
  const agent: Filler = { phrases: counted, slot: "one of those who", carried: true };
  const reached: Filler = { phrases: object.phrases.map(here), slot: "object of the sentence before", carried: true };
  emit(frame, cue, analysis, reading, found, { ...how, notes: [traced("verbLeftOut")] }, agent, reached);
}

/** "Ninety states recognise Kosovo": what is recognised by those whom a clause only counts. */
export function counts(
  frame: Frame,
  slots: Frame["object"],
  cue: Cue,
  analysis: Analysis,
  how: Stance,
): Matched["open"] {
  const { grammar, clauses } = analysis;
  if (grammar.order !== "postpositional" || grammar.lateSubject || how.modality !== "asserted") return undefined;
  if (!inClause(analysis, clauses.of[cue[0]], "states")) return undefined;
  const object = findObject(frame, slots, cue, analysis, how, { phrases: [], slot: "", carried: true });
  return object && { frame, how, object };
}

/** The word that stands for the verb: right behind who does it, or right before at the end of a sentence. */
function verbOf({ scan }: Analysis, phrases: Phrase[]): Cue {
  const to = Math.max(...phrases.map((phrase) => phrase.to));
  const from = Math.min(...phrases.map((phrase) => phrase.from));
  return scan.tokens[to]?.word || from === 0 ? [to, to + 1] : [from - 1, from];
}
