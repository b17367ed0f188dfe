import type { Claim, Modality, NodeId, Skipped, Span } from "../../model/stages.ts";
import { traced } from "../../model/trace.ts";
import { type EdgeType, vocabulary } from "../../model/vocabulary.ts";
import { isPlace, type Reading } from "./analyse.ts";
import type { Analysis } from "./analysis.ts";
import { asksNotTo } from "./asker.ts";
import { charge, isCharge, isThatDemand } from "./charge.ts";
import { allowed, nodeOf, spanOf, words } from "./ends.ts";
import { evidence } from "./evidence.ts";
import type { Frame } from "./frames.ts";
import { kind } from "./kinds.ts";
import { republics } from "./landscape.ts";
import { type Act, askerBefore, objectBefore, withoutRequested } from "./leftObject.ts";
import { combinations, product } from "./pairs.ts";
import type { Phrase } from "./phrase.ts";
import { is, type Scan } from "./scan.ts";
import { type Cue, classInScope, type Filler, stateOf } from "./scope.ts";
import { onlyHearsay, speechAround } from "./speech.ts";
import type { Stance } from "./stance.ts";
import { whatOf } from "./what.ts";
import { whenOf } from "./when.ts";

export interface Matched {
  claims: Claim[];
  skipped: Skipped[];
  /** Who denied something. */
  denials: NodeId[];
  /** Who refused what the sentence before asked of them. */
  turnedDown?: NodeId[];
  /** Who refused something that somebody without a name had asked for. */
  declined?: NodeId[];
  /** The last request: who asked whom. */
  asked?: { by: Phrase[]; of: Phrase[] };
  /** Who asked for something without saying of whom. */
  wants?: Phrase[];
  /** Who offers something. */
  offers?: Phrase[];
  /** The last act that was told, for who did or did not do the same. */
  told?: { frame: Frame; cue: Cue; how: Stance; agent: Filler; object: Filler };
  /** An act of states that the sentence only counts: what it reaches. */
  open?: { frame: Frame; how: Stance; object: Filler };
  /** Every act that was told, in the order of the frames. */
  acts: Act[];
  /** What has an agent and waits for an object. */
  waiting: { frame: Frame; cue: Cue }[];
  /** Subject of the last claim: what a pronoun at the head of the next sentence means. */
  subject?: Phrase[];
}

/** All fields from the start, so that rules read one shape. */
export const nothingMatched = (): Matched => ({
  claims: [],
  skipped: [],
  denials: [],
  turnedDown: undefined,
  declined: undefined,
  asked: undefined,
  wants: undefined,
  offers: undefined,
  told: undefined,
  open: undefined,
  acts: [],
  waiting: [],
  subject: undefined,
});

export function emit(
  frame: Frame,
  cue: Cue,
  analysis: Analysis,
  reading: Reading,
  found: Matched,
  how: Stance,
  agent: Filler,
  object: Filler,
): boolean {
  const pairs =
    frame.options.mutual && agent === object ? combinations(agent.phrases) : product(agent.phrases, object.phrases);
  // "Uruguay invited both sides": of two sides of which one invites, others are meant.
  const both = object.phrases.some(
    (phrase) => phrase.both && agent.phrases.some((each) => stateOf(each) === stateOf(phrase)),
  );
  if (both && object.phrases.length > agent.phrases.length) return false;
  let made = false;
  const polarity = frame.options.neg ? "affirmed" : frame.options.negated ? "negated" : how.polarity;
  for (const [one, other] of pairs) {
    if (stateOf(one) === stateOf(other)) continue;
    // "NATO's ally Latvia": who is allied with an alliance is its member.
    const within = frame.type === "ALLIED_WITH" ? [other, one].find((each) => isAlliance(each, reading)) : undefined;
    const type: EdgeType = within ? "MEMBER_OF" : (frame.type as EdgeType);
    const [a, b] = within === one ? [other, one] : [one, other];
    if (within && polarity === "negated") continue;
    // "will join the Union's leaders": whom somebody joins there makes nobody a member.
    if (type === "MEMBER_OF" && !within && is(analysis.scan, b.to - 1, "seated.of")) continue;
    const subject = nodeOf(a, type, "subject");
    // "the president asked for recognition": what is asked for one's own sake is for the state.
    const asks = how.modality === "requested" && /^(erg|nom|gen@request)/u.test(object.slot);
    const named = asks && type === "RECOGNIZED" ? (stateOf(b) as NodeId) : nodeOf(b, type, "object");
    const direct = !b.owned.some((noun) => noun.classes.some((cls) => cls.startsWith("event.")));
    const target = (type === "RECOGNIZED" && direct && republics().get(named)) || named;
    // "took back its recognition of Jerusalem as the capital": the state of that capital is still recognised.
    if (type === "RECOGNIZED" && polarity === "negated" && classInScope(analysis, cue, "seat.of")) continue;
    if (subject === target || !allowed(type, subject, target, reading)) continue;
    if (isPlace(analysis, a.actor.form, a.case)) continue;
    // "it considers the US biased and has rejected the Trump administration"
    if (vocabulary.edges[type].core && (isOwnHead(a, b, reading) || isOwnHead(b, a, reading))) continue;
    // "the coalition rejected Ana Lopez for minister": whom no state sent has asked for nothing.
    if (frame.type === "REFUSED" && b.actor.via === "person" && !b.actor.country && !reading.gazetteer.entity(target))
      continue;
    // "captured the embassy": an organ is no land.
    if (vocabulary.edges[type].onlyLand && b.actor.via === "organ" && !isLand(b)) continue;
    // "moved its missiles to Guam": what goes to one's own land goes to nobody.
    if (vocabulary.edges[type].gives && reading.gazetteer.country(target) === subject) continue;
    if ((a.firm || b.firm) && !vocabulary.edges[type].byFirms) continue;
    // "received Turkish drones": arms neither meet nor visit.
    if (
      vocabulary.edges[type].personal &&
      !vocabulary.edges[type].ofSoldiers &&
      (isArms(analysis, a) || isArms(analysis, b))
    )
      continue;
    if (polarity === "negated" && vocabulary.edges[type].affirmedOnly) continue;
    // "called on it to stop buying Russian gas": whoever asks for an end of supplies tells that there are some.
    if (polarity === "negated" && how.modality === "requested" && vocabulary.edges[type].gives) continue;
    if (
      vocabulary.edges[type].gives &&
      ((how.modality === "asserted" && [askerBefore, objectBefore].includes(object.slot)) ||
        (analysis.grammar.lateSubject && modalityOf(frame, how, false) !== "requested"))
    )
      found.claims = withoutRequested(found.claims, type, subject, target);
    // "will not send new shipments": what the verb denies its object does not tell.
    const told = found.claims.some(
      (claim) =>
        claim.type === type && claim.subject === subject && claim.object === target && claim.polarity !== polarity,
    );
    // "gave it no tanks, only sent tents": another thing of the clause behind was given.
    const also = object.slot === objectBefore && agent.carried && polarity === "affirmed";
    if (told && vocabulary.edges[type].gives && !also) continue;
    const speech = speechAround(analysis, cue[0]);
    const modality = modalityOf(
      frame,
      how,
      (speech?.accusing === true &&
        speech.speaker !== a.actor.entity &&
        speech.speaker !== stateOf(a) &&
        !(frame.type === "REFUSED" && isThatDemand(analysis, cue, b, speech))) ||
        (vocabulary.edges[type].gives === true && onlyHearsay(analysis, speech, [a, b])),
    );
    const confidence = Math.max(
      0.1,
      round(
        0.9 -
          frame.options.doubt -
          (agent.carried || object.carried ? 0.2 : 0) -
          (a.actor.fuzzy || b.actor.fuzzy ? 0.1 : 0),
      ),
    );
    const date = whenOf(analysis, cue, reading, modality === "announced" ? "future" : "past");
    const what = whatOf(type, analysis, cue, [a, b]);
    found.claims.push(
      evidence(analysis, reading, {
        type,
        subject,
        object: target,
        what,
        eventDate: date?.date,
        datePrecision: date?.precision,
        polarity,
        modality,
        speaker: speech && speech.speaker !== subject ? speech.speaker : undefined,
        subjectSpan: spanOf(a),
        cueSpan: cue as Span,
        objectSpan: spanOf(b),
        rule: frame.name,
        confidence,
        trace: [
          traced("cue", { words: words(analysis, cue), frame: frame.name }),
          traced("subject", { slot: agent.slot + (a.actor.via === "name" ? "" : ` by ${a.actor.via}`) }),
          traced("object", { slot: object.slot }),
          ...how.notes,
          ...(modality === "asserted" ? [] : [traced("read", { modality })]),
          ...(agent.carried ? [traced("carried")] : []),
        ],
      }),
    );
    made = true;
    if (modality === "alleged" && speech && isCharge(analysis, speech, cue))
      charge(analysis, reading, found, a, speech);
    if (type === "REFUSED" && tellsRequest(analysis, object)) request(analysis, reading, found, cue, a, b, frame);
  }
  if (made && frame.type === "REFUSED" && object.slot.includes("sentence before"))
    found.turnedDown = agent.phrases.map((phrase) => stateOf(phrase) as NodeId);
  if (made) found.subject = agent.phrases;
  if (made && agent !== object) found.told = { frame, cue, how, agent, object };
  if (made && agent !== object) found.acts.push({ type: frame.type, cue, agent, object });
  if (made && frame.type === "REQUESTED" && !asksNotTo(analysis, cue[1]))
    found.asked = { by: agent.phrases, of: object.phrases };
  return made;
}

/** "much [of the region]": part of a land is land. */
const isLand = ({ owned }: Phrase): boolean => owned.some(({ classes }) => classes.includes("recognisable"));

const isAlliance = ({ actor }: Phrase, { gazetteer }: Reading): boolean =>
  kind("alliance", gazetteer).has(actor.entity);

/** "will share it with NATO [allies]": who speaks to members of an alliance need not be one. */
export const onlyAlliance = ({ slot }: Filler, { phrases }: Filler, reading: Reading): boolean =>
  slot === "subj" && phrases.some((phrase) => isAlliance(phrase, reading));

/** Whether what a refusal is said to was itself asked for: "despite appeals from Chad", "Chad's request". */
const tellsRequest = ({ scan }: Analysis, { slot, phrases }: Filler): boolean =>
  ((slot.includes("@request") || slot.startsWith("who asks")) && !phrases.some((phrase) => isNone(scan, phrase))) ||
  (slot === "despite" && phrases.some((phrase) => is(scan, phrase.from, "appealed")));

/** "no request from Tripoli": there was none. */
const isNone = (scan: Scan, { owned, from, case: name }: Phrase): boolean =>
  ["from", "by", "of"].includes(name) &&
  ([owned[0]?.from ?? from, from - 1] as const).some((k) => none.some((cls) => is(scan, k - 1, cls)));

/** "no request", "any request": none has been made. */
const none = ["negation", "neither", "any"];

const isArms = ({ scan, grammar }: Analysis, { actor, to, title }: Phrase): boolean =>
  grammar.order === "prepositional" &&
  actor.via === "organ" &&
  !title &&
  (is(scan, to - 1, "goods") || is(scan, to - 1, "troops"));

/** A request that is refused was made: the asker asked. */
function request(
  analysis: Analysis,
  reading: Reading,
  found: Matched,
  cue: Cue,
  refuser: Phrase,
  asker: Phrase,
  frame: Frame,
): void {
  const noun = asker.owned.find((each) => each.classes.includes("request"));
  found.claims.push(
    evidence(analysis, reading, {
      type: "REQUESTED",
      subject: nodeOf(asker, "REQUESTED", "subject"),
      object: nodeOf(refuser, "REQUESTED", "object"),
      polarity: "affirmed",
      modality: "asserted",
      subjectSpan: spanOf(asker),
      cueSpan: noun ? [noun.from, noun.to] : (cue as Span),
      objectSpan: spanOf(refuser),
      rule: `${frame.name}+request`,
      confidence: 0.85,
      trace: [traced("requestMade")],
    }),
  );
}

function modalityOf(frame: Frame, how: Stance, alleged: boolean): Modality {
  if (alleged) return "alleged";
  // "will not accept": who says so has refused.
  if (frame.type === "REFUSED" && how.modality === "announced") return "asserted";
  // "will not talk until the attacks end": the condition is what the refusal is told with.
  if (frame.type === "REFUSED" && how.modality === "conditional" && frame.options.neg) return "asserted";
  if (how.modality === "asserted" && frame.options.modality) return frame.options.modality;
  return how.modality;
}

const round = (value: number): number => Math.round(value * 100) / 100;

/** Whether one of two has held office in the other: a state neither refuses nor supplies its own leader. */
function isOwnHead(person: Phrase, state: Phrase, { gazetteer }: Reading): boolean {
  return gazetteer.offices(person.actor.entity).some(({ country }) => country === stateOf(state));
}
