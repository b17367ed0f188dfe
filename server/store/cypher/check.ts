import { refusedAt } from "../tokens.ts";
import { checkClauses, refuseUnrepeatable } from "./clauses.ts";
import type { Facts } from "./facts.ts";
import type { Type } from "./kinds.ts";
import type { At, Clause, Expression, Query } from "./syntax.ts";

/** A query as the engine is to be given it, and the names that its columns have in Neo4j (undefined after RETURN *). */
export interface Checked {
  text: string;
  columns?: string[];
  /** It changes nothing. */
  reads: boolean;
  /** Where in `text` a LIMIT may be put to cap the rows; undefined where the query has one, or is a UNION. */
  limitAt?: number;
}

/** What a check carries along: the query's text, what is known, and the places where the engine is given other words. */
export interface Check {
  text: string;
  facts: Facts;
  insertions: { at: number; text: string; until: number }[];
  refuse(message: string, at: At): never;
}
export type Scope = Map<string, Type>;

/**
 * Refuses what the built-in engine would answer otherwise than Neo4j, naming the rewrite, and puts in a few words where
 * that alone makes it right. What neither does is known to agree, by the tests that compare both stores.
 */
export function check(text: string, query: Query, facts: Facts): Checked {
  const insertions: Check["insertions"] = [];
  const checking: Check = {
    text,
    facts,
    insertions,
    refuse(message, { start }) {
      throw refusedAt(text, start, `${message}.`);
    },
  };
  for (const part of query.parts) {
    refuseOpenEnd(checking, part, query);
    checkClauses(checking, part, new Map());
  }
  refuseMixedUnion(checking, query);
  const reads = query.parts.every(isReading);
  if (!reads) refuseUnrepeatable(checking, query);
  const engineText = inserted(text, insertions);
  return { text: engineText, columns: columns(text, query.parts[0]), reads, limitAt: limitAt(engineText, text, query) };
}

/** Neo4j wants every reading query to say what it returns; the engine returns whatever was matched last. */
function refuseOpenEnd(checking: Check, part: Clause[], query: Query): void {
  const last = part.at(-1);
  if (!last) checking.refuse("a clause such as MATCH or RETURN is expected", query);
  else if (last.is === "match" || last.is === "unwind" || last.is === "with") {
    checking.refuse("a query ends with RETURN, or with a clause that writes", last);
  }
}

/** Neo4j finds the columns of a UNION by their names, the engine by their order. */
function refuseMixedUnion(checking: Check, query: Query): void {
  const first = columns(checking.text, query.parts[0])?.join();
  for (const part of query.parts) {
    const names = columns(checking.text, part)?.join();
    if (first === undefined || names === undefined || names === first) continue;
    checking.refuse("the parts of a UNION name the same columns in the same order", part.at(-1) ?? query);
  }
}

function limitAt(engineText: string, text: string, { parts }: Query): number | undefined {
  const last = parts[0]?.at(-1);
  if (parts.length > 1 || last?.is !== "return" || last.limit || last.skip) return undefined;
  return engineText.length - (text.length - last.end);
}

function isReading(clauses: Clause[]): boolean {
  return clauses.every((clause) => {
    if (clause.is === "subquery") return clause.query.parts.every(isReading);
    return ["match", "unwind", "with", "return", "procedure"].includes(clause.is);
  });
}

/** Neo4j calls a column by its alias, of a variable or a map of it by that, or by the very words of its expression. */
function columns(text: string, part: Clause[] | undefined): string[] | undefined {
  const last = part?.at(-1);
  if (last?.is !== "return" || last.star) return undefined;
  return last.items.map(({ value, alias }) => alias ?? named(value) ?? text.slice(value.start, value.end));
}

function named(value: Expression): string | undefined {
  if (value.is === "projection") return named(value.of);
  return value.is === "variable" ? value.name : undefined;
}

function inserted(text: string, insertions: Check["insertions"]): string {
  let result = "";
  let at = 0;
  for (const each of insertions.toSorted((a, b) => a.at - b.at || a.until - b.until)) {
    result += text.slice(at, each.at) + each.text;
    at = each.until;
  }
  return result + text.slice(at);
}
