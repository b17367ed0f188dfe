import type { Analysis } from "./analysis.ts";
import { type Cue, type Filler, sameAs } from "./scope.ts";
import { objectAfter } from "./subjects.ts";

/** Acts that nobody does to himself. */
export const betweenTwo: ReadonlySet<string> = new Set(["ATTACKED", "VISITED", "MET_WITH"]);

/** "Spain hit out at some in the Union for attacking [Spain]": whose object is the agent has another subject. */
export const actsOnItself = (analysis: Analysis, cue: Cue, agent: Filler): boolean => {
  const object = analysis.grammar.order === "prepositional" ? objectAfter(analysis, cue, []) : [];
  return object.length > 0 && object.every((phrase) => phrase.from <= cue[1] + 1 && sameAs(phrase, agent.phrases));
};
