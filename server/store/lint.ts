import { type Checked, check } from "./cypher/check.ts";
import { type Facts, trustedFacts } from "./cypher/facts.ts";
import { parse } from "./cypher/query.ts";
import type { Query } from "./cypher/syntax.ts";

/**
 * Refuses a query that the built-in store lacks a form for, or would answer otherwise than Neo4j, with the rewrite in
 * the message (QueryRefused). Without facts about graph and parameters only what the query's text shows is refused.
 */
export function lint(query: string, facts: Facts = trustedFacts): Checked {
  return check(query, parsed(query), facts);
}

const kept = new Map<string, Query>();

/** Our own queries come again and again. */
function parsed(query: string): Query {
  const found = kept.get(query) ?? parse(query);
  if (kept.size > 500) kept.clear();
  kept.set(query, found);
  return found;
}
