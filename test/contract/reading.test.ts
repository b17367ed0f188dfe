import { expect, it } from "vitest";
import {
  ArticleDetail,
  ArticleList,
  ClaimView,
  EdgeClaims,
  EdgeView,
  NodeDetail,
  Paths,
  Stats,
  Subgraph,
} from "../../model/api.ts";
import * as read from "../../server/graph/read.ts";
import { save } from "../../server/graph/save.ts";
import { article, entity } from "./articles.ts";
import { onEachStore } from "./stores.ts";

onEachStore("what the API reads", (place) => {
  const corpus = () => [
    article(
      "a1",
      [
        {
          says: ["Q1", "REFUSED", "Q2"],
          what: "send troops",
          eventDate: "2024-03-02",
          datePrecision: "day",
          speaker: "Q9",
        },
        { says: ["Q1", "ALLIED_WITH", "Q2"] },
      ],
      { outlet: "The Morning", title: "First" },
    ),
    article("a2", [{ says: ["Q1", "REFUSED", "Q2"], modality: "alleged" }, { says: ["Q2", "SUPPLIED", "Q3"] }], {
      lang: "hi",
      published: "2024-06-01",
    }),
    article("a3", [{ says: ["Q1", "RECOGNIZED", "Q4"], polarity: "negated" }]),
    article("a4", [{ says: ["Q1", "RECOGNIZED", "Q4"] }]),
    article("a5", [{ says: ["Q2", "SUPPLIED", "Q3"], polarity: "negated", deniedBy: "Q2" }], {
      entities: [entity("Q2", { name: { en: "Two", hi: "दो", bn: "দুই" }, aliases: ["Deux"] })],
    }),
  ];

  it("shows the busiest tie when asked for nothing, and counts what it leaves out", async () => {
    const { store } = place();
    await save(store, corpus());
    const view = Subgraph.parse(await read.subgraph(store, [], { limit: 2 }));
    expect(view.centre.sort()).toEqual(["Q1", "Q2"]);
    expect(view.edges.map(({ id }) => id)).toEqual(["Q1 REFUSED Q2", "Q1 ALLIED_WITH Q2"]);
    expect(view.more).toEqual({ Q1: { RECOGNIZED: 1, REFUSED: 1 }, Q2: { SUPPLIED: 1 } });
  });

  it("begins with the strongest edges where few are wanted, and says that there are more", async () => {
    const { store } = place();
    await save(store, corpus());
    const ids = ({ edges }: Subgraph) => edges.map(({ id }) => id);
    const few = Subgraph.parse(await read.subgraph(store, ["Q1", "Q4"], { limit: 2, most: 1 }));
    expect(ids(few)).toEqual(["Q1 RECOGNIZED Q4"]);
    expect(few).toMatchObject({ partial: true, more: { Q4: { REFUSED: 1 } } });
    const all = Subgraph.parse(await read.subgraph(store, ["Q1", "Q4"], { limit: 2, most: 2 }));
    expect(ids(all)).toEqual(["Q1 RECOGNIZED Q4", "Q1 REFUSED Q4"]);
    expect(all.partial).toBeUndefined();
    // Nobody is shown alone, however weak the edge that brought them.
    expect(ids(await read.subgraph(store, ["Q2"], { most: 1 }))).toContain("Q2 SUPPLIED Q3");
  });

  it("shows the edges of a picture as they stand, with all they hold", async () => {
    const { store } = place();
    await save(store, corpus());
    const { edges } = Subgraph.parse(await read.subgraph(store, ["Q1"]));
    expect(edges).toHaveLength(4);
    for (const edge of edges) expect(edge).toEqual((await read.edgeClaims(store, edge.id))?.edge);
  });

  it("answers an empty graph with an empty view", async () => {
    const { store } = place();
    expect(await read.subgraph(store)).toEqual({ nodes: [], edges: [], more: {}, centre: [] });
    expect(await read.busiest(store)).toBeUndefined();
    expect(Stats.parse(await read.stats(store))).toMatchObject({ articles: 0, claims: 0, first: null });
    expect(await read.node(store, "Q1")).toBeUndefined();
    expect(await read.neighbours(store, "Q1")).toBeUndefined();
    expect(await read.claim(store, "c-1")).toBeUndefined();
    expect(await read.article(store, "a1")).toBeUndefined();
    expect(await read.edgeClaims(store, "Q1 REFUSED Q2")).toBeUndefined();
    expect(await read.edgeClaims(store, "Q1 LOVES Q2")).toBeUndefined();
    expect(Paths.parse(await read.paths(store, "Q1", "Q2"))).toEqual({ paths: [], nodes: [], edges: [] });
  });

  it("pages through a node's edges, strongest first, and filters them", async () => {
    const { store } = place();
    await save(store, corpus());
    const seen: string[] = [];
    for (let offset = 0; offset < 6; offset += 2) {
      const page = Subgraph.parse(await read.neighbours(store, "Q1", { limit: 2, offset }));
      seen.push(...page.edges.map(({ id }) => id));
    }
    expect(seen).toEqual(["Q1 REFUSED Q2", "Q1 ALLIED_WITH Q2", "Q1 RECOGNIZED Q4", "Q1 REFUSED Q4"]);
    const filtered = async (filter: read.EdgeFilter) =>
      (await read.neighbours(store, "Q1", filter))?.edges.map(({ id }) => id);
    expect(await filtered({ types: ["RECOGNIZED"] })).toEqual(["Q1 RECOGNIZED Q4"]);
    expect(await filtered({ langs: ["hi"] })).toEqual(["Q1 REFUSED Q2"]);
    expect(await filtered({ since: "2024-05-02" })).toEqual(["Q1 REFUSED Q2"]);
    expect(await filtered({ until: "2024-03" })).toEqual(["Q1 REFUSED Q2"]);
    expect(await filtered({ outlets: ["The Morning"] })).toEqual(["Q1 REFUSED Q2", "Q1 ALLIED_WITH Q2"]);
    expect(await filtered({ speakers: ["Q9"], sources: 2, stances: ["asserted"] })).toEqual(["Q1 REFUSED Q2"]);
    expect(await filtered({ stances: ["alleged"] })).toEqual([]);
  });

  it("shows the claims behind an edge, newest first, and those that contradict it", async () => {
    const { store } = place();
    await save(store, corpus());
    const refused = EdgeClaims.parse(await read.edgeClaims(store, "Q1 REFUSED Q2"));
    expect(refused.claims.map((c) => [c.article.id, c.modality, c.speaker?.id])).toEqual([
      ["a2", "alleged", undefined],
      ["a1", "asserted", "Q9"],
    ]);
    expect(refused).toMatchObject({
      total: 2,
      contradicting: [],
      edge: { what: "send troops", stance: "asserted", langs: ["en", "hi"] },
    });
    const page = await read.edgeClaims(store, "Q1 REFUSED Q2", { limit: 1, offset: 1 });
    expect(page?.claims.map((c) => c.article.id)).toEqual(["a1"]);
    for (const [edge, other] of [
      ["Q2 SUPPLIED Q3", "a5"],
      ["Q1 RECOGNIZED Q4", "a3"],
      ["Q1 REFUSED Q4", "a4"],
    ] as const) {
      expect((await read.edgeClaims(store, edge))?.contradicting.map((c) => c.article.id)).toEqual([other]);
    }
  });

  it("gives a claim with all it rests on", async () => {
    const { store } = place();
    const [first] = corpus();
    await save(store, corpus());
    const given = first?.claims[0];
    const view = ClaimView.parse(await read.claim(store, given?.id ?? ""));
    expect(view).toMatchObject({
      ...given,
      subject: { id: "Q1" },
      object: { id: "Q2", names: { hi: "दो" } },
      speaker: { id: "Q9" },
      article: { id: "a1", claims: 2 },
      precision: expect.toSatisfy((measured: number | null) => measured === null || (measured >= 0 && measured <= 1)),
    });
  });

  it("gives a node with its ties, its months and its articles", async () => {
    const { store } = place();
    await save(store, corpus());
    const detail = NodeDetail.parse(await read.node(store, "Q2"));
    expect(detail.node).toMatchObject({
      type: "Country",
      labels: ["Country"],
      names: { en: "Two", bn: "দুই" },
      aliases: ["Deux"],
      degree: 3,
    });
    expect(detail.ties).toEqual([
      { type: "ALLIED_WITH", direction: "both", count: 1 },
      { type: "REFUSED", direction: "in", count: 1 },
      { type: "SUPPLIED", direction: "out", count: 1 },
    ]);
    expect(detail.timeline).toEqual([
      { month: "2024-03", claims: 1 },
      { month: "2024-05", claims: 2 },
      { month: "2024-06", claims: 2 },
    ]);
    expect(detail.articles.map(({ id }) => id)).toEqual(["a2", "a1", "a5"]);
  });

  it("lists articles, newest first, and gives one with its text", async () => {
    const { store } = place();
    await save(store, corpus());
    const list = ArticleList.parse(await read.articles(store, { limit: 2 }));
    expect(list).toMatchObject({
      total: 5,
      articles: [{ id: "a2" }, { id: "a1", title: "First", outlet: "The Morning" }],
    });
    expect(await read.articles(store, { lang: "hi" })).toMatchObject({ total: 1, articles: [{ id: "a2" }] });
    const one = ArticleDetail.parse(await read.article(store, "a1"));
    expect(one.claims.map((c) => one.text.slice(c.start, c.end))).toEqual(one.claims.map((c) => c.sentence));
  });

  it("finds the shortest ways between two nodes, and none where there is none", async () => {
    const { store } = place();
    await save(store, corpus());
    const found = Paths.parse(await read.paths(store, "Q4", "Q3"));
    expect(found.paths.map(({ nodes }) => nodes)).toEqual(Array(4).fill(["Q4", "Q1", "Q2", "Q3"]));
    expect(found.edges.map(({ id }) => id).sort()).toContain("Q2 SUPPLIED Q3");
    expect((await read.paths(store, "Q4", "Q3", { types: ["SUPPLIED"] })).paths).toEqual([]);
    expect((await read.paths(store, "Q4", "Q3", { hops: 2 })).paths).toEqual([]);
  });

  it("counts the graph and tells when it changes", async () => {
    const { store } = place();
    await save(store, corpus());
    const before = Stats.parse(await read.stats(store));
    expect(before).toMatchObject({
      articles: 5,
      origins: 5,
      claims: 7,
      languages: { en: 4, hi: 1 },
      nodes: { Country: 5 },
      edges: { REFUSED: 2, SUPPLIED: 1, ANNEXED: 0 },
      outlets: [{ name: "The Morning", articles: 1 }],
      first: "2024-05-01",
      last: "2024-06-01",
    });
    await save(store, corpus());
    expect(await read.stats(store)).toEqual(before);
    await save(store, [article("a6", [])]);
    const after = await read.stats(store);
    expect([after.articles, after.version === before.version]).toEqual([6, false]);
    EdgeView.parse(await read.busiest(store));
  });
});
