import { type Analysis, groupOf } from "./analysis.ts";
import { is } from "./scan.ts";
import type { Cue, Filler } from "./scope.ts";

/**
 * Who acts, where the name stands right behind an act that is no finite verb: "to recognise it [Ghana]-gen decision",
 * "arms given [Ghana]'s criticism". Only in a language whose subject may follow its verb.
 */
export function behindAct(analysis: Analysis, [from, to]: Cue): Filler | undefined {
  const { scan, phrases, grammar } = analysis;
  if (!grammar.lateSubject) return undefined;
  const phrase = phrases.find((each) => each.from === to);
  if (!phrase || phrase.adjectival || phrase.actor.via === "pronoun") return undefined;
  const decides = phrase.case === "gen" && phrase.owned[0]?.classes.includes("g.announce");
  // "[given] Ghana": a participle before a name describes it; with an ending of its own it does not.
  const described = is(scan, to - 1, "part.give") && scan.marks[to - 1]?.ending === "" && to - from > 1;
  if (!decides && !described) return undefined;
  return {
    phrases: groupOf(phrases, phrase),
    slot: decides ? "owner of the decision" : "whom the act describes",
    carried: false,
  };
}
