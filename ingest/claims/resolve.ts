import { fits, isGroup } from "./agreement.ts";
import { type Analysis, ancestors, groupOf, inClause, subjectOf } from "./analysis.ts";
import { both, those } from "./both.ts";
import { alone, carried, goesOn, opened, ownOf, unheaded } from "./carriedOver.ts";
import type { Carry } from "./carry.ts";
import { landMeant } from "./describedLand.ts";
import { country, type Named, ofKind, theCountry } from "./meant.ts";
import { beside, brokenWith, correlated, ownerBefore, theOther, whom } from "./otherParty.ts";
import { makePhrase, type Phrase, type Pronoun } from "./phrase.ts";
import { reachedAgain } from "./reachedAgain.ts";
import { relative } from "./relative.ts";
import { saidByPronoun, spoken } from "./saidBy.ts";
import { is } from "./scan.ts";
import { isWish } from "./wish.ts";

/** Puts the antecedents of pronouns among the phrases. A pronoun whose antecedent cannot be told is left out. */
export function resolvePronouns(analysis: Analysis, carry: Carry, named: Named): void {
  for (const pronoun of analysis.pronouns) {
    const found =
      pronoun.called === undefined
        ? antecedent(analysis, pronoun, carry)
        : pronoun.called === "country"
          ? analysis.grammar.order === "postpositional" && !analysis.grammar.lateSubject
            ? landMeant(analysis, pronoun, carry)
            : country(analysis, pronoun, carry)
          : ofKind(analysis, pronoun, named);
    if (found.length === 0 || !fits(analysis, pronoun, found)) continue;
    const group = 1000 + pronoun.from;
    // "his country" is the state that he acts for.
    const state =
      pronoun.person && (analysis.grammar.order === "postpositional" || ["own", "we"].includes(pronoun.kind));
    const at = analysis.phrases.findIndex((phrase) => phrase.actor.from > pronoun.from);
    // "[his] with Lula talks": a name may stand before what is owned.
    const waits =
      !analysis.grammar.lateSubject &&
      pronoun.kind === "personal" &&
      pronoun.case === "gen" &&
      pronoun.owned.length === 0 &&
      analysis.phrases[at]?.from === pronoun.to;
    const made = found.map(({ actor }): Phrase => {
      const country = state ? actor.country : undefined;
      return makePhrase(
        {
          case: pronoun.case,
          from: pronoun.from,
          to: pronoun.to,
          owned: pronoun.owned,
          group,
          both: pronoun.kind === "both",
          whom: pronoun.whom ? true : undefined,
          ownsFrom: (pronoun.person || waits) && pronoun.case === "gen" ? pronoun.to : undefined,
          waits: waits || undefined,
        },
        {
          entity: country ?? actor.entity,
          country: country ? undefined : actor.country,
          state: country ? true : actor.state,
          via: actor.via === "person" && !country ? "person" : "pronoun",
          from: pronoun.from,
          to: pronoun.to,
          form: actor.form,
          fuzzy: actor.fuzzy,
          within: actor.within,
        },
      );
    });
    analysis.phrases.splice(at < 0 ? analysis.phrases.length : at, 0, ...made);
  }
}

function antecedent(analysis: Analysis, pronoun: Pronoun, carry: Carry): Phrase[] {
  switch (pronoun.kind) {
    case "relative":
      return relative(analysis, pronoun);
    case "we":
      return spoken(analysis, pronoun) ?? saidByPronoun(analysis, pronoun, carry) ?? carry.speaker ?? [];
    case "own":
      return ownOf(analysis, pronoun, carry);
    case "both":
      return both(analysis, pronoun, carry);
    case "those":
      return those(analysis, pronoun, carry);
    case "org": {
      const last = analysis.phrases.findLast((phrase) => phrase.to <= pronoun.from && isOrganization(analysis, phrase));
      return last ? [last] : carry.org ? [carry.org] : [];
    }
    case "personal":
      if (pronoun.whom) return whom(analysis, pronoun) ?? reachedAgain(analysis, pronoun, carry) ?? [];
      return (
        ownerBefore(analysis, pronoun, carry) ??
        personal(analysis, pronoun) ??
        goesOn(analysis, pronoun, carry) ??
        theCountry(analysis, pronoun) ??
        (!isSourced(analysis, pronoun) &&
        (pronoun.from <= 3 || alone(analysis, pronoun) || unheaded(analysis, pronoun) || opened(analysis, pronoun))
          ? carried(analysis, pronoun, carry)
          : [])
      );
    case "described":
      return [];
  }
}

/** "According to [Chile] it had refused": beside a state that says so, a pronoun may mean either. */
const isSourced = ({ phrases }: Analysis, { from }: Pronoun): boolean =>
  phrases.some(({ case: name, to, actor }) => name === "per" && to <= from && actor.state);

/** An organization by its own name, or by that of its envoy. */
export const isOrganization = (analysis: Analysis, phrase: Phrase): boolean =>
  (phrase.actor.via === "name" || phrase.actor.via === "organ") &&
  analysis.scan.mentions[phrase.actor.from]?.type === "Organization";

function personal(analysis: Analysis, pronoun: Pronoun): Phrase[] | undefined {
  const { clauses } = analysis;
  const clause = clauses.of[pronoun.from]!;
  const punished = brokenWith(analysis, pronoun);
  if (punished) return punished;
  const answered = correlated(analysis, pronoun);
  if (answered) return answered;
  const other = beside(analysis, pronoun);
  if (other) return [other];
  if (pronoun.person) {
    const officers = analysis.phrases.filter(
      (phrase) =>
        phrase.to <= pronoun.from &&
        ["erg", "nom"].includes(phrase.case) &&
        (phrase.actor.via === "person" || phrase.title !== undefined),
    );
    const officer = officers.at(-1);
    if (officer) return [officer];
  }
  if (is(analysis.scan, pronoun.from, "honorific")) {
    // "Musharraf said the groups had …, but [he, honoured] refused": a pronoun of respect means the person.
    const honoured = analysis.phrases.findLast(
      (phrase) =>
        phrase.to <= pronoun.from &&
        phrase.case === "erg" &&
        (phrase.actor.via === "person" || phrase.title !== undefined) &&
        clauses.of[phrase.actor.from] !== clause,
    );
    if (honoured) return [honoured];
  }
  const inside = clauses.quote[pronoun.from]!;
  if (inside >= 0) {
    // Who speaks of "them" does not mean himself.
    const named = analysis.phrases.filter(
      (phrase) =>
        clauses.quote[phrase.actor.from] === inside && phrase.to <= pronoun.from && phrase.actor.via !== "pronoun",
    );
    const last = named.at(-1);
    if (last) return groupOf(named, last);
  }
  if (pronoun.case === "dat") {
    // "Thailand has not recognised Kosovo, while Italy recognised it": an object means the earlier object.
    // "the results of Peru's vote it has accepted, Chad did not recognise [them]": whose thing it is stands for it.
    const thing = (phrase: Phrase): boolean =>
      !analysis.grammar.lateSubject && phrase.case === "gen" && phrase.owned.at(-1)?.case === "dat";
    const object = analysis.phrases
      .filter(
        (phrase) =>
          (phrase.case === "dat" || thing(phrase)) &&
          phrase.to <= pronoun.from &&
          clauses.of[phrase.actor.from] !== clause,
      )
      .at(-1);
    if (object) return groupOf(analysis.phrases, object);
    // "attacked [Chad] and made it a province": who goes on acting does so to whom it was done before.
    const struck = analysis.phrases.findLast(
      (phrase) => phrase.case === "on" && phrase.to <= pronoun.from && clauses.of[phrase.actor.from] === clause - 1,
    );
    const acts = analysis.phrases.some(
      (phrase) => clauses.of[phrase.actor.from] === clause && ["erg", "nom"].includes(phrase.case),
    );
    if (struck && !acts && clauses.clauses[clause]!.kind === "and") return groupOf(analysis.phrases, struck);
  }
  if (pronoun.case === "abl" || pronoun.case === "with") {
    const giver = pronoun.case === "abl" ? gaveBefore(analysis, clause) : undefined;
    if (giver) return giver;
    // "welcomed the minister and spoke with him": whoever the clause before was about, not its subject.
    const met = analysis.phrases
      .filter(
        (phrase) =>
          phrase.to <= pronoun.from &&
          clauses.of[phrase.actor.from] !== clause &&
          !["erg", "nom", "loc"].includes(phrase.case),
      )
      .at(-1);
    if (met) return groupOf(analysis.phrases, met);
  }
  const isDependent = (id: number): boolean => clauses.clauses[id]?.kind === "subordinate";
  const asker = analysis.phrases.find((phrase) => phrase.case === "askedby" && phrase.to <= pronoun.from);
  // "at Mozambique's request gave it boats".
  if (pronoun.case === "dat" && asker && clauses.of[asker.actor.from] === clause) return [asker];
  const requested = asked(analysis, pronoun);
  if (requested) return requested;
  // "Taipei accused Beijing of having": what the accused did is told of "it".
  const parent = clauses.clauses[clause]?.parent ?? -1;
  const accuses = inClause(analysis, parent, "g.accuse") || inClause(analysis, parent, "speech.accuse");
  const accused =
    accuses &&
    analysis.phrases.find(
      (phrase) => clauses.of[phrase.actor.from] === parent && ["on", "against"].includes(phrase.case),
    );
  if (clauses.clauses[clause]?.kind === "that" && accused) return [accused];
  const announced = analysis.phrases.find(
    (phrase) =>
      clauses.clauses[clause]?.kind === "that" &&
      clauses.of[phrase.actor.from] === clauses.clauses[clause]?.parent &&
      phrase.owned.some((noun) =>
        noun.classes.some((cls) => cls === "g.announce" || cls === "speech" || cls === "announcement"),
      ),
  );
  if (announced) return [announced];
  const chain = ancestors(clauses, clause).slice(1);
  const before = Array.from({ length: clause }, (_, nearer) => clause - 1 - nearer);
  // "Oman did not, as Qatar did; it asked": a new sentence goes on from a main clause, not from one that depends on it.
  const inOrder = [...chain, ...before];
  if (analysis.grammar.order === "prepositional" && clauses.clauses[clause]?.kind === "main")
    inOrder.sort((a, b) => Number(isDependent(a)) - Number(isDependent(b)));
  for (const id of inOrder) {
    const subject = subjectOf(analysis, id).filter(
      (phrase) => phrase.actor.from < pronoun.from && phrase.actor.via !== "pronoun",
    );
    if (subject.length > 0) return subject;
    // "since [the country] decided …, it ruled out": what stands for a name by its kind is as good as one.
    const called = subjectOf(analysis, id).filter(
      ({ actor }) =>
        actor.via === "pronoun" &&
        actor.from < pronoun.from &&
        analysis.scan.classes[actor.from]!.some((cls) => cls.startsWith("described.")),
    );
    if (called.length > 0) return called;
  }
  // "[Fiji]'s stand is that it": a clause without a subject is about whose thing it tells.
  const topic =
    clauses.clauses[clause]?.kind === "that"
      ? analysis.phrases.find(
          (phrase) =>
            clauses.of[phrase.actor.from] === parent &&
            phrase.case === "gen" &&
            !phrase.adjectival &&
            // "Mali's main opposition group said it": a group of a country is not the country.
            !isGroup(analysis, phrase) &&
            !phrase.owned.some(({ classes }) => classes.includes("ally")) &&
            phrase.from === 0,
        )
      : undefined;
  if (topic) return [topic];
  // "In [Brazil]'s eyes the vote was unfair, so it": nobody else stands at the head.
  const [head] = analysis.phrases;
  if (!analysis.grammar.lateSubject && analysis.grammar.order === "postpositional" && pronoun.case === "erg" && head)
    return head.case === "gen" && !head.adjectival && head.from === 0 && head.actor.state ? [head] : undefined;
  if (!["gen", "dat"].includes(pronoun.case) || analysis.grammar.order !== "postpositional") return undefined;
  if (pronoun.case === "dat") return analysis.grammar.lateSubject ? undefined : theOther(analysis, pronoun);
  // "Qatar is no ally [of theirs], says [Bahrain]": what is said in front of its speaker is said of him.
  const said = analysis.speeches.find(
    (speech) => speech.marker || (speech.at > pronoun.to && clauses.of[speech.at] !== clause),
  );
  const speaker = said && analysis.phrases.find((phrase) => phrase.actor.entity === said.speaker);
  if (speaker) return [speaker];
  // "though a partner [of Washington], Delhi is not [its] ally": the one other name of an earlier clause.
  const others = analysis.phrases.filter(
    (phrase) => phrase.to <= pronoun.from && clauses.of[phrase.actor.from]! < clause && phrase.actor.via !== "pronoun",
  );
  if (others.length === 0 && !analysis.grammar.lateSubject) return theOther(analysis, pronoun);
  return new Set(others.map((phrase) => phrase.actor.entity)).size === 1 ? [others[0]!] : undefined;
}

/** "Oman gave it boats, Qatar got such [from it]": what comes from somebody comes from who gave before. */
function gaveBefore(analysis: Analysis, clause: number): Phrase[] | undefined {
  const has = (id: number, names: readonly string[]): boolean => names.some((name) => inClause(analysis, id, name));
  if (clause === 0 || !has(clause, ["v.get", "v.buy"]) || !has(clause, ["goods"])) return undefined;
  if (!has(clause - 1, ["v.give", "v.supply", "v.send"])) return undefined;
  const giver = subjectOf(analysis, clause - 1);
  return giver.length > 0 ? giver : undefined;
}

/** "Vilnius asked Minsk that [it] release them": whoever is asked is to act. */
function asked({ scan, clauses, phrases, grammar }: Analysis, pronoun: Pronoun): Phrase[] | undefined {
  const clause = clauses.clauses[clauses.of[pronoun.from]!]!;
  if (grammar.order !== "postpositional" || grammar.lateSubject || clause.kind !== "that") return undefined;
  if (pronoun.case !== "nom" && pronoun.case !== "erg") return undefined;
  const whom = phrases.findLast(
    (phrase) => clauses.of[phrase.actor.from] === clause.parent && phrase.case === "abl" && phrase.to <= pronoun.from,
  );
  const asks = inClause({ scan, clauses }, clause.parent, "g.ask");
  return whom && (asks || isWish({ scan, clauses, grammar }, clause.id)) ? groupOf(phrases, whom) : undefined;
}
