import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { type GraphStore, type Params, QueryRefused, QueryTimeout } from "../../server/store/store.ts";
import list from "./hostile.json" with { type: "json" };

/**
 * A query that a stranger might send. It is refused, or, where `may` says so, it may be answered or stopped by its
 * limits. `repeat` is put between `before` and `after` so many times, all of it before the query.
 */
export interface Hostile {
  query: string;
  params?: Params;
  may?: "answer";
  before?: string;
  repeat?: string;
  times?: number;
  after?: string;
}
export const hostile = Object.entries(list as unknown as Record<string, Hostile[]>);

/** The query in short. */
export function titleOf({ query, before = "", repeat = "", times }: Hostile): string {
  const text = times ? `${before}${repeat}(${times} times)${query}` : query;
  return text.replace(/\s+/g, " ").slice(0, 80);
}

const content = "nobody may read this line";
const limits = { timeout: 1500, rows: 500, bytes: 1_000_000 };

/** A file that no query may show; call `remove` when done. */
export function secretFile(): { path: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), "entente-secret-"));
  const path = join(folder, "secret.csv");
  writeFileSync(path, `${content}\n`);
  return { path, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A small dense graph, in the form of ours. */
export async function fillDense(store: GraphStore): Promise<void> {
  const rows = Array.from({ length: 60 }, (_, at) => ({ id: `Q${at}`, name_en: `State ${at}` }));
  const ties = rows.flatMap((from, a) => rows.slice(a + 1, a + 30).map((to) => ({ from: from.id, to: to.id })));
  await store.write([
    { cypher: "UNWIND $rows AS row MERGE (n:Entity:Country {id: row.id}) SET n += row", params: { rows } },
    {
      cypher:
        "UNWIND $ties AS tie MATCH (a:Country {id: tie.from}), (b:Country {id: tie.to}) MERGE (a)-[r:ALLIED_WITH]->(b) SET r.claims = 1",
      params: { ties },
    },
  ]);
}

/** All of the graph, its labels and its types. */
export async function everything(store: GraphStore): Promise<unknown[]> {
  const queries = [
    "MATCH (n) RETURN n.id AS id, labels(n) AS labels, properties(n) AS properties ORDER BY n.id",
    "MATCH (a)-[r]->(b) RETURN a.id AS from, type(r) AS type, properties(r) AS properties, b.id AS to ORDER BY a.id, b.id, type(r)",
  ];
  return Promise.all(queries.map(async (query) => (await store.read(query)).rows));
}

/** Sends one hostile query and, while it runs, a read of our own and another stranger's question: both are answered. */
export async function attack(
  store: GraphStore,
  { query, params = {}, ...each }: Hostile,
  secret: string,
): Promise<void> {
  const text = (each.before ?? "") + (each.repeat ?? "").repeat(each.times ?? 0) + (each.after ?? "") + query;
  const sent = JSON.parse(JSON.stringify(params).replaceAll("$SECRET", secret));
  const attempt = store.ask(text.replaceAll("$SECRET", secret), sent, limits).then(
    (rows) => ({ rows, error: undefined }),
    (error: unknown) => ({ rows: undefined, error }),
  );
  const [own, other] = await Promise.all([
    store.read("MATCH (n:Country {id: 'Q7'}) RETURN n.name_en AS name"),
    store.ask("MATCH (n:Country {id: 'Q8'}) RETURN n.name_en AS name", {}, { timeout: 60_000 }),
  ]);
  expect(own.rows).toEqual([{ name: "State 7" }]);
  expect(other.rows).toEqual([{ name: "State 8" }]);
  const { rows, error } = await attempt;
  expect(JSON.stringify(rows ?? "")).not.toContain(content);
  expect(String(error instanceof Error ? error.message : "")).not.toContain(content);
  if (rows) {
    expect(each.may).toBe("answer");
    expect(rows.rows.length).toBeLessThanOrEqual(limits.rows);
    expect(JSON.stringify(rows.rows).length).toBeLessThanOrEqual(2 * limits.bytes);
  } else if (each.may) expect([QueryRefused, QueryTimeout]).toContain((error as Error).constructor);
  else expect(error).toBeInstanceOf(QueryRefused);
}
