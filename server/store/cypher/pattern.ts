import { map } from "./container.ts";
import { expression } from "./expression.ts";
import type { Reader } from "./reader.ts";
import type { EdgePattern, NodePattern, Path } from "./syntax.ts";

/** Paths separated by commas. */
export function paths(reader: Reader): Path[] {
  const found = [path(reader)];
  while (reader.takeSign(",")) found.push(path(reader));
  return found;
}

/** `p = (a)-[r:TYPE*1..3]->(b)`, also in shortestPath(…). */
export function path(reader: Reader): Path {
  const { start } = reader;
  let variable: string | undefined;
  if (reader.isSign("=", 1)) {
    variable = reader.name("a path's name");
    reader.needSign("=");
  }
  refuseNewForms(reader);
  const shortest = (["shortestPath", "allShortestPaths"] as const).find((name) => reader.isWord(name.toUpperCase()));
  if (!shortest) return { variable, items: items(reader), start, end: reader.end };
  reader.at++;
  reader.needSign("(");
  const inner = items(reader);
  reader.needSign(")");
  return { variable, shortest, items: inner, start, end: reader.end };
}

/** A path with at least one edge, or nothing taken. */
export function pathAhead(reader: Reader): Path | undefined {
  const { at, ahead } = reader;
  if (!ahead.has(at)) ahead.set(at, lookedFor(reader));
  const found = ahead.get(at);
  reader.at = found?.at ?? at;
  return found?.path;
}

function lookedFor(reader: Reader): { path: Path; at: number } | undefined {
  const { at } = reader;
  try {
    node(reader);
  } catch {
    return undefined;
  }
  const goesOn = ["-", "<"].some((sign) => reader.isSign(sign));
  const dash = reader.isSign("<") ? 1 : 0;
  const isEdge = goesOn && reader.isSign("-", dash) && (reader.isSign("[", dash + 1) || reader.isSign("-", dash + 1));
  if (!isEdge) return undefined;
  reader.at = at;
  return { path: path(reader), at: reader.at };
}

function items(reader: Reader): Path["items"] {
  const found: Path["items"] = [node(reader)];
  while (reader.isSign("-") || reader.isSign("<")) {
    found.push(edge(reader));
    refuseQuantified(reader);
    found.push(node(reader));
  }
  return found;
}

/** `(n:Label {key: value})` */
export function node(reader: Reader): NodePattern {
  const { start } = reader;
  reader.needSign("(");
  if (reader.isSign("(")) {
    reader.refuse("a path in brackets is not available in the built-in store: write `-[:TYPE*1..3]->`");
  }
  const variable = nameIfAny(reader);
  const labels = labelsOf(reader, variable ?? "n");
  const properties = propertiesOf(reader);
  if (reader.isWord("WHERE")) {
    reader.refuse("WHERE inside a node is not available in the built-in store: write it after the pattern");
  }
  reader.needSign(")");
  if (reader.isSign("(")) refusePath(reader);
  refuseQuantified(reader);
  return { is: "node", variable, labels, properties, start, end: reader.end };
}

/** `-[r:A|B*1..3 {key: value}]->` and its shorter forms. */
function edge(reader: Reader): EdgePattern {
  const { start } = reader;
  const pointsBack = reader.takeSign("<");
  reader.needSign("-");
  let inner: Pick<EdgePattern, "variable" | "types" | "hops" | "properties"> = { types: [] };
  if (reader.takeSign("[")) {
    inner = {
      variable: nameIfAny(reader),
      types: typesOf(reader),
      hops: hopsOf(reader),
      properties: propertiesOf(reader),
    };
    if (reader.isWord("WHERE")) {
      reader.refuse("WHERE inside an edge is not available in the built-in store: write it after the pattern");
    }
    reader.needSign("]");
  }
  reader.needSign("-");
  const pointsOn = reader.takeSign(">");
  if (pointsBack && pointsOn) reader.refuse("an edge has one direction, or none: write `-[…]-`", start);
  return { is: "edge", ...inner, start, end: reader.end };
}

function nameIfAny(reader: Reader): string | undefined {
  const { kind } = reader.peek();
  return (kind === "word" || kind === "name") && !reader.isWord("WHERE") && !reader.isWord("IS")
    ? reader.name("a name")
    : undefined;
}

function labelsOf(reader: Reader, variable: string): string[] {
  const labels: string[] = [];
  if (reader.isWord("IS")) reader.refuse(`IS is not available in the built-in store: write \`(${variable}:Label)\``);
  while (reader.takeSign(":")) labels.push(label(reader, variable));
  return labels;
}

/** One label; label expressions are refused with their rewrite. */
export function label(reader: Reader, variable: string): string {
  const dynamic = "is not available in the built-in store: write each label out";
  if (reader.isSign("$") || reader.peek().kind === "parameter") reader.refuse(`a label from a parameter ${dynamic}`);
  if (reader.isSign("!"))
    reader.refuse(`"!" in labels is not available in the built-in store: write \`WHERE NOT ${variable}:Label\``);
  if (reader.isSign("%")) reader.refuse('"%" in labels is not available in the built-in store: leave it out');
  if (reader.isSign("("))
    reader.refuse("brackets in labels are not available in the built-in store: write a WHERE with OR and NOT");
  const found = reader.name("a label");
  if (reader.isSign("|")) {
    const other = reader.peek(1).value.replace(/^:$/, reader.peek(2).value);
    reader.refuse(
      `"|" between labels is not available in the built-in store: write \`WHERE ${variable}:${found} OR ${variable}:${other}\``,
    );
  }
  if (reader.isSign("&")) {
    reader.refuse(`"&" is not available in the built-in store: write \`${variable}:${found}:${reader.peek(1).value}\``);
  }
  return found;
}

function typesOf(reader: Reader): string[] {
  const types: string[] = [];
  if (!reader.takeSign(":")) return types;
  do {
    reader.takeSign(":");
    if (reader.isSign("!") || reader.isSign("(") || reader.isSign("%")) {
      reader.refuse(
        "expressions of edge types are not available in the built-in store: write `-[:A|B]-` or a WHERE with type(r)",
      );
    }
    if (reader.isSign("$") || reader.peek().kind === "parameter") {
      reader.refuse(
        "an edge type from a parameter is not available in the built-in store: write `WHERE type(r) = $type`",
      );
    }
    types.push(reader.name("an edge type"));
  } while (reader.takeSign("|"));
  return types;
}

function hopsOf(reader: Reader): EdgePattern["hops"] {
  if (!reader.takeSign("*")) return undefined;
  const min = whole(reader);
  if (!reader.takeSign("..")) return { min, max: min };
  const hops = { min, max: whole(reader) };
  if (hops.max !== undefined && (hops.min ?? 1) > hops.max) reader.refuse("the shortest length is above the longest");
  return hops;
}

function whole(reader: Reader): number | undefined {
  if (reader.peek().kind !== "number") return undefined;
  const { value } = reader.peek();
  if (!/^\d+$/.test(value)) reader.refuse("a path's length is a whole number");
  reader.at++;
  return Number(value);
}

function propertiesOf(reader: Reader): NodePattern["properties"] {
  if (reader.isSign("{")) return map(reader);
  return reader.peek().kind === "parameter" ? expression(reader) : undefined;
}

function refuseNewForms(reader: Reader): void {
  const isNew = reader.isWord("SHORTEST") || ((reader.isWord("ANY") || reader.isWord("ALL")) && !reader.isSign("(", 1));
  if (isNew) {
    reader.refuse(
      "this form of shortest paths is not available in the built-in store: write `MATCH p = shortestPath((a)-[*..6]-(b))` or allShortestPaths",
    );
  }
}

function refuseQuantified(reader: Reader): void {
  if (["+", "*", "{"].some((sign) => reader.isSign(sign))) {
    refusePath(reader);
  }
}

function refusePath(reader: Reader): never {
  return reader.refuse("paths of this form are not available in the built-in store: write `-[:TYPE*1..3]->`");
}
