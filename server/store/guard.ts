import { reason } from "../../model/problem.ts";
import { refuseGrowth } from "./growth.ts";
import { isRange, rangeSize } from "./ranges.ts";
import { refuseEndlessMatching } from "./regex.ts";
import { type Params, QueryRefused } from "./store.ts";
import { endless, keyword, refusedAt, type Token, tokens } from "./tokens.ts";

/** Procedures that tell about the data and touch nothing else, on either store. */
export const readingProcedures: ReadonlySet<string> = new Set([
  "db.labels",
  "db.relationshipTypes",
  "db.propertyKeys",
  "db.schema.visualization",
  "db.schema.nodeTypeProperties",
  "db.schema.relTypeProperties",
  "db.index.fulltext.queryNodes",
  "db.index.fulltext.queryRelationships",
]);

/** The first part of function names with a point in them; other libraries' functions could reach files or the net. */
const namespaces = new Set("date datetime localdatetime time localtime duration point vector".split(" "));
/** What tells the same on every store. */
const rewrites: Record<string, string> = {
  "db.schema.visualization": "MATCH (a)-[r]->(b) RETURN DISTINCT labels(a), type(r), labels(b)",
  "db.schema.nodeTypeProperties": "MATCH (n) UNWIND keys(n) AS key RETURN DISTINCT labels(n), key",
  "db.schema.relTypeProperties": "MATCH ()-[r]->() UNWIND keys(r) AS key RETURN DISTINCT type(r), key",
  "db.index.fulltext.queryNodes": "MATCH (n) WHERE n.name CONTAINS $text RETURN n",
  "db.index.fulltext.queryRelationships": "MATCH ()-[r]->() WHERE r.what CONTAINS $text RETURN r",
};
const longest = 20_000;
const most = { tokens: 4_000, depth: 40, subqueries: 8, xors: 10, range: 100_000 };
const tooDeep = reason("query.deep", { most: most.depth });

/**
 * Refuses, by its words alone, a stranger's query that is no plain reading query: writing in any clause, schema and
 * administration, several statements, EXPLAIN and PROFILE, files, procedures that are not on the list. What this lets
 * through must still be planned by the store and refused by its operators.
 */
export function refuseUnsafe(query: string, params: Params, procedures: ReadonlySet<string> = readingProcedures): void {
  if (query.length > longest) {
    throw new QueryRefused(
      `The query has ${query.length} characters; ${longest} are allowed. Pass long lists as parameters.`,
      reason("query.long", { most: longest }),
    );
  }
  const all = tokens(query);
  if (all.length > most.tokens) {
    const because = reason("query.long", { most: longest });
    throw new QueryRefused("The query is too long. Pass long lists as parameters.", because);
  }
  refuseDepth(all);
  refuseNestedSubqueries(query, all);
  if (all.filter((token) => keyword(token) === "XOR").length > most.xors) {
    // The planner writes them out as AND and OR, twice as many for each.
    const sentence = `More than ${most.xors} XOR in one query cannot be planned; write <> between two of them.`;
    throw new QueryRefused(sentence, endless);
  }
  refuseDeepParameters(params);
  refuseNestedLists(query, all);
  refuseLongRanges(query, all, params);
  refuseGrowth(query, all, params);
  refuseStart(all[0]);
  refuseEndlessMatching(query, all, params);
  for (const [at, token] of all.entries()) {
    if (token.value === ";" && token.kind === "sign" && all[at + 1]?.kind !== "end") {
      const sentence = "one query at a time; remove what follows the semicolon.";
      throw refusedAt(query, token.start, sentence, reason("query.several"));
    }
    if (token.kind === "word" && !isName(all, at)) refuseWord(query, all, at);
    if (token.kind === "word" || token.kind === "name") refuseFunction(query, all, at);
    if (keyword(token) === "CALL" && !isName(all, at)) refuseProcedure(query, all, at + 1, procedures);
  }
}

/** Clauses that change the graph, at any depth. */
const writing = new Set("CREATE MERGE SET DELETE DETACH NODETACH REMOVE FOREACH INSERT".split(" "));
/** What follows LOAD where it is a clause. */
const loads = new Set("CSV DATA JSON JSONL PARQUET FROM WITH".split(" "));
/** What a reading query may begin with. */
const beginnings = new Set("MATCH OPTIONAL RETURN WITH UNWIND CALL".split(" "));

function refuseStart(first: Token | undefined): void {
  const begins = keyword(first);
  if (begins === "EXPLAIN" || begins === "PROFILE") {
    const because = reason("query.explain", { word: begins });
    throw new QueryRefused(`Leave out ${begins}: the plan is shown by its own switch.`, because);
  }
  if (beginnings.has(begins) || (first?.kind === "sign" && (first.value === "(" || first.value === "{"))) return;
  if (first?.kind === "end") throw new QueryRefused("The query is empty.", reason("query.empty"));
  throw new QueryRefused(
    `Only reading queries may run here: they begin with ${[...beginnings].join(", ")}, not with "${first?.value}".`,
    reason("query.beginning", { word: first?.value ?? "" }),
  );
}

function refuseWord(query: string, all: Token[], at: number): void {
  const token = all[at] as Token;
  const written = keyword(token);
  const refused = (sentence: string, kind: "query.writes" | "query.files" | "query.graph") =>
    refusedAt(query, token.start, sentence, reason(kind));
  if (writing.has(written)) {
    throw refused(
      `only reading queries may run here; ${written} changes the graph. (A name that is spelt so needs backticks.)`,
      "query.writes",
    );
  }
  if (written === "LOAD" && loads.has(keyword(all[at + 1])))
    throw refused("files may not be read here. (A name that is spelt so needs backticks.)", "query.files");
  if (written === "USE")
    throw refused("another graph may not be chosen here. (A name that is spelt so needs backticks.)", "query.graph");
  if (written === "TRANSACTIONS")
    throw refused("IN TRANSACTIONS is for writing; only reading queries may run here.", "query.writes");
}

function refuseFunction(query: string, all: Token[], at: number): void {
  if (at > 0 && all[at - 1]?.value === "." && all[at - 1]?.kind === "sign") return;
  let end = at;
  while (isSign(all[end + 1], ".") && isWordLike(all[end + 2])) end += 2;
  const first = all[at] as Token;
  if (end === at || !isSign(all[end + 1], "(") || keyword(all[at - 1]) === "CALL") return;
  if (namespaces.has(first.value.toLowerCase())) return;
  const name = all
    .slice(at, end + 1)
    .map(({ value }) => value)
    .join("");
  const because = reason("query.function", { name });
  throw refusedAt(query, first.start, `the function ${name} may not be called here.`, because);
}

function refuseProcedure(query: string, all: Token[], at: number, procedures: ReadonlySet<string>): void {
  const first = all[at];
  if (isSign(first, "{") || isSign(first, "(")) return;
  let name = first?.value ?? "";
  for (let next = at + 1; isSign(all[next], ".") && isWordLike(all[next + 1]); next += 2)
    name += `.${all[next + 1]?.value}`;
  if (procedures.has(name)) return;
  const instead = Object.hasOwn(rewrites, name) ? `: write \`${rewrites[name]}\`` : "";
  throw refusedAt(
    query,
    first?.start ?? 0,
    `the procedure ${name} may not be called here${instead || `; these may: ${[...procedures].join(", ")}`}.`,
    reason("query.procedure", { name }),
  );
}

/** Deep nesting exhausts the stack of whoever parses it. */
function refuseDepth(all: Token[]): void {
  let depth = 0;
  let prefixes = 0;
  for (const token of all) {
    const word = keyword(token);
    const sign = token.kind === "sign" ? token.value : "";
    if ("([{".includes(sign || " ") || word === "CASE") depth++;
    if (")]}".includes(sign || " ") || word === "END") depth--;
    prefixes = word === "NOT" || sign === "-" || sign === "+" ? prefixes + 1 : 0;
    if (depth > most.depth || prefixes > most.depth) {
      throw new QueryRefused(`The query nests more than ${most.depth} levels deep. Divide it with WITH.`, tooDeep);
    }
  }
}

const subqueries = new Set(["CALL", "EXISTS", "COUNT", "COLLECT"]);

/** Neo4j's planner takes twice as long for each level, and cannot be stopped while it plans. */
function refuseNestedSubqueries(query: string, all: Token[]): void {
  const open: { isSubquery: boolean; follows: string }[] = [];
  let follows = "";
  for (const [at, token] of all.entries()) {
    const sign = token.kind === "sign" ? token.value : "";
    if ("([{".includes(sign || " ")) {
      open.push({ isSubquery: sign === "{" && subqueries.has(follows), follows });
      if (open.filter(({ isSubquery }) => isSubquery).length > most.subqueries) {
        throw refusedAt(
          query,
          token.start,
          `more than ${most.subqueries} subqueries stand one inside of the other; divide the query with WITH.`,
          reason("query.deep", { most: most.subqueries }),
        );
      }
    }
    // `CALL (n) {`: what stands before the brackets counts behind them.
    const closed = ")]}".includes(sign || " ") ? open.pop() : undefined;
    follows = closed && sign === ")" ? closed.follows : keyword(all[at]);
  }
}

/** Whoever packs them for an engine goes down with each level. */
function refuseDeepParameters(params: Params): void {
  let level: unknown[] = [params];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > most.depth) throw new QueryRefused(`The parameters nest more than ${most.depth} levels deep.`, tooDeep);
    level = level.flatMap((each) => (typeof each === "object" && each !== null ? Object.values(each) : []));
  }
}

const builders = new Set("REDUCE ANY ALL NONE SINGLE".split(" "));

/** No store can be stopped while it builds a list inside of lists; rows it can be stopped between. */
function refuseNestedLists(query: string, all: Token[]): void {
  const most = all.some((_, at) => isRange(all, at)) ? 1 : 2;
  const open: boolean[] = [];
  let ranges = 0;
  for (const [at, token] of all.entries()) {
    if (isRange(all, at) && open.some(Boolean) && ++ranges > 1) refuse(token);
    if (token.kind !== "sign") continue;
    if (")]}".includes(token.value)) open.pop();
    if (!open.some(Boolean)) ranges = 0;
    if (!"([{".includes(token.value)) continue;
    const isComprehension = token.value === "[" && isWordLike(all[at + 1]) && keyword(all[at + 2]) === "IN";
    open.push(isComprehension || (token.value === "(" && builders.has(keyword(all[at - 1]))));
    if (open.filter(Boolean).length > most) refuse(token);
  }
  function refuse({ start }: Token): never {
    throw refusedAt(query, start, "too many lists inside of lists; write UNWIND for one of them.", endless);
  }
}

/** Nor can it be stopped while it goes through one long list: UNWIND makes rows of it, between which it can. */
function refuseLongRanges(query: string, all: Token[], params: Params): void {
  for (const [at, token] of all.entries()) {
    if (!isRange(all, at) || keyword(all[at - 1]) === "UNWIND") continue;
    if ((rangeSize(all, at, params, true) ?? 0) <= most.range) continue;
    throw refusedAt(
      query,
      token.start,
      `a list of more than ${most.range} numbers cannot be stopped while it is gone through; write \`UNWIND range(…) AS x\`.`,
      endless,
    );
  }
}

/** A property, label, type, or key of a map may be spelt like a keyword. */
function isName(all: Token[], at: number): boolean {
  const [before, following] = [all[at - 1], all[at + 1]];
  if (before?.kind === "sign" && [".", ":", "|", "&", "!"].includes(before.value)) return true;
  return isSign(following, ":") && (isSign(before, "{") || isSign(before, ","));
}

function isSign(token: Token | undefined, value: string): boolean {
  return token?.kind === "sign" && token.value === value;
}

function isWordLike(token: Token | undefined): boolean {
  return token?.kind === "word" || token?.kind === "name";
}
