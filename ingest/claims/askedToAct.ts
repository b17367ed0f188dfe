import { type Analysis, groupOf } from "./analysis.ts";
import { fill } from "./roles.ts";
import type { Cue, Filler } from "./scope.ts";
import type { Stance } from "./stance.ts";

/** "asked [of Chad] to send", "[Chad] to [Mali] to send asked": who is asked is to act, never who asks. */
export function asked(analysis: Analysis, cue: Cue, how: Stance): Filler | undefined {
  const plainly = { ...how, infinitive: false, nominal: false };
  const told = fill(analysis, [{ case: "toward" }, { case: "to" }, { case: "from" }], cue, plainly, "object", []);
  if (told) return { ...told, slot: "who is asked" };
  const clause = analysis.clauses.of[cue[0]];
  const datives = analysis.phrases.filter(
    (phrase) => phrase.case === "dat" && analysis.clauses.of[phrase.actor.from] === clause && phrase.to <= cue[0],
  );
  // "to recognise Kosovo [Bosnia, dat] urged".
  const behind = analysis.phrases.find(
    ({ case: name, from, to }) => name === "dat" && from >= cue[1] && how.governor !== undefined && to <= how.governor,
  );
  if (behind) return { phrases: groupOf(analysis.phrases, behind), slot: "who is asked", carried: false };
  const [first, second] = datives;
  if (!first || !second || first.group === second.group) return undefined;
  return { phrases: datives.filter((phrase) => phrase.group === first.group), slot: "who is asked", carried: false };
}
