import type { Analysis } from "./analysis.ts";
import type { Phrase, Pronoun } from "./phrase.ts";
import { is } from "./scan.ts";

/** "It" is no person, and "he" no state. */
export function fits({ scan, grammar }: Analysis, { kind, from, to }: Pronoun, found: Phrase[]): boolean {
  if (kind !== "personal" || grammar.order !== "prepositional") return true;
  if (is(scan, to - 1, "inanimate")) return found.some(({ actor }) => actor.via !== "person");
  return !is(scan, from, "human") || found.every(({ actor, title }) => actor.via === "person" || title !== undefined);
}

/** Behind its country stands a group, perhaps behind an adjective. */
export const isGroup = ({ scan }: Analysis, { actor }: Phrase): boolean =>
  [0, 1, 2].some((step) => is(scan, actor.to + step, "group") || is(scan, actor.to + step, "groupnoun"));
