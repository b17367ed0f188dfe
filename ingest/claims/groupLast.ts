import type { Clauses } from "./clauses.ts";
import type { Grammar } from "./grammar.ts";
import { is, type Scan } from "./scan.ts";

/** Classes of what goes on a verb group. */
const ofGroup: ReadonlySet<string> = new Set([
  "aux",
  "light",
  "negation",
  "finite",
  "possible",
  "passive",
  "light.noun",
  "emphasis",
]);

/** Whether a word goes on the verb group that stands before it. */
export function inGroup(scan: Scan, grammar: Grammar, k: number): boolean {
  const { lower, word } = scan.tokens[k]!;
  if (!word || scan.covered[k]) return false;
  for (const cls of scan.classes[k]!) if (ofGroup.has(cls)) return true;
  return (
    grammar.hasForm(lower, "finite") ||
    grammar.hasForm(lower, "future") ||
    grammar.hasForm(lower, "negated") ||
    grammar.hasForm(lower, "passive") ||
    (!grammar.lateSubject && grammar.hasForm(lower, "subjunctive")) ||
    // A place may end like an infinitive: only a verb that is known goes on the group.
    (grammar.hasForm(lower, "infinitive") && (!grammar.lateSubject || grammar.lexicon.verb(lower) !== undefined))
  );
}

/** A verb that a list knows, in any form. */
export function isLight(scan: Scan, k: number): boolean {
  return scan.classes[k]?.some((cls) => cls === "light" || cls.startsWith("v.")) ?? false;
}

/** "[fire] of opening", "[shut] doing": the verb that an idiom of several words ends in. */
export const endsIdiom = (scan: Scan, k: number, grammar: Grammar): boolean =>
  scan.marks[k] === undefined &&
  scan.classes[k]!.length > 0 &&
  scan.classes[k] === scan.classes[k - 1] &&
  (grammar.lateSubject
    ? grammar.lexicon.verb(scan.tokens[k]!.lower) !== undefined
    : grammar.hasForm(scan.tokens[k]!.lower, "infinitive") && !isNoun(grammar, scan.tokens[k]!.lower));

/** "[criticism]": a word that lists know as a noun alone, whatever its letters end in. */
const isNoun = (grammar: Grammar, word: string): boolean => {
  const alone = grammar.lexicon.of(word);
  return alone.length > 0 && !alone.some((cls) => cls === "light" || cls.startsWith("v."));
};

/** A noun of a list may end like a verb ("water", "export"). */
export function mayBeVerb(scan: Scan, grammar: Grammar, k: number): boolean {
  if (!grammar.lateSubject) return true;
  const known = scan.classes[k]!;
  return (
    known.length === 0 ||
    grammar.lexicon.verb(scan.tokens[k]!.lower) !== undefined ||
    known.some(
      (cls) =>
        cls === "finite" ||
        cls === "light" ||
        cls === "aux" ||
        cls === "accept" ||
        cls === "passive" ||
        cls.startsWith("v."),
    )
  );
}

/** A verb in a form that ends a clause or governs one. */
export function isVerbal(scan: Scan, grammar: Grammar, k: number): boolean {
  const { lower } = scan.tokens[k]!;
  const known = scan.classes[k]!;
  const verb = known.some((cls) => cls === "finite" || cls === "light" || cls.startsWith("v."));
  // A noun of a list may end like a verb.
  if (grammar.lateSubject && known.length > 0 && !verb) return false;
  return verb || ["finite", "future", "negated", "infinitive"].some((form) => grammar.hasForm(lower, form));
}

/**
 * "a meeting [in Prague] to hold", "the supply [anew] to make": the infinitive of a noun may stand behind a place, a time or
 * a word that says how; answers the end of the group.
 */
export function lightBehind(scan: Scan, to: number, clauses: Clauses, grammar: Grammar): number {
  const noun = !isVerbal(scan, grammar, to - 1);
  if (grammar.lateSubject || !(noun || is(scan, to - 1, "supply.n"))) return to;
  const how = scan.marks[to]?.to ?? to + 1;
  if (isManner(scan, grammar, to) && isLightInfinitive(scan, grammar, how) && clauses.of[how] === clauses.of[to - 1])
    return how + 1;
  if (!noun) return to;
  let k = to;
  let place = false;
  for (; k < Math.min(scan.tokens.length, to + 6) && clauses.of[k] === clauses.of[to - 1]; k++) {
    if (scan.covered[k]) place = true;
    else if (!place || !(is(scan, k, "case.loc") || is(scan, k, "case.on"))) break;
  }
  return place && k > to + 1 && isLightInfinitive(scan, grammar, k) ? k + 1 : to;
}

const isLightInfinitive = (scan: Scan, grammar: Grammar, k: number): boolean =>
  scan.tokens[k] !== undefined &&
  !scan.covered[k] &&
  is(scan, k, "light") &&
  grammar.hasForm(scan.tokens[k]!.lower, "infinitive");

/** A word between a noun and its light verb that says how or in what state: "[anew] to make". */
const isManner = (scan: Scan, grammar: Grammar, k: number): boolean =>
  scan.tokens[k]?.word === true &&
  !scan.covered[k] &&
  !isVerbal(scan, grammar, k) &&
  scan.classes[k]!.every((cls) => cls === "begun" || cls === "g.begin" || cls === "adverb" || cls === "g.stop");
