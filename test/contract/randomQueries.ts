import { form } from "./randomForms.ts";
import { type Dice, dice, type Kind, type Names, noNames, Values } from "./randomValues.ts";

/** What both stores hold: every kind of value, missing ones, several scripts, edges to itself and twice between the same. */
export const fixture = [
  `CREATE (a:A {id: 'a', name: 'alpha', i: 1, j: 5, f: 1.5, t: 'abc', b: true, d: date('2020-02-29'), xs: [3, 1, 2], ts: ['a', 'b'], m: 1, at: datetime('2020-01-01T10:00:00Z')}),
    (b:A:B {id: 'b', name: 'beta', i: 2, f: -0.5, t: 'भारत', b: false, d: date('1971-03-26'), xs: [], ts: ['भारत', 'ভারত'], m: '1'}),
    (c:B {id: 'c', i: 3, j: -1, f: 2.0, t: 'ভারত', xs: [2, 2], m: 1.5, at: datetime('2022-09-15T18:29:59Z')}),
    (d:B:C {id: 'd', name: 'ডেল্টা', i: -3, t: 'Straße', b: true, d: date('2024-12-31'), ts: ['x'], m: true}),
    (e:C {id: 'e', name: '', i: 10, j: 0, f: 0.0, t: 'ABC', b: false}),
    (f:A:C {id: 'f', name: 'İpek', t: 'हिन्दी ab', f: 1000.25, xs: [10], m: 'x'}),
    (g {id: 'g', j: 7}),
    (a)-[:R {k: 1, w: 0.5, t: 'x'}]->(b), (b)-[:R {k: 2}]->(c), (c)-[:R {k: 3, w: 1.5}]->(a), (a)-[:R {k: 4}]->(a),
    (a)-[:S {k: 1}]->(b), (a)-[:S {k: 1, t: 'दो'}]->(b), (c)-[:S {t: ''}]->(d), (d)-[:T {k: 7, w: -2.0}]->(e), (e)-[:T]->(d),
    (f)-[:R {k: 0}]->(e), (b)-[:T {k: 2}]->(f)`,
];
export const params = {
  ...{ i: 2, f: 1.25, t: "ab", b: true, none: null, key: "i", xs: [1, 5, 3], ts: ["abc", "भारत"] },
  rows: [{ k: 1, t: "a", deep: { k: 5 } }, { k: 2 }, { k: null, t: "ভারত" }],
};

/** Values for the same names, of the same kinds or missing. */
export function randomParams({ one }: Dice): Record<string, unknown> {
  return {
    ...params,
    i: one([2, 0, 1, -1, 3, 7, 10, null, Number.MAX_SAFE_INTEGER]),
    f: one([1.25, -0.5, 2, 0, 1e15, 0.1, null]),
    t: one(["ab", "", "abc", "भारत", "10", "A", " x", "İ", null]),
    b: one([true, false, null]),
    none: one([null, null, 1, "a", 1.5, true, [1]]),
    key: one(["i", "t", "k", "nothing"]),
    xs: one([[1, 5, 3], [], [2, 2], [1, null], [1.5, 2], null]),
    ts: one([["abc", "भारत"], [], ["a"], ["b", null], ["", "A"]]),
  };
}

/** Reading queries without end; the same seed gives the same. Lists in columns `u…` have no order. */
export function* randomQueries(seed: number): Generator<string> {
  const thrown = dice(seed);
  const values = new Values(thrown);
  for (;;) yield thrown.chance(0.65) ? form(thrown, values) : query(thrown, values);
}

function query(thrown: Dice, values: Values): string {
  const depth = 1 + thrown.below(3);
  const names = noNames();
  if (thrown.chance(0.06)) return `RETURN ${values.any(names, depth + 1)} AS x, ${values.any(names, depth)} AS y`;
  let text = thrown.chance(0.12) ? unwind(thrown, values, names, depth) : match(thrown, values, names, depth);
  while (thrown.chance(0.45)) text += ` ${more(thrown, values, names, depth)}`;
  if (thrown.chance(0.35)) text += ` ${narrowed(thrown, values, names, depth)}`;
  return `${text} ${returned(thrown, values, names, depth)}`;
}

const label = (thrown: Dice) => thrown.one(["", "", ":A", ":B", ":C", ":A:B", ":Nothing"]);
const where = (thrown: Dice, values: Values, names: Names, depth: number, often = 0.65) =>
  thrown.chance(often) ? ` WHERE ${values.of("boolean", names, depth)}` : "";

function match(thrown: Dice, values: Values, names: Names, depth: number): string {
  const kind = thrown.below(8);
  if (kind < 2) {
    const key = thrown.one(["i: 1", "i: 2", "b: true", "t: 'भारत'", "f: 2.0", "f: 2", "id: 'a'", "j: null", "m: 1"]);
    const given = thrown.chance(0.3) ? ` {${key}}` : "";
    return `MATCH (${fresh(names)}${label(thrown)}${given})${where(thrown, values, names, depth)}`;
  }
  const from = names.nodes.length > 0 && thrown.chance(0.6) ? thrown.one(names.nodes) : fresh(names);
  const start = `(${from}${thrown.chance(0.3) ? label(thrown) : ""})`;
  if (kind < 5) {
    const edge = `r${names.edges.length}`;
    const to = thrown.chance(0.1) && names.nodes.length > 0 ? thrown.one(names.nodes) : fresh(names);
    const key = thrown.chance(0.15) ? " {k: 1}" : "";
    names.edges.push(edge);
    const second = thrown.chance(0.25) ? `${values.edge()}(${fresh(names)}${label(thrown)})` : "";
    return `MATCH ${start}${values.edge(edge, key)}(${to}${label(thrown)})${second}${where(thrown, values, names, depth)}`;
  }
  if (kind === 5) return `MATCH ${start}, (${fresh(names)}${label(thrown)})${where(thrown, values, names, depth, 0.9)}`;
  const hops = thrown.one(["*1..2", "*0..1", "*2", "*1..3", "*..2", "*2..3", "*0..2"]);
  const to = `(${fresh(names)}${label(thrown)})`;
  if (kind === 6) return `MATCH ${start}${values.edge("", hops)}${to}${where(thrown, values, names, depth)}`;
  const path = `p${names.paths.length}`;
  names.paths.push(path);
  return `MATCH ${path} = ${start}${values.edge("", hops)}${to}${where(thrown, values, names, depth)}`;
}

function more(thrown: Dice, values: Values, names: Names, depth: number): string {
  const kind = thrown.below(6);
  if (kind === 0) return match(thrown, values, names, depth);
  if (kind === 1) return unwind(thrown, values, names, depth - 1);
  if (names.nodes.length === 0) return match(thrown, values, names, depth);
  const from = thrown.one(names.nodes);
  if (kind === 2) {
    const found = `c${names.integers.length}`;
    const what = thrown.one(["count(z)", "max(z.i)", "sum(z.j)", "min(z.i)", "count(DISTINCT z.t)"]);
    const body = `MATCH (${from})${values.edge()}(z) RETURN ${what} AS ${found} }`;
    names.integers.push(found);
    return thrown.chance(0.5) ? `CALL (${from}) { ${body}` : `CALL { WITH ${from} ${body}`;
  }
  const edge = `r${names.edges.length}`;
  const to = fresh(names);
  const text = `OPTIONAL MATCH (${from})${values.edge(edge)}(${to}${label(thrown)})`;
  names.edges.push(edge);
  return text + where(thrown, values, names, depth - 1, 0.4);
}

function unwind(thrown: Dice, values: Values, names: Names, depth: number): string {
  const kind = thrown.one(["integers", "integers", "texts"] as const);
  const name = `u${names.integers.length + names.texts.length}`;
  const text = `UNWIND ${values.of(kind, names, depth)} AS ${name}`;
  names[kind === "integers" ? "integers" : "texts"].push(name);
  return text;
}

/** A WITH that keeps some names and makes others; every order is a total one where rows are cut. */
function narrowed(thrown: Dice, values: Values, names: Names, depth: number): string {
  const kept = names.nodes.filter(() => thrown.chance(0.6)).slice(0, 2);
  const [number, text] = [`g${names.integers.length}`, `h${names.texts.length}`];
  const isSum = thrown.chance(0.4);
  const made = isSum
    ? [
        `${thrown.one(["count(*)", `sum(${values.of("integer", names, depth)})`, `max(${values.of("integer", names, depth)})`])} AS ${number}`,
      ]
    : [`${values.of("integer", names, depth)} AS ${number}`, `${values.of("text", names, depth)} AS ${text}`];
  const all = [...kept.map((node) => `${node}.id`), number, ...(isSum ? [] : [text])];
  Object.assign(names, { ...noNames(), nodes: kept, integers: [number], texts: isSum ? [] : [text] });
  const order = thrown.chance(0.3) ? ` ORDER BY ${all.map((each) => each + thrown.one(["", " DESC"])).join(", ")}` : "";
  const cut = order && thrown.chance(0.7) ? ` ${thrown.one(["SKIP 1 LIMIT 3", "LIMIT 2", "SKIP 2"])}` : "";
  return `WITH ${thrown.chance(0.3) ? "DISTINCT " : ""}${[...kept, ...made].join(", ")}${order}${cut}${where(thrown, values, names, depth, 0.3)}`;
}

function returned(thrown: Dice, values: Values, names: Names, depth: number): string {
  const items = Array.from({ length: 1 + thrown.below(3) }, (_, at) => `${values.any(names, depth)} AS x${at}`);
  const kind = thrown.below(8);
  if (kind < 2) {
    const keys = thrown.chance(0.7)
      ? [`${values.of(thrown.one<Kind>(["integer", "text", "boolean"]), names, depth)} AS key`]
      : [];
    return `RETURN ${[...keys, ...Array.from({ length: 1 + thrown.below(2) }, (_, at) => aggregate(thrown, values, names, depth, at))].join(", ")}`;
  }
  if (kind === 2) return `RETURN DISTINCT ${items.join(", ")}`;
  if (kind < 5) {
    const order = items.map((_, at) => `x${at}${thrown.one(["", " DESC"])}`).join(", ");
    const cut = thrown.chance(0.5) ? ` ${thrown.one(["SKIP 1", "LIMIT 3", "SKIP 1 LIMIT 4"])}` : "";
    return `RETURN ${items.join(", ")} ORDER BY ${order}${cut}`;
  }
  if (kind === 5 && names.nodes.length > 0) {
    const node = thrown.one(names.nodes);
    return `RETURN ${node} AS node, ${node} {.id, .i, .nothing, more: ${values.any(names, depth)}} AS map, properties(${node}) AS all`;
  }
  if (kind === 6 && names.nodes.length > 0) {
    return `RETURN ${items[0]}, [(${thrown.one(names.nodes)})${values.edge("r9")}(n9)${where(thrown, values, { ...names, nodes: [...names.nodes, "n9"] }, 1, 0.4)} | ${thrown.one(["n9.id", "n9.i", "r9.k", "type(r9)"])}] AS u`;
  }
  if (kind === 7 && names.nodes.length > 0) return `RETURN ${items[0]}, ${elements(thrown, values, names)} AS whole`;
  const whole = [...names.edges, ...names.paths];
  if (whole.length > 0 && thrown.chance(0.5)) items.push(`${thrown.one(whole)} AS whole`);
  const union = thrown.chance(0.1) ? ` UNION${thrown.one(["", " ALL"])} RETURN ${values.any(noNames(), 1)} AS x0` : "";
  return union ? `RETURN ${items[0]}${union}` : `RETURN ${items.join(", ")}`;
}

/** Nodes and edges that an expression gives, in lists and maps too. */
function elements(thrown: Dice, values: Values, names: Names): string {
  const [one, other] = [thrown.one([...names.nodes, ...names.edges]), thrown.one([...names.nodes, ...names.edges])];
  const condition = values.of("boolean", names, 1);
  return thrown.one([
    `[${one}, ${other}]`,
    `[${one}, ${other}][${thrown.below(3)}]`,
    `${thrown.one(["head", "last", "tail", "reverse"])}([${one}, ${other}])`,
    `{one: ${one}, other: [${other}]}`,
    `{one: ${one}}.one`,
    `[${one}] + [${other}]`,
    `coalesce(${one}, ${other})`,
    `CASE WHEN ${condition} THEN ${one} ELSE ${other} END`,
    `[x IN [${one}, ${other}] WHERE x.i > 1]`,
    `[x IN [${one}, ${other}] | x.k]`,
    `properties([${one}, ${other}][0])`,
  ]);
}

function aggregate(thrown: Dice, values: Values, names: Names, depth: number, at: number): string {
  const once = thrown.one(["", "DISTINCT "]);
  const value = (...kinds: Kind[]) => values.of(thrown.one(kinds), names, depth - 1);
  return thrown.one([
    () => `count(*) AS y${at}`,
    () => `count(${once}${value("integer", "text", "boolean", "date")}) AS y${at}`,
    () => `${thrown.one(["sum", "avg"])}(${once}${value("integer", "float")}) AS y${at}`,
    () => `${thrown.one(["min", "max"])}(${value("integer", "text", "float", "date", "boolean", "mixed")}) AS y${at}`,
    () => `collect(${once}${value("integer", "text", "date")}) AS u${at}`,
    () => `percentileCont(${value("integer", "float")}, 0.5) AS y${at}`,
  ])();
}

function fresh(names: Names): string {
  const name = `n${names.nodes.length}`;
  names.nodes.push(name);
  return name;
}
