import { markEndingAt } from "./ahead.ts";
import { type Analysis, groupOf, isFronted, subjectOf, within } from "./analysis.ts";
import { absoluteSubject, actsListed } from "./gerunds.ts";
import { hasOwnSubject, small } from "./ownSubject.ts";
import type { Phrase } from "./phrase.ts";
import { is } from "./scan.ts";
import { type Cue, type Filler, overlaps } from "./scope.ts";
import { leftAside } from "./setApart.ts";
import type { Stance } from "./stance.ts";

/** The subject of a verb in a language without case markers: the name to its left that no other verb has taken. */
export function subject(analysis: Analysis, cue: Cue, stance: Stance): Omit<Filler, "slot"> | undefined {
  const { scan, clauses } = analysis;
  const clause = clauses.of[cue[0]]!;
  if (stance.governor !== undefined && (stance.governs === "g.ask" || stance.governs === "g.accuse")) {
    // "asked Brazil to send", "accused Thailand of shelling": the one asked or accused acts.
    const between = analysis.phrases.find(
      (phrase) => phrase.actor.from > stance.governor! && phrase.to <= stance.group[0] && phrase.case === "nom",
    );
    if (between) return { phrases: groupOf(within(analysis, clause), between), carried: false };
    const charged = stance.governs === "g.accuse" ? chargedWith(analysis, clause, stance.governor) : undefined;
    if (charged) return { phrases: charged, carried: false };
    if (stance.governs === "g.accuse" && describesAccused(analysis, stance.governor)) return undefined;
  }
  const decides = decider(analysis, cue, stance);
  if (decides) return { phrases: groupOf(analysis.phrases, decides), carried: false };
  // "Ukraine's decision to call off": whose decision it is acts.
  const whose =
    stance.infinitive && stance.governor !== undefined
      ? analysis.phrases.find(
          ({ case: name, owned }) =>
            name === "gen" && owned.some(({ from, to }) => from <= stance.governor! && stance.governor! < to),
        )
      : undefined;
  if (whose) return { phrases: groupOf(analysis.phrases, whose), carried: false };
  const anchor =
    stance.governor !== undefined && stance.governor < cue[0] && !opensInverted(analysis, stance.governor)
      ? stance.governor
      : stance.group[0];
  const left = within(analysis, clause).filter(
    (phrase) =>
      phrase.case === "nom" &&
      !phrase.adjectival &&
      !phrase.whom &&
      phrase.to <= anchor &&
      !isFronted(analysis, clause, phrase) &&
      !leftAside(scan, phrase.from),
  );
  // "a letter from [the Union] asking": a gerund behind whose letter it is tells what they do.
  const sender = isGerund(analysis, stance.group[0])
    ? analysis.phrases.find(
        (phrase) => phrase.to === stance.group[0] && ["from", "by"].includes(phrase.case) && phrase.owned.length > 0,
      )
    : undefined;
  if (sender) return { phrases: groupOf(analysis.phrases, sender), carried: false };
  // "outrage at [Chad]'s shelling": whose gerund it is.
  const owner =
    isGerund(analysis, stance.group[0]) &&
    analysis.phrases.find(({ case: name, ownsFrom }) => name === "gen" && ownsFrom === stance.group[0]);
  if (owner) return { phrases: groupOf(analysis.phrases, owner), carried: false };
  // "condemned the shelling of Homs": with an article or "of" it is a noun, and who speaks of it has not done it.
  // "withdrawing its recognition of": what "of" belongs to may be the verb's thing.
  const [first, last] = [stance.group[0], scan.marks[cue[0]]?.to ?? cue[1]];
  if (isGerund(analysis, first) && (is(scan, first - 1, "article") || is(scan, last, "case.of"))) return undefined;
  const listed = isGerund(analysis, first) ? actsListed(analysis, first) : undefined;
  if (listed) return { phrases: groupOf(analysis.phrases, listed), carried: false };
  const absolute = isGerund(analysis, stance.group[0]) ? absoluteSubject(analysis, stance.group[0]) : undefined;
  if (absolute) return { phrases: groupOf(analysis.phrases, absolute), carried: false };
  // "[Chad] angered Mali by sending": by what one does somebody acts on another.
  const byDoing = isGerund(analysis, stance.group[0]) && left.length > 1 && is(scan, stance.group[0] - 1, "case.by");
  const nearest = byDoing ? left[0] : left.at(-1);
  // "the surge of migrants arriving": a common noun right before a gerund is its subject.
  if (isGerund(analysis, stance.group[0]) && isCrowd(analysis, stance.group[0] - 1)) return undefined;
  if (hasStranger(analysis, governing.has(stance.governs ?? "") ? anchor : stance.group[0], nearest)) return undefined;
  // "a territory occupied by Russia": the noun before the participle is nobody that the text names.
  if (stance.reduced && nearest && !onlyAdverbs(analysis, nearest.to, anchor)) return undefined;
  if (
    left[0] &&
    scan.tokens[anchor - 1]?.text === "," &&
    analysis.grammar.hasForm(scan.tokens[anchor]!.lower, "gerund")
  ) {
    // "said [Greenland] was not for sale, rejecting": of whom somebody only says what he is does nothing; who says so does.
    const { kind, parent } = clauses.clauses[clause]!;
    const speaker = kind === "that" && is(scan, left[0].to, "be") ? subjectOf(analysis, parent) : [];
    if (speaker.length > 0 && !analysis.grammar.hasForm(scan.tokens[left[0].to + 1]?.lower ?? "", "participle"))
      return { phrases: speaker, carried: true };
    // "Sudan took the Emirates to court, accusing": a participle behind a comma has the subject of its clause.
    return { phrases: groupOf(left, left[0]), carried: false };
  }
  if (nearest) {
    // "Chad is now the only country to recognise": the infinitive tells of whom "is" tells.
    const isToldOf = stance.infinitive && stance.governs === "g.fact" && is(scan, nearest.to, "be");
    const verbBetween =
      !isToldOf && tokensBetween(nearest.to, anchor).some((k) => isVerb(analysis, k) && clauses.of[k] === clause);
    const verbs = (from: number, to: number): boolean =>
      tokensBetween(from, to).some((k) => isVerb(analysis, k)) ||
      // "Ecuador expelled Cuba's envoy and accused": a past form that no list knows, right behind the subject.
      (!scan.marks[from] && !scan.covered[from] && analysis.grammar.hasForm(scan.tokens[from]!.lower, "participle"));
    // "Laos visited [Nepal] and met": behind the joint goes on who did what stands before it, not whom it was done to.
    const first = left.find((phrase) => phrase.to < nearest.from && verbs(phrase.to, nearest.from));
    // "The heat has invaded [Malta] and will strike": whom the verb before reached has not done the next deed.
    if (left.length === groupOf(left, nearest).length && isHit(analysis, groupOf(left, nearest)[0]!)) return undefined;
    const goesOn =
      scan.tokens[anchor - 1]?.text === "," ||
      tokensBetween(nearest.to, anchor).some((k) => is(scan, k, "and") || is(scan, k, "adversative"));
    // "wrote to [Chad and Mali] asking": whom a verb right before has for its object does not ask.
    const isWhom =
      first !== undefined &&
      isGerund(analysis, anchor) &&
      analysis.grammar.order === "prepositional" &&
      markEndingAt(scan, groupOf(left, nearest)[0]!.from)?.classes.some((cls) => cls.startsWith("v.")) === true;
    const chosen = isToldOf ? nearest : verbBetween ? left[0]! : first && (goesOn || isWhom) ? first : nearest;
    return { phrases: groupOf(left, chosen), carried: verbBetween };
  }
  // "when Algeria walked out, accusing": behind a clause of its own the gerund goes on with that.
  const closed = isGerund(analysis, anchor) && scan.tokens[anchor - 1]?.text === "," ? clauses.of[anchor - 2]! : clause;
  const walked = closed === clause ? [] : subjectOf(analysis, closed);
  if (walked.length > 0) return { phrases: walked, carried: true };
  const alone =
    clauses.clauses[clause]?.kind === "subordinate" && (stance.reduced || hasOwnSubject(analysis, clause, anchor));
  const inherited = alone ? [] : inherit(analysis, clause, []);
  if (inherited.length > 0) return { phrases: inherited, carried: true };
  // "Rejecting a plan, Vaduz said": a participle that opens the sentence has the subject of the main clause.
  const comma =
    cue[0] <= 1
      ? scan.tokens.findIndex((token, k) => k >= cue[1] && token.text === "," && scan.covered[k + 1] !== undefined)
      : -1;
  const main =
    comma > 0
      ? analysis.phrases.find((phrase) => phrase.from === comma + 1 && phrase.case === "nom" && !phrase.adjectival)
      : undefined;
  return main ? { phrases: groupOf(analysis.phrases, main), carried: true } : undefined;

  function isVerb(of: Analysis, k: number): boolean {
    return (
      scan.classes[k]!.some((cls) => cls.startsWith("v.") || cls === "speech" || cls === "be") ||
      of.grammar.hasForm(scan.tokens[k]!.lower, "finite")
    );
  }
}

export const isGerund = ({ scan, grammar }: Analysis, k: number): boolean =>
  scan.tokens[k] !== undefined && grammar.hasForm(scan.tokens[k]!.lower, "gerund");

/**
 * "evidence [Ballout] supported", "[Moroccan migrants] were going to", "[the depots] supply": a noun or an unknown name right
 * before the verb is its subject, and nobody that the text names further off.
 */
function hasStranger(analysis: Analysis, group: number, nearest: Phrase | undefined): boolean {
  const { scan, phrases, clauses } = analysis;
  let k = group;
  while (
    k > 0 &&
    (small.some((cls) => is(scan, k - 1, cls)) ||
      (is(scan, k, "case.to") && !scan.covered[k - 1] && analysis.grammar.hasForm(scan.tokens[k - 1]!.lower, "gerund")))
  )
    k--;
  const last = k - 1;
  const token = scan.tokens[last];
  if (!nearest || !token?.word || scan.covered[last] || nearest.to > last || clauses.of[last] !== clauses.of[group])
    return false;
  const owner = phrases.find(
    (phrase) =>
      phrase.case === "gen" && phrase.adjectival && phrase.from >= nearest.to && phrase.owned.at(-1)?.to === k,
  );
  if (owner)
    return owner.owned.every((noun) =>
      noun.classes.every((cls) => !["organ", "troops", "goods", "group"].includes(cls)),
    );
  if (phrases.some((phrase) => phrase.from <= last && last < phrase.to)) return false;
  if (scan.classes[last]!.length > 0) return false;
  if (!capitalised.test(token.text) || last === 0) return false;
  // "the state oil company Pemex sent": the organ's own name.
  if (nearest.actor.via === "organ" && nearest.to === last) return false;
  // "arms from state-owned Denel shipped": behind a preposition it is no subject.
  for (let n = last - 1; n >= Math.max(0, last - 4) && scan.tokens[n]!.text !== ","; n--)
    if (scan.classes[n]!.some((cls) => cls.startsWith("case."))) return false;
  return true;
}

/** People whom the text does not name. */
function isCrowd({ scan }: Analysis, k: number): boolean {
  const token = scan.tokens[k];
  return k > 0 && token?.word === true && !scan.covered[k] && is(scan, k, "crowd") && !capitalised.test(token.text);
}

const capitalised = /^\p{Lu}\p{Ll}/u;

function onlyAdverbs({ scan }: Analysis, from: number, to: number): boolean {
  for (let k = from; k < to; k++)
    if (scan.tokens[k]!.word && !is(scan, k, "adverb") && !is(scan, k, "filler")) return false;
  return true;
}

/** "[the Emirates], which it accuses of arming": in a relative clause with a subject of its own the antecedent is accused. */
function chargedWith(analysis: Analysis, clause: number, governor: number): Phrase[] | undefined {
  const { kind, from } = analysis.clauses.clauses[clause]!;
  if (kind !== "relative" || analysis.grammar.order !== "prepositional") return undefined;
  const inside = within(analysis, clause);
  const found = inside.filter(({ actor }) => actor.via === "pronoun" && actor.from === from);
  const accuser = inside.some(
    (phrase) => phrase.actor.from > from && phrase.to <= governor && phrase.case === "nom" && !phrase.adjectival,
  );
  return accuser && found.length > 0 ? found : undefined;
}

/** "two tourists accused of": a participle that describes a noun accuses nobody else. */
function describesAccused({ scan, grammar }: Analysis, governor: number): boolean {
  if (!grammar.hasForm(scan.tokens[governor]!.lower, "participle") || !is(scan, governor + 1, "case.of")) return false;
  let k = governor - 1;
  while (is(scan, k, "adverb")) k--;
  return !is(scan, k, "be") && !is(scan, k, "aux") && scan.tokens[k]?.text !== ",";
}

/** "Portugal's decision to recognise": whose decision it is acts. */
function decider(
  { phrases, clauses, scan }: Analysis,
  cue: Cue,
  { governor, governs, infinitive }: Stance,
): Phrase | undefined {
  if (governor === undefined || !infinitive || governor > cue[0] || governs === "g.ask" || governs === "g.accuse")
    return undefined;
  return phrases.find(
    (phrase) =>
      // "the decision by Portugal to recognise"
      ((phrase.case === "gen" || ((phrase.case === "by" || phrase.case === "of") && phrase.to <= cue[0])) &&
        clauses.of[phrase.actor.from] === clauses.of[cue[0]] &&
        phrase.owned.some((noun) => noun.from <= governor && governor < noun.to)) ||
      // "the decision by countries such as Portugal to recognise"
      (["by", "of", "incl"].includes(phrase.case) &&
        phrase.from > governor &&
        phrase.to <= cue[0] &&
        (is(scan, governor + 1, "case.by") || is(scan, governor + 1, "case.of"))),
  );
}

function* range(from: number, to: number): Iterable<number> {
  for (let k = from; k < to; k++) yield k;
}

const tokensBetween = (from: number, to: number): number[] => [...range(from, to)];

function isReached({ scan }: Analysis, { from }: Phrase): boolean {
  const verb = markEndingAt(scan, from);
  return verb !== undefined && verb.to - verb.from > 1 && verb.classes.some((cls) => cls.startsWith("v."));
}

/** Words that stand right behind the subject of what they govern: "refused to", "is thought by analysts to". */
const governing: ReadonlySet<string> = new Set(["g.refuse", "g.accuse"]);

/** "[Only] in May did Chad become": a word that opens a sentence whose helping verb stands before the subject. */
function opensInverted({ scan, phrases }: Analysis, governor: number): boolean {
  if (governor > 1 || !is(scan, governor, "only")) return false;
  const subject = phrases.find(({ case: name, adjectival, from }) => name === "nom" && !adjectival && from > governor);
  return subject !== undefined && is(scan, subject.from - 1, "aux");
}

/** Whether a verb in the past stands right before. */
function isHit({ scan, grammar, clauses: { of } }: Analysis, { from, actor }: Phrase): boolean {
  const verb = markEndingAt(scan, from);
  return (
    verb !== undefined &&
    verb.from > 1 &&
    // "confirmed that [Chad]": what begins a clause of its own.
    of[verb.from] === of[actor.from] &&
    // "led by [Lavrov]"
    !scan.classes[from]!.some((cls) => cls.startsWith("case.")) &&
    verb.classes.some((cls) => cls.startsWith("v.")) &&
    grammar.hasForm(scan.tokens[verb.from]!.lower, "participle")
  );
}

/** The subject of the clause that this one goes on from, when it has none of its own. */
export function inherit(analysis: Analysis, clause: number, taken: Phrase[]): Phrase[] {
  const { clauses } = analysis.clauses;
  let at = clauses[clause];
  for (let step = 0; at && step < 3; step++) {
    if (at.kind === "that" || at.kind === "relative" || at.kind === "quote" || at.kind === "main") return [];
    const from = clauses[at.parent];
    if (!from) return [];
    const found = subjectOf(analysis, from.id);
    // "being refused entry, the family flew to [Austria]": behind a verb that takes its preposition along stands no subject.
    const reached = found[0] && analysis.grammar.order === "prepositional" && isReached(analysis, found[0]);
    if (reached) return [];
    if (found.length > 0) return overlaps(found, taken) ? [] : found;
    at = from;
  }
  return [];
}
