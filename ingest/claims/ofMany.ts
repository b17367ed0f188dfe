import type { Analysis } from "./analysis.ts";
import type { Matched } from "./emit.ts";
import type { Frame } from "./frames.ts";
import { findObject } from "./parties.ts";
import { is } from "./scan.ts";
import type { Cue, Filler } from "./scope.ts";
import type { Stance } from "./stance.ts";

/** "[More than 100 countries] recognise Kosovo. Russia does not": the act of many unnamed, for those named who do it or do not. */
export function ofMany(
  { type, options, ...frame }: Frame,
  cue: Cue,
  analysis: Analysis,
  how: Stance,
  slots: Frame["object"],
): Matched["told"] {
  const { scan, grammar, clauses } = analysis;
  if (type !== "RECOGNIZED" || grammar.order !== "prepositional" || !is(scan, cue[0], "v.recognise")) return undefined;
  if (options.negated || how.silent || how.passive || how.infinitive || how.polarity === "negated") return undefined;
  const clause = clauses.of[cue[0]];
  let k = how.group[0] - 1;
  while (k > 0 && clauses.of[k] === clause && !is(scan, k, "states")) k--;
  if (!is(scan, k, "states") || clauses.of[k] !== clause) return undefined;
  const agent: Filler = { phrases: [], slot: "many", carried: false };
  const whole = { ...frame, type, options };
  const object = findObject(whole, slots, cue, analysis, how, agent);
  return object && { frame: whole, cue, how, agent, object };
}
