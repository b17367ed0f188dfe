import type { Analysis } from "./analysis.ts";
import type { Frame } from "./frames.ts";
import { is } from "./scan.ts";
import { type Cue, type Filler, sameAs } from "./scope.ts";

/** "established ties with [Kosovo], recognising its independence": nobody recognises his own, so it is the other's. */
export function notItsOwn(frame: Frame, cue: Cue, analysis: Analysis, agent: Filler): Filler | undefined {
  const { scan, grammar, phrases } = analysis;
  if (frame.type !== "RECOGNIZED" || grammar.order !== "prepositional" || !is(scan, cue[0], "v.recognise"))
    return undefined;
  const owner = is(scan, cue[1], "pronoun.own.gen") ? scan.marks[cue[1]] : undefined;
  if (!owner || !["recognisable", "statehood.thing"].some((cls) => is(scan, owner.to, cls))) return undefined;
  const other = phrases.findLast(
    (phrase) =>
      phrase.to <= cue[0] &&
      phrase.actor.via === "name" &&
      !phrase.adjectival &&
      phrase.actor.form !== "capital" &&
      !sameAs(phrase, agent.phrases),
  );
  return other && { phrases: [other], slot: "whose independence it is", carried: true };
}
