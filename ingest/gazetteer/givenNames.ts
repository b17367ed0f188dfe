import { join } from "node:path";
import { lines } from "../languages/lines.ts";

let known: ReadonlySet<string> | undefined;

/** Whether a word in Latin letters is a part of persons' names that the lists have. */
export function isGivenName(word: string): boolean {
  known ??= new Set(lines(join(import.meta.dirname, "data", "parts.tsv")).map(({ cells }) => cells[0] ?? ""));
  return known.has(word);
}
