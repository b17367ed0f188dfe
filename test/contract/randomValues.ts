import { corners } from "./randomExpressions.ts";

/** Variables that an expression may use, by what they hold. */
export interface Names {
  nodes: string[];
  edges: string[];
  paths: string[];
  integers: string[];
  texts: string[];
}
export const noNames = (): Names => ({ nodes: [], edges: [], paths: [], integers: [], texts: [] });

/** Random numbers that a seed repeats (mulberry32). */
export interface Dice {
  below(count: number): number;
  one<T>(of: readonly T[]): T;
  chance(of: number): boolean;
}

export function dice(seed: number): Dice {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (count: number) => Math.floor(next() * count);
  return {
    below,
    one: (of) => of[below(of.length)] as (typeof of)[number],
    chance: (of) => next() < of,
  };
}

/** A property of the kind on some node or edge in scope. */
const properties = {
  integer: { node: ["i", "j"], edge: ["k"] },
  float: { node: ["f"], edge: ["w"] },
  text: { node: ["t", "id", "name"], edge: ["t"] },
  boolean: { node: ["b"], edge: [] },
  date: { node: ["d"], edge: [] },
  datetime: { node: ["at"], edge: [] },
  integers: { node: ["xs"], edge: [] },
  texts: { node: ["ts"], edge: [] },
  mixed: { node: ["m"], edge: [] },
} as const;
export type Kind = keyof typeof properties;

const literals: Record<Kind, readonly string[]> = {
  integer: ["0", "1", "2", "-1", "-3", "7", "10", "100", "9007199254740993", "$i", "null"],
  float: ["0.0", "0.5", "-0.5", "1.5", "2.5", "2.0", "-2.25", "1e3", "1e-3", "1e17", "0.1", "$f", "null"],
  text: [
    ...["''", "'a'", "'A'", "'abc'", "'ab c'", "'भारत'", "'भा'", "'भ'", "'ত'", "'ভারত'", "'ড়'", "'क्ष'", "'10'", "'9'"],
    ...["'é'", "'É'", "'ß'", "'İ'", "'😀x'", "'a\\'b'", "'a\\\\b'", "'\\u0939िन्दी'", '"d\\"q"', "' x'", "$t", "null"],
  ],
  boolean: ["true", "false", "null", "$b"],
  date: ["date('2020-02-29')", "date('1971-03-26')", "date('2024-12-31')", "date({year: 2022, month: 9, day: 1})"],
  datetime: ["datetime('2020-01-01T10:00:00Z')", "datetime('2022-09-15T23:59:59+05:30')"],
  integers: [
    "[]",
    "[1.0, 2]",
    "[0, -1]",
    "[1, 2, 3]",
    "[3, 1, 2]",
    "[2, 2]",
    "[1, null]",
    "range(0, 4)",
    "range(5, 1, -2)",
    "$xs",
  ],
  texts: ["[]", "['a', 'b']", "['b', null, 'a']", "['']", "['भारत', 'ভারত']", "['10', '9']", "$ts"],
  mixed: ["1", "'1'", "1.0", "null", "true", "'a'", "[1]", "{a: 1}", "$none", "date('2020-02-29')"],
};

const comparisons = ["=", "<>", "<", ">", "<=", ">="];

/** Makes expressions of a kind, nested at most so deep. */
export class Values {
  readonly dice: Dice;
  constructor(dice: Dice) {
    this.dice = dice;
  }

  of(kind: Kind, names: Names, depth: number): string {
    if (depth <= 0 || this.dice.chance(0.25)) return this.plain(kind, names);
    const inside = {
      ...{ dice: this.dice, names, edge: this.edge.bind(this), plain: (of: Kind) => this.plain(of, names) },
      v: (of: Kind) => this.of(of, names, depth - 1),
    };
    return this.dice.one([...this.forms(kind, names, depth - 1), ...corners(kind, inside)])();
  }

  any(names: Names, depth: number): string {
    const kinds: Kind[] = [
      "integer",
      "integer",
      "float",
      "text",
      "text",
      "boolean",
      "boolean",
      "date",
      "integers",
      "texts",
      "mixed",
    ];
    return this.of(this.dice.one(kinds), names, depth);
  }

  private plain(kind: Kind, names: Names): string {
    const found: string[] = [];
    for (const node of names.nodes) for (const key of properties[kind].node) found.push(`${node}.${key}`);
    for (const edge of names.edges) for (const key of properties[kind].edge) found.push(`${edge}.${key}`);
    if (kind === "integer") found.push(...names.integers, ...names.paths.map((path) => `length(${path})`));
    if (kind === "text") found.push(...names.texts, ...names.edges.map((edge) => `type(${edge})`));
    const passed = literals[kind].filter((literal) => literal.startsWith("$"));
    if (passed.length > 0 && this.dice.chance(0.15)) return this.dice.one(passed);
    return this.dice.one(found.length > 0 && this.dice.chance(0.65) ? found : literals[kind]);
  }

  /** Ways to write a value of the kind; each is written out only when it is chosen. */
  private forms(kind: Kind, names: Names, depth: number): (() => string)[] {
    const { dice } = this;
    const v = (of: Kind) => this.of(of, names, depth);
    const plain = (of: Kind) => this.plain(of, names);
    const chosen = (of: Kind) => [
      () => `coalesce(${v(of)}, ${v(of)})`,
      () => `CASE WHEN ${v("boolean")} THEN ${v(of)} ELSE ${v(of)} END`,
      () => `CASE ${v("integer")} WHEN ${plain("integer")} THEN ${v(of)} WHEN ${plain("integer")} THEN ${v(of)} END`,
    ];
    const node = () => dice.one(names.nodes);
    const ifNodes = (form: () => string, otherwise: () => string) => (names.nodes.length > 0 ? form : otherwise);
    switch (kind) {
      case "integer":
        return [
          ...chosen("integer"),
          () => `(${v("integer")} ${dice.one(["+", "-", "*", "/", "%"])} ${v("integer")})`,
          () => `(${v("integer")} ${dice.one(["+", "-", "*"])} ${v("integer")})`,
          () => `-${v("integer")}`,
          () =>
            `${dice.one(["abs", "sign"])}(${v(dice.one(["integer", "float"]))})`.replace(
              /^abs\(.*/,
              () => `abs(${v("integer")})`,
            ),
          () => `size(${v(dice.one(["text", "integers", "texts"]))})`,
          () => `toInteger(${v(dice.one(["float", "integer"]))})`,
          () => `${dice.one(["head", "last"])}(${v("integers")})`,
          () => `${v("integers")}[${dice.one(["0", "1", "-1", "9"])}]`,
          () => `reduce(s = ${plain("integer")}, x IN ${v("integers")} | s ${dice.one(["+", "-", "*"])} x)`,
          () => `${plain("date")}.${dice.one(["year", "month", "day", "quarter", "week", "dayOfWeek", "ordinalDay"])}`,
          ifNodes(
            () => `COUNT { (${node()})${this.edge()}() }`,
            () => plain("integer"),
          ),
          ifNodes(
            () => `COUNT { (${node()})-[r0]-(n0) WHERE n0.i ${dice.one(comparisons)} ${plain("integer")} }`,
            () => plain("integer"),
          ),
        ];
      case "float":
        return [
          ...chosen("float"),
          () => `(${v(dice.one(["float", "integer"]))} ${dice.one(["+", "-", "*", "/", "%"])} ${v("float")})`,
          () => `${dice.one(["round", "floor", "ceil", "sqrt", "exp", "atan", "abs"])}(${v("float")})`,
          () => `toFloat(${v("integer")})`,
          () => `(${plain("integer")} ^ ${plain("integer")})`,
        ];
      case "text":
        return [
          ...chosen("text"),
          () => `(${v("text")} + ${v("text")})`,
          () => `${dice.one(["toUpper", "toLower", "reverse", "trim", "ltrim", "rtrim"])}(${v("text")})`,
          () => `${dice.one(["left", "right"])}(${v("text")}, ${dice.below(4)})`,
          () => `substring(${v("text")}, ${dice.below(3)}${dice.chance(0.5) ? `, ${dice.below(4)}` : ""})`,
          () => `replace(${v("text")}, ${plain("text")}, ${plain("text")})`,
          () => `toString(${v(dice.one(["integer", "boolean", "date"]))})`,
          () => `split(${v("text")}, ${dice.one(["'b'", "' '", "'ा'", "'ত'"])})[${dice.below(2)}]`,
          () => `${dice.one(["head", "last"])}(${v("texts")})`,
          () => `reduce(s = ${plain("text")}, x IN ${v("texts")} | s + x)`,
          () => `${v("texts")}[${dice.one(["0", "1", "-1"])}]`,
        ];
      case "boolean":
        return this.conditions(names, depth);
      case "date":
        return [
          ...chosen("date"),
          () => `(${v("date")} ${dice.one(["+", "-"])} duration('${dice.one(["P1D", "P1M", "P2Y", "P1M1D"])}'))`,
        ];
      case "datetime":
        return [() => plain("datetime")];
      case "integers":
        return [
          ...chosen("integers"),
          () => `[${v("integer")}, ${v("integer")}]`,
          () => `(${v("integers")} + ${v("integers")})`,
          () =>
            `[x IN ${v("integers")} WHERE x ${dice.one(comparisons)} ${plain("integer")} | x ${dice.one(["+", "*", "-"])} ${plain("integer")}]`,
          () => `${v("integers")}[${dice.below(2)}..${dice.chance(0.5) ? dice.below(4) : ""}]`,
          () => `${dice.one(["tail", "reverse"])}(${v("integers")})`,
          () => `[x IN ${v("texts")} | size(x)]`,
        ];
      case "texts":
        return [
          () => `[${v("text")}, ${v("text")}]`,
          () => `split(${v("text")}, ${dice.one(["'b'", "' '", "'ा'"])})`,
          () => `[x IN ${v("texts")} WHERE x ${dice.one(["CONTAINS", "STARTS WITH", "<", "="])} ${plain("text")}]`,
          () => (names.paths.length > 0 ? `[x IN nodes(${dice.one(names.paths)}) | x.id]` : plain("texts")),
          () => (names.paths.length > 0 ? `[x IN relationships(${dice.one(names.paths)}) | type(x)]` : plain("texts")),
        ];
      case "mixed":
        return [
          () => plain("mixed"),
          () => `coalesce(${plain("mixed")}, ${plain("mixed")})`,
          () => `[${plain("mixed")}, ${plain("integer")}]`,
        ];
    }
  }

  private conditions(names: Names, depth: number): (() => string)[] {
    const { dice } = this;
    const v = (of: Kind) => this.of(of, names, depth);
    const plain = (of: Kind) => this.plain(of, names);
    const compared = dice.one([
      "integer",
      "text",
      "date",
      "float",
      "datetime",
      "mixed",
      "boolean",
      "integers",
    ] as const);
    const forms = [
      () => `${v("integer")} ${dice.one(comparisons)} ${v(dice.one(["integer", "float"]))}`,
      () => `${v("text")} ${dice.one(comparisons)} ${v("text")}`,
      () => `${v(compared)} ${dice.one(compared === "integers" ? ["=", "<>"] : comparisons)} ${v(compared)}`,
      () =>
        `${plain("integer")} ${dice.one(comparisons)} ${plain("integer")} ${dice.one(comparisons)} ${plain("integer")}`,
      () => `${v("text")} ${dice.one(["STARTS WITH", "ENDS WITH", "CONTAINS"])} ${v("text")}`,
      () => `(${v("boolean")} ${dice.one(["AND", "OR", "XOR"])} ${v("boolean")})`,
      () => `NOT (${v("boolean")})`,
      () => `${v(dice.one(["integer", "text", "date", "texts", "boolean"]))} IS ${dice.one(["", "NOT "])}NULL`,
      () => `${v("integer")} IN ${v("integers")}`,
      () => `${v("text")} IN ${v("texts")}`,
      () => `${plain("mixed")} IN [${plain("mixed")}, ${plain("mixed")}]`,
      () =>
        `${dice.one(["any", "all", "none", "single"])}(x IN ${v("integers")} WHERE x ${dice.one(comparisons)} ${plain("integer")})`,
      () => `${dice.one(["any", "all"])}(x IN ${v("texts")} WHERE x CONTAINS ${plain("text")})`,
      () =>
        `${v("text")} =~ ${dice.one(["'a.*'", "'[a-c]+'", "'(?i)ABC'", "'.*ा.*'", "'.'", "'[০-৯भ-ह].*'", "'.{2,3}'"])}`,
    ];
    if (names.nodes.length === 0) return forms;
    const node = dice.one(names.nodes);
    return [
      ...forms,
      () => `${node}:${dice.one(["A", "B", "C", "A:B", "Nothing"])}`,
      () => `(${node})${this.edge()}(${dice.one(["", ":A", ":B", ...names.nodes])})`,
      () => `EXISTS { (${node})${this.edge("r0")}(n0) WHERE n0.i ${dice.one(comparisons)} ${plain("integer")} }`,
      () => `${node} ${dice.one(["=", "<>"])} ${dice.one(names.nodes)}`,
      () => `NOT EXISTS { MATCH (${node})${this.edge()}(:B) }`,
    ];
  }

  /** An edge of any direction and type. */
  edge(variable = "", hops = ""): string {
    const types = this.dice.one(["", ":R", ":S", ":T", ":R|S", ":R|T", ":Nothing"]);
    const [before, after] = this.dice.one([
      ["-", "->"],
      ["<-", "-"],
      ["-", "-"],
    ] as const);
    return `${before}[${variable}${types}${hops}]${after}`;
  }
}
