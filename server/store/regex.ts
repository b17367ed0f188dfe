import { QueryRefused } from "./store.ts";
import { place, type Token } from "./tokens.ts";

/** What a stranger's regular expression may hold: Java's engine tries every way to match, and cannot be stopped meanwhile. */
const most = { length: 500, repeated: 2, optional: 8 };

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
      throw new QueryRefused(
        `${place(query, start)}: a regular expression is written out, or is a parameter that is text.`,
      );
    }
    const why = endless(text);
    if (why)
      throw new QueryRefused(`${place(query, start)}: this regular expression ${why}; use CONTAINS or STARTS WITH.`);
  }
}

/** Why matching could take without end, if so: undefined for what is harmless. */
export function endless(pattern: string): string | undefined {
  if (pattern.length > most.length) return `is longer than ${most.length} characters`;
  const open: { isAmbiguous: boolean }[] = [{ isAmbiguous: false }];
  let closed: { isAmbiguous: boolean } | undefined;
  let [repeated, optional] = [0, 0];
  for (const { 0: piece } of pattern.matchAll(
    /\\.|\(\?|\[\^?\]?(?:\\.|\[[^\]]*\]|[^\]\\])*\]|\{\d+(?:,\d*)?\}|[\s\S]/gu,
  )) {
    const isVariable = piece === "*" || piece === "+" || /^\{\d+,/.test(piece);
    const isRepeating = isVariable || /^\{\d+\}$/.test(piece);
    const group = open.at(-1);
    if (isRepeating && closed?.isAmbiguous) return "repeats what itself can match in several ways";
    if (isVariable) repeated++;
    if (piece === "?") optional++;
    if (group && (isVariable || piece === "?" || piece === "|")) group.isAmbiguous = true;
    closed = undefined;
    if (piece === "(" || piece === "(?") open.push({ isAmbiguous: false });
    else if (piece === ")" && open.length > 1) {
      closed = open.pop();
      const outer = open.at(-1);
      if (outer && closed?.isAmbiguous) outer.isAmbiguous = true;
    }
  }
  if (repeated > most.repeated) return `has more than ${most.repeated} parts of open length (* + {1,})`;
  return optional > most.optional ? `has more than ${most.optional} parts that may be missing (?)` : undefined;
}
