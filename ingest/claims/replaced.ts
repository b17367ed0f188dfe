import { type Analysis, groupOf } from "./analysis.ts";
import type { Phrase } from "./phrase.ts";
import { is, type Scan } from "./scan.ts";
import { type Cue, type Filler, sameAs } from "./scope.ts";
import type { Stance } from "./stance.ts";

/** "in [Taiwan]'s place it recognised China", "leaving [Taiwan], it recognised China": whom somebody recognises no more. */
export function replaced(
  { scan, phrases, grammar }: Analysis,
  [from]: Cue,
  known: Phrase[],
  { polarity }: Stance,
): Filler | undefined {
  if (!grammar.lateSubject || polarity === "negated") return undefined;
  const found = phrases.find(
    (phrase) =>
      phrase.to <= from &&
      phrase.actor.via === "name" &&
      !phrase.adjectival &&
      !sameAs(phrase, known) &&
      (givesWay(scan, phrase) || isLeft(scan, phrase)),
  );
  return found && { phrases: groupOf(phrases, found), slot: "in whose place", carried: false };
}

/** "in its place": behind the name, or the end of its phrase. */
function givesWay(scan: Scan, { case: name, actor, to }: Phrase): boolean {
  if (name !== "gen" && name !== "other") return false;
  return [actor.to, to - 1, to].some((k) => is(scan, k, "inplace"));
}

/** "leaving it", "having cut its ties with it". */
const isLeft = (scan: Scan, { case: name, to }: Phrase): boolean =>
  (name === "dat" && is(scan, to, "leaving")) || (name === "with" && [to, to + 1].some((k) => is(scan, k, "cutsties")));
