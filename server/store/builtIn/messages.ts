import type { Reason } from "../../../model/problem.ts";

/**
 * What the store and its engine's process say to each other. Statements and rows travel as JSON text inside the message:
 * the same text goes into the journal as it came, and a large answer is made into objects once only.
 */
export type Request =
  /** One query of our own; `columns` are their names where the engine has others. */
  | { do: "read"; cypher: string; params: string; rows: number; bytes: number; columns?: string[] }
  /** A stranger's query, which runs behind the guard. */
  | { do: "ask" | "explain"; cypher: string; params: string; rows: number; bytes: number }
  /** Statements (JSON of Statement[]) to be journaled as batch `batch` and committed together. */
  | { do: "write"; batch: string; statements: string }
  /** The same, applied to a copy that follows the original: not journaled. */
  | { do: "follow"; batch: string; statements: string }
  /** A copy of the graph as it is now, at a path where nothing is yet. */
  | { do: "copy"; path: string }
  | { do: "close" };

export type Asked = Request & { id: number };

/** `epoch` is the engine's count of commits after the request: equal epochs, equal graphs. */
export type Answer =
  | { id: number; columns: string[]; rows: string; truncated: "rows" | "bytes" | null; epoch: number }
  | ({ id: number } & Failure);

/** Why there is no answer: the query may not run, took too long, or something else went wrong. */
export type Failure = ({ refused: string } | { tooLong: string } | { failed: string }) & { reason: Reason };

export type Told =
  /** The engine is open. `last` is the newest batch in the journal: what a restarted store must not send again. */
  | { ready: { version: string; epoch: number; last?: LastBatch; notes: string[] } }
  /** It cannot be opened: why, as a sentence. */
  | { unusable: string }
  /** Resident memory passed the limit: the process ends itself. Either what is in hand took much of it, or the graph grew. */
  | { tooLarge: "query" | "graph" }
  | Answer;

/** The newest batch and its answer, kept for a caller whose answer was lost on the way. */
export interface LastBatch {
  batch: string;
  columns: string[];
  rows: string;
  truncated: "rows" | "bytes" | null;
}

/** How the child is told what to open. */
export interface Opening {
  /** The data folder (with journal), or a single copy of the graph to follow the original with. */
  folder?: string;
  copy?: string;
  /** Bytes of resident memory at which the process ends itself; raised to what the open graph needs. */
  memory: number;
  /** Bytes that a journal may have before it is written anew from the graph; a default when absent. */
  journal?: number;
}
