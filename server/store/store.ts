import { type Reason, reason } from "../../model/problem.ts";

/**
 * The one interface every store offers. Cypher is written once, in the subset that both stores run alike
 * (docs: what the built-in store lacks is refused by a lint that names the rewrite).
 */
export interface GraphStore {
  readonly name: "built-in" | "neo4j";
  /** Version of the engine behind it. */
  readonly version: string;
  /** Counts the writes, where nobody but this process can write: what was read stays true while it stays. */
  readonly writes?: number;
  /** Runs our own reading query. Rejects with StoreError. */
  read(cypher: string, params?: Params, limits?: Limits): Promise<Rows>;
  /** Runs all statements in one transaction; answers the rows of the last. Acknowledged means durable. */
  write(statements: Statement | Statement[]): Promise<Rows>;
  /** Runs a stranger's query: read-only, linted, planned first, limited. Rejects with QueryRefused when it may not run. */
  ask(cypher: string, params: Params, limits: Limits): Promise<Rows>;
  /** The engine's plan of a stranger's query as text; nothing is run. Rejects with QueryRefused. */
  explain(cypher: string, params: Params, limits: Limits): Promise<string>;
  close(): Promise<void>;
}

export type Params = Record<string, unknown>;
export interface Statement {
  cypher: string;
  params?: Params;
}
export interface Limits {
  /** Wall-clock milliseconds after which the query is killed. */
  timeout?: number;
  /** Rows answered at most. */
  rows?: number;
  /** Bytes of the answer as JSON at most. */
  bytes?: number;
  /** The caller hung up: stop. */
  signal?: AbortSignal;
}

/** Rows as plain values. Nodes, edges and paths are told by `kind` (model/api.ts CypherNode, CypherEdge, CypherPath); integers are numbers, dates ISO strings. */
export interface Rows {
  columns: string[];
  rows: Record<string, unknown>[];
  truncated: "rows" | "bytes" | null;
}

/** The store cannot do its work: what happened and what to do, in one sentence for the user. */
export class StoreError extends Error {
  readonly reason: Reason;

  constructor(message: string, { because = reason("store.failed"), ...options }: Because = {}) {
    super(message, options);
    this.name = "StoreError";
    this.reason = because;
  }
}
interface Because extends ErrorOptions {
  because?: Reason;
}

/** A query that may not run here (a write, an unknown procedure, a form the store lacks), with the reason and the rewrite. */
export class QueryRefused extends Error {
  readonly reason: Reason;

  constructor(message: string, because: Reason) {
    super(message);
    this.name = "QueryRefused";
    this.reason = because;
  }
}

/** A query that ran too long, or was cancelled. */
export class QueryTimeout extends Error {
  readonly reason: Reason;

  constructor(message: string, because: Reason) {
    super(message);
    this.name = "QueryTimeout";
    this.reason = because;
  }
}
