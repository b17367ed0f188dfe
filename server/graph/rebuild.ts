import type { EdgeId, NodeId } from "../../model/stages.ts";
import { edgeTypes } from "../../model/vocabulary.ts";
import type { GraphStore } from "../store/store.ts";
import { apply } from "./change.ts";
import { inTurn, onlyAt } from "./ledger.ts";
import { migrate } from "./schema.ts";
import { dropEdges } from "./statements.ts";
import { entries, setTies } from "./ties.ts";

const batchSize = 1_000;

/**
 * Makes every aggregate edge anew from the claims, and drops those that no claim stands behind. Each batch is one
 * transaction, so readers never see the graph without its edges. Answers how many edges there are.
 */
export async function rebuild(store: GraphStore): Promise<number> {
  await migrate(store);
  const due = await edgesDue(store);
  const stray = (await edgesThere(store)).filter((edge) => !due.has(edge));
  for (const edges of slices(stray)) {
    await inTurn(store, ({ version }) => store.write([...onlyAt(version, []), ...dropEdges(edges)]));
  }
  for (const edges of slices([...due])) {
    await inTurn(store, (ledger) => apply(store, ledger, { add: [], remove: [], refresh: edges }));
  }
  await inTurn(store, async ({ version }) => {
    const ties = [...(await tiesDue(store))];
    for (const [number, slice] of slices(ties).entries()) {
      await store.write([...onlyAt(version + number, []), ...setTies(new Map(slice))]);
    }
  });
  return due.size;
}

/** `MATCH (c:Claim) WHERE c.edge IS NOT NULL RETURN DISTINCT c.edge` */
async function edgesDue(store: GraphStore): Promise<Set<EdgeId>> {
  const { rows } = await store.read("MATCH (c:Claim) WHERE c.edge IS NOT NULL RETURN DISTINCT c.edge AS edge");
  return new Set(rows.map(({ edge }) => String(edge)));
}

/** `MATCH (a:Entity)-[e:REFUSED]->(b:Entity) RETURN a.id, b.id` for each type, each edge in the direction it stands in. */
async function edgesThere(store: GraphStore): Promise<EdgeId[]> {
  const edges: EdgeId[] = [];
  for (const type of edgeTypes) {
    const query = `MATCH (a:Entity)-[e:${type}]->(b:Entity) RETURN a.id AS a, b.id AS b`;
    for (const { a, b } of (await store.read(query)).rows) edges.push(`${a} ${type} ${b}`);
  }
  return edges;
}

async function tiesDue(store: GraphStore): Promise<Map<NodeId, Map<string, number>>> {
  const { rows } = await store.read("MATCH (n:Entity) RETURN n.id AS id");
  const counts = new Map(rows.map(({ id }) => [String(id), new Map<string, number>()]));
  for (const edge of await edgesDue(store)) {
    for (const [id, tie] of entries(edge)) counts.get(id)?.set(tie, (counts.get(id)?.get(tie) ?? 0) + 1);
  }
  return counts;
}

function slices<T>(all: T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / batchSize) }, (_, i) =>
    all.slice(i * batchSize, (i + 1) * batchSize),
  );
}
