import type { z } from "zod";
import type { Stats } from "../../model/api.ts";
import { edgeTypes, nodeTypes } from "../../model/vocabulary.ts";
import type { GraphStore } from "../store/store.ts";
import { ledger } from "./ledger.ts";
import { remembered } from "./remembered.ts";

const outletsShown = 100;

/**
 * The graph in numbers; worked out once for every state of the graph.
 *
 *     MATCH (a:Article) RETURN count(a), count(DISTINCT a.origin), min(a.published), max(a.published)
 *     MATCH (c:Claim) RETURN count(c)
 *     MATCH (a:Article) RETURN a.lang, count(a)
 *     MATCH (a:Article) WHERE a.outlet IS NOT NULL RETURN a.outlet, count(a)
 *     MATCH (n:Country) RETURN count(n)
 *     MATCH (:Entity)-[r:REFUSED]->(:Entity) RETURN count(r)
 */
export async function stats(store: GraphStore): Promise<z.infer<typeof Stats>> {
  const version = await graphVersion(store);
  const counted = await remembered(store, "stats", () => count(store));
  return { ...counted, store: { name: store.name, version: store.version }, version };
}

/** Changes with every write: an answer that was good at one version is good as long as it stays. */
export async function graphVersion(store: GraphStore): Promise<string> {
  return String((await ledger(store)).version);
}

async function count(store: GraphStore) {
  const one = async (cypher: string) => (await store.read(cypher)).rows[0] ?? {};
  const articles = await one(
    "MATCH (a:Article) RETURN count(a) AS articles, count(DISTINCT a.origin) AS origins, min(a.published) AS first, max(a.published) AS last",
  );
  const claims = await one("MATCH (c:Claim) RETURN count(c) AS n");
  const languages = await store.read("MATCH (a:Article) RETURN a.lang AS lang, count(a) AS n ORDER BY lang");
  const outlets = await store.read(
    `MATCH (a:Article) WHERE a.outlet IS NOT NULL RETURN a.outlet AS name, count(a) AS articles ORDER BY articles DESC, name LIMIT ${outletsShown}`,
  );
  const nodes: Record<string, number> = {};
  for (const type of nodeTypes) nodes[type] = Number((await one(`MATCH (n:${type}) RETURN count(n) AS n`)).n);
  const edges: Record<string, number> = {};
  for (const type of edgeTypes) {
    edges[type] = Number((await one(`MATCH (:Entity)-[r:${type}]->(:Entity) RETURN count(r) AS n`)).n);
  }
  return {
    ...{ articles: Number(articles.articles), origins: Number(articles.origins), claims: Number(claims.n) },
    ...({ nodes, edges } as Pick<z.infer<typeof Stats>, "nodes" | "edges">),
    languages: Object.fromEntries(languages.rows.map(({ lang, n }) => [String(lang), Number(n)])),
    outlets: outlets.rows.map(({ name, articles }) => ({ name: String(name), articles: Number(articles) })),
    first: typeof articles.first === "string" ? articles.first : null,
    last: typeof articles.last === "string" ? articles.last : null,
  };
}
