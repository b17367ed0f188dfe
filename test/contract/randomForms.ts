import { counted, gathered, maps, plain, renamed, unwoundMaps } from "./randomLists.ts";
import { isNode, kinds, labels, type Making, scalars, start, where } from "./randomStarts.ts";
import { type Dice, type Kind, type Names, noNames, type Values } from "./randomValues.ts";

/**
 * Whole queries of forms that clauses strung together seldom come by: groups, orders, unions, subqueries, lists of maps,
 * names used again. Columns `o…` are what the rows are ordered by, lists in columns `u…` have no order.
 */
export function form(thrown: Dice, values: Values): string {
  return thrown.one([
    grouped,
    grouped,
    ordered,
    ordered,
    distinct,
    union,
    subquery,
    subquery,
    unwoundMaps,
    gathered,
    gathered,
    renamed,
    plain,
    plain,
    plain,
    counted,
    maps,
  ])({
    thrown,
    values,
    v: (kind, names, depth = 1) => values.of(kind, names, depth),
  });
}

function aggregate({ thrown, v }: Making, names: Names): { text: string; isList: boolean } {
  const once = thrown.one(["", "", "DISTINCT "]);
  const some = thrown.one(kinds);
  const number = thrown.one<Kind>(["integer", "float"]);
  const kind = thrown.below(9);
  const things = [...names.nodes, ...names.edges];
  const thing = things.length > 0 && thrown.chance(0.3) ? thrown.one(things) : v(some, names);
  if (kind === 0) return { text: "count(*)", isList: false };
  if (kind < 3) return { text: `count(${once}${thing})`, isList: false };
  if (kind < 5) return { text: `${thrown.one(["sum", "avg"])}(${once}${v(number, names)})`, isList: false };
  if (kind < 7) return { text: `${thrown.one(["min", "max"])}(${v(some, names)})`, isList: false };
  if (kind === 7) return { text: `collect(${once}${thing})`, isList: true };
  return {
    text: thrown.one([
      `percentileDisc(${v(number, names)}, ${thrown.one(["0.0", "0.5", "0.9", "1.0"])})`,
      `percentileCont(${v(number, names)}, ${thrown.one(["0.0", "0.25", "0.9", "1"])})`,
      `stDev(${v(number, names)})`,
      `size(collect(${once}${thing}))`,
      `count(*) ${thrown.one(["+", "-", "*", "/"])} ${thrown.one(["1", "2", "count(*)", "2.0"])}`,
      `sum(${v("integer", names)}) ${thrown.one(["+", "-", "/", "*"])} count(*)`,
      `toString(count(${thing}))`,
      `coalesce(max(${v("integer", names)}), 0)`,
      `max(${v("integer", names)}) - min(${v("integer", names)})`,
      `count(${thing}) > ${thrown.below(3)}`,
      `CASE WHEN count(*) > 1 THEN 'many' ELSE 'one' END`,
      `abs(sum(${v("integer", names)}))`,
    ]),
    isList: false,
  };
}

/** Aggregates beside keys, a condition on both, an order of both. */
function grouped(making: Making): string {
  const { thrown, v } = making;
  const { text, names } = start(making);
  const keys = Array.from({ length: thrown.below(3) }, (_, at) => {
    const key = isNode(names) && thrown.chance(0.2) ? thrown.one(names.nodes) : v(thrown.one(kinds), names);
    return `${key} AS k${at}`;
  });
  const made = Array.from({ length: 1 + thrown.below(3) }, (_, at) => {
    const { text, isList } = aggregate(making, names);
    return { text: `${text} AS ${isList ? "u" : "y"}${at}`, name: `${isList ? "u" : "y"}${at}` };
  });
  const items = [...keys, ...made.map((each) => each.text)].toSorted(() => thrown.below(3) - 1).join(", ");
  const head = `${text}${where(making, names)}`;
  if (thrown.chance(0.6)) return `${head} RETURN ${thrown.chance(0.1) ? "DISTINCT " : ""}${items}`;
  const having = thrown.one([
    `WHERE ${made[0]?.name} IS NOT NULL`,
    `WHERE ${made[0]?.name} ${thrown.one([">", "<", "=", "<>"])} ${v("integer", noNames(), 0)}`,
    "",
    "WHERE true",
  ]);
  return `${head} WITH ${items} ${having} RETURN *`;
}

/** Orders of every kind of value, nulls too; the keys are columns. */
function ordered(making: Making): string {
  const { thrown, v } = making;
  const { text, names } = start(making);
  const keys = Array.from({ length: 1 + thrown.below(2) }, () => v(thrown.one(kinds), names));
  const named = keys.map((key, at) => `${key} AS o${at}`);
  const more = thrown.chance(0.5) ? [`${v(thrown.one(kinds), names)} AS y`] : [];
  const way = () => thrown.one(["", "", " ASC", " DESC", " DESCENDING", " ascending"]);
  const by = keys.map((key, at) => `${thrown.chance(0.8) ? `o${at}` : key}${way()}`).join(", ");
  const head = `${text}${where(making, names, 0.3)}`;
  if (thrown.chance(0.3)) {
    const all = [...named, ...more].map((each) => each.split(" AS ").at(-1));
    const cut = thrown.one(["LIMIT 3", "SKIP 1 LIMIT 2", "LIMIT $i", "SKIP $i", "LIMIT 0", "SKIP 100", "LIMIT 100"]);
    return `${head} RETURN ${[...named, ...more].join(", ")} ORDER BY ${all.map((name) => name + way()).join(", ")} ${cut}`;
  }
  if (thrown.chance(0.2)) {
    return `${head} WITH ${[...named, ...more].join(", ")} ORDER BY ${by} RETURN ${keys.map((_, at) => `collect(o${at}) AS x${at}`).join(", ")}`;
  }
  if (thrown.chance(0.15)) {
    return `${head} RETURN ${keys[0]} AS o0, ${aggregate(making, names).text} AS u ORDER BY o0${way()}`;
  }
  return `${head} RETURN ${thrown.chance(0.2) ? "DISTINCT " : ""}${[...named, ...more].join(", ")} ORDER BY ${by}`;
}

function distinct(making: Making): string {
  const { thrown, v } = making;
  const { text, names } = start(making);
  const whole = isNode(names) && thrown.chance(0.4) ? [`${thrown.one([...names.nodes, ...names.edges])} AS w`] : [];
  const items = Array.from({ length: 1 + thrown.below(2) }, (_, at) => `${v(thrown.one(kinds), names, 2)} AS x${at}`);
  const head = `${text}${where(making, names)}`;
  if (thrown.chance(0.5)) return `${head} RETURN DISTINCT ${[...whole, ...items].join(", ")}`;
  return `${head} WITH DISTINCT ${[...whole, ...items].join(", ")} RETURN count(*) AS y, count(x0) AS z, collect(x0) AS u`;
}

function union(making: Making): string {
  const { thrown, v } = making;
  const kind = [thrown.one(kinds), thrown.one(kinds)] as const;
  const part = () => {
    const { text, names } = start(making);
    const isCounted = thrown.chance(0.2);
    const first = thrown.chance(0.85) ? kind[0] : thrown.one(kinds);
    const second = isCounted ? "count(*)" : v(kind[1], names);
    return `${text}${where(making, names, 0.3)} RETURN ${v(first, names)} AS x0, ${second} AS x1`;
  };
  const all = thrown.one([" ", " ALL "]);
  return Array.from({ length: 2 + thrown.below(2) }, part).join(` UNION${all}`);
}

/** CALL { … } with rows, with an aggregate, with an order and a limit, with a UNION inside, one in the other. */
function subquery(making: Making): string {
  const { thrown, values, v } = making;
  const { text, names } = start(making);
  if (!isNode(names)) return `${text} ${uncorrelated(making, "us")} RETURN *`;
  const from = thrown.one(names.nodes);
  const inner: Names = { ...noNames(), nodes: [from, "m"] };
  const scalar = thrown.one(scalars);
  const found = `MATCH (${from})${values.edge("q")}(m${thrown.one(labels)})${where(making, inner, 0.4)}`;
  inner.edges.push("q");
  const value = v(scalar, inner);
  const body = thrown.one([
    `${found} RETURN ${value} AS s`,
    `${found} RETURN DISTINCT ${value} AS s`,
    `${found} RETURN ${value} AS s ORDER BY s${thrown.one(["", " DESC"])} LIMIT ${1 + thrown.below(2)}`,
    `${found} WITH ${from}, ${value} AS s ORDER BY s LIMIT 2 RETURN s`,
    `${found} RETURN count(m) AS s`,
    `${found} RETURN ${aggregate(making, inner).text} AS s`,
    `OPTIONAL ${found} RETURN ${value} AS s`,
    `UNWIND [1, 2] AS x RETURN x + ${v("integer", { ...noNames(), nodes: [from] }, 0)} AS s`,
    `${found} RETURN ${value} AS s UNION ${thrown.one(["", "ALL "])}RETURN ${v(scalar, noNames(), 0)} AS s`,
    `${found} CALL (m) { MATCH (m)${values.edge()}(z) RETURN count(z) AS d } RETURN sum(d) AS s`,
    `${found} RETURN m AS s`,
    `RETURN ${v(scalar, { ...noNames(), nodes: [from] })} AS s`,
  ]);
  const call = thrown.chance(0.6)
    ? `CALL (${from}) { ${body} }`
    : `CALL { WITH ${from} ${body.replace(/(UNION (ALL )?)/, `$1WITH ${from} `)} }`;
  return `${text}${where(making, names, 0.3)} ${call} RETURN ${thrown.one([`${from}.id AS id, s AS us`, "count(*) AS n", "count(s) AS n", "s AS us", `${from}.id AS id, count(s) AS n`])}`;
}

function uncorrelated({ thrown }: Making, name: string): string {
  const found = thrown.one(["UNWIND [1, 2, null] AS x", "MATCH (y) WITH y.i AS x", "MATCH (:A)-[q]-() WITH q.k AS x"]);
  return `CALL { ${found} RETURN ${thrown.one(["count(*)", "max(x)", "collect(x)", "sum(x)", "x"])} AS ${name} }`;
}
