import request from "supertest";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ZodType } from "zod";
import {
  ArticleDetail,
  ArticleList,
  ArticleMisses,
  ClaimView,
  EdgeClaims,
  Health,
  NodeDetail,
  Paths,
  Problem,
  QuestionAnswer,
  Questions,
  SavedView,
  Schema,
  SearchAnswer,
  Stats,
  Subgraph,
  VocabularySchema,
} from "../../model/api.ts";
import { remove } from "../../server/graph/remove.ts";
import { extractions } from "./fixture.ts";
import { type Served, serve } from "./serve.ts";

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.close());

const claim = extractions()[0]?.claims[0];
const edge = encodeURIComponent("Q232 REFUSED Q159");

const get = (path: string) => fetch(`${served.url}${path}`);
async function parsed<T>(path: string, schema: ZodType<T>): Promise<T> {
  const response = await get(path);
  expect(response.status, path).toBe(200);
  return schema.parse(await response.json());
}

describe("every route answers in its shape", () => {
  it.each<[string, ZodType]>([
    ["/api/vocabulary", VocabularySchema],
    ["/api/stats", Stats],
    ["/api/graph", Subgraph],
    ["/api/graph?centre=Q159,Q232&types=REFUSED&limit=10", Subgraph],
    ["/api/search?q=Russia", SearchAnswer],
    ["/api/nodes/Q159", NodeDetail],
    ["/api/nodes/Q159/neighbours?limit=2&offset=1", Subgraph],
    ["/api/paths?from=Q232&to=Q668", Paths],
    [`/api/edges/${edge}/claims`, EdgeClaims],
    [`/api/claims/${claim?.id}`, ClaimView],
    ["/api/articles", ArticleList],
    ["/api/articles/alliance", ArticleDetail],
    ["/api/articles/alliance/misses", ArticleMisses],
    ["/api/questions", Questions],
    ["/api/questions/who-supplies-whom", QuestionAnswer],
    ["/api/schema", Schema],
    ["/api/health", Health],
  ])("%s", async (path, schema) => {
    await parsed(path, schema);
  });
});

describe("the graph", () => {
  it("starts from the busiest tie with what is around it", async () => {
    const { centre, nodes, edges } = await parsed("/api/graph", Subgraph);
    expect(centre.sort()).toEqual(["Q159", "Q232"]);
    expect(nodes.length).toBeGreaterThan(2);
    const ids = new Set(nodes.map(({ id }) => id));
    for (const { from, to } of edges) expect(ids.has(from) && ids.has(to)).toBe(true);
  });

  it("counts what is not shown", async () => {
    const { nodes, more } = await parsed("/api/graph?centre=Q159&limit=1", Subgraph);
    expect(nodes).toHaveLength(1);
    expect(more.Q159).toMatchObject({ ALLIED_WITH: 1, SUPPLIED: 2 });
  });

  it("gives exactly the nodes it is handed, with every edge among them", async () => {
    const ask = (nodes: unknown) => request(served.url).post("/api/graph").send({ nodes });
    const { nodes, edges } = Subgraph.parse((await ask(["Q159", "Q232", "nobody"])).body);
    expect(nodes.map(({ id }) => id).sort()).toEqual(["Q159", "Q232"]);
    expect(edges.map(({ id }) => id)).toContain("Q232 REFUSED Q159");
    expect((await ask([])).status).toBe(400);
    expect((await ask(Array(10_001).fill("Q1"))).status).toBe(400);
  });

  it("is narrowed by every filter", async () => {
    const types = async (query: string) => {
      const { edges } = await parsed(`/api/graph?centre=Q159&${query}`, Subgraph);
      return [...new Set(edges.map(({ type }) => type))].sort();
    };
    expect(await types("types=REFUSED,CALLED")).toEqual(["CALLED", "REFUSED"]);
    expect(await types("types=REFUSED&types=CALLED")).toEqual(["CALLED", "REFUSED"]);
    expect(await types("stances=denied")).toEqual(["SUPPLIED"]);
    expect(await types("sources=2")).toEqual(["REFUSED"]);
    expect(await types("langs=bn")).toEqual(["SUPPLIED"]);
    expect(await types(`outlets=${encodeURIComponent('Hill & Vale "Daily"')}`)).toEqual(["ATTACKED", "SUPPLIED"]);
    expect(await types("since=2024-03-06")).toEqual(["CALLED"]);
  });

  it("gives places to nodes once they are worked out", async () => {
    await expect
      .poll(async () =>
        (await parsed("/api/graph", Subgraph)).nodes.every(({ x, y }) => x !== undefined && y !== undefined),
      )
      .toBe(true);
  });
});

describe("evidence", () => {
  it("stands in the article where its offsets say", async () => {
    const { claims, total, edge: told } = await parsed(`/api/edges/${edge}/claims`, EdgeClaims);
    expect([total, told.sources]).toEqual([2, 2]);
    expect(claims.map(({ lang }) => lang)).toEqual(["hi", "en"]);
    for (const { article, sentence, start, end, spans } of claims) {
      const { text } = await parsed(`/api/articles/${article.id}`, ArticleDetail);
      expect(text.slice(start, end)).toBe(sentence);
      expect(sentence).toContain(text.slice(...spans.cue));
    }
  });

  it("names who denies it", async () => {
    const { edge: told, claims } = await parsed(
      `/api/edges/${encodeURIComponent("Q794 SUPPLIED Q159")}/claims`,
      EdgeClaims,
    );
    expect(told.stance).toBe("denied");
    expect(claims[0]).toMatchObject({
      modality: "alleged",
      deniedBy: { id: "Q794" },
      speaker: { names: { en: "Ukraine" } },
    });
  });
});

describe("what is not there", () => {
  it.each([
    ["/api/nodes/Q0", 404, "No such node"],
    ["/api/nodes/Q0/neighbours", 404, "No such node"],
    ["/api/edges/Q1%20REFUSED%20Q2/claims", 404, "No such edge"],
    ["/api/edges/nonsense/claims", 404, "No such edge"],
    ["/api/claims/c-0", 404, "No such claim"],
    ["/api/articles/none", 404, "No such article"],
    ["/api/views/none", 404, "No such view"],
    ["/api/nothing", 404, "Not found"],
    ["/api/export/xlsx", 400, "Invalid request"],
    ["/api/search", 400, "Invalid request"],
    ["/api/search?q=", 400, "Invalid request"],
    ["/api/graph?types=LOVES", 400, "Invalid request"],
    ["/api/graph?limit=100000", 400, "Invalid request"],
    ["/api/graph?since=yesterday", 400, "Invalid request"],
    ["/api/paths?from=Q159", 400, "Invalid request"],
    ["/api/nodes/%E0%A4%A", 400, "Invalid address"],
    ["/elsewhere", 404, "Not found"],
  ])("%s is answered with a problem", async (path, status, title) => {
    const response = await get(path);
    expect(response.headers.get("content-type")).toMatch(/^application\/problem\+json/);
    const problem = Problem.parse(await response.json());
    expect(problem).toMatchObject({ status, title, requestId: response.headers.get("x-request-id") });
    expect([response.status, problem.detail]).toEqual([status, expect.stringMatching(/\S+ \S+/)]);
  });

  it("is an empty list where nothing connects two nodes", async () => {
    expect(await parsed("/api/paths?from=Q1032&to=Q159", Paths)).toEqual({ paths: [], nodes: [], edges: [] });
  });
});

describe("an answer that has not changed", () => {
  it("is not sent again until the graph changes", async () => {
    await expect.poll(async () => (await parsed("/api/graph", Subgraph)).nodes[0]?.x).toBeDefined();
    const tag = (await get("/api/graph")).headers.get("etag") ?? "";
    const again = () => request(served.url).get("/api/graph").set("If-None-Match", tag);
    expect((await again()).status).toBe(304);
    await remove(served.store, "africa");
    expect((await again()).status).toBe(200);
  });

  it("has no tag where it does not follow from the graph", async () => {
    const { headers } = await get("/api/health");
    expect([headers.get("etag"), headers.get("cache-control")]).toEqual([null, "no-store"]);
  });
});

describe("a view that is kept", () => {
  const keep = (view: unknown) =>
    fetch(`${served.url}/api/views`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ view }),
    });

  it("comes back as it was, under one short id", async () => {
    const view = { centre: ["Q159"], hidden: ["ভারত"], camera: { x: 0.5 } };
    const { id } = SavedView.parse(await (await keep(view)).json());
    expect(id).toMatch(/^[\w-]{12}$/);
    expect(SavedView.parse(await (await keep(view)).json()).id).toBe(id);
    expect(SavedView.parse(await (await keep({ ...view, hidden: [] })).json()).id).not.toBe(id);
    expect(await parsed(`/api/views/${id}`, SavedView)).toEqual({ id, view });
  });

  it("may not be large", async () => {
    expect((await keep("x".repeat(300_000))).status).toBe(413);
  });
});

describe("the API's own description", () => {
  it("names every route, with the shapes of model/api.ts as components", async () => {
    const document = (await (await get("/api/openapi.json")).json()) as {
      openapi: string;
      paths: Record<string, Record<string, unknown>>;
      components: { schemas: Record<string, unknown> };
    };
    expect(document.openapi).toBe("3.1.0");
    expect(Object.keys(document.paths).sort()).toEqual([
      "/api/articles",
      "/api/articles/{id}",
      "/api/articles/{id}/misses",
      "/api/claims/{id}",
      "/api/cypher",
      "/api/edges/{id}/claims",
      "/api/export/{format}",
      "/api/graph",
      "/api/health",
      "/api/nodes/{id}",
      "/api/nodes/{id}/neighbours",
      "/api/openapi.json",
      "/api/paths",
      "/api/questions",
      "/api/questions/{name}",
      "/api/schema",
      "/api/search",
      "/api/stats",
      "/api/views",
      "/api/views/{id}",
      "/api/vocabulary",
    ]);
    expect(Object.keys(document.paths["/api/articles"] ?? {}).sort()).toEqual(["get", "post"]);
    expect(Object.keys(document.components.schemas)).toEqual(
      expect.arrayContaining(["NodeView", "EdgeView", "ClaimView", "Problem"]),
    );
    expect(JSON.stringify(document.paths)).toContain('"#/components/schemas/Subgraph"');
  });
});

describe("a file of the graph", () => {
  it.each([
    ["gexf", "application/gexf+xml", /^<\?xml/],
    ["graphml", "application/graphml+xml", /^<\?xml/],
    ["json", "application/json", /^\{"attributes"/],
    ["jsonl", "application/x-ndjson", /^\{/],
    ["csv", "application/zip", /^PK/],
    ["csv?part=edges", "text/csv", /^id,from,to,type/],
    ["cypher", "text/plain", /^CREATE CONSTRAINT/],
  ])("%s is sent as %s", async (path, media, beginning) => {
    const response = await get(`/api/export/${path}`);
    expect(response.headers.get("content-type")).toContain(media);
    expect(response.headers.get("content-disposition")).toMatch(
      /^attachment; filename="entente-\d{4}-\d\d-\d\d[-.\w]+"$/,
    );
    expect(await response.text()).toMatch(beginning);
  });
});
