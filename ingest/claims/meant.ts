import type { NodeId } from "../../model/stages.ts";
import { type Analysis, ancestors, subjectOf } from "./analysis.ts";
import { type Actor, makeActor, makePhrase, type Phrase, type Pronoun } from "./phrase.ts";
import { caseMarker, is, type Scan } from "./scan.ts";

/** The node of a kind that the article speaks of most, of two the one named last; for "both regions" those two. */
export type Named = (called: string, here: NodeId[], behind: NodeId[]) => Pick<Actor, "entity" | "state">[];

/** "the kingdom": the one of its kind that the article speaks of. */
export function ofKind(analysis: Analysis, pronoun: Pronoun, named: Named): Phrase[] {
  const before = analysis.phrases.filter((phrase) => phrase.to <= pronoun.from);
  const found = named(
    pronoun.called!,
    before.flatMap(({ actor }) => (actor.country ? [actor.country, actor.entity] : [actor.entity])),
    analysis.phrases.filter((phrase) => phrase.from >= pronoun.to).map(({ actor }) => actor.entity),
  );
  const { from, to } = pronoun;
  return found.map((node): Phrase => {
    return makePhrase(
      { case: "nom", from, to },
      makeActor({ ...node, from, to, via: "pronoun", form: "name", fuzzy: false }),
    );
  });
}

/** "its army": the subject of its clause, or of one above it. */
export function own(analysis: Analysis, pronoun: Pronoun): Phrase[] {
  const clause = analysis.clauses.of[pronoun.from]!;
  const speaker = saidOfHimself(analysis, pronoun) ?? saidOfOthers(analysis, pronoun);
  if (speaker) return speaker;
  const near =
    judged(analysis, pronoun) ??
    joinedBefore(analysis, pronoun) ??
    helped(analysis, pronoun) ??
    decided(analysis, pronoun);
  if (near) return near;
  for (const id of ancestors(analysis.clauses, clause)) {
    const subject = subjectOf(analysis, id);
    const [first] = subject;
    // "Norway, its last ally", "Norway remains its supplier": what describes the subject is somebody else's.
    const owns = pronoun.owned.some((noun) => noun.classes.some((cls) => cls === "ally" || cls === "supplier"));
    if (
      owns &&
      !caseMarker(analysis.scan, pronoun.from) &&
      subject.some(
        (phrase) => isBesideMark(analysis, phrase.to, pronoun.from) || isBetween(analysis, phrase.to, pronoun.from),
      )
    )
      return country(analysis, pronoun, {});
    if (
      first &&
      (first.from < pronoun.to || analysis.grammar.order !== "prepositional" || opens(analysis, pronoun, first))
    )
      return subject;
  }
  return [];
}

/** "[Peru's president] said Chile had rejected his offer": a pronoun of persons means the one who speaks where the clause names none. */
function saidOfHimself({ phrases, scan, clauses, grammar }: Analysis, { from }: Pronoun): Phrase[] | undefined {
  const { kind, parent, id } = clauses.clauses[clauses.of[from]!]!;
  if (grammar.order !== "prepositional" || kind !== "that" || ![from, from + 1].some((k) => is(scan, k, "human")))
    return undefined;
  const person = ({ actor, title }: Phrase): boolean => actor.via === "person" || title !== undefined;
  const before = phrases.filter(
    (phrase) => phrase.to <= from && phrase.case === "nom" && !phrase.adjectival && person(phrase),
  );
  if (before.some((phrase) => clauses.of[phrase.actor.from] === id)) return undefined;
  const speaker = before.filter((phrase) => clauses.of[phrase.actor.from] === parent);
  return speaker.length === 1 ? speaker : undefined;
}

/** "[Chad] said Kenya had refused its request", "… was its ally": what nobody does to himself is done to who tells of it. */
function saidOfOthers(analysis: Analysis, { from, owned }: Pronoun): Phrase[] | undefined {
  const { scan, clauses, grammar } = analysis;
  const { kind, parent, id } = clauses.clauses[clauses.of[from]!]!;
  if (grammar.order !== "prepositional" || kind !== "that") return undefined;
  const [doer] = subjectOf(analysis, id);
  const speaker = subjectOf(analysis, parent).filter((phrase) => phrase.to <= from);
  if (!doer || doer.to > from || speaker.length === 0 || owned.length === 0) return undefined;
  const thing = (classes: readonly string[]): boolean =>
    owned.some((noun) => noun.classes.some((cls) => classes.includes(cls)));
  const acts = othersOnly.find(([verb, things]) => thing(things) && hasBetween(scan, doer.to, from, verb));
  return acts && speaker;
}

/** Verbs, and what of somebody's they concern, where the owner is never who acts. */
const othersOnly: readonly [verb: string, things: readonly string[]][] = [
  ["v.reject", ["request", "proposal"]],
  ["v.attack", ["land", "goods", "troops", "organ"]],
  ["be", ["ally", "supplier"]],
];

function hasBetween(scan: Scan, from: number, to: number, cls: string): boolean {
  for (let k = from; k < to; k++) if (is(scan, k, cls)) return true;
  return false;
}

/** "[Serbia] and its ally": who stands right before the joint is the owner. */
function joinedBefore({ phrases, scan, grammar }: Analysis, pronoun: Pronoun): Phrase[] | undefined {
  if (grammar.order !== "prepositional" || !is(scan, pronoun.from - 1, "and")) return undefined;
  const found = phrases.findLast(
    (phrase) => phrase.to === pronoun.from - 1 && !phrase.adjectival && phrase.actor.state,
  );
  // "condemned [Chad] and its raid": behind the verb what is named next belongs to who is named first.
  const reached = found && (found.case !== "nom" || hasVerb(scan, found.from));
  return found && (reached || pronoun.owned.some(({ classes }) => classes.includes("ally"))) ? [found] : undefined;
}

/** A verb stands right before. */
const hasVerb = (scan: Scan, k: number): boolean => scan.classes[k - 1]?.some((cls) => cls.startsWith("v.")) === true;

/** "condemned [Chad] for its raid", "criticism of [Chad] over its raid": what somebody is blamed for is theirs. */
function judged({ phrases, scan, grammar, clauses }: Analysis, { from }: Pronoun): Phrase[] | undefined {
  if (grammar.order !== "prepositional" || !(is(scan, from, "case.for") || is(scan, from, "case.over")))
    return undefined;
  const found = phrases.find((phrase) => phrase.to === from && !phrase.adjectival && phrase.actor.via !== "pronoun");
  for (let k = (found?.from ?? 0) - 1; found && k >= Math.max(0, found.from - 4); k--)
    if (clauses.of[k] === clauses.of[from] && blames.some((cls) => is(scan, k, cls))) return [found];
  return undefined;
}

const blames = ["v.condemn", "condemnation", "v.accuse", "v.sanction"];

/** "India helped [Taiwan] keep its ally": who is helped or made to act owns what the act is done with. */
function helped({ phrases, scan, grammar, clauses }: Analysis, pronoun: Pronoun): Phrase[] | undefined {
  if (grammar.order !== "prepositional") return undefined;
  for (let k = pronoun.from - 1; k >= 0 && clauses.of[k] === clauses.of[pronoun.from]; k--) {
    if (!scan.marks[k] || !is(scan, k, "v.cause")) continue;
    // "[Kosovo] urged Chad to recognise its independence", "her country": what nobody recognises of his own is the asker's.
    const asks = is(scan, k, "v.ask") && (pronoun.person || hasBetween(scan, k, pronoun.from, "v.recognise"));
    const asker = asks
      ? phrases.findLast((phrase) => phrase.case === "nom" && !phrase.whom && phrase.to <= k)
      : undefined;
    if (asker) return [asker];
    const found = phrases.find((phrase) => phrase.from === scan.marks[k]!.to && phrase.case === "nom");
    return found && found.to < pronoun.from ? [found] : undefined;
  }
  return undefined;
}

/** "welcomed [Tuvalu]'s decision to withdraw its recognition": in what somebody decides to do "its" is theirs. */
function decided({ phrases, scan, grammar, clauses }: Analysis, pronoun: Pronoun): Phrase[] | undefined {
  if (grammar.order !== "prepositional") return undefined;
  const found = phrases.findLast(
    ({ case: name, owned, to }) =>
      name === "gen" && owned.some((noun) => is(scan, noun.from, "g.announce")) && to <= pronoun.from,
  );
  if (!found || clauses.of[found.from] !== clauses.of[pronoun.from] || !is(scan, found.to, "case.to")) return undefined;
  return pronoun.from - found.to < 4 ? [found] : undefined;
}

/** Only a comma or a dash stands between; where cases follow their nouns, any one token. */
const isBesideMark = ({ scan, grammar }: Analysis, from: number, to: number): boolean =>
  from === to - 1 && (grammar.order !== "prepositional" || !scan.tokens[from]!.word);

/** A form of "be" stands between. */
function isBetween({ scan }: Analysis, from: number, to: number): boolean {
  for (let k = from; k < to; k++) if (is(scan, k, "be")) return true;
  return false;
}

/** "In its note, Oman said": only before a comma does a pronoun mean whoever comes after it. */
function opens({ scan }: Analysis, pronoun: Pronoun, { from }: Phrase): boolean {
  // "With Oman having rejected its offer, Chad said"
  const early = pronoun.from < 4 || (is(scan, 0, "case.with") && pronoun.from < 9);
  return early && scan.tokens[from - 1]?.text === ",";
}

/** What sentences before say of states that "the country" may mean. */
export interface Before {
  /** The one state of the sentence before. */
  only?: Phrase[] | undefined;
  /** The two states of the sentence before, where it named two. */
  two?: Phrase[] | undefined;
  /** Who acted in it. */
  subject?: Phrase[] | undefined;
  /** Whom it says to have been asked for something. */
  asked?: { of: Phrase[] } | undefined;
}

/**
 * "Norway met Ukraine. It gave [the country] radars": beside the one of the two who acts, the other; "Norway sent jets to
 * Ukraine. [The country] also gave": at the head of a sentence and with "also", who acted before.
 */
function ofTwo({ scan, clauses, phrases, grammar }: Analysis, pronoun: Pronoun, before: Before): Phrase[] {
  const { two, subject, asked } = before;
  if (grammar.order !== "prepositional") return [];
  const clause = clauses.of[pronoun.from]!;
  const state = ({ actor }: Phrase): string => actor.country ?? actor.entity;
  const heads = pronoun.case === "nom" && !pronoun.whom && pronoun.from === 0;
  if (heads) {
    if (asked?.of.length === 1) return asked.of;
    const goesOn = scan.tokens.some((_, k) => clauses.of[k] === clause && k < pronoun.to + 4 && is(scan, k, "also"));
    return goesOn && subject?.length === 1 && subject[0]!.actor.state ? subject : [];
  }
  const doers = phrases.filter((phrase) => phrase.to <= pronoun.from && phrase.case === "nom" && !phrase.adjectival);
  const left = two?.filter((phrase) => !doers.some((each) => state(each) === state(phrase))) ?? [];
  return doers.length > 0 && left.length === 1 ? left : [];
}

/** "the country": the other state that its sentence named last, else whose acts the sentence before told. */
export function country(analysis: Analysis, pronoun: Pronoun, before: Before): Phrase[] {
  const carried = before.only;
  const state = ({ actor }: Phrase): string => actor.country ?? actor.entity;
  const here = analysis.phrases.filter((phrase) => phrase.to <= pronoun.from);
  const subjects = here.filter(({ case: name, adjectival }) => name === "nom" && !adjectival).map(state);
  const last = here.findLast((phrase) => phrase.actor.state && !subjects.includes(state(phrase)));
  if (last) return [last];
  // "officials in [Niamey] welcomed the grain that Morocco sent to the country": who acts in another clause may be meant.
  const own = analysis.clauses.of[pronoun.from];
  const other =
    analysis.grammar.order === "prepositional" && subjectOf(analysis, own!).length > 0
      ? here.findLast(
          (phrase) =>
            phrase.actor.state &&
            analysis.clauses.of[phrase.actor.from] !== own &&
            !subjectOf(analysis, own!).some((each) => state(each) === state(phrase)),
        )
      : undefined;
  if (other && pronoun.case !== "nom") return [other];
  const main = carried?.filter((phrase) => !subjects.includes(state(phrase))) ?? [];
  if (main.length === 1) return main[0]!.actor.form === "capital" ? [] : main;
  return ofTwo(analysis, pronoun, before);
}

/** "rice to Cuba has sent [the country]'s ally": the other state that the sentence named last. */
export function theCountry(analysis: Analysis, pronoun: Pronoun): Phrase[] | undefined {
  if (!is(analysis.scan, pronoun.from, "country.it") || pronoun.case === "dat") return undefined;
  const found = country(analysis, pronoun, {});
  return found.length > 0 ? found : undefined;
}
