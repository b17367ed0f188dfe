import { type Analysis, groupOf, subjectOf } from "./analysis.ts";
import { copula, near, previous } from "./apposition.ts";
import { ownsDecision, ownsOffice, prenominal, unnamedSubject } from "./bearer.ts";
import type { Slot } from "./frames.ts";
import type { Phrase } from "./phrase.ts";
import { is } from "./scan.ts";
import { type Cue, classNear, type Filler, inScope, overlaps, sameAs, stateOf } from "./scope.ts";
import { specialFiller } from "./slots.ts";
import type { Stance } from "./stance.ts";
import { inherit, objectAfter, relativeObject, subject } from "./subjects.ts";

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
  for (const slot of slots.flatMap((each) => doers(each, stance))) {
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
    return found && !overlaps(found.phrases, taken) ? { ...found, slot: name } : undefined;
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
    const gift = found[0]?.whom !== true || startsThing(analysis, after);
    return found.length > 0 && found[0]!.from === cue[1] && thing && gift
      ? { phrases: found, slot: "first of two objects", carried: false }
      : undefined;
  }
  if (slot.case === "complement") {
    const clause = analysis.clauses.clauses.find(
      (each) => each.kind === "that" && each.from >= cue[1] && each.from - cue[1] < 4,
    );
    const found = clause
      ? subjectOf(analysis, clause.id).filter((phrase) => phrase.actor.via !== "pronoun" && !sameAs(phrase, taken))
      : [];
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
  const peculiar = specialFiller(
    slot.case,
    analysis,
    cue,
    inside.filter((phrase) => !taken.includes(phrase) && !sameAs(phrase, taken)),
  );
  if (peculiar) return peculiar;
  const judged =
    stance.nominal &&
    stance.governor !== undefined &&
    (is(analysis.scan, stance.governor, "condemn") || is(analysis.scan, stance.governor, "support"));
  const relativised =
    (stance.infinitive && is(analysis.scan, stance.group[1], "relativiser")) || prenominal(analysis, cue, stance);
  if (relativised && slot.case === "erg") {
    // "[Nauru] which recognised", "firms that sell": who stands behind the participle acts, not the subject of the clause.
    const bearer = analysis.phrases.find(
      (phrase) => phrase.from === stance.group[1] + 1 || phrase.from === stance.group[1],
    );
    return bearer && !taken.includes(bearer)
      ? { phrases: groupOf(analysis.phrases, bearer), slot: "bearer of the participle", carried: false }
      : undefined;
  }
  // "Iran condemned the attack in Mali": who judges an act has not done it.
  if (role === "agent" && judged && (slot.case === "erg" || slot.case === "nom")) return undefined;
  const candidates = inside.filter(
    (phrase) => matches(phrase, slot, cue) && !taken.includes(phrase) && !sameAs(phrase, taken),
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
    if (decider && !taken.includes(decider))
      return { phrases: groupOf(inside, decider), slot: "owner of the decision", carried: false };
    const doer = inside.find((phrase) => isDoer(phrase, cue, stance) && !ownsOffice(analysis, phrase, cue));
    if (doer && !taken.includes(doer))
      return { phrases: groupOf(inside, doer), slot: "owner of the act", carried: false };
  }
  const best = pick(candidates, slot, cue, role, analysis);
  return best && { phrases: groupOf(candidates, best), slot: name, carried: false };
}

/** "gave it tanks", "lent them $2bn": behind a pronoun only a thing tells that somebody was given one. */
function startsThing({ scan }: Analysis, k: number): boolean {
  return /^[\d$€£¥]/u.test(scan.tokens[k]!.text) || ["goods", "determiner", "filler"].some((cls) => is(scan, k, cls));
}

/** "declined [Madrid]'s suggestion", "[Lima]'s plan was rejected": whose thing the object is. */
function themeOwner(analysis: Analysis, cue: Cue, stance: Stance, taken: Phrase[]): Phrase | undefined {
  const clause = analysis.clauses.of[cue[0]];
  const owners = analysis.phrases.filter(
    (phrase) =>
      phrase.case === "gen" &&
      phrase.actor.via !== "pronoun" &&
      analysis.clauses.of[phrase.actor.from] === clause &&
      !sameAs(phrase, taken),
  );
  if (analysis.grammar.order === "postpositional")
    return owners.find((phrase) => phrase.to <= cue[0] && cue[0] - phrase.to < 3 && phrase.owned.length > 0);
  if (stance.passive) return owners.find((phrase) => phrase.to <= stance.group[0] && stance.group[0] - phrase.to < 4);
  return owners.find(
    (phrase) => phrase.from >= cue[1] && phrase.from - cue[1] < 4 && wordsOnly(analysis, cue[1], phrase.from),
  );
}

function wordsOnly({ scan }: Analysis, from: number, to: number): boolean {
  for (let k = from; k < to; k++)
    if (
      !scan.tokens[k]!.word ||
      scan.classes[k]!.some((cls) => cls.startsWith("v.") || cls === "and" || cls === "that")
    )
      return false;
  return true;
}

/** The only two states that a sentence names. */
function pair({ phrases }: Analysis): Filler | undefined {
  const states = new Map<string, Phrase>();
  for (const phrase of phrases) if (!states.has(stateOf(phrase))) states.set(stateOf(phrase), phrase);
  return states.size === 2
    ? { phrases: [...states.values()], slot: "the two of the sentence", carried: false }
    : undefined;
}

/** "Bogotá–Washington alliance": names joined right before the noun. */
function joinedBefore({ phrases }: Analysis, cue: Cue): Filler | undefined {
  const last = phrases.findLast((phrase) => phrase.to <= cue[0]);
  if (!last || cue[0] - last.to > 1) return undefined;
  const group = phrases.filter((phrase) => phrase.group === last.group);
  return group.length > 1 ? { phrases: group, slot: "joined before it", carried: false } : undefined;
}

/** A ship under a flag is not the flag's country. */
function flagged({ scan }: Analysis, phrase: Phrase): boolean {
  for (let k = phrase.ownsFrom ?? phrase.to; k < phrase.to; k++) if (is(scan, k, "flag")) return true;
  return false;
}

/** "in [Kenya]'s Lamu": the owner of the place where something happens. */
function place(analysis: Analysis, cue: Cue, taken: Phrase[]): Filler | undefined {
  const here = ["loc", "on", "in"];
  const found = inScope(analysis, cue).filter(
    (phrase) =>
      phrase.case === "gen" &&
      !flagged(analysis, phrase) &&
      here.includes(phrase.owned.at(-1)?.case ?? "") &&
      (phrase.actor.form !== "capital" || phrase.owned.at(-1)!.classes.includes("place")) &&
      !taken.includes(phrase) &&
      !sameAs(phrase, taken),
  );
  const last = found.at(-1);
  return last ? { phrases: groupOf(found, last), slot: "place", carried: false } : undefined;
}

function matches(phrase: Phrase, slot: Slot, cue: Cue): boolean {
  const wanted = slot.case;
  if (phrase.case !== wanted && !(wanted === "any" && phrase.case !== "appositive")) {
    // A possessor's noun may itself stand in the case asked for: "to Poland's request" fills gen@request.
    return false;
  }
  // "sanctions on Russia's allies" hit the allies.
  if (slot.noun !== undefined) {
    const last = phrase.owned.at(-1);
    if (last?.case !== slot.noun || last.classes.includes("ally")) return false;
    if (slot.of === undefined) return !(last.classes.includes("place") && slot.noun === "dat");
    return last.classes.includes(slot.of);
  }
  if (slot.of === undefined) return wanted === "any" || phrase.owned.length === 0 || wanted !== "gen";
  if (slot.of === "cue") return owns(phrase, cue) && !(phrase.adjectival && farOff(phrase, cue));
  return phrase.owned.some((noun) => noun.classes.includes(slot.of!));
}

/** "Russian [oil]'s purchase": an adjective belongs to its own noun; what is made with that noun is still the maker's. */
function farOff(phrase: Phrase, cue: Cue): boolean {
  const [first] = phrase.owned;
  const armed = first?.classes.some((cls) => cls === "troops" || cls === "goods" || cls === "attack") ?? false;
  const many = phrase.owned.filter((noun) => noun.to <= cue[0] && noun.case === "gen").length > 1;
  return many || (first !== undefined && !armed && first.case === "gen" && first.to <= cue[0]);
}

/** Whether a phrase owns a cue: the cue stands among what the possessor owns, or right behind it. */
function owns(phrase: Phrase, cue: Cue): boolean {
  if (phrase.owned.some((noun) => noun.from < cue[1] && noun.to > cue[0] && phrase.actor.from <= cue[0])) return true;
  // "Chad's [on Sudan] attack": another name may stand before what is owned.
  if (phrase.owned.length === 0)
    return phrase.to <= cue[0] && cue[0] - phrase.to <= (phrase.ownsFrom === undefined ? 0 : 4);
  // "of the attacks [in strong words] the condemnation": an owner still waits for what it owns.
  const waits = phrase.owned.findLastIndex((noun) => noun.case === "gen");
  if (waits >= 0 && waits === phrase.owned.length - 1 && phrase.to <= cue[0] && cue[0] - phrase.to <= 6) return true;
  if (
    waits >= 0 &&
    phrase.owned
      .slice(waits + 1)
      .every((noun) => noun.classes.length === 0 && ["on", "in", "loc", "abl", "upto"].includes(noun.case)) &&
    cue[0] >= phrase.to &&
    cue[0] - phrase.to <= 4
  )
    return true;
  return (
    phrase.ownsFrom !== undefined && phrase.ownsFrom <= cue[0] && cue[0] < phrase.to && cue[0] - phrase.ownsFrom < 3
  );
}

function pick(candidates: Phrase[], slot: Slot, cue: Cue, role: string, analysis: Analysis): Phrase | undefined {
  if (candidates.length < 2) return candidates[0];
  if (role === "agent" && slot.case === "nom") {
    const bare = candidates.filter((phrase) => !phrase.adjectival);
    // "[Greenland] to sell not willing [Denmark]": a bare name right before an infinitive is its object.
    const free = bare.length < 2 ? bare : bare.filter((phrase) => !isInfinitive(analysis, phrase.to));
    if (analysis.grammar.lateSubject) {
      const late = free.find((phrase) => phrase.actor.from >= cue[1]);
      // "[Russian soldiers] have taken Donetsk": a region behind the verb does not act where soldiers stand before it.
      const land = late && !late.actor.state && late.actor.via === "name";
      if (late && !(land && free[0]!.actor.via === "organ")) return late;
    }
    return free[0];
  }
  // Two subjects in one clause: the verb's own stands before it.
  const before = candidates.filter((phrase) => phrase.case === "erg" && phrase.actor.from < cue[0]);
  if (role === "agent" && slot.case === "erg" && before.length > 0 && !analysis.grammar.lateSubject)
    return before.at(-1);
  const distance = (phrase: Phrase): number =>
    phrase.actor.from < cue[0]
      ? cue[0] - phrase.actor.to
      : (phrase.actor.from - cue[1]) * (analysis.grammar.order === "prepositional" ? 1 : 1.5) + 0.5;
  return candidates.reduce((a, b) => (distance(b) < distance(a) ? b : a));
}

/** "Israel's recognising of Somaliland": the owner of an act is its doer; so is a possessor that owns nothing else. */
function isDoer(phrase: Phrase, cue: Cue, stance: Stance): boolean {
  if (phrase.case !== "gen" || phrase.adjectival || phrase.ownsFrom === undefined || phrase.ownsFrom > cue[0])
    return false;
  if (phrase.owned.some((noun) => noun.to <= cue[0] && noun.case !== "" && noun.case !== "gen")) return false;
  if (cue[0] - phrase.ownsFrom < 3) return true;
  return phrase.owned.length === 0 && (stance.governs === "g.fact" || stance.nominal);
}

function isInfinitive({ scan, grammar }: Analysis, k: number): boolean {
  const token = scan.tokens[k];
  return (
    token !== undefined &&
    !scan.covered[k] &&
    !scan.marks[k]?.classes.some((cls) => cls.startsWith("case.")) &&
    grammar.hasForm(token.lower, "infinitive")
  );
}
