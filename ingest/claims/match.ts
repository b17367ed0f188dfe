import type { Claim, Modality, NodeId, Skipped, Span } from "../../model/stages.ts";
import { type EdgeType, vocabulary } from "../../model/vocabulary.ts";
import { isPlace, type Reading } from "./analyse.ts";
import { type Analysis, subjectOf } from "./analysis.ts";
import { cuesIn } from "./cues.ts";
import { eventObject } from "./events.ts";
import { evidence } from "./evidence.ts";
import type { Frame } from "./frames.ts";
import { landscape } from "./landscape.ts";
import type { Phrase } from "./phrase.ts";
import type { Carry } from "./resolve.ts";
import { type Cue, classInScope, classNear, type Filler, fill, stateOf } from "./roles.ts";
import { caseMarker, is } from "./scan.ts";
import { speechAround } from "./speech.ts";
import { type Stance, stance } from "./stance.ts";
import { whatOf } from "./what.ts";
import { whenOf } from "./when.ts";

/** Acts between persons: the person is the subject, where one is named. All others are acts of states. */
const personal: ReadonlySet<EdgeType> = new Set<EdgeType>([
  "CALLED",
  "MET_WITH",
  "VISITED",
  "ACCUSED",
  "LEADS",
  "HOLDS_OFFICE_IN",
]);

/** "the shells", "Italy's transfer", "of arms": a verb's form that stands as a noun here. */
function usedAsNoun({ scan, grammar, phrases }: Analysis, [from]: Cue): boolean {
  const classes = scan.marks[from]?.classes ?? [];
  const both =
    classes.some((cls) => cls.startsWith("v.")) &&
    classes.some((cls) => !cls.startsWith("v.") && !cls.startsWith("g."));
  if (grammar.order !== "prepositional" || !both || grammar.hasForm(scan.tokens[from]!.lower, "gerund")) return false;
  const before = scan.tokens[from - 1];
  if (!before) return false;
  if (
    is(scan, from - 1, "determiner") ||
    is(scan, from - 1, "pronoun.own.gen") ||
    is(scan, from - 1, "goods") ||
    /^[\d]/u.test(before.text)
  )
    return true;
  if (
    scan.classes[from - 1]!.some((cls) => cls.startsWith("case.") && cls !== "case.to" && cls !== "case.other") &&
    !grammar.hasForm(scan.tokens[from]!.lower, "participle")
  )
    return true;
  return phrases.some(
    (phrase) =>
      phrase.case === "gen" && phrase.adjectival && phrase.owned.some((noun) => noun.from <= from && from < noun.to),
  );
}

/** Acts that reach a country when they reach a region that the text calls its own. */
const inCountry: ReadonlySet<EdgeType> = new Set<EdgeType>(["ATTACKED", "DEPLOYED_TO", "VISITED"]);

/** Acts of speech: that one was not made is rarely what a sentence means. */
const affirmedOnly: ReadonlySet<EdgeType> = new Set<EdgeType>([
  "REFUSED",
  "REQUESTED",
  "ACCUSED",
  "CALLED",
  "LEADS",
  "HOLDS_OFFICE_IN",
]);

export interface Matched {
  claims: Claim[];
  skipped: Skipped[];
  /** Who denied something. */
  denials: NodeId[];
  /** Who refused what the sentence before asked of them. */
  turnedDown?: NodeId[];
  /** The last request: who asked whom. */
  asked?: { by: Phrase[]; of: Phrase[] };
  /** Subject of the last claim: what a pronoun at the head of the next sentence means. */
  subject?: Phrase[];
}

/** Every claim that a frame of the language finds in a sentence, and every near-miss with its reason. */
export function match(analysis: Analysis, reading: Reading, carry: Carry): Matched {
  const found: Matched = { claims: [], skipped: [], denials: [] };
  if (analysis.phrases.length === 0) return found;
  if (has(analysis, "domain.fiction")) return found;
  const used = new Set<string>();
  for (const { frame, cue } of cuesIn(analysis, analysis.grammar.cues)) {
    // One act is told once: a later frame does not read the words of an earlier one again.
    const keys = Array.from({ length: cue[1] - cue[0] }, (_, k) => `${frame.type} ${cue[0] + k}`);
    if (keys.some((key) => used.has(key))) continue;
    if (apply(frame, cue, analysis, reading, carry, found)) for (const key of keys) used.add(key);
  }
  if (found.asked) answered(analysis, reading, { ...carry, asked: found.asked }, found, used);
  for (const phrase of analysis.phrases) if (phrase.case === "askedby") invited(phrase, analysis, reading, found);
  return found;
}

/** "Brussels had asked them, but both said no": a refusal whose request only the rest of the sentence told. */
function answered(analysis: Analysis, reading: Reading, carry: Carry, found: Matched, used: ReadonlySet<string>): void {
  const again: Matched = { claims: [], skipped: [], denials: [] };
  for (const { frame, cue } of cuesIn(analysis, analysis.grammar.cues))
    if (frame.type === "REFUSED" && ![...used].some((key) => key.startsWith("REFUSED ")))
      if (apply(frame, cue, analysis, reading, carry, again)) break;
  found.claims.push(...again.claims);
}

/** "at Kazakhstan's request Russia sent": who acts at somebody's request was asked. */
function invited(asker: Phrase, analysis: Analysis, reading: Reading, found: Matched): void {
  const clause = analysis.clauses.of[asker.actor.from]!;
  for (const asked of subjectOf(analysis, clause)) {
    const subject = nodeOf(asker, "REQUESTED", "subject");
    const object = nodeOf(asked, "REQUESTED", "object");
    if (stateOf(asker) === stateOf(asked) || !allowed("REQUESTED", subject, object, reading)) continue;
    const cue: Span = [asker.actor.to, Math.max(asker.to, asker.actor.to + 1)];
    found.claims.push(
      evidence(analysis, reading, {
        type: "REQUESTED",
        subject,
        object,
        polarity: "affirmed",
        modality: "asserted",
        subjectSpan: spanOf(asker),
        cueSpan: cue,
        objectSpan: spanOf(asked),
        rule: "at-request",
        confidence: 0.8,
        trace: ["the subject of the clause acts at the request of the other"],
      }),
    );
  }
}

/** Fiction borrows the words of war and diplomacy: a sentence that names a film or a novel claims nothing. */
function has({ scan }: Analysis, cls: string): boolean {
  return scan.classes.some((classes) => classes.includes(cls));
}

/** Tries one frame at one cue. True when it made a claim. */
function apply(frame: Frame, cue: Cue, analysis: Analysis, reading: Reading, carry: Carry, found: Matched): boolean {
  const { options } = frame;
  const skip = (why: string): false => {
    found.skipped.push({
      text: analysis.sentence.text,
      why: `${frame.type} (${frame.name}, "${words(analysis, cue)}"): ${why}`,
    });
    return false;
  };
  if (options.with && !analysis.scan.classes.some((classes) => classes.includes(options.with!))) return false;
  if (options.theme && !classInScope(analysis, cue, options.theme)) return false;
  const core = vocabulary.edges[frame.type as EdgeType]?.core === true;
  if (core ? classInScope(analysis, cue, "domain.sport") : has(analysis, "domain.sport"))
    return skip("speaks of sport");
  const blocker = options.block.find((cls) => classNear(analysis, cue, cls));
  if (blocker) return skip(`blocked by a word of class ${blocker}`);
  if (frame.verbal && usedAsNoun(analysis, cue)) return false;
  const how = options.kind === "noun" ? plain(cue) : stance(analysis.scan, cue, analysis.clauses, analysis.grammar);
  if (options.voice && options.voice !== (how.passive ? "passive" : "active")) return false;
  if (options.neg && how.polarity !== "negated") return false;
  if (how.governs === "g.refuse" && frame.type === "RECOGNIZED") {
    // Who refuses to recognise does not recognise.
    how.silent = undefined;
    how.polarity = "negated";
    how.notes.push("embedded under a refusal");
  }
  if (how.silent) return skip(how.silent);
  const frameSlots =
    how.passive && !options.voice
      ? passiveSlots(frame, analysis.grammar.order === "postpositional")
      : { agent: frame.agent, object: frame.object };
  const agent = findAgent(frame, frameSlots.agent, cue, analysis, how);
  if (frame.type === "DENIED") {
    if (agent) found.denials.push(...agent.phrases.map((phrase) => stateOf(phrase) as NodeId));
    return false;
  }
  const object = agent
    ? options.mutual && frame.object.length === 0
      ? agent
      : (findObject(frame, frameSlots.object, cue, analysis, how, agent) ??
        (frame.type === "RECOGNIZED" ? eventObject(analysis, cue, reading, agent.phrases) : undefined))
    : undefined;
  if (!agent) return skip("no agent");
  if (options.mutual && agent.phrases.length < 2 && frame.object.length === 0) return skip("only one party");
  if (options.kind === "noun") {
    const bearer = [agent, object].find((each) => each && /^(copula|nom|erg|subj)/u.test(each.slot));
    if (bearer && object && /^(nom|erg|dat|with)$/u.test(object.slot) && oblique(analysis, cue))
      return skip("no object");
    if (bearer) predicate(analysis, cue, bearer.phrases, how);
    if (how.silent) return skip(how.silent);
  }
  if (!object) {
    const turned = carriedRequest(frame, agent, carry);
    if (!turned) return skip("no object");
    return emit(frame, cue, analysis, reading, found, how, turned.agent, turned.object);
  }
  return emit(frame, cue, analysis, reading, found, how, agent, object);
}

/** The agent of a frame; of what is alleged, the accused; of what a speaker says without naming a doer, the speaker. */
function findAgent(frame: Frame, slots: Frame["agent"], cue: Cue, analysis: Analysis, how: Stance): Filler | undefined {
  if (how.governs === "g.accuse" && analysis.grammar.order === "postpositional" && frame.type !== "ACCUSED") {
    const accused = fill(
      analysis,
      [{ case: "against" }, { case: "on" }],
      cue,
      { ...how, infinitive: false, nominal: false },
      "agent",
      [],
    );
    if (accused) return accused;
  }
  if (how.governs === "g.ask" && analysis.grammar.lateSubject && frame.type !== "REQUESTED" && frame.type !== "REFUSED")
    return asked(analysis, cue, how);
  const found =
    frame.options.mutual && frame.object.length === 0
      ? several(slots.map((slot) => fill(analysis, [slot], cue, how, "agent", [])))
      : fill(analysis, slots, cue, how, "agent", []);
  if (found) return found;
  const { clauses } = analysis.clauses;
  const clause = clauses[analysis.clauses.of[cue[0]]!];
  if (clause?.kind === "that" && (how.polarity === "negated" || frame.type === "REFUSED")) {
    const speaker = subjectOf(analysis, clause.parent);
    if (speaker.length > 0) return { phrases: speaker, slot: "speaker of the clause", carried: true };
  }
  return announcer(analysis, cue) ?? (frame.type === "REFUSED" ? headline(analysis, cue) : undefined);
}

/** "asked [of Chad] to send", "[Chad] to [Mali] to send asked": who is asked is to act, never who asks. */
function asked(analysis: Analysis, cue: Cue, how: Stance): Filler | undefined {
  const plainly = { ...how, infinitive: false, nominal: false };
  const told = fill(analysis, [{ case: "to" }, { case: "toward" }, { case: "from" }], cue, plainly, "object", []);
  if (told) return { ...told, slot: "who is asked" };
  const clause = analysis.clauses.of[cue[0]];
  const datives = analysis.phrases.filter(
    (phrase) => phrase.case === "dat" && analysis.clauses.of[phrase.actor.from] === clause && phrase.to <= cue[0],
  );
  const [first, second] = datives;
  if (!first || !second || first.group === second.group) return undefined;
  return { phrases: datives.filter((phrase) => phrase.group === first.group), slot: "who is asked", carried: false };
}

/** "will not send [that] said [Kyiv]": where the complementiser ends the complement, its speaker is the subject of what follows. */
function announcer(analysis: Analysis, cue: Cue): Filler | undefined {
  if (!analysis.grammar.lateSubject) return undefined;
  const clause = analysis.clauses.of[cue[0]]!;
  const after = analysis.clauses.clauses.find((each) => each.kind === "that" && each.parent === clause);
  if (!after || !is(analysis.scan, after.from, "that.after")) return undefined;
  const speaker = subjectOf(analysis, after.id);
  return speaker.length > 0 ? { phrases: speaker, slot: "who says it", carried: true } : undefined;
}

/** Of those who might act together, the first that are more than one. */
function several(fillers: (Filler | undefined)[]): Filler | undefined {
  const own = fillers.filter((each) => each && !each.carried);
  return own.find((each) => each && each.phrases.length > 1) ?? own[0] ?? fillers.find((each) => each);
}

/** "Offer rejected: Panama says": in a headline the one actor behind the colon is who acts before it. */
function headline(analysis: Analysis, cue: Cue): Filler | undefined {
  const { scan, phrases } = analysis;
  const colon = scan.tokens.findIndex((token, k) => token.text === ":" && k >= cue[1]);
  if (colon < 0 || colon > cue[1] + 4) return undefined;
  const behind = phrases.filter((phrase) => phrase.actor.from > colon);
  const states = new Set(behind.map(stateOf));
  const before = phrases.filter((phrase) => phrase.actor.from < colon && states.has(stateOf(phrase)));
  return states.size === 1 && before.length === 0
    ? { phrases: [behind[0]!], slot: "the actor of the headline", carried: true }
    : undefined;
}

/** The object of a frame. What a refusal is said to is who asked, wherever the sentence names them; only then who else it concerns. */
function findObject(
  frame: Frame,
  slots: Frame["object"],
  cue: Cue,
  analysis: Analysis,
  how: Stance,
  agent: Filler,
): Filler | undefined {
  if (frame.type !== "REFUSED") {
    const found = fill(analysis, slots, cue, how, "object", agent.phrases);
    const clause = analysis.clauses.clauses[analysis.clauses.of[cue[0]]!];
    if (found || clause?.kind !== "that" || !slots.some((slot) => slot.case === "erg")) return found;
    // "Rabat said that planes had come from Washington": who got them is who says so.
    const speaker = subjectOf(analysis, clause.parent).filter((phrase) => !agent.phrases.includes(phrase));
    return speaker.length > 0 ? { phrases: speaker, slot: "speaker of the clause", carried: true } : undefined;
  }
  // "refused to arrest Putin": whom the act would have hit has asked for nothing.
  const hit = classNear(analysis, cue, "seize");
  if (hit) slots = slots.filter((slot) => slot.case !== "dat" && slot.noun !== "dat");
  const asked = slots.filter(
    (slot) => slot.of === "request" || slot.of === "proposal" || slot.case === "askedby" || slot.case === "despite",
  );
  const turned = fill(analysis, asked, cue, how, "object", agent.phrases) ?? wide(analysis, agent);
  // Who refuses to recognise is told by RECOGNIZED, negated, unless somebody asked.
  if (turned || classNear(analysis, cue, "recognition")) return turned;
  return fill(
    analysis,
    slots.filter((slot) => !asked.includes(slot)),
    cue,
    how,
    "object",
    agent.phrases,
  );
}

/** "Germany asked Brazil … It said no": who was asked in the sentence before refuses who asked. */
function carriedRequest(frame: Frame, agent: Filler, { asked }: Carry): { agent: Filler; object: Filler } | undefined {
  if (frame.type !== "REFUSED" || !asked) return undefined;
  const pronoun = agent.phrases.every((phrase) => phrase.actor.via === "pronoun");
  const same = agent.phrases.some((phrase) => asked.of.some((each) => stateOf(each) === stateOf(phrase)));
  if (!pronoun && !same) return undefined;
  return {
    agent: same
      ? agent
      : {
          phrases: asked.of.map((phrase, k) => ({
            ...phrase,
            actor: { ...phrase.actor, from: agent.phrases[0]!.actor.from, to: agent.phrases[0]!.actor.to },
            group: 2000 + k,
          })),
          slot: "asked in the sentence before",
          carried: true,
        },
    object: {
      phrases: asked.by.map((phrase) => ({
        ...phrase,
        actor: { ...phrase.actor, from: agent.phrases[0]!.actor.from, to: agent.phrases[0]!.actor.to },
      })),
      slot: "asker of the sentence before",
      carried: true,
    },
  };
}

/** A request named elsewhere in the sentence is what is refused: "The plan that Rome had sent … Tunis turned down". */
function wide(analysis: Analysis, agent: Filler): Filler | undefined {
  const { scan, clauses, phrases } = analysis;
  const other = (phrase: Phrase): boolean => !agent.phrases.some((each) => stateOf(each) === stateOf(phrase));
  for (const cls of ["request", "proposal"]) {
    const owners = phrases.filter((phrase) => phrase.owned.some((noun) => noun.classes.includes(cls)) && other(phrase));
    if (new Set(owners.map(stateOf)).size === 1)
      return { phrases: [owners[0]!], slot: `gen@${cls}, elsewhere in the sentence`, carried: true };
  }
  const asker = askedElsewhere(analysis, agent);
  if (asker) return { phrases: [asker], slot: "who asks elsewhere in the sentence", carried: true };
  for (let k = 0; k < scan.tokens.length; k++) {
    if (!scan.marks[k] || !(is(scan, k, "request") || is(scan, k, "proposal"))) continue;
    const near = phrases.find(
      (phrase) =>
        ["by", "from"].includes(phrase.case) &&
        other(phrase) &&
        (analysis.grammar.order === "prepositional"
          ? phrase.from >= k && phrase.from - k < 4
          : phrase.to <= k && k - phrase.to < 8 && clauses.of[phrase.actor.from] === clauses.of[k]),
    );
    if (near) return { phrases: [near], slot: "who asks elsewhere in the sentence", carried: true };
    if (agent.phrases.some((phrase) => clauses.of[phrase.actor.from] === clauses.of[k])) continue;
    const kind = clauses.clauses[clauses.of[k]!]?.kind;
    if (analysis.grammar.order === "prepositional" && kind !== "relative" && kind !== "that") continue;
    const places = [clauses.of[k], ...(kind === "relative" ? [clauses.clauses[clauses.of[k]!]?.parent] : [])];
    const sender = phrases.filter(
      (phrase) =>
        places.includes(clauses.of[phrase.actor.from]) &&
        (phrase.case === "nom" || phrase.case === "erg") &&
        phrase.actor.via !== "pronoun" &&
        !phrase.adjectival &&
        other(phrase),
    );
    if (sender.length === 1) return { phrases: sender, slot: "who proposes elsewhere in the sentence", carried: true };
  }
  return undefined;
}

/** "as Riyadh has asked", "Asked by Canada to": the one who asks in another clause of the sentence. */
function askedElsewhere(analysis: Analysis, agent: Filler): Phrase | undefined {
  const { scan, clauses, phrases } = analysis;
  for (let k = 0; k < scan.tokens.length; k++) {
    if (!scan.marks[k] || !is(scan, k, "v.ask")) continue;
    const clause = clauses.of[k];
    const asker =
      phrases.find((phrase) => phrase.case === "by" && phrase.from === scan.marks[k]!.to) ??
      phrases.find(
        (phrase) =>
          clauses.of[phrase.actor.from] === clause &&
          (phrase.case === "nom" || phrase.case === "erg") &&
          !phrase.adjectival,
      );
    if (asker && !agent.phrases.some((each) => stateOf(each) === stateOf(asker))) return asker;
  }
  return undefined;
}

function passiveSlots(frame: Frame, owners: boolean): { agent: Frame["agent"]; object: Frame["object"] } {
  // "in X's attack three were killed": the owner of a noun acts in the passive as well.
  const by = [{ case: "by" }, ...(owners ? frame.agent.filter((slot) => slot.of === "cue") : [])];
  return {
    agent: frame.agent.some((slot) => slot.case === "by") ? frame.agent.filter((slot) => slot.case !== "subj") : by,
    object: frame.object.map((slot) => (slot.case === "obj" ? { case: "subj" } : slot)),
  };
}

const plain = (cue: Cue): Stance => ({
  polarity: "affirmed",
  modality: "asserted",
  group: cue,
  passive: false,
  infinitive: false,
  nominal: false,
  notes: [],
});

/** "is not an ally": a predicate noun is negated with its copula; a noun in apposition is not. */
function predicate(analysis: Analysis, cue: Cue, subject: Phrase[], how: Stance): void {
  const { scan, clauses, grammar } = analysis;
  const [from, to] =
    grammar.order === "prepositional"
      ? [Math.max(...subject.map((phrase) => phrase.to)), cue[0]]
      : [cue[1], Math.min(cue[1] + 3, scan.tokens.length)];
  for (let k = from; k < to; k++) {
    if (clauses.of[k] !== clauses.of[cue[0]] || is(scan, k, "notonly")) continue;
    if (is(scan, k, "negation")) how.polarity = "negated";
    if (is(scan, k, "possible") || is(scan, k, "question")) how.silent = "only a possibility";
  }
}

/** "warned America's ally": a noun that carries a case of its own describes nobody else in the clause. */
function oblique({ scan, grammar }: Analysis, cue: Cue): boolean {
  if (grammar.order !== "postpositional" || grammar.lateSubject) return false;
  const marker = caseMarker(scan, cue[1]);
  return marker !== undefined && marker.case !== "other";
}

function emit(
  frame: Frame,
  cue: Cue,
  analysis: Analysis,
  reading: Reading,
  found: Matched,
  how: Stance,
  agent: Filler,
  object: Filler,
): boolean {
  const type = frame.type as EdgeType;
  const pairs =
    frame.options.mutual && agent === object ? combinations(agent.phrases) : product(agent.phrases, object.phrases);
  let made = false;
  const polarity = frame.options.neg ? "affirmed" : frame.options.negated ? "negated" : how.polarity;
  for (const [a, b] of pairs) {
    if (stateOf(a) === stateOf(b)) continue;
    const subject = nodeOf(a, type, "subject");
    const target = nodeOf(b, type, "object");
    if (subject === target || !allowed(type, subject, target, reading)) continue;
    if (isPlace(analysis, a.actor.form, a.case)) continue;
    if (polarity === "negated" && affirmedOnly.has(type)) continue;
    const speech = speechAround(analysis, cue[0]);
    const modality = modalityOf(
      frame,
      how,
      speech?.accusing === true && speech.speaker !== a.actor.entity && speech.speaker !== stateOf(a),
    );
    const confidence = Math.max(
      0.1,
      round(0.9 - frame.options.doubt - (agent.carried ? 0.2 : 0) - (a.actor.fuzzy || b.actor.fuzzy ? 0.1 : 0)),
    );
    const date = whenOf(analysis, cue, reading.article.published, modality === "announced" ? "future" : "past");
    const what = whatOf(type, analysis, cue, [a, b]);
    found.claims.push(
      evidence(analysis, reading, {
        type,
        subject,
        object: target,
        ...(what ? { what } : {}),
        ...(date ? { eventDate: date.date, datePrecision: date.precision } : {}),
        polarity,
        modality,
        ...(speech && speech.speaker !== subject ? { speaker: speech.speaker } : {}),
        subjectSpan: spanOf(a),
        cueSpan: cue as Span,
        objectSpan: spanOf(b),
        rule: frame.name,
        confidence,
        trace: [
          `cue "${words(analysis, cue)}" of frame ${frame.name}`,
          `subject in ${agent.slot}${a.actor.via === "name" ? "" : ` by ${a.actor.via}`}`,
          `object in ${object.slot}`,
          ...how.notes,
          ...(modality === "asserted" ? [] : [`read as ${modality}`]),
          ...(agent.carried ? ["the subject is carried over from another clause: less sure"] : []),
        ],
      }),
    );
    made = true;
    if (type === "REFUSED" && (object.slot.includes("@request") || object.slot.startsWith("who asks")))
      request(analysis, reading, found, cue, a, b, frame);
  }
  if (made && type === "REFUSED" && object.slot.includes("sentence before"))
    found.turnedDown = agent.phrases.map((phrase) => stateOf(phrase) as NodeId);
  if (made) found.subject = agent.phrases;
  if (made && type === "REQUESTED") found.asked = { by: agent.phrases, of: object.phrases };
  return made;
}

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
      trace: ["the request that is refused was made by its owner"],
    }),
  );
}

function modalityOf(frame: Frame, how: Stance, alleged: boolean): Modality {
  if (alleged) return "alleged";
  // "will not accept": who says so has refused.
  if (frame.type === "REFUSED" && how.modality === "announced") return "asserted";
  if (how.modality === "asserted" && frame.options.modality) return frame.options.modality;
  return how.modality;
}

function nodeOf({ actor }: Phrase, type: EdgeType, end: "subject" | "object"): NodeId {
  if (end === "object" && actor.within && inCountry.has(type)) return actor.within;
  if (actor.country === undefined) return actor.entity;
  if (personal.has(type)) return actor.entity;
  if (end === "object" && type === "RECOGNIZED") return actor.entity;
  return actor.country;
}

function allowed(type: EdgeType, subject: NodeId, object: NodeId, reading: Reading): boolean {
  if (landscape().has(subject) || (landscape().has(object) && type !== "VISITED" && type !== "DEPLOYED_TO"))
    return false;
  const kind = (id: NodeId) => (reading.candidates.get(id) ?? reading.gazetteer.entity(id))?.labels ?? [];
  const { from, to } = vocabulary.edges[type];
  return kind(subject).some((label) => from.includes(label)) && kind(object).some((label) => to.includes(label));
}

const spanOf = (phrase: Phrase): Span => [phrase.actor.from, phrase.actor.to];
const words = ({ scan }: Analysis, [from, to]: Cue): string =>
  scan.tokens
    .slice(from, to)
    .map((token) => token.text)
    .join(" ");
const round = (value: number): number => Math.round(value * 100) / 100;

function product(a: Phrase[], b: Phrase[]): [Phrase, Phrase][] {
  return a.flatMap((one) => b.map((other): [Phrase, Phrase] => [one, other]));
}

function combinations(all: Phrase[]): [Phrase, Phrase][] {
  return all.flatMap((one, index) => all.slice(index + 1).map((other): [Phrase, Phrase] => [one, other]));
}
