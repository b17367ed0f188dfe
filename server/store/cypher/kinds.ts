/** What kinds of values an expression may have, as bits; a value is of one kind, a type holds all that are possible. */
export const kind = {
  null: 1,
  boolean: 2,
  integer: 4,
  float: 8,
  text: 16,
  list: 32,
  map: 64,
  node: 128,
  edge: 256,
  path: 512,
  date: 1024,
  datetime: 2048,
  time: 4096,
  localdatetime: 8192,
  duration: 16384,
} as const;
export const number = kind.integer | kind.float;
export const temporal = kind.date | kind.datetime | kind.time | kind.localdatetime;
export const every = 32767;

export interface Type {
  kinds: number;
  /** Not known and not to be asked about: our own queries are checked against both stores by tests. */
  trusted?: boolean;
  /** Of a list's items; absent when the list is empty or nothing is known. */
  item?: Type;
  /** Of a map whose keys are known. */
  fields?: Map<string, Type>;
  /** Labels of a node or types of an edge that the pattern asks for. */
  owners?: string[];
  /** The value itself, where the query or a parameter says it. */
  value?: unknown;
  /** The property that the value comes from, for questions about all its values. */
  from?: { of: "node" | "edge"; owners: string[]; key: string };
  /** Of a duration: it holds whole days, and no hours. */
  wholeDays?: boolean;
  nonEmpty?: boolean;
  nonNegative?: boolean;
  /** Of a number that is worked out: it may be none, as 0.0 / 0.0 is. */
  unreal?: boolean;
}

export const nothing: Type = { kinds: kind.null };
export const anything: Type = { kinds: every };
export const trusted: Type = { kinds: every, trusted: true };

export function of(kinds: number, more: Partial<Type> = {}): Type {
  return { kinds, ...more };
}

export function orNull(type: Type): Type {
  return { ...type, value: undefined, kinds: type.kinds | kind.null };
}

/** A property may be missing anywhere; to know that, its kinds need not be asked for. */
export function isNullable(type: Type): boolean {
  return type.from !== undefined || (!type.trusted && (type.kinds & kind.null) !== 0);
}

/** The kinds that matter for a check: none where the type is trusted. */
export function known({ kinds, trusted }: Type): number {
  return trusted ? 0 : kinds & ~kind.null;
}

/** Whether a value may be, or hold, a node, an edge or a path: the engine gives its number where it works values out. */
export function holdsElement(type: Type | undefined): boolean {
  if (!type || type.trusted) return false;
  if (known(type) & (kind.node | kind.edge | kind.path)) return true;
  return holdsElement(type.item) || [...(type.fields?.values() ?? [])].some(holdsElement);
}

/** Whether a value may be, or hold, the number that is none: Neo4j takes each for another, the engine all for one. */
export function holdsUnreal(type: Type | undefined): boolean {
  if (!type || type.trusted) return false;
  return type.unreal === true || holdsUnreal(type.item) || [...(type.fields?.values() ?? [])].some(holdsUnreal);
}

/** A type of which both are possible. */
export function either(a: Type | undefined, b: Type | undefined): Type | undefined {
  if (!a || !b) return a ?? b;
  return {
    kinds: a.kinds | b.kinds,
    trusted: a.trusted || b.trusted,
    item: either(a.item, b.item),
    fields: a.fields && b.fields ? bothFields(a.fields, b.fields) : undefined,
    owners: a.owners && b.owners && a.owners.join() === b.owners.join() ? a.owners : undefined,
    nonEmpty: a.nonEmpty && b.nonEmpty,
    nonNegative: a.nonNegative && b.nonNegative,
    unreal: a.unreal || b.unreal,
  };
}

function bothFields(a: Map<string, Type>, b: Map<string, Type>): Map<string, Type> {
  const keys = new Set([...a.keys(), ...b.keys()]);
  return new Map([...keys].map((key) => [key, either(a.get(key) ?? nothing, b.get(key) ?? nothing) as Type]));
}

/** The type of a value at hand: a parameter. */
export function typeOfValue(value: unknown): Type {
  if (value === null || value === undefined) return { ...nothing, value: null };
  if (typeof value === "boolean") return of(kind.boolean, { value });
  if (typeof value === "string") return of(kind.text, { value });
  if (typeof value === "number") {
    return of(Number.isInteger(value) ? kind.integer : kind.float, { value, nonNegative: value >= 0 });
  }
  if (Array.isArray(value)) {
    const item = value.map(typeOfValue).reduce<Type | undefined>(either, undefined);
    return of(kind.list, { item, nonEmpty: value.length > 0, value });
  }
  return of(kind.map, { fields: new Map(Object.entries(value).map(([key, each]) => [key, typeOfValue(each)])) });
}

const names: [number, string][] = [
  [number, "a number"],
  [kind.text, "text"],
  [kind.boolean, "a truth value"],
  [kind.list, "a list"],
  [kind.map, "a map"],
  [kind.node, "a node"],
  [kind.edge, "an edge"],
  [kind.path, "a path"],
  [kind.date, "a date"],
  [kind.datetime, "a date-time"],
  [kind.time, "a time"],
  [kind.localdatetime, "a date-time without zone"],
  [kind.duration, "a duration"],
];

/** Kinds in words, for messages. */
export function inWords(kinds: number): string {
  if ((kinds & ~kind.null) === (every & ~kind.null)) return "a value of any kind";
  return names
    .filter(([bits]) => kinds & bits)
    .map(([, word]) => word)
    .join(" or ");
}
