import type { Check, Scope } from "./check.ts";
import { condition } from "./conditions.ts";
import { kind, known, nothing, of } from "./kinds.ts";
import { checkPath } from "./paths.ts";
import { checkPlaces } from "./placed.ts";
import { checkProjection } from "./projections.ts";
import type { Change, Clause, Query } from "./syntax.ts";
import { expressionsIn, mentions } from "./tree.ts";
import { typeOf } from "./types.ts";

/** Checks clauses in their order; answers what the last of them leaves in scope. */
export function checkClauses(check: Check, clauses: Clause[], outer: Scope): Scope {
  let scope = new Map(outer);
  for (const clause of clauses) {
    checkPlaces(check, clause);
    scope = checkClause(check, clause, scope);
  }
  return scope;
}

function checkClause(check: Check, clause: Clause, scope: Scope): Scope {
  if (clause.is === "with" || clause.is === "return") return checkProjection(check, clause, scope);
  if (clause.is === "match") {
    for (const path of clause.paths) checkPath(check, path, scope, clause.optional);
    if (clause.where) condition(check, clause.where, scope);
    refuseFilteredShortest(check, clause);
    refuseOptionalPattern(check, clause);
  } else if (clause.is === "unwind") {
    const type = typeOf(check, clause.list, scope);
    if (known(type) & ~kind.list) {
      check.refuse("UNWIND needs what is a list for sure: put a single value in brackets, [x]", clause.list);
    }
    scope.set(clause.variable, type.item ?? (type.trusted ? type : nothing));
  } else if (clause.is === "procedure") checkProcedure(check, clause, scope);
  else if (clause.is === "subquery") checkSubquery(check, clause, scope);
  else if (clause.is === "foreach") {
    const type = typeOf(check, clause.list, scope);
    const item = type.item ?? (type.trusted ? type : nothing);
    checkClauses(check, clause.clauses, new Map(scope).set(clause.variable, item));
  } else checkWrite(check, clause, scope);
  return scope;
}

/** The engine's lists of labels and types hold also those that nothing has any more; Neo4j's do not. */
const inUse: Record<string, [pattern: string, value: string, column: string]> = {
  "db.labels": ["MATCH (n) UNWIND labels(n) AS x", "x", "label"],
  "db.relationshipTypes": ["MATCH ()-[r]->()", "type(r)", "relationshipType"],
};

function checkProcedure(check: Check, clause: Extract<Clause, { is: "procedure" }>, scope: Scope): void {
  for (const input of clause.inputs) typeOf(check, input, scope);
  for (const { alias } of clause.yields ?? []) scope.set(alias, of(kind.text));
  if (clause.where) condition(check, clause.where, scope);
  const listing = inUse[clause.name];
  if (!listing) return;
  const [pattern, value, column] = listing;
  const [yielded] = clause.yields ?? [];
  if (yielded && yielded.name !== column) check.refuse(`${clause.name} yields ${column}, not ${yielded.name}`, clause);
  const text = `${pattern} RETURN DISTINCT ${value} AS \`${yielded?.alias ?? column}\``;
  const until = clause.where ? clause.where.start : clause.end;
  check.insertions.push({
    at: clause.start,
    until,
    text: yielded ? `CALL { ${text} } ${clause.where ? "WITH * WHERE " : ""}` : text,
  });
}

/** A write is run again when the graph is rebuilt from the journal: it must do the same then. */
export function refuseUnrepeatable(check: Check, query: Query): void {
  for (const clause of query.parts.flat()) {
    if (clause.is === "subquery") refuseUnrepeatable(check, clause.query);
    if (clause.is === "with" && clause.limit && clause.order.length === 0) {
      check.refuse("LIMIT in a write needs ORDER BY, or it could not be repeated from the journal", clause.limit);
    }
    for (const value of expressionsIn(clause)) {
      if (value.is !== "call") continue;
      const name = value.name.toLowerCase();
      const isNow = (name === "date" || name === "datetime") && value.inputs.length === 0;
      if (isNow || ["rand", "timestamp", "id", "elementid"].includes(name)) {
        check.refuse(
          `${value.name}() in a write could not be repeated from the journal: pass its value as a parameter`,
          value,
        );
      }
    }
  }
}

/** CALL (n) { … } sees the variables it names, CALL { … } those that its first WITH names. */
function checkSubquery(check: Check, { imports, query }: Extract<Clause, { is: "subquery" }>, scope: Scope): void {
  const seen: Scope = imports ? new Map(imports.map((name) => [name, scope.get(name) ?? nothing])) : new Map(scope);
  for (const part of query.parts) {
    const inner = checkClauses(check, part, seen);
    if (part.at(-1)?.is === "return") for (const [name, type] of inner) scope.set(name, type);
  }
}

function checkWrite(check: Check, clause: Clause, scope: Scope): void {
  if (clause.is === "create") for (const path of clause.paths) checkPath(check, path, scope, false, true);
  if (clause.is === "delete") for (const value of clause.values) typeOf(check, value, scope);
  if (clause.is === "set" || clause.is === "remove") checkChanges(check, clause.changes, scope);
  if (clause.is !== "merge") return;
  checkPath(check, clause.path, scope, false, true);
  checkChanges(check, [...clause.onCreate, ...clause.onMatch], scope);
}

function checkChanges(check: Check, changes: Change[], scope: Scope): void {
  for (const { target, value } of changes) {
    typeOf(check, target, scope);
    if (value) typeOf(check, value, scope);
  }
}

/** Neo4j looks for the shortest path that fulfils the WHERE; the engine takes the shortest and filters it. */
function refuseFilteredShortest(check: Check, { paths, where }: Extract<Clause, { is: "match" }>): void {
  for (const { shortest, variable, items } of paths) {
    const edges = items.flatMap((item) => (item.is === "edge" && item.variable ? [item.variable] : []));
    const own = [...(variable ? [variable] : []), ...edges];
    if (!shortest || !where || !own.some((name) => mentions(where, name))) continue;
    check.refuse(
      `a condition on a shortest path is not available in the built-in store: write \`WITH ${variable ?? "p"} WHERE …\` after the MATCH, which filters the path that was found`,
      where,
    );
  }
}

/** Such a condition takes the row away where nothing fulfils it; Neo4j's OPTIONAL MATCH leaves it, with nulls. */
function refuseOptionalPattern(check: Check, { optional, where }: Extract<Clause, { is: "match" }>): void {
  const pattern = optional && where && expressionsIn(where).find(({ is }) => isPattern.has(is));
  if (!pattern) return;
  check.refuse(
    "a pattern in the WHERE of an OPTIONAL MATCH is not available in the built-in store: write `CALL (n) { MATCH (n)--(m) WHERE … RETURN collect(m) AS ms }`",
    pattern,
  );
}
const isPattern: ReadonlySet<string> = new Set(["pattern", "exists", "count"]);
