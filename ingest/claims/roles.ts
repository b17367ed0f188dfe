import { type Analysis, groupOf, subjectOf } from "./analysis.ts";
import { copula, near, previous } from "./apposition.ts";
import { ownsDecision, ownsOffice, prenominal, unnamedSubject } from "./bearer.ts";
import type { Slot } from "./frames.ts";
import { judgement } from "./judged.ts";
import { objectAfter, relativeObject } from "./objects.ts";
import { isDoer, matches, pick, place, themeOwner } from "./owners.ts";
import { parallel, repeated } from "./parallel.ts";
import type { Phrase } from "./phrase.ts";
import { is } from "./scan.ts";
import { type Cue, classNear, type Filler, inScope, overlaps, sameAs } from "./scope.ts";
import { isSpecial, specialFiller } from "./slots.ts";
import type { Stance } from "./stance.ts";
import { inherit, subject } from "./subjects.ts";
import { joinedBefore, pair } from "./together.ts";
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
  for (const slot of slots.some(isActor) ? slots.flatMap((each) => doers(each, stance)) : slots) {
    const found = slotFiller(analysis, slot, cue, stance, role, taken);
    if (found && bareCases.has(slot.case) && found.phrases.every((phrase) => phrase.to <= stranger)) return undefined;
    // "Niger: the rulers rejected it, Mali and Chad agreed": whose verb it is nobody named.
    if (found && bareCases.has(slot.case) && stranger >= 0 && found.phrases.every((phrase) => phrase.from > cue[0]))
      return undefined;
    if (found) return found;
  }
  if (stranger >= 0) return undefined;
  // Only where no slot is filled in the clause itself does a subject come from another one.
  const bare = slots.find((slot) => slot.case === "erg" || slot.case === "nom");
  if (role !== "agent" || !bare) return undefined;
  const inherited = inherit(analysis, analysis.clauses.of[cue[0]]!, taken);
  return inherited.length > 0 ? { phrases: inherited, slot: `${bare.case}, carried`, carried: true } : undefined;
}

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
): Filler | undefined {
  const name = slot.of ? `${slot.case}@${slot.of}` : slot.case;
  if (slot.case === "subj") {
    const found = subject(analysis, cue, stance);
    const free = found && !overlaps(found.phrases, taken) && !found.phrases.every((phrase) => sameAs(phrase, taken));
    return free ? { ...found, slot: name } : undefined;
  }
  if (slot.case === "obj") {
    const found = objectAfter(analysis, cue, taken);
    if (found.length > 0) return { phrases: found, slot: name, carried: false };
    const whom = relativeObject(analysis, cue, taken);
    return whom.length > 0 ? { phrases: whom, slot: "antecedent", carried: false } : undefined;
  }
  if (slot.case === "reciprocal")
    return classNear(analysis, cue, "reciprocal") && taken.length > 1
      ? { phrases: taken, slot: "each other", carried: false }
      : undefined;
  if (slot.case === "eachother")
    return taken.length > 1 ? { phrases: taken, slot: "one another", carried: false } : undefined;
  if (slot.case === "obj2") {
    const found = objectAfter(analysis, cue, taken);
    const after = found.at(-1)?.to ?? 0;
    const thing =
      analysis.scan.tokens[after]?.word &&
      !analysis.scan.classes[after]!.some(
        (cls) =>
          cls.startsWith("case.") ||
          cls.startsWith("v.") ||
          [
            "and",
            "speech",
            "be",
            "aux",
            "that",
            "abstract",
            "adversative",
            "subordinate",
            "negation",
            "future",
            "possible",
          ].includes(cls),
      );
    const gift = (found[0]?.whom !== true || startsThing(analysis, after)) && !isAbstract(analysis, after);
    return found.length > 0 && found[0]!.from === cue[1] && thing && gift
      ? { phrases: found, slot: "first of two objects", carried: false }
      : undefined;
  }
  if (slot.case === "complement") {
    const clause = analysis.clauses.clauses.find(
      (each) => each.kind === "that" && each.from >= cue[1] - 1 && each.from - cue[1] < 4,
    );
    const found = (clause ? subjectOf(analysis, clause.id) : behindComma(analysis, cue)).filter(
      (phrase) => phrase.actor.via !== "pronoun" && !sameAs(phrase, taken),
    );
    return found.length > 0 ? { phrases: found, slot: "subject of the complement", carried: false } : undefined;
  }
  if (slot.case === "theme") {
    const owner = themeOwner(analysis, cue, stance, taken);
    return owner
      ? { phrases: groupOf(analysis.phrases, owner), slot: "owner of what is refused", carried: false }
      : undefined;
  }
  if (slot.case === "both") {
    const found = analysis.phrases.filter(
      (phrase) => phrase.both && analysis.clauses.of[phrase.actor.from] === analysis.clauses.of[cue[0]],
    );
    return found.length === 2 ? { phrases: found, slot: "both", carried: false } : undefined;
  }
  if (slot.case === "pair") return pair(analysis);
  if (slot.case === "joined") return joinedBefore(analysis, cue);
  if (slot.case === "place") return place(analysis, cue, taken);
  if (slot.case === "near") return near(analysis, cue, taken);
  if (slot.case === "copula") return copula(analysis, cue, stance, taken);
  if (slot.case === "prev") return previous(analysis, cue, taken);
  const inside = inScope(analysis, cue);
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
  const judged =
    judgement(analysis, stance) !== undefined ||
    (stance.nominal &&
      stance.governor !== undefined &&
      (is(analysis.scan, stance.governor, "condemn") || is(analysis.scan, stance.governor, "support")));
  const relativised =
    !is(analysis.scan, cue[0], "member") &&
    ((stance.infinitive && is(analysis.scan, stance.group[1], "relativiser")) || prenominal(analysis, cue, stance));
  if (relativised && slot.case === "erg" && !isDecree(analysis, stance)) {
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
  if (role === "agent" && judged && (slot.case === "erg" || slot.case === "nom")) return undefined;
  const candidates = inside.filter(
    (phrase) =>
      (matches(phrase, slot, cue) || isMake(phrase, slot, cue, analysis)) &&
      !isUnfit(phrase, slot, cue, stance, analysis) &&
      // "claimed by the movement in Yemen": where those sit who act.
      !(
        slot.case === "in" &&
        taken.some(
          ({ case: name, owned, to }) =>
            name === "by" && to === phrase.from && owned.every(({ from }) => from !== cue[0]),
        )
      ) &&
      !taken.includes(phrase) &&
      !sameAs(phrase, taken),
  );
  if (
    role === "agent" &&
    (stance.infinitive || stance.nominal) &&
    slot.case !== "gen" &&
    !inside.some((phrase) => phrase.case === "by") &&
    analysis.grammar.order === "postpositional"
  ) {
    const decider = inside.find(
      (phrase) => ownsDecision(analysis, phrase, stance) && !ownsOffice(analysis, phrase, cue),
    );
    const acts = inside.some(({ case: name, adjectival }) => name === "nom" && !adjectival);
    if (decider && !taken.includes(decider) && !(acts && ownsFirst(decider, cue)))
      return { phrases: groupOf(inside, decider), slot: "owner of the decision", carried: false };
    // "[Dhaka]'s side to stand by promised Japan": at whose side somebody stands does nothing.
    const beside = analysis.grammar.lateSubject && cue[1] - cue[0] > 1 && is(analysis.scan, cue[0], "support");
    const doer = beside
      ? undefined
      : inside.find((phrase) => isDoer(phrase, cue, stance) && !ownsOffice(analysis, phrase, cue));
    if (doer && !taken.includes(doer))
      return { phrases: groupOf(inside, doer), slot: "owner of the act", carried: false };
  }
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
  return { phrases: [...phrases, ...repeated(analysis, candidates, phrases)], slot: name, carried: false };
}

/** "[Kosovo]'s recognition to withdraw the decision": what somebody owns first is the act, and others decide. */
const ownsFirst = ({ owned }: Phrase, cue: Cue): boolean => owned[0]?.from === cue[0];

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

/** "Minsk's charge, [Kyiv] has violated": a comma may stand for the complementiser. */
function behindComma({ scan, phrases, grammar }: Analysis, cue: Cue): Phrase[] {
  if (
    grammar.order !== "postpositional" ||
    !/^[,:]$/u.test(scan.tokens[cue[1]]?.text ?? "") ||
    !is(scan, cue[0], "g.accuse")
  )
    return [];
  const found = phrases.find((phrase) => phrase.from === cue[1] + 1 && ["nom", "erg"].includes(phrase.case));
  return found && !found.adjectival ? groupOf(phrases, found) : [];
}

/** "gave it tanks", "lent them $2bn": behind a pronoun only a thing tells that somebody was given one. */
function startsThing({ scan }: Analysis, k: number): boolean {
  return /^[\d$€£¥]/u.test(scan.tokens[k]!.text) || ["goods", "determiner", "filler"].some((cls) => is(scan, k, cls));
}

/** "handed them [the embassy]", "gave it a big lead": no thing that is supplied. */
function isAbstract({ scan }: Analysis, from: number): boolean {
  let k = from;
  while (k < from + 4 && scan.marks[k] && around.some((cls) => is(scan, k, cls))) k = scan.marks[k]!.to;
  return is(scan, k, "abstract") && !is(scan, k, "goods");
}

/** What may stand before the noun of a thing. */
const around = ["determiner", "filler", "pronoun.own.gen"];
