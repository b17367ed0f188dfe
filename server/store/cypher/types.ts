import type { Check, Scope } from "./check.ts";
import { condition, equality, membership, order, pattern, truth } from "./conditions.ts";
import { functions, missing, temporalFields } from "./functions.ts";
import {
  anything,
  either,
  every,
  inWords,
  isNullable,
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
import { checkPath, propertyType, refuseReserved } from "./paths.ts";
import type { Expression } from "./syntax.ts";

type Of<Is extends Expression["is"]> = Extract<Expression, { is: Is }>;

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

/** Whether a call that aggregates stands somewhere in it. */
export function holdsAggregate(value: Expression): boolean {
  return some(value, (each) => each.is === "call" && functions[each.name.toLowerCase()]?.aggregate === true);
}

/** Whether the variable is used somewhere in it. */
export function mentions(value: Expression, name: string): boolean {
  return some(value, (each) => each.is === "variable" && each.name === name);
}

function some(value: Expression, test: (value: Expression) => boolean): boolean {
  return expressionsIn([value]).some(test);
}

/** All expressions in a part of the tree, at any depth. */
export function expressionsIn(part: unknown): Expression[] {
  if (typeof part !== "object" || part === null) return [];
  const inner = Object.values(part).flatMap(expressionsIn);
  return "is" in part && "start" in part ? [part as Expression, ...inner] : inner;
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

function call(check: Check, value: Of<"call">, scope: Scope): Type {
  const name = value.name.toLowerCase();
  const [first] = value.inputs;
  if (first?.is === "pattern") return ofPattern(check, value, name, scope);
  if (Object.hasOwn(missing, name))
    check.refuse(`${value.name}() is not available in the built-in store: ${missing[name]}`, value);
  const signature = Object.hasOwn(functions, name) ? functions[name] : undefined;
  if (!signature) return check.refuse(`there is no function ${value.name} in the built-in store`, value);
  const inputs = value.inputs.map((input) => typeOf(check, input, scope));
  const [least, most] = signature.inputs;
  if (!value.star && (inputs.length < least || inputs.length > most)) {
    check.refuse(
      `${value.name}() takes ${least === most ? least : `${least} to ${most}`} values, not ${inputs.length}${name === "round" ? ": write `round(x * 100) / 100`" : ""}`,
      value,
    );
  }
  for (const [at, type] of inputs.entries()) {
    const wrong = known(type) & ~((signature.takes[at] ?? signature.takes.at(-1)) as number);
    if (wrong) check.refuse(wrongInput(value.name, name, wrong), value.inputs[at] ?? value);
  }
  if (signature.variable && first?.is !== "variable") {
    check.refuse(`${value.name}() takes a path's variable in the built-in store: write \`MATCH p = …\``, value);
  }
  const why = signature.refuse?.(inputs, check.facts);
  if (why) check.refuse(`${value.name}() ${why}`, value);
  if (signature.rewrite) insert(check, value, signature.rewrite);
  return value.star ? of(kind.integer, { nonNegative: true }) : signature.gives(inputs);
}

function wrongInput(shown: string, name: string, wrong: number): string {
  if (name === "tostring" && wrong & kind.float) {
    return "a number with a fraction is written otherwise in Neo4j ('1.0', '1.0E10'): return the number itself, or toString(toInteger(x))";
  }
  if (wrong === (every & ~kind.null & ~kind.list) || wrong & kind.node)
    return `${shown}() cannot take what may be ${inWords(wrong)} here`;
  return `${shown}() does not take ${inWords(wrong)}`;
}

function ofPattern(check: Check, value: Of<"call">, name: string, scope: Scope): Type {
  const [first] = value.inputs as [Of<"pattern">];
  if (name === "size" || name === "length")
    check.refuse("the size of a pattern is no longer Cypher: write `COUNT { (n)--() }`", value);
  if (name !== "exists") check.refuse(`${value.name}() does not take a pattern; put ${value.name} in MATCH`, value);
  checkPath(check, first.path, new Map(scope), false);
  return of(kind.boolean);
}

/** `sum(x)` → `coalesce(sum(x), 0)` and its like. */
function insert(
  check: Check,
  value: Of<"call">,
  { before, name, after }: { before: string; name: string; after: string },
): void {
  const opening = value.start + value.name.length;
  const bracket = check.text.indexOf("(", opening);
  const head = name.endsWith("(") || name.includes("(") ? name : `${name}`;
  check.insertions.push(
    { at: value.start, until: bracket, text: before + head },
    { at: value.end, until: value.end, text: after },
  );
}

function caseOf(check: Check, value: Of<"case">, scope: Scope): Type {
  const subject = value.subject && typeOf(check, value.subject, scope);
  let type: Type | undefined;
  for (const { when, result } of value.branches) {
    if (subject) equality(check, subject, typeOf(check, when, scope), when);
    else condition(check, when, scope);
    type = either(type, typeOf(check, result, scope));
  }
  const otherwise = value.otherwise ? typeOf(check, value.otherwise, scope) : nothing;
  return { ...(either(type, otherwise) as Type), value: undefined };
}

function comparison(check: Check, { operators, operands }: Of<"comparison">, scope: Scope): Type {
  const types = operands.map((operand) => typeOf(check, operand, scope));
  let isUnsure = false;
  for (const [at, operator] of operators.entries()) {
    const [left, right] = [types[at] as Type, types[at + 1] as Type];
    const compare = operator === "=" || operator === "<>" ? equality : order;
    if (!isHarmless(left, right)) compare(check, left, right, operands[at] as Expression);
    isUnsure ||= isNullable(left) || isNullable(right) || (compare === order && !isComparable(left, right));
  }
  return of(kind.boolean | (isUnsure ? kind.null : 0));
}

/** Nothing that is compared with null, true or a date is mistaken for it, whatever it is: the graph need not be asked. */
function isHarmless(left: Type, right: Type): boolean {
  return [left, right].some((type) => !type.from && !type.trusted && (type.kinds & ~(kind.null | kind.date)) === 0);
}

function isComparable(left: Type, right: Type): boolean {
  const kinds = known(left) | known(right);
  return [number, kind.text, kind.date, kind.datetime].some((bits) => (kinds & ~bits) === 0);
}

function binary(check: Check, value: Of<"binary">, scope: Scope, onlyTruth: boolean): Type {
  const { operator } = value;
  const keepsTruth = onlyTruth && (operator === "AND" || operator === "OR");
  const left = typeOf(check, value.left, scope, keepsTruth);
  const right = typeOf(check, value.right, scope, keepsTruth);
  const nullBit = (left.kinds | right.kinds) & kind.null;
  if (["AND", "OR", "XOR"].includes(operator)) {
    truth(check, left, value.left);
    truth(check, right, value.right);
    return of(kind.boolean | nullBit);
  }
  if (operator === "IN") {
    membership(check, left, right, value, onlyTruth);
    return of(kind.boolean | nullBit | (right.item && isNullable(right.item) ? kind.null : 0));
  }
  if (["STARTS WITH", "ENDS WITH", "CONTAINS", "=~"].includes(operator)) {
    if (operator === "=~") pattern(check, right, value.right);
    const isText = ((known(left) | known(right)) & ~kind.text) === 0;
    return of(kind.boolean | nullBit | (isText ? 0 : kind.null));
  }
  return arithmetic(check, value, left, right);
}

function arithmetic(check: Check, value: Of<"binary">, left: Type, right: Type): Type {
  const nullBit = (left.kinds | right.kinds) & kind.null;
  if (left.trusted || right.trusted) return trusted;
  const [a, b] = [known(left), known(right)];
  const { operator } = value;
  if (a === 0 || b === 0) return nothing;
  if (operator === "+") {
    if (((a | b) & ~kind.text) === 0) return of(kind.text | nullBit);
    if (a === kind.text && (b & ~(kind.text | kind.integer)) === 0) return of(kind.text | nullBit);
    if (((a | b) & ~kind.list) === 0)
      return of(kind.list | nullBit, {
        item: either(left.item, right.item),
        nonEmpty: left.nonEmpty || right.nonEmpty,
      });
  }
  if ((operator === "+" || operator === "-") && (a & ~(kind.date | kind.datetime)) === 0 && b === kind.duration) {
    return of(a | nullBit);
  }
  if (((a | b) & ~number) === 0) {
    const isWhole = operator !== "^" && ((a | b) & kind.float) === 0;
    const nonNegative = operator !== "-" && left.nonNegative && right.nonNegative;
    const isFraction = operator === "^" || a === kind.float || b === kind.float;
    return of((isWhole ? kind.integer : isFraction ? kind.float : number) | nullBit, { nonNegative });
  }
  return check.refuse(
    `${inWords(a)} ${operator} ${inWords(b)} is not answered alike by both stores${advice(operator, a, b)}`,
    value,
  );
}

function advice(operator: string, a: number, b: number): string {
  if (operator !== "+") return "";
  if ((a | b) & kind.list) return ": put the single value in brackets, xs + [x]";
  if ((a | b) & kind.text) return ": write toString(…) around the number";
  return "";
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
