import { type Analysis, within } from "./analysis.ts";
import { isFiniteVerb } from "./finite.ts";
import type { Phrase } from "./phrase.ts";
import { is } from "./scan.ts";
import { type Cue, type Filler, sameAs } from "./scope.ts";
import type { Stance } from "./stance.ts";

/** Cases in which who gets or is recognised stands. */
const reached: ReadonlySet<string> = new Set(["dat", "for", "upto"]);

/** Classes of what may stand beside the one party of a clause that leans on the one before it. */
const small: ReadonlySet<string> = new Set([
  "and",
  "adversative",
  "adversative.comma",
  "adversative.late",
  "also",
  "particle",
  "filler",
  "count",
  "time",
  "adverb",
  "determiner",
  "case.gen",
]);

/**
 * Where the verb of a clause ends it: "[Kenya] gave Chad tanks and [Ghana erg] drones", "…, while [Ghana dat] drones", "did
 * not recognise Kosovo, but [Taiwan dat] did give". The same act of another party, and whether it is denied.
 */
export function againLast(
  analysis: Analysis,
  cue: Cue,
  type: string,
  agent: Filler,
  object: Filler,
  how: Stance,
): { agent: Filler; object: Filler; how: Stance } | undefined {
  if (type !== "SUPPLIED" && type !== "RECOGNIZED") return undefined;
  const found = leaning(analysis, cue, type);
  if (!found) return undefined;
  const [first] = found.phrases;
  if (sameAs(first!, agent.phrases) || sameAs(first!, object.phrases)) return undefined;
  const other: Filler = { phrases: found.phrases, slot: "the clause that leans on it", carried: true };
  const stance: Stance =
    found.gives || found.negated ? { ...how, polarity: found.negated ? "negated" : "affirmed" } : how;
  if (reached.has(first!.case)) return { agent, object: other, how: stance };
  // "bought missiles from [India], and [from France] radars".
  const source = first!.case === "abl" && agent.phrases[0]!.case === "abl" && !found.negated;
  if (source) return { agent: other, object, how: stance };
  return first!.case === "erg" && !found.gives ? { agent: other, object, how: stance } : undefined;
}

/** The one party of the clause behind a cue's that has no act of its own. */
function leaning(
  analysis: Analysis,
  cue: Cue,
  type: string,
): { phrases: Phrase[]; gives: boolean; negated: boolean } | undefined {
  const { scan, clauses } = analysis;
  const next = following(analysis, clauses.of[cue[1] - 1]!);
  if (next === undefined) return undefined;
  const phrases = within(analysis, next);
  const [first] = phrases;
  if (!first || phrases.some(({ group, actor }) => group !== first.group || actor.via === "pronoun")) return undefined;
  let thing = false;
  let gives = false;
  let negated = false;
  for (let k = 0; k < scan.tokens.length; k++) {
    if (clauses.of[k] !== next || !scan.tokens[k]!.word || phrases.some(({ from, to }) => from <= k && k < to))
      continue;
    if (is(scan, k, "negation")) negated = true;
    else if (is(scan, k, "goods")) thing = true;
    else if (is(scan, k, "v.give") && !is(scan, k, "recognition")) gives = true;
    else if (gives && (is(scan, k, "aux") || is(scan, k, "copula"))) continue;
    else if (isFiniteVerb(scan, analysis.grammar, k)) return undefined;
    else if (
      scan.classes[k]!.length > 0
        ? !scan.classes[k]!.some((cls) => small.has(cls))
        : !/\p{Nd}/u.test(scan.tokens[k]!.text)
    )
      return undefined;
  }
  // "but [Ghana dat] not": of somebody else the act is denied.
  const said = gives || (negated && first.case !== "erg");
  const more = type === "SUPPLIED" && thing && !gives && !negated;
  return more || (said && !thing) ? { phrases, gives, negated } : undefined;
}

/** The next clause that holds a word; the comma before a conjunction may stand in one of its own. */
function following({ clauses, scan }: Analysis, from: number): number | undefined {
  for (const { id, kind } of clauses.clauses) {
    if (id <= from || !scan.tokens.some(({ word }, k) => word && clauses.of[k] === id)) continue;
    return kind === "and" || kind === "but" ? id : undefined;
  }
  return undefined;
}
