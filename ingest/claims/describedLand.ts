import type { Analysis } from "./analysis.ts";
import type { Carry } from "./carry.ts";
import type { Phrase, Pronoun } from "./phrase.ts";
import { caseMarker, is, type Scan } from "./scan.ts";
import { stateOf } from "./scope.ts";

/** Words between what points at a country and its noun, at most: "this [small and poor West African] country". */
const describing = 5;

/**
 * "[this small country] refused", "[the West African country] has": where the words end that describe a state instead of
 * naming it. Where a language has no article, a bare noun and one that nothing points at
 * must carry a case, and nothing may describe it that might be somebody else's.
 */
export function describedLand(scan: Scan, from: number): number | undefined {
  const points = is(scan, from, "pointing.this") || is(scan, from, "pointing.nom");
  if (!points && !is(scan, from, "continental") && !isLand(scan, from)) return undefined;
  let k = from;
  let only = true;
  while (k < from + describing && !isLand(scan, k)) {
    if (!scan.tokens[k]?.word || scan.covered[k] || (k > from && (caseMarker(scan, k) || isVerb(scan, k))))
      return undefined;
    only &&= is(scan, k, "continental");
    k++;
  }
  if (!isLand(scan, k)) return undefined;
  const to = k + 1;
  const marker = caseMarker(scan, to);
  if (points) return is(scan, from, "pointing.nom") === !marker ? to : undefined;
  const acts = marker?.case === "erg" || (from < k && marker !== undefined);
  return (only || from === k) && acts && standsAlone(scan, from) ? to : undefined;
}

const isLand = (scan: Scan, k: number): boolean => is(scan, k, "land") && scan.marks[k]?.to === k + 1;

const isVerb = (scan: Scan, k: number): boolean =>
  scan.classes[k]!.some((cls) => cls === "finite" || cls === "copula" || cls === "and" || cls.startsWith("v."));

/** Whether nothing stands before a noun that could describe it: "the bloc refused", not "a rights group refused". */
export function standsAlone(scan: Scan, from: number): boolean {
  const before = scan.tokens[from - 1];
  if (!before?.word) return true;
  return scan.classes[from - 1]!.some(
    (cls) => (cls.startsWith("case.") && cls !== "case.gen") || apart.has(cls) || cls.startsWith("adversative"),
  );
}

const apart: ReadonlySet<string> = new Set(["that", "time", "subordinate", "after", "also"]);

/** Whom such words mean: who acted before, else the one of another clause or of the sentence before whom this one does not name. */
export function landMeant({ clauses, phrases }: Analysis, pronoun: Pronoun, carry: Carry): Phrase[] {
  const { id, kind, parent } = clauses.clauses[clauses.of[pronoun.from]!]!;
  const acts = subjects.has(pronoun.case);
  const apart = phrases.filter(({ actor, to }) => to <= pronoun.from && actor.state && clauses.of[actor.from] !== id);
  // "Chad said that this country had": who speaks of a country so does not mean himself.
  const fit = distinct(
    apart.filter((each) => !(kind === "that" && clauses.of[each.actor.from] === parent && subjects.has(each.case))),
  );
  const doers = fit.filter((phrase) => subjects.has(phrase.case));
  if (fit.length === 1) return fit;
  if (fit.length > 1) return acts && doers.length === 1 ? doers : [];
  if (apart.length > 0) return [];
  const named = (phrase: Phrase): boolean => phrases.some((each) => stateOf(each) === stateOf(phrase));
  // "[France]'s soldiers are in Niger. The US calls [this country] its ally": who only owns what acted is not meant, a place is.
  const acted = carry.subject?.every((each) => subjects.has(each.case)) ? carry.subject : undefined;
  const before = acts ? [carry.subject, carry.only] : [carry.only, other(carry.two, named) ?? place(carry), acted];
  return before.find((each) => each?.length === 1 && each[0]!.actor.state && !named(each[0]!)) ?? [];
}

const subjects: ReadonlySet<string> = new Set(["erg", "nom", "by"]);

const other = (two: Phrase[] | undefined, named: (phrase: Phrase) => boolean): Phrase[] | undefined =>
  two?.some(named) ? two.filter((phrase) => !named(phrase)) : undefined;

/** Of the two states of the sentence before the one that is where something is. */
const place = ({ two }: Carry): Phrase[] | undefined => {
  const places = two?.filter((phrase) => phrase.case === "loc") ?? [];
  return places.length === 1 ? places : undefined;
};

/** Of each state the last phrase that means it. */
const distinct = (phrases: Phrase[]): Phrase[] =>
  phrases.filter((phrase, k) => !phrases.slice(k + 1).some((each) => stateOf(each) === stateOf(phrase)));
