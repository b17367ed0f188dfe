import type { NodeId } from "../../model/stages.ts";
import type { Reading } from "./analyse.ts";
import type { Analysis } from "./analysis.ts";
import { carriedRequest, unsaid } from "./askedBefore.ts";
import { isAsked, isDemanded, isSought } from "./asker.ts";
import type { Carry } from "./carry.ts";
import { cityObject } from "./cityObject.ts";
import { aside, withCompanions } from "./companion.ts";
import { type CueFound, cuesIn } from "./cues.ts";
import { culprit, onlyJudges } from "./culprit.ts";
import { alleged, assured, contrasted, deniedBehind, deniesBeing, onlyDenies } from "./denial.ts";
import { stricken } from "./disaster.ts";
import { donor } from "./donor.ts";
import { type Ellipsis, ellipses } from "./ellipsisLast.ts";
import { emit, type Matched, nothingMatched, onlyAlliance, words } from "./emit.ts";
import { eventObject } from "./events.ts";
import { notDone } from "./forgone.ts";
import type { Frame } from "./frames.ts";
import { gapped } from "./gapping.ts";
import { giver, receiver } from "./gifts.ts";
import { invited } from "./invited.ts";
import { again } from "./leaning.ts";
import { leavesObjects, leftObject } from "./leftObject.ts";
import { ofNoun } from "./ofNoun.ts";
import { others } from "./others.ts";
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
import { caseMarker, is } from "./scan.ts";
import { type Cue, classInScope, classNear, type Filler, leapt, ofAntecedent, stateOf, switches } from "./scope.ts";
import { setApart } from "./setApart.ts";
import { soughtRecognition } from "./soughtRecognition.ts";
import { isPotential, plain, stance } from "./stance.ts";
import { toldBefore, withoutWithdrawn } from "./toldBefore.ts";
import { leftOpen, refusers, turnDown } from "./turnedDown.ts";
import { undelivered } from "./undelivered.ts";
import { ownWords, UsedWords } from "./usedWords.ts";
import { onlyPossible, onlyWished } from "./verbLast.ts";
import { setsCondition, usedAsNoun } from "./verbOrNoun.ts";
import {
  actsOnItself,
  betweenTwo,
  commands,
  greets,
  isBlamedFor,
  isHelping,
  isOfAsked,
  isOthers,
  isRelative,
  notEachOther,
  nothingGot,
  placed,
  sendsBack,
} from "./vetoes.ts";
import { wishBelow } from "./wish.ts";

/** Every claim that a frame of the language finds in a sentence, and every near-miss with its reason. */
export function match(analysis: Analysis, reading: Reading, carry: Carry): Matched {
  const found = nothingMatched();
  if (analysis.phrases.length === 0) return found;
  // Fiction borrows the words of war and diplomacy: a sentence that names a film or a novel claims nothing.
  if (analysis.scan.present.has("domain.fiction")) return found;
  const cues = cuesIn(analysis, analysis.grammar.cues);
  const used = new UsedWords();
  for (const { frame, cue } of cues) {
    // One act is told once: a later frame does not read the words of an earlier one again.
    if (!frame.options.also && used.has(frame.type, cue)) continue;
    const told = found.told;
    if (!apply(frame, cue, analysis, reading, carry, found)) continue;
    used.add(frame.type, ownWords(analysis, cue));
    if (found.told !== told) others(analysis, reading, found);
  }
  // What an earlier clause leaves for the object is known when every frame has had its turn.
  for (const { frame, cue } of found.waiting.splice(0)) {
    if (used.has(frame.type, cue)) continue;
    const skipped = found.skipped.length;
    if (apply(frame, cue, analysis, reading, carry, found)) used.add(frame.type, cue);
    found.skipped.length = skipped;
  }
  if (cues.length > 0) for (const left of ellipses(analysis)) sameAgain(left, cues, analysis, reading, carry, found);
  if (found.asked && !used.any("REFUSED"))
    answered(cues, analysis, reading, { ...carry, asked: { ...found.asked, here: true } }, found);
  for (const phrase of analysis.phrases) if (phrase.case === "askedby") invited(phrase, analysis, reading, found);
  turnDown(found.claims, refusers(found.claims));
  leftOpen(found.claims);
  soughtRecognition(analysis, reading, found);
  undelivered(analysis, found);
  return found;
}

/** "Brussels had asked them, but both said no": a refusal whose request only the rest of the sentence told. */
function answered(cues: CueFound[], analysis: Analysis, reading: Reading, carry: Carry, found: Matched): void {
  const again = nothingMatched();
  for (const { frame, cue } of cues)
    if (frame.type === "REFUSED" && !isAsked(analysis, cue))
      if (apply(frame, cue, analysis, reading, carry, again)) break;
  found.claims.push(...again.claims);
}

/** "Tbilisi agreed, but [Iran] not": the frames of the clause before, of another subject. */
function sameAgain(
  left: Ellipsis,
  cues: CueFound[],
  analysis: Analysis,
  reading: Reading,
  carry: Carry,
  found: Matched,
): void {
  const told = new Set<string>();
  for (const { frame, cue } of cues) {
    if (analysis.clauses.of[cue[0]] !== left.of || told.has(frame.type) || frame.options.kind === "noun") continue;
    if (apply(frame, cue, analysis, reading, carry, found, left)) told.add(frame.type);
  }
}

/** Tries one frame at one cue; with `left`, of a subject whose own verb is left out. True when it made a claim. */
function apply(
  frame: Frame,
  cue: Cue,
  analysis: Analysis,
  reading: Reading,
  carry: Carry,
  found: Matched,
  left?: Ellipsis,
): boolean {
  const made = claimed(frame, cue, analysis, reading, carry, found, left);
  if (typeof made === "boolean") return made;
  found.skipped.push({
    text: analysis.sentence.text,
    why: `${frame.type} (${frame.name}, "${words(analysis, cue)}"): ${made}`,
  });
  return false;
}

/** Whether a frame made a claim at a cue, or why what looked like one was left out. */
function claimed(
  frame: Frame,
  cue: Cue,
  analysis: Analysis,
  reading: Reading,
  carry: Carry,
  found: Matched,
  left: Ellipsis | undefined,
): boolean | string {
  const { options } = frame;
  if (options.with && !analysis.scan.present.has(options.with)) return false;
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
  if (frame.type === "REFUSED" && isDemanded(analysis, cue)) return "only asked for";
  if (deniedBehind(analysis, cue)) return "denied behind it";
  // "officers sought by Chad": what is sought is not asked for anything.
  if (frame.type === "REQUESTED" && isSought(analysis, cue)) return "only sought";
  if (isHelping(analysis, cue)) return false;
  if (commands(analysis, cue)) return "a command";
  const how = options.kind === "noun" ? plain(cue) : stance(analysis.scan, cue, analysis.clauses, analysis.grammar);
  if (!options.negated && (!frame.verbal || analysis.grammar.order === "postpositional"))
    ofNoun(analysis, cue, how, frame.type);
  if (left) {
    if (how.nominal) return false;
    how.polarity = left.negated ? "negated" : "affirmed";
    how.notes.push("its verb is left out");
  }
  if (options.kind === "noun" && isPotential(analysis.scan, cue[0])) return "only a possibility";
  if (options.voice && options.voice !== (how.passive ? "passive" : "active")) return false;
  if (options.kind === "noun" && /^[?？]$/u.test(analysis.scan.tokens.at(-1)?.text ?? "")) return "a question";
  // "did not rule it out": who leaves a thing open has neither done nor refused it.
  if (how.polarity === "negated" && is(analysis.scan, cue[0], "leaves.open")) return "only left open";
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
  notDone(frame, analysis.scan, how);
  if (isOfAsked(frame, analysis, how)) return "what somebody else is asked to do";
  if (frame.type === "REFUSED" && assured(analysis, cue)) return "assures somebody";
  if (how.silent && how.denied && options.deniable && alleged(analysis, cue)) {
    how.silent = undefined;
    how.polarity = "affirmed";
    how.modality = "alleged";
    how.notes.push("denied by whom others accuse of it");
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
      : (findObject(frame, frameSlots.object, cue, analysis, how, agent) ??
        (frame.type === "RECOGNIZED" ? eventObject(analysis, cue, reading, agent.phrases) : undefined) ??
        cityObject(frame, cue, analysis, reading) ??
        leftObject(frame, cue, analysis, agent, found.acts) ??
        (frame.type === "CONDEMNED" ? culprit(analysis, cue, reading) : undefined) ??
        (frame.type === "SUPPLIED" && how.polarity === "affirmed" ? stricken(analysis, cue, agent) : undefined) ??
        receiver(frame, cue, analysis, reading, how, agent, carry))
    : undefined;
  if (frame.type === "OFFERED") {
    if (agent && !agent.carried) found.offers = agent.phrases;
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
  if (options.kind === "noun") {
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
  }
  const same = object || !agent ? undefined : toldBefore(frame, cue, analysis, agent, found);
  if (same && agent && options.negated) found.claims = withoutWithdrawn(found.claims, agent, same);
  if (same && agent) return emit(frame, cue, analysis, reading, found, how, agent, same);
  if (!object) {
    // "will not stop until there is a deal": a condition of one's own turns nobody's request down.
    const turned = how.modality === "conditional" ? undefined : carriedRequest(frame, agent, carry, analysis);
    if (!turned && frame.type === "REQUESTED" && how.modality === "asserted" && !agent.carried)
      found.wants = agent.phrases;
    if (!turned && !left && (leavesObjects(analysis) || (agent.carried && frame.type === "SUPPLIED")))
      found.waiting.push({ frame, cue });
    const made = turned ? undefined : proposer(frame, cue, analysis, agent, carry, found.offers);
    if (made) return emit(frame, cue, analysis, reading, found, how, agent, made);
    if (!turned) return "no object";
    return emit(frame, cue, analysis, reading, found, how, turned.agent, turned.object);
  }
  if (frame.type === "SUPPORTED" && agent && greets(analysis, cue, object)) return "only a welcome in person";
  // "agreed to resist its tariffs": what is planned against somebody's act refuses him nothing yet.
  if (frame.type === "REFUSED" && how.governs === "g.agree" && object.slot === "owner of what is refused")
    return "only a plan";
  if (frame.type === "SUPPLIED" && sendsBack(analysis, cue)) return "only returned";
  if (options.theme === "goods" && nothingGot(analysis, cue, agent, object)) return "nothing is got";
  if (frame.type === "MET_WITH" && object.slot === "obj" && is(analysis.scan, object.phrases.at(-1)!.to, "as"))
    return "how somebody is seen";
  if (options.part && object.phrases.every(({ actor }) => actor.state)) {
    // "regards Taiwan as no part of it" leaves open whether it is recognised.
    if (how.polarity === "negated") return "what is no part of a state need not be a state";
    how.polarity = "negated";
    how.notes.push("regarded as a part of another");
  }
  const apart = agent === object ? undefined : setApart(analysis, agent);
  if (apart) {
    emit(frame, cue, analysis, reading, found, { ...how, polarity: "negated" }, apart.denied, object);
    return emit(frame, cue, analysis, reading, found, { ...how, polarity: "affirmed" }, apart.said, object);
  }
  const pairs = gapped(analysis, cue, agent, object) ?? [{ agent, object }];
  const made = pairs.map((pair) => emit(frame, cue, analysis, reading, found, how, pair.agent, pair.object));
  // "Chad and Niger have made an alliance with Mali": those joined stand in it together.
  if (made.includes(true) && frame.core && object.slot === "with" && agent.phrases.length > 1)
    emit({ ...frame, options: { ...options, mutual: true } }, cue, analysis, reading, found, how, agent, agent);
  const neither = made.includes(true) ? alsoDenied(analysis, cue, agent, object, how) : undefined;
  if (neither) emit(frame, cue, analysis, reading, found, how, agent, neither);
  const more = made.includes(true) ? again(analysis, cue, frame.type, agent, object, how) : undefined;
  if (more) emit(frame, cue, analysis, reading, found, more.how, more.agent, more.object);
  return made.includes(true);
}
