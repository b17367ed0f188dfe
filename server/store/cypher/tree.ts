import { functions } from "./functions.ts";
import type { Expression } from "./syntax.ts";

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
  const found: Expression[] = [];
  gather(part, found);
  return found;
}

function gather(part: unknown, found: Expression[]): void {
  if (typeof part !== "object" || part === null) return;
  if (isExpression(part)) found.push(part);
  for (const inner of Object.values(part)) gather(inner, found);
}

export function isExpression(part: unknown): part is Expression {
  return typeof part === "object" && part !== null && "is" in part && "start" in part;
}
