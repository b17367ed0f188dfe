import type { EdgeType, NodeType } from "./vocabulary.ts";

/**
 * The stages of the line: article → document → sentences → mentions → claims → graph.
 * All offsets are UTF-16 code units into `Article.text`, half-open.
 */
export type Lang = string;
export type Offset = number;
export type Span = [start: Offset, end: Offset];
export type NodeId = string & { readonly brand?: "NodeId" };
export type EdgeId = string & { readonly brand?: "EdgeId" };
export type ClaimId = string & { readonly brand?: "ClaimId" };
export type ArticleId = string & { readonly brand?: "ArticleId" };

/** What was handed in: a file, a line of JSON, a page. */
export interface Source {
  id: ArticleId;
  /** Where it came from, as the user named it: path, `path:line`, URL or `-`. */
  from: string;
  format: "text" | "html" | "markdown";
  content: string;
  url?: string;
  title?: string;
  /** ISO 8601 date or date-time. */
  published?: string;
  lang?: Lang;
  outlet?: string;
  /** The text is a body already: no boilerplate is to be removed. */
  clean?: boolean;
  /** A line of a dump: all that the article says has been read before and is taken as it is. */
  dump?: unknown;
}

/** An article as it was read. `text` is never changed afterwards: every offset points into it. */
export interface Article {
  id: ArticleId;
  text: string;
  lang: Lang;
  title?: string;
  url?: string;
  outlet?: string;
  /** ISO date (YYYY-MM-DD) or date-time. */
  published?: string;
  /** News agency credited by the page (an id such as `reuters`). */
  agency?: string;
  /** Content hash: the same text read again is the same article. */
  hash: string;
  /** 64-bit simhash of the body in hexadecimal; near copies differ in few bits. */
  fingerprint: string;
}

/** An article's own words: what is left when navigation, related headlines and credits are gone. */
export interface Document {
  article: Article;
  blocks: Block[];
}
export interface Block {
  start: Offset;
  end: Offset;
  role: "title" | "subhead" | "body";
}

export interface Sentence {
  index: number;
  start: Offset;
  end: Offset;
  /** NFC text of the sentence: what rules read. `at[i]` is the original offset of its i-th code unit (length + 1 entries), absent when equal to start + i. */
  text: string;
  at?: Offset[];
  role: Block["role"];
  /** Index of the block it stands in: attribution does not cross blocks. */
  block: number;
}

/** A node of the graph as the gazetteer knows it. `type` is the main label, `labels` all that hold. */
export interface Entity {
  id: NodeId;
  type: NodeType;
  labels: NodeType[];
  name: { en: string; [lang: Lang]: string };
  aliases: string[];
  /** True for a name found in text only ("country + title + name"), not in the gazetteer. */
  candidate?: boolean;
}

export type Polarity = "affirmed" | "negated";
export type Modality = "asserted" | "alleged" | "announced" | "requested" | "conditional";
export type DatePrecision = "day" | "month" | "year";

/** One reported act with the sentence that reports it. */
export interface Claim {
  id: ClaimId;
  type: EdgeType;
  subject: NodeId;
  object: NodeId;
  polarity: Polarity;
  modality: Modality;
  /** What was refused, supplied, asked: the words of the text. */
  what?: string;
  /** The place or party that the act concerns. */
  target?: NodeId;
  /** Who says so. */
  speaker?: NodeId;
  deniedBy?: NodeId;
  /** ISO date cut to its precision: YYYY, YYYY-MM or YYYY-MM-DD. */
  eventDate?: string;
  datePrecision?: DatePrecision;
  article: ArticleId;
  /** The sentence as it stands in the article: text.slice(start, end). */
  sentence: string;
  start: Offset;
  end: Offset;
  spans: { subject: Span; cue: Span; object: Span };
  lang: Lang;
  /** The frame that fired, `<lang>/<frame>`. */
  rule: string;
  /** 0…1. */
  confidence: number;
  /** Why: one line a step (cue, case, rule), and what lowered the confidence. */
  trace: string[];
}

/** Something that looked like a claim and was left out. */
export interface Skipped {
  text: string;
  /** The claim it would have been; absent where it was to prepare other claims. */
  type?: EdgeType;
  /** The words that looked like the act. */
  cue: string;
  /** What stood in the way, in English. */
  reason: string;
  /** All of it in one line, with the frame that was tried. */
  why: string;
}

/** All that one article says: what the store takes in one transaction. */
export interface Extraction {
  article: Article;
  entities: Entity[];
  claims: Claim[];
  skipped: Skipped[];
}
