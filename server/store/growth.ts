import { QueryRefused } from "./store.ts";
import { keyword, place, type Token } from "./tokens.ts";

/** How many times over a query may repeat what it has made before: past that, no store can be stopped while it goes through it. */
const most = 10_000_000;
const projecting = new Set(["WITH", "RETURN"]);
const others = new Set(["MATCH", "OPTIONAL", "UNWIND", "CALL", "WHERE", "ORDER", "SKIP", "OFFSET", "LIMIT", "UNION"]);

/**
 * Refuses lists, maps and texts that are made of themselves: `WITH {a: m, b: m} AS m` doubles in a few signs, and forty of
 * them are more than any machine can go through.
 */
export function refuseGrowth(query: string, all: Token[]): void {
  let [total, largest] = [1, 1];
  let isProjecting = false;
  let item = new Map<string, number>();
  for (const [at, token] of all.entries()) {
    const word = keyword(token);
    if (word === "REDUCE" && isSign(all[at + 1], "(")) refuseGrowingReduce(query, all, at);
    if (projecting.has(word) || others.has(word)) {
      if (projecting.has(word)) [total, largest] = [total * largest, 1];
      [isProjecting, item] = [projecting.has(word), new Map()];
    } else if (token.kind === "sign") {
      if (isBuilding(token)) item.set(building, 1);
    } else if (isVariable(all, at) && isProjecting) item.set(token.value, (item.get(token.value) ?? 0) + 1);
    if (word === "AS") [largest, item] = [Math.max(largest, factor(item)), new Map()];
    if (total * largest <= most) continue;
    throw new QueryRefused(
      `${place(query, token.start)}: this makes lists, maps or texts of themselves too many times over. Use each once.`,
    );
  }
}
const building = "+";

/** How often the most repeated variable of an expression stands in what it builds. */
function factor(item: Map<string, number>): number {
  return item.has(building) ? Math.max(...item.values()) : 1;
}

/** `reduce(all = …, each IN … | …)` may add to what it has, once for each. */
function refuseGrowingReduce(query: string, all: Token[], at: number): void {
  const end = closing(all, at + 1);
  const bar = all.findIndex((token, index) => index > at && index < end && isSign(token, "|"));
  if (bar < 0) return;
  const body = all.slice(bar + 1, end);
  const name = all[at + 2]?.value;
  const uses = body.filter((token, index) => token.value === name && isVariable(body, index)).length;
  const isGathered = all.some((token) => keyword(token) === "COLLECT") && all[at + 4]?.kind !== "number";
  if (!body.some(isBuilding) || (uses <= 1 && !isGathered)) return;
  const where = place(query, all[at]?.start ?? 0);
  const why = uses > 1 ? `"${name}" once where it adds to it` : "no list that is gathered; write sum() or collect()";
  throw new QueryRefused(`${where}: reduce cannot be stopped while its result grows: it may use ${why}.`);
}

function closing(all: Token[], open: number): number {
  let depth = 0;
  for (let at = open; at < all.length; at++) {
    if (all[at]?.kind !== "sign") continue;
    if ("([{".includes(all[at]?.value ?? " ")) depth++;
    if (")]}".includes(all[at]?.value ?? " ") && --depth === 0) return at;
  }
  return all.length;
}

function isBuilding({ kind, value }: Token): boolean {
  return kind === "sign" && ["+", "||", "[", "{"].includes(value);
}

/** Not a label, a property, a key of a map or a function. */
function isVariable(all: Token[], at: number): boolean {
  const [before, token, after] = [all[at - 1], all[at], all[at + 1]];
  if (token?.kind !== "word" && token?.kind !== "name") return false;
  // Behind a colon stands a label, or the value of a map's key.
  const isLabel = isSign(before, ":") && !isSign(all[at - 3], "{") && !isSign(all[at - 3], ",");
  return !isLabel && !isSign(before, ".") && !isSign(after, ":") && !isSign(after, "(");
}

function isSign(token: Token | undefined, value: string): boolean {
  return token?.kind === "sign" && token.value === value;
}
