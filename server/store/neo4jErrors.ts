import { Neo4jError } from "neo4j-driver";
import { reason } from "../../model/problem.ts";
import { isTakenByOthers } from "./neo4jMemory.ts";
import { QueryRefused, QueryTimeout, StoreError } from "./store.ts";
import { refused } from "./tokens.ts";

/** What went wrong on the server, as a sentence for the user. `shown` is the address without credentials, `timeout` milliseconds. */
export function neo4jError(error: unknown, shown: string, timeout: number): Error {
  if (error instanceof StoreError || error instanceof QueryRefused || error instanceof QueryTimeout) return error;
  if (!(error instanceof Neo4jError)) {
    return new StoreError(`The query could not be sent: ${error instanceof Error ? error.message : error}`, {
      cause: error,
    });
  }
  const { code, message } = error;
  const cause = { cause: error };
  if (isAway(error)) {
    return new StoreError(
      `No Neo4j server answers at ${shown} (${atSocket(error)}). Check NEO4J_URI, that the server runs, and that its Bolt port is open.`,
      { ...cause, because: reason("store.away") },
    );
  }
  if (code.includes("Security.Unauthorized") || code.includes("Security.TokenExpired")) {
    return new StoreError(
      `Neo4j at ${shown} does not accept this user and password. Check NEO4J_USER and NEO4J_PASSWORD.`,
      { ...cause, because: reason("store.credentials") },
    );
  }
  if (code.includes("AuthenticationRateLimit")) {
    return new StoreError(
      `Neo4j at ${shown} has seen too many wrong passwords; wait a few seconds, then check NEO4J_PASSWORD.`,
      { ...cause, because: reason("store.credentials") },
    );
  }
  if (code.includes("Security.CredentialsExpired")) {
    return new StoreError(
      `Neo4j at ${shown} wants its first password changed: run cypher-shell once, then set NEO4J_PASSWORD.`,
      { ...cause, because: reason("store.credentials") },
    );
  }
  if (code.includes("DatabaseNotFound")) return new StoreError(`${firstLine(message)} Check NEO4J_DATABASE.`, cause);
  if (/TransactionTimedOut|Transaction\.Terminated|LockClientStopped|ExecutionTimeout/.test(code)) {
    return overdue(timeout);
  }
  if (isTakenByOthers(error)) {
    return new QueryTimeout(
      "The queries under way hold all of the server's memory. Try again in a moment, or narrow this one.",
      reason("query.crowded"),
    );
  }
  if (code.includes("MemoryPoolOutOfMemory") || code.includes("General.OutOfMemory")) {
    const sentence = "The query needed more memory than the server allows and was stopped. Narrow it.";
    return new QueryTimeout(sentence, reason("query.memory"));
  }
  return new StoreError(firstLine(message), cause);
}

/** Whether nobody could be spoken to. */
export function isAway(error: unknown): boolean {
  return error instanceof Neo4jError && ["ServiceUnavailable", "SessionExpired", "N/A"].includes(error.code);
}

/** What happened at the socket: the driver tells it last, behind advice about its own options and its routing table. */
function atSocket(error: Error): string {
  if (error.cause instanceof Neo4jError) return atSocket(error.cause);
  return firstLine(error.message.replace(/^[\s\S]*Caused by: /, ""));
}

/** What the server says against a stranger's query: its fault, not the store's. */
export function refusal(error: unknown): QueryRefused | undefined {
  if (!(error instanceof Neo4jError)) return undefined;
  const { code, message } = error;
  if (code.includes("AccessMode") || code.includes("Security.Forbidden")) {
    return new QueryRefused("Only reading is allowed here; this query writes.", reason("query.writes"));
  }
  // Some mistakes, such as a shortest path from a node to itself, are told as the database's own.
  const isTheirs =
    /^Neo\.ClientError\.(Statement|Procedure)/.test(code) || code === "Neo.DatabaseError.Statement.ExecutionFailed";
  if (!isTheirs) return undefined;
  const [missing] = /(?<=Expected parameter\(s\): )[^\s,]+/.exec(message) ?? [];
  const because = missing ? reason("query.parameter", { name: `$${missing}` }) : reason("query.engine");
  return refused(inOneSentence(message), because);
}

/** `line:column: …` as our own refusals begin, without the query's echo, the word EXPLAIN before it and names of Java classes. */
export function inOneSentence(message: string): string {
  const sentence = message
    .replace(/\n"[\s\S]*$/, "")
    .replace(/Caused by: [\w.$]+: /, "")
    .replace(/^\/ by zero$/, "Something is divided by zero.")
    .replace(/^(long|integer) overflow$/i, "A number becomes larger than 64 bits hold.")
    .replace(/^Expected a numeric value for org\.neo4j\S+,/, "Expected a number,")
    .replace(/\s+/g, " ")
    .trim();
  const [whole, line, column] = / ?\(line (\d+), column (\d+) \(offset: \d+\)\)/.exec(sentence) ?? [];
  if (!whole) return sentence;
  const before = line === "1" && message.includes('\n"EXPLAIN ') ? "EXPLAIN ".length : 0;
  return `${line}:${Math.max(1, Number(column) - before)}: ${sentence.replace(whole, "")}`;
}

export function overdue(timeout: number): QueryTimeout {
  return new QueryTimeout(
    `The query ran longer than ${timeout / 1000} s and was stopped. Narrow it, or ask for fewer rows.`,
    reason("query.time", { seconds: timeout / 1000 }),
  );
}

export function askedToStop(): QueryTimeout {
  return new QueryTimeout("The query was cancelled.", reason("query.cancelled"));
}

function firstLine(message: string): string {
  return message.split("\n")[0]?.trim() ?? "";
}
