import type { Check, Scope } from "./check.ts";
import { condition } from "./conditions.ts";
import { holdsUnreal } from "./kinds.ts";
import type { At, Clause, Expression, Projection } from "./syntax.ts";
import { expressionsIn, holdsAggregate, mentions } from "./tree.ts";
import { typeOf } from "./types.ts";

/** Checks what WITH and RETURN pass on; answers what is in scope behind them. */
export function checkProjection(
  check: Check,
  clause: Clause & Projection & { is: "with" | "return" },
  scope: Scope,
): Scope {
  const next: Scope = clause.star ? new Map(scope) : new Map();
  if (clause.is === "return" && clause.star) spellOut(check, clause.star, scope);
  const isGrouping = clause.items.some(({ value }) => holdsAggregate(value));
  for (const { value, alias } of clause.items) {
    const type = typeOf(check, value, scope);
    refuseWrappedAggregate(check, value);
    const isGrouped = isGrouping && !holdsAggregate(value);
    if ((clause.distinct || isGrouped) && holdsUnreal(type)) refuseUnreal(check, value);
    next.set(alias ?? (value.is === "variable" ? value.name : check.text.slice(value.start, value.end)), type);
  }
  const both = new Map([...scope, ...next]);
  if (isGrouping) {
    refuseMixedKeys(check, clause);
    refuseReusedNames(check, clause, scope);
  }
  for (const value of clause.order) {
    typeOf(check, value, both);
    refuseReusedOrder(check, value, clause, scope);
  }
  for (const value of [clause.skip, clause.limit]) if (value) typeOf(check, value, scope);
  if (clause.where) condition(check, clause.where, both);
  return next;
}

/** Beside an aggregate the engine does not find an expression again that a parameter stands in. */
function refuseMixedKeys(check: Check, { items }: Projection): void {
  for (const { value } of items) {
    if (value.is === "parameter" || holdsAggregate(value)) continue;
    if (!expressionsIn(value).some(({ is }) => is === "parameter")) continue;
    const key = check.text.slice(value.start, value.end);
    check.refuse(
      `a parameter inside of what is grouped by is not available in the built-in store: write \`WITH *, ${key} AS key\` before it, then use key`,
      value,
    );
  }
}

/** What is equal to itself nowhere cannot be found again: DISTINCT and the keys of groups ask for that. */
export function refuseUnreal(check: Check, at: At): never {
  return check.refuse(
    "this may be no number at all, as 0.0 / 0.0 is, and the stores do not agree on how many of those there are: make it a whole number, as in `toInteger(x * 100)`",
    at,
  );
}

/** The engine gives the columns of RETURN * as they were found, Neo4j by their names. */
function spellOut(check: Check, star: At, scope: Scope): void {
  const names = [...scope.keys()].toSorted();
  if (names.length === 0) check.refuse("RETURN * needs variables: nothing has a name here", star);
  check.insertions.push({ at: star.start, until: star.end, text: names.map((name) => `\`${name}\``).join(", ") });
}

/** Beside an aggregate the engine takes a name for what it is given anew, in all other columns too. */
function refuseReusedNames(check: Check, { items }: Projection, scope: Scope): void {
  for (const { value, alias } of items) {
    if (alias === undefined || !scope.has(alias) || isVariable(value, alias)) continue;
    if (!items.some((other) => other.value !== value && mentions(other.value, alias))) continue;
    check.refuse(
      `\`${alias}\` is used here for what it was and for what it becomes, which the built-in store does not tell apart beside an aggregate: give it another name, as in \`AS ${alias}2\``,
      value,
    );
  }
}

/** In ORDER BY an expression with a name that was given anew may mean either. */
function refuseReusedOrder(check: Check, value: Expression, { items }: Projection, scope: Scope): void {
  const reused = items.find(
    (item) =>
      item.alias !== undefined &&
      scope.has(item.alias) &&
      !isVariable(item.value, item.alias) &&
      !isVariable(value, item.alias) &&
      mentions(value, item.alias),
  );
  if (!reused) return;
  check.refuse(
    `\`${reused.alias}\` was one thing and has become another: give it another name, as in \`AS ${reused.alias}2\`, and order by that`,
    value,
  );
}

function isVariable(value: Expression, name: string): boolean {
  return value.is === "variable" && value.name === name;
}

/** The engine takes an aggregate alone, in arithmetic and in calls, but not inside lists, maps and indexes. */
function refuseWrappedAggregate(check: Check, value: Expression, inside = false): void {
  if (inside && holdsAggregate(value)) {
    const name = check.text.slice(value.start, value.end);
    check.refuse(
      `an aggregate inside this is not available in the built-in store: write \`WITH …, ${name} AS xs\` first, then use xs`,
      value,
    );
  }
  if (value.is === "index" || value.is === "slice") refuseWrappedAggregate(check, value.of, true);
  if (value.is === "list") for (const item of value.items) refuseWrappedAggregate(check, item, true);
  if (value.is === "map" || value.is === "projection") {
    for (const entry of value.entries) if (entry.value) refuseWrappedAggregate(check, entry.value, true);
  }
  if (value.is === "comprehension" || value.is === "quantifier" || value.is === "reduce") {
    refuseWrappedAggregate(check, value.list, true);
  }
  if (value.is === "call" || value.is === "binary" || value.is === "brackets") {
    const inner = value.is === "call" ? value.inputs : value.is === "binary" ? [value.left, value.right] : [value.of];
    for (const each of inner) refuseWrappedAggregate(check, each, inside);
  }
}
