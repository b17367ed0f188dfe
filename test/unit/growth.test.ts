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
  ])("does not run: %s", (query) =>
    expect(() => refuseUnsafe(query, {})).toThrow(/themselves|reduce|lists inside|numbers/),
  );

  it.each([
    "MATCH p = (a)-[*1..3]-(b) RETURN reduce(s = 0, r IN relationships(p) | s + r.claims) AS claims",
    "MATCH (n) RETURN reduce(m = 0, x IN n.xs | CASE WHEN x > m THEN x ELSE m END) AS most",
    "MATCH (n)-[r]->(m) WITH n, collect(r.claims) AS cs RETURN reduce(s = 0, c IN cs | s + c) AS s",
    "MATCH (n) RETURN {a: n.a, b: n.b, c: n.c, d: n.d, e: n.e, f: n.f} AS one, {a: n.a, b: n.b, c: n.c, d: n.d} AS other",
    "MATCH (n) WITH n, n.a + n.b + n.c AS x WITH n, x + x AS y WITH n, y + y AS z RETURN z + z + z AS w, [n.x, n.y, n.z] AS v",
    "RETURN [x IN range(1, 100) WHERE x % 2 = 0] AS xs, [x IN range(1, 100) | x] AS ys",
  ])("runs where it is an everyday one: %s", (query) => expect(() => refuseUnsafe(query, {})).not.toThrow());
});
