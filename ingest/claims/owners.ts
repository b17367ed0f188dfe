import { markEndingAt } from "./ahead.ts";
import { type Analysis, groupOf } from "./analysis.ts";
import type { Slot } from "./frames.ts";
import type { Noun, Phrase } from "./phrase.ts";
import { is } from "./scan.ts";
import { type Cue, type Filler, inScope, sameAs } from "./scope.ts";
import { ofPeople } from "./slotsBefore.ts";
import type { Stance } from "./stance.ts";

/** "declined [Madrid]'s suggestion", "[Lima]'s plan was rejected": whose thing the object is. */
export function themeOwner(analysis: Analysis, cue: Cue, stance: Stance, taken: Phrase[]): Phrase | undefined {
  const clause = analysis.clauses.of[cue[0]];
  const owners = analysis.phrases.filter(
    (phrase) =>
      phrase.case === "gen" &&
      phrase.actor.via !== "pronoun" &&
      // A firm of a country is not the country, nor are its people.
      !(
        analysis.grammar.order === "prepositional" &&
        (ofPeople(phrase) ||
          // "accused the US-based cleric": where somebody lives is not whose they are.
          is(analysis.scan, phrase.ownsFrom ?? -1, "origin.only") ||
          // "forbade smoking in Spanish trains": where something is refused nobody has asked for it.
          // "rejected it after the Polish vote": nor when.
          ["in", "other"].includes(phrase.owned[0]?.case ?? "") ||
          // "condemned the shelling of Homs's suburbs", "an attack on Kenya's embassy": whom a deed has hit.
          isHit(analysis, phrase) ||
          // "will not sell Russian helicopters": who made them has asked for nothing.
          isMakeOnly(analysis, phrase, cue) ||
          // "bristled at Croatia's refusal": a refusal is no request.
          phrase.owned.some((noun) => noun.classes.includes("group") || noun.classes.includes("refusal")))
      ) &&
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

/** "will not sell [Russian] helicopters", "refused to sell Togo [Russian] jets": whose make the things are that somebody does not give. */
export const isMakeOnly = ({ scan }: Analysis, { adjectival, owned, from }: Phrase, [, to]: Cue): boolean => {
  if (!adjectival || !owned.some(({ classes }) => classes.includes("goods"))) return false;
  for (let k = to - 1; k < from; k++) if (scan.marks[k] && is(scan, k, "v.supply")) return true;
  return false;
};

/** Whose thing stands behind a deed and the preposition that says whom it reached. */
function isHit({ scan }: Analysis, { from, owned }: Phrase): boolean {
  if (!["of", "on", "against"].includes(owned[0]?.case ?? "")) return false;
  const noun = markEndingAt(scan, from);
  return (
    noun !== undefined &&
    ["attack", "deed", "recognition", "occupation", "annexation"].some((cls) => noun.classes.includes(cls))
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

/** A ship under a flag is not the flag's country. */
function flagged({ scan }: Analysis, phrase: Phrase): boolean {
  for (let k = phrase.ownsFrom ?? phrase.to; k < phrase.to; k++) if (is(scan, k, "flag")) return true;
  return false;
}

/** "in [Kenya]'s Lamu": the owner of the place where something happens. */
export function place(analysis: Analysis, cue: Cue, taken: Phrase[]): Filler | undefined {
  const here = ["loc", "on", "in"];
  const found = inScope(analysis, cue).filter(
    (phrase) =>
      phrase.case === "gen" &&
      !flagged(analysis, phrase) &&
      here.includes(phrase.owned.at(-1)?.case ?? "") &&
      !(analysis.grammar.lateSubject && isMatter(phrase.owned.at(-1)!)) &&
      (phrase.actor.form !== "capital" || phrase.owned.at(-1)!.classes.includes("place")) &&
      !taken.includes(phrase) &&
      !sameAs(phrase, taken),
  );
  const last = found.at(-1);
  return last ? { phrases: groupOf(found, last), slot: "place", carried: false } : undefined;
}

/** "by a grant [of Tokyo's]", "on [Prague]'s initiative": what is given, asked or planned is no place. */
const matter: ReadonlySet<string> = new Set([
  "goods",
  "help",
  "request",
  "proposal",
  "treaty",
  "support",
  "g.announce",
]);
const isMatter = ({ classes }: Noun): boolean =>
  !classes.includes("place") && !classes.includes("vessel") && classes.some((cls) => matter.has(cls));

export function matches(phrase: Phrase, slot: Slot, cue: Cue): boolean {
  const wanted = slot.case;
  if (phrase.case !== wanted && !(wanted === "any" && phrase.case !== "appositive")) {
    // A possessor's noun may itself stand in the case asked for: "to Poland's request" fills gen@request.
    return false;
  }
  // "sanctions on Russia's allies" hit the allies.
  if (slot.noun !== undefined) {
    const last = phrase.owned.at(-1);
    if (last?.case !== slot.noun || last.classes.includes("ally")) return false;
    // "sent ships for Manila's [defence]": what is done for its sake is not given to it.
    if (last.case === "for" && last.classes.includes("purpose")) return false;
    if (last.case === "hand" && last.classes.includes("group")) return false;
    if (slot.of === undefined) return !(last.classes.includes("place") && slot.noun === "dat");
    return last.classes.includes(slot.of);
  }
  if (slot.of === undefined) return wanted === "any" || phrase.owned.length === 0 || wanted !== "gen";
  if (slot.of === "cue") return owns(phrase, cue) && !(phrase.adjectival && farOff(phrase, cue));
  const [first] = phrase.owned;
  // "Russian [oil]-gen to stop the demand": an adjective that describes goods demands nothing.
  const oil = phrase.adjectival && first?.case === "gen" && first.classes.includes("goods");
  // "[shells], bought with Danish money": what something is bought with is not what goes over.
  if (slot.of === "goods" && first?.case === "with" && phrase.to <= cue[0]) return false;
  // "flowed to [Indian] reactors": whose things it goes to does not give.
  // "[Chad]'s citizen's petition": what people of a country ask for the state has not asked.
  if (slot.of === "request" && phrase.owned.some((noun) => noun.case === "gen" && noun.classes.includes("civilian")))
    return false;
  // "[Chad]'s arms-to-buy proposal": whose offer it is has made no arms.
  const last = phrase.owned.at(-1)?.classes;
  if (slot.of === "goods" && first !== undefined && phrase.owned.length > 1 && last?.includes("proposal")) return false;
  if (slot.of === "goods" && slot.noun === undefined && (first?.case === "to" || first?.case === "into")) return false;
  return phrase.owned.some(
    (noun) =>
      noun.classes.includes(slot.of!) &&
      (!oil || noun.classes.includes("goods")) &&
      // "[Italy]'s soldiers stand with NATO's troops": whose troops others stand with sends nobody.
      !(slot.of === "troops" && noun.case === "with"),
  );
}

/** What an adjective before it tells the doer or the maker of. */
const doing: ReadonlySet<string> = new Set(["troops", "goods", "attack", "statement", "move", "g.announce"]);

/** "Russian [oil]'s purchase": an adjective belongs to its own noun; what is made with that noun is still the maker's. */
function farOff(phrase: Phrase, cue: Cue): boolean {
  const [first] = phrase.owned;
  const armed = first?.classes.some((cls) => doing.has(cls)) ?? false;
  const many = phrase.owned.filter((noun) => noun.to <= cue[0] && noun.case === "gen").length > 1;
  return many || (first !== undefined && !armed && first.case === "gen" && first.to <= cue[0]);
}

/** Whether a phrase owns a cue: the cue stands among what the possessor owns, or right behind it. */
function owns(phrase: Phrase, cue: Cue): boolean {
  if (phrase.trailing && phrase.from >= cue[1]) return phrase.from === cue[1];
  // "no member [of the Union] has recognised", "as a part [of Mali] recognising": neither the union nor Mali does it.
  if (phrase.owned.some((noun) => noun.case === "nom" && noun.to <= cue[0] && isElse(noun))) return false;
  if (
    phrase.owned.some(
      (noun) => noun.from < cue[1] && noun.to > cue[0] && (phrase.actor.from <= cue[0] || phrase.from >= cue[1]),
    )
  )
    return true;
  // "Chad's [on Sudan] attack": another name may stand before what is owned.
  if (phrase.owned.length === 0)
    return phrase.to <= cue[0] && cue[0] - phrase.to <= (phrase.ownsFrom === undefined ? 0 : phrase.waits ? 9 : 4);
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

export function pick(candidates: Phrase[], slot: Slot, cue: Cue, role: string, analysis: Analysis): Phrase | undefined {
  const doers = role === "agent" && slot.case === "nom" && analysis.grammar.lateSubject;
  if (doers) candidates = candidates.filter((phrase) => !isVisited(analysis, phrase));
  if (candidates.length < 2) return candidates[0];
  if (role === "agent" && slot.case === "nom") {
    const bare = candidates.filter((phrase) => !phrase.adjectival);
    // "[Greenland] to sell not willing [Denmark]": a bare name right before an infinitive is its object.
    const acting = bare.length < 2 ? bare : bare.filter((phrase) => !isInfinitive(analysis, phrase.to));
    // "the [islands] back wanting London did not heed": beside a state a land that is none does not act.
    const states = analysis.grammar.lateSubject ? acting.filter((phrase) => !isRegion(analysis, phrase)) : acting;
    const free = states.length > 0 ? states : acting;
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

const isRegion = ({ scan }: Analysis, { actor }: Phrase): boolean =>
  actor.via === "name" && scan.mentions[actor.from]?.type === "Region";

/** "turned it down and [Taipei] on a visit went": a bare name before a visit is where it goes. */
const isVisited = ({ scan }: Analysis, { actor, to, from }: Phrase): boolean =>
  actor.via === "name" && from === actor.from && to === actor.to && is(scan, to, "visit");

/** "Israel's recognising of Somaliland": the owner of an act is its doer; so is a possessor that owns nothing else. */
export function isDoer(phrase: Phrase, cue: Cue, stance: Stance): boolean {
  if (phrase.case !== "gen" || phrase.adjectival || phrase.ownsFrom === undefined || phrase.ownsFrom > cue[0])
    return false;
  if (phrase.owned.some((noun) => noun.to <= cue[0] && noun.case !== "" && noun.case !== "gen")) return false;
  // "as a part of [Azerbaijan] recognising": whose part it is does not act.
  if (phrase.owned.some((noun) => noun.to <= cue[0] && noun.classes.includes("statehood"))) return false;
  // "[Abkhazia]'s independence to recognise": whose statehood it is waits for others to act.
  if (phrase.owned.some((noun) => noun.from === phrase.ownsFrom && noun.classes.includes("sovereign"))) return false;
  // "[Chad]'s demand to give arms": whose request it is waits for others to act.
  if (phrase.owned.some((noun) => noun.from > cue[0] && noun.classes.includes("request"))) return false;
  if (cue[0] - phrase.ownsFrom < 3) return true;
  return phrase.owned.length === 0 && (stance.governs === "g.fact" || stance.nominal);
}

const isElse = (noun: Noun): boolean =>
  noun.classes.some((cls) => cls === "ally" || cls === "statehood" || cls.startsWith("member"));

function isInfinitive({ scan, grammar }: Analysis, k: number): boolean {
  const token = scan.tokens[k];
  return (
    token !== undefined &&
    !scan.covered[k] &&
    !scan.marks[k]?.classes.some((cls) => cls === "that.request" || cls.startsWith("case.")) &&
    grammar.hasForm(token.lower, "infinitive")
  );
}
