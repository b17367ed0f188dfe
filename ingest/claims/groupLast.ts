import type { Grammar } from "./grammar.ts";
import type { Scan } from "./scan.ts";

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
