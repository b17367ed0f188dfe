import { isNode, kinds, labels, type Making, scalars, start, where } from "./randomStarts.ts";
import { type Kind, type Names, noNames } from "./randomValues.ts";

const rowsOf = [
  "[{k: 1, t: 'a'}, {k: 2, t: null}, {t: 'b'}]",
  "[{k: 1, t: 'a', deep: {k: 5}}, {k: null, t: 'भारत', deep: {k: null}}]",
  "[{k: 3, t: 'x'}]",
  "$rows",
  "[]",
];

/** UNWIND of maps, of lists in lists, and of what these hold. */
export function unwoundMaps(making: Making): string {
  const { thrown, v } = making;
  const head = `UNWIND ${thrown.one(rowsOf)} AS row`;
  const field = () => thrown.one(["row.k", "row.t", "row['k']", "row['t']", "row.nothing", "row.deep.k", "row[$key]"]);
  return thrown.one([
    () => `${head} RETURN ${field()} AS x, ${field()} AS y`,
    () => `${head} WITH row WHERE ${field()} IS ${thrown.one(["", "NOT "])}NULL RETURN row`,
    () => `${head} MATCH (a {${thrown.one(["id: row.t", "i: row.k"])}}) RETURN a.id AS id, ${field()} AS x`,
    () => `${head} OPTIONAL MATCH (a) WHERE a.i = row.k RETURN a.id AS id, ${field()} AS x`,
    () => `${head} RETURN count(${field()}) AS n, ${thrown.one(["sum", "max", "min"])}(row.k) AS s`,
    () => `${head} RETURN keys(row) AS u, size(keys(row)) AS n`,
    () => `${head} RETURN row {.k, .t, more: ${v("integer", noNames())}} AS m`,
    () => `UNWIND [[1, 2], [3], [], null] AS xs UNWIND xs AS x RETURN x, size(xs) AS n`,
    () => `UNWIND [[1, 'a'], [2, 'b']] AS pair RETURN pair[0] AS x, pair[1] AS y`,
    () =>
      `UNWIND [1, null, 2.0, 1.0, 2] AS x RETURN ${thrown.one(["DISTINCT x", "x", "count(DISTINCT x) AS n", "x, count(*) AS n"])}`,
    () =>
      `UNWIND [[1], [1.0], [null], null, []] AS x RETURN ${thrown.one(["DISTINCT x", "count(DISTINCT x) AS n", "x, count(*) AS n"])}`,
    () =>
      `UNWIND [{a: 1}, {a: 1.0}, {a: 1}, {a: null}, {}] AS x RETURN ${thrown.one(["DISTINCT x", "count(DISTINCT x) AS n", "x, count(*) AS n"])}`,
    () =>
      `UNWIND ${v(thrown.one<Kind>(["integers", "texts"]), noNames(), 2)} AS x WITH x WHERE x ${thrown.one(["=", "<>", ">", "IN"])} ${thrown.one(["1", "[1, 2]", "'a'", "2.0", "null"])} RETURN x`,
  ])();
}

/** Lists that rows are gathered into, taken apart again. */
export function gathered(making: Making): string {
  const { thrown, values, v } = making;
  const { text, names } = start(making);
  const kind = thrown.one<Kind>(["integer", "text", "integer", "float", "boolean", "date"]);
  const value = v(kind, names);
  const key = isNode(names) && thrown.chance(0.4) ? `${thrown.one(names.nodes)}` : undefined;
  const way = thrown.one(["", " DESC"]);
  const listed = thrown.chance(0.5)
    ? `${text} WITH ${key ? `${key}, ` : ""}${value} AS x ORDER BY x${way} WITH ${key ? `${key}, ` : ""}collect(x) AS xs`
    : `${text} WITH ${key ? `${key}, ` : ""}collect(DISTINCT ${value}) AS xs`;
  const isOrdered = listed.includes("ORDER BY");
  const shown = key ? `${key}.id AS id, ` : "";
  const bound = () => thrown.one(["0", "1", "2", "-1", "size(xs)"]);
  const kept: Names = { ...noNames(), nodes: key ? [key] : [] };
  if (isOrdered) {
    return `${listed} RETURN ${shown}${thrown.one([
      `xs[${bound()}] AS y`,
      `xs[${bound()}..] AS y`,
      `xs[..${bound()}] AS y`,
      `xs[${bound()}..${bound()}] AS y`,
      "head(xs) AS y, last(xs) AS z",
      "tail(xs) AS y",
      "reverse(xs) AS y",
      "xs AS y",
      "reduce(s = '', x IN xs | s + toString(x)) AS y",
      "[x IN xs WHERE x IS NOT NULL | [x]] AS y",
      "[at IN range(0, size(xs) - 1) | xs[at]] AS y",
      "size([x IN xs WHERE x = xs[0]]) AS y",
    ])}`;
  }
  return thrown.one([
    `${listed} RETURN ${shown}size(xs) AS y`,
    `${listed} UNWIND xs AS x RETURN ${shown}x AS y`,
    `${listed} MATCH (n) WHERE n.${thrown.one(["i", "t", "f", "j"])} IN xs RETURN ${shown}n.id AS y`,
    `${listed} MATCH (n) WHERE NOT n.${thrown.one(["i", "t", "id"])} IN xs RETURN ${shown}n.id AS y`,
    `${listed} WHERE size(xs) > ${thrown.below(3)} RETURN ${shown}xs AS u`,
    `${listed} WHERE ${thrown.one(["any", "all", "none", "single"])}(x IN xs WHERE x ${thrown.one(["=", "<>"])} ${v(kind, kept, 0)}) RETURN ${shown}size(xs) AS y`,
    `${listed} RETURN ${shown}${v(kind, kept, 0)} IN xs AS y`,
    `MATCH (n${thrown.one(labels)}) WITH collect(n) AS ns UNWIND ns AS n MATCH (n)${values.edge()}(m) RETURN n.id AS x, m.id AS y`,
    `MATCH (n${thrown.one(labels)}) WITH collect(n) AS ns MATCH (a)${values.edge()}(b) WHERE ${thrown.one(["a IN ns", "b IN ns", "NOT a IN ns", "a IN ns AND b IN ns"])} RETURN a.id AS x, b.id AS y`,
    `MATCH (n${thrown.one(labels)}) WITH collect(n.id) AS ids, count(*) AS c MATCH (a)${values.edge("r")}(b) WHERE a.id IN ids RETURN type(r) AS x, count(*) AS y, c`,
    `MATCH (a)${values.edge("r")}(b) WITH a, collect(r) AS rs RETURN a.id AS id, size(rs) AS y, [r IN rs | type(r)] AS u`,
    `MATCH (a)${values.edge("r")}(b) WITH a, collect({id: b.id, k: r.k}) AS u RETURN a.id AS id, u`,
  ]);
}

/** Names used again for something else. */
export function renamed(making: Making): string {
  const { thrown, values, v } = making;
  const a: Names = { ...noNames(), nodes: ["a"] };
  return thrown.one([
    `MATCH (a) WITH a.i AS a RETURN a`,
    `MATCH (a) WITH a.i AS a ORDER BY a RETURN collect(a) AS x`,
    `MATCH (a)${values.edge("r")}(b) WITH b AS a, a AS b RETURN a.id AS x, b.id AS y`,
    `MATCH (a)${values.edge("r")}(b) WITH a AS b, count(*) AS a RETURN b.id AS x, a AS y`,
    `MATCH (a) RETURN a.id AS a, ${v("integer", a)} AS b`,
    `MATCH (a) RETURN a.i AS a ORDER BY a`,
    `MATCH (a) WITH a.i AS i RETURN [a IN [1, 2] WHERE a = i | a] AS x`,
    `MATCH (a) RETURN [a IN coalesce(a.xs, []) | a + 1] AS x`,
    `MATCH (a) WITH a, a.i AS i WITH i AS j, a AS i RETURN i.id AS x, j`,
    `MATCH (a) RETURN a.t AS t, count(a) AS a`,
    `MATCH (a) RETURN a.b AS k, collect(a.id) AS u, max(a.i) AS a`,
    `UNWIND [1, 2, 2] AS x RETURN x AS y, count(x) AS x`,
    `UNWIND [1, 2, 2] AS x WITH x AS y, sum(x) AS x RETURN x, y`,
    `UNWIND [3, 1, 2] AS x WITH x + 1 AS y, x ORDER BY ${thrown.one(["x", "y DESC", "-x", "x * y"])} RETURN collect(x) AS x0, collect(y) AS y0`,
    `UNWIND [3, 1, 2] AS x RETURN -x AS x ORDER BY x`,
    `UNWIND [3, 1, 2] AS x RETURN -x AS y ORDER BY x`,
    `MATCH (a) CALL { MATCH (a:A) RETURN count(a) AS n } RETURN a.id AS x, n`,
    `MATCH (a) WHERE EXISTS { MATCH (b)${values.edge()}(a) WHERE b.i > a.i } RETURN a.id AS x`,
    `MATCH (a) WITH a LIMIT 100 WHERE ${v("boolean", a)} RETURN count(*) AS x`,
    `MATCH (a) WITH *, a.i AS i WHERE i > 1 RETURN i, a.id AS x`,
    `MATCH (a), (b) WITH a, count(b) AS n, collect(a.i)[0] AS i RETURN a.id AS x, n, i`,
  ]);
}

/** Values alone. */
export function plain(making: Making): string {
  const { thrown, values } = making;
  if (thrown.chance(0.4)) {
    const items = Array.from({ length: 4 }, (_, at) => `${values.any(noNames(), 1 + thrown.below(3))} AS x${at}`);
    return `RETURN ${items.join(", ")}`;
  }
  const { text, names } = start(making);
  const items = Array.from({ length: 3 }, (_, at) => `${values.any(names, 1 + thrown.below(3))} AS x${at}`);
  return `${text} RETURN ${items.join(", ")}`;
}

/** COUNT and EXISTS of longer and of several patterns. */
export function counted(making: Making): string {
  const { thrown, values, v } = making;
  const e = () => values.edge();
  const l = () => thrown.one(labels);
  const inner: Names = { ...noNames(), nodes: ["a", "m"] };
  const pattern = thrown.one([
    `(a)${e()}(${l()})${e()}(${l()})`,
    `(a)${e()}(m${l()})${e()}(a)`,
    `(a)${values.edge("", "*1..2")}(m${l()})`,
    `(a)${e()}(m), (m)${e()}(${l()})`,
    `(a)${e()}(), (a)${e()}()`,
    `(a)${e()}(a)`,
    `(a${l()})${e()}(m${l()})`,
    `(m${l()})${e()}()`,
    `(a)${e()}(m {${thrown.one(["i: 1", "i: a.i", "b: true", "id: 'b'"])}})`,
  ]);
  const condition = pattern.includes("m") ? where(making, inner, 0.5) : "";
  const word = thrown.one(["COUNT", "EXISTS"]);
  const test = `${word} { ${thrown.one(["", "MATCH "])}${pattern}${condition} }`;
  const outer: Names = { ...noNames(), nodes: ["a"] };
  const isTrue = word === "COUNT" ? `${test} ${thrown.one([">", "=", "<"])} ${thrown.below(3)}` : test;
  return thrown.one([
    `MATCH (a${l()}) RETURN a.id AS id, ${test} AS x`,
    `MATCH (a${l()}) WHERE ${isTrue} RETURN a.id AS id`,
    `MATCH (a${l()}) WHERE NOT ${isTrue} RETURN a.id AS id`,
    `MATCH (a${l()}) WHERE ${isTrue} ${thrown.one(["AND", "OR", "XOR"])} ${v("boolean", outer)} RETURN a.id AS id`,
    `MATCH (a${l()}) WITH a, ${test} AS x RETURN x, count(a) AS n`,
    `MATCH (a${l()}) RETURN a.id AS id, CASE WHEN ${isTrue} THEN 1 ELSE 0 END AS x`,
    `MATCH (a${l()}) RETURN ${test} AS o0, a.id AS o1 ORDER BY o0, o1`,
    `OPTIONAL MATCH (a:Nothing) RETURN ${test} AS x`,
  ]);
}

/** Maps and what is asked of them. */
export function maps(making: Making): string {
  const { thrown, v } = making;
  const { text, names } = start(making);
  const map = () => `{k: ${v(thrown.one(kinds), names)}, t: ${v(thrown.one(scalars), names)}}`;
  const things = [...names.nodes, ...names.edges];
  const thing = things.length > 0 ? thrown.one(things) : map();
  return thrown.one([
    `${text} RETURN ${map()} AS m`,
    `${text} RETURN ${map()}.k AS m, ${map()}['t'] AS n`,
    `${text} WITH ${map()} AS m RETURN m.k AS x, m.t AS y, m.nothing AS z, keys(m) AS u`,
    `${text} WITH ${map()} AS m RETURN m {.k, .nothing, z: 1} AS x`,
    `${text} RETURN properties(${thing}) AS m`,
    `${text} RETURN properties(${thing})[${thrown.one(["'i'", "'t'", "'k'", "$key"])}] AS m`,
    `${text} RETURN keys(${thing}) AS u`,
    `${text} RETURN ${thing}[${thrown.one(["'i'", "'t'", "'k'", "$key", "'nothing'"])}] AS m`,
    `${text} RETURN DISTINCT ${map()} AS m`,
    `${text} RETURN count(DISTINCT ${map()}) AS m`,
    `${text} WITH ${map()} AS m, ${map()} AS n RETURN m = n AS x`,
    `${text} RETURN ${map()} IN [${map()}] AS x`,
    ...(names.nodes.length > 0
      ? [`${text} RETURN ${names.nodes[0]} {.*} AS m`, `${text} RETURN labels(${names.nodes[0]}) AS u`]
      : []),
  ]);
}
