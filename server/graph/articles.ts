import type { z } from "zod";
import type { ArticleDetail, ArticleList } from "../../model/api.ts";
import type { ArticleId } from "../../model/stages.ts";
import type { GraphStore } from "../store/store.ts";
import { claimsWhere, type Page } from "./claims.ts";
import { articleColumns, articleSummary } from "./views.ts";

export interface ArticleOptions extends Page {
  lang?: string;
  outlet?: string;
  /** Only articles of this origin: a story and its copies. */
  origin?: ArticleId;
}

/** All claims of one article are shown at once; no article has more. */
const all = 10_000;

/**
 * Articles, newest first.
 *
 *     MATCH (a:Article) WHERE a.lang = $lang … WITH a ORDER BY coalesce(a.published, '') DESC, a.id SKIP $offset LIMIT $limit RETURN a {.id, .title, …}
 */
export async function articles(store: GraphStore, options: ArticleOptions = {}): Promise<z.infer<typeof ArticleList>> {
  const { limit = 50, offset = 0, ...filters } = options;
  const given = Object.entries(filters).filter(([, value]) => value !== undefined);
  const where = given.length > 0 ? `WHERE ${given.map(([key]) => `a.${key} = $${key}`).join(" AND ")}` : "";
  const params = Object.fromEntries(given);
  const cypher = `MATCH (a:Article) ${where} WITH a, coalesce(a.published, '') AS date ORDER BY date DESC, a.id SKIP $offset LIMIT $limit
    RETURN ${articleColumns} AS article ORDER BY date DESC, a.id`;
  const { rows } = await store.read(cypher, { ...params, limit, offset });
  const [counted] = (await store.read(`MATCH (a:Article) ${where} RETURN count(a) AS n`, params)).rows;
  return {
    articles: rows.map(({ article }) => articleSummary(article as Record<string, unknown>)),
    total: Number(counted?.n ?? 0),
  };
}

/** An article with its text and its claims in the order of the text; undefined when there is none. `MATCH (a:Article {id: $id}) RETURN a.text` */
export async function article(store: GraphStore, id: ArticleId): Promise<z.infer<typeof ArticleDetail> | undefined> {
  const cypher = `MATCH (a:Article {id: $id}) RETURN a.text AS text, ${articleColumns} AS article`;
  const [row] = (await store.read(cypher, { id })).rows;
  if (!row) return undefined;
  const claims = await claimsWhere(store, "MATCH (s:Article {id: $id})<-[:STATED_IN]-(c:Claim)", {
    id,
    limit: all,
    offset: 0,
  });
  return {
    article: articleSummary(row.article as Record<string, unknown>),
    text: String(row.text ?? ""),
    claims: claims.sort((a, b) => a.start - b.start || a.spans.cue[0] - b.spans.cue[0]),
  };
}
