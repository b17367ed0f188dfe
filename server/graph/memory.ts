import type { Article } from "../../model/stages.ts";
import type { GraphStore } from "../store/store.ts";
import { KnownArticles, knownArticle } from "./known.ts";
import { changedSince } from "./ledger.ts";

/**
 * The articles of a graph as of `version`, kept from write to write and brought up to date when another process wrote.
 * `MATCH (a:Article) RETURN a.id, a.hash, a.fingerprint, a.agency, a.outlet, a.published, a.origin`
 */
export async function knownArticles(store: GraphStore, version: number): Promise<KnownArticles> {
  const kept = memory.get(store);
  if (kept?.version === version) return kept.articles;
  const changed = kept && version > kept.version ? await changedSince(store, kept.version, version) : undefined;
  const [where, params] = changed ? ["WHERE a.id IN $changed", { changed }] : ["", {}];
  const { rows } = await store.read(
    `MATCH (a:Article) ${where} RETURN a.id AS id, a.hash AS hash, a.fingerprint AS fingerprint, a.agency AS agency,
       a.outlet AS outlet, a.published AS published, a.origin AS origin`,
    params,
  );
  const articles = changed && kept ? kept.articles : new KnownArticles();
  for (const id of changed ?? []) articles.delete(id);
  for (const row of rows) articles.set(knownArticle(row as unknown as Article, String(row.origin)));
  remember(store, version, articles);
  return articles;
}

/** Tells the memory what this process has written, so that nothing is read back. */
export function remember(store: GraphStore, version: number, articles: KnownArticles): void {
  memory.set(store, { version, articles });
}

const memory = new WeakMap<GraphStore, { version: number; articles: KnownArticles }>();
