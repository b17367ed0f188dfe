import { type EdgeType, edgeTypes, vocabulary } from "../../model/vocabulary.ts";
import type { Gold, GoldRelation } from "./gold.ts";
import { folded, isWikidataId, Names } from "./names.ts";
import type { PredictedEntity, Prediction } from "./prediction.ts";
import { emptyTally, ofType, type Tally } from "./tally.ts";

/** One thing that went wrong, for the reader of the report. */
export interface Finding {
  kind: "extra node" | "missed node" | "forbidden" | "false" | "missed";
  what: string;
}
export interface Score {
  tally: Tally;
  findings: Finding[];
}

/** Node types that count; regions and events are matched but neither rewarded nor punished. */
const counted = ["Country", "Leader", "Organization"];

/**
 * Scores one article. An edge is the same when subject, type, object and polarity are the same; the ends of a symmetric
 * edge have no order. Optional gold counts neither for nor against; a second wording of an edge counts once.
 */
export function score(gold: Gold, prediction: Prediction | undefined, pool: Names): Score {
  const own = new Names(gold.entities);
  const tally = { ...emptyTally(), articles: 1 };
  const keyed = keys(prediction?.entities ?? [], own, pool);
  const findings = [
    ...nodes(gold, keyed.entities, tally),
    ...edges(gold, prediction, keyed.reference, own, pool, tally),
  ];
  return { tally, findings };
}

/** How the prediction's entities and references lead to the gold's names. */
function keys(entities: PredictedEntity[], own: Names, pool: Names) {
  const local = new Map(entities.filter(({ id }) => id).map((entity) => [entity.id!, entity]));
  const entityKey = ({ id, name, name_en, aliases }: PredictedEntity): string => {
    const byId = id && isWikidataId(id) ? own.byId(id) : undefined;
    if (byId) return byId;
    for (const each of [name, name_en, ...(aliases ?? [])]) {
      const key = each ? own.byName(each) : undefined;
      if (key) return key;
    }
    return own.key(id && isWikidataId(id) ? id : name || name_en || id || "", pool);
  };
  const found = new Map<string, PredictedEntity>();
  for (const entity of entities) {
    const key = entityKey(entity);
    if (!found.has(key)) found.set(key, entity);
  }
  const reference = (id: string) => (local.has(id) ? entityKey(local.get(id)!) : own.key(id, pool));
  return { entities: found, reference };
}

function nodes(gold: Gold, found: Map<string, PredictedEntity>, tally: Tally): Finding[] {
  const expected = new Map(gold.entities.map((entity) => [folded(entity.name_en), entity]));
  const findings: Finding[] = [];
  for (const [key, entity] of found) {
    const match = expected.get(key);
    if (!match) {
      if (!counted.includes(entity.type === undefined ? "Country" : (entity.type ?? ""))) continue;
      tally.entities.wrong++;
      findings.push({ kind: "extra node", what: key });
    } else if (!match.optional && counted.includes(match.type)) tally.entities.right++;
  }
  for (const [key, entity] of expected) {
    if (entity.optional || !counted.includes(entity.type) || found.has(key)) continue;
    tally.entities.missed++;
    findings.push({ kind: "missed node", what: key });
  }
  return findings;
}

function edges(
  gold: Gold,
  prediction: Prediction | undefined,
  reference: (id: string) => string,
  own: Names,
  pool: Names,
  tally: Tally,
): Finding[] {
  const expected = gold.relations.map((relation) => ({
    relation,
    exact: edgeKey(folded(relation.subj), relation.pred, folded(relation.obj), relation.polarity),
    wordings: wordings(relation),
  }));
  const forbidden = forbiddenKeys(gold, own, pool);
  /** Edge → how it is meant. Where an edge is found twice, the later word holds. */
  const left = new Map<string, string | null | undefined>();
  for (const { subj, pred, obj, polarity, modality } of prediction?.relations ?? []) {
    left.set(edgeKey(reference(subj), pred, reference(obj), polarity || "affirmed"), modality);
  }
  const hit = new Set<GoldRelation>();
  for (const fits of [
    (key: string, each: (typeof expected)[number]) => key === each.exact,
    (key: string, each: (typeof expected)[number]) => each.wordings.has(key),
  ]) {
    for (const each of expected) {
      if (each.relation.optional || hit.has(each.relation)) continue;
      const key = [...left.keys()].find((candidate) => fits(candidate, each));
      if (key === undefined) continue;
      hit.add(each.relation);
      countRight(each.relation, left.get(key), tally);
      left.delete(key);
    }
  }
  const findings: Finding[] = [];
  for (const key of left.keys()) {
    const leak = forbidden.has(key);
    if (leak) {
      tally.leaks++;
      findings.push({ kind: "forbidden", what: shown(key) });
    }
    if (expected.some((each) => each.wordings.has(key))) continue; // optional, or a second wording of a found edge
    const type = typeOf(key);
    const core = isCore(type);
    if (core) tally.core.wrong++;
    if (core || gold.supportingComplete || leak) {
      tally.all.wrong++;
      ofType(tally, type).wrong++;
      findings.push({ kind: "false", what: shown(key) });
    } else tally.unjudged++;
  }
  for (const { relation, exact } of expected) {
    if (relation.optional || hit.has(relation)) continue;
    tally.all.missed++;
    ofType(tally, relation.pred).missed++;
    if (isCore(relation.pred)) tally.core.missed++;
    findings.push({ kind: "missed", what: shown(exact) });
  }
  return findings;
}

function countRight(relation: GoldRelation, modality: string | null | undefined, tally: Tally): void {
  tally.all.right++;
  ofType(tally, relation.pred).right++;
  if (isCore(relation.pred)) tally.core.right++;
  if (!modality) return;
  tally.modality.said++;
  if (modality === relation.modality) tally.modality.right++;
}

/** Every way in which the gold lets an edge be told. */
function wordings({ subj, altSubj, pred, altPred, obj, altObj, polarity }: GoldRelation): Set<string> {
  const found = new Set<string>();
  for (const s of [subj, ...altSubj])
    for (const o of [obj, ...altObj])
      for (const p of [pred, ...altPred]) found.add(edgeKey(folded(s), p, folded(o), polarity));
  return found;
}

function forbiddenKeys({ forbidden }: Gold, own: Names, pool: Names): Set<string> {
  const found = new Set<string>();
  for (const { subj, pred, obj, polarity } of forbidden) {
    for (const each of polarity === "any" ? ["affirmed", "negated"] : [polarity]) {
      found.add(edgeKey(own.key(subj, pool), pred, own.key(obj, pool), each));
    }
  }
  return found;
}

/** No name holds a tab, so that a key's parts can be told apart again. */
function edgeKey(subject: string, type: string, object: string, polarity: string): string {
  const [from, to] = isSymmetric(type) && object < subject ? [object, subject] : [subject, object];
  return [type, from, to, polarity].join("\t");
}

const typeOf = (key: string): string => key.slice(0, key.indexOf("\t"));
const shown = (key: string): string => key.replaceAll("\t", " ");
const isEdgeType = (type: string): type is EdgeType => edgeTypes.includes(type as EdgeType);
const isCore = (type: string): boolean => isEdgeType(type) && vocabulary.edges[type].core;
const isSymmetric = (type: string): boolean => isEdgeType(type) && vocabulary.edges[type].symmetric;
