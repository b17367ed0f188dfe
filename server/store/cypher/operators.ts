import type { Check, Scope } from "./check.ts";
import { equality, membership, order, pattern, truth } from "./conditions.ts";
import {
  either,
  holdsElement,
  inWords,
  isNullable,
  kind,
  known,
  nothing,
  number,
  of,
  type Type,
  trusted,
} from "./kinds.ts";
import type { Expression, Of } from "./syntax.ts";
import { typeOf } from "./types.ts";

/** `a < b = c` */
export function comparison(check: Check, { operators, operands }: Of<"comparison">, scope: Scope): Type {
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

/** AND, IN, `+`, STARTS WITH and all other operators with two sides. */
export function binary(check: Check, value: Of<"binary">, scope: Scope, onlyTruth: boolean): Type {
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
    if (((a | b) & ~kind.list) === 0) {
      if (holdsElement(left) || holdsElement(right)) {
        check.refuse(
          "lists of nodes or edges cannot be joined in the built-in store: join lists of their properties",
          value,
        );
      }
      return of(kind.list | nullBit, {
        item: either(left.item, right.item),
        nonEmpty: left.nonEmpty || right.nonEmpty,
      });
    }
  }
  if ((operator === "+" || operator === "-") && (a & ~(kind.date | kind.datetime)) === 0 && b === kind.duration) {
    if (a & kind.date && !right.wholeDays)
      check.refuse("a date takes whole days in the built-in store: leave the duration's hours out", value);
    return of(a | nullBit);
  }
  if (((a | b) & ~number) === 0) {
    const isWhole = operator !== "^" && ((a | b) & kind.float) === 0;
    const nonNegative = operator !== "-" && left.nonNegative && right.nonNegative;
    const isFraction = operator === "^" || a === kind.float || b === kind.float;
    const isDivided = !isWhole && operator !== "+" && operator !== "-" && operator !== "*" && !isSure(right);
    const unreal = left.unreal || right.unreal || isDivided;
    return of((isWhole ? kind.integer : isFraction ? kind.float : number) | nullBit, { nonNegative, unreal });
  }
  return check.refuse(
    `${inWords(a)} ${operator} ${inWords(b)} is not answered alike by both stores${advice(operator, a, b)}`,
    value,
  );
}

/** A number that is written out or passed, and not 0: what is divided by it is a number. */
function isSure({ value }: Type): boolean {
  return typeof value === "number" && value !== 0;
}

function advice(operator: string, a: number, b: number): string {
  if (operator !== "+") return "";
  if ((a | b) & kind.list) return ": put the single value in brackets, xs + [x]";
  if ((a | b) & kind.text) return ": write toString(…) around the number";
  return "";
}
