import { isFiniteVerb } from "./finite.ts";
import type { Grammar } from "./grammar.ts";
import { speaksBehind } from "./listsApart.ts";
import { is, type Scan } from "./scan.ts";

/** "Barbados, Jamaica and Tobago" behind the verb: a comma between names makes a list, not a clause. */
export function inList(scan: Scan, k: number, grammar: Grammar): boolean {
  const [before, after] = [scan.covered[k - 1], scan.covered[k + 1]];
  if (before === undefined || (after === undefined && !is(scan, k + 1, "negation"))) return false;
  // "that Oslo [had made, Seoul] it refused": behind a late subject a list goes on or ends with a conjunction.
  if (!grammar.lateSubject || !after || is(scan, k, "and")) return true;
  if (!isFiniteVerb(scan, grammar, before.from - (is(scan, before.from - 1, "negation") ? 2 : 1))) return true;
  if (speaksBehind(scan, after.to)) return false;
  return scan.tokens[after.to]?.text === "," || is(scan, after.to, "and");
}

/** "its embassy is old, and [Chad] has not": behind a comma and a conjunction a bare name begins a clause, though no verb ended the last. */
export function namesAnother(scan: Scan, comma: number): boolean {
  const name = scan.mentions[comma + 2];
  if (!is(scan, comma + 1, "and") || !name || name.ending !== "" || scan.covered[comma - 1]) return false;
  return scan.tokens[name.to]?.word === true && !is(scan, name.to, "and") && !is(scan, name.to, "organ");
}

/** "not only shells, tanks too gave": the comma behind the first half of the pair cuts nothing. */
export function notOnly(scan: Scan, from: number, comma: number): boolean {
  if (!is(scan, comma - 1, "negation")) return false;
  for (let k = from; k < comma; k++) if (is(scan, k, "notonly")) return true;
  return false;
}

/** "not only arms but also people [sends]": the pair has one verb, and no clause ends in its middle. */
export function opensPair(scan: Scan, before: number, of: number[], clause: number): boolean {
  for (let k = 0; k < before; k++) if (of[k] === clause && is(scan, k, "notonly")) return true;
  return false;
}

/** In "…, and Ankara said" the conjunction begins a clause: a name stands right behind it. */
export function subjectAhead(scan: Scan, from: number): boolean {
  for (let k = from; k < Math.min(scan.tokens.length, from + 4); k++) {
    const mention = scan.mentions[k];
    if (mention) {
      const after = scan.tokens[mention.to];
      return after?.word === true && !is(scan, mention.to, "and");
    }
    if (is(scan, k, "pronoun.personal.nom") || is(scan, k, "pronoun.own.gen")) return true;
  }
  return false;
}

/** "Chad[, but not Mali,] recognised": who is left out between two commas has no clause. */
export function leavesOut(scan: Scan, adversative: number): boolean {
  if (!is(scan, adversative + 1, "negation") || !scan.tokens[adversative - 1] || scan.tokens[adversative - 1]!.word)
    return false;
  const name = scan.mentions[adversative + 2] ?? scan.mentions[adversative + 3];
  return name !== undefined && scan.tokens[name.to]?.text === ",";
}
