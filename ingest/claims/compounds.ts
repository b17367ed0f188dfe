import type { Gazetteer } from "../gazetteer/gazetteer.ts";
import type { Grammar } from "./grammar.ts";
import type { Token } from "./tokens.ts";

/**
 * Words that hold a name and something else are taken apart: "Iran-backed" where the second part is one that lists know,
 * "NATO+bound" written as one word (class `compound`), "China-India" where both are names. "Jean-Marc" stays one.
 */
export function takeApart(list: Token[], grammar: Grammar, gazetteer: Gazetteer): Token[] {
  const tails = grammar.lexicon.wordsOf("compound");
  const named = (words: string[]): boolean =>
    gazetteer.longest(words, 0, grammar.lang)?.words === words.length && words.length > 0;
  let changed = false;
  const found = list.map((token, k): Token[] => {
    if (!token.word) return [token];
    const dash = token.text.lastIndexOf("-");
    const split = dash > 0 ? hyphened(token, dash, grammar, gazetteer) : glued(list, k, tails, named);
    if (split.length > 1) changed = true;
    return split;
  });
  return changed ? found.flat() : list;
}

function hyphened(token: Token, dash: number, grammar: Grammar, names: Gazetteer): Token[] {
  const { lexicon, lang, order, lateSubject } = grammar;
  const known = lexicon.of(token.lower.slice(dash + 1)).some((cls) => parts.has(cls));
  const isState = (text: string): boolean => {
    const [reading, other] = names.longest([text], 0, lang)?.readings ?? [];
    return reading !== undefined && !other && names.entity(reading.entity)?.type === "Country";
  };
  const pair =
    (order === "prepositional" || lateSubject) &&
    isState(token.text.slice(0, dash)) &&
    isState(token.text.slice(dash + 1)) &&
    !names.longest([token.text], 0, lang);
  if (!known && !pair) return [token];
  return [part(token, 0, dash), part(token, dash, dash + 1), part(token, dash + 1, token.text.length)];
}

const parts: ReadonlySet<string> = new Set(["hyphened", "compound", "ally", "member"]);

function glued(list: Token[], k: number, tails: readonly string[], named: Named): Token[] {
  const token = list[k]!;
  const tail = tails.find((each) => token.lower.length > each.length + 1 && token.lower.endsWith(each));
  if (tail === undefined) return [token];
  const at = token.text.length - tail.length;
  const head = token.text.slice(0, at);
  const before = list.slice(Math.max(0, k - 2), k).map((each) => each.text);
  const isName = before.some((_, n) => named([...before.slice(n), head])) || named([head]);
  return isName ? [part(token, 0, at), part(token, at, token.text.length)] : [token];
}

type Named = (words: string[]) => boolean;

function part(token: Token, from: number, to: number): Token {
  return {
    text: token.text.slice(from, to),
    lower: token.lower.slice(from, to),
    start: token.start + from,
    end: token.start + to,
    word: to - from > 1,
  };
}
