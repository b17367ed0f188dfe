import { describe, expect, it } from "vitest";
import { refuseUnsafe } from "../../server/store/guard.ts";

const doubled = (begin: string, step: (at: number) => string, times: number) =>
  `WITH ${begin} AS m0 ${Array.from({ length: times }, (_, at) => `WITH ${step(at)} AS m${at + 1}`).join(" ")} RETURN m${times}`;

describe("a query that makes more than can be gone through", () => {
  it.each([
    doubled("{a: 1}", (at) => `{a: m${at}, b: m${at}}`, 35),
    doubled("[1]", (at) => `m${at} + m${at}`, 40),
    doubled("[1]", (at) => `[m${at}, m${at}, m${at}, m${at}, m${at}, m${at}, m${at}, m${at}]`, 9),
    doubled("{a: 1}", (at) => `{a: [m${at}.a, m${at}.a], b: \`m${at}\`}`, 30),
    "RETURN reduce(m = {a: 1}, x IN range(1, 60) | {a: m, b: m}) AS m",
    "RETURN size(reduce(l = [0], x IN range(1, 60) | l + l)) AS n",
    "UNWIND range(1, 1000000) AS i WITH collect([i]) AS xs RETURN reduce(l = [], x IN xs | l + x) AS l",
    "RETURN any(x IN range(1, 90000) WHERE x IN range(1, 90000, 7)) AS x",
    "RETURN [x IN range(1, 900000) | x] AS xs",
    "RETURN reduce(s = '', i IN range(1, 90000) | s + 'some text that is added') AS s",
    "RETURN reduce(s = 0, i IN range(1, 90000) | s + 'some text that is added') AS s",
    "WITH range(1, 90000) AS l RETURN reduce(s = [], i IN l | s + i) AS s",
    "MATCH (n) WITH count(n) AS n RETURN reduce(s = '', i IN range(1, n) | s + 'x') AS s",
    `RETURN reduce(s = '', x IN split('${"a,".repeat(2000)}', ',') | s + x) AS s`,
    doubled("'a'", (at) => `replace('xx', 'x', m${at})`, 40),
    doubled("'a'", (at) => `replace(m${at}, 'a', 'aa')`, 40),
    doubled("'ab'", (at) => `replace(m${at}, '', m${at})`, 30),
    "MATCH (n) RETURN replace(replace(replace(n.a, n.b, n.c), n.b, n.c), n.b, n.c)",
  ])("does not run: %s", (query) =>
    expect(() => refuseUnsafe(query, {})).toThrow(/themselves|reduce|lists inside|numbers/),
  );

  it("adds to nothing for each item of a long parameter", () => {
    const query = "RETURN reduce(s = '', x IN $l | s + x) AS s";
    expect(() => refuseUnsafe(query, { l: Array(9000).fill("a") })).toThrow(/no list that is long/);
    expect(() => refuseUnsafe(query, { l: ["a", "b"] })).not.toThrow();
  });

  it.each([
    "MATCH p = (a)-[*1..3]-(b) RETURN reduce(s = 0, r IN relationships(p) | s + r.claims) AS claims",
    "MATCH (n) RETURN reduce(m = 0, x IN n.xs | CASE WHEN x > m THEN x ELSE m END) AS most",
    "MATCH (n)-[r]->(m) WITH n, collect(r.claims) AS cs RETURN reduce(s = 0, c IN cs | s + c) AS s",
    "MATCH (n) RETURN {a: n.a, b: n.b, c: n.c, d: n.d, e: n.e, f: n.f} AS one, {a: n.a, b: n.b, c: n.c, d: n.d} AS other",
    "MATCH (n) WITH n, n.a + n.b + n.c AS x WITH n, x + x AS y WITH n, y + y AS z RETURN z + z + z AS w, [n.x, n.y, n.z] AS v",
    "RETURN reduce(s = 0, x IN range(1, 90000) | s + CASE WHEN x % 2 = 0 THEN x ELSE 0 END) AS s",
    "MATCH p = (a)-[*1..3]-(b) RETURN reduce(s = '', n IN nodes(p) | s + ' → ' + n.name_en) AS way",
    "RETURN reduce(s = '', x IN range(1, 100) | s + 'x') AS s",
    "MATCH (n) RETURN replace(replace(replace(n.name_en, 'a', 'b'), 'of ', ''), '&', ' and ') AS name",
    "RETURN [x IN range(1, 100) WHERE x % 2 = 0] AS xs, [x IN range(1, 100) | x] AS ys",
  ])("runs where it is an everyday one: %s", (query) => expect(() => refuseUnsafe(query, {})).not.toThrow());
});
