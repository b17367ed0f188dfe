import type { ArticleId, Claim, ClaimId, EdgeId, NodeId } from "../../model/stages.ts";
import type { GraphStore } from "../store/store.ts";
import type { Evidence } from "./aggregate.ts";
import type { Known } from "./known.ts";
import { edgeOf, whatOf } from "./tie.ts";

/** What a claim in the store contributes to its edge, and which article it comes from. */
export interface Contribution extends Omit<Evidence, "origin" | "outlet" | "reported"> {
  edge: EdgeId;
  article: ArticleId;
}

/** The claims behind some edges, as the store has them. `MATCH (c:Claim {edge: $edge}) RETURN …` for each edge. */
export async function contributions(store: GraphStore, edges: EdgeId[]): Promise<Contribution[]> {
  if (edges.length === 0) return [];
  const query = `UNWIND $edges AS edge MATCH (c:Claim {edge: edge})
    RETURN edge, c.article AS article, c.modality AS modality, c.deniedBy IS NOT NULL AS denied, c.adds AS what, c.speaker AS speaker,
      c.eventDate AS eventDate, c.confidence AS confidence, c.lang AS lang`;
  const { rows } = await store.read(query, { edges });
  return rows.map((row) => {
    const { what, speaker, eventDate, ...rest } = row as unknown as Contribution;
    return { ...rest, what: what ?? undefined, speaker: speaker ?? undefined, eventDate: eventDate ?? undefined };
  });
}

/** What a claim that is about to be stored contributes; undefined when it makes no edge. */
export function contribution(claim: Claim): Contribution | undefined {
  const edge = edgeOf(claim);
  if (!edge) return undefined;
  const { article, modality, deniedBy, speaker, eventDate, confidence, lang } = claim;
  return {
    edge,
    article,
    modality,
    denied: deniedBy !== undefined,
    what: whatOf(claim),
    speaker,
    eventDate,
    confidence,
    lang,
  };
}

/** Completes a contribution by what is known of its article. */
export function evidence({ article, edge: _, ...rest }: Contribution, known: Known | undefined): Evidence {
  return { ...rest, outlet: known?.outlet, origin: known?.origin ?? article, reported: known?.published?.slice(0, 10) };
}

/** A claim of an article that is about to go, with all that may go with it. */
export interface OldClaim {
  id: ClaimId;
  article: ArticleId;
  edge: EdgeId | undefined;
  entities: NodeId[];
}

/** The stored claims of some articles. `MATCH (a:Article {id: $id})<-[:STATED_IN]-(c:Claim) RETURN …` for each article. */
export async function claimsOf(store: GraphStore, articles: ArticleId[]): Promise<OldClaim[]> {
  if (articles.length === 0) return [];
  const query = `UNWIND $articles AS article MATCH (a:Article {id: article})<-[:STATED_IN]-(c:Claim)
    RETURN c.id AS id, article, c.edge AS edge, c.subject AS subject, c.object AS object, c.speaker AS speaker, c.target AS target, c.deniedBy AS deniedBy`;
  const { rows } = await store.read(query, { articles });
  return rows.map(({ id, article, edge, subject, object, speaker, target, deniedBy }) => ({
    ...{ id: String(id), article: String(article), edge: edge ? String(edge) : undefined },
    entities: [subject, object, speaker, target, deniedBy].filter((entity) => typeof entity === "string"),
  }));
}
