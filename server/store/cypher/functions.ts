import { either, holdsElement, isNullable, kind, number, of, orNull, type Type } from "./kinds.ts";
import { type Signature, simple, textForm } from "./signature.ts";
import { temporalFunctions } from "./times.ts";

const { boolean, integer, float, text, list, map, node, edge, path, date, datetime } = kind;

const numeric = simple([number], ([type]) => of(float, { unreal: type?.unreal }));
/** It has no answer among the numbers for some of them, or one without end. */
const unreal = simple([number], () => of(float, { unreal: true }));
const item = ([type]: Type[]) => orNull(type?.item ?? of(kind.null));
const same = ([type]: Type[]) => ({ ...(type as Type), value: undefined });
const counted = { nonNegative: true };
/** Text without the spaces that Java and the engine do not both take for such. */
const trimmedAlike = /^[^\u00a0\u2007\u202f\p{Cc}]*$/u;
function aggregate(takes: number, gives: (inputs: Type[]) => Type, more: Partial<Signature> = {}): Signature {
  return { takes: [takes], inputs: [1, 1], gives, aggregate: true, ...more };
}

/** The functions that answer alike on both stores, by their names in lower case. */
export const functions: Record<string, Signature> = {
  count: aggregate(kind.null | 32767, () => of(integer, counted)),
  collect: aggregate(32767, ([type]) => of(list, { item: type && { ...type, kinds: type.kinds & ~kind.null } })),
  min: aggregate(32767, ([type]) => orNull(type as Type)),
  max: aggregate(32767, ([type]) => orNull(type as Type)),
  avg: aggregate(number, ([type]) => of(float | kind.null, { unreal: type?.unreal })),
  sum: aggregate(number, ([type]) => of((type as Type).kinds & number || number, { unreal: type?.unreal }), {
    // The engine's sum of nothing is null; Neo4j's is 0.
    rewrite: { before: "coalesce(", name: "sum", after: ", 0)" },
  }),
  percentilecont: { ...aggregate(number, () => of(float | kind.null)), takes: [number, number], inputs: [2, 2] },

  abs: simple([number], same),
  ceil: numeric,
  floor: numeric,
  sqrt: unreal,
  exp: unreal,
  log: unreal,
  log10: unreal,
  sin: numeric,
  cos: numeric,
  tan: numeric,
  cot: unreal,
  asin: unreal,
  acos: unreal,
  atan: numeric,
  atan2: simple([number, number], float),
  degrees: numeric,
  radians: numeric,
  sign: simple([number], integer),
  // The engine rounds −0.5 away from zero, Neo4j upwards; 0.5 more than a number is not always a number there is.
  round: { ...numeric, rewrite: { before: "", name: "ceil(floor(2.0 * ", after: ") / 2.0)" } },
  pi: simple([], float),
  e: simple([], float),
  rand: simple([], float),
  timestamp: simple([], () => of(integer, counted)),

  tolower: simple([text], text),
  toupper: simple([text], text),
  lower: simple([text], text),
  upper: simple([text], text),
  trim: simple([text], text, {
    refuse: textForm(trimmedAlike, "cuts other spaces than Neo4j's where text holds such"),
  }),
  ltrim: simple([text], text, {
    refuse: textForm(trimmedAlike, "cuts other spaces than Neo4j's where text holds such"),
  }),
  rtrim: simple([text], text, {
    refuse: textForm(trimmedAlike, "cuts other spaces than Neo4j's where text holds such"),
  }),
  left: simple([text, integer], text, { refuse: negative(1) }),
  right: simple([text, integer], text, { refuse: negative(1) }),
  substring: { ...simple([text, integer, integer], text, { refuse: negative(1) }), inputs: [2, 3] },
  replace: simple([text, text, text], text),
  reverse: simple([text | list], same),
  split: simple([text, text], () => of(list, { item: of(text), nonEmpty: true }), {
    refuse: ([, by]) =>
      by && typeof by.value === "string" && by.value !== ""
        ? undefined
        : "needs a separator that is written out or a parameter, and not empty",
  }),
  char_length: simple([text], () => of(integer, counted)),
  character_length: simple([text], () => of(integer, counted)),

  tostring: simple([boolean | integer | text | date | datetime], text),
  tointeger: simple(
    [number | boolean | text],
    (inputs) => orNull(of(integer, { value: undefined, nonNegative: inputs[0]?.nonNegative })),
    {
      refuse: textForm(
        /^[+-]?\d{1,15}$/,
        "of text is not sure to agree with Neo4j unless the text is a whole number: write toInteger(toFloat(…))",
      ),
    },
  ),
  tofloat: simple([number | text], () => orNull(of(float)), {
    refuse: textForm(
      /^[+-]?\d{1,15}(\.\d+)?$/,
      "of text is not sure to agree with Neo4j unless all of it is plain decimal numbers",
    ),
  }),
  toboolean: simple([boolean | text], () => orNull(of(boolean)), {
    refuse: textForm(
      /^[A-Za-z]*$/,
      "of text is not sure to agree with Neo4j unless all of it is letters, without spaces",
    ),
  }),

  size: simple([list | text], () => of(integer, counted)),
  head: simple([list], item),
  last: simple([list], item),
  tail: simple([list], ([type]) => ({ ...(type as Type), value: undefined, nonEmpty: false })),
  range: {
    ...simple([integer, integer, integer], () => of(list, { item: of(integer) })),
    inputs: [2, 3],
    refuse: ([from, to, step]) => {
      if ([from, to, step].some((type) => type && isNullable(type)))
        return "needs numbers that are there: write coalesce(x, 0)";
      const isSure = !step || step.trusted || (typeof step.value === "number" && step.value !== 0);
      if (!isSure) return "needs a step that is not 0 for sure: write the number, or a parameter";
      return isUnevenRange(from, to, step) ? unevenRange : undefined;
    },
  },
  keys: simple([map | node | edge], () => of(list, { item: of(text) })),
  coalesce: { takes: [32767], inputs: [1, 99], gives: coalesced, refuse: ofElements },
  nullif: simple([32767, 32767], ([type]) => orNull(type as Type), {
    refuse: (inputs) =>
      ofElements(inputs) ??
      (isNullable(inputs[1] as Type)
        ? "answers null where its second value may be null: write `CASE WHEN a = b THEN null ELSE a END`"
        : undefined),
  }),

  id: simple([node | edge], () => of(integer, counted)),
  elementid: simple([node | edge], text),
  labels: simple([node], () => of(list, { item: of(text) })),
  type: simple([edge], text),
  properties: simple([map | node | edge], () => of(map)),
  startnode: simple([edge], node),
  endnode: simple([edge], node),
  nodes: simple([path], () => of(list, { item: of(node, { owners: [] }), nonEmpty: true }), { variable: true }),
  relationships: simple([path], () => of(list, { item: of(edge, { owners: [] }) }), { variable: true }),
  rels: simple([path], () => of(list, { item: of(edge, { owners: [] }) }), { variable: true }),
  length: simple([path], () => of(integer, counted)),

  ...temporalFunctions,
};

/** Functions of Neo4j that have another form here. */
export const missing: Record<string, string> = {
  isempty: "write `size(x) = 0`",
  exists: "write `x.key IS NOT NULL`, or `EXISTS { (a)-[:TYPE]->() }`",
  btrim: "compare with CONTAINS",
  stdev: "collect the values and work it out outside",
  stdevp: "collect the values and work it out outside",
  percentiledisc: "write percentileCont(x, …)",
  randomuuid: "pass an id as a parameter",
  point: "keep the two numbers as properties",
  valuetype: "leave it out",
  localdatetime: "write datetime('…Z')",
  localtime: "write datetime('…Z')",
  time: "write datetime('…Z')",
  tostringornull: "write toString(x)",
  tointegerornull: "write toInteger(x)",
  tofloatornull: "write toFloat(x)",
  tobooleanornull: "write toBoolean(x)",
  tostringlist: "write `[x IN xs | toString(x)]`",
  tointegerlist: "write `[x IN xs | toInteger(x)]`",
  tofloatlist: "write `[x IN xs | toFloat(x)]`",
  tobooleanlist: "write `[x IN xs | toBoolean(x)]`",
  "duration.between": "subtract the parts, such as `a.year - b.year`",
  "duration.inmonths": "subtract the parts, such as `a.year - b.year`",
  "duration.indays": "subtract the parts, such as `a.epochMillis - b.epochMillis`",
  "date.truncate": "write the parts, such as `d.year` and `d.month`",
  "datetime.truncate": "write the parts, such as `d.year` and `d.month`",
};

function coalesced(inputs: Type[]): Type {
  const type = inputs.reduce<Type | undefined>(either, undefined) as Type;
  const isSure = inputs.some((each) => !isNullable(each));
  return { ...type, value: undefined, kinds: isSure ? type.kinds & ~kind.null : type.kinds };
}

/** Neo4j gives the first number also where the last lies less than one step before it: range(1, 0, 2) is [1] there. */
function isUnevenRange(from: Type | undefined, to: Type | undefined, step: Type | undefined): boolean {
  if (!step || step.trusted || from?.trusted || to?.trusted || Math.abs(step.value as number) === 1) return false;
  const [first, last, by] = [from?.value, to?.value, step.value as number];
  if (typeof first !== "number" || typeof last !== "number") return true;
  return Math.sign(last - first) === -Math.sign(by) && Math.abs(last - first) < Math.abs(by);
}
const unevenRange =
  "with steps needs ends that are written out or parameters, and that lie in the step's direction: write `[x IN range(a, b) WHERE (x - a) % 2 = 0]`";

function ofElements(inputs: Type[]): string | undefined {
  if (!inputs.some(holdsElement)) return undefined;
  return "of nodes, edges or paths is not available in the built-in store: write it of their properties, as in coalesce(a.id, b.id)";
}

function negative(at: number): Signature["refuse"] {
  return (inputs) => {
    const isSure = inputs.slice(at).every((type) => type.trusted || type.nonNegative);
    return isSure ? undefined : "needs counts that are not negative for sure: write the number, or a parameter";
  };
}
