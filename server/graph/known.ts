import type { Article, ArticleId, EdgeId } from "../../model/stages.ts";
import type { GraphStore } from "../store/store.ts";
import { type Fingerprint, fingerprint } from "./fingerprint.ts";
import { changedSince } from "./ledger.ts";

/** What is kept in memory of each article, about 300 bytes: enough to tell near copies without asking the store. */
export interface Known {
  id: ArticleId;
  hash: string;
  fingerprint: Fingerprint | undefined;
  agency?: string;
  outlet?: string;
  published?: string;
  origin: ArticleId;
  /** Ties of its claims, of agency stories only; undefined until they are asked for. */
  ties?: Set<EdgeId>;
}
export type Articles = Map<ArticleId, Known>;

/**
 * The articles of a graph as of `version`, kept from write to write and brought up to date when another process wrote.
 * `MATCH (a:Article) RETURN a.id, a.hash, a.fingerprint, a.agency, a.outlet, a.published, a.origin`
 */
export async function knownArticles(store: GraphStore, version: number): Promise<Articles> {
  const kept = memory.get(store);
  if (kept?.version === version) return kept.articles;
  const changed = kept && version > kept.version ? await changedSince(store, kept.version, version) : undefined;
  const articles: Articles = changed && kept ? kept.articles : new Map();
  for (const id of changed ?? []) articles.delete(id);
  const [where, params] = changed ? ["WHERE a.id IN $changed", { changed }] : ["", {}];
  const query = `MATCH (a:Article) ${where} RETURN a.id AS id, a.hash AS hash, a.fingerprint AS fingerprint, a.agency AS agency, a.outlet AS outlet, a.published AS published, a.origin AS origin`;
  for (const row of (await store.read(query, params)).rows) {
    const known = knownArticle(row as unknown as Article, String(row.origin));
    articles.set(known.id, known);
  }
  memory.set(store, { version, articles });
  return articles;
}

/** Tells the memory what this process has written, so that nothing is read back. */
export function remember(store: GraphStore, version: number, articles: Articles): void {
  memory.set(store, { version, articles });
}

const memory = new WeakMap<GraphStore, { version: number; articles: Articles }>();

export function knownArticle(article: Article, origin: ArticleId, ties?: Set<EdgeId>): Known {
  const { id, hash, agency, outlet, published } = article;
  const or = <T>(value: T | null | undefined) => value ?? undefined;
  return {
    ...{ id, hash, fingerprint: fingerprint(article.fingerprint), origin },
    ...{ agency: or(agency), outlet: or(outlet), published: or(published), ties },
  };
}
