import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openBuiltIn } from "../../server/store/builtIn.ts";
import { openNeo4j } from "../../server/store/neo4j.ts";
import { type GraphStore, type Params, QueryRefused } from "../../server/store/store.ts";
import { type Neo4jForTests, neo4jForTests, turn } from "../neo4j/server.ts";
import list from "./conformance.json" with { type: "json" };

/**
 * One Cypher for both stores. Each query of conformance.json has the rows that Neo4j answers (or `error`); the built-in
 * store answers the same, or refuses with the words in `refused`, which name the rewrite.
 */
interface Case {
  query: string;
  params?: Params;
  rows?: unknown[][];
  error?: boolean;
  refused?: string;
}
const groups = Object.entries(list.groups as Record<string, Case[]>);
const writes = /\b(CREATE|MERGE|SET|DELETE|REMOVE|FOREACH)\b/i;

const folder = mkdtempSync(join(tmpdir(), "entente-"));
let neo4j: Neo4jForTests | undefined;
const stores: [string, () => Promise<GraphStore | undefined>][] = [
  ["the built-in store", () => openBuiltIn({ folder })],
  [
    "Neo4j",
    async () => {
      neo4j = await neo4jForTests();
      return neo4j && openNeo4j(neo4j);
    },
  ],
];
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(stores)("%s", (name, open) => {
  let store: GraphStore | undefined;
  let isFresh = false;
  beforeAll(async () => {
    store = await open();
  }, turn);
  afterAll(async () => {
    await store?.close();
    if (name === "Neo4j") await neo4j?.stop();
  });
  beforeEach(async (context) => {
    if (!store) return context.skip("no Neo4j here");
    if (isFresh) return;
    await store.write({ cypher: "MATCH (n) DETACH DELETE n" });
    for (const cypher of Object.values(list.fixtures)) await store.write({ cypher });
    isFresh = true;
  });

  describe.each(groups)("answers alike: %s", (_, cases) => {
    it.each(cases)("$query", async (each) => {
      const isWrite = writes.test(each.query);
      if (isWrite) isFresh = false;
      const asked = isWrite
        ? (store as GraphStore).write({ cypher: each.query, params: each.params })
        : (store as GraphStore).ask(each.query, each.params ?? {}, {});
      if (name === "the built-in store" && each.refused) {
        await expect(asked).rejects.toThrow(each.refused);
        await expect(asked).rejects.toBeInstanceOf(QueryRefused);
      } else if (each.error) await expect(asked).rejects.toThrow();
      else {
        const { columns, rows } = await asked;
        const found = rows.map((row) => columns.map((column) => comparable(row[column])));
        expect(ordered(each, found)).toEqual(
          ordered(
            each,
            (each.rows ?? []).map((row) => row.map(comparable)),
          ),
        );
      }
    });
  });
});

/** Without ORDER BY the rows have no order. */
function ordered({ query }: Case, rows: unknown[][]): unknown[] {
  const shown = rows.map((row) => JSON.stringify(row));
  return /ORDER BY/i.test(query) ? shown : shown.toSorted();
}

/** The value as conformance.json writes it: no engine's ids, labels and keys in their order. */
function comparable(value: unknown): unknown {
  if (typeof value === "number") return Number(value.toPrecision(12));
  if (Array.isArray(value)) return value.map(comparable);
  if (typeof value !== "object" || value === null) return value;
  const { kind, labels, type, properties, nodes, edges } = value as Record<string, unknown>;
  if (kind === "node") return { node: (labels as string[]).toSorted(), properties: comparable(properties) };
  if (kind === "edge") return { edge: type, properties: comparable(properties) };
  if (kind === "path") {
    const [first, ...others] = (nodes as unknown[]).map(comparable);
    return { path: [first, ...others.flatMap((node, at) => [comparable((edges as unknown[])[at]), node])] };
  }
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, comparable(each)]),
  );
}
