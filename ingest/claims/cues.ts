import type { Analysis } from "./analysis.ts";
import type { CuePart } from "./frames.ts";
import type { Cue } from "./roles.ts";
import { is, type Scan } from "./scan.ts";

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
      if (k > at && analysis.grammar.order === "postpositional" && refuses(scan, k - 1)) return undefined;
      if (k > at && isVerb(parts[part + 1]) && isBound(scan, at, k)) continue;
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

/** A gap does not leap over a refusal: "arms to send [refused] gave" is no gift. */
const refuses = (scan: Scan, k: number): boolean => is(scan, k, "refuse.n") || is(scan, k, "v.reject");

/** "approval gave", "having done gave": the verb belongs to the word before it and not to what stands further off. */
function isBound(scan: Scan, from: number, at: number): boolean {
  let k = at - 1;
  while (k >= from && (is(scan, k, "negation") || is(scan, k, "particle"))) k--;
  return k >= from && is(scan, k, "bound");
}

const isVerb = (part: CuePart | undefined): boolean =>
  part !== undefined && "class" in part && part.class.startsWith("v.");
