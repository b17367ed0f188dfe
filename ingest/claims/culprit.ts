import type { Reading } from "./analyse.ts";
import type { Analysis } from "./analysis.ts";
import { makeActor, makePhrase } from "./phrase.ts";
import { is } from "./scan.ts";
import type { Cue, Filler } from "./scope.ts";

/** Words within which the attack that is condemned stands from the verb. */
const near = 8;

/**
 * "Oman condemned the attack": where the sentence does not say whose attack, it is that of the one attacker of whom the
 * article has told; of two attackers neither is meant for sure.
 */
export function culprit({ scan, grammar }: Analysis, cue: Cue, { attackers, gazetteer }: Reading): Filler | undefined {
  const [entity] = attackers;
  if (attackers.size !== 1 || !entity) return undefined;
  const [from, to] = grammar.order === "prepositional" ? [cue[1], cue[1] + near] : [cue[0] - near, cue[0]];
  for (let k = Math.max(0, from); k < Math.min(scan.tokens.length, to); k++) {
    if (!scan.marks[k] || !is(scan, k, "attack")) continue;
    const span = { from: k, to: scan.marks[k]!.to };
    const state = gazetteer.entity(entity)?.type === "Country";
    const phrase = makePhrase(
      { case: "nom", ...span, group: -3 },
      makeActor({ entity, ...span, via: "pronoun", form: "name", fuzzy: false, state }),
    );
    return { phrases: [phrase], slot: "the one attacker of the article", carried: true };
  }
  return undefined;
}
