import neo4j, { type Driver, Neo4jError, type QueryResult, type Session } from "neo4j-driver";
import { reason } from "../../model/problem.ts";
import { refuseUnsafe } from "./guard.ts";
import { askedToStop, isAway, neo4jError, overdue, refusal } from "./neo4jErrors.ts";
import { whenMemoryIsFree } from "./neo4jMemory.ts";
import { refusePlan, writtenPlan } from "./neo4jPlan.ts";
import { tlsFault } from "./neo4jTls.ts";
import { params, rowsOf } from "./neo4jValues.ts";
import {
  type GraphStore,
  type Limits,
  type Params,
  QueryRefused,
  type Rows,
  type Statement,
  StoreError,
} from "./store.ts";

export interface Neo4jOptions {
  /** `neo4j://` routes on a cluster; `+s` asks for TLS, `+ssc` for TLS with a self-signed certificate; `bolt://` speaks to one server. */
  uri: string;
  user: string;
  password: string;
  database?: string;
}

/** Milliseconds a query of our own may take when the caller names no limit; a stranger's is stricter. */
const patience = { read: 60_000, write: 120_000, ask: 10_000 };
const oldest = { major: 5, minor: 13 };

/**
 * Opens a graph on a Neo4j server, single or clustered. Rejects with StoreError when it is not there, when the password
 * is wrong, or when it is older than supported. Whatever was written through this store is seen by its next read.
 */
export async function openNeo4j({ uri, user, password, database }: Neo4jOptions): Promise<GraphStore> {
  const shown = checkedUri(uri);
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), {
    userAgent: "entente",
    useBigInt: true,
    connectionTimeout: 5_000,
    connectionAcquisitionTimeout: 20_000,
    maxTransactionRetryTime: 60_000,
    logging: { level: "error", logger: () => undefined },
  });
  const version = await checkedVersion(driver, shown, database).catch(async (error) => {
    await driver.close();
    const fault = isAway(error.cause) ? await tlsFault(uri) : undefined;
    throw fault ? new StoreError(fault, { cause: error }) : error;
  });
  return storeOn(driver, version, shown, database);
}

function storeOn(driver: Driver, version: string, shown: string, database: string | undefined): GraphStore {
  const bookmarkManager = neo4j.bookmarkManager();
  const session = (access: "READ" | "WRITE") =>
    driver.session({ defaultAccessMode: access, bookmarkManager, database });

  /** One reading in a session of its own. Hanging up resets the connection at once. */
  async function inSession<T>({ signal }: Limits, work: (session: Session) => Promise<T>): Promise<T> {
    const opened = session("READ");
    const stop = () => void opened.close().catch(() => undefined);
    signal?.addEventListener("abort", stop, { once: true });
    try {
      if (signal?.aborted) throw askedToStop();
      return await work(opened);
    } catch (error) {
      throw signal?.aborted ? askedToStop() : error;
    } finally {
      signal?.removeEventListener("abort", stop);
      await opened.close().catch(() => undefined);
    }
  }

  /**
   * A stranger's statement, outside of the driver's retries: only what found no memory is tried again. What the server has
   * against it is the query's fault. A server that is somewhere where it cannot be stopped is not waited for.
   */
  function alone<T>(limits: Limits, work: (session: Session, timeout: number) => Promise<T>): Promise<T> {
    const { timeout = patience.ask } = limits;
    const answer = inSession(limits, (opened) =>
      whenMemoryIsFree((left) => work(opened, left), timeout, limits).catch((error) => {
        throw refusal(error) ?? neo4jError(error, shown, timeout);
      }),
    );
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(overdue(timeout)), timeout + overtime);
      answer.finally(() => clearTimeout(timer)).then(resolve, reject);
    });
  }

  /** The plan of a stranger's query, made by the server without running it. Rejects with QueryRefused unless it only reads. */
  async function planned(opened: Session, cypher: string, given: Params, timeout: number): Promise<string> {
    const { summary }: QueryResult = await opened.run(`EXPLAIN ${cypher}`, params(given), { timeout });
    if (!summary.plan)
      throw new QueryRefused("The server gave no plan for this query, so it was not run.", reason("query.engine"));
    refusePlan(summary.plan, summary.queryType);
    return writtenPlan(summary.plan);
  }

  return {
    name: "neo4j",
    version,
    async read(cypher, given = {}, limits = {}) {
      const timeout = limits.timeout ?? patience.read;
      // One statement needs no transaction around it: one round trip instead of three. Where the server asks to try again
      // (a leader changes, a lock is lost), the driver does, with its growing pauses.
      return inSession(limits, (opened) =>
        rowsOf(
          untraced(() => opened.run(cypher, params(given), { timeout })),
          limits,
          opened,
        )
          .catch((error) => {
            if (limits.signal?.aborted || !(error instanceof Neo4jError && error.retryable)) throw error;
            return opened.executeRead((tx) => rowsOf(tx.run(cypher, params(given)), limits, tx), { timeout });
          })
          .catch((error) => {
            throw neo4jError(error, shown, timeout);
          }),
      );
    },
    async write(statements) {
      const opened = session("WRITE");
      const all: Statement[] = Array.isArray(statements) ? statements : [statements];
      try {
        return await opened.executeWrite(
          async (tx) => {
            let rows: Rows = { columns: [], rows: [], truncated: null };
            for (const { cypher, params: given = {} } of all)
              rows = await rowsOf(tx.run(cypher, params(given)), {}, tx);
            return rows;
          },
          { timeout: patience.write },
        );
      } catch (error) {
        throw neo4jError(error, shown, patience.write);
      } finally {
        await opened.close();
      }
    },
    async ask(cypher, given, limits) {
      refuseUnsafe(cypher, given);
      return alone(limits, async (opened, timeout) => {
        await planned(opened, cypher, given, timeout);
        return rowsOf(opened.run(cypher, params(given), { timeout }), limits, opened, true);
      });
    },
    async explain(cypher, given, limits) {
      refuseUnsafe(cypher, given);
      return alone(limits, (opened, timeout) => planned(opened, cypher, given, timeout));
    },
    close: () => driver.close(),
  };
}

/**
 * Runs without the stack trace that the driver takes of every query, in case it fails: with source maps that costs a tenth
 * of a quick answer, and what fails here is told by an error of our own.
 */
function untraced<T>(run: () => T): T {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return run();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** Milliseconds past its limit that the server has to say that it stopped a query. */
const overtime = 2_000;

/** The URI as it may be shown. Rejects one that this program cannot speak to, or that holds a password others could read. */
function checkedUri(uri: string): string {
  if (!URL.canParse(uri) || !/^(neo4j|bolt)(\+s|\+ssc)?:\/\/[^/]/.test(uri)) {
    throw new StoreError(
      "NEO4J_URI is not an address of a Neo4j server; expected something like neo4j://localhost:7687 (neo4j+s:// for TLS).",
    );
  }
  const { username, password, host, protocol } = new URL(uri);
  if (username || password) {
    throw new StoreError("NEO4J_URI holds a user or password; put them into NEO4J_USER and NEO4J_PASSWORD instead.");
  }
  return `${protocol}//${host}`;
}

async function checkedVersion(driver: Driver, shown: string, database: string | undefined): Promise<string> {
  const info = await driver.getServerInfo({ database }).catch((error) => {
    throw neo4jError(error, shown, 5_000);
  });
  return supportedVersion(info.agent ?? "");
}

/** The version out of a server's name (`Neo4j/5.26.1`). Rejects with StoreError when it is too old. */
export function supportedVersion(agent: string): string {
  const [, major = "0", minor = "0", rest = ""] = /^Neo4j\/(\d+)\.(\d+)(\S*)/.exec(agent) ?? [];
  const needed = `${oldest.major}.${oldest.minor}`;
  if (major === "0")
    throw new StoreError(`Found ${agent || "an unnamed server"}, Entente needs Neo4j ${needed} or later.`);
  if (Number(major) < oldest.major || (Number(major) === oldest.major && Number(minor) < oldest.minor)) {
    throw new StoreError(
      `Found Neo4j ${major}.${minor}, Entente needs ${needed} or later. Upgrade the server, or leave out NEO4J_URI to use the built-in store.`,
    );
  }
  return `${major}.${minor}${rest}`;
}
