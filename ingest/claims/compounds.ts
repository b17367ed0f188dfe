import type { Lang } from "../../model/stages.ts";
import type { Gazetteer } from "../gazetteer/gazetteer.ts";
import type { Grammar } from "./grammar.ts";
import { newToken, type Token } from "./tokens.ts";

/**
 * Words that hold a name and something else are taken apart: "Iran-backed" where the second part is one that lists know,
 * "NATO+bound" written as one word (class `compound`), "China-India" where both are names. "Jean-Marc" stays one.
 */
export function takeApart(list: Token[], grammar: Grammar, gazetteer: Gazetteer): Token[] {
  const tails = grammar.lexicon.wordsOf("compound");
  const names: Names = { gazetteer, lang: grammar.lang };
  const whole = dashed(list, names);
  const found: Token[] = [];
  for (let k = 0; k < whole.length; k++) {
    const token = whole[k]!;
    const dash = token.word ? token.spelling.dash : 0;
    const tail = dash < 0 ? tailOf(token.lower, tails) : undefined;
    const colon = token.word && visarga.test(token.text) && grammar.lexicon.of(token.lower).length === 0;
    if (colon && token.text.length > 4) {
      const at = token.text.length - 1;
      found.push(part(token, 0, at), newToken(":", ":", token.start + at, token.end, false));
    } else if (dash > 0 && !namedWhole(whole, k, names)) found.push(...hyphened(token, dash, grammar, gazetteer));
    else if (tail !== undefined) found.push(...glued(whole, k, tail, names));
    else found.push(token);
  }
  return found;
}

/** A sign that papers set behind a word for a colon, as it looks like one; words that end in it are in the lists. */
const visarga = /[\u0903\u0983]$/u;

interface Names {
  gazetteer: Gazetteer;
  lang: Lang;
}

/** Whether words are a name from the first to the last. */
const isName = (words: string[], { gazetteer, lang }: Names): boolean =>
  words.length > 0 && gazetteer.longest(words, 0, lang)?.words === words.length;

/** Whether words begin with a name of at least so many of them. */
function begins(words: string[], least: number, { gazetteer, lang }: Names): boolean {
  const match = gazetteer.longest(words, 0, lang);
  return match !== undefined && match.words >= least && !match.ending.startsWith("-");
}

/** "Iran-Iraq War": a longer name that begins with both stays whole. */
const namedWhole = (list: Token[], k: number, names: Names): boolean =>
  begins(
    list.slice(k, k + 3).map((each) => each.text),
    1,
    names,
  );

const isDash = ({ text }: Token): boolean => text === "–";

/** "Iran – Iraq War" with any dash: where lists know the name with a hyphen, its parts are one word. */
function dashed(list: Token[], names: Names): Token[] {
  if (!list.some(isDash)) return list;
  const found: Token[] = [];
  for (let k = 0; k < list.length; k++) {
    const [left, dash, right] = list.slice(k, k + 3);
    const glued =
      left?.word && dash?.text === "–" && right?.word && left.end === dash.start && dash.end === right.start;
    const text = glued ? `${left.text}-${right.text}` : "";
    const words = [text, ...list.slice(k + 3, k + 5).map((each) => each.text)];
    if (glued && (begins(words, 1, names) || (k > 0 && begins([list[k - 1]!.text, ...words], 2, names)))) {
      found.push(newToken(text, `${left.lower}-${right.lower}`, left.start, right.end, left.word));
      k += 2;
    } else found.push(list[k]!);
  }
  return found;
}

function hyphened(token: Token, dash: number, grammar: Grammar, names: Gazetteer): Token[] {
  const { lexicon, lang } = grammar;
  // "nuclear-armed" describes, and arms nobody.
  if (lexicon.of(token.lower).includes("filler")) return [token];
  const known = lexicon.of(token.lower.slice(dash + 1)).some((cls) => parts.has(cls));
  const isState = (text: string): boolean => {
    const [reading, other] = names.longest([text], 0, lang)?.readings ?? [];
    return reading !== undefined && !other && names.entity(reading.entity)?.type === "Country";
  };
  const pair =
    isState(token.text.slice(0, dash)) &&
    isState(token.text.slice(dash + 1)) &&
    names.longest([token.text], 0, lang)?.ending.startsWith("-") !== false;
  if (!known && !pair) return [token];
  return [part(token, 0, dash), part(token, dash, dash + 1), part(token, dash + 1, token.text.length)];
}

const parts: ReadonlySet<string> = new Set(["hyphened", "compound", "ally", "member"]);

function tailOf(word: string, tails: readonly string[]): string | undefined {
  for (const each of tails) if (word.length > each.length + 1 && word.endsWith(each)) return each;
  return undefined;
}

function glued(list: Token[], k: number, tail: string, names: Names): Token[] {
  const token = list[k]!;
  const at = token.text.length - tail.length;
  const head = token.text.slice(0, at);
  const before = list.slice(Math.max(0, k - 2), k).map((each) => each.text);
  const named = before.some((_, n) => isName([...before.slice(n), head], names)) || isName([head], names);
  return named ? [part(token, 0, at), part(token, at, token.text.length)] : [token];
}

function part(token: Token, from: number, to: number): Token {
  const { text, lower, start } = token;
  return newToken(text.slice(from, to), lower.slice(from, to), start + from, start + to, to - from > 1);
}
