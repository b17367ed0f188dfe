import { type Reason, reason } from "../../../model/problem.ts";
import { QueryRefused, StoreError } from "../store.ts";
import { refused as refusal } from "../tokens.ts";
import type { Failure } from "./messages.ts";

/** The engine's errors as sentences: what it cannot read or do is the query's fault, the rest is ours. */
export function engineError(error: unknown): Failure {
  const said = error instanceof Error ? error.message : String(error);
  if (error instanceof QueryRefused) return { refused: said, reason: error.reason };
  if (error instanceof StoreError) return { failed: said, reason: error.reason };
  if (/No space left|ENOSPC|disk full/i.test(said)) return { failed: diskFull, reason: reason("store.full") };
  if (/variable-length pattern would hold/.test(said)) return refused(tooManyPaths, reason("query.dense"));
  if (/panicked/.test(said)) return refused(tooDense, reason("query.dense"));
  const missing = /Missing parameter: (\$\S+)/.exec(said)?.[1];
  if (missing)
    return refused(
      `No value is given for the parameter ${missing}. Pass one.`,
      reason("query.parameter", { name: missing }),
    );
  if (/Expected node ID in source column/.test(said)) return refused(lostStart);
  if (/Unsupported EXISTS subquery pattern/.test(said)) return refused(misplacedPattern);
  if (/Variable '.*' not found for ORDER BY/.test(said)) return refused(lostOrder);
  if (/^Query error: GRAFEO-Q003/.test(said)) {
    return {
      tooLong: "The query took longer than 30 s and was stopped. Narrow it down: more WHERE, shorter paths, a LIMIT.",
      reason: reason("query.time", { seconds: 30 }),
    };
  }
  const status = error instanceof Error && "gqlStatus" in error ? String(error.gqlStatus) : "";
  const sentence = plainWords(said);
  if (/SKIP\/LIMIT must be/.test(said)) return refused(sentence, reason("query.engine"));
  return /^(42|22012|22003)/.test(status) && /^Query error/.test(said)
    ? refused(sentence, reason("query.engine"))
    : { failed: sentence, reason: reason("store.failed") };
}

function refused(sentence: string, because: Reason = reason("query.form")): Failure {
  return { refused: sentence, reason: refusal(sentence, because).reason };
}

const diskFull = "The disk that holds the data folder is full, and nothing was written. Make room and try again.";
/** The engine gives up on long fixed chains where a node has very many edges. */
const tooDense =
  "This pattern is too dense for the built-in store. Write `-[*2]-` for a chain of two edges, or divide it: " +
  "`MATCH (a)-[r]-(b) MATCH (b)-[s]-(c) WHERE r <> s`.";

/** The engine loses the middle of a chain where none of its rows has a node to start from. */
const lostStart =
  "The built-in store cannot follow a chain of edges here, since nothing was found to begin it. Divide it: " +
  "`MATCH (a)-[r]-(b) MATCH (b)-[s]-(c) WHERE r <> s`.";

const misplacedPattern =
  "A pattern cannot be a condition at this place in the built-in store. Write `WITH *, EXISTS { (a)--(b) } AS found` before it, then use found.";

const lostOrder =
  "A variable that has a new name cannot be ordered by under its old one here in the built-in store. Order by the column's name.";

const tooManyPaths =
  "The paths of this pattern are more than the built-in store can hold at once. Give the path a lower bound, as in `-[:TYPE*1..3]-`, name its type, or begin at one node.";

/** Without the engine's codes and its drawing of the place. */
function plainWords(said: string): string {
  const first = said.split("\n").find((line) => line.trim() !== "") ?? "";
  const [, line = "", column = ""] = /query:(\d+):(\d+)/.exec(said) ?? [];
  const words = first.replace(/^[\p{L} ]+ error: GRAFEO-[A-Z]\d+: /u, "").replace(/\[Cypher\] /, "");
  const advice = /Expected identifier/.test(words) ? ". A name that is a word of Cypher too needs backticks" : "";
  // The place counts the word EXPLAIN that a stranger's query is first sent with.
  const before = line === "1" && said.includes("1 | EXPLAIN ") ? "EXPLAIN ".length : 0;
  return line ? `${line}:${Math.max(1, Number(column) - before)}: ${words}${advice}.` : `${words}${advice}`;
}
