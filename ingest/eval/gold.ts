import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { z } from "zod";
import type { NodeType } from "../../model/vocabulary.ts";
import { EdgeTypeSchema, NodeTypeSchema } from "../../model/vocabulary.ts";

/** What a reader found in an article: the nodes and edges that an extractor should find, and those it must not. */
export interface Gold {
  id: string;
  lang: string;
  /** native, or how the text was translated. */
  kind: string;
  /** Construction of a single-sentence case. */
  construction?: string;
  /** Group of a single-sentence case: an edge type, SUPPORTING or NEGATIVE. */
  group?: string;
  /** The text itself, where the gold carries it. */
  text?: string;
  /** False where supporting edges were only annotated when clear: a further one is then left unjudged. */
  supportingComplete: boolean;
  entities: GoldEntity[];
  relations: GoldRelation[];
  forbidden: ForbiddenRelation[];
}
export interface GoldEntity {
  id?: string | null;
  name_en: string;
  type: NodeType;
  altTypes?: NodeType[];
  aliases?: string[];
  mentions?: string[];
  optional?: boolean;
}
export type GoldRelation = z.infer<typeof Relation>;
export type ForbiddenRelation = z.infer<typeof Forbidden>;

const Polarity = z.enum(["affirmed", "negated"]);
const Relation = z.object({
  subj: z.string(),
  pred: EdgeTypeSchema,
  obj: z.string(),
  altSubj: z.array(z.string()).default([]),
  altObj: z.array(z.string()).default([]),
  altPred: z.array(EdgeTypeSchema).default([]),
  polarity: Polarity.default("affirmed"),
  modality: z.string().default("asserted"),
  optional: z.boolean().default(false),
});
const Forbidden = z.object({
  subj: z.string(),
  pred: EdgeTypeSchema,
  obj: z.string(),
  polarity: z.union([Polarity, z.literal("any")]).default("any"),
});
const Article = z.object({
  id: z.string().optional(),
  file: z.string().optional(),
  lang: z.string().default("?"),
  kind: z.string().default("native"),
  supportingComplete: z.boolean().default(true),
  entities: z
    .array(
      z.object({
        id: z.string().nullish(),
        name_en: z.string(),
        type: NodeTypeSchema,
        altTypes: z.array(NodeTypeSchema).optional(),
        aliases: z.array(z.string()).optional(),
        mentions: z.array(z.string()).optional(),
        optional: z.boolean().optional(),
      }),
    )
    .default([]),
  relations: z.array(Relation).default([]),
  forbidden: z.array(Forbidden).default([]),
});
const Case = z.object({
  id: z.string(),
  group: z.string().optional(),
  construction: z.string().optional(),
  text: z.string(),
  claims: z.array(Relation),
  forbidden: z.array(Forbidden).default([]),
});

/** The gold of a folder (one JSON an article) or of a file of single-sentence cases (.jsonl). Throws with the place. */
export function gold(path: string): Gold[] {
  const entry = statSync(path, { throwIfNoEntry: false });
  if (!entry) throw new Error(`${path}: there is no such gold folder or .jsonl file: check the path`);
  const found = entry.isDirectory() ? articles(path) : cases(path);
  if (found.length === 0)
    throw new Error(`${path}: holds no gold; expected JSON files with "entities" and "relations", or cases a line`);
  return found;
}

function articles(folder: string): Gold[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => [name, parsed(join(folder, name), readFileSync(join(folder, name), "utf8"))] as const)
    .filter(([, value]) => isAnnotation(value))
    .map(([name, value]) => article(join(folder, name), value));
}

function isAnnotation(value: unknown): boolean {
  return typeof value === "object" && value !== null && ("relations" in value || "entities" in value);
}

function article(place: string, value: unknown): Gold {
  const { file, id, ...rest } = valid(place, Article, value);
  return { ...rest, id: file ? basename(file, extname(file)) : (id ?? basename(place, ".json")) };
}

function cases(file: string): Gold[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .flatMap((line, index) => (line.trim() === "" ? [] : [oneCase(`${file}:${index + 1}`, line)]));
}

/** A case's nodes are what its edges name: they are there to be matched, not to be counted. */
function oneCase(place: string, line: string): Gold {
  const { claims, ...rest } = valid(place, Case, parsed(place, line));
  const names = new Set([...claims, ...rest.forbidden].flatMap(({ subj, obj }) => [subj, obj]));
  return {
    ...rest,
    lang: rest.id.split("-")[0]!,
    kind: "native",
    supportingComplete: true,
    entities: [...names].sort().map((name_en) => ({ name_en, type: "Country", optional: true })),
    relations: claims,
  };
}

function parsed(place: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${place}: is not JSON (${(error as Error).message})`);
  }
}

function valid<T>(place: string, schema: z.ZodType<T>, value: unknown): T {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const issue = read.error.issues[0]!;
  throw new Error(`${place}: ${issue.path.join(".") || "the whole"}: ${issue.message}`);
}
