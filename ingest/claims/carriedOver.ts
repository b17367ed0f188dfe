import type { Analysis } from "./analysis.ts";
import { type Carry, isPerson } from "./carry.ts";
import { isFiniteVerb } from "./finite.ts";
import { own } from "./meant.ts";
import type { Phrase, Pronoun } from "./phrase.ts";
import { is } from "./scan.ts";
import { stateOf } from "./scope.ts";

/** "America was angry. To Dhaka's government offered help [the country]": a subject means whoever acted before and is not named here. */
export function goesOn(
  { scan, phrases, grammar }: Analysis,
  { from, case: name }: Pronoun,
  { subject: who, only, two }: Carry,
): Phrase[] | undefined {
  // "In Peru the question is open. [The country] alone recognises it": a place that the sentence before was about.
  const subject = who ?? only;
  const [state] = subject ?? [];
  if (!grammar.lateSubject || name !== "nom" || !is(scan, from, "country.it")) return undefined;
  // "Kenya has ties with Kosovo. [The country] recognised Kosovo": of the two the one whom this sentence does not name.
  const others = two?.filter(({ actor }) => !phrases.some((phrase) => phrase.actor.entity === actor.entity)) ?? [];
  if (others.length === 1 && !phrases.some(({ case: each, adjectival }) => each === "nom" && !adjectival))
    return others;
  if (!state?.actor.state) return undefined;
  const named = phrases.some((phrase) => phrase.actor.entity === state.actor.entity);
  return named || phrases.some((phrase) => phrase.case === "nom" && !phrase.adjectival) ? undefined : subject;
}

/** "Rejecting the offer of Oman [he] said so": where the subject may follow its verb, no other name of the sentence is its subject. */
export const alone = ({ grammar, phrases, clauses }: Analysis, pronoun: Pronoun): boolean =>
  grammar.lateSubject &&
  pronoun.case === "nom" &&
  clauses.quote[pronoun.from]! < 0 &&
  // "[Chad] after the war said they had": a country's own name at the head may be the subject, though a noun follows it.
  phrases.every((phrase) =>
    phrase.adjectival ? phrase.from > 0 || phrase.actor.form !== "name" : phrase.case !== "nom",
  );

/** "State television said [he] met Xi": a person of whom somebody speaks that no list knows is who was spoken of before. */
export const unheaded = ({ scan, phrases }: Analysis, { from, case: name }: Pronoun): boolean =>
  (is(scan, from, "honorific") || is(scan, from, "human")) &&
  (name === "nom" || name === "erg") &&
  phrases.every(
    (phrase) => phrase.from > from || phrase.adjectival || !["nom", "erg", "by", "gen"].includes(phrase.case),
  ) &&
  !scan.classes.some((classes, k) => k < from && classes.some((cls) => cls.startsWith("title.")));

/** "According to state radio [it] turned down": behind a source or a time that opens the sentence, before any name or verb. */
export function opened({ scan, grammar, phrases }: Analysis, { from, case: name }: Pronoun): boolean {
  if (grammar.order !== "postpositional" || grammar.lateSubject || from > openingWords) return false;
  if ((name !== "erg" && name !== "nom") || phrases.some((phrase) => phrase.from < from)) return false;
  for (let k = 0; k < from; k++)
    if (is(scan, k, "adversative") || isFiniteVerb(scan, grammar, k) || is(scan, k, "case.erg")) return false;
  return scan.tokens[from - 1]?.text === "," || scan.classes[from - 1]!.some((cls) => opening.has(cls));
}

/** Words before such a pronoun, at most. */
const openingWords = 9;

const opening: ReadonlySet<string> = new Set(["case.per", "case.loc", "case.other", "time", "after"]);

/** "Chad held elections. [Its] government refused": at the head of a sentence whose owner it does not name, who acted before. */
export function ownOf(analysis: Analysis, pronoun: Pronoun, { subject }: Carry): Phrase[] {
  const here = own(analysis, pronoun);
  if (here.length > 0 || analysis.grammar.order !== "prepositional" || pronoun.from > 2) return here;
  if (analysis.phrases.some(({ to }) => to <= pronoun.from)) return here;
  const [one] = subject ?? [];
  return one && subject?.length === 1 && (one.actor.state || one.actor.country !== undefined) ? [one] : here;
}

/** "Chad sent Kenya arms. [Mali] too gave it some": whoever does the same does it to whom it was done before. */
function alike({ scan, grammar, phrases }: Analysis, { from, case: name }: Pronoun): boolean {
  if (grammar.order !== "postpositional" || grammar.lateSubject || name !== "dat") return false;
  return phrases.some(({ case: own, to }) => (own === "erg" || own === "nom") && to <= from && is(scan, to, "also"));
}

/** "It recognised [it] this month": beside a pronoun for the subject, an object is the other one of the sentence before. */
export function carried(analysis: Analysis, pronoun: Pronoun, carry: Carry): Phrase[] {
  const rest = otherOfTwo(analysis, pronoun, carry);
  if (rest) return rest;
  const other =
    analysis.pronouns.some((each) => each.kind === "personal" && each.to <= pronoun.from) || alike(analysis, pronoun);
  const found = (pronoun.case === "dat" && other ? carry.object : carry.subject) ?? [];
  // "Trump said so. [They] bought": several are not one person.
  if (is(analysis.scan, pronoun.from, "several") && found.length === 1 && found.every(isPerson)) return [];
  // "…, Moscow will strike, said Macron. He": a pronoun of respect means a person.
  const person = is(analysis.scan, pronoun.from, "honorific") || is(analysis.scan, pronoun.from, "human");
  if (!person || !["nom", "erg"].includes(pronoun.case) || found.some(isPerson)) return found;
  if (carry.person?.length) return carry.person;
  // "Kenya invited Uganda's president. [He] declined".
  const asked = carry.asked?.of.filter(isPerson) ?? [];
  return analysis.grammar.order === "prepositional" && asked.length === 1 ? asked : found;
}

/** "Norway borders Russia. In March Oslo gave [the neighbouring country] jets": of two the one that does not act here. */
function otherOfTwo(
  { grammar, scan, phrases }: Analysis,
  { from, case: name }: Pronoun,
  { two, only }: Carry,
): Phrase[] | undefined {
  if (!grammar.lateSubject || name === "nom" || name === "gen" || !is(scan, from, "country.it")) return undefined;
  const left = (two ?? only ?? []).filter((each) => !phrases.some((phrase) => stateOf(phrase) === stateOf(each)));
  return left.length === 1 ? left : undefined;
}

/** A pronoun of respect stands outside of the quotation, and nobody else who could speak. */
export const saidByHim = ({ scan, clauses, phrases }: Pick<Analysis, "scan" | "clauses" | "phrases">): boolean =>
  scan.marks.some((mark, k) => mark?.classes.includes("honorific") && clauses.quote[k]! < 0) &&
  !phrases.some(
    ({ actor, case: name, adjectival }) =>
      clauses.quote[actor.from]! < 0 &&
      name === "nom" &&
      !adjectival &&
      actor.via !== "pronoun" &&
      !is(scan, actor.from, "honorific"),
  );
