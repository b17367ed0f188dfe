import type { Dice, Kind, Names } from "./randomValues.ts";

/** What makes the values inside of an expression. */
export interface Inside {
  dice: Dice;
  names: Names;
  /** An expression of a kind, nested less deeply than the one around it. */
  v(kind: Kind): string;
  plain(kind: Kind): string;
  edge(variable?: string, hops?: string): string;
}

/** Further ways to write a value of a kind: the corners of functions, of lists, of maps and of what null does in them. */
export function corners(kind: Kind, inside: Inside): (() => string)[] {
  return (ways[kind] as ((inside: Inside) => (() => string)[]) | undefined)?.(inside) ?? [];
}

const ways: Partial<Record<Kind, (inside: Inside) => (() => string)[]>> = {
  integer,
  float,
  text,
  boolean,
  integers,
  texts,
  date,
  mixed,
};
const signs = ["=", "<>", "<", ">", "<=", ">="];
const any: Kind[] = ["integer", "float", "text", "boolean", "date", "integers", "texts", "mixed", "datetime"];

function integer({ dice, names, v, plain }: Inside) {
  const thing = [...names.nodes, ...names.edges];
  return [
    () => `toInteger(${dice.one(["'12'", "' 7'", "'x'", "''", "'1.9'", "'-3'", "true", "'1e3'", "'०१'", v("text")])})`,
    () => `{a: ${v("integer")}, b: 1}.${dice.one(["a", "b", "c"])}`,
    () => `{a: ${v("integer")}}[${dice.one(["'a'", "'b'", "$key"])}]`,
    () => `${v("integers")}[${v("integer")}]`,
    () => `size(${dice.one(["keys", "labels"])}(${thing[0] ?? "{a: 1}"}))`,
    () => `size([x IN ${v("integers")} WHERE ${dice.one(["x IS NULL", "x = 1", "NOT x = 1", "x > 1 OR x < 0"])}])`,
    () =>
      `size(${v(dice.one(["text", "integers", "texts"]))}${dice.one(["", "[0..1]", "[1..]"])})`.replace(
        /(.)\[(0\.\.1|1\.\.)\]\)$/,
        "$1)",
      ),
    () => `(${plain("integer")} ${dice.one(["/", "%"])} ${dice.one(["2", "-2", "3", "-3", "7"])})`,
    () =>
      `(${dice.one(["9223372036854775807", "-9223372036854775807", "4611686018427387904"])} ${dice.one(["+", "-", "*"])} ${plain("integer")})`,
    () => `toInteger(${dice.one(["1.9", "-1.9", "1e15", "0.0", "-0.5", v("float")])})`,
    () =>
      `${dice.one(["datetime", "date"])}('2022-09-15${dice.one(["", "T23:59:59+05:30", "T00:00:00Z"])}').${dice.one(["year", "hour", "minute", "epochMillis", "day"])}`,
    () => `CASE WHEN ${v("boolean")} THEN ${v("integer")} END`,
    () => `CASE ${v("mixed")} WHEN ${v("mixed")} THEN 1 WHEN null THEN 2 ELSE 3 END`,
    () =>
      `reduce(s = 0, x IN ${v("integers")} | ${dice.one(["s + coalesce(x, 0)", "CASE WHEN x > s THEN x ELSE s END", "x", "s * 2 + x"])})`,
    () => `nullIf(${v("integer")}, ${plain("integer")})`,
  ];
}

function float({ dice, v, plain }: Inside) {
  return [
    () => `toFloat(${dice.one(["'1.5'", "'x'", "'1e2'", "'.5'", "'5.'", "' 2.0'", v("text")])})`,
    () => `(${v("integer")} / ${dice.one(["2.0", "0.5", "-4.0", "0.0"])})`,
    () => `(${plain("float")} % ${dice.one(["2", "0.3", "-1.5"])})`,
    () =>
      `${dice.one(["log", "log10", "sin", "cos", "tan", "degrees", "radians", "acos", "asin", "cot"])}(${plain("float")})`,
    () => `atan2(${plain("float")}, ${plain("float")})`,
    () => `round(${dice.one(["2.5", "-2.5", "0.49999999999999994", "1e17", v("float")])})`,
    () => `(${dice.one(["1e150", "-1e150"])} * ${plain("float")})`,
    () => `sqrt(${v("integer")})`,
    () => `(${plain("float")} ^ ${plain("float")})`,
    () => `(0.1 + ${plain("float")})`,
    () => `${dice.one(["pi", "e"])}()`,
    () => `reduce(s = 0.0, x IN ${v("integers")} | s + x / 2.0)`,
    () => `abs(${v("integer")} - ${v("float")})`,
  ];
}

function text({ dice, names, v, plain }: Inside) {
  const [node, edge] = [names.nodes[0], names.edges[0]];
  return [
    () => `toString(${v(dice.one(["integer", "float", "boolean", "date", "datetime", "mixed"]))})`,
    () => `${node ?? "{t: 'x'}"}[${dice.one(["'t'", "'id'", "$key", "'nothing'"])}]`,
    () => `substring(${v("text")}, ${dice.one(["0", "1", "20", "size('ab')", v("integer")])})`,
    () => `${dice.one(["left", "right"])}(${v("text")}, ${dice.one(["0", "1", "20", "$i", "null"])})`,
    () =>
      `replace(${v("text")}, ${dice.one(["''", "'a'", "'.'", "'भ'"])}, ${dice.one(["''", "'$1'", "'xx'", "null"])})`,
    () =>
      `split(${v("text")}, ${dice.one(["'a'", "','", "'ab'", "'.'", "' '", "null"])})[${dice.one(["0", "1", "-1"])}]`,
    () => `(${v("text")} + ${dice.one(["'x'", "null", "toString(1)", v("text"), v("integer")])})`,
    () => `(toString(${v("integer")}) + ${v("text")})`,
    () =>
      `${dice.one(["toUpper", "toLower", "upper", "lower"])}(${dice.one(["'ß'", "'İ'", "'ǆ'", "'ΑΣ'", "'ﬁ'", "'ŉ'", v("text")])})`,
    () => `reverse(${dice.one(["'😀x'", "'भारत'", "'e\\u0301'", v("text")])})`,
    () =>
      `${dice.one(["trim", "ltrim", "rtrim"])}(${dice.one(["'\\t a\\n'", "' \\u3000a\\u2003'", "'  '", v("text")])})`,
    () => `{a: ${v("text")}}.a`,
    () => `nullIf(${v("text")}, ${plain("text")})`,
    () => (edge ? `type(${edge})` : plain("text")),
    () => `reduce(s = '', x IN ${v("texts")} | s + ${dice.one(["x", "coalesce(x, '-')", "left(x, 1)"])})`,
  ];
}

function boolean({ dice, names, v, plain, edge }: Inside) {
  const [node] = names.nodes;
  const trail = names.paths[0];
  const forms = [
    () => `${v(dice.one(any))} ${dice.one(signs)} ${v(dice.one(any))}`,
    () => `${v(dice.one(any))} IN [${v(dice.one(any))}, ${plain(dice.one(any))}${dice.one(["", ", null"])}]`,
    () => `${v(dice.one(any))} IS ${dice.one(["", "NOT "])}NULL`,
    () => `NOT ${v("integer")} IN ${v("integers")}`,
    () => `${v("integers")} ${dice.one(["=", "<>"])} ${dice.one(["[]", "[1, 2]", "[1.0, 2.0]", "[1, null]", "null"])}`,
    () => `${v("integers")} IN [${v("integers")}, []]`,
    () => `[${plain("integer")}, ${plain("text")}] = [${plain("integer")}, ${plain("text")}]`,
    () => `{a: ${plain("integer")}} = {a: ${plain("integer")}}`,
    () => `${v("boolean")} ${dice.one(["=", "<>"])} ${v("boolean")}`,
    () => `(${v("boolean")} XOR ${v("boolean")} XOR ${v("boolean")})`,
    () => `(${v("boolean")} OR ${v("boolean")} AND NOT ${v("boolean")})`,
    () => `toBoolean(${dice.one(["'true'", "'FALSE'", "'x'", "' true'", v("text")])})`,
    () =>
      `${dice.one(["any", "all", "none", "single"])}(x IN ${v(dice.one(["integers", "texts"]))} WHERE ${dice.one(["x IS NULL", "x IS NOT NULL", "x = x", "true", "false", "null"])})`,
    () =>
      `${dice.one(["any", "all", "none", "single"])}(x IN [${plain("integer")}, ${plain("integer")}] WHERE x > ${plain("integer")} AND x < 10)`,
    () => `${v("text")} =~ ${dice.one(["'.*'", "''", "'(a|b)c?'", "'^a$'", "'[^a]*'", "'a{2}'", "'(?i)a.*'", "$t"])}`,
    () => `${plain("float")} ${dice.one(signs)} ${v("integer")}`,
    () => `coalesce(${v("boolean")}, ${dice.one(["true", "false"])})`,
    () =>
      `${plain("text")} ${dice.one(["STARTS WITH", "ENDS WITH", "CONTAINS"])} ${dice.one(["''", "null", "1", plain("text")])}`,
  ];
  if (trail) {
    forms.push(
      () =>
        `${dice.one(["any", "all", "none"])}(x IN nodes(${trail}) WHERE x.i ${dice.one(signs)} ${plain("integer")})`,
      () =>
        `${dice.one(["any", "all", "none"])}(x IN relationships(${trail}) WHERE type(x) = '${dice.one(["R", "S"])}')`,
    );
  }
  if (!node) return forms;
  return [
    ...forms,
    () => `${dice.one(["'A'", "'B'", "'x'", "null"])} IN labels(${node})`,
    () => `${dice.one(["'i'", "'t'", "'x'"])} IN keys(${node})`,
    () => `${node} IN [${names.nodes.join(", ")}]`,
    () => `(${node}:A OR ${node}:B)`,
    () => `(${node}:A AND NOT ${node}:C)`,
    () =>
      `${node}.${dice.one(["i", "t", "m", "xs", "d"])} ${dice.one(["=", "<>", "IN"])} ${node}.${dice.one(["i", "f", "m", "xs", "ts"])}`,
    () => `(${node})${edge()}()${edge()}(${dice.one([":A", ":B", ""])})`,
    () => `EXISTS { (${node})${edge()}(n8)${edge()}(${node}) }`,
    () => `EXISTS { MATCH (${node})${edge()}(n8) WHERE n8.${dice.one(["i", "j"])} ${dice.one(signs)} ${node}.i }`,
    () => `NOT (${node})${edge()}(:${dice.one(["A", "B", "C"])})`,
    () => `${node} IS ${dice.one(["", "NOT "])}NULL`,
  ];
}

function integers({ dice, v, plain }: Inside) {
  const bound = () => dice.one(["0", "1", "2", "null", "size([1])", plain("integer")]);
  return [
    () => `${v("integers")}[${bound()}..${bound()}]`,
    () => `(${v("integers")} + ${dice.one(["[7]", "[null]", v("integers"), v("integer")])})`,
    () =>
      `range(${v("integer")}, ${v("integer")}${dice.one(["", ", 2", ", -1", ", 0"])})`.replace(
        /range\((.*)\)$/,
        (all) => (/\d{5}/.test(all) ? "range(0, 2)" : all),
      ),
    () => `[x IN ${v("integers")} WHERE ${dice.one(["x IS NOT NULL", "x % 2 = 0", "true", "null", "x IN [1, 2]"])}]`,
    () =>
      `[x IN ${v("integers")} | ${dice.one(["-x", "x / 2", "x * x", "coalesce(x, 0)", "null", "CASE WHEN x > 1 THEN x END"])}]`,
    () => `[y IN [${v("integer")}, ${v("integer")}] WHERE y > ${plain("integer")} | y]`,
    () => `tail(${v("integers")})`,
  ];
}

function texts({ dice, names, v, plain }: Inside) {
  return [
    () => `${v("texts")}[${dice.one(["1..", "..1", "0..2", "..-1", "0..0"])}]`,
    () => `(${v("texts")} + ${dice.one([`[${v("text")}]`, `[${v("text")}]`, v("text")])})`,
    () => `[x IN ${v("texts")} | ${dice.one(["toUpper(x)", "x + 'x'", "left(x, 1)", "x = 'a'", "size(x)", "[x]"])}]`,
    () => `split(${v("text")}, ${dice.one(["''", "','", "'a'", plain("text")])})`,
    () => `reverse(${v("texts")})`,
    () => (names.paths[0] ? `[x IN nodes(${names.paths[0]}) WHERE x.i > ${plain("integer")} | x.t]` : plain("texts")),
    () => (names.edges[0] ? `[type(${names.edges[0]}), ${v("text")}]` : plain("texts")),
  ];
}

function date({ dice, v, plain }: Inside) {
  return [
    () =>
      `date(${dice.one(["'2020-02-30'", "'2020-12-01'", "'20200229'", "{year: 2021}", "{year: 2021, month: 5}", "datetime('2022-09-15T23:59:59+05:30')", v("date")])})`,
    () =>
      `(${plain("date")} ${dice.one(["+", "-"])} duration({${dice.one(["days", "months", "years", "weeks"])}: ${dice.one(["1", "31", "12", "0"])}}))`,
    () => `${dice.one(["max", "head"]).replace("max", "last")}([${v("date")}, ${plain("date")}])`,
  ];
}

function mixed({ dice, v, plain }: Inside) {
  const some = () => v(dice.one(any.filter((kind) => kind !== "mixed")));
  return [
    some,
    some,
    () => `[${some()}, ${some()}]`,
    () => `{a: ${some()}, b: ${plain("mixed")}}`,
    () => `coalesce(${some()}, ${some()})`,
    () => `CASE WHEN ${v("boolean")} THEN ${some()} ELSE ${some()} END`,
    () => `[${some()}, ${some()}][${dice.one(["0", "1", "2", "-1"])}]`,
    () => `head([${some()}])`,
  ];
}
