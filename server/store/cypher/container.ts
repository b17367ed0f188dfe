import { expression } from "./expression.ts";
import { path, pathAhead } from "./pattern.ts";
import type { Reader } from "./reader.ts";
import type { Expression, MapEntry, Path } from "./syntax.ts";

/** `[1, 2]`, `[x IN xs | x + 1]`, `[(a)--(b) | b.id]` */
export function listLike(reader: Reader): Expression {
  const { start } = reader;
  reader.needSign("[");
  if (isIn(reader)) return comprehension(reader, start);
  const named = reader.isSign("=", 1) && reader.isSign("(", 2);
  const found = named ? path(reader) : reader.isSign("(") ? pathAhead(reader) : undefined;
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

/** `n {.id, .*, key: value, other}` */
export function projection(reader: Reader, of: Expression): Expression {
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
