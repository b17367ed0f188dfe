import type { ClaimView, EdgeView } from "../../../../model/api.ts";
import { api } from "../../api.ts";

/** The sentences behind an edge, as far as they are told on a page. */
export interface Told {
  edge: EdgeView;
  claims: readonly ClaimView[];
  contradicting: readonly ClaimView[];
  total: number;
  /** The sentences could not be fetched. */
  lost: boolean;
}

const each = 6;
const atOnce = 4;
export const mostTies = 150;

/** Fetches the sentences behind edges, a few at a time; what cannot be fetched is told as lost. */
export async function gather(
  edges: readonly EdgeView[],
  tell: (done: number) => void,
  signal: AbortSignal,
): Promise<Told[]> {
  const wanted = edges.slice(0, mostTies);
  const told: Told[] = [];
  let next = 0;
  let done = 0;
  const work = async (): Promise<void> => {
    while (next < wanted.length) {
      signal.throwIfAborted();
      const index = next++;
      const edge = wanted[index]!;
      told[index] = await api
        .claims(edge.id, { limit: each, offset: 0 }, signal)
        .then(({ claims, contradicting, total }) => ({ edge, claims, contradicting, total, lost: false }))
        .catch((error: unknown) => {
          if (signal.aborted) throw error;
          return { edge, claims: [], contradicting: [], total: edge.claims, lost: edge.claims > 0 };
        });
      tell(++done);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return told;
}

const portion = 1_000;

/** How many independent sources tell of these edges; not known where the server does not say. */
export async function countSources(edges: readonly EdgeView[], signal?: AbortSignal): Promise<number | undefined> {
  const origins = new Set<unknown>();
  const query = "MATCH (c:Claim)-[:STATED_IN]->(a:Article) WHERE c.edge IN $ids RETURN DISTINCT a.origin AS origin";
  try {
    for (let at = 0; at < edges.length; at += portion) {
      const ids = edges.slice(at, at + portion).map(({ id }) => id);
      const { rows, truncated } = await api.cypher(query, { ids }, 1_000, signal);
      if (truncated) return undefined;
      for (const [origin] of rows) origins.add(origin);
    }
    return origins.size > 0 ? origins.size : undefined;
  } catch {
    return undefined;
  }
}

/** A query that gives the same ties again, whoever runs it. */
export function sameAsQuery(edges: readonly EdgeView[], nodes: readonly { id: string }[]): string {
  const quoted = (items: Iterable<string>): string =>
    [...items].map((item) => `'${item.replace(/['\\]/g, "\\$&")}'`).join(", ");
  const ids = quoted(nodes.map(({ id }) => id));
  if (edges.length === 0) return `MATCH (n:Entity)\nWHERE n.id IN [${ids}]\nRETURN n`;
  const types = [...new Set(edges.map((edge) => edge.type))].map((type) =>
    /^[A-Za-z_][A-Za-z0-9_]*$/.test(type) ? type : `\`${type.replaceAll("`", "``")}\``,
  );
  return `MATCH (a:Entity)-[r:${types.join("|")}]->(b:Entity)\nWHERE a.id IN [${ids}]\n  AND b.id IN [${ids}]\nRETURN a, r, b`;
}
