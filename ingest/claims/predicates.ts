import { type Analysis, groupOf, subjectOf } from "./analysis.ts";
import type { Frame } from "./frames.ts";
import { neither } from "./govern.ts";
import type { Phrase } from "./phrase.ts";
import { caseMarker, is } from "./scan.ts";
import { type Cue, type Filler, sameAs } from "./scope.ts";
import { isDenied } from "./setApart.ts";
import type { Stance } from "./stance.ts";

/** The owner of a predicate noun and whom the noun describes. */
interface Pair {
  owner: Filler;
  subject: Filler;
  /** The noun is said too, not denied. */
  also?: boolean;
}

/** "is [Peru]'s partner, not an ally": a second predicate noun has the owner and the subject of the first. */
export function secondPredicate(analysis: Analysis, cue: Cue): Pair | undefined {
  const { scan, clauses, phrases, grammar } = analysis;
  if (grammar.order !== "postpositional") return undefined;
  const further = furtherPredicate(analysis, cue);
  if (further) return further;
  const denied = is(scan, cue[1], "negation") || (is(scan, cue[1], "particle") && is(scan, cue[1] + 1, "negation"));
  const before = phrases.filter((phrase) => phrase.to <= cue[0]);
  const owner = before.at(-1);
  const more = is(scan, cue[1], "also");
  // "[Chad]'s lackey not, an equal's ally is".
  const instead = !denied && (grammar.lateSubject ? closes(scan, cue[1]) : is(scan, cue[1], "copula"));
  if (!(denied || more || instead) || !owner || owner.case !== "gen" || owner.adjectival || owner.owned.length === 0)
    return undefined;
  // "[Chad]'s not, [Mali]'s ally": the noun has an owner of its own.
  if (phrases.some(({ from, actor }) => from >= owner.to && actor.to <= cue[0])) return undefined;
  if (cue[0] - owner.to > 9 || owner.owned.at(-1)!.case !== "nom") return undefined;
  let joint = false;
  let only = false;
  for (let k = owner.actor.to; k < cue[0]; k++) {
    if (scan.tokens[k]!.text === "," || is(scan, k, "adversative") || is(scan, k, "adversative.comma")) joint = true;
    // "though [Chad]'s friend [is], no ally".
    if (grammar.lateSubject && grammar.inForm(scan.tokens[k]!, "clausal")) joint = true;
    if (is(scan, k, "notonly.after") || (instead && is(scan, k, "negation") && scan.tokens[k + 1]?.text === ","))
      only = true;
    else if (is(scan, k, "negation")) return undefined;
  }
  // "not only a neighbour, an ally too".
  if ((more || instead) && !denied && !only) return undefined;
  const subject = subjectOf(analysis, clauses.of[owner.actor.from]!).filter((phrase) => !sameAs(phrase, [owner]));
  const named: Phrase[] = subject.filter((phrase) => phrase.case === "nom");
  if (!joint || named.length === 0) return undefined;
  return {
    owner: { phrases: groupOf(phrases, owner), slot: "owner of the predicate before", carried: true },
    subject: { phrases: named, slot: "nom, carried", carried: true },
    also: only && !denied,
  };
}

/** Where a predicate noun ends its clause, before its copula too. */
const closes = (scan: Analysis["scan"], k: number): boolean =>
  scan.tokens[k]?.word !== true || is(scan, k, "copula") || is(scan, k, "emphasis");

/** "rhetoric against the Union [and its allies]": beside their friend they are named by no verb around them. */
export function alliesUnnamed(
  { scan, grammar }: Analysis,
  [from]: Cue,
  { slot, phrases }: Filler,
  { phrases: owners }: Filler,
): boolean {
  if (!/^(subj|nom|erg|dat|with|apposition)/u.test(slot)) return false;
  // "it is supported by Washington's European allies": behind a preposition they are not the subject.
  const behind = owners.some(
    ({ case: name, owned }) => name === "gen" && !["nom", ""].includes(owned.at(-1)?.case ?? ""),
  );
  if (slot === "subj" && grammar.order === "prepositional" && behind) return true;
  if (slot === "apposition" && phrases.every((phrase) => phrase.case !== "loc")) return false;
  let k = from - 1;
  while (is(scan, k, "filler")) k--;
  const theirs = scan.classes[k]?.some((cls) => /^pronoun\.(own|personal)/u.test(cls)) ?? false;
  return theirs && is(scan, k - 1, "and") && scan.covered[k - 2] !== undefined;
}

/** "neither [Moscow]'s ally nor [Washington]'s": a second owner behind the predicate that owns nothing else. */
function secondOwners({ scan, phrases }: Analysis, cue: Cue, first: Phrase[]): Phrase[] {
  const after = phrases.find((phrase) => phrase.from >= cue[1] && phrase.actor.via !== "pronoun");
  if (after?.case !== "gen" || after.owned.length > 0 || after.from - cue[1] > 5) return [];
  const denied = is(scan, after.from - 1, "neither.bare") || is(scan, after.from - 1, "particle");
  const joined = [3, 2, 1].some(
    (step) => is(scan, after.from - step, "and") || scan.tokens[after.from - step]?.text === ",",
  );
  return denied && joined && !sameAs(after, first) ? groupOf(phrases, after) : [];
}

/** "neither to Chad gives, nor [to Mali]", "neither NATO's member nor [the Union]'s": of whom the same is denied behind the verb. */
export function alsoDenied(
  { scan, phrases, grammar, clauses }: Analysis,
  cue: Cue,
  agent: Filler,
  object: Filler,
  { polarity }: Stance,
): Filler | undefined {
  if (polarity !== "negated" || grammar.order !== "postpositional" || grammar.lateSubject) return undefined;
  // "nor [to Spain] gave it leave": a verb of its own tells another act; "nor [to Spain], he said" has none.
  const verb = ({ actor, to }: Phrase): boolean =>
    scan.tokens[to]?.text !== "," &&
    scan.classes.some(
      (classes, k) =>
        k >= to &&
        clauses.of[k] === clauses.of[actor.from] &&
        (classes.includes("light") || classes.includes("finite")),
    );
  const found = phrases.find(
    (phrase) =>
      phrase.from >= cue[1] &&
      phrase.case === object.phrases[0]!.case &&
      is(scan, phrase.from - 1, "neither.bare") &&
      !verb(phrase) &&
      !sameAs(phrase, [...agent.phrases, ...object.phrases]),
  );
  return found && { phrases: groupOf(phrases, found), slot: "denied as well", carried: false };
}

/** "[Laos] belongs to no bloc, nor is it [Moscow]'s ally": a clause of its own whose subject the one before names. */
function furtherPredicate({ scan, clauses, phrases }: Analysis, cue: Cue): Pair | undefined {
  const clause = clauses.of[cue[0]]!;
  const { kind } = clauses.clauses[clause]!;
  const inside = phrases.filter((phrase) => clauses.of[phrase.actor.from] === clause);
  const [owner] = inside;
  if ((kind !== "and" && kind !== "but") || owner?.case !== "gen" || inside.some(({ case: name }) => name !== "gen"))
    return undefined;
  if (!owner.owned.some((noun) => noun.from < cue[1] && noun.to > cue[0])) return undefined;
  const denied =
    is(scan, owner.from - 1, "negation") || is(scan, owner.from - 1, "particle") || is(scan, cue[1], "negation");
  // A comma alone may have opened a clause before the conjunction.
  let above = clauses.clauses[clause]!.parent;
  const holds = (id: number): boolean => scan.tokens.some(({ word }, k) => word && clauses.of[k] === id);
  while (above > 0 && !holds(above)) above = clauses.clauses[above]!.parent;
  const subject = phrases.filter(
    (phrase) => clauses.of[phrase.actor.from] === above && phrase.case === "nom" && !phrase.adjectival,
  );
  const [first] = subject;
  if (!denied || !first || sameAs(first, [owner])) return undefined;
  return {
    owner: { phrases: groupOf(phrases, owner), slot: "gen@cue", carried: false },
    subject: { phrases: groupOf(phrases, first), slot: "nom, carried", carried: true },
  };
}

/** Which party of a frame about a predicate noun owns the cue: "X's ally", "a member of X". */
export function ownerSlot({ type, agent, object, options }: Frame): "agent" | "object" | undefined {
  if (type === "MEMBER_OF") return object[0]?.of === "cue" ? "object" : undefined;
  return options.kind === "noun" && agent[0]?.of === "cue" && object.length > 0 ? "agent" : undefined;
}

/** "is not an ally": a predicate noun is negated with its copula; a noun in apposition is not. */
export function predicate(analysis: Analysis, cue: Cue, subject: Phrase[], owners: Phrase[], how: Stance): void {
  const { scan, clauses, grammar } = analysis;
  const [from, to] =
    grammar.order === "prepositional"
      ? [Math.max(...subject.map((phrase) => phrase.to)), cue[0]]
      : [cue[1], grammar.lateSubject ? saidOf(analysis, cue[1]) : Math.min(cue[1] + 3, scan.tokens.length)];
  const clause = clauses.of[cue[0]];
  if (scan.present.has("who") && scan.classes.some((classes, k) => clauses.of[k] === clause && classes.includes("who")))
    how.silent = "a question";
  // "[Neither] Kenya nor Uganda is an ally"
  const first = Math.min(...subject.map((phrase) => phrase.from));
  const inverted = ["stands-for", "possible"].some((cls) => is(scan, first - 1, cls));
  const denied =
    is(scan, first, "neither") ||
    is(scan, first - 1, "neither") ||
    // "at no point was [Kenya] an ally"
    (inverted && neither(scan, first, clauses, clause!, grammar));
  if (grammar.order === "prepositional" && first < from && denied) how.polarity = "negated";
  const late = grammar.order !== "postpositional" || grammar.lateSubject;
  const neithers = late ? ["neither.bare"] : ["neither.bare", "neither"];
  if (
    neithers.some((cls) => scan.present.has(cls)) &&
    scan.classes.some(
      (classes, k) => k < cue[0] && clauses.of[k] === clause && neithers.some((cls) => classes.includes(cls)),
    )
  ) {
    how.polarity = "negated";
    owners.push(...secondOwners(analysis, cue, owners));
  }
  for (let k = from; k < to; k++) {
    if (clauses.of[k] !== clauses.of[cue[0]] || is(scan, k, "notonly")) continue;
    // "Chad, and not [Mali], is an ally": who is left out denies nothing of the other.
    const aside = grammar.order === "prepositional" && scan.covered[k + 1] !== undefined && isDenied(scan, k + 1);
    if (is(scan, k, "negation") && !aside) how.polarity = "negated";
    if (grammar.order === "prepositional" && is(scan, k, "future")) how.modality = "announced";
    if (grammar.lateSubject && (is(scan, k, "unwilling") || is(scan, k, "refuse.n"))) how.polarity = "negated";
    // "could not become a member": who was not able to is none.
    if (
      grammar.lateSubject &&
      (is(scan, k, "possible") || hasVerb(scan.classes[k]!)) &&
      grammar.hasForm(scan.tokens[k]!.lower, "negated")
    )
      how.polarity = "negated";
    else if (
      is(scan, k, "possible") ||
      is(scan, k, "question") ||
      is(scan, k, "ornot") ||
      (grammar.order === "prepositional" && is(scan, k, "if"))
    )
      how.silent = "only a possibility";
  }
}

/** Where what is said of a predicate noun ends: "an ally, not a foe" is not denied, "as an ally to regard unwilling" is. */
function saidOf({ scan, clauses }: Analysis, from: number): number {
  let k = from;
  let limit = from + 3;
  while (
    k < Math.min(limit, scan.tokens.length) &&
    scan.tokens[k]!.text !== "," &&
    clauses.of[k] === clauses.of[from]
  ) {
    const taken = is(scan, k, "as") && (is(scan, k + 1, "v.regard") || is(scan, k + 1, "v.admit"));
    if (taken || is(scan, k, "v.regard")) limit = k + 4;
    k++;
  }
  return k;
}

/** "but allies [they are not]": the copula may stand behind its noun. */
export const deniedBehindNoun = ({ scan, grammar }: Analysis, [, to]: Cue): boolean =>
  grammar.order === "prepositional" &&
  (scan.covered[to] !== undefined || is(scan, to, "pronoun.personal.nom")) &&
  is(scan, scan.covered[to]?.to ?? to + 1, "be") &&
  is(scan, (scan.covered[to]?.to ?? to + 1) + 1, "negation");

/** "[No] ally of Peru's, Chile sent": the noun is denied of the name behind it. */
export function deniedNoun({ scan, grammar }: Analysis, cue: Cue, { slot, phrases }: Filler): boolean {
  if (grammar.order !== "prepositional" || slot !== "apposition" || phrases[0]!.from < cue[1]) return false;
  let k = cue[0] - 1;
  while (is(scan, k, "filler") || is(scan, k, "indefinite")) k--;
  return k >= 0 && (is(scan, k, "negation") || is(scan, k, "neither") || is(scan, k, "hardly"));
}

/** "between them [there is no] alliance": the noun is said not to be. */
export function isAbsent({ scan, grammar }: Analysis, cue: Cue): boolean {
  if (grammar.order === "prepositional") {
    let k = cue[0] - 1;
    while (k > 0 && ["filler", "determiner", "be"].some((cls) => is(scan, k, cls))) k--;
    return is(scan, k, "negation");
  }
  const next = cue[1] + 1;
  return is(scan, cue[1], "negation") && (is(scan, next, "copula") || !scan.tokens[next]?.word);
}

/** "as Iran's ally sees [Paris]": who regards somebody so is not what the noun says. */
export function regards({ scan, grammar }: Analysis, cue: Cue, { phrases, slot }: Filler): boolean {
  const [first] = phrases;
  return (
    grammar.lateSubject &&
    slot === "nom" &&
    first !== undefined &&
    first.from > cue[1] + 1 &&
    is(scan, cue[1], "as") &&
    !is(scan, cue[1] + 1, "known")
  );
}

const hasVerb = (classes: readonly string[]): boolean =>
  classes.some((cls) => cls === "copula" || cls === "finite" || cls === "light" || cls === "negation");

/** "warned America's ally": a noun that carries a case of its own describes nobody else in the clause. */
export function oblique({ scan, grammar }: Analysis, cue: Cue): boolean {
  if (grammar.order !== "postpositional") return false;
  if (grammar.lateSubject) {
    const ending = scan.marks[cue[0]]?.ending ?? "";
    if (ending === "" || grammar.caseOf(ending) === "nom" || is(scan, cue[1], "turned.into")) return false;
    // "[one] of its allies", not "one group of its allies".
    const one = scan.marks[cue[1]];
    const ends = one && (scan.tokens[one.to]?.word !== true || hasVerb(scan.classes[one.to]!));
    return !(ends && one.classes.includes("counted"));
  }
  const marker = caseMarker(scan, cue[1]);
  // "is [one of] its allies", "is counted [among] its allies".
  const counted = marker?.case === "loc" && [0, 1, 2, 3].some((step) => is(scan, marker.to + step, "counted"));
  if (marker?.case === "loc" && (counted || is(scan, marker.to, "copula"))) return false;
  return marker !== undefined && marker.case !== "other";
}

/** "were among the diplomatic [allies]", "three [allies]: Palau, …": two of a group are not said to be so of each other. */
export function amongOthers({ scan }: Analysis, [from, to]: Cue): boolean {
  if (/^[:–—-]$/u.test(scan.tokens[to]?.text ?? "")) return true;
  // "its old [allies] Angola and Burundi": they are somebody else's.
  if (ownersBefore(scan, from)) return true;
  for (let k = from - 1; k >= Math.max(0, from - 4) && scan.tokens[k]!.word && !scan.covered[k]; k--)
    if (is(scan, k, "case.among")) return true;
  return false;
}

/** Whether "its", "their" or the like stands at most two words before; where one form serves two cases, right before. */
function ownersBefore(scan: Analysis["scan"], from: number): boolean {
  const near = [from - 2, from - 1].some((k) => k >= 0 && is(scan, k, "pronoun.personal.gen"));
  return near || is(scan, from - 1, "pronoun.personal.dat");
}
