import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { save } from "../../server/graph/save.ts";
import { openNeo4j } from "../../server/store/neo4j.ts";
import type { GraphStore } from "../../server/store/store.ts";
import { cypherShell, isPythonHere, python, type Reader } from "../neo4j/readers.ts";
import { empty, type Neo4jForTests, neo4jForTests, turn } from "../neo4j/server.ts";
import { article, entity, story } from "./articles.ts";

/** What programs of others read in a graph that this one has written into Neo4j. */
describe("a graph on Neo4j", { timeout: 300_000 }, () => {
  let server: Neo4jForTests | undefined;
  let store: GraphStore;
  beforeAll(async () => {
    server = await neo4jForTests();
    if (!server) return;
    await empty(server);
    store = await openNeo4j(server);
    const names = { en: "India", hi: "भारत", bn: "ভারত" };
    const aliases = ["Bhārat", 'the "Union"', "हिन्दुस्तान"];
    const india = entity("Q668", { name: names, aliases });
    const told = article(
      "hi-1",
      [{ says: ["Q668", "REFUSED", "Q1"], what: "सैनिक", sentence: "भारत ने “सैनिक” भेजने से इनकार किया।" }],
      {
        lang: "hi",
        entities: [india],
      },
    );
    await save(store, [...Array.from({ length: 60 }, (_, number) => story(number)), told]);
  }, turn);
  afterAll(async () => {
    await store?.close();
    await server?.stop();
  });

  const questions = {
    nodes: `MATCH (n:Entity) RETURN n.id, n.type, n.name, coalesce(n.name_hi, ''), coalesce(n.name_bn, ''), n.aliases, n.ties, n.degree
      ORDER BY n.id`,
    edges: `MATCH (a:Entity)-[r]->(b:Entity) RETURN r.id, a.id, type(r), b.id, r.claims, r.sources, coalesce(r.what, [])
      ORDER BY r.id`,
    claims: `MATCH (s:Entity)<-[:SUBJECT]-(c:Claim)-[:OBJECT]->(o:Entity), (c)-[:STATED_IN]->(a:Article)
      RETURN c.id, s.id, c.type, o.id, c.sentence, c.polarity, c.modality, c.start, c.end, c.confidence, a.id ORDER BY c.id`,
  };
  const readers: [string, Reader, () => boolean][] = [
    ["cypher-shell", cypherShell, () => true],
    ["Neo4j's driver for Python", python, isPythonHere],
  ];

  it.for(readers)("is read by %s to the last sign", async ([name, read, isHere], { skip }) => {
    if (!server) return skip("no Neo4j here");
    if (!isHere()) return skip(`${name} is not here (python3 -m pip install neo4j)`);
    for (const [what, cypher] of Object.entries(questions)) {
      const { columns, rows } = await store.read(cypher);
      const own = rows.map((row) => columns.map((column) => row[column]));
      expect(own.length, what).toBeGreaterThan(20);
      expect(await read(server, cypher.replace(/\s+/g, " ")), what).toEqual(own);
    }
  });
});
