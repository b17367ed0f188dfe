import type { Analysis } from "./analysis.ts";
import type { CuePart } from "./frames.ts";
import type { Cue } from "./roles.ts";
import { is } from "./scan.ts";

/** Tokens that a gap (`+`) may leap. */
const leap = 8;

/** Every place in a sentence where a cue stands. */
export function* cuesIn(analysis: Analysis, parts: CuePart[]): Iterable<Cue> {
  for (let k = 0; k < analysis.scan.tokens.length; k++) {
    const end = match(analysis, parts, 0, k);
    if (end !== undefined) yield [k, end];
  }
}

function match(analysis: Analysis, parts: CuePart[], part: number, at: number): number | undefined {
  const { scan, clauses } = analysis;
  if (part === parts.length) return at;
  const wanted = parts[part]!;
  if ("gap" in wanted) {
    const clause = clauses.of[at - 1];
    for (let k = at; k < Math.min(scan.tokens.length, at + leap); k++) {
      if (clauses.of[k] !== clause) continue;
      const end = match(analysis, parts, part + 1, k);
      if (end !== undefined) return end;
    }
    return undefined;
  }
  const token = scan.tokens[at];
  if (!token) return undefined;
  if ("class" in wanted) {
    const mark = scan.marks[at];
    if (!mark || !is(scan, at, wanted.class)) return undefined;
    return match(analysis, parts, part + 1, mark.to);
  }
  const fits = "word" in wanted ? token.lower === wanted.word : token.lower.startsWith(wanted.stem);
  return fits && !scan.covered[at] ? match(analysis, parts, part + 1, at + 1) : undefined;
}
