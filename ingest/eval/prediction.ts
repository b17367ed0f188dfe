import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { z } from "zod";
import type { Extraction } from "../../model/stages.ts";

/** What an extractor found in one article. `subj` and `obj` are ids of its entities, Wikidata ids or names. */
export interface Prediction {
  id: string;
  entities: PredictedEntity[];
  relations: PredictedRelation[];
}
export interface PredictedEntity {
  id?: string | null;
  name?: string | null;
  name_en?: string | null;
  aliases?: string[];
  type?: string | null;
}
export interface PredictedRelation {
  subj: string;
  pred: string;
  obj: string;
  polarity?: string | null;
  modality?: string | null;
}

const Reference = z.union([z.string(), z.number()]).transform(String);
const Optional = z.string().nullish();
const Entity = z.object({
  id: Reference.nullish(),
  name: Optional,
  name_en: Optional,
  aliases: z.array(z.string()).optional(),
  type: Optional,
});
const Edges = z.object({
  id: Reference.optional(),
  file: z.string().optional(),
  entities: z.array(Entity).nullish(),
  relations: z
    .array(z.object({ subj: Reference, pred: z.string(), obj: Reference, polarity: Optional, modality: Optional }))
    .nullish(),
});
const ClaimLine = z.object({
  id: Reference,
  entities: z.array(Entity).default([]),
  claims: z.array(
    z.object({
      type: z.string(),
      subject: z.string().nullish(),
      object: z.string().nullish(),
      polarity: Optional,
      modality: Optional,
      subjectName: Optional,
      subjectType: Optional,
      objectName: Optional,
      objectType: Optional,
    }),
  ),
});

/** What the line made of an article, as it is scored. Other names of an entity lead to the gold's name as well. */
export function predicted({ article, entities, claims }: Extraction): Prediction {
  return {
    id: article.id,
    entities: entities.map(({ id, name, aliases, type }) => ({ id, name: name.en, aliases, type })),
    relations: claims.map(({ subject, type, object, polarity, modality }) => ({
      subj: subject,
      pred: type,
      obj: object,
      polarity,
      modality,
    })),
  };
}

/**
 * Predictions kept in files: an `extract` output (.jsonl), or a folder with one JSON an article.
 * Undefined where the path holds no predictions: it is text then.
 */
export function predictions(path: string): Prediction[] | undefined {
  const entry = statSync(path, { throwIfNoEntry: false });
  if (entry?.isDirectory()) {
    const files = readdirSync(path)
      .filter((name) => name.endsWith(".json"))
      .sort();
    const found = files.flatMap((name) =>
      fromValue(JSON.parse(readFileSync(join(path, name), "utf8")), basename(name, ".json")),
    );
    return found.length > 0 ? found : undefined;
  }
  if (!entry || !path.endsWith(".jsonl")) return undefined;
  const found = readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .flatMap((line) => fromValue(JSON.parse(line), ""));
  return found.length > 0 ? found : undefined;
}

function fromValue(value: unknown, name: string): Prediction[] {
  if (typeof value !== "object" || value === null) return [];
  if ("claims" in value && !("relations" in value)) return "text" in value ? [] : [fromClaims(ClaimLine.parse(value))];
  if (!("relations" in value) && !("entities" in value)) return [];
  const { id, file, entities, relations } = Edges.parse(value);
  const called = file ? file.replace(/\.[^.]*$/, "") : id || name;
  return [{ id: called, entities: entities ?? [], relations: relations ?? [] }];
}

/** An entity that an extract line does not list still has its English name beside the claim. */
function fromClaims({ id, entities, claims }: z.infer<typeof ClaimLine>): Prediction {
  const known = new Map(entities.map((entity) => [String(entity.id), entity]));
  for (const claim of claims) {
    for (const [end, name, type] of [
      [claim.subject, claim.subjectName, claim.subjectType],
      [claim.object, claim.objectName, claim.objectType],
    ] as const) {
      if (end && name && !known.has(end)) known.set(end, { id: end, name, type });
    }
  }
  const whole = claims.flatMap(({ subject, object, ...claim }) =>
    subject && object ? [{ ...claim, subj: subject, obj: object }] : [],
  );
  return {
    id,
    entities: [...known.values()],
    relations: whole.map(({ subj, type, obj, polarity, modality }) => ({ subj, pred: type, obj, polarity, modality })),
  };
}
