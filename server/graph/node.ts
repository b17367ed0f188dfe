import type { z } from "zod";
import type { NodeDetail } from "../../model/api.ts";
import type { NodeId } from "../../model/stages.ts";
import type { GraphStore } from "../store/store.ts";
import { nodesById } from "./neighbours.ts";
import { readTies } from "./ties.ts";
import { articleColumns, articleSummary } from "./views.ts";

const articlesShown = 20;

/**
 * A node with its ties counted, its claims month by month, and its newest articles; undefined when there is none.
 *
 *     MATCH (n:Entity {id: $id})<-[:SUBJECT|OBJECT]-(c:Claim) WHERE size(c.date) >= 7 RETURN substring(c.date, 0, 7) AS month, count(c)
 *     MATCH (n:Entity {id: $id})<-[:SUBJECT|OBJECT]-(c:Claim)-[:STATED_IN]->(a:Article) RETURN DISTINCT a ORDER BY a.published DESC
 */
export async function node(store: GraphStore, id: NodeId): Promise<z.infer<typeof NodeDetail> | undefined> {
  const [[found], timeline, articles] = await Promise.all([
    nodesById(store, [id]),
    store.read(
      `MATCH (n:Entity {id: $id})<-[:SUBJECT|OBJECT]-(c:Claim) WHERE size(c.date) >= 7
       WITH substring(c.date, 0, 7) AS month, count(c) AS claims RETURN month, claims ORDER BY month`,
      { id },
    ),
    store.read(
      `MATCH (n:Entity {id: $id})<-[:SUBJECT|OBJECT]-(c:Claim)-[:STATED_IN]->(a:Article)
       WITH DISTINCT a, coalesce(a.published, '') AS date ORDER BY date DESC, a.id LIMIT ${articlesShown}
       RETURN ${articleColumns} AS article ORDER BY date DESC, a.id`,
      { id },
    ),
  ]);
  if (!found) return undefined;
  return {
    node: found.view,
    ties: readTies(found.ties),
    timeline: timeline.rows.map(({ month, claims }) => ({ month: String(month), claims: Number(claims) })),
    articles: articles.rows.map(({ article }) => articleSummary(article as Record<string, unknown>)),
  };
}
