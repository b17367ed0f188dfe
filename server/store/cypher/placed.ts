import type { Check } from "./check.ts";
import type { Clause, Expression, Path } from "./syntax.ts";
import { expressionsIn, isExpression } from "./tree.ts";

/** What an expression stands as. `list`: a list made by a pattern may stand in it. */
interface Place {
  as: "condition" | "value";
  list: boolean;
  /** Of a list's items, each of which is asked for: the engine reads no EXISTS or COUNT with a WHERE there. */
  each?: boolean;
}
type Placed = [Expression | undefined, Place];

/**
 * Refuses patterns inside of expressions where the stores do not both read them. A pattern is a condition: in WHERE, under
 * AND, OR, XOR and NOT, behind WHEN. A list made by a pattern stands in the items of WITH and RETURN alone, and not in
 * another list.
 */
export function checkPlaces(check: Check, clause: Clause): void {
  if (clause.is === "subquery" || clause.is === "foreach") return;
  if ("where" in clause && clause.where) checkPlace(check, clause.where, { as: "condition", list: false });
  if (clause.is === "unwind") checkPlace(check, clause.list, { as: "value", list: false, each: true });
  if (clause.is !== "with" && clause.is !== "return") return;
  for (const { value } of clause.items) checkPlace(check, value, { as: "value", list: true });
  for (const value of clause.order) checkPlace(check, value, { as: "value", list: false });
}

function checkPlace(check: Check, value: Expression, place: Place): void {
  const text = () => check.text.slice(value.start, value.end);
  if (value.is === "pattern" && place.as === "value") {
    check.refuse(`a pattern is a condition, not a value: write \`EXISTS { ${text()} }\``, value);
  }
  if (value.is === "patternList" && !place.list) {
    check.refuse(
      `a list made by a pattern is not available here in the built-in store: write \`WITH *, ${text()} AS xs\` before it, then use xs`,
      value,
    );
  }
  if ((value.is === "exists" || value.is === "count") && value.where && place.each) {
    check.refuse(
      `a condition inside of ${value.is.toUpperCase()} { } is not available in lists in the built-in store: write \`WITH *, ${text()} AS found\` before it, then use found`,
      value,
    );
  }
  if (value.is === "patternList") checkStrangers(check, value);
  const each = place.each || eachOf.has(value.is);
  for (const [inner, its] of places(value, place)) if (inner) checkPlace(check, inner, { ...its, each });
}

/** In a list made by a pattern the engine loses sight of what another pattern names, unless the list's own names it too. */
function checkStrangers(check: Check, { path, where, each }: Expression & { is: "patternList" }): void {
  const own = new Set(namesIn([path]));
  for (const value of expressionsIn([where, each])) {
    const paths =
      value.is === "pattern" ? [value.path] : value.is === "exists" || value.is === "count" ? value.paths : [];
    const stranger = namesIn(paths).find((name) => !own.has(name));
    if (stranger === undefined) continue;
    const text = check.text.slice(value.start, value.end);
    check.refuse(
      `\`${stranger}\` is not named by the pattern that makes this list, and is lost inside of it in the built-in store: write \`WITH *, ${value.is === "pattern" ? `EXISTS { ${text} }` : text} AS found\` before it, then use found`,
      value,
    );
  }
}

function namesIn(paths: Path[]): string[] {
  return paths.flatMap(({ items }) => items.flatMap(({ variable }) => variable ?? []));
}

/** What asks for each item of a list. */
const eachOf: ReadonlySet<Expression["is"]> = new Set(["patternList", "comprehension", "quantifier", "reduce"]);

function places(value: Expression, { as, list }: Place): Placed[] {
  const values = (parts: (Expression | undefined)[], may = list): Placed[] =>
    parts.map((part) => [part, { as: "value", list: may }]);
  const conditions = (parts: (Expression | undefined)[], may = list): Placed[] =>
    parts.map((part) => [part, { as: "condition", list: may }]);
  switch (value.is) {
    case "brackets":
      return [[value.of, { as, list }]];
    case "unary":
      return value.operator === "NOT" ? conditions([value.of]) : values([value.of]);
    case "binary":
      return (["AND", "OR", "XOR"].includes(value.operator) ? conditions : values)([value.left, value.right]);
    case "case": {
      const whens = value.branches.map(({ when }) => when);
      const others = [value.subject, value.otherwise, ...value.branches.map(({ result }) => result)];
      return [...(value.subject ? values : conditions)(whens), ...values(others)];
    }
    case "patternList":
      return [...conditions([value.where], false), ...values([value.each], false)];
    case "comprehension":
      return [...values([value.list]), ...conditions([value.where], false), ...values([value.each], false)];
    case "quantifier":
      return [...values([value.list]), ...conditions([value.where], false)];
    case "reduce":
      return [...values([value.first, value.list]), ...values([value.each], false)];
    case "exists":
    case "count":
      return conditions([value.where], false);
    case "call":
      // A pattern as a function's first input is that function's to judge.
      return values(value.inputs.filter(({ is }) => is !== "pattern"));
    default:
      return values(children(value));
  }
}

/** The expressions that stand directly in another. */
function children(value: Expression): Expression[] {
  return Object.values(value).flatMap(outermost);
}

function outermost(part: unknown): Expression[] {
  if (isExpression(part)) return [part];
  return typeof part === "object" && part !== null ? Object.values(part).flatMap(outermost) : [];
}
