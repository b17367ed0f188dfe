import type { GrafeoDB } from "@grafeo-db/js";
import type { Checked } from "../cypher/check.ts";
import { type Facts, parameterTypes } from "../cypher/facts.ts";
import { kind, of, type Type } from "../cypher/kinds.ts";
import { lint } from "../lint.ts";

/** Checks a stranger's query against what the graph and the parameters really hold. */
export type GraphLint = (query: string, params: Record<string, unknown>) => Promise<Checked>;

/** Not known yet: what to ask the graph before the check is run again. */
class Unknown extends Error {
  readonly key: string;
  readonly ask: () => Promise<unknown>;
  constructor(key: string, ask: () => Promise<unknown>) {
    super(key);
    this.key = key;
    this.ask = ask;
  }
}

/** What was learnt of a graph is good until its next change. */
export function graphLint(db: GrafeoDB): GraphLint {
  let known = new Map<string, unknown>();
  let epoch = db.currentEpoch();

  function fact<T>(key: string, ask: () => Promise<T>): T {
    if (!known.has(key)) throw new Unknown(key, ask);
    return known.get(key) as T;
  }

  return async (query, params) => {
    if (db.currentEpoch() !== epoch) [known, epoch] = [new Map(), db.currentEpoch()];
    const facts: Facts = {
      parameter: parameterTypes(params),
      property: (of, owners, key) => fact(`${of} ${owners.join(" ")} ${key}`, () => propertyType(db, of, owners, key)),
      everyText(type, form) {
        if (typeof type.value === "string") return form.test(type.value);
        const { from } = type;
        return (
          from !== undefined &&
          fact(`${from.of} ${from.owners.join(" ")} ${from.key} ${form}`, () => isEvery(db, from, form))
        );
      },
      get edgeTypes() {
        return fact(
          "edge types",
          async () => new Set((db.schema().edge_types as { name: string }[]).map(({ name }) => name)),
        );
      },
    };
    for (;;) {
      try {
        return lint(query, facts);
      } catch (error) {
        if (!(error instanceof Unknown)) throw error;
        known.set(error.key, await error.ask());
      }
    }
  };
}

const gqlTypes: [string, number][] = [
  ["STRING", kind.text],
  ["INTEGER", kind.integer],
  ["FLOAT", kind.float],
  ["BOOLEAN", kind.boolean],
  ["LIST", kind.list],
  ["DATE", kind.date],
  ["ZONED DATETIME", kind.datetime],
  ["LOCAL DATETIME", kind.localdatetime],
  ["TIME", kind.time],
  ["DURATION", kind.duration],
];

/** Which kinds of values a property has. GQL, the engine's first language: its Cypher has no test of a value's type. */
async function propertyType(db: GrafeoDB, of_: "node" | "edge", owners: string[], key: string): Promise<Type> {
  const where = `MATCH ${pattern(of_, owners)} WHERE x.${quoted(key)} IS NOT NULL`;
  const kinds = await kindsOf(db, where, `x.${quoted(key)}`);
  if (!(kinds & kind.list)) return of(kinds);
  const items = await kindsOf(db, `${where} AND x.${quoted(key)} IS TYPED LIST FOR item IN x.${quoted(key)}`, "item");
  return of(kinds, { item: items ? of(items) : undefined });
}

async function kindsOf(db: GrafeoDB, query: string, value: string): Promise<number> {
  const branches = gqlTypes.map(([name, bit]) => `WHEN ${value} IS TYPED ${name} THEN ${bit}`).join(" ");
  const result = await db.execute(`${query} RETURN DISTINCT CASE ${branches} ELSE ${kind.map} END AS kind`);
  return result.rows().reduce((bits, [bit]) => bits | Number(bit), 0);
}

async function isEvery(db: GrafeoDB, { of, owners, key }: NonNullable<Type["from"]>, form: RegExp): Promise<boolean> {
  const query = `MATCH ${pattern(of, owners)} WHERE NOT x.${quoted(key)} =~ $form RETURN 1 LIMIT 1`;
  const result = await db.executeCypher(query, {
    form: form.source.replaceAll("\\d", "[0-9]").replace(/\\u([0-9a-f]{4})/g, "\\u{$1}"),
  });
  return result.length === 0;
}

function pattern(of: "node" | "edge", owners: string[]): string {
  if (of === "node") return `(x${[...new Set(owners)].map((label) => `:${quoted(label)}`).join("")})`;
  return `()-[x${owners.length > 0 ? `:${owners.map(quoted).join("|")}` : ""}]->()`;
}

function quoted(name: string): string {
  return `\`${name}\``;
}
