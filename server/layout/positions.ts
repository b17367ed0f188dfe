import { Worker } from "node:worker_threads";
import type { Logger } from "pino";
import type { NodeView } from "../../model/api.ts";
import type { GraphStore } from "../store/store.ts";
import type { Mesh } from "./force.ts";

/** Where each node of the whole graph stands, worked out once for each version of it. */
export interface Positions {
  /** Version of the graph the present places belong to; empty before the first are known. */
  readonly version: string;
  /** The same nodes with x and y where these are known. */
  place(nodes: NodeView[]): NodeView[];
  /** Works out the places of the graph's present version unless they are known or under way. Never rejects. */
  refresh(version: string): Promise<void>;
  close(): Promise<void>;
}

/** Past this many edges only the strongest shape the picture; the others would change little and cost memory. */
const mostEdges = 300_000;
const pageSize = 500;

/** Positions of a store's graph. Nodes that had a place begin there, so that a picture changes little as articles come in. */
export function positions(store: GraphStore, log: Logger): Positions {
  let known = new Map<string, [number, number]>();
  let version = "";
  let underWay: Promise<void> | undefined;
  let worker: Worker | undefined;
  let closed = false;
  // While articles come in, each answer would ask for new places: as long as they took, three times over, they rest.
  let restUntil = 0;

  async function compute(wanted: string): Promise<void> {
    const started = Date.now();
    const { ids, mesh } = await meshOf(store, known);
    if (closed) return;
    const places =
      ids.length === 0
        ? new Float32Array()
        : await inWorker(mesh, (started) => {
            worker = started;
          });
    known = new Map(ids.map((id, at) => [id, [round(places[2 * at]), round(places[2 * at + 1])]]));
    version = wanted;
    restUntil = Date.now() + 3 * (Date.now() - started);
  }

  return {
    get version() {
      return version;
    },
    place: (nodes) =>
      nodes.map((node) => {
        const at = known.get(node.id);
        if (!at) return node;
        // Written out: a page has dozens, and a copy by `...` costs several times as much.
        const { id, type, labels, names, aliases, degree, candidate } = node;
        return { id, type, labels, names, aliases, degree, candidate, x: at[0], y: at[1] };
      }),
    refresh(wanted) {
      if (wanted === version || closed || (version !== "" && Date.now() < restUntil)) return Promise.resolve();
      underWay ??= compute(wanted)
        // Without places the client makes its own: worth a line in the log, no reason to refuse an answer.
        .catch((error: unknown) => {
          if (!closed) log.warn({ err: error }, "no positions");
        })
        .finally(() => {
          underWay = undefined;
          worker = undefined;
        });
      return underWay;
    },
    async close() {
      closed = true;
      await worker?.terminate();
      await underWay;
    },
  };
}

/** Reads the graph page by page, so that no answer is large enough to hold up other requests. */
async function meshOf(store: GraphStore, known: Map<string, [number, number]>): Promise<{ ids: string[]; mesh: Mesh }> {
  const all = await store.read("MATCH (n:Entity) RETURN n.id AS id ORDER BY id");
  const ids = all.rows.map(({ id }) => String(id));
  const numbers = new Map(ids.map((id, at) => [id, at]));
  const edges: [from: number, to: number, weight: number][] = [];
  for (let at = 0; at < ids.length; at += pageSize) {
    const { rows } = await store.read(
      "MATCH (a:Entity)-[r]->(b:Entity) WHERE a.id IN $ids RETURN a.id AS a, b.id AS b, r.sources AS sources",
      { ids: ids.slice(at, at + pageSize) },
    );
    for (const { a, b, sources } of rows) {
      edges.push([numbers.get(String(a)) ?? 0, numbers.get(String(b)) ?? 0, Math.max(1, Number(sources) || 1)]);
    }
  }
  if (edges.length > mostEdges) edges.sort((one, other) => other[2] - one[2]).length = mostEdges;
  const start = Float32Array.from(ids.flatMap((id) => known.get(id) ?? [Number.NaN, Number.NaN]));
  const mesh = {
    count: ids.length,
    from: Uint32Array.from(edges, (edge) => edge[0]),
    to: Uint32Array.from(edges, (edge) => edge[1]),
    weight: Float32Array.from(edges, (edge) => edge[2]),
    start,
  };
  return { ids, mesh };
}

function inWorker(mesh: Mesh, started: (worker: Worker) => void): Promise<Float32Array> {
  const worker = new Worker(new URL("./start.js", import.meta.url), { workerData: mesh, execArgv: [] });
  started(worker);
  return new Promise((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`the layout stopped with code ${code}`)));
  });
}

/** Four digits are finer than any screen and a third of the bytes. */
function round(value: number | undefined): number {
  return Math.round((value ?? 0) * 10_000) / 10_000;
}
