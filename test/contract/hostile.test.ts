import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openBuiltIn } from "../../server/store/builtIn.ts";
import { openNeo4j } from "../../server/store/neo4j.ts";
import type { GraphStore } from "../../server/store/store.ts";
import { type Neo4jForTests, neo4jForTests, turn } from "../neo4j/server.ts";
import { attack, everything, fillDense, hostile, secretFile, titleOf } from "./hostile.ts";

const folder = mkdtempSync(join(tmpdir(), "entente-"));
const secret = secretFile();
let neo4j: Neo4jForTests | undefined;
const stores: [string, () => Promise<GraphStore | undefined>][] = [
  ["the built-in store", () => openBuiltIn({ folder, memory: 700 * 2 ** 20 })],
  [
    "Neo4j",
    async () => {
      neo4j = await neo4jForTests();
      return neo4j && openNeo4j(neo4j);
    },
  ],
];
afterAll(() => {
  secret.remove();
  rmSync(folder, { recursive: true, force: true });
});

describe.each(stores)("%s, asked by strangers", (name, open) => {
  let store: GraphStore | undefined;
  let before: unknown[];
  beforeAll(async () => {
    store = await open();
    if (!store) return;
    await fillDense(store);
    before = await everything(store);
  }, turn);
  afterAll(async () => {
    await store?.close();
    if (name === "Neo4j") await neo4j?.stop();
  });
  beforeEach((context) => {
    if (!store) context.skip("no Neo4j here");
  });

  describe.each(hostile)("%s", (_, queries) => {
    it.each(queries.map((query) => ({ ...query, title: titleOf(query) })))(
      "changes nothing, reads no file and holds nobody up: $title",
      async (query) => attack(store as GraphStore, query, secret.path),
    );
  });

  it("holds the same graph as before", async () => {
    expect(await everything(store as GraphStore)).toEqual(before);
    expect(
      (await (store as GraphStore).ask("CALL db.labels() YIELD label RETURN label ORDER BY label", {}, {})).rows,
    ).toEqual([{ label: "Country" }, { label: "Entity" }]);
  });

  it("answers what is asked properly", async () => {
    const asked = await (store as GraphStore).ask(
      "MATCH (a:Country)-[r:ALLIED_WITH]->(b) WHERE a.id = $id RETURN b.id AS id, r.claims AS claims ORDER BY b.id LIMIT 2",
      { id: "Q0" },
      { timeout: 60_000, rows: 1 },
    );
    expect(asked).toEqual({ columns: ["id", "claims"], rows: [{ id: "Q1", claims: 1 }], truncated: "rows" });
  });
});
