import type { z } from "zod";
import type { CypherEdge, CypherNode } from "../../model/api.ts";
import type { GraphStore } from "../store/store.ts";

type Node = z.infer<typeof CypherNode>;
type Edge = z.infer<typeof CypherEdge>;

export type Value = string | number | boolean | string[];
/** A column: its kind is told in the head of a file, before the first value is known. */
export interface Attribute {
  name: string;
  kind: "text" | "whole" | "real" | "truth" | "list";
}
export interface Item {
  id: string;
  values: Map<string, Value>;
}
export interface Line extends Item {
  from: string;
  to: string;
}

/** Rows of a page: large enough to be quick, small enough to hold up nobody. */
const pageSize = 200;

/** The graph in pages, nodes before edges, for writers that never hold the whole of it. */
export interface GraphPages {
  nodeAttributes: Attribute[];
  edgeAttributes: Attribute[];
  nodes(): AsyncGenerator<Item[]>;
  edges(): AsyncGenerator<Line[]>;
}

/** Entities and the aggregate edges between them, with all their properties. Rejects with StoreError. */
export async function graphPages(store: GraphStore): Promise<GraphPages> {
  const ids = await idsOf(store, "Entity");
  const [nodeKeys, edgeKeys] = await Promise.all([
    keysOf(store, "MATCH (n:Entity) UNWIND keys(n) AS key RETURN DISTINCT key"),
    keysOf(store, "MATCH (:Entity)-[r]->(:Entity) UNWIND keys(r) AS key RETURN DISTINCT key"),
  ]);
  const known = new Set(ids);
  return {
    nodeAttributes: [attribute("type"), attribute("labels"), ...nodeKeys.map(attribute)],
    edgeAttributes: [attribute("type"), ...edgeKeys.map(attribute)],
    async *nodes() {
      for (const page of pagesOf(ids)) {
        const { rows } = await store.read("MATCH (n:Entity) WHERE n.id IN $ids RETURN n ORDER BY n.id", { ids: page });
        yield rows.map(({ n }) => item(n as Node));
      }
    },
    async *edges() {
      const query = "MATCH (a:Entity)-[r]->(b:Entity) WHERE a.id IN $ids RETURN r, a.id AS a, b.id AS b ORDER BY r.id";
      for (const page of pagesOf(ids)) {
        const { rows } = await store.read(query, { ids: page });
        // A node may have come between two pages; a file must not name a node it does not hold.
        yield rows.filter(({ b }) => known.has(String(b))).map(({ r, a, b }) => line(r as Edge, String(a), String(b)));
      }
    },
  };
}

/** Ids of all nodes of a label, in order. */
export async function idsOf(store: GraphStore, label: "Entity" | "Claim" | "Article"): Promise<string[]> {
  const { rows } = await store.read(`MATCH (n:${label}) RETURN n.id AS id ORDER BY id`);
  return rows.map(({ id }) => String(id));
}

export function* pagesOf(ids: string[], size = pageSize): Generator<string[]> {
  for (let at = 0; at < ids.length; at += size) yield ids.slice(at, at + size);
}

/** Kinds of the properties that are no plain text. */
const kinds: Record<string, Attribute["kind"]> = {
  ...{ labels: "list", aliases: "list", langs: "list", outlets: "list", speakers: "list" },
  ...{ eventDates: "list", reportDates: "list" },
  ...{ candidate: "truth", claims: "whole", sources: "whole", sign: "whole", degree: "whole", confidence: "real" },
};

/** What stands in a file already, under another name or in another form. */
const elsewhere = new Set(["id", "type", "labels", "name", "ties"]);

function attribute(name: string): Attribute {
  return { name, kind: kinds[name] ?? "text" };
}

async function keysOf(store: GraphStore, query: string): Promise<string[]> {
  const { rows } = await store.read(query);
  return rows
    .map(({ key }) => String(key))
    .filter((key) => !elsewhere.has(key))
    .sort();
}

function item({ id, labels, properties }: Node): Item {
  const own = labels.filter((label) => label !== "Entity").sort();
  const main = typeof properties.type === "string" ? properties.type : own[0];
  return { id, values: valuesOf({ ...properties, type: main ?? "Entity", labels: own }) };
}

function line({ id, type, properties }: Edge, from: string, to: string): Line {
  return { id, from, to, values: valuesOf({ ...properties, type }) };
}

function valuesOf({ id: _id, ...properties }: Record<string, unknown>): Map<string, Value> {
  const values = new Map<string, Value>();
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || name === "name" || name === "ties") continue;
    values.set(name, fitting(value, kinds[name] ?? "text"));
  }
  return values;
}

/** A value as its column's kind wants it; whatever does not fit is kept as text rather than lost. */
function fitting(value: unknown, kind: Attribute["kind"]): Value {
  if (kind === "list" && Array.isArray(value)) return value.map(String);
  if ((kind === "whole" || kind === "real") && typeof value === "number") return value;
  if (kind === "truth" && typeof value === "boolean") return value;
  return typeof value === "string" ? value : JSON.stringify(value);
}
