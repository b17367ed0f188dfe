import type { Phrase } from "./phrase.ts";

/** Everyone of one side with everyone of the other. */
export function product(a: Phrase[], b: Phrase[]): [Phrase, Phrase][] {
  const found: [Phrase, Phrase][] = [];
  for (const one of a) for (const other of b) found.push([one, other]);
  return found;
}

/** Every two of a group. */
export function combinations(all: Phrase[]): [Phrase, Phrase][] {
  return all.flatMap((one, index) => all.slice(index + 1).map((other): [Phrase, Phrase] => [one, other]));
}
