import type { Reading } from "./analyse.ts";
import type { Analysis } from "./analysis.ts";
import { leftOut } from "./ellipsis.ts";
import { emit, type Matched } from "./emit.ts";
import type { Filler } from "./scope.ts";
import type { Stance } from "./stance.ts";

/** "Norway recognised it, as did Spain; Italy did not": whoever did, or did not do, the same. */
export function others(analysis: Analysis, reading: Reading, found: Matched): void {
  const { frame, cue, how, agent, object } = found.told!;
  const next = analysis.phrases.filter((phrase) => phrase.actor.from >= cue[1]);
  if (next.length === 0 || frame.options.negated || frame.options.neg || how.passive) return;
  const known = [...agent.phrases, ...object.phrases];
  for (const { phrases, polarity } of leftOut(analysis, cue[1], known, frame.options.kind === "noun")) {
    const stands: Stance = polarity === "same" ? how : { ...how, polarity };
    const other: Filler = { phrases, slot: "does the same", carried: true };
    // "Hungary gets oil from Russia, Slovakia even more": the subject may be whom the act reaches.
    const reached = object.slot.startsWith("subj") && !agent.slot.startsWith("subj");
    emit(frame, cue, analysis, reading, found, stands, reached ? agent : other, reached ? other : object);
  }
}
