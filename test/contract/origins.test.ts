import { describe, expect, it } from "vitest";
import { distance, NEAR } from "../../model/origin.ts";
import type { Article } from "../../model/stages.ts";
import { fingerprint, isNear } from "../../server/graph/fingerprint.ts";
import { articles, edgeClaims } from "../../server/graph/read.ts";
import { remove } from "../../server/graph/remove.ts";
import { save } from "../../server/graph/save.ts";
import type { GraphStore } from "../../server/store/store.ts";
import { article, type Said } from "./articles.ts";
import { onEachStore } from "./stores.ts";

const met: Said = { says: ["Q1", "MET_WITH", "Q2"] };
const far = { a: "00000000ffffffff", b: "ffffffff00000000", c: "f0f0f0f0f0f0f0f0" };
/** The fingerprint with its lowest `bits` bits turned. */
const turned = (hex: string, bits: number) =>
  (BigInt(`0x${hex}`) ^ ((1n << BigInt(bits)) - 1n)).toString(16).padStart(16, "0");

onEachStore("the independent sources of an edge", (place) => {
  const told = (id: string, about: Partial<Article>, said: Said[] = [met]) =>
    article(id, said, { fingerprint: "", ...about });

  it.each([
    ["two articles of their own count twice", [{ fingerprint: far.a }, { fingerprint: far.b }], 2],
    ["a near copy counts once", [{ fingerprint: far.a }, { fingerprint: turned(far.a, NEAR) }], 1],
    [
      "what differs in one bit more counts twice",
      [{ fingerprint: far.a }, { fingerprint: turned(far.a, NEAR + 1) }],
      2,
    ],
    ["texts without a fingerprint count each", [{}, {}], 2],
    [
      "one agency's story in other words counts once",
      [
        { agency: "pti", fingerprint: far.a },
        { agency: "pti", fingerprint: far.b },
      ],
      1,
    ],
    [
      "two agencies count twice",
      [
        { agency: "pti", fingerprint: far.a },
        { agency: "ani", fingerprint: far.b },
      ],
      2,
    ],
    [
      "one agency's stories of two days count twice",
      [
        { agency: "pti", published: "2024-01-01" },
        { agency: "pti", published: "2024-01-02T03:04" },
      ],
      2,
    ],
    [
      "one agency's undated stories count each",
      [
        { agency: "pti", published: undefined },
        { agency: "pti", published: undefined },
      ],
      2,
    ],
  ] as const)("%s", async (_, abouts, sources) => {
    const { store } = place();
    await save(
      store,
      abouts.map((about, i) => told(`a${i}`, about)),
    );
    expect(await sourcesOf(store)).toBe(sources);
  });

  it("takes one agency's stories of a day for two when they mostly claim other things", async () => {
    const { store } = place();
    const others: Said[] = [met, { says: ["Q3", "ATTACKED", "Q4"] }, { says: ["Q5", "VISITED", "Q6"] }];
    await save(store, [told("a1", { agency: "pti" }), told("a2", { agency: "pti" }, others)]);
    expect(await sourcesOf(store)).toBe(2);
  });

  it("joins two origins when an article near to both comes, and parts them when it goes", async () => {
    const { store } = place();
    const ends = [told("a1", { fingerprint: far.c }), told("a2", { fingerprint: turned(far.c, 2 * NEAR) })];
    await save(store, ends);
    expect(await sourcesOf(store)).toBe(2);
    await save(store, [told("a3", { fingerprint: turned(far.c, NEAR) })]);
    expect(await sourcesOf(store)).toBe(1);
    await remove(store, "a3");
    expect(await sourcesOf(store)).toBe(2);
  });

  it("names an origin after its first article, though that came last", async () => {
    const { store } = place();
    await save(store, [told("a2", { fingerprint: far.a, published: "2024-02-02" })]);
    await save(store, [told("a9", { fingerprint: far.a, published: "2024-02-01" })]);
    expect((await articles(store)).articles.map(({ id, origin }) => [id, origin])).toEqual([
      ["a2", "a9"],
      ["a9", "a9"],
    ]);
    expect(await articles(store, { origin: "a9" })).toMatchObject({ total: 2 });
    expect((await edgeClaims(store, "Q1 MET_WITH Q2"))?.claims.map((c) => c.article.origin)).toEqual(["a9", "a9"]);
  });
});

describe("the fingerprint in two halves", () => {
  it("is near exactly where the model's distance says so", () => {
    for (let i = 0; i < 64; i++) {
      const [a, b] = [far.c, turned(far.c, i)];
      const [m, n] = [fingerprint(a), fingerprint(b)];
      expect(m && n && isNear(m, n)).toBe(distance(a, b) <= NEAR);
    }
  });

  it.each(["", "0000000000000000", "xyz", undefined])("is none for %j", (hex) => {
    expect(fingerprint(hex)).toBeUndefined();
  });
});

async function sourcesOf(store: GraphStore): Promise<unknown> {
  return (await store.read("MATCH (:Entity)-[r:MET_WITH]->(:Entity) RETURN r.sources AS n")).rows[0]?.n;
}
