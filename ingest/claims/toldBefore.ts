import type { Analysis } from "./analysis.ts";
import type { Matched } from "./emit.ts";
import type { Frame } from "./frames.ts";
import { type Cue, type Filler, sameAs } from "./scope.ts";

/** "Bahrain has recognised [it], but Algeria has not", "and Canberra gave money": the object that the same act had in the clause before. */
export function toldBefore(
  frame: Frame,
  cue: Cue,
  { grammar, clauses, phrases }: Analysis,
  agent: Filler,
  { told }: Matched,
): Filler | undefined {
  const type = frame.type === "RECOGNIZED" || frame.type === "SUPPLIED" ? frame.type : undefined;
  if (!grammar.lateSubject || !told || told.frame.type !== type || told.cue[1] > cue[0] || agent.carried)
    return undefined;
  if (type === "SUPPLIED" && told.frame.name !== frame.name) return undefined;
  const clause = clauses.of[cue[0]]!;
  if (clause === clauses.of[told.cue[0]] || clauses.clauses[clause]!.kind === "quote") return undefined;
  const alone = phrases.every((each) => clauses.of[each.actor.from] !== clause || agent.phrases.includes(each));
  const other = !agent.phrases.some((each) => sameAs(each, [...told.agent.phrases, ...told.object.phrases]));
  return alone && other ? { ...told.object, slot: "the clause before", carried: true } : undefined;
}
