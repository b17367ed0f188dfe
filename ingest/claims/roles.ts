import { type Analysis, groupOf } from "./analysis.ts";
import { ownsDecision, ownsOffice, prenominal, unnamedSubject } from "./bearer.ts";
import type { Slot } from "./frames.ts";
import { judgement } from "./judged.ts";
import { namedSlots, nameOf } from "./namedSlots.ts";
import { isDoer, matches, pick } from "./owners.ts";
import { parallel, repeated } from "./parallel.ts";
import type { Phrase } from "./phrase.ts";
import { is } from "./scan.ts";
import { type Cue, type Filler, inScope, sameAs } from "./scope.ts";
import { isSpecial, specialFiller } from "./slots.ts";
import type { Stance } from "./stance.ts";
import { inherit } from "./subjects.ts";
import { isUnfit } from "./unfit.ts";

/** The phrases that fill the first slot of a list that anything fills, leaving out those of `taken`. */
export function fill(
  analysis: Analysis,
  slots: Slot[],
  cue: Cue,
  stance: Stance,
  role: "agent" | "object",
  taken: Phrase[],
): Filler | undefined {
  const stranger = role === "agent" ? unnamedSubject(analysis, cue) : -1;
  const inside = inScope(analysis, cue);
  for (const slot of slots.some(isActor) ? slots.flatMap((each) => doers(each, stance)) : slots) {
    const named = namedSlots.get(slot.case);
    const found = named
      ? named(analysis, cue, stance, taken, slot)
      : slotFiller(analysis, slot, cue, stance, role, taken, inside);
    if (found && bareCases.has(slot.case) && isStrangers(found, stranger, cue)) return undefined;
    if (found) return found;
  }
  if (stranger >= 0) return undefined;
  // Only where no slot is filled in the clause itself does a subject come from another one.
  const bare = slots.find((slot) => slot.case === "erg" || slot.case === "nom");
  if (role !== "agent" || !bare) return undefined;
  const inherited = inherit(analysis, analysis.clauses.of[cue[0]]!, taken);
  return inherited.length > 0 ? { phrases: inherited, slot: `${bare.case}, carried`, carried: true } : undefined;
}

/**
 * Whether the verb is that of a subject whom no list knows: whoever is found stands before that one, or behind the verb.
 * "Niger: the rulers rejected it, Mali and Chad agreed": whose verb it is nobody named.
 */
const isStrangers = ({ phrases }: Filler, stranger: number, cue: Cue): boolean =>
  phrases.every((phrase) => phrase.to <= stranger) ||
  (stranger >= 0 && phrases.every((phrase) => phrase.from > cue[0]));

const bareCases: ReadonlySet<string> = new Set(["erg", "nom"]);

const isActor = (slot: Slot): boolean => slot.case === "actor";

/** `actor`: whoever does it where the cue has a verb; an act that is only a noun has its owner alone. */
function doers(slot: Slot, stance: Stance): Slot[] {
  if (slot.case !== "actor") return [slot];
  return stance.nominal ? [] : [{ case: "erg" }, { case: "nom" }];
}

function slotFiller(
  analysis: Analysis,
  slot: Slot,
  cue: Cue,
  stance: Stance,
  role: "agent" | "object",
  taken: Phrase[],
  inside: Phrase[],
): Filler | undefined {
  const peculiar = isSpecial(slot.case, analysis)
    ? specialFiller(
        slot.case,
        analysis,
        cue,
        inside.filter((phrase) => !taken.includes(phrase) && !sameAs(phrase, taken)),
      )
    : undefined;
  // Who is left out of a denial is no agent of anything else: "recognised China, leaving out [Taiwan]".
  if (peculiar || slot.case === "except") return peculiar;
  if (slot.case === "erg" && !isDecree(analysis, stance) && isParticiple(analysis, cue, stance)) {
    // "[Nauru] which recognised", "firms that sell": who stands behind the participle acts, not the subject of the clause.
    const bearer = analysis.phrases.find(
      (phrase) => phrase.from === stance.group[1] + 1 || phrase.from === stance.group[1],
    );
    // "to send [Chad]'s offer": what the participle describes is the offer.
    const offer = bearer?.owned.some(({ classes }) => classes.includes("proposal") || classes.includes("request"));
    return bearer && !offer && !taken.includes(bearer)
      ? { phrases: groupOf(analysis.phrases, bearer), slot: "bearer of the participle", carried: false }
      : undefined;
  }
  // "Iran condemned the attack in Mali": who judges an act has not done it.
  if (role === "agent" && bareCases.has(slot.case) && judges(analysis, stance)) return undefined;
  if (inside.length === 0) return undefined;
  const owner = role === "agent" && slot.case !== "gen" ? ownerOfAct(analysis, cue, stance, taken, inside) : undefined;
  if (owner) return owner;
  // No function of its own for `filter`: most slots of most cues have no candidate, and need no more than this.
  const candidates: Phrase[] = [];
  for (const phrase of inside)
    if (mayFill(phrase, slot, cue, stance, analysis, taken) && !(role === "agent" && isBuyer(phrase, slot, analysis)))
      candidates.push(phrase);
  return candidates.length === 0 ? undefined : chosen(candidates, slot, cue, stance, role, analysis);
}

const mayFill = (phrase: Phrase, slot: Slot, cue: Cue, stance: Stance, analysis: Analysis, taken: Phrase[]): boolean =>
  (matches(phrase, slot, cue) || isMake(phrase, slot, cue, analysis)) &&
  !isUnfit(phrase, slot, cue, stance, analysis) &&
  !(slot.case === "in" && isSeat(phrase, cue, taken)) &&
  !taken.includes(phrase) &&
  !sameAs(phrase, taken);

/** "[Chad]'s bought arms come": whose goods they are by buying has not sent them. */
const isBuyer = ({ actor }: Phrase, { case: name, of }: Slot, { scan, grammar }: Analysis): boolean =>
  grammar.lateSubject && name === "gen" && of === "goods" && is(scan, actor.to, "part.bought");

/** "claimed by the movement in Yemen": where those sit who act. */
const isSeat = (phrase: Phrase, cue: Cue, taken: Phrase[]): boolean =>
  taken.some(
    ({ case: name, owned, to }) => name === "by" && to === phrase.from && owned.every(({ from }) => from !== cue[0]),
  );

/** Whose decision, or whose deed, the act of an infinitive or a noun is. */
function ownerOfAct(
  analysis: Analysis,
  cue: Cue,
  stance: Stance,
  taken: Phrase[],
  inside: Phrase[],
): Filler | undefined {
  if (!(stance.infinitive || stance.nominal) || analysis.grammar.order !== "postpositional") return undefined;
  if (inside.some((phrase) => phrase.case === "by")) return undefined;
  const decider = inside.find((phrase) => ownsDecision(analysis, phrase, stance) && !ownsOffice(analysis, phrase, cue));
  const acts = inside.some(({ case: name, adjectival }) => name === "nom" && !adjectival);
  if (decider && !taken.includes(decider) && !(acts && ownsFirst(decider, cue)))
    return { phrases: groupOf(inside, decider), slot: "owner of the decision", carried: false };
  // "[Dhaka]'s side to stand by promised Japan": at whose side somebody stands does nothing.
  const beside = analysis.grammar.lateSubject && cue[1] - cue[0] > 1 && is(analysis.scan, cue[0], "support");
  const doer = beside
    ? undefined
    : inside.find((phrase) => isDoer(phrase, cue, stance) && !ownsOffice(analysis, phrase, cue));
  // "[Abkhazia]'s recognition to end Tuvalu decided": where nobody else is reached, the owner is.
  const reached =
    acts && ownsFirst(doer, cue) && analysis.grammar.lateSubject && inside.every((each) => each.case !== "dat");
  return doer && !taken.includes(doer) && !(reached && is(analysis.scan, cue[1] - 1, "v.withdraw"))
    ? { phrases: groupOf(inside, doer), slot: "owner of the act", carried: false }
    : undefined;
}

/** The best of those who may fill a slot, with those who are named beside. */
function chosen(
  candidates: Phrase[],
  slot: Slot,
  cue: Cue,
  stance: Stance,
  role: "agent" | "object",
  analysis: Analysis,
): Filler | undefined {
  // "closed its border with Mali and signed a treaty with Chad": what a treaty is made with stands behind its verb.
  const made = slot.case === "with" && role === "object" && analysis.grammar.order === "prepositional";
  const behind = made ? candidates.filter((phrase) => phrase.from >= cue[0]) : [];
  const best = pick(
    stance.dative && role === "agent"
      ? candidates.filter((phrase) => phrase.to <= cue[0])
      : behind.length > 0
        ? behind
        : candidates,
    slot,
    cue,
    role,
    analysis,
  );
  if (!best) return undefined;
  const phrases = parallel(analysis, candidates, best);
  return { phrases: [...phrases, ...repeated(analysis, candidates, phrases)], slot: nameOf(slot), carried: false };
}

/** Whether the cue is a participle that describes what stands behind it. */
const isParticiple = (analysis: Analysis, cue: Cue, stance: Stance): boolean =>
  !is(analysis.scan, cue[0], "member") &&
  ((stance.infinitive && is(analysis.scan, stance.group[1], "relativiser")) || prenominal(analysis, cue, stance));

/** Whether the act is one that somebody judges. */
const judges = (analysis: Analysis, stance: Stance): boolean =>
  judgement(analysis, stance) !== undefined ||
  (stance.nominal &&
    stance.governor !== undefined &&
    (is(analysis.scan, stance.governor, "condemn") || is(analysis.scan, stance.governor, "support")));

/** "[Kosovo]'s recognition to withdraw the decision": what somebody owns first is the act, and others decide. */
const ownsFirst = (phrase: Phrase | undefined, cue: Cue): boolean => phrase?.owned[0]?.from === cue[0];

/** "signed the decree that recognises": who signs the words that do it does it. */
const isDecree = ({ scan }: Analysis, { group }: Stance): boolean => is(scan, group[1] + 1, "decree");

/** "received Turkish drones", "Turkish drones reached": arms that might act are things here. */
const isMake = (phrase: Phrase, slot: Slot, cue: Cue, analysis: Analysis): boolean =>
  isMakeBehind(phrase, slot, cue, analysis) || isMakeBefore(phrase, slot, cue, analysis);

/** "[Chad dat] will reach [Kenyan drones]": behind the verb that says they are got. */
const isMakeBehind = (
  { case: name, from, to, actor, title }: Phrase,
  { of }: Slot,
  cue: Cue,
  { grammar, scan }: Analysis,
) =>
  grammar.order === "postpositional" &&
  !grammar.lateSubject &&
  of === "goods" &&
  name === "nom" &&
  from > cue[0] &&
  actor.via === "organ" &&
  !title &&
  is(scan, to - 1, "goods");

const isMakeBefore = (phrase: Phrase, slot: Slot, cue: Cue, analysis: Analysis): boolean =>
  analysis.grammar.order === "prepositional" &&
  slot.case === "gen" &&
  slot.of === "goods" &&
  (phrase.from >= cue[1] || isArrival(analysis, cue)) &&
  phrase.actor.via === "organ" &&
  !phrase.title &&
  is(analysis.scan, phrase.to - 1, "goods") &&
  !analysis.scan.classes
    .slice(cue[1], phrase.actor.from)
    // "gained the upper hand with the help of Russian jets": what it is gained with is not what is got.
    .some((classes) => classes.some((cls) => cls.startsWith("case.") && cls !== "case.of"));

const isArrival = ({ scan }: Analysis, [from]: Cue): boolean => is(scan, from, "v.findway");
