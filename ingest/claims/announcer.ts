import { type Analysis, subjectOf } from "./analysis.ts";
import type { Frame } from "./frames.ts";
import { is } from "./scan.ts";
import type { Cue, Filler } from "./scope.ts";
import type { Stance } from "./stance.ts";

/** The slot of a subject that only the words of saying name. */
export const saidBy = "who says it";

/** "will not send [that] said [Kyiv]": where the complementiser ends the complement, its speaker is the subject of what follows. */
export function announcer(analysis: Analysis, cue: Cue, how: Stance): Filler | undefined {
  if (!analysis.grammar.lateSubject) return undefined;
  const clause = analysis.clauses.of[cue[0]]!;
  const after = analysis.clauses.clauses.find((each) => each.kind === "that" && each.parent === clause);
  if (!after || !is(analysis.scan, after.from, "that.after")) return sayer(analysis, cue, how);
  const speaker = [
    ...subjectOf(analysis, after.id),
    ...analysis.phrases.filter((phrase) => phrase.trailing && analysis.clauses.of[phrase.actor.from] === after.id),
  ];
  return speaker.length > 0 ? { phrases: speaker, slot: saidBy, carried: true } : undefined;
}

/** "no boat will be given to Libya, [Rome] has said": what will be done, or will not, is done by who says so right behind it. */
function sayer(analysis: Analysis, cue: Cue, { polarity, modality, passive }: Stance): Filler | undefined {
  const { clauses, of } = analysis.clauses;
  const next = clauses[of[cue[0]]! + 1];
  if (next?.kind !== "and" || !(polarity === "negated" || (passive && modality === "announced"))) return undefined;
  const said = analysis.speeches.find((each) => each.clause === next.id && !each.accusing && !each.marker);
  const speaker = said ? subjectOf(analysis, next.id) : [];
  return speaker.length > 0 ? { phrases: speaker, slot: "who says that it will be", carried: true } : undefined;
}

/** "‘not a ton will go there’, said [Bogotá]": who says so in the first person, or says what will not be, is who acts. */
export function quoted(analysis: Analysis, cue: Cue, { polarity, group }: Stance, frame: Frame): Filler | undefined {
  const { clauses, scan, grammar, phrases } = analysis;
  const inside = clauses.quote[cue[0]]!;
  if (!grammar.lateSubject || inside < 0) return undefined;
  const first = grammar.hasForm(scan.tokens[group[1] - 1]!.lower, "first");
  if (!first && polarity !== "negated" && frame.type !== "REFUSED") return undefined;
  const speech = analysis.speeches.find((each) => clauses.quote[each.at] !== inside && !each.accusing);
  const speaker = speech && phrases.find((phrase) => phrase.actor.entity === speech.speaker);
  return speaker ? { phrases: [speaker], slot: "speaker of the quotation", carried: true } : undefined;
}
