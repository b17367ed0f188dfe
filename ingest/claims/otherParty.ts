import { markEndingAt } from "./ahead.ts";
import { type Analysis, ancestors, groupOf, subjectOf } from "./analysis.ts";
import { type Carry, isPerson } from "./carry.ts";
import type { Phrase, Pronoun } from "./phrase.ts";
import { is } from "./scan.ts";
import { stateOf } from "./scope.ts";

/** "[Moldova]'s gas was cut, Romania gave it gas": the one state before a pronoun that is not its clause's subject. */
export function theOther(analysis: Analysis, pronoun: Pronoun): Phrase[] | undefined {
  const subject = subjectOf(analysis, analysis.clauses.of[pronoun.from]!);
  const key = ({ actor }: Phrase): string => actor.country ?? actor.entity;
  const others = analysis.phrases.filter(
    ({ to, actor, adjectival }) =>
      to <= pronoun.from &&
      ["name", "organ"].includes(actor.via) &&
      !adjectival &&
      actor.entity !== (subject[0] && key(subject[0])),
  );
  const one = subject.length > 0 && new Set(others.map(key)).size === 1 ? others[0] : undefined;
  return one?.actor.via === "name" && one.actor.state ? [one] : undefined;
}

/** "Peru came to Samoa's help; in [the country] they sent": where another pronoun is the subject, this one is the other of two. */
function besideSubject(analysis: Analysis, pronoun: Pronoun, { main, two }: Carry): Phrase[] | undefined {
  const { grammar, scan, pronouns, clauses } = analysis;
  if (!grammar.lateSubject || pronoun.case === "nom" || !is(scan, pronoun.from, "country.it")) return undefined;
  const subject = pronouns.some(
    ({ from, case: name, kind }) =>
      kind === "personal" && name === "nom" && from !== pronoun.from && clauses.of[from] === clauses.of[pronoun.from],
  );
  const [before] = main ?? [];
  if (!subject || !before) return undefined;
  const others = two?.filter((phrase) => stateOf(phrase) !== stateOf(before));
  return others?.length === 1 ? others : undefined;
}

/** "Kenya's minister in talks with [Chad]'s turned down his offer": whose thing is not called his own is not the subject, but the person beside him. */
export function beside({ grammar, scan, phrases, clauses }: Analysis, pronoun: Pronoun): Phrase | undefined {
  if (grammar.order !== "postpositional" || grammar.lateSubject || pronoun.case !== "gen") return undefined;
  if (!is(scan, pronoun.from, "honorific.gen")) return undefined;
  const clause = clauses.of[pronoun.from];
  const acts = phrases.some(({ case: name, actor }) => name === "erg" && clauses.of[actor.from] === clause);
  return phrases.findLast(
    (phrase) =>
      acts &&
      isPerson(phrase) &&
      phrase.to <= pronoun.from &&
      ["abl", "with"].includes(phrase.case) &&
      clauses.of[phrase.actor.from] === clause,
  );
}

/** "In which [Qatar] the fleet lies, that is an ally": the name that a relative pronoun right before it determines. */
export function correlated({ grammar, scan, phrases, clauses }: Analysis, pronoun: Pronoun): Phrase[] | undefined {
  if (grammar.order !== "postpositional" || grammar.lateSubject || pronoun.case !== "nom") return undefined;
  if (!is(scan, pronoun.from, "pronoun.personal.nom")) return undefined;
  const found = phrases.findLast(
    ({ from, to, actor }) =>
      to <= pronoun.from &&
      actor.via === "name" &&
      clauses.of[actor.from] !== clauses.of[pronoun.from] &&
      (is(scan, from - 1, "pronoun.relative.other") || is(scan, from - 1, "pronoun.relative.nom")),
  );
  return found && groupOf(phrases, found);
}

/** "Oman is [Mali]'s friend but not its ally": nobody is his own, so a clause without a subject means whose noun the one before tells of. */
export function ownerBefore(analysis: Analysis, pronoun: Pronoun, carry: Carry): Phrase[] | undefined {
  const { clauses, phrases, grammar } = analysis;
  const other = besideSubject(analysis, pronoun, carry);
  if (other) return other;
  const clause = clauses.of[pronoun.from]!;
  if (grammar.order !== "postpositional" || pronoun.case !== "gen" || (clause === 0 && !grammar.lateSubject))
    return undefined;
  const again = asksAgain(analysis, pronoun);
  if (again) return again;
  const noun = pronoun.owned.find(({ classes }) => classes.some((cls) => cls === "ally" || cls === "supplier"));
  if (!noun) return undefined;
  // "[Poland] and its ally Iran": who is joined to the noun owns it.
  const beside =
    is(analysis.scan, pronoun.from - 1, "and") && analysis.scan.mentions[noun.to]
      ? phrases.find(
          ({ to, case: name, actor }) => to === pronoun.from - 1 && name === "nom" && actor.via !== "pronoun",
        )
      : undefined;
  if (grammar.lateSubject && beside) return groupOf(phrases, beside);
  // "at [Chad]'s side stands its ally Mali": whose ally the subject is, is the one other state before it.
  if (grammar.lateSubject && analysis.scan.mentions[noun.to]) {
    const before = phrases.filter(({ to, actor }) => to <= pronoun.from && actor.via !== "pronoun");
    const [one] = before;
    if (one?.actor.state && before.every((phrase) => stateOf(phrase) === stateOf(one))) return [one];
  }
  if (subjectOf(analysis, clause).length > 0) return undefined;
  const last = phrases.findLast(
    (phrase) => phrase.to <= pronoun.from && clauses.of[phrase.actor.from] !== clause && phrase.actor.via !== "pronoun",
  );
  if (last?.case !== "gen" || last.adjectival || last.owned.at(-1)?.case !== "nom") return undefined;
  const [subject] = subjectOf(analysis, clauses.of[last.actor.from]!);
  return subject?.case === "nom" && stateOf(subject) !== stateOf(last) ? groupOf(phrases, last) : undefined;
}

/** "Peru met [the fund]'s terms, Chad rejected [its] terms": whose demand or offer the clause before tells of. */
function asksAgain({ phrases, clauses }: Analysis, pronoun: Pronoun): Phrase[] | undefined {
  const [noun] = pronoun.owned;
  const cls = ["request", "proposal"].find((each) => noun?.classes.includes(each));
  const owner = phrases.findLast(
    ({ case: name, to, owned, actor }) =>
      cls !== undefined &&
      name === "gen" &&
      to <= pronoun.from &&
      clauses.of[actor.from]! < clauses.of[pronoun.from]! &&
      owned.some(({ classes }) => classes.includes(cls)),
  );
  return owner && groupOf(phrases, owner);
}

/** "Sudan sued the Emirates, accusing it": an object means whoever was named last and is not the subject. */
export function whom(analysis: Analysis, pronoun: Pronoun): Phrase[] | undefined {
  const { clauses } = analysis;
  const clause = clauses.of[pronoun.from]!;
  const subject = ancestors(clauses, clause)
    .map((id) => subjectOf(analysis, id).filter((phrase) => phrase.actor.from < pronoun.from))
    .find((found) => found.length > 0);
  if (!subject) return undefined;
  const state = (phrase: Phrase): string => phrase.actor.country ?? phrase.actor.entity;
  const asker = requester(analysis, pronoun) ?? accuser(analysis, pronoun);
  if (asker && !pronoun.plural) return asker;
  const others = analysis.phrases.filter(
    (phrase) =>
      phrase.to <= pronoun.from &&
      !phrase.adjectival &&
      phrase.case !== "appositive" &&
      !subject.some((each) => state(each) === state(phrase)),
  );
  // "Switzerland recognises that …, and Austria recognises it": the object is what was said, and nobody.
  // "Chad says Kenya supplied [it]": who says so of a clause may well be meant in it.
  const own = clauses.clauses[clause]!;
  const sayers = clauses.clauses
    .filter(({ kind, parent }) => kind === "that" && !(own.kind === "that" && parent === own.parent))
    .map(({ parent }) => parent);
  const named = others.filter(
    (phrase) => !sayers.some((id) => id !== clause && subjectOf(analysis, id).includes(phrase)),
  );
  const fitting = pronoun.plural
    ? named.filter((phrase) => !phrase.actor.state || groupOf(others, phrase).length > 1)
    : named.filter((phrase) => groupOf(others, phrase).length === 1);
  // "denied [him] access": a person, where one is named.
  const person = pronoun.person ? fitting.findLast((phrase) => phrase.actor.via === "person") : undefined;
  if (person) return [person];
  const last = fitting.filter((phrase) => phrase.case === "nom").at(-1) ?? fitting.at(-1);
  return last && groupOf(others, last);
}

/** "severed ties with [Syria] after it recognised": a step against somebody is told with what he did before it. */
export function brokenWith({ scan, clauses, phrases, grammar }: Analysis, pronoun: Pronoun): Phrase[] | undefined {
  const { kind, parent, from } = clauses.clauses[clauses.of[pronoun.from]!]!;
  if (grammar.order !== "prepositional" || kind !== "subordinate" || pronoun.from - from > 1) return undefined;
  const whom = phrases.findLast(({ to, actor }) => to <= from && from - to < 2 && clauses.of[actor.from] === parent);
  if (!whom || whom.case === "nom" || !whom.actor.state) {
    const verb = whom && markEndingAt(scan, whom.from);
    if (!verb?.classes.includes("breaks.ties")) return undefined;
  }
  for (let k = whom!.from - 1; k >= Math.max(0, whom!.from - 6) && clauses.of[k] === parent; k--)
    if (scan.marks[k] && is(scan, k, "breaks.ties")) return groupOf(phrases, whom!);
  return undefined;
}

/** "Somaliland asked Kenya to recognise [it]": under a request the object means who asks. */
function requester({ scan, clauses, phrases }: Analysis, pronoun: Pronoun): Phrase[] | undefined {
  for (let k = pronoun.from - 1; k >= Math.max(0, pronoun.from - 10); k--) {
    if (clauses.of[k] !== clauses.of[pronoun.from]) return undefined;
    if (!is(scan, k, "v.ask")) continue;
    const by = phrases.find((phrase) => phrase.case === "by" && phrase.from === scan.marks[k]?.to);
    const asker = by ?? phrases.findLast((phrase) => phrase.case === "nom" && !phrase.whom && phrase.to <= k);
    return asker && groupOf(phrases, asker);
  }
  return undefined;
}

/** "Chad accused Kenya of refusing to share it with [it]": what the accused does to "it" is done to who accuses. */
function accuser({ scan, clauses, phrases }: Analysis, pronoun: Pronoun): Phrase[] | undefined {
  for (let k = pronoun.from - 1; k >= Math.max(0, pronoun.from - 14); k--) {
    if (clauses.of[k] !== clauses.of[pronoun.from]) return undefined;
    if (!scan.marks[k] || !is(scan, k, "v.accuse")) continue;
    const { to } = scan.marks[k]!;
    const by = phrases.find(({ case: name, from }) => name === "by" && from === to);
    const accused = by ?? phrases.find(({ case: name, from }) => name === "nom" && from === to);
    if (!accused || accused.to >= pronoun.from) return undefined;
    const found = by ?? phrases.findLast((phrase) => phrase.case === "nom" && !phrase.whom && phrase.to <= k);
    return found && groupOf(phrases, found);
  }
  return undefined;
}
