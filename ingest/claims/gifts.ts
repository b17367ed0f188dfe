import type { Claim, NodeId } from "../../model/stages.ts";
import { type EdgeType, vocabulary } from "../../model/vocabulary.ts";
import type { Reading } from "./analyse.ts";
import type { Analysis } from "./analysis.ts";
import type { Carry } from "./carry.ts";
import type { Frame } from "./frames.ts";
import { makeActor, makePhrase, type Phrase } from "./phrase.ts";
import { caseMarker, is } from "./scan.ts";
import { type Cue, type Filler, stateOf } from "./scope.ts";
import type { Stance } from "./stance.ts";

/** Who has given whom something, as the article tells, and in which of its sentences. */
export interface Gift {
  by: NodeId;
  to: NodeId;
  at: number;
}

/** Sentences for which a story of giving goes on. */
const lasting = 8;

/** Keeps the gifts of a sentence. */
export function noteGifts(found: Claim[], at: number, { gifts }: Reading): void {
  for (const { type, polarity, subject, object } of found)
    if (vocabulary.edges[type].gives && polarity === "affirmed") gifts.push({ by: subject, to: object, at });
}

/** Whether a verb tells that something goes over. */
const gives = ({ type, options }: Frame): boolean =>
  options.kind !== "noun" && vocabulary.edges[type as EdgeType]?.gives === true;

/** The one node that stands at an end of every gift told of late; of two neither is meant for sure. */
function only(end: "by" | "to", { sentence }: Analysis, { gifts }: Reading): NodeId | undefined {
  const found = new Set(gifts.filter(({ at }) => sentence.index - at <= lasting).map((gift) => gift[end]));
  return found.size === 1 ? [...found][0] : undefined;
}

/** "To Niger 20 tons were sent": where the passive names nobody, the one giver of the story gives. */
export function giver(
  frame: Frame,
  cue: Cue,
  analysis: Analysis,
  reading: Reading,
  how: Stance,
  { lead }: Carry,
): Filler | undefined {
  if (!gives(frame) || !how.passive || how.polarity === "negated") return undefined;
  // "[Its] parts are being delivered": whose goods they are the story has told, and need not be the leader of its last acts.
  const owned = analysis.pronouns.some(
    ({ case: name, from }) => name === "gen" && analysis.clauses.of[from] === analysis.clauses.of[cue[0]],
  );
  const [leader] = reading.gifts.length === 0 && lead && !owned ? lead.of : [];
  const by = only("by", analysis, reading) ?? (leader && stateOf(leader));
  const { phrases, clauses } = analysis;
  const names = phrases.some(
    (phrase) =>
      clauses.of[phrase.actor.from] === clauses.of[cue[0]] &&
      !phrase.adjectival &&
      (giving.has(phrase.case) || stateOf(phrase) === by),
  );
  return by && !names ? standIn(by, cue, "the one giver of the story") : undefined;
}

const giving: ReadonlySet<string> = new Set(["erg", "by", "from", "abl", "per"]);

/** "China too sent 20 tons": where nobody is named who gets it, the one receiver of the story does. */
export function receiver(
  frame: Frame,
  cue: Cue,
  analysis: Analysis,
  reading: Reading,
  how: Stance,
  agent: Filler,
  carry: Carry,
): Filler | undefined {
  if (!gives(frame) || how.passive || agent.carried) return undefined;
  if (how.polarity === "negated" || how.governs !== undefined || getsUnnamed(analysis, cue)) return undefined;
  if (!givesGoods(analysis, cue)) return undefined;
  const to = only("to", analysis, reading) ?? setting(carry) ?? there(analysis, cue, carry);
  const { phrases, clauses } = analysis;
  const others = phrases.some(
    (phrase) =>
      clauses.of[phrase.actor.from] === clauses.of[cue[0]] &&
      !agent.phrases.some((each) => stateOf(each) === stateOf(phrase)),
  );
  return to && !others ? standIn(to, cue, "the one receiver of the story") : undefined;
}

/** "Floods have hit [Nepal]. The bank approved 20 million": the one state that the sentence before is about without telling an act of it. */
function setting({ only: one, subject }: Carry): NodeId | undefined {
  const [place] = one ?? [];
  if (place?.actor.via !== "name" || !settings.has(place.case)) return undefined;
  return subject?.some((each) => stateOf(each) === stateOf(place)) ? undefined : place.actor.entity;
}

/** "Chad suffers a drought. Kenya has sent 200 tons [there]": the one state that the sentence before was about. */
function there({ scan, clauses }: Analysis, cue: Cue, { only: one }: Carry): NodeId | undefined {
  const points = scan.classes.some(
    (classes, k) => classes.includes("yonder") && k < cue[1] && clauses.of[k] === clauses.of[cue[0]],
  );
  return points && one?.length === 1 && one[0]!.actor.state ? one[0]!.actor.entity : undefined;
}

const settings: ReadonlySet<string> = new Set(["loc", "in", "gen", "dat"]);

/** "sent rice to the victims", "gave its soldiers boots": somebody gets it whom the text does not name. */
export function getsUnnamed({ scan, clauses, phrases }: Analysis, cue: Cue): boolean {
  return scan.classes.some(
    (classes, k) =>
      clauses.of[k] === clauses.of[cue[0]] &&
      classes.some((cls) => cls === "case.dat" || cls === "case.to") &&
      !phrases.some((phrase) => phrase.from <= k && k < phrase.to) &&
      !is(scan, k - 1, "time") &&
      !is(scan, k + 1, "receiver"),
  );
}

function standIn(entity: NodeId, [from, to]: Cue, slot: string): Filler {
  const phrase: Phrase = makePhrase(
    { case: "nom", from, to, group: -5 },
    makeActor({ entity, from, to, via: "pronoun", form: "name", fuzzy: false, state: true }),
  );
  return { phrases: [phrase], slot, carried: true };
}

/** "offered advice [by radio]": where the object follows its verb, goods stand in it and not behind a preposition. */
export function givesGoods({ scan, grammar }: Analysis, [, to]: Cue): boolean {
  if (grammar.order !== "prepositional") return true;
  for (let k = to; k < Math.min(scan.tokens.length, to + 8); k++) {
    if (is(scan, k, "goods")) return true;
    if (caseMarker(scan, k) && !is(scan, k, "case.of")) return false;
  }
  return false;
}
