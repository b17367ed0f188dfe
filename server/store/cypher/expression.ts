import { atom } from "./atom.ts";
import { label } from "./pattern.ts";
import type { Reader } from "./reader.ts";
import type { Expression } from "./syntax.ts";

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
    // The engine falls over its own stack on some hundreds.
    if (operators.length > 50) reader.refuse("a chain of more than 50 comparisons: divide it with AND");
  }
  const [first, last] = [operands[0] as Expression, operands.at(-1) as Expression];
  return operators.length === 0 ? first : { is: "comparison", operators, operands, start: first.start, end: last.end };
}

/** IN, STARTS WITH, IS NULL and their like: one of them. Neo4j does not read a second behind it. */
function predicate(reader: Reader): Expression {
  const found = tested(reader, sum(reader));
  if (found.is !== "isNull" && found.is !== "binary") return found;
  if (tests.some((words) => reader.isWord(...words)) || reader.isSign("=~")) {
    reader.refuse("put brackets around the first of the two conditions");
  }
  return found;
}

const tests = [["STARTS", "WITH"], ["ENDS", "WITH"], ["CONTAINS"], ["IN"], ["IS", "NULL"], ["IS", "NOT", "NULL"]];

function tested(reader: Reader, left: Expression): Expression {
  const { start } = left;
  const words = tests.find((each) => reader.isWord(...each));
  if (words?.[0] === "IS") {
    reader.at += words.length;
    return { is: "isNull", of: left, not: words.length === 3, start, end: reader.end };
  }
  const operator = words?.join(" ") ?? (reader.isSign("=~") ? "=~" : undefined);
  if (operator) {
    reader.at += words?.length ?? 1;
    const right = sum(reader);
    return { is: "binary", operator, left, right, start, end: right.end };
  }
  if (reader.isWord("IS") || reader.isSign("::")) {
    return reader.refuse("tests of a value's type are not available in the built-in store: leave them out");
  }
  return left;
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
