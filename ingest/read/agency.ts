import { alternation, plain } from "../languages/phrases.ts";
import { type Reading, readings } from "../languages/reading.ts";

/** A news agency named in a credit (not one quoted in a sentence: give credits only). */
export function agencyIn(credit: string, language: Reading): { id: string; spelling: string } | undefined {
  pattern ??= build();
  for (const { 0: spelling } of credit.matchAll(pattern)) {
    const id = ids.get(plain(spelling, language.optional)) ?? ids.get(plain(spelling));
    // Short Latin names are words in lower case (Lusa, PAP, app): capitals as in the list are asked for.
    if (id && !/^[a-z]/.test(spelling)) return { id, spelling };
  }
  return undefined;
}

let pattern: RegExp | undefined;
const ids = new Map<string, string>();

function build(): RegExp {
  const branches: string[] = [];
  for (const { agencies, optional } of readings()) {
    for (const [spelling, id] of agencies) ids.set(spelling, id);
    if (agencies.size > 0) branches.push(alternation(agencies.keys(), optional));
  }
  return new RegExp(`(?<![\\p{L}\\p{M}])(?:${branches.join("|") || "(?!)"})(?![\\p{L}\\p{M}])`, "giu");
}
