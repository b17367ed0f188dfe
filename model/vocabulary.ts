import { z } from "zod";
import data from "./vocabulary.json" with { type: "json" };

/** The words of the graph, parsed once. Every reader (ingest, store, API, legend) takes types and wording from here. */
const Words = z.object({ en: z.string().min(1), hi: z.string().min(1), bn: z.string().min(1) });
const Colour = z.object({ light: z.string().regex(/^#[0-9a-fA-F]{6}$/), dark: z.string().regex(/^#[0-9a-fA-F]{6}$/) });

export const nodeTypes = Object.keys(data.nodes) as [NodeType, ...NodeType[]];
export const edgeTypes = Object.keys(data.edges) as [EdgeType, ...EdgeType[]];
export type NodeType = keyof typeof data.nodes;
export type EdgeType = keyof typeof data.edges;

export const NodeTypeSchema = z.enum(nodeTypes);
export const EdgeTypeSchema = z.enum(edgeTypes);

export const NodeTypeEntry = z.object({
  label: Words,
  plural: Words,
  description: Words,
  colour: Colour,
  /** The outline that tells the type without colour. */
  shape: z.enum(["circle", "diamond", "square", "triangle", "ring"]),
});

export const EdgeTypeEntry = z.object({
  /** In a sentence between its two ends, or behind them. */
  label: Words,
  /** By itself, in a list or a filter: no case ending waits for a name there. */
  alone: Words,
  /** Over the names of those it comes from, read from its other end. */
  inverse: Words,
  description: Words,
  colour: Colour,
  /** Body of the line; dashes are left to the stance (asserted, alleged, announced, denied). */
  line: z.enum(["plain", "thin", "thick", "double", "barred"]),
  /** One sign drawn on the line and in the legend, so that a type is told without colour. */
  glyph: z.string().min(1).max(2),
  symmetric: z.boolean(),
  from: z.array(NodeTypeSchema).min(1),
  to: z.array(NodeTypeSchema).min(1),
  /** What the edge says of the tie: friendly 1, neutral 0, hostile −1. */
  sign: z.union([z.literal(-1), z.literal(0), z.literal(1)]),
  core: z.boolean(),
  /** An act between persons: a named person is its party. All other acts are those of states. */
  personal: z.boolean().default(false),
  /** Whatever reaches a region that the text calls a country's own reaches the country. */
  reachesCountry: z.boolean().default(false),
  /** An act of speech or an office: that there was none is rarely what a sentence means, so no negated claim is made. */
  affirmedOnly: z.boolean().default(false),
  /** Firms act for their state in it; in every other act they are private. */
  byFirms: z.boolean().default(false),
  /** A bill or a package does it in the name of the state whose parliament passes it. */
  byBill: z.boolean().default(false),
  /** Something goes over in it: once an article has told of giver or receiver it may leave them out. */
  gives: z.boolean().default(false),
  /** The act goes on until somebody ends it: of a noun that is told to have stopped, there is none any more. */
  lasts: z.boolean().default(false),
  /** Its objects are blocs, and its subjects their members. */
  joins: z.boolean().default(false),
  /** Its object may be a piece of land: a city, a sea, a region that acts for nobody. */
  onLand: z.boolean().default(false),
  /** Its object is land and nothing else: neither a person nor a ministry can be taken. */
  onlyLand: z.boolean().default(false),
  /** Soldiers and arms may stand for their state even where persons act. */
  ofSoldiers: z.boolean().default(false),
  /** A negated claim of this type stands in the graph as that edge instead. */
  negatedAs: z.object({ type: EdgeTypeSchema, what: z.string() }).optional(),
});

export const VocabularySchema = z.object({
  nodes: z.record(NodeTypeSchema, NodeTypeEntry),
  edges: z.record(EdgeTypeSchema, EdgeTypeEntry),
});
export type Vocabulary = z.infer<typeof VocabularySchema>;

export const vocabulary: Vocabulary = VocabularySchema.parse(data);
