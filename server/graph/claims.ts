import type { z } from "zod";
import type { ArticleSummary, ClaimView, EdgeClaims, NodeView } from "../../model/api.ts";
import { edgeParts } from "../../model/identity.ts";
import type { ClaimId, EdgeId } from "../../model/stages.ts";
import { stepOf } from "../../model/trace.ts";
import { type EdgeType, edgeTypes, vocabulary } from "../../model/vocabulary.ts";
import type { GraphStore, Params } from "../store/store.ts";
import { nodesById } from "./neighbours.ts";
import { measuredPrecision } from "./precision.ts";
import { articleColumns, articleSummary, asEdge, asNode, edgeView, text } from "./views.ts";

export interface Page {
  /** 50 when absent. */
  limit?: number;
  offset?: number;
}

/** Claims of the other side are shown whole; more than these would be a debate of its own. */
const contradictionsShown = 50;

/**
 * The claims behind an edge, newest first, and those of the same pair and type that say the opposite.
 * Undefined when there is no such edge.
 *
 *     MATCH (c:Claim {edge: $id}) WITH c ORDER BY coalesce(c.date, '') DESC, c.id SKIP $offset LIMIT $limit
 *     MATCH (c)-[:STATED_IN]->(a:Article) RETURN c, a {.id, .title, …}
 *     MATCH (c:Claim) WHERE c.tie IN $ties AND (c.edge IS NULL OR c.edge <> $id) RETURN c
 */
export async function edgeClaims(
  store: GraphStore,
  id: EdgeId,
  { limit = 50, offset = 0 }: Page = {},
): Promise<z.infer<typeof EdgeClaims> | undefined> {
  const parts = edgeParts(id);
  if (!parts) return undefined;
  const cypher = `MATCH (n:Entity {id: $from})-[r:${parts.type}]->(m:Entity {id: $to}) RETURN r`;
  const [found, claims, contradicting] = await Promise.all([
    store.read(cypher, { from: parts.from, to: parts.to }),
    claimsWhere(store, "MATCH (c:Claim {edge: $id})", { id, limit, offset }),
    contradictions(store, id, parts.type),
  ]);
  if (!found.rows[0]) return undefined;
  const edge = edgeView(asEdge(found.rows[0].r));
  return { edge, claims, contradicting, total: edge.claims };
}

async function contradictions(store: GraphStore, id: EdgeId, type: EdgeType): Promise<ClaimView[]> {
  const ties = new Set([id]);
  // A refused recognition stands as REFUSED: its opposite is said of RECOGNIZED, if recognition is what was refused.
  if (edgeTypes.some((other) => vocabulary.edges[other].negatedAs?.type === type)) {
    const spoken = await store.read("MATCH (c:Claim {edge: $id}) RETURN DISTINCT c.tie AS tie", { id });
    for (const { tie } of spoken.rows) ties.add(String(tie));
  }
  const pattern = "UNWIND $ties AS tie MATCH (c:Claim {tie: tie}) WHERE c.edge IS NULL OR c.edge <> $id";
  return claimsWhere(store, pattern, { id, ties: [...ties], limit: contradictionsShown, offset: 0 });
}

/** One claim with its sentence, its ends and its article; undefined when there is none. `MATCH (c:Claim {id: $id}) RETURN c` */
export async function claim(store: GraphStore, id: ClaimId): Promise<ClaimView | undefined> {
  return (await claimsWhere(store, "MATCH (c:Claim {id: $id})", { id, limit: 1, offset: 0 }))[0];
}

/** The claims `c` that a pattern finds, newest first, a page of them. `$limit` and `$offset` must be among the parameters. */
export async function claimsWhere(store: GraphStore, pattern: string, params: Params): Promise<ClaimView[]> {
  const cypher = `${pattern} WITH c, coalesce(c.date, '') AS date ORDER BY date DESC, c.id SKIP $offset LIMIT $limit
    MATCH (c)-[:STATED_IN]->(a:Article) RETURN c, ${articleColumns} AS article ORDER BY date DESC, c.id`;
  const { rows } = await store.read(cypher, params);
  const claims = rows.map(({ c, article }) => ({
    properties: asNode(c).properties,
    article: articleSummary(article as Record<string, unknown>),
  }));
  const ids = claims.flatMap(({ properties: p }) =>
    [p.subject, p.object, p.target, p.speaker, p.deniedBy].flatMap((id) => text(id) ?? []),
  );
  const nodes = new Map((await nodesById(store, ids)).map(({ view }) => [view.id, view]));
  return claims.map(({ properties, article }) => claimView(properties, article, nodes));
}

function claimView(p: Record<string, unknown>, article: ArticleSummary, nodes: Map<string, NodeView>): ClaimView {
  const end = (id: unknown) =>
    nodes.get(String(id)) ?? { id: String(id), type: "Entity", labels: [], names: { en: String(id) }, degree: 0 };
  const other = (id: unknown) => (text(id) ? end(id) : undefined);
  const span = (name: string): [number, number] => [Number(p[`${name}Start`]), Number(p[`${name}End`])];
  const trace = Array.isArray(p.trace) ? p.trace.map(String) : [];
  return {
    ...(p as Pick<ClaimView, "id" | "type" | "polarity" | "modality" | "sentence" | "lang" | "rule" | "confidence">),
    ...{ subject: end(p.subject), object: end(p.object) },
    ...{ target: other(p.target), speaker: other(p.speaker), deniedBy: other(p.deniedBy) },
    ...{
      what: text(p.what),
      eventDate: text(p.eventDate),
      datePrecision: text(p.datePrecision) as ClaimView["datePrecision"],
    },
    ...{ article, start: Number(p.start), end: Number(p.end) },
    spans: { subject: span("subject"), cue: span("cue"), object: span("object") },
    ...{ trace, steps: trace.map(stepOf) },
    precision: measuredPrecision(p.type as EdgeType, String(p.lang)),
  };
}
