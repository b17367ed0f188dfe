import { label, node, path, paths } from "./pattern.ts";
import type { Reader } from "./reader.ts";
import type { Expression, MapEntry, Path, Quantifier } from "./syntax.ts";

/** An expression of any kind: OR binds loosest, a property strongest. */
export function expression(reader: Reader): Expression {
  return chain(reader, ["OR"], (inner) => chain(inner, ["XOR"], (next) => chain(next, ["AND"], negation)));
}

function chain(reader: Reader, words: string[], next: (reader: Reader) => Expression): Expression {
  let left = next(reader);
  for (let word = words.find((each) => reader.isWord(each)); word; word = words.find((each) => reader.isWord(each))) {
    reader.at++;
    const right = next(reader);
    left = { is: "binary", operator: word, left, right, start: left.start, end: right.end };
  }
  return left;
}

function negation(reader: Reader): Expression {
  const { start } = reader;
  if (!reader.takeWord("NOT")) return comparison(reader);
  const of = negation(reader);
  return { is: "unary", operator: "NOT", of, start, end: of.end };
}

const comparisons = ["=", "<>", "<=", ">=", "<", ">"];

function comparison(reader: Reader): Expression {
  const operands = [predicate(reader)];
  const operators: string[] = [];
  for (
    let sign = comparisons.find((each) => reader.isSign(each));
    sign;
    sign = comparisons.find((each) => reader.isSign(each))
  ) {
    reader.at++;
    operators.push(sign);
    operands.push(predicate(reader));
  }
  const [first, last] = [operands[0] as Expression, operands.at(-1) as Expression];
  return operators.length === 0 ? first : { is: "comparison", operators, operands, start: first.start, end: last.end };
}

/** IN, STARTS WITH, IS NULL and their like. */
function predicate(reader: Reader): Expression {
  let left = sum(reader);
  for (;;) {
    const { start } = left;
    const words = [["STARTS", "WITH"], ["ENDS", "WITH"], ["CONTAINS"], ["IN"]].find((each) => reader.isWord(...each));
    const operator = words?.join(" ") ?? (reader.isSign("=~") ? "=~" : undefined);
    if (operator) {
      reader.at += words?.length ?? 1;
      const right = sum(reader);
      left = { is: "binary", operator, left, right, start, end: right.end };
    } else if (reader.isWord("IS", "NULL") || reader.isWord("IS", "NOT", "NULL")) {
      const not = reader.isWord("IS", "NOT");
      reader.at += not ? 3 : 2;
      left = { is: "isNull", of: left, not, start, end: reader.end };
    } else if (reader.isWord("IS") || reader.isSign("::")) {
      return reader.refuse("tests of a value's type are not available in the built-in store: leave them out");
    } else return left;
  }
}

function sum(reader: Reader): Expression {
  return signs(reader, ["+", "-"], (inner) => signs(inner, ["*", "/", "%"], power));
}

function signs(reader: Reader, operators: string[], next: (reader: Reader) => Expression): Expression {
  let left = next(reader);
  for (
    let sign = operators.find((each) => reader.isSign(each));
    sign;
    sign = operators.find((each) => reader.isSign(each))
  ) {
    reader.at++;
    const right = next(reader);
    left = { is: "binary", operator: sign, left, right, start: left.start, end: right.end };
  }
  if (reader.isSign("||")) reader.refuse('"||" is not available in the built-in store: write `+`');
  return left;
}

function power(reader: Reader): Expression {
  const left = signed(reader);
  if (!reader.takeSign("^")) return left;
  const right = signed(reader);
  if (reader.isSign("^")) reader.refuse("put brackets around one of the powers: stores read a ^ b ^ c differently");
  return { is: "binary", operator: "^", left, right, start: left.start, end: right.end };
}

function signed(reader: Reader): Expression {
  const { start } = reader;
  const operator = (["+", "-"] as const).find((each) => reader.isSign(each));
  if (!operator) return postfix(reader);
  reader.at++;
  const of = signed(reader);
  return { is: "unary", operator, of, start, end: of.end };
}

/** What stands after a value: `.key`, `[index]`, `[from..to]`, `:Label`. */
function postfix(reader: Reader): Expression {
  let of = atom(reader);
  for (;;) {
    const { start } = of;
    if (reader.takeSign(".")) {
      of = { is: "property", of, key: reader.name("a property"), start, end: reader.end };
    } else if (reader.takeSign("[")) of = bracket(reader, of);
    else if (reader.isSign(":") && of.is === "variable") {
      const labels: string[] = [];
      while (reader.takeSign(":")) labels.push(label(reader, of.name));
      of = { is: "hasLabels", of, labels, start, end: reader.end };
    } else return of;
  }
}

function bracket(reader: Reader, of: Expression): Expression {
  const { start } = of;
  const from = reader.isSign("..") ? undefined : expression(reader);
  if (from && reader.takeSign("]")) return { is: "index", of, index: from, start, end: reader.end };
  reader.needSign("..");
  const to = reader.isSign("]") ? undefined : expression(reader);
  reader.needSign("]");
  return { is: "slice", of, from, to, start, end: reader.end };
}

const constants: Record<string, boolean | null> = { TRUE: true, FALSE: false, NULL: null };

function atom(reader: Reader): Expression {
  const { kind, value, start, end } = reader.peek();
  if (kind === "text") return literal(reader, value, false);
  if (kind === "number") return literal(reader, amount(reader, value), !/^[\d_]+$|^0[xo]/i.test(value));
  if (kind === "parameter") {
    reader.at++;
    return { is: "parameter", name: value, start, end };
  }
  if (reader.isSign("(")) return bracketed(reader);
  if (reader.isSign("[")) return listLike(reader);
  if (reader.isSign("{")) return map(reader);
  if (kind !== "word" && kind !== "name")
    reader.refuse(`a value is expected, not "${value || "the end of the query"}"`);
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
  const pattern = patternAhead(reader);
  if (pattern) return { is: "pattern", path: pattern, start: pattern.start, end: pattern.end };
  const { start } = reader;
  reader.needSign("(");
  const inner = expression(reader);
  reader.needSign(")");
  return { is: "brackets", of: inner, start, end: reader.end };
}

/** A path with at least one edge, or nothing taken. */
function patternAhead(reader: Reader): Path | undefined {
  const { at } = reader;
  try {
    node(reader);
  } catch {
    reader.at = at;
    return undefined;
  }
  const goesOn = ["-", "<"].some((sign) => reader.isSign(sign));
  const dash = reader.isSign("<") ? 1 : 0;
  const isEdge = goesOn && reader.isSign("-", dash) && (reader.isSign("[", dash + 1) || reader.isSign("-", dash + 1));
  reader.at = at;
  return isEdge ? path(reader) : undefined;
}

function listLike(reader: Reader): Expression {
  const { start } = reader;
  reader.needSign("[");
  if (isIn(reader)) return comprehension(reader, start);
  const named = reader.isSign("=", 1) && reader.isSign("(", 2);
  const found = named ? path(reader) : reader.isSign("(") ? patternAhead(reader) : undefined;
  if (found && (reader.isSign("|") || reader.isWord("WHERE"))) return patternList(reader, found, start);
  const items: Expression[] = found ? [{ is: "pattern", path: found, start: found.start, end: found.end }] : [];
  if (found) reader.takeSign(",");
  while (!reader.isSign("]")) {
    items.push(expression(reader));
    if (!reader.takeSign(",")) break;
  }
  reader.needSign("]");
  return { is: "list", items, start, end: reader.end };
}

function isIn(reader: Reader): boolean {
  const { kind } = reader.peek();
  return (kind === "word" || kind === "name") && reader.peek(1).value.toUpperCase() === "IN";
}

function comprehension(reader: Reader, start: number): Expression {
  const variable = reader.name("a variable");
  reader.needWord("IN");
  const list = expression(reader);
  const where = reader.takeWord("WHERE") ? expression(reader) : undefined;
  const each = reader.takeSign("|") ? expression(reader) : undefined;
  reader.needSign("]");
  return { is: "comprehension", variable, list, where, each, start, end: reader.end };
}

function patternList(reader: Reader, found: Path, start: number): Expression {
  const where = reader.takeWord("WHERE") ? expression(reader) : undefined;
  reader.needSign("|");
  const each = expression(reader);
  reader.needSign("]");
  return { is: "patternList", path: found, where, each, start, end: reader.end };
}

/** `{key: value}` */
export function map(reader: Reader): Expression {
  const { start } = reader;
  reader.needSign("{");
  const entries: MapEntry[] = [];
  while (!reader.isSign("}")) {
    const key = reader.name("a key");
    reader.needSign(":");
    entries.push({ key, value: expression(reader) });
    if (!reader.takeSign(",")) break;
  }
  reader.needSign("}");
  return { is: "map", entries, start, end: reader.end };
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

/** A variable, a call, a quantifier, reduce, a map projection. */
function named(reader: Reader): Expression {
  const { start, kind } = reader.peek();
  let name = reader.name("a value");
  if (kind === "word" && reader.isSign("(") && (quantifiers as string[]).includes(name.toLowerCase())) {
    return quantifier(reader, name.toLowerCase() as Quantifier, start);
  }
  if (kind === "word" && reader.isSign("(") && name.toLowerCase() === "reduce") return reduce(reader, start);
  // A name with points before a bracket is a function's; before anything else it is a property.
  const { at, end } = reader;
  while (reader.isSign(".") && reader.peek(1).kind === "word") {
    reader.at++;
    name += `.${reader.name("a name")}`;
  }
  if (reader.isSign("(")) return call(reader, name, start);
  reader.at = at;
  const variable: Expression = { is: "variable", name: name.split(".")[0] as string, start, end };
  return reader.isSign("{") ? projection(reader, variable) : variable;
}
const quantifiers: Quantifier[] = ["any", "all", "none", "single"];

function call(reader: Reader, name: string, start: number): Expression {
  reader.needSign("(");
  const distinct = reader.takeWord("DISTINCT");
  const star = reader.takeSign("*");
  const inputs: Expression[] = [];
  while (!star && !reader.isSign(")")) {
    const pattern = reader.isSign("(") ? patternAhead(reader) : undefined;
    inputs.push(
      pattern ? { is: "pattern", path: pattern, start: pattern.start, end: pattern.end } : expression(reader),
    );
    if (!reader.takeSign(",")) break;
  }
  reader.needSign(")");
  return { is: "call", name, distinct, star, inputs, start, end: reader.end };
}

function quantifier(reader: Reader, which: Quantifier, start: number): Expression {
  reader.needSign("(");
  const variable = reader.name("a variable");
  reader.needWord("IN");
  const list = expression(reader);
  reader.needWord("WHERE");
  const where = expression(reader);
  reader.needSign(")");
  return { is: "quantifier", which, variable, list, where, start, end: reader.end };
}

function reduce(reader: Reader, start: number): Expression {
  reader.needSign("(");
  const accumulator = reader.name("a variable");
  reader.needSign("=");
  const first = expression(reader);
  reader.needSign(",");
  const variable = reader.name("a variable");
  reader.needWord("IN");
  const list = expression(reader);
  reader.needSign("|");
  const each = expression(reader);
  reader.needSign(")");
  return { is: "reduce", accumulator, first, variable, list, each, start, end: reader.end };
}

/** `n {.id, .*, key: value, other}` */
function projection(reader: Reader, of: Expression): Expression {
  reader.needSign("{");
  const entries: MapEntry[] = [];
  while (!reader.isSign("}")) {
    if (reader.takeSign(".")) entries.push({ key: reader.takeSign("*") ? "*" : reader.name("a property") });
    else {
      const { start } = reader;
      const key = reader.name("a key");
      const value: Expression = reader.takeSign(":")
        ? expression(reader)
        : { is: "variable", name: key, start, end: reader.end };
      entries.push({ key, value });
    }
    if (!reader.takeSign(",")) break;
  }
  reader.needSign("}");
  return { is: "projection", of, entries, start: of.start, end: reader.end };
}
