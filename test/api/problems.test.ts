import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Problem, UploadProgress } from "../../model/api.ts";
import type { Reason } from "../../model/problem.ts";
import { ingestFiles } from "../../server/ingest.ts";
import { type Served, serve } from "./serve.ts";

let served: Served;
beforeAll(async () => {
  served = await serve({ ingest: ingestFiles });
});
afterAll(() => served.close());

async function problem(path: string, init?: RequestInit) {
  return Problem.parse(await (await fetch(served.url + path, init)).json());
}
function post(body: unknown): RequestInit {
  return { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
}

describe("a query that is refused says why as data", () => {
  it.each<[string, Partial<Reason>]>([
    ["", { kind: "query.empty" }],
    ["MATCH (n)\nDETACH DELETE n", { kind: "query.writes", place: { line: 2, column: 1 } }],
    ["MATCH (n) RETURN n; MATCH (m) RETURN m", { kind: "query.several", place: { line: 1, column: 19 } }],
    ["EXPLAIN MATCH (n) RETURN n", { kind: "query.explain", values: { word: "EXPLAIN" } }],
    ["DROP INDEX x", { kind: "query.beginning", values: { word: "DROP" } }],
    ["LOAD CSV FROM 'x' AS row RETURN row", { kind: "query.beginning", values: { word: "LOAD" } }],
    ["CALL dbms.components() YIELD name RETURN name", { kind: "query.procedure", values: { name: "dbms.components" } }],
    ["RETURN apoc.text.clean('x') AS x", { kind: "query.function", values: { name: "apoc.text.clean" } }],
    ["RETURN size(range(1, 1000000)) AS n", { kind: "query.endless", instead: "UNWIND range(…) AS x" }],
    ["MATCH (n) WHERE n.id =~ '(a+)+' RETURN n", { kind: "query.pattern" }],
    ["MATCH (n RETURN n", { kind: "query.syntax", place: { line: 1, column: 10 } }],
    ["MATCH (n) WHERE n.id = $who RETURN n", { kind: "query.parameter", values: { name: "$who" } }],
    ["MATCH p = ((a)-[r]->(b)){1,3} RETURN p", { kind: "query.form", instead: "-[:TYPE*1..3]->" }],
    ["RETURN 1 AS a, 2 AS a", { kind: "query.engine" }],
  ])("%s", async (query, expected) => {
    const { status, reason, detail } = await problem("/api/cypher", post({ query: query || " " }));
    expect(status).toBe(400);
    expect(reason).toMatchObject(expected);
    // Whoever reads the API finds the same in English.
    expect(detail).toMatch(/\p{Script=Latin}{3}/u);
    if (reason.place) expect(detail).toMatch(new RegExp(`^${reason.place.line}:${reason.place.column}: `));
  });

  it("and a query that ran too long, of how many seconds", async () => {
    const query = "MATCH (a), (b), (c), (d), (e) WHERE a.id + b.id = c.id + d.id + e.id + 'x' RETURN count(*) AS n";
    const { status, reason } = await problem("/api/cypher", post({ query }));
    expect([status, reason]).toMatchObject([504, { kind: "query.time", values: { seconds: 10 } }]);
  }, 30_000);
});

describe("what is not there is named", () => {
  it.each<[string, Partial<Reason>]>([
    ["/api/nodes/nobody", { kind: "node.unknown", values: { id: "nobody" } }],
    ["/api/nodes/nobody/neighbours", { kind: "node.unknown", values: { id: "nobody" } }],
    ["/api/edges/a%20REFUSED%20b/claims", { kind: "edge.unknown", values: { id: "a REFUSED b" } }],
    ["/api/claims/none", { kind: "claim.unknown", values: { id: "none" } }],
    ["/api/articles/none", { kind: "article.unknown", values: { id: "none" } }],
    ["/api/views/none", { kind: "view.unknown", values: { id: "none" } }],
    ["/api/questions/none", { kind: "question.unknown", values: { name: "none" } }],
    ["/api/nothing", { kind: "request.nothing" }],
    ["/api/graph?limit=many", { kind: "request.invalid" }],
  ])("%s", async (path, expected) => {
    expect((await problem(path)).reason).toMatchObject(expected);
  });
});

describe("an upload", () => {
  const files = (...given: [name: string, content: string][]) =>
    post({ files: given.map(([name, content]) => ({ name, content })) });
  async function last(init: RequestInit) {
    const text = await (await fetch(`${served.url}/api/articles`, init)).text();
    return UploadProgress.parse(JSON.parse(/data: (.+)\n\n$/.exec(text)?.[1] ?? "null"));
  }

  it("names the reason of each file that was not read", async () => {
    const german = "Der Minister hat die Gespräche mit Kenia nicht abgesagt. ".repeat(9);
    const { rejected } = await last(
      files(["a.txt", ""], ["b.png", "x"], ["c.json", "{"], ["d.txt", german], ["e.txt", "ᏣᎳᎩ ᎦᏬᏂᎯᏍᏗ ".repeat(40)]),
    );
    expect(rejected.map(({ from, reason }) => [from, reason.kind])).toEqual([
      ["a.txt", "unread.empty"],
      ["b.png", "unread.kind"],
      ["c.json", "unread.json"],
      ["d.txt", "unread.language"],
      ["e.txt", "unread.script"],
    ]);
    expect(rejected[3]?.reason.values).toEqual({ language: "de" });
  });

  it("says of an article that is in the graph already that nothing changed", async () => {
    const again = files(["again.txt", "Peru and Chile\n\nPeru condemned Chile on Monday, the ministry said.\n"]);
    expect((await last(again)).unchanged).toBe(0);
    expect((await last(again)).unchanged).toBe(1);
  });

  it.each<[string, RequestInit, Reason["kind"]]>([
    ["no file", { method: "POST", body: new FormData() }, "upload.none"],
    ["a text", { method: "POST", body: "x" }, "upload.type"],
    [
      "a broken form",
      { method: "POST", headers: { "Content-Type": "multipart/form-data; boundary=x" }, body: "y" },
      "upload.form",
    ],
  ])("of %s is refused with its kind", async (_what, init, kind) => {
    expect((await problem("/api/articles", init)).reason.kind).toBe(kind);
  });
});
