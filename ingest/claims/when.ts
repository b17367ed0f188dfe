import type { Tense } from "../read/almanac.ts";
import { type EventDate, eventDate } from "../read/eventDate.ts";
import type { Reading } from "./analyse.ts";
import type { Analysis } from "./analysis.ts";
import type { Cue } from "./scope.ts";

/** When an act took place or is to: the date that its clause names, else the only one of the sentence. */
export function whenOf(
  analysis: Analysis,
  cue: Cue,
  { article: { published }, variant }: Pick<Reading, "article" | "variant">,
  tense: Tense,
): EventDate | undefined {
  const { scan, clauses, sentence, grammar } = analysis;
  analysis.dates[tense] ??= eventDate(sentence.text, grammar.lang, { published, tense, variant });
  const dates = analysis.dates[tense];
  if (dates.length === 0) return undefined;
  const inside = dates.filter((date) => {
    const token = scan.tokens.findIndex((each) => each.end > date.start);
    return token >= 0 && clauses.of[token] === clauses.of[cue[0]];
  });
  if (inside.length === 1) return inside[0];
  return inside.length === 0 && dates.length === 1 ? dates[0] : undefined;
}
