import { DumpLine, dumpLine, fromDumpLine } from "../../model/dump.ts";
import type { ArticleId, Entity, Extraction } from "../../model/stages.ts";
import type { GraphStore } from "../store/store.ts";
import { asNode } from "./views.ts";

const pageSize = 100;

/**
 * Every article of a graph as a line of JSON, in the order of their ids. `save` of the lines, read by `fromDumpLine`, into
 * an empty store of either kind makes an equal graph.
 *
 *     MATCH (a:Article) RETURN a.id
 *     MATCH (a:Article) WHERE a.id IN $ids RETURN a
 *     MATCH (a:Article {id: $id})<-[:STATED_IN]-(c:Claim) RETURN c
 */
export async function* dump(store: GraphStore): AsyncGenerator<string> {
  const { rows } = await store.read("MATCH (a:Article) RETURN a.id AS id");
  const ids = rows.map(({ id }) => String(id)).sort();
  for (let at = 0; at < ids.length; at += pageSize) {
    for (const extraction of await extractions(store, ids.slice(at, at + pageSize))) yield dumpLine(extraction);
  }
}

async function extractions(store: GraphStore, ids: ArticleId[]): Promise<Extraction[]> {
  const articles = await properties(store, "MATCH (a:Article) WHERE a.id IN $ids RETURN a AS n", { ids });
  const claims = await properties(
    store,
    "UNWIND $ids AS id MATCH (a:Article {id: id})<-[:STATED_IN]-(n:Claim) RETURN n",
    { ids },
  );
  const ends = claims
    .flatMap((c) => [c.subject, c.object, c.speaker, c.target, c.deniedBy])
    .filter((end) => end !== undefined);
  const entities = new Map(
    (await entitiesOf(store, [...new Set(ends.map(String))])).map((entity) => [entity.id, entity]),
  );
  return articles
    .sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1))
    .map((article) =>
      extraction(
        article,
        claims.filter((claim) => claim.article === article.id),
        entities,
      ),
    );
}

function extraction(
  article: Record<string, unknown>,
  stored: Record<string, unknown>[],
  entities: Map<string, Entity>,
): Extraction {
  const { candidates = [], origin: _, ...rest } = article;
  const own = new Map((candidates as string[]).map((text) => JSON.parse(text) as Entity).map((one) => [one.id, one]));
  const claims = stored.map(claimOf).sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1));
  const ends = claims.flatMap((c) => [c.subject, c.object, c.speaker, c.target, c.deniedBy]);
  const ids = [...new Set(ends)].filter((id) => id !== undefined).sort();
  const used = ids.map((id) => own.get(id) ?? entities.get(id));
  return fromDumpLine({ entente: 1, article: rest, entities: used, claims, skipped: [] });
}

function claimOf(stored: Record<string, unknown>): Extraction["claims"][number] {
  const { subjectStart, subjectEnd, cueStart, cueEnd, objectStart, objectEnd, tie, edge, adds, date, ...scalars } =
    stored;
  const spans = { subject: [subjectStart, subjectEnd], cue: [cueStart, cueEnd], object: [objectStart, objectEnd] };
  return DumpLine.shape.claims.element.parse({ ...scalars, spans });
}

async function entitiesOf(store: GraphStore, ids: string[]): Promise<Entity[]> {
  const { rows } = await store.read("MATCH (n:Entity) WHERE n.id IN $ids RETURN n", { ids });
  return rows.map(({ n }) => {
    const { labels, properties } = asNode(n);
    const names = Object.entries(properties).filter(([key]) => key.startsWith("name_"));
    return DumpLine.shape.entities.element.parse({
      ...{ id: properties.id, type: properties.type, labels: labels.filter((label) => label !== "Entity").sort() },
      name: Object.fromEntries(names.map(([key, name]) => [key.slice("name_".length), name])),
      ...{ aliases: properties.aliases ?? [], ...(properties.candidate ? { candidate: true } : {}) },
    });
  });
}

async function properties(
  store: GraphStore,
  cypher: string,
  params: { ids: string[] },
): Promise<Record<string, unknown>[]> {
  return (await store.read(cypher, params)).rows.map(({ n }) => asNode(n).properties);
}
