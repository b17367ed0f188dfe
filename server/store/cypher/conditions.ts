import type { Check, Scope } from "./check.ts";
import { inWords, isNullable, kind, known, number, type Type } from "./kinds.ts";
import type { At, Expression } from "./syntax.ts";
import { typeOf } from "./types.ts";

/**
 * Checks an expression of which only its being true matters: in WHERE, null and false are one. Where they are not (under
 * NOT, in RETURN), the engine's false for Neo4j's null would be another answer.
 */
export function condition(check: Check, value: Expression, scope: Scope): void {
  truth(check, typeOf(check, value, scope, true), value);
}

/** What AND, NOT and WHERE take. */
export function truth(check: Check, type: Type, at: At): void {
  const wrong = known(type) & ~kind.boolean;
  if (wrong) check.refuse(`true or false is expected, not ${inWords(wrong)}`, at);
}

/** What `=`, `<>`, IN, CASE and `{key: value}` compare. */
export function equality(check: Check, a: Type, b: Type, at: At): void {
  const [left, right] = [known(a), known(b)];
  if ((left & number && right & kind.text) || (left & kind.text && right & number)) {
    check.refuse(
      `${inWords(left)} is compared with ${inWords(right)}: the built-in store takes 1 and '1' for equal, Neo4j does not. Write the value as it is kept, or toString(…) around the number`,
      at,
    );
  }
  if (left & right & kind.datetime) {
    check.refuse("equality of date-times depends on their zones: compare `.epochMillis`", at);
  }
  if (left & right & kind.list) {
    const items = [a.item, b.item];
    const isEmpty = items.some((item) => !item);
    if (isEmpty && !(a.trusted || b.trusted)) return;
    if (items.some((item) => item && isNullable(item)))
      check.refuse("lists that may hold null cannot be compared alike on both stores: compare their items", at);
    if (items[0] && items[1]) equality(check, items[0], items[1], at);
  }
  if (left & right & kind.map) {
    const all = [...(a.fields?.values() ?? []), ...(b.fields?.values() ?? [])];
    if (!a.fields || !b.fields || all.some(isNullable))
      check.refuse("maps that may hold null cannot be compared alike on both stores: compare their values", at);
    for (const [key, type] of a.fields as Map<string, Type>) {
      const other = b.fields?.get(key);
      if (other) equality(check, type, other, at);
    }
  }
}

const ordered = number | kind.text | kind.date | kind.datetime;

/** What `<` and its like compare. */
export function order(check: Check, a: Type, b: Type, at: At): void {
  const [left, right] = [known(a), known(b)];
  if ((left & number && right & kind.text) || (left & kind.text && right & number)) {
    check.refuse(
      `${inWords(left)} is compared with ${inWords(right)}: write toInteger(…), toFloat(…) or toString(…) around one of them`,
      at,
    );
  }
  if (left & right & kind.datetime && !differ(a.value, b.value)) {
    check.refuse("Neo4j orders equal date-times by their zones: compare `.epochMillis`", at);
  }
  const none = left & right & ~ordered;
  if (none) check.refuse(`${inWords(none)} has no order that both stores share`, at);
}

/** Whether two date-times that are written out are not the same moment. */
function differ(a: unknown, b: unknown): boolean {
  return typeof a === "string" && typeof b === "string" && moment(a) !== moment(b);
}

/** Milliseconds since 1970; without a zone it is UTC. */
function moment(text: string): number {
  return Date.parse(/T[\d:.]+$/.test(text) ? `${text}Z` : text);
}

/** What IN compares: `item` with each of the list's. `onlyTruth`: null and false are one here. */
export function membership(check: Check, item: Type, list: Type, at: At, onlyTruth: boolean): void {
  const wrong = known(list) & ~kind.list;
  if (wrong) check.refuse(`IN takes a list, not ${inWords(wrong)}`, at);
  if (list.item) equality(check, item, list.item, at);
  if (onlyTruth || !isNullable(item) || list.nonEmpty || list.trusted) return;
  check.refuse(
    "IN answers otherwise than Neo4j's when the value is null and the list empty: add `AND x IS NOT NULL`",
    at,
  );
}

/** Java's and the engine's regular expressions agree on this much. */
export function pattern(check: Check, type: Type, at: At): void {
  if (type.trusted) return;
  const { value } = type;
  if (typeof value !== "string") check.refuse("a regular expression is written out, or is a parameter", at);
  const text = value.replace(/^\(\?i\)/, "");
  const ignoresCase = text !== value;
  const simple =
    /^(?:\\[.\\*+?()[\]{}|^$/-]|\[\^?(?:[^[\]\\&]|\\[.\\*+?()[\]{}|^$/-])+\]|\(\?:|\((?!\?)|[)|.^$]|[*+?](?![+])|\{\d+(?:,\d*)?\}(?![+])|[^\\[\](){}|*+?])*$/u;
  if (!simple.test(text) || (ignoresCase && /[^\p{ASCII}]/u.test(text))) {
    check.refuse(
      "this regular expression is not read alike by both stores: use letters, sets, groups, . * + ? { } and ^ $ only, (?i) with ASCII letters only; write [0-9] for \\d, [A-Za-z0-9_] for \\w",
      at,
    );
  }
}
