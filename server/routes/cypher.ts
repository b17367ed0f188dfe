import type { z } from "zod";
import { CypherAnswer, CypherRequest } from "../../model/api.ts";
import type { Context } from "../context.ts";
import { drawable } from "../draw.ts";
import { route } from "./route.ts";

/** What a stranger's query may cost. */
const caps = { timeout: 10_000, rows: 1_000, bytes: 5_000_000 };

/** A stranger's Cypher: read-only, limited, stopped when the caller hangs up. */
export const cypher = route({
  method: "post",
  path: "/api/cypher",
  summary: "Run a reading Cypher query, or show its plan",
  body: CypherRequest,
  answer: CypherAnswer,
  problems: [403, 415, 429, 503, 504],
  perMinute: 240,
  handle: ({ body, signal }, context) => ask(context, body, signal),
});

/** Rows of a query with everything drawable in them. Rejects with QueryRefused, QueryTimeout or StoreError. */
export async function ask(
  { store, positions }: Context,
  { query, params, limit = caps.rows, explain = false }: z.infer<typeof CypherRequest>,
  signal: AbortSignal,
): Promise<z.infer<typeof CypherAnswer>> {
  const started = performance.now();
  const limits = { ...caps, rows: limit, signal };
  if (explain) {
    const plan = await store.explain(query, params, limits);
    const took = performance.now() - started;
    return { columns: [], rows: [], graph: { nodes: [], edges: [] }, truncated: null, plan, took };
  }
  const { columns, rows, truncated } = await store.ask(query, params, limits);
  const took = performance.now() - started;
  const graph = await drawable(store, rows, undefined, signal);
  return {
    columns,
    rows: rows.map((row) => columns.map((column) => row[column] ?? null)),
    graph: { ...graph, nodes: positions.place(graph.nodes) },
    truncated,
    took,
  };
}
