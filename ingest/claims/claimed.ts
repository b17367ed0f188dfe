import type { NodeId } from "../../model/stages.ts";
import { traced } from "../../model/trace.ts";
import { type EdgeType, vocabulary } from "../../model/vocabulary.ts";
import type { Reading } from "./analyse.ts";
import type { Analysis } from "./analysis.ts";
import { carriedRequest, unsaid } from "./askedBefore.ts";
import { betweenBoth } from "./betweenBoth.ts";
import type { Carry } from "./carry.ts";
import { cityObject } from "./cityObject.ts";
import { aside, precedents, withCompanions } from "./companion.ts";
import { culprit, onlyJudges } from "./culprit.ts";
import { contrasted, deniesBeing } from "./denial.ts";
import { stricken } from "./disaster.ts";
import { donor } from "./donor.ts";
import type { Ellipsis } from "./ellipsisLast.ts";
import { emit, type Matched, onlyAlliance } from "./emit.ts";
import { eventObject } from "./events.ts";
import type { Frame } from "./frames.ts";
import { gapped } from "./gapping.ts";
import { giver, receiver } from "./gifts.ts";
import { again } from "./leaning.ts";
import { leavesObjects, leftObject, waits } from "./leftObject.ts";
import { reachesNone } from "./noneGiven.ts";
import { notItsOwn } from "./notItsOwn.ts";
import { ofMany } from "./ofMany.ts";
import { findAgent, findObject } from "./parties.ts";
import { passiveSlots } from "./passiveSlots.ts";
import {
  alliesUnnamed,
  alsoDenied,
  deniedBehindNoun,
  deniedNoun,
  isAbsent,
  oblique,
  ownerSlot,
  predicate,
  regards,
  secondPredicate,
} from "./predicates.ts";
import { proposer } from "./proposals.ts";
import { replaced } from "./replaced.ts";
import { meantAs, ruledOut } from "./ruledOut.ts";
import { counts } from "./sameAsBefore.ts";
import { is } from "./scan.ts";
import { type Cue, classInScope, type Filler, stateOf } from "./scope.ts";
import { instead, setApart } from "./setApart.ts";
import type { Stance } from "./stance.ts";
import {
  alsoRefused,
  notRecognised,
  recognisedBefore,
  toldBefore,
  withdrawnBefore,
  withoutWithdrawn,
} from "./toldBefore.ts";
import {
  actsOnItself,
  betweenTwo,
  isBlamedFor,
  isOthers,
  isRelative,
  notEachOther,
  onlyProposed,
  placed,
} from "./vetoes.ts";
import { wishedByOthers } from "./wish.ts";

/** Whether a frame made a claim at a cue, or why what looked like one was left out. */
export function claimed(
  frame: Frame,
  cue: Cue,
  analysis: Analysis,
  reading: Reading,
  carry: Carry,
  found: Matched,
  left: Ellipsis | undefined,
): boolean | string {
  const { options } = frame;
  if (options.after && !isAfter(options.after, options.block, analysis, carry)) return false;
  const out = ruledOut(frame, cue, analysis);
  if (out !== undefined) return out;
  const how = meantAs(frame, cue, analysis, left);
  if (typeof how !== "object") return how;
  if (frame.core && wishedByOthers(analysis, how)) return "only wished";
  const frameSlots =
    how.passive && !options.voice
      ? passiveSlots(frame, analysis.grammar.order === "postpositional")
      : { agent: frame.agent, object: frame.object };
  const alone: Filler | undefined = left
    ? { phrases: left.subject, slot: "subject of a clause without a verb", carried: true }
    : (findAgent(frame, frameSlots.agent, cue, analysis, how) ??
      donor(frame, cue, analysis, reading) ??
      giver(frame, cue, analysis, reading, how, carry));
  const agent =
    alone && frame.type !== "DENIED" && options.kind === "verb" ? withCompanions(analysis, alone, frame) : alone;
  // What a bill gives has not been given yet.
  if (agent?.slot === "whose bill it is" && how.modality === "asserted") how.modality = "announced";
  if (agent && agent.slot === "subj") aside(agent, cue, analysis, how);
  if (frame.type === "DENIED") {
    if (agent) found.denials.push(...agent.phrases.map((phrase) => stateOf(phrase) as NodeId));
    return false;
  }
  if (agent?.slot === "except" && how.polarity === "negated") how.polarity = "affirmed";
  // "rejected Peru's recognition of Kosovo": whose recognition it is has given it, whatever others say.
  if (frame.type === "RECOGNIZED" && how.governs === "g.refuse" && agent && isOthers(analysis, cue, agent))
    return "turned down by others";
  if (agent && isBlamedFor(analysis, frame, cue, agent)) return "what somebody is blamed for";
  if (agent && betweenTwo.has(frame.type) && actsOnItself(analysis, cue, agent)) return "the object is the agent";
  const object = agent
    ? options.mutual && frame.object.length === 0
      ? agent
      : (ofReferendum(frame, cue, analysis, reading, agent) ??
        findObject(frame, frameSlots.object, cue, analysis, how, agent) ??
        (frame.type === "RECOGNIZED" && !(options.negated && classInScope(analysis, cue, "request"))
          ? eventObject(analysis, cue, reading, agent.phrases)
          : undefined) ??
        cityObject(frame, cue, analysis, reading) ??
        notItsOwn(frame, cue, analysis, agent) ??
        leftObject(frame, cue, analysis, agent, found.acts) ??
        (frame.type === "CONDEMNED" ? culprit(analysis, cue, reading) : undefined) ??
        (frame.type === "SUPPLIED" && how.polarity === "affirmed" ? stricken(analysis, cue, agent) : undefined) ??
        receiver(frame, cue, analysis, reading, how, agent, carry))
    : undefined;
  if (frame.type === "OFFERED") {
    if (agent && !agent.carried) found.offers = agent.phrases;
    if (agent && !agent.carried && !object && how.modality === "asserted") found.wants = agent.phrases;
    if (agent && object) found.asked = { by: agent.phrases, of: object.phrases };
    return false;
  }
  const owned = !(agent && object) && ownerSlot(frame);
  const second = owned && secondPredicate(analysis, cue);
  if (second) {
    how.polarity = second.also ? "affirmed" : "negated";
    const [a, b] = owned === "agent" ? [second.owner, second.subject] : [second.subject, second.owner];
    return emit(frame, cue, analysis, reading, found, how, a, b);
  }
  // "asked it, but the answer came: no": whose answer it is, the clause before cannot tell.
  const whose = agent && !(agent.carried && is(analysis.scan, cue[0], "answer"));
  const answered = whose ? undefined : unsaid(frame, cue, analysis, how, carry);
  if (answered) return emit(frame, cue, analysis, reading, found, how, answered.agent, answered.object);
  if (!agent && frame.type === "RECOGNIZED") found.open ??= counts(frame, frameSlots.object, cue, analysis, how);
  if (!agent) found.told = ofMany(frame, cue, analysis, how, frameSlots.object) ?? found.told;
  if (!agent || onlyJudges(analysis, frame, cue, agent)) return "no agent";
  if (agent.carried && agent.slot !== "one of those who" && isRelative(analysis, cue)) return "no agent";
  const apartFromIt = options.mutual && options.kind === "noun" ? notEachOther(analysis, cue, agent) : undefined;
  if (apartFromIt) return apartFromIt;
  // "gives it no weight, and the Union's members say": whose verb has a subject of its own is not told of the other clause.
  if (
    frame.type === "MEMBER_OF" &&
    ownerSlot(frame) &&
    agent.carried &&
    !["copula", "negation"].some((cls) => is(analysis.scan, cue[1], cls))
  )
    return "members of whom it names nobody";
  if (options.mutual && options.kind === "noun" && frame.core && placed(analysis, agent)) return "only places";
  if (options.mutual && agent.phrases.length < 2 && frame.object.length === 0) return "only one party";
  const unsaidOf = options.kind === "noun" ? ofBearer(frame, cue, analysis, reading, how, agent, object) : undefined;
  if (unsaidOf) return unsaidOf;
  const same =
    object || !agent
      ? undefined
      : (toldBefore(frame, cue, analysis, agent, found) ??
        withdrawnBefore(frame, cue, analysis, agent, carry.told) ??
        notRecognised(frame, cue, analysis, agent, how) ??
        recognisedBefore(frame, cue, analysis, agent, found.told, carry.told) ??
        alsoRefused(frame, cue, analysis, agent, found.told, carry.told));
  if (same && agent && options.negated) found.claims = withoutWithdrawn(found.claims, agent, same);
  if (same && agent) return emit(frame, cue, analysis, reading, found, how, agent, same);
  if (!object) {
    // "will not stop until there is a deal": a condition of one's own turns nobody's request down.
    const turned = how.modality === "conditional" ? undefined : carriedRequest(frame, agent, carry, analysis);
    if (!turned && frame.type === "REQUESTED" && how.modality === "asserted" && !agent.carried)
      found.wants = agent.phrases;
    if (
      !turned &&
      !left &&
      (leavesObjects(analysis) || (agent.carried ? frame.type === "SUPPLIED" : waits(frame, analysis)))
    )
      found.waiting.push({ frame, cue });
    const made = turned ? undefined : proposer(frame, cue, analysis, agent, carry, found.offers);
    if (made) return emit(frame, cue, analysis, reading, found, how, agent, made);
    if (!turned && frame.type === "REFUSED" && how.polarity === "affirmed" && how.modality === "asserted")
      found.declined = agent.phrases.map((phrase) => stateOf(phrase) as NodeId);
    if (!turned) return "no object";
    return emit(frame, cue, analysis, reading, found, how, turned.agent, turned.object);
  }
  const veto = betweenBoth({ frame, cue, analysis, how, agent, object });
  if (veto) return veto;
  if (onlyProposed(analysis, cue, agent, how, found.offers)) return "what somebody else proposes";
  const none =
    analysis.grammar.order === "prepositional" && [agent, object].some((each) => reachesNone(analysis.scan, each));
  if (none && how.polarity === "affirmed") how.polarity = "negated";
  if (options.part && object.phrases.every(({ actor }) => actor.state)) {
    // "regards Taiwan as no part of it" leaves open whether it is recognised.
    if (how.polarity === "negated") return "what is no part of a state need not be a state";
    how.polarity = "negated";
    how.notes.push(traced("partOfAnother"));
  }
  const apart = agent === object ? undefined : setApart(analysis, agent);
  if (apart) {
    emit(frame, cue, analysis, reading, found, { ...how, polarity: "negated" }, apart.denied, object);
    return emit(frame, cue, analysis, reading, found, { ...how, polarity: "affirmed" }, apart.said, object);
  }
  const inPlace = options.kind === "noun" && agent !== object ? instead(analysis, cue, object) : undefined;
  if (inPlace?.said) return emit(frame, cue, analysis, reading, found, how, agent, inPlace.said);
  // "its oldest ally is not Chad": it may still be one.
  if (inPlace?.open) return "set against what follows";
  if (inPlace && cue[1] - cue[0] > 1) return "only not the foremost";
  if (inPlace) how.polarity = "negated";
  const other = agent === object ? undefined : setApart(analysis, object);
  if (other && options.kind === "noun")
    // "its oldest ally is [not Chad], Mali": who is not the oldest may still be one.
    return emit(frame, cue, analysis, reading, found, how, agent, other.said);
  if (other) {
    emit(frame, cue, analysis, reading, found, { ...how, polarity: "negated" }, agent, other.denied);
    return emit(frame, cue, analysis, reading, found, { ...how, polarity: "affirmed" }, agent, other.said);
  }
  const pairs = gapped(analysis, cue, agent, object) ?? [{ agent, object }];
  const made = pairs.map((pair) => emit(frame, cue, analysis, reading, found, how, pair.agent, pair.object));
  // "Chad and Niger have made an alliance with Mali": those joined stand in it together.
  if (made.includes(true) && isCoreOfBoth(frame) && object.slot === "with" && agent.phrases.length > 1)
    emit({ ...frame, options: { ...options, mutual: true } }, cue, analysis, reading, found, how, agent, agent);
  if (frame.type === "RECOGNIZED" && made.includes(true) && !options.negated) {
    const before = precedents(analysis, cue, [...agent.phrases, ...object.phrases], how);
    const earlier: Filler = { phrases: before, slot: "who did so before or after", carried: true };
    if (before.length > 0)
      emit(frame, cue, analysis, reading, found, { ...how, modality: "asserted" }, earlier, object);
    const left = replaced(analysis, cue, [...agent.phrases, ...object.phrases], how);
    if (left) emit(frame, cue, analysis, reading, found, { ...how, polarity: "negated" }, agent, left);
  }
  const neither = made.includes(true) ? alsoDenied(analysis, cue, agent, object, how) : undefined;
  if (neither) emit(frame, cue, analysis, reading, found, how, agent, neither);
  const more = made.includes(true) ? again(analysis, cue, frame.type, agent, object, how) : undefined;
  if (more) emit(frame, cue, analysis, reading, found, more.how, more.agent, more.object);
  return made.includes(true);
}

/** Whether the act is a core one that holds from either end. */
const isCoreOfBoth = ({ core, type }: Frame): boolean => core && vocabulary.edges[type as EdgeType].symmetric;

/** Whether the sentence, or the one before it, speaks of what a frame refers to, and of nothing that silences it. */
function isAfter(cls: string, block: string[], { scan }: Analysis, { present, asked }: Carry): boolean {
  if (scan.present.has(cls) || (cls === "request" && asked && !asked.old)) return true;
  return present?.has(cls) === true && !block.some((each) => present.has(each));
}

/** "the results of the [referendums] in eastern Ukraine": the vote is recognised, not the state where it was held. */
function ofReferendum(
  frame: Frame,
  cue: Cue,
  analysis: Analysis,
  reading: Reading,
  { phrases }: Filler,
): Filler | undefined {
  const { scan, grammar, clauses } = analysis;
  if (frame.type !== "RECOGNIZED" || grammar.order !== "prepositional" || !is(scan, cue[0], "v.recognise"))
    return undefined;
  for (let k = cue[1]; k < cue[1] + 7 && clauses.of[k] === clauses.of[cue[0]]; k++) {
    if (scan.covered[k]) return undefined;
    if (is(scan, k, "event.referendum")) return eventObject(analysis, cue, reading, phrases);
  }
  return undefined;
}

/** Why a noun tells nothing of whom it is said of ("Chad is no ally"), or undefined where it does; reads what denies it. */
function ofBearer(
  frame: Frame,
  cue: Cue,
  analysis: Analysis,
  reading: Reading,
  how: Stance,
  agent: Filler,
  object: Filler | undefined,
): string | undefined {
  const { options } = frame;
  if (object && (alliesUnnamed(analysis, cue, object, agent) || onlyAlliance(object, agent, reading)))
    return "allies of whom it names nobody";
  const bearer = [agent, object].find((each) => each && /^(copula|nom|erg|subj)/u.test(each.slot));
  if (object && regards(analysis, cue, object)) return "no object";
  if (bearer && object && /^(nom|erg|dat|with)$/u.test(object.slot) && oblique(analysis, cue)) return "no object";
  if (bearer && agent && object)
    predicate(analysis, cue, bearer.phrases, agent.phrases === bearer.phrases ? object.phrases : agent.phrases, how);
  if ((object && [agent, object].some((each) => deniedNoun(analysis, cue, each))) || deniedBehindNoun(analysis, cue))
    how.polarity = "negated";
  if (contrasted(analysis, cue) || (options.mutual && !bearer && isAbsent(analysis, cue))) how.polarity = "negated";
  if (deniesBeing(analysis, cue)) return "a denial";
  if (how.silent) return how.silent;
  return undefined;
}
