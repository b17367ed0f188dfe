import type { Analysis } from "./analysis.ts";
import { is } from "./scan.ts";
import type { Cue } from "./scope.ts";

/**
 * "[overawe gave]": a verb of giving or sending right behind the bare stem of another verb only colours that verb, and behind
 * a request ("[a plea] sent for tanks") it hands over the request.
 */
export function givesNothing({ scan, grammar }: Analysis, [from, to]: Cue): boolean {
  if (grammar.order !== "postpositional" || grammar.lateSubject) return false;
  let verb = to - 1;
  while (verb > from && scan.marks[verb] === undefined) verb--;
  const before = scan.tokens[verb - 1];
  if (!before?.word || !["v.give", "v.send"].some((cls) => is(scan, verb, cls))) return false;
  if (is(scan, verb, "v.give") && grammar.inForm(before, "stem")) return true;
  return verb > from && is(scan, verb - 1, "request") && !is(scan, from, "request");
}
