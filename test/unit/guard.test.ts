import { describe, expect, it } from "vitest";
import { refuseUnsafe } from "../../server/store/guard.ts";
import { QueryRefused } from "../../server/store/store.ts";

const nested = (open: string, close: string, times: number) =>
  `${open.repeat(times)}RETURN 1 AS x${close.repeat(times)}`;
const exists = (times: number) =>
  `MATCH (x) WHERE ${"EXISTS { MATCH (x)--(y) WHERE ".repeat(times)}true${" }".repeat(times)} RETURN x`;
const xors = (times: number) => `MATCH (n) WHERE n.a${" XOR n.b".repeat(times)} RETURN n`;

describe("a query that no planner comes to an end with", () => {
  it.each([
    exists(9),
    exists(9).replaceAll("EXISTS {", "0 < COUNT {"),
    `${nested("CALL { ", " } RETURN x", 9)} RETURN x`,
    `${nested("CALL () { ", " } RETURN x", 9)} RETURN x`,
    `${nested("CALL (*) /* all */ { ", " } RETURN x", 9)} RETURN x`,
    xors(11),
  ])("does not run: %s", (query) =>
    expect(() => refuseUnsafe(query, {})).toThrow(/divide the query|cannot be planned/),
  );

  it.each([
    exists(3),
    nested("CALL { ", " } RETURN x", 8),
    xors(10),
    `MATCH (n) RETURN ${Array.from({ length: 20 }, (_, at) => `COUNT { (n)-[:T${at}]->() } AS c${at}`)}`,
    "MATCH (n) RETURN {a: {b: {c: {d: {e: {f: {g: {h: {i: {j: 1}}}}}}}}}} AS deep",
  ])("runs where it is an everyday one: %s", (query) => expect(() => refuseUnsafe(query, {})).not.toThrow());
});

describe("a stranger's query, by its words", () => {
  const unsafe = [
    "CREATE (n)",
    "MATCH (n) /* x */ seT n.x = 1",
    "MATCH (n) ſET n.x = 1",
    "MATCH (n) S\\u0045T n.x = 1",
    "RETURN 'a\\u0027 CREATE (n) //'",
    "RETURN 1; RETURN 2",
    "EXPLAIN RETURN 1",
    "CALL dbms.listConfig()",
    "CALL `db`.`createLabel`('x')",
    "RETURN apoc.load.json('x')",
    "MATCH (n) WITH n LOAD CSV FROM 'x' AS l RETURN l",
    "USE other MATCH (n) RETURN n",
    "",
  ];
  it.each(unsafe)("is refused: %s", (query) => expect(() => refuseUnsafe(query, {})).toThrow(QueryRefused));

  const endless: [string, Record<string, unknown>][] = [
    ["RETURN reduce(s = 0, x IN range(1, 300000000) | s + x) AS s", {}],
    ["RETURN [x IN `range`(-1_000_000, 1_000_000) | x] AS xs", {}],
    ["MATCH (n) WHERE any(x IN range(0, $most) WHERE x = n.x) RETURN n", { most: 1e9 }],
    ["MATCH (n) RETURN [x IN range(n.x, 0x7fffffff, 2) | x] AS xs", {}],
  ];
  it.each(endless)("is refused where it goes through a list that nobody can stop: %s", (query, params) =>
    expect(() => refuseUnsafe(query, params)).toThrow(/write `UNWIND range/),
  );

  it("is refused where its parameters are too deep to be packed", () => {
    const deep = JSON.parse(`${'{"a":['.repeat(5_000)}${"]}".repeat(5_000)}`);
    expect(() => refuseUnsafe("RETURN $deep AS x", { deep })).toThrow(/parameters nest more than 40 levels/);
  });

  const safe = [
    "UNWIND range(1, 300000000) AS x RETURN x LIMIT 5",
    "MATCH (n) RETURN [at IN range(0, size(n.xs) - 1) | n.xs[at]] AS xs, range(0, 10000000, 100) AS ys",
    "MATCH (n) RETURN n.set, n.create;",
    "MATCH (n:SET)-[:DELETE|CREATE]->(m) RETURN {merge: 1, remove: 2} AS load",
    "RETURN 'DELETE' AS x, \"it's // no comment\" AS y // CREATE",
    "MATCH (`delete`) RETURN `delete`",
    "CALL db.labels() YIELD label RETURN label",
    "RETURN date.truncate('day', datetime()) AS day",
  ];
  it.each(safe)("passes: %s", (query) => expect(() => refuseUnsafe(query, {})).not.toThrow());
});
