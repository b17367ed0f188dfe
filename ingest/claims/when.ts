import { type EventDate, eventDate } from "../read/eventDate.ts";
import type { Reading } from "./analyse.ts";
import type { Analysis } from "./analysis.ts";
import type { Cue } from "./scope.ts";

const known = new WeakMap<Analysis, Map<string, EventDate[]>>();

/** When an act took place or is to: the date that its clause names, else the only one of the sentence. */
export function whenOf(
  analysis: Analysis,
  cue: Cue,
  { article: { published }, variant }: Pick<Reading, "article" | "variant">,
  tense: "past" | "future",
): EventDate | undefined {
  const { scan, clauses, sentence, grammar } = analysis;
  let dates = known.get(analysis)?.get(tense);
  if (!dates) {
    dates = eventDate(sentence.text, grammar.lang, { published, tense, variant });
    const tenses = known.get(analysis) ?? new Map<string, EventDate[]>();
    known.set(analysis, tenses.set(tense, dates));
  }
  if (dates.length === 0) return undefined;
  const inside = dates.filter((date) => {
    const token = scan.tokens.findIndex((each) => each.end > date.start);
    return token >= 0 && clauses.of[token] === clauses.of[cue[0]];
  });
  if (inside.length === 1) return inside[0];
  return inside.length === 0 && dates.length === 1 ? dates[0] : undefined;
}
