import { z } from "zod";
import { NearMiss } from "./miss.ts";
import { Reason } from "./problem.ts";
import { Step } from "./trace.ts";
import { EdgeTypeSchema, NodeTypeSchema, VocabularySchema } from "./vocabulary.ts";

/**
 * What the HTTP API answers. Routes send exactly these shapes, tests parse every answer with them,
 * the OpenAPI document is made from them, and the client takes its types from them.
 * Dates are ISO 8601, offsets are UTF-16 code units into the article's text, half-open.
 */
export const Stance = z.enum(["asserted", "alleged", "announced", "requested", "conditional", "denied"]);
export type Stance = z.infer<typeof Stance>;
export const SpanSchema = z.tuple([z.number().int().nonnegative(), z.number().int().nonnegative()]);
export const Names = z.object({ en: z.string() }).catchall(z.string());

export const NodeView = z.object({
  id: z.string(),
  /** Main type; `labels` holds all. A label that the vocabulary does not know is passed on as it is. */
  type: z.string(),
  labels: z.array(z.string()),
  names: Names,
  aliases: z.array(z.string()).optional(),
  /** Edges at this node in the whole graph. */
  degree: z.number().int().nonnegative(),
  candidate: z.boolean().optional(),
  /** Position worked out by the server, in −1…1; absent when none is. */
  x: z.number().optional(),
  y: z.number().optional(),
});
export type NodeView = z.infer<typeof NodeView>;

export const EdgeView = z.object({
  id: z.string(),
  type: z.string(),
  from: z.string(),
  to: z.string(),
  claims: z.number().int().nonnegative(),
  /** Independent origins: near copies and agency copies count once. */
  sources: z.number().int().nonnegative(),
  /** The strongest stance among the claims; `denied` when a party denies all of them. */
  stance: Stance,
  what: z.string().optional(),
  /** First and last event or report date, ISO, cut to their precision. */
  first: z.string().optional(),
  last: z.string().optional(),
  confidence: z.number().min(0).max(1).optional(),
  langs: z.array(z.string()).optional(),
  outlets: z.array(z.string()).optional(),
  /** Node ids of those who say so. */
  speakers: z.array(z.string()).optional(),
  /** Distinct dates of the claims, ascending, ISO, cut to their precision: what a time brush filters by. */
  eventDates: z.array(z.string()).optional(),
  reportDates: z.array(z.string()).optional(),
});
export type EdgeView = z.infer<typeof EdgeView>;

export const Subgraph = z.object({
  nodes: z.array(NodeView),
  edges: z.array(EdgeView),
  /** Neighbours not shown, per node and edge type. */
  more: z.record(z.string(), z.record(z.string(), z.number().int().nonnegative())),
  /** Node ids the view was asked for, or was chosen to start from. */
  centre: z.array(z.string()),
  /** Weaker edges between these nodes were left out, as was asked; a POST of the nodes' ids answers with them all. */
  partial: z.boolean().optional(),
});
export type Subgraph = z.infer<typeof Subgraph>;

export const ArticleSummary = z.object({
  id: z.string(),
  title: z.string().optional(),
  outlet: z.string().optional(),
  url: z.string().optional(),
  published: z.string().optional(),
  lang: z.string(),
  agency: z.string().optional(),
  /** Id of the first article of the same origin; equal to `id` where it is the first. */
  origin: z.string(),
  claims: z.number().int().nonnegative(),
});
export type ArticleSummary = z.infer<typeof ArticleSummary>;

export const ClaimView = z.object({
  id: z.string(),
  type: EdgeTypeSchema,
  subject: NodeView,
  object: NodeView,
  polarity: z.enum(["affirmed", "negated"]),
  modality: z.enum(["asserted", "alleged", "announced", "requested", "conditional"]),
  what: z.string().optional(),
  target: NodeView.optional(),
  speaker: NodeView.optional(),
  deniedBy: NodeView.optional(),
  eventDate: z.string().optional(),
  datePrecision: z.enum(["day", "month", "year"]).optional(),
  article: ArticleSummary,
  sentence: z.string(),
  start: z.number().int(),
  end: z.number().int(),
  /** Offsets into the article's text; subtract `start` to mark them in `sentence`. */
  spans: z.object({ subject: SpanSchema, cue: SpanSchema, object: SpanSchema }),
  lang: z.string(),
  rule: z.string(),
  confidence: z.number().min(0).max(1),
  /** Why the claim was read so, one line a step. */
  trace: z.array(z.string()),
  /** The same as data, a step a line: what an interface words in its own language. */
  steps: z.array(Step),
  /** Measured precision of this edge type in this language; null: not measured. */
  precision: z.number().min(0).max(1).nullable(),
});
export type ClaimView = z.infer<typeof ClaimView>;

export const EdgeClaims = z.object({
  edge: EdgeView,
  /** Newest first. */
  claims: z.array(ClaimView),
  /** Claims of the same pair and type that say the opposite. */
  contradicting: z.array(ClaimView),
  total: z.number().int().nonnegative(),
});

/** An office or a membership with its days, ISO, cut to what is known. `held`: by the other node, of this one. */
export const Term = z.object({
  role: z.string(),
  side: z.enum(["holds", "held"]),
  node: z.object({ id: z.string(), names: Names }),
  from: z.string().optional(),
  /** Absent: no end is known. */
  to: z.string().optional(),
});

export const NodeDetail = z.object({
  node: NodeView,
  ties: z.array(
    z.object({ type: EdgeTypeSchema, direction: z.enum(["out", "in", "both"]), count: z.number().int().nonnegative() }),
  ),
  /** Claims a month, oldest first. */
  timeline: z.array(z.object({ month: z.string(), claims: z.number().int().nonnegative() })),
  articles: z.array(ArticleSummary),
  /** Offices and memberships known beforehand, not from articles: open ones first. */
  terms: z.array(Term).optional(),
});

export const SearchAnswer = z.object({
  nodes: z.array(
    z.object({ node: NodeView, matched: z.string(), how: z.enum(["name", "alias", "prefix", "script", "typo"]) }),
  ),
  sentences: z.array(
    z.object({
      article: ArticleSummary,
      claim: z.string(),
      sentence: z.string(),
      start: z.number(),
      end: z.number(),
      lang: z.string(),
    }),
  ),
});

export const Stats = z.object({
  articles: z.number().int(),
  origins: z.number().int(),
  claims: z.number().int(),
  nodes: z.record(NodeTypeSchema, z.number().int()),
  edges: z.record(EdgeTypeSchema, z.number().int()),
  languages: z.record(z.string(), z.number().int()),
  outlets: z.array(z.object({ name: z.string(), articles: z.number().int() })),
  /** First and last report date. */
  first: z.string().nullable(),
  last: z.string().nullable(),
  store: z.object({ name: z.string(), version: z.string() }),
  /** Changes with every write: a cached answer is good while it stays. */
  version: z.string(),
});

export const Paths = z.object({
  paths: z.array(z.object({ nodes: z.array(z.string()), edges: z.array(z.string()) })),
  nodes: z.array(NodeView),
  edges: z.array(EdgeView),
});

export const ArticleDetail = z.object({ article: ArticleSummary, text: z.string(), claims: z.array(ClaimView) });
/** Sentences of an article that looked like claims and made none. */
export const ArticleMisses = z.object({ misses: z.array(NearMiss) });
export const ArticleList = z.object({ articles: z.array(ArticleSummary), total: z.number().int() });

/** A value of a Cypher row: plain JSON, or a node, edge or path told by `kind`. */
export const CypherNode = z.object({
  kind: z.literal("node"),
  id: z.string(),
  labels: z.array(z.string()),
  properties: z.record(z.string(), z.unknown()),
});
export const CypherEdge = z.object({
  kind: z.literal("edge"),
  id: z.string(),
  type: z.string(),
  from: z.string(),
  to: z.string(),
  properties: z.record(z.string(), z.unknown()),
});
export const CypherPath = z.object({ kind: z.literal("path"), nodes: z.array(CypherNode), edges: z.array(CypherEdge) });

export const CypherRequest = z.object({
  query: z.string().min(1).max(20_000),
  params: z.record(z.string(), z.unknown()).default({}),
  /** Rows to send at most; the server has a cap of its own. */
  limit: z.number().int().positive().max(10_000).optional(),
  /** Answer with the plan instead of running the query. */
  explain: z.boolean().optional(),
});
export const CypherAnswer = z.object({
  columns: z.array(z.string()),
  /** One array a row, in the order of `columns`. */
  rows: z.array(z.array(z.unknown())),
  /** Everything drawable in the rows: nodes, edges and both ends of each edge. */
  graph: z.object({ nodes: z.array(NodeView), edges: z.array(EdgeView) }),
  /** Why rows were left out: `rows` or `bytes` cap reached. */
  truncated: z.enum(["rows", "bytes"]).nullable(),
  plan: z.string().optional(),
  /** Milliseconds in the store. */
  took: z.number(),
});

export const Question = z.object({
  name: z.string(),
  title: Names,
  description: Names,
  params: z.array(
    z.object({
      name: z.string(),
      label: Names,
      type: z.enum(["node", "edgeType", "date", "number", "text"]),
      default: z.unknown().optional(),
    }),
  ),
  query: z.string(),
  draw: z.enum(["graph", "table"]),
});
export const Questions = z.object({ questions: z.array(Question) });
/** A question with its answer to the parameters given. */
export const QuestionAnswer = Question.extend(CypherAnswer.shape);

export const Schema = z.object({
  labels: z.array(z.string()),
  types: z.array(z.string()),
  properties: z.array(z.string()),
});
export const Health = z.object({ status: z.enum(["ok", "down"]), store: z.string(), version: z.string() });
/** RFC 9457. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  /** What happened and what to do, in English. */
  detail: z.string(),
  /** The same as data: what an interface words in its own language. */
  reason: Reason,
  requestId: z.string().optional(),
});
export { VocabularySchema };

/** A view too long for a URL, kept by the server. `id` follows from the content: the same view has the same id. */
const ViewState = z.union([z.string(), z.record(z.string(), z.unknown())]);
export const SavedView = z.object({ id: z.string(), view: ViewState });
export const SaveView = z.object({ view: ViewState });

/** Articles handed in as JSON; the names' endings (.txt, .html, .md, .json, .jsonl) tell the format. */
export const Upload = z.object({
  files: z
    .array(z.object({ name: z.string().min(1).max(255), content: z.string() }))
    .min(1)
    .max(1_000),
});

/** One line of the upload's event stream (`event: progress`); the last has `done: true`. */
export const UploadProgress = z.object({
  file: z.string().optional(),
  read: z.number().int(),
  /** How much of a long article that is being read is behind. */
  part: z.number().min(0).max(1).optional(),
  total: z.number().int().nullable(),
  claims: z.number().int(),
  /** Articles that were in the graph before, word for word: nothing was written. */
  unchanged: z.number().int(),
  /** `why` is a sentence in English, `reason` the same as data. */
  rejected: z.array(z.object({ from: z.string(), why: z.string(), reason: Reason })),
  done: z.boolean(),
});
