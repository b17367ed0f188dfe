import type { Analysis } from "./analysis.ts";
import type { Phrase } from "./phrase.ts";
import { is } from "./scan.ts";
import { type Cue, type Filler, stateOf } from "./scope.ts";

/** The only two states that a sentence names. */
export function pair({ phrases }: Analysis): Filler | undefined {
  const states = new Map<string, Phrase>();
  for (const phrase of phrases) if (!states.has(stateOf(phrase))) states.set(stateOf(phrase), phrase);
  return states.size === 2
    ? { phrases: [...states.values()], slot: "the two of the sentence", carried: false }
    : undefined;
}

/** "Bogotá–Washington alliance": names joined right before the noun. */
export function joinedBefore({ phrases, scan, grammar }: Analysis, cue: Cue): Filler | undefined {
  const last = phrases.findLast((phrase) => phrase.to <= cue[0]);
  if (!last || cue[0] - last.to > 1) return undefined;
  const group = phrases.filter((phrase) => phrase.group === last.group);
  // "Chad and Mali an alliance will not make": joined by a word they are the subject.
  if (grammar.lateSubject && group.some(({ from }) => is(scan, from - 1, "and"))) return undefined;
  return group.length > 1 ? { phrases: group, slot: "joined before it", carried: false } : undefined;
}
