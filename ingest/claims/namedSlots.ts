import { type Analysis, groupOf, subjectOf } from "./analysis.ts";
import { copula, near, previous } from "./apposition.ts";
import type { Slot } from "./frames.ts";
import { objectAfter, relativeObject } from "./objects.ts";
import { place, themeOwner } from "./owners.ts";
import type { Phrase } from "./phrase.ts";
import { is } from "./scan.ts";
import { type Cue, classNear, type Filler, overlaps, sameAs } from "./scope.ts";
import type { Stance } from "./stance.ts";
import { subject } from "./subjects.ts";
import { joinedBefore, pair } from "./together.ts";

type NamedSlot = (analysis: Analysis, cue: Cue, stance: Stance, taken: Phrase[], slot: Slot) => Filler | undefined;

/** A slot as it is told: its case, and the noun that is owned. */
export const nameOf = ({ case: name, of }: Slot): string => (of ? `${name}@${of}` : name);

/** Slots that are no cases, by their names: each has a way of its own to be filled. */
export const namedSlots: ReadonlyMap<string, NamedSlot> = new Map<string, NamedSlot>([
  ["subj", subjectSlot],
  ["obj", objectSlot],
  ["obj2", firstOfTwo],
  [
    "reciprocal",
    (analysis, cue, _stance, taken) =>
      classNear(analysis, cue, "reciprocal") && taken.length > 1 && !isOfThings(analysis, cue)
        ? { phrases: taken, slot: "each other", carried: false }
        : undefined,
  ],
  [
    "eachother",
    (_analysis, _cue, _stance, taken) =>
      taken.length > 1 ? { phrases: taken, slot: "one another", carried: false } : undefined,
  ],
  ["complement", complement],
  ["theme", theme],
  ["both", both],
  ["pair", (analysis) => pair(analysis)],
  ["joined", (analysis, cue) => joinedBefore(analysis, cue)],
  ["place", (analysis, cue, _stance, taken) => place(analysis, cue, taken)],
  ["near", (analysis, cue, _stance, taken) => near(analysis, cue, taken)],
  ["copula", (analysis, cue, stance, taken) => copula(analysis, cue, stance, taken)],
  ["prev", (analysis, cue, _stance, taken) => previous(analysis, cue, taken)],
]);

function subjectSlot(analysis: Analysis, cue: Cue, stance: Stance, taken: Phrase[], slot: Slot): Filler | undefined {
  const found = subject(analysis, cue, stance);
  const free = found && !overlaps(found.phrases, taken) && !found.phrases.every((phrase) => sameAs(phrase, taken));
  return free ? { ...found, slot: nameOf(slot) } : undefined;
}

function objectSlot(analysis: Analysis, cue: Cue, _stance: Stance, taken: Phrase[], slot: Slot): Filler | undefined {
  const found = objectAfter(analysis, cue, taken);
  if (found.length > 0) return { phrases: found, slot: nameOf(slot), carried: false };
  const whom = relativeObject(analysis, cue, taken);
  return whom.length > 0 ? { phrases: whom, slot: "antecedent", carried: false } : undefined;
}

function firstOfTwo(analysis: Analysis, cue: Cue, _stance: Stance, taken: Phrase[]): Filler | undefined {
  const found = objectAfter(analysis, cue, taken);
  const after = found.at(-1)?.to ?? 0;
  const thing =
    analysis.scan.tokens[after]?.word &&
    !analysis.scan.classes[after]!.some(
      (cls) => cls.startsWith("case.") || cls.startsWith("v.") || noThing.includes(cls),
    );
  const gift = (found[0]?.whom !== true || startsThing(analysis, after)) && !isAbstract(analysis, after);
  return found.length > 0 && found[0]!.from === cue[1] && thing && gift
    ? { phrases: found, slot: "first of two objects", carried: false }
    : undefined;
}

/** What begins no second object. */
const noThing: readonly string[] = [
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
];

function complement(analysis: Analysis, cue: Cue, _stance: Stance, taken: Phrase[]): Filler | undefined {
  const clause = analysis.clauses.clauses.find(
    (each) => each.kind === "that" && each.from >= cue[1] - 1 && each.from - cue[1] < 4,
  );
  const found = (clause ? subjectOf(analysis, clause.id) : behindComma(analysis, cue)).filter(
    (phrase) => phrase.actor.via !== "pronoun" && !sameAs(phrase, taken),
  );
  return found.length > 0 ? { phrases: found, slot: "subject of the complement", carried: false } : undefined;
}

function theme(analysis: Analysis, cue: Cue, stance: Stance, taken: Phrase[]): Filler | undefined {
  const owner = themeOwner(analysis, cue, stance, taken);
  return owner && { phrases: groupOf(analysis.phrases, owner), slot: "owner of what is refused", carried: false };
}

function both({ phrases, clauses: { of } }: Analysis, cue: Cue): Filler | undefined {
  const found = phrases.filter((phrase) => phrase.both && of[phrase.actor.from] === of[cue[0]]);
  return found.length === 2 ? { phrases: found, slot: "both", carried: false } : undefined;
}

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
  // "gave it a [warm] welcome"
  if (!scan.marks[k] && scan.tokens[k]?.word && is(scan, k + 1, "abstract")) k++;
  return is(scan, k, "abstract") && !is(scan, k, "goods");
}

/** What may stand before the noun of a thing. */
const around = ["determiner", "filler", "pronoun.own.gen"];

/** "do not recognise each other's borders": what they have is no state. */
function isOfThings({ scan }: Analysis, [, to]: Cue): boolean {
  const mark = scan.marks[to];
  if (!mark?.classes.includes("reciprocal") || mark.ending === "") return false;
  return !is(scan, mark.to, "statehood.thing");
}
