import { isNullable, kind, known, of, orNull, type Type } from "./kinds.ts";

/** How a function of the built-in engine is to be called so that it answers what Neo4j answers. */
export interface Signature {
  /** Kinds that each input may have; the last stands for all further ones. */
  takes: number[];
  /** How many inputs: at least and at most. */
  inputs: [number, number];
  gives(inputs: Type[]): Type;
  aggregate?: boolean;
  /** Why this call is refused all the same, in words that follow the function's name. */
  refuse?(inputs: Type[], facts: TextFacts): string | undefined;
  /** It takes a variable only. */
  variable?: boolean;
  /** What the engine is given instead of `name(` and `)`, where it would answer something else. */
  rewrite?: { before: string; name: string; after: string };
}

/** Whether all text values of a property are written in a form. */
export interface TextFacts {
  everyText(type: Type, form: RegExp): boolean;
}

/** A function that takes so many inputs of these kinds, and gives null where one is null. */
export function simple(
  takes: number[],
  gives: number | ((inputs: Type[]) => Type),
  more: Partial<Signature> = {},
): Signature {
  const result = (inputs: Type[]) => {
    const type = typeof gives === "number" ? of(gives) : gives(inputs);
    return inputs.some(isNullable) ? orNull(type) : type;
  };
  return { takes, inputs: [takes.length, takes.length], gives: result, ...more };
}

/** Refuses text of other forms than one. */
export function textForm(form: RegExp, advice: string): Signature["refuse"] {
  return ([type], facts) => (type && known(type) & kind.text && !facts.everyText(type, form) ? advice : undefined);
}
