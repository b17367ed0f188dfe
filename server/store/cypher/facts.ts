import { type Type, trusted, typeOfValue } from "./kinds.ts";

/** What is known of the graph and the parameters when a query is checked. */
export interface Facts {
  parameter(name: string): Type;
  /** Of a property of nodes with these labels (all of them) or edges of these types (one of them); none: of all. */
  property(of: "node" | "edge", owners: string[], key: string): Type;
  /** Whether all texts that the type stands for are written in this form. */
  everyText(type: Type, form: RegExp): boolean;
  /** Edge types there are; undefined where nothing is known of the graph. */
  edgeTypes?: ReadonlySet<string>;
}

/** For our own queries, whose types tests have checked against both stores. */
export const trustedFacts: Facts = {
  parameter: () => trusted,
  property: () => trusted,
  everyText: (type, form) => (typeof type.value === "string" ? form.test(type.value) : type.trusted === true),
};

export function parameterTypes(params: Record<string, unknown>): (name: string) => Type {
  return (name) => (Object.hasOwn(params, name) ? typeOfValue(params[name]) : { kinds: 1 });
}
