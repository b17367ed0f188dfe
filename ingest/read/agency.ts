import { alternation, plain } from "../languages/phrases.ts";
import { type Reading, readings } from "../languages/reading.ts";
import { isCaption, type Sort } from "./furniture.ts";
import type { Paragraph } from "./paragraphs.ts";

/** The agency that a page credits: in a line that was left out, or in brackets at the end of one that was not. */
export function credit(text: string, lines: Paragraph[], sorted: Sort[], language: Reading): string | undefined {
  for (const [at, line] of lines.entries()) {
    const prose = sorted[at] === "prose";
    if (!prose && (line.words > CreditWords || isCaption(text, line, language))) continue;
    const slice = text.slice(line.start, line.end);
    const part = prose ? /\(([^()]{2,40})\)[\s\p{P}]*$/u.exec(slice)?.[1] : slice;
    const found = part && agencyIn(part, language);
    if (found) return found.id;
  }
  return undefined;
}

/** A longer line is a headline or a notice that happens to name an agency. */
const CreditWords = 12;

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
