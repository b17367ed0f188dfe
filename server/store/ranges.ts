import type { Params } from "./store.ts";
import type { Token } from "./tokens.ts";

/** Whether `range(` stands at a token, however it is spelt. */
export function isRange(all: Token[], at: number): boolean {
  const { kind, value = "" } = all[at] ?? {};
  return (kind === "word" || kind === "name") && value.toLowerCase() === "range" && isSign(all[at + 1], "(");
}

/**
 * How many numbers the range at a token holds; undefined where no words tell. `guessed`: where one end is worked out, the
 * other counts alone.
 */
export function rangeSize(all: Token[], at: number, params: Params, guessed = false): number | undefined {
  const [from, to, step = 1] = inputs(all, at + 2).map((input) => amount(input, params));
  const ends = [from, to].filter((end) => end !== undefined);
  if (ends.length < 2 && !guessed) return undefined;
  const apart = ends.length === 2 ? Math.abs(Number(to) - Number(from)) : Math.abs(ends[0] ?? 0);
  return apart / Math.max(1, Math.abs(step || 1));
}

/** The tokens of each input of a call, from behind its opening bracket. */
export function inputs(all: Token[], start: number): Token[][] {
  const found: Token[][] = [[]];
  for (let at = start, depth = 0; depth >= 0 && all[at] && all[at]?.kind !== "end"; at++) {
    const token = all[at] as Token;
    const sign = token.kind === "sign" ? token.value : "";
    if (["(", "[", "{"].includes(sign)) depth++;
    if ([")", "]", "}"].includes(sign)) depth--;
    if (depth === 0 && sign === ",") found.push([]);
    else if (depth >= 0) found.at(-1)?.push(token);
  }
  return found;
}

/** The number that a literal or a parameter stands for; undefined for all that is worked out. */
function amount(input: Token[], params: Params): number | undefined {
  const [first, second] = input;
  const isNegative = isSign(first, "-");
  const token = isNegative ? second : first;
  if (input.length !== (isNegative ? 2 : 1)) return undefined;
  const value = token?.kind === "parameter" ? params[token.value] : token?.kind === "number" ? token.value : undefined;
  const number = Number(String(value ?? "").replaceAll("_", "") || Number.NaN);
  return Number.isNaN(number) ? undefined : isNegative ? -number : number;
}

function isSign(token: Token | undefined, value: string): boolean {
  return token?.kind === "sign" && token.value === value;
}
