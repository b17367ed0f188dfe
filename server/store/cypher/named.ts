import { projection } from "./container.ts";
import { expression } from "./expression.ts";
import { pathAhead } from "./pattern.ts";
import type { Reader } from "./reader.ts";
import type { Expression, Quantifier } from "./syntax.ts";

/** A variable, a call, a quantifier, reduce, a map projection. */
export function named(reader: Reader): Expression {
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

/** `name(inputs…)`, after the name. */
function call(reader: Reader, name: string, start: number): Expression {
  reader.needSign("(");
  const distinct = reader.takeWord("DISTINCT");
  const star = reader.takeSign("*");
  const inputs: Expression[] = [];
  while (!star && !reader.isSign(")")) {
    const pattern = reader.isSign("(") ? pathAhead(reader) : undefined;
    inputs.push(
      pattern ? { is: "pattern", path: pattern, start: pattern.start, end: pattern.end } : expression(reader),
    );
    if (!reader.takeSign(",")) break;
  }
  reader.needSign(")");
  return { is: "call", name, distinct, star, inputs, start, end: reader.end };
}

/** `any(x IN xs WHERE …)` and its like, after the name. */
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

/** `reduce(sum = 0, x IN xs | sum + x)`, after the name. */
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
