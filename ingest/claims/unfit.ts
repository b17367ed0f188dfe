import { markEndingAt } from "./ahead.ts";
import type { Analysis } from "./analysis.ts";
import type { Slot } from "./frames.ts";
import type { Grammar } from "./grammar.ts";
import type { Phrase } from "./phrase.ts";
import { caseMarker, is, type Scan } from "./scan.ts";
import type { Cue } from "./scope.ts";
import { isDenied } from "./setApart.ts";
import type { Stance } from "./stance.ts";

/** Whether a phrase in the right case belongs to something else in the sentence and must not fill the slot. */
export const isUnfit = (phrase: Phrase, slot: Slot, cue: Cue, stance: Stance, analysis: Analysis): boolean =>
  isOfSubject(phrase, slot, cue, stance, analysis) ||
  isElsewhere(phrase, slot, cue, stance, analysis) ||
  isOfOtherVerb(phrase, slot, cue, analysis) ||
  isReached(phrase, slot, cue, analysis) ||
  isRival(phrase, slot, cue, analysis) ||
  isAddressed(phrase, slot, cue, analysis) ||
  isCraft(phrase, slot, cue, analysis) ||
  isOfGroup(phrase, slot, cue, analysis) ||
  isContrast(phrase, cue, analysis) ||
  isOfOtherSale(phrase, slot, cue, stance, analysis) ||
  isOfParticiple(phrase, slot, cue, analysis) ||
  isOfInfinitive(phrase, slot, cue, analysis) ||
  isOfPurpose(phrase, slot, cue, analysis) ||
  isMeans(phrase, slot, cue, analysis) ||
  isOfOtherDeed(phrase, slot, cue, analysis) ||
  isVisited(phrase, slot, cue, analysis) ||
  isDestination(phrase, slot, analysis) ||
  isOfStrife(phrase, slot, cue, analysis) ||
  isOwnerHere(phrase, slot, cue, analysis) ||
  isOfEvent(phrase, slot, cue, analysis);

/** "amid the fighting between [Chad and Mali] the pact": between whom there is strife the pact need not be. */
const isOfStrife = ({ to }: Phrase, slot: Slot, [from]: Cue, { grammar, scan }: Analysis): boolean =>
  grammar.lateSubject && slot.case === "between" && to < from && is(scan, to, "strife");

/** "breaks [their] word and attacks": a plural that may own the noun behind it is reached by no verb farther on. */
const isOwnerHere = ({ actor, to }: Phrase, slot: Slot, [from]: Cue, { grammar, scan }: Analysis): boolean =>
  grammar.lateSubject &&
  slot.case === "dat" &&
  is(scan, actor.from, "dat.or.gen") &&
  from - to > 3 &&
  scan.marks[to] !== undefined;

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

/** "[Kenya] visiting, Chad's president refused": whose name stands bare before a visit is visited, and does nothing else. */
const isVisited = (phrase: Phrase, slot: Slot, cue: Cue, { grammar, scan }: Analysis): boolean =>
  grammar.lateSubject &&
  slot.case === "nom" &&
  is(scan, phrase.to, "visit") &&
  (phrase.to < cue[0] || phrase.to >= cue[1]);

/** "used [Dutch] lorries to bring cocaine": what a deed is done with is not what goes over. */
const isMeans = (phrase: Phrase, slot: Slot, cue: Cue, { grammar, scan }: Analysis): boolean =>
  grammar.order === "prepositional" && slot.of === "goods" && phrase.to < cue[0] && is(scan, cue[0] - 1, "case.to");

/** "requests by Spain were blocked", "the shelling of Homs by Oman was condemned": who stands before a verb with "by" has done something else. */
const isElsewhere = (phrase: Phrase, slot: Slot, cue: Cue, { passive }: Stance, { grammar, scan }: Analysis): boolean =>
  grammar.order === "prepositional" &&
  slot.case === "by" &&
  slot.of === undefined &&
  phrase.to <= cue[0] &&
  // "sanctioned by America for selling": a gerund tells of who is sanctioned.
  (phrase.owned.length > 0 ||
    passive ||
    grammar.hasForm(scan.tokens[cue[0]]!.lower, "gerund") ||
    // "arms to be used by Togo before a delivery"
    (!isVerb(scan, cue[0]) &&
      phrase.from > 0 &&
      isVerb(scan, phrase.from - 1) &&
      grammar.hasForm(scan.tokens[phrase.from - 1]!.lower, "participle")));

/** "the attack on Kyiv was condemned by [Oman]", "an annexation recognised by [Chad]": who stands with "by" behind another verb did that. */
function isOfOtherVerb(phrase: Phrase, slot: Slot, [from, to]: Cue, { grammar, scan, phrases }: Analysis): boolean {
  if (grammar.order !== "prepositional" || slot.case !== "by" || slot.of !== undefined || phrase.from < to)
    return false;
  const first = phrases.find((each) => each.group === phrase.group && each.case === "by") ?? phrase;
  let last = first.from - 1;
  while (last > to && is(scan, last, "adverb")) last--;
  // "was carried out by [Mali]": such a verb says no more than the noun.
  if (
    last < to ||
    scan.covered[last] ||
    is(scan, last, "v.do") ||
    !grammar.hasForm(scan.tokens[last]!.lower, "participle")
  )
    return false;
  if (!isVerb(scan, from)) return true;
  for (let k = to; k < last; k++) if (is(scan, k, "be")) return true;
  return false;
}

/** "sold them to a dealer, not to [Kyiv]", "not by [Kagame] but by": who is set apart by a negation of his own is not reached. */
const isContrast = ({ from, to, case: name }: Phrase, cue: Cue, { grammar, scan }: Analysis): boolean =>
  grammar.order === "prepositional" &&
  name !== "nom" &&
  from > cue[0] &&
  is(scan, from - 1, "negation") &&
  !is(scan, from - 1, "neither") &&
  (isDenied(scan, from) || [0, 1, 2].some((step) => is(scan, to + step, "adversative")));

/** "Greece's sale of missiles to [Armenia] was not approved by Russia": what another sells whoever approves of it does not give. */
const isOfOtherSale = (
  { to }: Phrase,
  slot: Slot,
  cue: Cue,
  { passive }: Stance,
  { grammar, scan, phrases }: Analysis,
): boolean =>
  grammar.order === "prepositional" &&
  passive &&
  (slot.case === "to" || slot.case === "for") &&
  to <= cue[0] &&
  is(scan, cue[0], "v.promise") &&
  phrases.some(
    ({ case: name, to: end, owned }) =>
      name === "gen" && end <= cue[0] && owned.some(({ classes }) => classes.includes("delivery")),
  );

/** "reached [Indian] tankers": whose things are reached has not sent what arrives. */
const isReached = ({ from }: Phrase, slot: Slot, cue: Cue, { grammar, scan }: Analysis): boolean =>
  grammar.order === "prepositional" && slot.of === "goods" && from >= cue[1] && is(scan, cue[0], "v.arrive");

/** "ordered shells over the [American] ones", "rather than [Dutch] ships": what is passed over does not go over. */
const isRival = ({ owned, from }: Phrase, slot: Slot, cue: Cue, { grammar, scan }: Analysis): boolean =>
  grammar.order === "prepositional" &&
  slot.of === "goods" &&
  from >= cue[1] &&
  (["over", "than", "other"].includes(owned[0]?.case ?? "") ||
    markEndingAt(scan, from)?.classes.includes("ratherthan") === true);

/** "a [Maltese] tanker bound for Egypt": what sails is not what is given. */
const isCraft = ({ owned, to }: Phrase, slot: Slot, cue: Cue, { grammar, scan }: Analysis): boolean =>
  grammar.order === "prepositional" &&
  slot.of === "goods" &&
  (is(scan, cue[0], "v.arrive") || is(scan, cue[0], "v.go")) &&
  is(scan, owned.at(-1)?.from ?? to - 1, "craft");

/** "in a letter to [the Council] Chad accused": to whom something is said before the act gets nothing by it. */
const isAddressed = ({ from, to, owned }: Phrase, slot: Slot, cue: Cue, { grammar, scan }: Analysis): boolean =>
  grammar.order === "prepositional" &&
  slot.case === "to" &&
  slot.of === undefined &&
  (to <= cue[0] || from > cue[1]) &&
  is(scan, (owned[0]?.from ?? from) - (owned[0] ? 0 : 1), "addressed");

/** "reached the rebels in [Mali]": where those are who got it. */
function isOfGroup({ from }: Phrase, slot: Slot, [at, to]: Cue, { grammar, scan }: Analysis): boolean {
  if (grammar.order !== "prepositional" || slot.case !== "in" || from < to || !is(scan, at, "v.arrive")) return false;
  for (let k = to; k < from; k++) if (is(scan, k, "group") && !scan.covered[k]) return true;
  return false;
}

/** "under a deal signed in [Windhoek]": where something else was done. */
const isOfParticiple = ({ from, to }: Phrase, slot: Slot, cue: Cue, { grammar, scan, clauses }: Analysis): boolean =>
  grammar.order === "prepositional" &&
  slot.case === "in" &&
  to <= cue[0] &&
  from > 1 &&
  clauses.of[from - 1] === clauses.of[cue[0]] &&
  !scan.covered[from - 1] &&
  !is(scan, from - 2, "be") &&
  grammar.hasForm(scan.tokens[from - 1]!.lower, "participle");

/** "sought leave to fly its people out from [Sudan]": behind an infinitive of its own a name belongs to that. */
function isOfInfinitive(phrase: Phrase, slot: Slot, [from, to]: Cue, { grammar, scan }: Analysis): boolean {
  if (grammar.order !== "prepositional" || slot.case !== "from" || slot.of !== undefined) return false;
  if (!is(scan, from, "v.askfrom") && !is(scan, from, "v.receive")) return false;
  for (let k = to; k < phrase.from - 1; k++) {
    if (!is(scan, k, "case.to") || scan.covered[k + 1]) continue;
    const classes = scan.classes[k + 1]!;
    if (classes.some((cls) => cls.startsWith("v.")) || (classes.length === 0 && startsNoun(scan, k + 2))) return true;
  }
  return false;
}

const startsNoun = (scan: Scan, k: number): boolean =>
  scan.covered[k] !== undefined || is(scan, k, "determiner") || is(scan, k, "pronoun.own.gen");

const isVerb = (scan: Scan, k: number): boolean => scan.classes[k]!.some((cls) => cls.startsWith("v."));

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

/** "its guns [to Kyiv] to give a request made": right behind the things and before the verb of giving stands who is to get them. */
const isToBeGiven = ({ from, to }: Phrase, scan: Scan, grammar: Grammar): boolean =>
  ["v.give", "v.send", "v.supply"].some((cls) => is(scan, to, cls)) &&
  grammar.hasForm(scan.tokens[to]!.lower, "let") &&
  is(scan, from - 1, "goods");

/** "to stop [Beijing] gave Manila missiles": the object of an infinitive before the cue is no recipient, unless it is helped. */
function isOfPurpose(phrase: Phrase, slot: Slot, cue: Cue, { scan, grammar, clauses, phrases }: Analysis): boolean {
  if (grammar.order !== "postpositional" || slot.case !== "dat") return false;
  if (!grammar.lateSubject) return isFetched(phrase, cue, scan, grammar);
  const asks = is(scan, cue[0], "request");
  if (!asks && !given.some((cls) => is(scan, cue[0], cls))) return false;
  if (asks && isToBeGiven(phrase, scan, grammar)) return true;
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
