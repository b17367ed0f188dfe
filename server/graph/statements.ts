import { edgeParts } from "../../model/identity.ts";
import type { Article, ArticleId, Claim, EdgeId, Extraction, NodeId } from "../../model/stages.ts";
import type { Params, Statement } from "../store/store.ts";
import type { EdgeProperties } from "./aggregate.ts";
import { candidates } from "./entities.ts";
import type { OldClaim } from "./evidence.ts";
import { edgeOf, tieOf, whatOf } from "./tie.ts";

/**
 * What a change writes. Nodes come first and what joins them in statements of their own: joined in one statement,
 * `UNWIND … MERGE … MATCH` loses the index in the built-in store and takes milliseconds a row.
 */
export function withoutOld(claims: OldClaim[], articles: ArticleId[]): Statement[] {
  return [
    ...each(
      "MATCH (c:Claim {id: r}) DETACH DELETE c",
      claims.map(({ id }) => id),
    ),
    ...each("MATCH (a:Article {id: r}) DETACH DELETE a", articles),
  ];
}

export function articleStatements(added: Extraction[], moved: Map<ArticleId, ArticleId>): Statement[] {
  const ids = new Set(added.map(({ article }) => article.id));
  const rows = added.map((one) => articleProperties(one.article, candidates(one), moved.get(one.article.id)));
  const others = [...moved].filter(([id]) => !ids.has(id)).map(([id, origin]) => ({ id, origin }));
  return [
    ...each("MERGE (a:Article {id: r.id}) SET a = r", rows),
    ...each("MATCH (a:Article {id: r.id}) SET a.origin = r.origin", others),
  ];
}

function articleProperties(article: Article, candidates: string[], origin: ArticleId = article.id): Params {
  const { id, title, text, lang, published, url, outlet, agency, hash, fingerprint } = article;
  return present({
    ...{ id, title, text, lang, published, url, outlet, agency, hash, fingerprint, origin },
    candidates: candidates.length > 0 ? candidates : undefined,
  });
}

/** `edge` is the aggregate edge that the claim counts for, `adds` its `what` there; `tie` also joins what contradicts it. */
export function claimStatements(added: Extraction[]): Statement[] {
  const rows = added.flatMap(({ article, claims }) => claims.map((claim) => claimProperties(claim, article)));
  const joined = (key: string, type: string) =>
    each(
      `MATCH (c:Claim {id: r.id}), (e:Entity {id: r.${key}}) CREATE (c)-[:${type}]->(e)`,
      rows.filter((row) => row[key]).map((row) => ({ id: row.id, [key]: row[key] })),
    );
  return [
    ...each("MERGE (c:Claim {id: r.id}) SET c = r", rows),
    ...each(
      `MATCH (c:Claim {id: r.id}), (s:Entity {id: r.subject}), (o:Entity {id: r.object}), (a:Article {id: r.article})
       CREATE (c)-[:SUBJECT]->(s), (c)-[:OBJECT]->(o), (c)-[:STATED_IN]->(a)`,
      rows.map(({ id, subject, object, article }) => ({ id, subject, object, article })),
    ),
    ...[...joined("speaker", "SPOKEN_BY"), ...joined("target", "TARGET"), ...joined("deniedBy", "DENIED_BY")],
  ];
}

function claimProperties(claim: Claim, { published }: Article): Params {
  const { spans, ...scalars } = claim;
  return present({
    ...scalars,
    ...{ subjectStart: spans.subject[0], subjectEnd: spans.subject[1] },
    ...{ cueStart: spans.cue[0], cueEnd: spans.cue[1], objectStart: spans.object[0], objectEnd: spans.object[1] },
    ...{
      tie: tieOf(claim),
      edge: edgeOf(claim),
      adds: whatOf(claim),
      date: claim.eventDate ?? published?.slice(0, 10),
    },
  });
}

export function mergeEdges(edges: EdgeProperties[]): Statement[] {
  const rows = edges.map((properties) => ({ ...edgeParts(properties.id), properties: present({ ...properties }) }));
  return byType(
    rows,
    (type) => `MATCH (a:Entity {id: r.from}), (b:Entity {id: r.to}) MERGE (a)-[e:${type}]->(b) SET e = r.properties`,
  );
}

export function dropEdges(edges: EdgeId[]): Statement[] {
  return byType(
    edges.map((edge) => ({ ...edgeParts(edge) })),
    (type) => `MATCH (a:Entity {id: r.from})-[e:${type}]->(b:Entity {id: r.to}) DELETE e`,
  );
}

/** Entities that no claim uses any more. */
export function withoutOrphans(entities: NodeId[]): Statement[] {
  return each(
    "MATCH (e:Entity {id: r}) WHERE NOT (e)<-[:SUBJECT|OBJECT|SPOKEN_BY|TARGET|DENIED_BY]-(:Claim) DETACH DELETE e",
    entities,
  );
}

/** One statement for each type: a type cannot be a parameter. Types come from the vocabulary, never from a text. */
function byType(rows: { type?: string; from?: string; to?: string }[], cypher: (type: string) => string): Statement[] {
  const types = [...new Set(rows.map(({ type }) => type))].filter((type) => type !== undefined);
  return types.flatMap((type) =>
    each(
      cypher(type),
      rows.filter((row) => row.type === type),
    ),
  );
}

function each(cypher: string, rows: unknown[]): Statement[] {
  return rows.length > 0 ? [{ cypher: `UNWIND $rows AS r ${cypher}`, params: { rows } }] : [];
}

function present(properties: Params): Params {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined && value !== null));
}
