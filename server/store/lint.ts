import { type Checked, check } from "./cypher/check.ts";
import { type Facts, trustedFacts } from "./cypher/facts.ts";
import { parse } from "./cypher/query.ts";
import type { Query } from "./cypher/syntax.ts";

/**
 * Refuses a query that the built-in store lacks a form for, or would answer otherwise than Neo4j, with the rewrite in
 * the message (QueryRefused). Without facts about graph and parameters only what the query's text shows is refused.
 */
export function lint(query: string, facts: Facts = trustedFacts): Checked {
  if (facts !== trustedFacts) return check(query, kept(parsed, query, parse), facts);
  return kept(checked, query, () => check(query, kept(parsed, query, parse), facts));
}

/** Our own queries come again and again. */
const parsed = new Map<string, Query>();
const checked = new Map<string, Checked>();

function kept<T>(all: Map<string, T>, query: string, work: (query: string) => T): T {
  const found = all.get(query) ?? work(query);
  if (all.size > 500) all.clear();
  all.set(query, found);
  return found;
}
