import { expect, it } from "vitest";
import { rebuild } from "../../server/graph/rebuild.ts";
import { remove } from "../../server/graph/remove.ts";
import { save } from "../../server/graph/save.ts";
import type { GraphStore } from "../../server/store/store.ts";
import { article } from "./articles.ts";
import { edges, everything } from "./dump.ts";
import { onEachStore } from "./stores.ts";

onEachStore("the claim layer", (place) => {
  const refused = () => article("a1", [{ says: ["Q232", "REFUSED", "Q159"], what: "send troops", speaker: "Q30" }]);

  it("draws one edge for a claim, with the article it stands in", async () => {
    const { store } = place();
    expect(await save(store, [refused()])).toMatchObject({
      added: 1,
      replaced: 0,
      unchanged: 0,
      claims: 1,
      rejected: [],
    });
    expect(await edge(store, "REFUSED")).toMatchObject([
      {
        a: "Q232",
        b: "Q159",
        p: { id: "Q232 REFUSED Q159", claims: 1, sources: 1, stance: "asserted", what: "send troops" },
      },
    ]);
    const { rows } = await store.read(
      "MATCH (c:Claim)-[:STATED_IN]->(a:Article) MATCH (c)-[:SPOKEN_BY]->(s) RETURN a.id AS a, s.id AS s",
    );
    expect(rows).toEqual([{ a: "a1", s: "Q30" }]);
  });

  it("changes nothing when the same is saved again", async () => {
    const { store } = place();
    await save(store, [refused()]);
    const before = await everything(store);
    expect(await save(store, [refused()])).toMatchObject({ added: 0, unchanged: 1, claims: 0 });
    expect(await everything(store)).toEqual(before);
  });

  it("replaces the claims of an article whose words changed", async () => {
    const { store } = place();
    await save(store, [refused(), article("a2", [{ says: ["Q159", "ATTACKED", "Q212"] }])]);
    const saved = await save(store, [article("a1", [{ says: ["Q159", "ALLIED_WITH", "Q184"] }])]);
    expect(saved).toMatchObject({ added: 0, replaced: 1, claims: 1 });
    expect(await ids(store)).toEqual(["Q159 ALLIED_WITH Q184", "Q159 ATTACKED Q212"]);
    expect((await store.read("MATCH (n:Entity) RETURN n.id AS id ORDER BY id")).rows.map(({ id }) => id)).toEqual([
      "Q159",
      "Q184",
      "Q212",
    ]);
  });

  it("withdraws what only a removed article said, and nothing else", async () => {
    const { store } = place();
    const other = article("a2", [{ says: ["Q232", "REFUSED", "Q159"] }]);
    await save(store, [other]);
    const before = await everything(store);
    await save(store, [article("a1", [{ says: ["Q232", "REFUSED", "Q159"] }, { says: ["Q148", "SUPPLIED", "Q159"] }])]);
    expect(await remove(store, "a1")).toBe(true);
    expect(await everything(store)).toEqual(before);
    expect(await remove(store, "a1")).toBe(false);
    expect(await remove(store, "a2")).toBe(true);
    expect(await everything(store)).toEqual([]);
  });

  it("builds the same edges, byte by byte, out of the claims alone", async () => {
    const { store } = place();
    const all = Array.from({ length: 30 }, (_, i) =>
      article(`a${i}`, [
        {
          says: [`Q${i % 5}`, i % 2 ? "ALLIED_WITH" : "SUPPLIED", `Q${5 + (i % 3)}`],
          confidence: i / 30,
          what: i % 3 ? "grain" : "fuel",
        },
        { says: [`Q${i % 7}`, "RECOGNIZED", `Q${7 + (i % 2)}`], polarity: i % 2 ? "negated" : "affirmed" },
      ]),
    );
    await save(store, all);
    const before = await edges(store);
    expect(before.length).toBeGreaterThan(10);
    await rebuild(store);
    expect(await edges(store)).toEqual(before);
    await store.write({ cypher: "MATCH (:Entity)-[r:ALLIED_WITH|SUPPLIED|RECOGNIZED|REFUSED]->(:Entity) DELETE r" });
    await store.write({
      cypher: "MATCH (a:Entity {id: 'Q1'}), (b:Entity {id: 'Q2'}) CREATE (a)-[:ANNEXED {id: 'Q1 ANNEXED Q2'}]->(b)",
    });
    expect(await rebuild(store)).toBe(before.length);
    expect(await edges(store)).toEqual(before);
  });

  it.each([
    ["RECOGNIZED", ["Q1 REFUSED Q2"]],
    ["SUPPLIED", []],
    ["REFUSED", []],
    ["MET_WITH", []],
  ] as const)("a negated %s makes no affirmed edge", async (type, expected) => {
    const { store } = place();
    await save(store, [article("a1", [{ says: ["Q1", type, "Q2"], polarity: "negated" }])]);
    expect(await ids(store)).toEqual(expected);
    expect((await store.read("MATCH (c:Claim) RETURN count(c) AS n")).rows).toEqual([{ n: 1 }]);
  });

  it("says what was refused where recognition was", async () => {
    const { store } = place();
    await save(store, [article("a1", [{ says: ["Q1", "RECOGNIZED", "Q2"], polarity: "negated" }])]);
    expect(await edge(store, "REFUSED")).toMatchObject([{ p: { what: "recognition", sign: -1 } }]);
  });

  it("keeps one edge when the same meeting is told from either side", async () => {
    const { store } = place();
    await save(store, [
      article("a1", [{ says: ["Q2", "MET_WITH", "Q1"] }]),
      article("a2", [{ says: ["Q1", "MET_WITH", "Q2"] }]),
    ]);
    expect(await edge(store, "MET_WITH")).toMatchObject([{ a: "Q1", b: "Q2", p: { claims: 2, sources: 2 } }]);
  });

  it("rejects an article whose claim speaks of nothing known, names it, and saves the others", async () => {
    const { store } = place();
    const lame = { ...refused(), entities: [] };
    const saved = await save(store, [lame, article("a2", [{ says: ["Q1", "MET_WITH", "Q2"] }])]);
    expect(saved).toMatchObject({ added: 1, rejected: [{ article: "a1" }] });
    expect(await ids(store)).toEqual(["Q1 MET_WITH Q2"]);
  });

  it("rejects an article that names a node by an id with a space, and saves the others", async () => {
    const { store } = place();
    const spaced = article("a1", [{ says: ["Q1 b", "MET_WITH", "Q2"] }]);
    const saved = await save(store, [spaced, article("a2", [{ says: ["Q1", "MET_WITH", "Q2"] }])]);
    expect(saved).toMatchObject({ added: 1, rejected: [{ article: "a1", why: expect.stringContaining("Q1 b") }] });
    expect(await ids(store)).toEqual(["Q1 MET_WITH Q2"]);
  });
});

async function edge(store: GraphStore, type: string) {
  return (
    await store.read(
      `MATCH (a:Entity)-[r:${type}]->(b:Entity) RETURN a.id AS a, b.id AS b, properties(r) AS p ORDER BY a, b`,
    )
  ).rows;
}

async function ids(store: GraphStore) {
  return (await store.read("MATCH (:Entity)-[r]->(:Entity) RETURN r.id AS id ORDER BY id")).rows.map(({ id }) => id);
}
