import { inputs, isRange, rangeSize } from "./ranges.ts";
import type { Params } from "./store.ts";
import { endless, keyword, refusedAt, type Token } from "./tokens.ts";

/** How many times over a query may repeat what it has made before: past that, no store can be stopped while it goes through it. */
const most = 10_000_000;
/** A list of so many items, or a parameter of so many characters, is long: what a reduce adds to is copied for each item. */
const long = { list: 1_000, passed: 10_000 };
const projecting = new Set(["WITH", "RETURN"]);
const others = new Set(["MATCH", "OPTIONAL", "UNWIND", "CALL", "WHERE", "ORDER", "SKIP", "OFFSET", "LIMIT", "UNION"]);

/**
 * Refuses lists, maps and texts that are made of themselves: `WITH {a: m, b: m} AS m` doubles in a few signs, and forty of
 * them are more than any machine can go through.
 */
export function refuseGrowth(query: string, all: Token[], params: Params): void {
  let [total, largest, replaced] = [1, 1, 1];
  let isProjecting = false;
  let item = new Map<string, number>();
  for (const [at, token] of all.entries()) {
    const word = keyword(token);
    if (word === "REDUCE" && isSign(all[at + 1], "(")) refuseGrowingReduce(query, all, at, params);
    if (projecting.has(word) || others.has(word)) {
      if (projecting.has(word)) [total, largest] = [total * largest, 1];
      [isProjecting, item, replaced] = [projecting.has(word), new Map(), 1];
    } else if (token.kind === "sign") {
      if (isBuilding(token)) item.set(building, 1);
    } else if (isReplace(all, at)) replaced *= replacing(all, at, params);
    else if (isVariable(all, at) && isProjecting) item.set(token.value, (item.get(token.value) ?? 0) + 1);
    largest = Math.max(largest, replaced);
    if (word === "AS") [largest, item, replaced] = [Math.max(largest, replaced * factor(item)), new Map(), 1];
    if (total * largest <= most) continue;
    throw refusedAt(
      query,
      token.start,
      "this makes lists, maps or texts of themselves too many times over. Use each once.",
      endless,
    );
  }
}
const building = "+";

/** How often the most repeated variable of an expression stands in what it builds. */
function factor(item: Map<string, number>): number {
  return item.has(building) ? Math.max(...item.values()) : 1;
}

function isReplace(all: Token[], at: number): boolean {
  const { kind, value } = all[at] as Token;
  return (kind === "word" || kind === "name") && value.toLowerCase() === "replace" && isSign(all[at + 1], "(");
}

/** How many times longer a text may be after `replace(text, from, to)`; a length that no words tell counts as a sentence's. */
function replacing(all: Token[], at: number, params: Params): number {
  const [whole = [], from = [], to = []] = inputs(all, at + 2);
  const [before, after] = [written(from, params) ?? 1, written(to, params) ?? 300];
  const times = before === 0 ? after + 1 : Math.max(1, after / before);
  // A text that is written out says itself how often something may stand in it.
  const text = written(whole, params);
  return text === undefined ? times : Math.min(times, 1 + text * after);
}

/** The length of a text that is written out or passed. */
function written([token, ...more]: Token[], params: Params): number | undefined {
  if (more.length > 0) return undefined;
  const value = token?.kind === "parameter" ? params[token.value] : token?.kind === "text" ? token.value : undefined;
  return typeof value === "string" ? value.length : undefined;
}

/**
 * `reduce(all = …, each IN … | …)` may add to what it has, once for each, and not for long: each step copies the whole
 * of a text. Numbers do not grow.
 */
function refuseGrowingReduce(query: string, all: Token[], at: number, params: Params): void {
  const end = closing(all, at + 1);
  const bar = all.findIndex((token, index) => index > at && index < end && isSign(token, "|"));
  if (bar < 0) return;
  const body = all.slice(bar + 1, end);
  const name = all[at + 2]?.value;
  const uses = body.filter((token, index) => token.value === name && isVariable(body, index)).length;
  const isGathered = all.some((token) => keyword(token) === "COLLECT") && all[at + 4]?.kind !== "number";
  const isLong = !isCounting(all, at, bar, body) && holdsLongList(all, params);
  if (!body.some(isBuilding) || (uses <= 1 && !isGathered && !isLong)) return;
  const list = isGathered ? "gathered" : "long";
  const why = uses > 1 ? `"${name}" once where it adds to it` : `no list that is ${list}; write sum() or collect()`;
  const sentence = `reduce cannot be stopped while its result grows: it may use ${why}.`;
  throw refusedAt(query, all[at]?.start ?? 0, sentence, endless);
}

/** Whether it only reckons with numbers: it begins with one, goes through a range, and adds what comes from there. */
function isCounting(all: Token[], at: number, bar: number, body: Token[]): boolean {
  const isRanged = isRange(all, at + 8) && closing(all, at + 9) === bar - 1;
  const isPlain = body.every(({ kind, value }) => kind !== "text" && kind !== "parameter" && !"[{.||".includes(value));
  const known = [all[at + 2]?.value, all[at + 6]?.value, "CASE", "WHEN", "THEN", "ELSE", "END", "AND", "OR", "NOT"];
  const words = body.filter(({ kind }) => kind === "word" || kind === "name");
  return (
    all[at + 4]?.kind === "number" &&
    isRanged &&
    isPlain &&
    words.every((word) => known.includes(word.value) || known.includes(keyword(word)))
  );
}

/** Whether a long list, or a long text to split, may stand anywhere in a query: names may bring it to where it is used. */
function holdsLongList(all: Token[], params: Params): boolean {
  const passed = all.some(({ kind, value }) => kind === "parameter" && lengthOf(params[value]) > long.passed);
  const splits = all.some((token, at) => token.value.toLowerCase() === "split" && isSign(all[at + 1], "("));
  const texts = all.some(({ kind, value }) => kind === "text" && value.length > long.list);
  return (
    passed ||
    (splits && texts) ||
    all.some((_, at) => isRange(all, at) && !isRows(all, at) && !isShort(all, at, params))
  );
}

function lengthOf(value: unknown): number {
  return typeof value === "object" || typeof value === "string" ? (JSON.stringify(value) ?? "").length : 0;
}

function isRows(all: Token[], at: number): boolean {
  return keyword(all[at - 1]) === "UNWIND";
}

function isShort(all: Token[], at: number, params: Params): boolean {
  const size = rangeSize(all, at, params);
  return size !== undefined && size <= long.list;
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
