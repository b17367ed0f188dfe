import type { ArticleId, Entity, Extraction, NodeId } from "../../model/stages.ts";
import { type NodeType, nodeTypes } from "../../model/vocabulary.ts";
import type { GraphStore, Statement } from "../store/store.ts";

/** The entities that an article's claims use: as subject, object, speaker, target or as the one who denies. */
export function used({ entities, claims }: Extraction): Entity[] {
  const ids = new Set(
    claims.flatMap(({ subject, object, speaker, target, deniedBy }) => [subject, object, speaker, target, deniedBy]),
  );
  return entities.filter(({ id }) => ids.has(id));
}

/** One statement for each set of labels: a label cannot be a parameter in both stores. */
export function mergeEntities(entities: Entity[]): Statement[] {
  const groups = new Map<string, Map<NodeId, Entity>>();
  for (const entity of entities) {
    const labels = labelsOf(entity)
      .map((label) => `n:${label}`)
      .join(", ");
    groups.set(labels, (groups.get(labels) ?? new Map()).set(entity.id, entity));
  }
  return [...groups].map(([labels, group]) => ({
    cypher: `UNWIND $rows AS r MERGE (n:Entity {id: r.id}) ON CREATE SET n.degree = 0, n.ties = [] SET ${labels} SET n += r`,
    params: { rows: [...group.values()].map(properties) },
  }));
}

/** Names of any language become `name_<lang>`. */
function properties({ id, type, name, aliases, candidate }: Entity): Record<string, unknown> {
  const names = Object.fromEntries(Object.entries(name).map(([lang, text]) => [`name_${lang}`, text]));
  return { id, type, name: name.en, ...names, aliases, candidate: candidate ? true : null };
}

function labelsOf({ type, labels }: Entity): NodeType[] {
  return nodeTypes.filter((label) => label === type || labels.includes(label));
}

/** An article keeps its own description of the names that no gazetteer knows, so that the node can be made of all of them. */
export function candidates(extraction: Extraction): string[] {
  return used(extraction)
    .filter(({ candidate }) => candidate)
    .map((entity) => JSON.stringify(entity));
}

/**
 * The candidates touched by a change, each described by all articles that use it: a name met in two articles gets the same
 * node whichever came first, and loses what only a removed article said.
 * `MATCH (e:Entity {id: $id})<-[:SUBJECT|OBJECT|SPOKEN_BY|TARGET|DENIED_BY]-(:Claim)-[:STATED_IN]->(a:Article) RETURN DISTINCT a.id, a.candidates`
 */
export async function describedCandidates(
  store: GraphStore,
  added: Extraction[],
  gone: Set<ArticleId>,
  touched: NodeId[],
): Promise<Entity[]> {
  const fresh = added.flatMap(used);
  const described = new Map<NodeId, Entity[]>();
  for (const entity of fresh) if (entity.candidate) push(described, entity);
  const ids = [...new Set([...described.keys(), ...touched])];
  const cypher = `UNWIND $ids AS id
    MATCH (e:Entity {id: id})<-[:SUBJECT|OBJECT|SPOKEN_BY|TARGET|DENIED_BY]-(c:Claim)-[:STATED_IN]->(a:Article)
    WHERE e.candidate RETURN DISTINCT id, a.id AS article, a.candidates AS candidates`;
  const { rows } = ids.length > 0 ? await store.read(cypher, { ids }) : { rows: [] };
  for (const { id, article, candidates } of rows) {
    if (gone.has(String(article)) || !Array.isArray(candidates)) continue;
    for (const entity of candidates.map((text) => JSON.parse(text) as Entity))
      if (entity.id === id) push(described, entity);
  }
  const known = new Set(fresh.filter(({ candidate }) => !candidate).map(({ id }) => id));
  return [...described.values()].map(merged).filter(({ id }) => !known.has(id));
}

function push(described: Map<NodeId, Entity[]>, entity: Entity): void {
  described.set(entity.id, [...(described.get(entity.id) ?? []), entity]);
}

/** One description out of many, whatever their order: all labels and aliases, and of each language's names the commonest. */
function merged(descriptions: Entity[]): Entity {
  const [first] = descriptions;
  if (!first) throw new Error("nothing to merge");
  const labels = nodeTypes.filter((label) =>
    descriptions.some((one) => one.type === label || one.labels.includes(label)),
  );
  const langs = [...new Set(descriptions.flatMap(({ name }) => Object.keys(name)))].sort();
  const names = langs.map((lang) => [lang, commonest(descriptions.flatMap(({ name }) => name[lang] ?? []))]);
  return {
    id: first.id,
    type: commonest(descriptions.map(({ type }) => type)) as NodeType,
    labels,
    name: Object.fromEntries(names),
    aliases: [...new Set(descriptions.flatMap(({ aliases }) => aliases))].sort(),
    candidate: true,
  };
}

function commonest(values: string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0] ?? "";
}
