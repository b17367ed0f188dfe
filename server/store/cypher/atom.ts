import { listLike, map } from "./container.ts";
import { expression } from "./expression.ts";
import { named } from "./named.ts";
import { pathAhead, paths } from "./pattern.ts";
import type { Reader } from "./reader.ts";
import type { Expression } from "./syntax.ts";

const constants: Record<string, boolean | null> = { TRUE: true, FALSE: false, NULL: null };

/** A value that stands for itself: nothing binds stronger. */
export function atom(reader: Reader): Expression {
  const { kind, value, start, end } = reader.peek();
  if (kind === "text") return literal(reader, value, false);
  if (kind === "number") return literal(reader, amount(reader, value), !/^[\d_]+$|^0[xo]/i.test(value));
  if (kind === "parameter") {
    if (/^\d|`/.test(value)) reader.refuse("a parameter's name begins with a letter in the built-in store: write $p1");
    reader.at++;
    return { is: "parameter", name: value, start, end };
  }
  if (reader.isSign("(")) return bracketed(reader);
  if (reader.isSign("[")) return listLike(reader);
  if (reader.isSign("{")) return map(reader);
  if (kind !== "word" && kind !== "name") reader.expect("a value");
  if (kind === "word") {
    const upper = value.toUpperCase();
    if (upper in constants && !reader.isSign("(", 1)) return literal(reader, constants[upper] as null | boolean, false);
    if (upper === "CASE") return caseOf(reader);
    if (reader.isSign("{", 1) && ["EXISTS", "COUNT", "COLLECT"].includes(upper)) return subqueryOf(reader, upper);
  }
  return named(reader);
}

function literal(reader: Reader, value: null | boolean | number | string, float: boolean): Expression {
  const { start, end } = reader.peek();
  reader.at++;
  return { is: "literal", value, float, start, end };
}

function amount(reader: Reader, text: string): number {
  if (/_/.test(text) || /^0[xo]/i.test(text)) {
    reader.refuse("numbers with _, 0x or 0o are not available in the built-in store: write the digits");
  }
  if (/^0\d/.test(text)) reader.refuse("a number may not begin with 0");
  return Number(text);
}

/** `(1 + 2)`, or the pattern `(a)-[:KNOWS]->(b)` as a condition. */
function bracketed(reader: Reader): Expression {
  const pattern = pathAhead(reader);
  if (pattern) return { is: "pattern", path: pattern, start: pattern.start, end: pattern.end };
  const { start } = reader;
  reader.needSign("(");
  const inner = expression(reader);
  reader.needSign(")");
  return { is: "brackets", of: inner, start, end: reader.end };
}

function caseOf(reader: Reader): Expression {
  const { start } = reader;
  reader.needWord("CASE");
  const subject = reader.isWord("WHEN") ? undefined : expression(reader);
  const branches: { when: Expression; result: Expression }[] = [];
  while (reader.takeWord("WHEN")) {
    const when = expression(reader);
    if (reader.isSign(","))
      reader.refuse("several values in one WHEN are not available in the built-in store: write a WHEN for each");
    reader.needWord("THEN");
    branches.push({ when, result: expression(reader) });
  }
  const otherwise = reader.takeWord("ELSE") ? expression(reader) : undefined;
  reader.needWord("END");
  return { is: "case", subject, branches, otherwise, start, end: reader.end };
}

/** EXISTS { … } and COUNT { … }, with or without MATCH. */
function subqueryOf(reader: Reader, word: string): Expression {
  const { start } = reader;
  if (word === "COLLECT") {
    reader.refuse("COLLECT { } is not available in the built-in store: write `CALL (n) { … RETURN collect(x) AS xs }`");
  }
  reader.at += 2;
  reader.takeWord("MATCH");
  const found = paths(reader);
  const where = reader.takeWord("WHERE") ? expression(reader) : undefined;
  if (!reader.isSign("}")) {
    reader.refuse(
      `${word} { } may hold one MATCH with a WHERE in the built-in store: write \`CALL (n) { … RETURN count(*) AS c }\``,
    );
  }
  reader.needSign("}");
  return { is: word === "EXISTS" ? "exists" : "count", paths: found, where, start, end: reader.end };
}
