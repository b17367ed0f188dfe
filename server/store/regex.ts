import { reason } from "../../model/problem.ts";
import { refusedAt, type Token } from "./tokens.ts";

/** What a stranger's regular expression may hold: Java's engine tries every way to match, and cannot be stopped meanwhile. */
const most = { length: 500, repeated: 2, optional: 8, ways: 1000, letters: 10_000 };

const pattern = reason("query.pattern");

/**
 * Refuses regular expressions that can take longer than anyone waits, and those that nobody can judge beforehand: the right
 * side of `=~` is text written out, or a parameter.
 */
export function refuseEndlessMatching(query: string, all: Token[], params: Record<string, unknown>): void {
  for (const [at, { kind, value, start }] of all.entries()) {
    if (kind !== "sign" || value !== "=~") continue;
    const [next, after] = [all[at + 1], all[at + 2]];
    const goesOn = after?.kind === "sign" && ["+", ".", "[", "||"].includes(after.value);
    const text = next?.kind === "text" ? next.value : next?.kind === "parameter" ? params[next.value] : undefined;
    if (next?.kind === "parameter" && (text === undefined || text === null) && !goesOn) continue;
    if (typeof text !== "string" || goesOn) {
      throw refusedAt(query, start, "a regular expression is written out, or is a parameter that is text.", pattern);
    }
    const why = endless(text);
    if (why) throw refusedAt(query, start, `this regular expression ${why}; use CONTAINS or STARTS WITH.`, pattern);
    if (openParts(text) > 1 && all.some((token, at) => makesLong(token, all[at + 1], params))) {
      throw refusedAt(
        query,
        start,
        "a regular expression with two parts of open length (* +) may not stand beside long texts, or what makes them (+, ||, replace, reduce); use CONTAINS.",
        pattern,
      );
    }
  }
}

/** Whether a text of any length may come of this: matching cannot be stopped within one text. */
function makesLong({ kind, value }: Token, next: Token | undefined, params: Record<string, unknown>): boolean {
  if (kind === "sign") return value === "+" || value === "||";
  if (kind === "word" || kind === "name") return /^(replace|reduce)$/i.test(value) && next?.value === "(";
  const given = kind === "parameter" ? JSON.stringify(params[value] ?? "") : kind === "text" ? value : "";
  return given.length > most.letters;
}

/** A group of a pattern while it is read: in how many ways it matches without what is repeated in it. */
interface Group {
  isAmbiguous: boolean;
  /** Of the alternative under way, and of those before it together. */
  ways: number;
  before: number;
}
const group = (): Group => ({ isAmbiguous: false, ways: 1, before: 0 });

/** Why matching could take without end, if so: undefined for what is harmless. */
export function endless(pattern: string): string | undefined {
  if (pattern.length > most.length) return `is longer than ${most.length} characters`;
  const open = [group()];
  let closed: Group | undefined;
  let optional = 0;
  for (const { 0: piece, index } of pieces(pattern)) {
    if (isHiding(piece, pattern.slice(index))) return "hides signs (\\Q, \\c, (?x) or classes in classes)";
    const isVariable = isOpenEnded(piece);
    if ((isVariable || /^\{\d+\}$/.test(piece)) && closed?.isAmbiguous)
      return "repeats what itself can match in several ways";
    const inner = open.at(-1) as Group;
    if (isVariable || piece === "?" || piece === "|") inner.isAmbiguous = true;
    if (piece === "?") {
      optional++;
      inner.ways *= 2;
    }
    if (piece === "|") [inner.before, inner.ways] = [inner.before + inner.ways, 1];
    closed = undefined;
    if (piece === "(" || piece === "(?") open.push(group());
    else if (piece === ")" && open.length > 1) {
      closed = open.pop() as Group;
      const outer = open.at(-1) as Group;
      outer.isAmbiguous ||= closed.isAmbiguous;
      outer.ways *= closed.before + closed.ways;
    }
  }
  if (openParts(pattern) > most.repeated) return `has more than ${most.repeated} parts of open length (* + {1,})`;
  if (optional > most.optional) return `has more than ${most.optional} parts that may be missing (?)`;
  return open.some(({ before, ways }) => before + ways > most.ways)
    ? `has more than ${most.ways} ways through its alternatives`
    : undefined;
}

/** How many parts of a pattern have no length of their own: two take a step for each pair of letters. */
function openParts(pattern: string): number {
  return [...pieces(pattern)].filter(({ 0: piece }) => isOpenEnded(piece)).length;
}

function pieces(pattern: string) {
  return pattern.matchAll(/\\[\s\S]|\(\?|\[\^?\]?(?:\\[\s\S]|\[[^\]]*\]|[^\]\\])*\]|\{\d+(?:,\d*)?\}|[\s\S]/gu);
}

function isOpenEnded(piece: string): boolean {
  return piece === "*" || piece === "+" || /^\{\d+,/.test(piece);
}

/** Brackets in quoted text, behind \c, in comments or in classes of classes are none: whoever takes them for such reads another pattern. */
function isHiding(piece: string, rest: string): boolean {
  if (piece === "(?") return /^\(\?[a-z]*x/i.test(rest);
  if (piece.startsWith("[") && piece.length > 1) return /\[[^\]]*\[/.test(piece.slice(1).replace(/\\[\s\S]/g, ""));
  return piece === "\\Q" || piece === "\\c";
}
