import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { drawable } from "../../server/draw.ts";
import { type FormatName, format, formatNames } from "../../server/export/formats.ts";
import { save } from "../../server/graph/save.ts";
import { questions } from "../../server/questions/questions.ts";
import { search } from "../../server/search/search.ts";
import { openBuiltIn } from "../../server/store/builtIn.ts";
import type { GraphStore } from "../../server/store/store.ts";
import { onEachStore } from "../contract/stores.ts";
import { extractions } from "./fixture.ts";

/** What the routes ask of a store beside the claim layer's own reading. */
onEachStore("the server's Cypher", (place) => {
  it("answers every ready question, as ours and as a stranger's", { timeout: 120_000 }, async () => {
    const { store } = place();
    await save(store, extractions());
    for (const { name, query, params } of questions()) {
      const none = Object.fromEntries(params.map((param) => [param.name, null]));
      const { columns, rows } = await store.read(query, none);
      expect([name, rows.length > 0, columns.length > 1]).toEqual([name, true, true]);
      expect((await store.ask(query, none, {})).rows, name).toEqual(rows);
    }
  });

  it("finds sentences by words, by a word's beginning, and by what they are about", { timeout: 120_000 }, async () => {
    const { store } = place();
    const found = search(store);
    const ask = async (query: string, typed = false) => {
      const { sentences } = await found.find(query, { version: "1", limit: 10, typed });
      return sentences.map(({ article }) => article.id);
    };
    expect(await search(store).find("troops", { version: "0", limit: 10, typed: false })).toEqual({
      nodes: [],
      sentences: [],
    });
    await save(store, extractions());
    expect((await ask("troops")).sort()).toEqual(["alliance", "refusal"]);
    expect(await ask("SEND troop")).toEqual(["refusal"]);
    expect(await ask("ড্রোন")).toEqual(["sarabaraha"]);
    expect(await ask("मान्यता", true)).toEqual(["asveekar"]);
    expect((await ask("Iran")).sort()).toEqual(["phone", "sarabaraha"]);
    expect(await ask("OR AND NOT")).toEqual([]);
  });

  it("draws what rows hold, also what the vocabulary does not know", { timeout: 120_000 }, async () => {
    const { store } = place();
    await store.write([
      {
        cypher:
          "CREATE (:Person:Author {name: 'Ada', stance: 3})-[:WROTE {claims: 'many', stance: 'firm'}]->(:Book {title: 'Notes'})",
      },
    ]);
    const { rows } = await store.read("MATCH (a)-[r:WROTE]->() RETURN {deep: [r]} AS found");
    const { nodes, edges } = await drawable(store, rows);
    expect(nodes.map(({ names }) => names.en).sort()).toEqual(["Ada", "Notes"]);
    expect(edges).toMatchObject([{ type: "WROTE", claims: 0, sources: 0, stance: "asserted" }]);
    const ids = new Set(nodes.map(({ id }) => id));
    expect(edges.every(({ from, to }) => ids.has(from) && ids.has(to))).toBe(true);
  });

  it("takes a Cypher dump in, twice, and holds an equal graph", { timeout: 120_000 }, async () => {
    const folder = await mkdtemp(join(tmpdir(), "entente-dump-"));
    const other = await openBuiltIn({ folder });
    try {
      await save(other, extractions());
      let text = "";
      for await (const piece of format("cypher").write(other)) text += String(piece);
      const statements = text.split(";\n").filter(Boolean);
      const isSchema = (cypher: string) => cypher.startsWith("CREATE CONSTRAINT");
      const { store } = place();
      for (let time = 1; time <= 2; time++) {
        for (const cypher of statements.filter(isSchema)) await store.write({ cypher });
        await store.write(statements.filter((cypher) => !isSchema(cypher)).map((cypher) => ({ cypher })));
      }
      for (const query of whole) expect((await store.read(query)).rows).toEqual((await other.read(query)).rows);
    } finally {
      await other.close();
      await rm(folder, { recursive: true });
    }
  });

  it("writes every format", { timeout: 120_000 }, async () => {
    const { store } = place();
    await save(store, extractions());
    const sizes = await Promise.all(formatNames.map(async (name) => [name, await size(store, name)]));
    for (const [name, bytes] of sizes) expect([name, Number(bytes) > 1_000]).toEqual([name, true]);
  });
});

const whole = [
  "MATCH (n) WHERE n:Entity OR n:Claim OR n:Article RETURN n.id AS id, properties(n) AS properties ORDER BY id",
  "MATCH (n:Country) RETURN n.id AS id ORDER BY id",
  "MATCH (a)-[r]->(b) RETURN a.id AS a, type(r) AS type, properties(r) AS properties, b.id AS b ORDER BY a, type, b",
];

async function size(store: GraphStore, name: FormatName): Promise<number> {
  let bytes = 0;
  for await (const piece of format(name).write(store)) bytes += piece.length;
  return bytes;
}
