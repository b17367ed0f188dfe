import { call } from "./calls.ts";
import type { Check, Scope } from "./check.ts";
import { condition, equality, truth } from "./conditions.ts";
import {
  anything,
  either,
  holdsElement,
  inWords,
  kind,
  known,
  nothing,
  number,
  of,
  orNull,
  type Type,
  temporal,
  trusted,
} from "./kinds.ts";
import { comprehension, patternList, projection, quantifier, reduce, slice } from "./lists.ts";
import { binary, comparison } from "./operators.ts";
import { checkPath, propertyType, refuseBoundEdges, refuseReserved } from "./paths.ts";
import type { Expression, Of } from "./syntax.ts";
import { temporalFields } from "./times.ts";

/** The type of an expression, all that is in it checked. `onlyTruth`: nobody can tell null from false here. */
export function typeOf(check: Check, value: Expression, scope: Scope, onlyTruth = false): Type {
  const read = (inner: Expression, truthOnly = false) => typeOf(check, inner, scope, truthOnly);
  switch (value.is) {
    case "literal":
      return literal(value);
    case "brackets":
      return read(value.of, onlyTruth);
    case "parameter":
      return check.facts.parameter(value.name);
    case "variable":
      return scope.get(value.name) ?? anything;
    case "property":
      return property(check, value, read(value.of));
    case "index":
      return index(check, value, read(value.of), read(value.index));
    case "slice":
      return slice(check, value, scope);
    case "call":
      return call(check, value, scope);
    case "list":
      return of(kind.list, {
        item: value.items.map((item) => read(item)).reduce<Type | undefined>(either, undefined),
        nonEmpty: value.items.length > 0,
      });
    case "map":
      refuseLookalike(check, value);
      return of(kind.map, { fields: new Map(value.entries.map((each) => [each.key, read(each.value as Expression)])) });
    case "projection":
      return projection(check, value, scope);
    case "comprehension":
      return comprehension(check, value, scope);
    case "patternList":
      return patternList(check, value, scope);
    case "quantifier":
      return quantifier(check, value, scope, onlyTruth);
    case "reduce":
      return reduce(check, value, scope);
    case "case":
      return caseOf(check, value, scope);
    case "unary": {
      const type = read(value.of);
      if (value.operator === "NOT") truth(check, type, value.of);
      else if (known(type) & ~number)
        check.refuse(`a number is expected, not ${inWords(known(type) & ~number)}`, value.of);
      const isNumber = typeof type.value === "number" && value.operator === "-";
      return {
        ...type,
        value: isNumber ? -(type.value as number) : undefined,
        nonNegative: value.operator === "+" && type.nonNegative,
      };
    }
    case "binary":
      return binary(check, value, scope, onlyTruth);
    case "comparison":
      return comparison(check, value, scope);
    case "isNull":
      read(value.of);
      return of(kind.boolean);
    case "hasLabels":
      return hasLabels(check, value, read(value.of));
    case "pattern":
      checkPath(check, value.path, new Map(scope), false);
      return of(kind.boolean);
    case "exists":
    case "count": {
      const inner = new Map(scope);
      if (value.is === "count") for (const path of value.paths) refuseBoundEdges(check, path, scope);
      for (const path of value.paths) checkPath(check, path, inner, false);
      if (value.where) condition(check, value.where, inner);
      return value.is === "exists" ? of(kind.boolean) : of(kind.integer, { nonNegative: true });
    }
  }
}

/** The engine's nodes, edges and paths come as maps with these keys. */
function refuseLookalike(check: Check, value: Of<"map">): void {
  for (const { key } of value.entries) refuseReserved(check, key, value);
  const keys = value.entries.map(({ key }) => key).toSorted();
  if (keys.join() === "edges,nodes")
    check.refuse("a map of nodes and edges looks like a path here: add or rename a key", value);
}

function literal({ value, float }: Of<"literal">): Type {
  if (value === null) return nothing;
  if (typeof value === "boolean") return of(kind.boolean, { value });
  if (typeof value === "string") return of(kind.text, { value });
  return of(float ? kind.float : kind.integer, { value, nonNegative: true });
}

function property(check: Check, value: Of<"property">, type: Type): Type {
  refuseReserved(check, value.key, value);
  if (type.trusted) return trusted;
  const kinds = known(type);
  const wrong = kinds & ~(kind.node | kind.edge | kind.map | temporal);
  if (wrong) check.refuse(`${inWords(wrong)} has no property ${value.key}`, value);
  let found: Type | undefined;
  for (const bit of ["node", "edge"] as const) {
    if (kinds === kind[bit]) return propertyType(check, bit, type.owners ?? [], value.key);
    if (kinds & kind[bit]) found = either(found, propertyType(check, bit, type.owners ?? [], value.key));
  }
  if (kinds & kind.map) found = either(found, type.fields ? (type.fields.get(value.key) ?? nothing) : anything);
  if (kinds & temporal) {
    if ((temporalFields.get(value.key) ?? 0) & kinds) found = either(found, of(kind.integer));
    else check.refuse(`.${value.key} of ${inWords(kinds & temporal)} is not available in the built-in store`, value);
    if (value.of.is === "call") {
      const made = check.text.slice(value.of.start, value.of.end);
      check.refuse(`write \`WITH ${made} AS t\` before it, then t.${value.key}`, value);
    }
  }
  return found ? orNull(found) : nothing;
}

function index(check: Check, value: Of<"index">, type: Type, at: Type): Type {
  if (type.trusted) return trusted;
  const kinds = known(type);
  const wrong = kinds & ~(kind.list | kind.map | kind.node | kind.edge);
  if (wrong) check.refuse(`${inWords(wrong)} has no items: only lists, maps, nodes and edges do`, value);
  if (kinds === kind.list) return orNull(type.item ?? nothing);
  return typeof at.value === "string" && type.fields ? orNull(type.fields.get(at.value) ?? nothing) : anything;
}

function caseOf(check: Check, value: Of<"case">, scope: Scope): Type {
  const subject = value.subject && typeOf(check, value.subject, scope);
  let type: Type | undefined;
  for (const { when, result } of value.branches) {
    if (subject) equality(check, subject, typeOf(check, when, scope), when);
    else condition(check, when, scope);
    type = either(type, given(check, result, scope));
  }
  const otherwise = value.otherwise ? given(check, value.otherwise, scope) : nothing;
  return { ...(either(type, otherwise) as Type), value: undefined };
}

function given(check: Check, value: Expression, scope: Scope): Type {
  const type = typeOf(check, value, scope);
  if (holdsElement(type)) {
    check.refuse(
      "a CASE of nodes, edges or paths is not available in the built-in store: give their properties, as in `CASE … THEN n.id END`",
      value,
    );
  }
  return type;
}

function hasLabels(check: Check, value: Of<"hasLabels">, type: Type): Type {
  if (known(type) & kind.edge) {
    check.refuse(
      `an edge's type is asked for by type() in the built-in store: write \`type(r) = '${value.labels[0]}'\``,
      value,
    );
  }
  return of(kind.boolean | (type.kinds & kind.null));
}
