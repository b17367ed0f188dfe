import type { Check, Scope } from "./check.ts";
import { condition, truth } from "./conditions.ts";
import {
  either,
  holdsElement,
  inWords,
  isNullable,
  kind,
  known,
  nothing,
  of,
  orNull,
  type Type,
  trusted,
} from "./kinds.ts";
import { checkPath } from "./paths.ts";
import type { Expression, Of } from "./syntax.ts";
import { typeOf } from "./types.ts";

/** The engine counts a bound below zero as zero; Neo4j counts it from the end. */
export function slice(check: Check, value: Of<"slice">, scope: Scope): Type {
  const type = typeOf(check, value.of, scope);
  const wrong = known(type) & ~kind.list;
  if (wrong) check.refuse(`only lists can be cut with [..], not ${inWords(wrong)}`, value);
  for (const bound of [value.from, value.to]) {
    if (!bound) continue;
    const at = typeOf(check, bound, scope);
    if (at.trusted || at.nonNegative) continue;
    check.refuse(
      "a bound that may be below zero is not available in the built-in store: write `reverse(reverse(xs)[..2])` for the last two, last(xs) or tail(xs)",
      bound,
    );
  }
  return { ...type, value: undefined, nonEmpty: false };
}

/** @param isCounted only its size is asked for: then it may hold nodes, whatever the engine takes them for */
export function comprehension(check: Check, value: Of<"comprehension">, scope: Scope, isCounted = false): Type {
  const list = items(check, value.list, scope);
  const inner = new Map(scope).set(value.variable, list.item ?? (list.trusted ? trusted : nothing));
  if (value.where) condition(check, value.where, inner);
  const item = value.each ? typeOf(check, value.each, inner) : inner.get(value.variable);
  if (!isCounted && holdsElement(item)) {
    const { variable } = value;
    check.refuse(
      `a list of nodes or edges made from another is not available in the built-in store: write \`[${variable} IN … | ${variable}.id]\`, or \`UNWIND … AS ${variable} WITH ${variable} WHERE …\``,
      value,
    );
  }
  return of(kind.list | (list.kinds & kind.null), {
    item: list.item || list.trusted ? item : undefined,
    trusted: list.trusted,
  });
}

/** The engine makes a map of nulls where there is nothing to project; Neo4j's answer is null. */
export function projection(check: Check, value: Of<"projection">, scope: Scope): Type {
  const isUnsure = isNullable(typeOf(check, value.of, scope));
  const name = check.text.slice(value.of.start, value.of.end);
  if (isUnsure) {
    check.insertions.push({
      at: value.start,
      until: value.start,
      text: `(CASE WHEN ${name} IS NULL THEN null ELSE `,
    });
  }
  for (const entry of value.entries) {
    if (!entry.value || !holdsElement(typeOf(check, entry.value, scope)) || !isUnsure) continue;
    check.refuse(
      `a node beside the properties of what may be null is not available here: write ${name} and it apart`,
      value,
    );
  }
  if (isUnsure) check.insertions.push({ at: value.end, until: value.end, text: " END)" });
  return orNull(of(kind.map));
}

/** The engine leaves nulls out of such a list: where one may be, each item is wrapped in a list and taken out again. */
export function patternList(check: Check, value: Of<"patternList">, scope: Scope): Type {
  const { path, where, each, start, end } = value;
  const inner = new Map(scope);
  checkPath(check, path, inner, false);
  if (where) condition(check, where, inner);
  const isUnsure = isNullable(typeOf({ ...check, insertions: [] }, each, inner));
  const put = (at: number, text: string) => isUnsure && check.insertions.push({ at, until: at, text });
  put(start, "[`each one` IN ");
  put(each.start, "[");
  const item = typeOf(check, each, inner);
  put(each.end, "]");
  put(end, " | `each one`[0]]");
  if (isUnsure && holdsElement(item)) {
    check.refuse("a list of what may be null is not available here: write a property, as in `| n.id]`", each);
  }
  return of(kind.list, { item });
}

function items(check: Check, value: Expression, scope: Scope): Type {
  const type = typeOf(check, value, scope);
  const wrong = known(type) & ~kind.list;
  if (wrong) check.refuse(`a list is expected, not ${inWords(wrong)}`, value);
  return type;
}

/** The engine takes an unknown condition for false: where that could be told from null, no item's may be unknown. */
export function quantifier(check: Check, value: Of<"quantifier">, scope: Scope, onlyTruth: boolean): Type {
  const list = items(check, value.list, scope);
  const inner = new Map(scope).set(value.variable, list.item ?? (list.trusted ? trusted : nothing));
  const type = typeOf(check, value.where, inner, value.which === "any" || value.which === "all");
  truth(check, type, value.where);
  const isHarmless = onlyTruth && (value.which === "any" || value.which === "all");
  if (isNullable(type) && list.item && !isHarmless) {
    const instead =
      value.which === "none" ? "= 0" : value.which === "single" ? "= 1" : value.which === "any" ? "> 0" : "= size(xs)";
    check.refuse(
      `${value.which}() answers otherwise than Neo4j's when a value is null: write \`size([x IN xs WHERE …]) ${instead}\``,
      value,
    );
  }
  return of(kind.boolean | (list.kinds & kind.null));
}

export function reduce(check: Check, value: Of<"reduce">, scope: Scope): Type {
  const list = items(check, value.list, scope);
  let type = typeOf(check, value.first, scope);
  const item = list.item ?? (list.trusted ? trusted : nothing);
  // What it gathers may change its type with each item: two rounds show it.
  for (let round = 0; round < 2; round++) {
    const inner = new Map(scope)
      .set(value.accumulator, { ...type, value: undefined, nonNegative: false })
      .set(value.variable, item);
    type = either(
      type,
      typeOf({ ...check, insertions: round === 0 ? check.insertions : [] }, value.each, inner),
    ) as Type;
  }
  if (holdsElement(type)) {
    check.refuse(
      "a reduce that gives nodes or edges is not available in the built-in store: gather their properties",
      value,
    );
  }
  return { ...type, value: undefined, kinds: type.kinds | (list.kinds & kind.null) };
}
