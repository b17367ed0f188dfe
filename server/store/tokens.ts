import { type Reason, reason } from "../../model/problem.ts";
import { QueryRefused } from "./store.ts";

/**
 * A piece of Cypher text. `word` is an identifier or keyword as written, `name` one in backticks, `sign` punctuation;
 * `value` is what text, number or name stands for. Offsets are UTF-16 code units into the query.
 */
export interface Token {
  kind: "word" | "name" | "text" | "number" | "parameter" | "sign" | "end";
  value: string;
  start: number;
  end: number;
}

/** What is no Cypher at all, or not where it stands. */
export const misread = reason("query.syntax");
/** What no store can be stopped in once it is at it. */
export const endless = reason("query.endless");

const word = /[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{M}\p{Nd}\p{Pc}]*/uy;
const number = /0x[0-9a-f_]+|0o[0-7_]+|(?:\d[\d_]*)?\.?\d[\d_]*(?:e[+-]?\d+)?/iy;
const sign = /<=|>=|<>|=~|\.\.|\+=|\|\||::|[()[\]{},:;.|&!+\-*/%^=<>$?]/y;
const space = /(?:[\s\ufeff]|\/\/[^\n\r]*|\/\*[\s\S]*?\*\/)+/y;
const escapes: Record<string, string> = {
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  "\\": "\\",
  "'": "'",
  '"': '"',
  "`": "`",
};

/** Splits Cypher into its pieces, the last of kind `end`; throws QueryRefused with the place where it is none. */
export function tokens(query: string): Token[] {
  refuseHiddenSigns(query);
  const found: Token[] = [];
  for (let at = 0; ; ) {
    at = after(space, query, at) ?? at;
    if (at >= query.length) {
      found.push({ kind: "end", value: "", start: at, end: at });
      return found;
    }
    const token = next(query, at);
    found.push(token);
    at = token.end;
  }
}

/** A keyword in one spelling: letters that fold into ASCII ones (ſ, K) count as these, so none slips by. */
export function keyword(token: Token | undefined): string {
  return token?.kind === "word" ? token.value.normalize("NFKC").toUpperCase() : "";
}

/**
 * A refusal of what stands at a place of a query, which its sentence begins with. What stands in backticks in the sentence
 * is the Cypher to write instead.
 */
export function refusedAt(
  query: string,
  at: number,
  sentence: string,
  because: Reason = reason("query.form"),
): QueryRefused {
  const before = query.slice(0, at).split("\n");
  const place = `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
  return refused(`${place}: ${sentence}`, because);
}

/** A refusal whose sentence may begin with a place, and may name in backticks what to write instead. */
export function refused(sentence: string, because: Reason): QueryRefused {
  const [, line, column] = /^(\d+):(\d+): /.exec(sentence) ?? [];
  const instead = /`([^`]+)`/.exec(sentence)?.[1];
  return new QueryRefused(sentence, {
    ...because,
    ...(line && { place: { line: Number(line), column: Number(column) } }),
    ...(instead && { instead }),
  });
}

function next(query: string, start: number): Token {
  const first = query[start] as string;
  if (first === "'" || first === '"') return quoted(query, start, "text");
  if (first === "`") return quoted(query, start, "name");
  if (first === "$" && query[start + 1] !== "(") {
    const named = query[start + 1] === "`" ? quoted(query, start + 1, "name") : undefined;
    const end = named?.end ?? after(word, query, start + 1) ?? after(/\d+/y, query, start + 1);
    if (end === undefined) throw refusedAt(query, start, `a parameter's name must follow "$".`, misread);
    return { kind: "parameter", value: named?.value ?? query.slice(start + 1, end), start, end };
  }
  const afterWord = after(word, query, start);
  if (afterWord) return { kind: "word", value: query.slice(start, afterWord), start, end: afterWord };
  // "1..3" is a range: the number ends before the two points.
  const afterNumber = /^\d+\.\./.test(query.slice(start, start + 40))
    ? after(/\d+/y, query, start)
    : after(number, query, start);
  if (afterNumber && (first !== "." || /\d/.test(query[start + 1] ?? ""))) {
    return { kind: "number", value: query.slice(start, afterNumber), start, end: afterNumber };
  }
  const afterSign = after(sign, query, start);
  if (afterSign) return { kind: "sign", value: query.slice(start, afterSign), start, end: afterSign };
  const shown = String.fromCodePoint(query.codePointAt(start) ?? 0);
  throw refusedAt(query, start, `"${shown}" has no meaning here.`, misread);
}

function quoted(query: string, start: number, kind: "text" | "name"): Token {
  const quote = query[start];
  let value = "";
  for (let at = start + 1; at < query.length; at++) {
    const sign = query[at] as string;
    if (sign === quote && kind === "name" && query[at + 1] === quote) {
      value += quote;
      at++;
    } else if (sign === quote) return { kind, value, start, end: at + 1 };
    else if (sign !== "\\" || kind === "name") value += sign;
    else {
      const escaped = query[++at] ?? "";
      const code = escaped === "u" ? query.slice(at + 1, at + 5) : escaped === "U" ? query.slice(at + 1, at + 9) : "";
      if (/^[0-9a-f]+$/i.test(code) && (code.length === 4 || code.length === 8)) {
        value += String.fromCodePoint(Number.parseInt(code, 16));
        at += code.length;
      } else if (escapes[escaped] !== undefined) value += escapes[escaped];
      else throw refusedAt(query, at, `"\\${escaped}" is no escape sequence.`, misread);
    }
  }
  throw refusedAt(query, start, `the ${kind === "text" ? "text" : "name"} that begins here does not end.`, misread);
}

/**
 * Neo4j reads \uXXXX before it reads Cypher, also in comments and outside of text; the built-in engine only in text.
 * A query that means one thing to one reader and another to the next is refused: no escape may stand for a sign that
 * could end text or a comment. (Outside of text, names and comments a backslash is no token at all.)
 */
function refuseHiddenSigns(query: string): void {
  for (const { 1: code = "", index = 0 } of query.matchAll(/\\u+([0-9a-f]{4})/gi)) {
    const hidden = String.fromCodePoint(Number.parseInt(code, 16));
    if (/['"`\\/*\p{Cc}\p{Zl}\p{Zp}]/u.test(hidden)) {
      throw refusedAt(query, index, `write "${hidden}" as itself, not as an escape sequence.`, misread);
    }
  }
}

function after(pattern: RegExp, query: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(query) ? pattern.lastIndex : undefined;
}
