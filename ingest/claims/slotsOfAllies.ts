import { markEndingAt } from "./ahead.ts";
import { type Analysis, subjectOf } from "./analysis.ts";
import type { Phrase } from "./phrase.ts";
import { is, type Scan } from "./scan.ts";
import type { Cue } from "./scope.ts";

/** Where the ally of somebody may be named in languages whose case markers precede their nouns. */
export const slotsOfAllies: Readonly<
  Record<string, (analysis: Analysis, cue: Cue, inside: Phrase[]) => Phrase | undefined>
> = {
  /** "[Iran] as Syria's supplier" */
  as: ({ scan }, cue, inside) => {
    for (let k = cue[0]; k >= Math.max(1, cue[0] - 7); k--) {
      if (is(scan, k, "as")) return inside.find((phrase) => phrase.to === k);
      // "relied on Chad as a transit country [for its allies]"
      if (k < cue[0] && is(scan, k, "case.for")) return undefined;
    }
    return undefined;
  },
  /** "[Chad]'s main ally and arms supplier": whose noun another is joined to. */
  coowner: ({ scan, phrases }, cue) => {
    let k = cue[0] - 1;
    while (k > 0 && (is(scan, k, "filler") || is(scan, k, "goods"))) k--;
    return is(scan, k, "and")
      ? phrases.find(({ case: name, owned }) => name === "gen" && owned.some(({ to }) => to === k))
      : undefined;
  },
  /** "[Chad] said Kenya was a true ally": who says of another that he is one has him for one. */
  sayer: (analysis, cue) => {
    const { scan, clauses } = analysis;
    const { kind, parent } = clauses.clauses[clauses.of[cue[0]]!]!;
    let k = cue[0] - 1;
    while (k > cue[0] - 4 && (is(scan, k, "filler") || scan.marks[k] === undefined)) k--;
    const bare =
      !scan.tokens[cue[1]]?.word || ["time", "adverb", "case.in", "case.against"].some((cls) => is(scan, cue[1], cls));
    if (kind !== "that" || !is(scan, k, "indefinite") || !bare) return undefined;
    const [speaker] = subjectOf(analysis, parent);
    return speaker?.actor.via !== "pronoun" ? speaker : undefined;
  },
  /** "[its] Belarusian ally", "[Moscow]'s Syrian allies": whose ally it is, where a people's name modifies the noun. */
  owning: (analysis, cue, inside) => {
    const { phrases } = analysis;
    const name = modifier(phrases, cue);
    return name
      ? phrases.find((phrase) => isOwner(phrase, cue) && !phrase.adjectival && phrase.from < name.from)
      : headlined(analysis, cue, inside);
  },
  /** "[Washington]'s NATO ally": whose ally it is, where an organization's name modifies the noun. */
  owner: ({ phrases }, cue) => {
    const found = phrases.find((phrase) => isOwner(phrase, cue) && !phrase.adjectival);
    const within = phrases.find((phrase) => isOwner(phrase, cue) && phrase.adjectival && !phrase.actor.state);
    return found && within && found.from < within.from ? found : undefined;
  },
  /** "its [Belarusian] ally" */
  modified: ({ phrases, scan }, cue) =>
    bodyBehind(phrases, scan, cue) ??
    modifier(phrases, cue) ??
    phrases.find(
      ({ from, actor, case: name }) => actor.from === cue[1] && from <= cue[1] && actor.state && name !== "gen",
    ),
  /** "the last ally [Taiwan] has": who has what the noun names. */
  had: ({ scan }, cue, inside) =>
    inside.find((phrase) => phrase.from === cue[1] && phrase.case === "nom" && is(scan, phrase.to, "v.have")),
  /** "has one ally: [China]" */
  colon: ({ scan, phrases }, cue) =>
    /^[:—–]$/u.test(scan.tokens[cue[1]]?.text ?? "")
      ? phrases.find((phrase) => phrase.from === cue[1] + 1 && phrase.case === "nom" && !phrase.adjectival)
      : undefined,
  /** "[Chad] ranks among its allies", "[Chad] has long been an ally", not "[Chad] visited an ally". */
  subjbe: ({ scan, clauses, grammar }, cue, inside) => {
    const found = inside.findLast(
      (phrase) =>
        phrase.case === "nom" &&
        !phrase.adjectival &&
        !phrase.whom &&
        // "recognise [Chad], to the dismay of its ally": whom a verb reaches is not told of.
        !markEndingAt(scan, phrase.from)?.classes.some((cls) => cls.startsWith("v.")) &&
        phrase.to <= cue[0] &&
        clauses.of[phrase.actor.from] === clauses.of[cue[0]],
    );
    if (!found) return undefined;
    let be = false;
    for (let k = found.to; k < cue[0]; k++) {
      be ||= is(scan, k, "be");
      const acts = scan.classes[k]!.some((cls) => cls.startsWith("v.")) || is(scan, k, "and");
      const past =
        k === found.to && scan.classes[k]!.length === 0 && grammar.hasForm(scan.tokens[k]!.lower, "participle");
      if (!be && (acts || past) && !is(scan, k, "v.consider")) return undefined;
    }
    return found;
  },
  /** "its only ally in the region is [China]": whom a copula names behind the noun. */
  inverted: ({ scan, clauses }, cue, inside) => {
    for (let k = cue[1]; k < Math.min(scan.tokens.length, cue[1] + 7); k++) {
      if (clauses.of[k] !== clauses.of[cue[0]] || scan.tokens[k]!.text === ",") return undefined;
      if (is(scan, k, "be"))
        return inside.find(({ from, case: name, adjectival }) => from === k + 1 && name === "nom" && !adjectival);
    }
    return undefined;
  },
  /** "the Iranian-backed [Hezbollah]": whoever stands right behind is backed, and not who stands before. */
  backed: (analysis, cue, inside) =>
    inside.find(
      (phrase) =>
        phrase.from === cue[1] && phrase.case !== "gen" && !phrase.adjectival && !isAnybodys(analysis, cue, phrase),
    ),
  /** "Iran-allied [Syria]" */
  named: (_analysis, cue, inside) =>
    inside.find(({ from, case: name, adjectival }) => from === cue[1] && name === "nom" && !adjectival),
  /** "its allies in [Tehran]": a capital where allies sit is their government. */
  seat: (_analysis, cue, inside) => {
    const found = inside.find(
      (phrase) => phrase.case === "in" && phrase.actor.form === "capital" && phrase.from === cue[1],
    );
    return found && { ...found, case: "by" };
  },
};

/** "[France] moves to reassure ally Chad": in a headline an ally without an article is the subject's. */
function headlined({ scan, clauses }: Analysis, cue: Cue, inside: Phrase[]): Phrase | undefined {
  if (cue[1] - cue[0] > 1 || !scan.covered[cue[1]]) return undefined;
  let k = cue[0] - 1;
  while (k > 0 && is(scan, k, "filler")) k--;
  const bare =
    scan.classes[k]?.some((cls) => cls.startsWith("v.") || cls.startsWith("case.")) || scan.marks[k] === undefined;
  if (!bare || !scan.tokens[k]?.word || scan.covered[k] || is(scan, k, "determiner")) return undefined;
  const [first, second] = inside.filter(
    ({ case: name, adjectival, to }) => name === "nom" && !adjectival && to <= cue[0],
  );
  if (second && second.group !== first!.group) return undefined;
  const heads = first?.case === "nom" && !first.adjectival && first.from === clauses.clauses[clauses.of[cue[0]]!]!.from;
  return heads && first.to < cue[0] && first.actor.state ? first : undefined;
}

const isOwner = ({ case: name, owned }: Phrase, cue: Cue): boolean =>
  name === "gen" && owned.some(({ from, to }) => from <= cue[0] && cue[0] < to);

/** The state whose name modifies the noun right behind its owner; "its northern Cypriot allies" may be others. */
const modifier = (phrases: Phrase[], cue: Cue): Phrase | undefined =>
  phrases.findLast(
    (phrase) =>
      isOwner(phrase, cue) &&
      phrase.adjectival &&
      phrase.actor.state &&
      phrase.from === phrase.actor.from &&
      ["demonym", "capital"].includes(phrase.actor.form),
  );

/** "Iran's Lebanese ally [Hezbollah]", "its Yemeni allies, [the Houthis],": whom a people's name only places is named behind. */
const bodyBehind = (phrases: Phrase[], scan: Scan, cue: Cue): Phrase | undefined =>
  phrases.find(
    ({ from, to, actor, case: name }) =>
      name === "nom" &&
      actor.via === "name" &&
      scan.mentions[actor.from]?.type === "Organization" &&
      (from === cue[1] ||
        (scan.tokens[cue[1]]?.text === "," && from === cue[1] + 1 && /^[,.]$/u.test(scan.tokens[to]?.text ?? ""))),
  );

/** "U.S.-backed [Syrian] forces": fighters of a people are not its state. */
export const isAnybodys = ({ scan }: Analysis, cue: Cue, { actor, to }: Phrase): boolean =>
  is(scan, cue[0], "backed") && actor.form === "demonym" && to === actor.to + 1 && is(scan, to - 1, "fighters");
