import type { Reading } from "./analyse.ts";
import type { Analysis } from "./analysis.ts";
import { saidBy } from "./announcer.ts";
import type { Frame } from "./frames.ts";
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

/** "the attack [anger] has voiced America": who stands behind a word of judgment judges the attack, and has not made it. */
export function onlyJudges({ scan, grammar }: Analysis, frame: Frame, cue: Cue, { phrases, slot }: Filler): boolean {
  if (frame.type !== "ATTACKED" || !grammar.lateSubject || !scan.present.has("condemn")) return false;
  if (slot !== "nom" && slot !== saidBy) return false;
  const from = Math.min(...phrases.map((phrase) => phrase.from));
  for (let k = cue[1]; k < from; k++) if (is(scan, k, "condemn")) return true;
  return false;
}
