import { expression } from "./expression.ts";
import { label, path, paths } from "./pattern.ts";
import { type Reader, reader } from "./reader.ts";
import type { Change, Clause, Expression, Projection, Query } from "./syntax.ts";

/** Parses a query; throws QueryRefused with place and rewrite where the built-in store could not run it. */
export function parse(text: string): Query {
  const reading = reader(text);
  const found = query(reading, () => reading.peek().kind === "end" || reading.isSign(";"));
  reading.takeSign(";");
  if (reading.peek().kind !== "end") reading.refuse("one query at a time");
  return found;
}

function query(reading: Reader, isOver: () => boolean): Query {
  const { start } = reading;
  const parts: Clause[][] = [[]];
  let distinct = false;
  while (!isOver()) {
    if (reading.takeWord("UNION")) {
      if (!reading.takeWord("ALL")) distinct = true;
      parts.push([]);
    } else parts.at(-1)?.push(clause(reading));
  }
  // A UNION without ALL leaves out the rows that are equal, as RETURN DISTINCT does.
  for (const last of parts.map((part) => part.at(-1))) if (last?.is === "return") last.distinct ||= distinct;
  return { parts, start, end: reading.end };
}

const clauses: Record<string, (reading: Reader) => Unplaced> = {
  MATCH: (reading) => match(reading, false),
  OPTIONAL: (reading) => {
    if (reading.isWord("CALL"))
      reading.refuse("OPTIONAL CALL is not available in the built-in store: write OPTIONAL MATCH inside the CALL");
    reading.needWord("MATCH");
    return match(reading, true);
  },
  UNWIND: (reading) => {
    const list = expression(reading);
    reading.needWord("AS");
    return { is: "unwind", list, variable: reading.name("a variable") };
  },
  WITH: (reading) => ({ is: "with", ...projection(reading), where: where(reading) }),
  RETURN: (reading) => ({ is: "return", ...projection(reading) }),
  CALL: call,
  CREATE: (reading) => ({ is: "create", paths: paths(reading) }),
  MERGE: merge,
  SET: (reading) => ({ is: "set", changes: changes(reading) }),
  REMOVE: (reading) => ({ is: "remove", changes: changes(reading) }),
  DETACH: (reading) => {
    reading.needWord("DELETE");
    return { is: "delete", values: list(reading) };
  },
  DELETE: (reading) => ({ is: "delete", values: list(reading) }),
  FOREACH: foreach,
};
type Unplaced = Clause extends infer Each ? (Each extends Clause ? Omit<Each, "start" | "end"> : never) : never;

function clause(reading: Reader): Clause {
  const { start } = reading;
  const word = reading.peek().kind === "word" ? reading.peek().value.toUpperCase() : "";
  const read = Object.hasOwn(clauses, word) ? clauses[word] : undefined;
  if (!read) return reading.expect("a clause such as MATCH or RETURN");
  reading.at++;
  return { ...read(reading), start, end: reading.end } as Clause;
}

function match(reading: Reader, optional: boolean): Unplaced {
  const found = paths(reading);
  if (reading.isWord("USING")) reading.refuse("USING is not available in the built-in store: leave it out");
  return { is: "match", optional, paths: found, where: where(reading) };
}

function where(reading: Reader): Expression | undefined {
  return reading.takeWord("WHERE") ? expression(reading) : undefined;
}

function projection(reading: Reader): Projection {
  const distinct = reading.takeWord("DISTINCT");
  const { start } = reading;
  const star = reading.takeSign("*") ? { start, end: reading.end } : undefined;
  const items: Projection["items"] = [];
  if (!star || reading.takeSign(",")) {
    do {
      const value = expression(reading);
      items.push({ value, alias: reading.takeWord("AS") ? reading.name("a name") : undefined });
    } while (reading.takeSign(","));
  }
  const order: Expression[] = [];
  if (reading.takeWord("ORDER", "BY")) {
    do {
      order.push(expression(reading));
      for (const word of ["ASC", "ASCENDING", "DESC", "DESCENDING"]) if (reading.takeWord(word)) break;
    } while (reading.takeSign(","));
  }
  const skip = reading.takeWord("SKIP") || reading.takeWord("OFFSET") ? count(reading) : undefined;
  const limit = reading.takeWord("LIMIT") ? count(reading) : undefined;
  return { distinct, star, items, order, skip, limit };
}

function count(reading: Reader): Expression {
  const found = expression(reading);
  const isWhole = found.is === "literal" && typeof found.value === "number" && !found.float;
  if (!isWhole && found.is !== "parameter") {
    reading.refuse("SKIP and LIMIT take a whole number or a parameter in the built-in store", found.start);
  }
  return found;
}

function call(reading: Reader): Unplaced {
  if (reading.isSign("{") || reading.isSign("(")) return subquery(reading);
  let name = reading.name("a procedure");
  while (reading.takeSign(".")) name += `.${reading.name("a procedure")}`;
  const inputs = reading.takeSign("(") ? listUntil(reading, ")") : [];
  if (!reading.takeWord("YIELD")) return { is: "procedure", name, inputs };
  if (reading.isSign("*")) reading.refuse("YIELD * is not available in the built-in store: name the columns");
  const yields: { name: string; alias: string }[] = [];
  do {
    const column = reading.name("a column");
    yields.push({ name: column, alias: reading.takeWord("AS") ? reading.name("a name") : column });
  } while (reading.takeSign(","));
  return { is: "procedure", name, inputs, yields, where: where(reading) };
}

function subquery(reading: Reader): Unplaced {
  const imports: string[] = [];
  const isScoped = reading.takeSign("(");
  if (isScoped) {
    if (reading.isSign("*")) reading.refuse("CALL (*) is not available in the built-in store: name the variables");
    while (!reading.isSign(")")) {
      imports.push(reading.name("a variable"));
      if (!reading.takeSign(",")) break;
    }
    reading.needSign(")");
  }
  reading.needSign("{");
  const inner = query(reading, () => reading.isSign("}"));
  reading.needSign("}");
  if (reading.isWord("IN")) reading.refuse("IN TRANSACTIONS is not available in the built-in store: write in batches");
  return { is: "subquery", imports: isScoped ? imports : undefined, query: inner };
}

function merge(reading: Reader): Unplaced {
  const found = path(reading);
  const on: Record<"CREATE" | "MATCH", Change[]> = { CREATE: [], MATCH: [] };
  while (reading.takeWord("ON")) {
    const when = reading.takeWord("CREATE") ? "CREATE" : "MATCH";
    if (when === "MATCH") reading.needWord("MATCH");
    reading.needWord("SET");
    on[when].push(...changes(reading));
  }
  return { is: "merge", path: found, onCreate: on.CREATE, onMatch: on.MATCH };
}

/** `n.key = value`, `n += map`, `n:Label`, and in REMOVE `n.key`. */
function changes(reading: Reader): Change[] {
  const found: Change[] = [];
  do {
    const target = changed(reading);
    found.push({ target, value: reading.takeSign("=") || reading.takeSign("+=") ? expression(reading) : undefined });
  } while (reading.takeSign(","));
  return found;
}

function changed(reading: Reader): Expression {
  const { start } = reading;
  const name = reading.name("a variable");
  const variable: Expression = { is: "variable", name, start, end: reading.end };
  if (reading.isSign("["))
    reading.refuse("a property named by an expression cannot be set in the built-in store: write `SET n += $map`");
  if (reading.takeSign("."))
    return { is: "property", of: variable, key: reading.name("a property"), start, end: reading.end };
  const labels: string[] = [];
  while (reading.takeSign(":")) labels.push(label(reading, name));
  return labels.length > 0 ? { is: "hasLabels", of: variable, labels, start, end: reading.end } : variable;
}

function foreach(reading: Reader): Unplaced {
  reading.needSign("(");
  const variable = reading.name("a variable");
  reading.needWord("IN");
  const values = expression(reading);
  reading.needSign("|");
  const inner: Clause[] = [];
  while (!reading.isSign(")")) inner.push(clause(reading));
  reading.needSign(")");
  return { is: "foreach", variable, list: values, clauses: inner };
}

function list(reading: Reader): Expression[] {
  const found = [expression(reading)];
  while (reading.takeSign(",")) found.push(expression(reading));
  return found;
}

function listUntil(reading: Reader, sign: string): Expression[] {
  const found: Expression[] = [];
  while (!reading.isSign(sign)) {
    found.push(expression(reading));
    if (!reading.takeSign(",")) break;
  }
  reading.needSign(sign);
  return found;
}
