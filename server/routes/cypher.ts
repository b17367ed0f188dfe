import type { z } from "zod";
import { CypherAnswer, CypherRequest } from "../../model/api.ts";
import type { Context } from "../context.ts";
import { drawable } from "../draw.ts";
import type { Rows } from "../store/store.ts";
import { route } from "./route.ts";

type Answer = z.infer<typeof CypherAnswer>;

/** What a stranger's query may cost. */
export const caps = { timeout: 10_000, rows: 1_000, bytes: 5_000_000 };

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
async function ask(
  { store, positions }: Context,
  { query, params, limit = caps.rows, explain = false }: z.infer<typeof CypherRequest>,
  signal: AbortSignal,
): Promise<Answer> {
  const started = performance.now();
  const limits = { ...caps, rows: limit, signal };
  if (!explain) return answered(await store.ask(query, params, limits), started, { store, positions }, signal);
  const plan = await store.explain(query, params, limits);
  const took = performance.now() - started;
  return { columns: [], rows: [], graph: { nodes: [], edges: [] }, truncated: null, plan, took };
}

/** The rows of a query as the API answers them. @param started when the query was sent, as `performance.now()` */
export async function answered(
  { columns, rows, truncated }: Rows,
  started: number,
  { store, positions }: Pick<Context, "store" | "positions">,
  signal: AbortSignal,
): Promise<Answer> {
  const took = performance.now() - started;
  const graph = await drawable(store, rows, signal);
  return {
    columns,
    rows: rows.map((row) => columns.map((column) => row[column] ?? null)),
    graph: { ...graph, nodes: positions.place(graph.nodes) },
    truncated,
    took,
  };
}
