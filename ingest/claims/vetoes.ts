import type { Analysis } from "./analysis.ts";
import { isPerson } from "./carry.ts";
import type { Frame } from "./frames.ts";
import { objectAfter } from "./objects.ts";
import type { Phrase } from "./phrase.ts";
import { amongOthers } from "./predicates.ts";
import { is } from "./scan.ts";
import { type Cue, type Filler, sameAs } from "./scope.ts";
import type { Stance } from "./stance.ts";

/** Acts that nobody does to himself. */
export const betweenTwo: ReadonlySet<string> = new Set(["ATTACKED", "VISITED", "MET_WITH"]);

/** "Spain hit out at some in the Union for attacking [Spain]": whose object is the agent has another subject. */
export const actsOnItself = (analysis: Analysis, cue: Cue, agent: Filler): boolean => {
  const object = analysis.grammar.order === "prepositional" ? objectAfter(analysis, cue, []) : [];
  return object.length > 0 && object.every((phrase) => phrase.from <= cue[1] + 1 && sameAs(phrase, agent.phrases));
};

/** "Laos made an offer — [Chad]'s tanks will go to it": behind such a mark stands what is offered, and others have not agreed to it. */
export function onlyProposed(
  { scan, clauses }: Analysis,
  [from]: Cue,
  agent: Filler,
  { modality }: Stance,
  offers: Phrase[] | undefined,
): boolean {
  if (!offers || modality !== "announced" || agent.phrases.some((phrase) => sameAs(phrase, offers))) return false;
  const opens = clauses.clauses[clauses.of[from]!]!.from;
  return opens > 0 && /^[—–:]$/u.test(scan.tokens[opens]!.text);
}

/** "ordered two Chilean planes [to turn] back": a command, no order of goods. */
export function commands({ scan, clauses, grammar }: Analysis, [from, to]: Cue): boolean {
  if (grammar.order !== "prepositional" || !is(scan, from, "v.order")) return false;
  for (let k = to; k < scan.tokens.length && clauses.of[k] === clauses.of[from]; k++)
    if (is(scan, k, "case.to") && is(scan, k + 1, "moved")) return true;
  return false;
}

/** "[has] pledged money for soldiers": a helping verb has nothing. */
export function isHelping({ scan, grammar }: Analysis, [from]: Cue): boolean {
  if (grammar.order !== "prepositional" || !is(scan, from, "aux") || !is(scan, from, "hasthere")) return false;
  let k = from + 1;
  while (is(scan, k, "adverb") || is(scan, k, "negation")) k = scan.marks[k]?.to ?? k + 1;
  return scan.tokens[k]?.word === true && !scan.covered[k] && grammar.hasForm(scan.tokens[k]!.lower, "participle");
}

/** "a resolution that prohibits it": what a clause describes acts in it, not who tells of it. */
export const isRelative = ({ scan, clauses, grammar }: Analysis, [from]: Cue): boolean =>
  grammar.order === "prepositional" &&
  is(scan, from - 1, "that") &&
  clauses.clauses[clauses.of[from]!]!.from === from - 1;

/** Why those who are called allies without a verb are not told to be each other's. */
export function notEachOther(analysis: Analysis, cue: Cue, agent: Filler): string | undefined {
  if (amongOthers(analysis, cue)) return "some of a group";
  // "[Oman and Qatar] are no foes, but allies": the noun takes the place of the one that is denied.
  if (takesPlace(analysis, cue)) return undefined;
  // "not [Oman or Qatar], nobody there is an ally of Iran's": whom another clause names is not spoken of.
  return agent.carried && analysis.grammar.lateSubject ? "named in another clause" : undefined;
}

/** Whether the parties stand behind a preposition of place: "its allies fight wars in Iraq, Syria and Yemen". */
export const placed = ({ grammar }: Analysis, { phrases }: Filler): boolean =>
  grammar.order === "prepositional" &&
  phrases.every(({ case: name }) => ["in", "on", "from", "against"].includes(name));

/** "drawing threats from Washington": what is got from somebody stands behind the verb that gets it. */
export function nothingGot(analysis: Analysis, cue: Cue, agent: Filler, object: Filler): boolean {
  const { scan, clauses, grammar } = analysis;
  // "an offer to buy tanks got": the offer is got, not what it speaks of.
  const offer = is(scan, cue[1] - 2, "proposal") || is(scan, cue[1] - 2, "request");
  if (grammar.lateSubject) return isWeapon(analysis, cue) || (offer && is(scan, cue[1] - 1, "v.get"));
  if (grammar.order !== "prepositional" || agent.slot !== "from" || !object.slot.startsWith("subj")) return false;
  const clause = clauses.of[cue[0]]!;
  // "the fighters [it] bought from"
  if (is(scan, cue[0] - 2, "goods")) return false;
  if (clauses.clauses[clause]!.kind === "relative" || !is(scan, cue[0], "v.receive")) return false;
  return !scan.classes.some((classes, k) => k >= cue[1] && clauses.of[k] === clause && classes.includes("goods"));
}

/** "bought it from Oman, then [sent it back]": what is returned is not given. */
export function sendsBack({ scan, grammar, clauses: { of } }: Analysis, [from, to]: Cue): boolean {
  if (grammar.order !== "prepositional" || !is(scan, from, "v.supply") || !scan.present.has("backward")) return false;
  for (let k = to; k < Math.min(scan.tokens.length, to + 6) && of[k] === of[from]; k++)
    if (is(scan, k, "backward")) return !is(scan, k - 1, "case.to");
  return false;
}

/** "for having shot at them blamed [Mali] Niger": what somebody is blamed for is not the act of who blames. */
export function isBlamedFor({ scan, clauses, grammar }: Analysis, frame: Frame, cue: Cue, agent: Filler): boolean {
  if (!grammar.lateSubject || frame.type !== "ATTACKED" || agent.slot !== "nom") return false;
  const clause = clauses.of[cue[0]];
  let because = false;
  for (let k = cue[1]; k < scan.tokens.length && clauses.of[k] === clause; k++) {
    if (is(scan, k, "case.for")) because = true;
    if (because && is(scan, k, "blame")) return true;
  }
  return false;
}

/** "drones [giving] raided Kyiv": what an attack is made with goes to nobody; the word for "with" may be a form of "give". */
function isWeapon({ scan, clauses }: Analysis, [, to]: Cue): boolean {
  if (!is(scan, to - 1, "use") || !is(scan, to - 1, "v.give")) return false;
  let used = false;
  for (let k = to; k < scan.tokens.length && clauses.of[k] === clauses.of[to - 1]; k++) {
    if (is(scan, k, "help") || is(scan, k, "support")) return false;
    used ||= is(scan, k, "use");
  }
  return used;
}

/** "[Ghana] told Kenya not to send arms": what is asked for is for who is asked to do; frames of their own tell it. */
export const isOfAsked = (frame: Frame, { grammar }: Analysis, { governs, infinitive }: Stance): boolean =>
  grammar.order === "postpositional" &&
  !grammar.lateSubject &&
  governs === "g.ask" &&
  infinitive &&
  (frame.type === "SUPPLIED" || frame.type === "RECOGNIZED") &&
  frame.options.governs === undefined &&
  frame.options.kind === "verb";

/** "welcomed [the president of Chad] at the airport": whom one meets at the door is a person, or goes somewhere; a decision is welcomed otherwise. */
export function greets({ scan, grammar }: Analysis, [from]: Cue, { phrases, slot }: Filler): boolean {
  if (grammar.order !== "prepositional" || slot !== "obj" || !is(scan, from, "welcome")) return false;
  return phrases.every((phrase) => phrase.owned.length === 0 && isPerson(phrase));
}

/** "in reply to Lima's letter Chile said that [Bolivia] will not": who answers is who speaks; of whom he speaks has been asked nothing. */
export function isOfAnswer(
  { grammar, scan, speeches }: Analysis,
  { slot, phrases: askers }: Filler,
  agent: Filler,
): boolean {
  if (!grammar.lateSubject || !slot.startsWith("askedby") || !askers.some(({ to }) => is(scan, to - 1, "reply")))
    return false;
  const speakers = speeches.filter(({ marker, accusing }) => !marker && !accusing).map(({ speaker }) => speaker);
  const answers = ({ actor }: Phrase): boolean =>
    speakers.some((each) => each === actor.entity || each === actor.country) || actor.via === "pronoun";
  return speakers.length > 0 && !agent.carried && !agent.phrases.some(answers);
}

/** "for the offer to give fertiliser [thanked Oman] Bhutan": who gives thanks for what is given has not given it. */
export function isThankedFor(
  { grammar, scan, clauses: { of } }: Analysis,
  { gives }: { gives?: boolean | undefined },
  [cue, to]: Cue,
): boolean {
  if (!grammar.lateSubject || !gives || !scan.present.has("thank")) return false;
  const thanks = scan.classes.findIndex((classes, k) => k >= to && of[k] === of[cue] && classes.includes("thank"));
  return thanks > 0 && scan.tokens.some((_, k) => k >= to && k < thanks && is(scan, k, "case.for"));
}

/** "[the president]'s close ally was arrested in [Chad]": the ally of a person is one, whatever place stands right behind. */
export function isPersonsAlly({ scan, grammar }: Analysis, agent: Filler, { phrases, slot }: Filler): boolean {
  if (grammar.order !== "postpositional" || (slot !== "apposition" && slot !== "called")) return false;
  const person = agent.phrases.every((phrase) => phrase.title !== undefined || phrase.actor.via === "person");
  return person && phrases.every(({ case: name, to }) => name === "loc" || is(scan, to, "v.arrive"));
}

/** "rejected [Peru's] recognition of Kosovo", "[Peru]'s decision to recognise it opposed Oman": whose act it is has done it, whatever others say. */
export function isOthers({ clauses, phrases }: Analysis, [from]: Cue, { phrases: owners, slot }: Filler): boolean {
  if (slot.startsWith("gen@cue")) return true;
  const others = phrases.some(
    (phrase) => phrase.case === "erg" && clauses.of[phrase.actor.from] === clauses.of[from] && !owners.includes(phrase),
  );
  return slot.startsWith("owner of the") && others;
}

/** Right behind a noun that is denied, and the last word of its clause. */
function takesPlace({ scan, grammar }: Analysis, [from, to]: Cue): boolean {
  if (!grammar.lateSubject || scan.tokens[to]?.word) return false;
  const k = is(scan, from - 1, "adversative") ? from - 2 : from - 1;
  return scan.tokens[k]?.text === "," && is(scan, k - 1, "not.it") && !scan.covered[k - 2];
}

/** "recognised [Oman] as an important ally": what somebody is taken for beside is no state that is recognised. */
export function recognisedAsOther({ scan, clauses, grammar }: Analysis, [from]: Cue): boolean {
  const other = (k: number): boolean => is(scan, k, "ally") || is(scan, k, "other.role");
  for (let k = 0; k < scan.tokens.length && scan.present.has("as"); k++) {
    if (!scan.marks[k] || !is(scan, k, "as") || clauses.of[k] !== clauses.of[from]) continue;
    const before = grammar.order === "prepositional" ? k > from : k < from && from - k < 5;
    if (!before || scan.covered.slice(k, from).some((mention) => mention)) continue;
    const [first, last] = grammar.order === "prepositional" ? [k + 1, k + 6] : [k - 2, k];
    for (let n = first; n < last; n++) if (other(n) && clauses.of[n] === clauses.of[from]) return true;
  }
  return false;
}
