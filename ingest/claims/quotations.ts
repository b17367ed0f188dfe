import type { Grammar } from "./grammar.ts";
import { is, type Scan } from "./scan.ts";

/** Numbers the quotations that hold a clause of their own; a quoted name or term is no quotation. */
export function quotations(scan: Scan, grammar: Grammar): number[] {
  const of: number[] = new Array(scan.tokens.length).fill(-1);
  let start = -1;
  let count = 0;
  for (let k = 0; k < scan.tokens.length; k++) {
    const { text } = scan.tokens[k]!;
    // "the doctors' tents": a mark that is glued to the word before it opens nothing.
    const glued = k > 0 && "‘'".includes(text) && scan.tokens[k - 1]!.end === scan.tokens[k]!.start;
    if (start < 0 && !glued && "“\"‘'”".includes(text)) start = k;
    else if (start >= 0 && "”\"’'".includes(text)) {
      if (holdsClause(scan, start, k, grammar)) of.fill(count++, start, k);
      start = -1;
    }
  }
  if (start >= 0 && holdsClause(scan, start, scan.tokens.length, grammar)) of.fill(count, start);
  return of;
}

function holdsClause(scan: Scan, start: number, end: number, grammar: Grammar): boolean {
  const inner = end - start - 1;
  let verb = false;
  for (let k = start + 1; k < end && !verb; k++)
    verb = is(scan, k, "finite") || is(scan, k, "aux") || grammar.hasForm(scan.tokens[k]!.lower, "finite");
  const noun = !verb && inner < 10 && is(scan, start + 1, "determiner") && grammar.order === "prepositional";
  // "called it 'the closest of all its allies'": what somebody is called is no clause.
  const called = !verb && inner < 10 && is(scan, end + 1, "v.call") && grammar.order === "postpositional";
  return !noun && !called && (inner >= 5 || (verb && inner >= 3));
}

/** "Chad “strongly condemns the attack”": a quotation that begins in the middle of a clause goes on with it, and ends in it. */
export function isPartial(scan: Scan, quote: number[], k: number, { order }: Grammar): boolean {
  if (order !== "prepositional") return false;
  const number = quote[k] === -1 ? quote[k - 1]! : quote[k]!;
  const mark = quote.indexOf(number);
  const before = scan.tokens[mark - 1];
  const first = scan.tokens[mark + 1]?.text ?? "";
  if (!before?.word || !/^\p{Ll}/u.test(first)) return false;
  return !["speech", "that", "adversative"].some((cls) => is(scan, mark - 1, cls));
}
