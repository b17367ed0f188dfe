import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CypherAnswer, Problem } from "../../model/api.ts";
import { type Served, serve } from "./serve.ts";

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.close());

const send = (body: unknown) =>
  fetch(`${served.url}/api/cypher`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
const ask = async (body: unknown) => CypherAnswer.parse(await (await send(body)).json());

describe("an answer to a query", () => {
  it("has its rows in the order of the columns, and draws what they hold with both ends of each edge", async () => {
    const query = "MATCH (a:Country)-[r:REFUSED]->(b:Country) WHERE a.name_en = $name RETURN b.name_en, r, r.claims";
    const { columns, rows, graph, truncated } = await ask({ query, params: { name: "Kazakhstan" } });
    expect(columns).toEqual(["b.name_en", "r", "r.claims"]);
    expect(rows).toMatchObject([["Russia", { kind: "edge", type: "REFUSED", from: "Q232", to: "Q159" }, 2]]);
    expect(graph.nodes.map(({ id }) => id).sort()).toEqual(["Q159", "Q232"]);
    expect(graph.edges).toMatchObject([{ id: "Q232 REFUSED Q159", claims: 2, sources: 2 }]);
    expect(truncated).toBeNull();
  });

  it("draws claims and articles too", async () => {
    const { graph } = await ask({ query: "MATCH p = (:Claim {lang: 'bn'})-[:STATED_IN]->(:Article) RETURN p" });
    expect(graph.nodes.map(({ type }) => type).sort()).toEqual(["Article", "Claim"]);
    expect(graph.edges).toMatchObject([{ type: "STATED_IN" }]);
  });

  it("says that rows were left out", async () => {
    const query = "MATCH (n:Entity) RETURN n.id ORDER BY n.id";
    expect(await ask({ query, limit: 2 })).toMatchObject({ rows: [["Q1032"], ["Q1033"]], truncated: "rows" });
    expect((await ask({ query: "UNWIND range(1, 3000) AS n RETURN n" })).rows).toHaveLength(1_000);
  });

  it("says that bytes ran out", async () => {
    const query = "UNWIND range(1, 900) AS n RETURN $text AS long";
    const { rows, truncated } = await ask({ query, params: { text: "x".repeat(8192) } });
    expect(truncated).toBe("bytes");
    expect(JSON.stringify(rows).length).toBeLessThan(6_000_000);
  });

  it("is the plan alone when that is asked for", async () => {
    const { rows, plan } = await ask({ query: "MATCH (n:Country) RETURN n", explain: true });
    expect([rows, plan]).toEqual([[], expect.stringMatching(/Country/)]);
    expect((await send({ query: "MATCH (n) DELETE n", explain: true })).status).toBe(400);
  });

  const bodies: [string, Buffer][] = [
    [
      "bytes that are no UTF-8",
      Buffer.from([...Buffer.from('{"query":"RETURN \''), 0xc0, 0xa7, ...Buffer.from("' AS x\"}")]),
    ],
    [
      "parameters that nest too deep",
      Buffer.from(`{"query":"RETURN $a AS x","params":{"a":${"[".repeat(20_000)}${"]".repeat(20_000)}}}`),
    ],
  ];
  it.each(bodies)("is a refusal for %s", async (_, body) => {
    const headers = { "Content-Type": "application/json" };
    const response = await fetch(`${served.url}/api/cypher`, { method: "POST", headers, body: new Uint8Array(body) });
    expect(response.status).toBe(400);
    expect(Problem.parse(await response.json()).detail).toMatch(/not UTF-8|nest more than 40 levels/);
  });

  it("does not come for the thousandth time within a minute", async () => {
    const statuses = new Set<number>();
    for (let time = 0; time < 300 && !statuses.has(429); time++) statuses.add((await send({ query: "" })).status);
    expect([...statuses].sort()).toEqual([400, 429]);
    const refused = await send({ query: "RETURN 1" });
    expect(refused.headers.get("retry-after")).toBe("30");
    expect(Problem.parse(await refused.json()).title).toBe("Too many requests");
  });
});
