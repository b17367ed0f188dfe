import { z } from "zod";

/**
 * What can go wrong, by its kind, with the values that each speaks of. The server says it in an English sentence of its own
 * (`detail`, `why`); interfaces say it in the reader's language by the kind.
 */
const values = {
  "request.invalid": [],
  "request.json": [],
  "request.large": ["megabytes"],
  "request.parameter": ["name"],
  "request.often": ["perMinute"],
  "request.foreign": [],
  "request.nothing": [],
  "page.unbuilt": [],
  internal: [],

  "store.away": [],
  "store.credentials": [],
  "store.full": [],
  "store.failed": [],

  "node.unknown": ["id"],
  "edge.unknown": ["id"],
  "claim.unknown": ["id"],
  "article.unknown": ["id"],
  "view.unknown": ["id"],
  "views.full": ["most"],
  "question.unknown": ["name"],

  "query.empty": [],
  "query.long": ["most"],
  "query.deep": ["most"],
  "query.several": [],
  "query.explain": ["word"],
  "query.beginning": ["word"],
  "query.writes": [],
  "query.files": [],
  "query.graph": [],
  "query.function": ["name"],
  "query.procedure": ["name"],
  "query.step": ["name"],
  "query.endless": [],
  "query.pattern": [],
  "query.syntax": [],
  "query.form": [],
  "query.engine": [],
  "query.parameter": ["name"],
  "query.lookalike": [],
  "query.twice": ["name"],
  "query.dense": [],
  "query.fatal": [],
  "query.time": ["seconds"],
  "query.memory": [],
  "query.crowded": [],
  "query.cancelled": [],

  "upload.off": [],
  "upload.absent": [],
  "upload.token": [],
  "upload.type": [],
  "upload.form": [],
  "upload.none": [],

  "unread.empty": [],
  "unread.binary": [],
  "unread.letters": [],
  "unread.kind": ["endings"],
  "unread.large": ["megabytes"],
  "unread.long": ["letters", "most"],
  "unread.json": [],
  "unread.shape": [],
  "unread.language": ["language"],
  "unread.script": [],
  "unread.wordless": [],
  "unread.dump": [],
  "unread.file": [],
  "unread.address": [],
  "unread.broken": [],
  "unread.graph": [],
} as const satisfies Record<string, readonly string[]>;

export type ProblemKind = keyof typeof values;
export const problemKinds = Object.keys(values) as [ProblemKind, ...ProblemKind[]];
type Values<Kind extends ProblemKind> = Record<(typeof values)[Kind][number], string | number>;

/** The values that a kind of problem speaks of. */
export const valuesOf = (kind: ProblemKind): readonly string[] => values[kind];

/** Where in a query it is, both from 1. */
export const Place = z.object({ line: z.number().int().positive(), column: z.number().int().positive() });
export type Place = z.infer<typeof Place>;

export const Reason = z.object({
  kind: z.enum(problemKinds),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  place: Place.optional(),
  /** Of a query: the Cypher to write in its place. */
  instead: z.string().optional(),
});
export type Reason = z.infer<typeof Reason>;

/** A reason with every value that its kind speaks of. */
export function reason<Kind extends ProblemKind>(
  kind: Kind,
  ...[given]: (typeof values)[Kind] extends readonly [] ? [] : [given: Values<Kind>]
): Reason {
  return { kind, values: given ?? {} };
}
