import { traced } from "../../model/trace.ts";
import type { Reading } from "./analyse.ts";
import type { Analysis } from "./analysis.ts";
import type { Carry } from "./carry.ts";
import { leftOut } from "./ellipsis.ts";
import { emit, type Matched } from "./emit.ts";
import type { Phrase } from "./phrase.ts";
import { type Cue, type Filler, stateOf } from "./scope.ts";

/** "Kenya recognised Kosovo in May. [Chad did so in June.]": who did, or did not do, what the sentence before tells. */
export function sameAsBefore(analysis: Analysis, reading: Reading, { told }: Carry, found: Matched): void {
  if (!told || found.claims.length > 0 || analysis.grammar.order !== "prepositional") return;
  const { frame, how, agent, object } = told;
  const { options } = frame;
  if (!frame.core || frame.type === "REFUSED" || options.negated || options.neg || options.mutual) return;
  if (how.passive || how.polarity === "negated" || how.modality !== "asserted") return;
  const known = [...agent.phrases, ...object.phrases];
  for (const { phrases, polarity } of leftOut(analysis, 0, known, options.kind === "noun")) {
    const states = new Set(phrases.map(stateOf));
    // Another state in the sentence may be whom the act reaches this time.
    if (analysis.phrases.some((phrase) => !phrase.adjectival && !states.has(stateOf(phrase)))) continue;
    const cue = verbOf(analysis, phrases);
    const here = (phrase: Phrase): Phrase => ({ ...phrase, actor: { ...phrase.actor, from: cue[0], to: cue[1] } });
    const other: Filler = { phrases, slot: "does the same", carried: true };
    const reached: Filler = { phrases: object.phrases.map(here), slot: "object of the sentence before", carried: true };
    const stands = { ...how, polarity: polarity === "same" ? how.polarity : polarity, notes: [traced("verbLeftOut")] };
    emit(frame, cue, analysis, reading, found, stands, other, reached);
  }
}

/** The word that stands for the verb: right behind who does it, or right before at the end of a sentence. */
function verbOf({ scan }: Analysis, phrases: Phrase[]): Cue {
  const to = Math.max(...phrases.map((phrase) => phrase.to));
  const from = Math.min(...phrases.map((phrase) => phrase.from));
  return scan.tokens[to]?.word || from === 0 ? [to, to + 1] : [from - 1, from];
}
