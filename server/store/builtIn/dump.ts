import type { GrafeoDB } from "@grafeo-db/js";
import type { Frame } from "./frames.ts";

/** [engine's number, labels, properties] */
type DumpedNode = [number: number, labels: string[], properties: object];
/** [engine's number, type, from, to, properties]; the ends are engine's numbers. */
type DumpedEdge = [number: number, type: string, from: number, to: number, properties: object];
/** Property `key` of these is what `by` makes of its JSON value, item by item in a list. */
interface Typed {
  of: "node" | "edge";
  key: string;
  by: string;
  list: boolean;
  numbers: number[];
}
type Record = Pick<Frame, "kind" | "json">;

const perRecord = 1000;

/**
 * The whole graph as journal records, so that a rebuild needs nothing of the engine's own files. JSON does not tell a
 * float without fraction from an integer, nor a date from its text: `typed` records list where the engine held those.
 */
export async function* dump(db: GrafeoDB): AsyncGenerator<Record> {
  const seen: { node: Seen; edge: Seen } = { node: new Map(), edge: new Map() };
  const counts = { nodes: db.nodeCount(), edges: db.edgeCount() };
  for (const list of chunks(nodesOf(db, counts.nodes, seen.node))) yield { kind: "nodes", json: JSON.stringify(list) };
  for (const list of chunks(edgesOf(db, counts.edges, seen.edge))) yield { kind: "edges", json: JSON.stringify(list) };
  for (const typed of await typedProperties(db, seen)) yield { kind: "typed", json: JSON.stringify(typed) };
  yield { kind: "dumped", json: JSON.stringify(counts) };
}

/** Puts the records of a dump into an empty graph, in their order; answers whether the graph is complete. */
export function restoring(db: GrafeoDB): (record: Record) => Promise<boolean> {
  const numbers = { node: new Map<number, number>(), edge: new Map<number, number>() };
  return async ({ kind, json }) => {
    if (kind === "nodes") await restoreNodes(db, JSON.parse(json), numbers.node);
    else if (kind === "edges") await restoreEdges(db, JSON.parse(json), numbers);
    else if (kind === "typed") await restoreTyped(db, JSON.parse(json), numbers);
    else if (kind === "dumped") {
      const { nodes, edges } = JSON.parse(json);
      if (db.nodeCount() !== nodes || db.edgeCount() !== edges) {
        throw new Error(`${db.nodeCount()} nodes and ${db.edgeCount()} edges came out, ${nodes} and ${edges} went in`);
      }
      return true;
    }
    return false;
  };
}

function* nodesOf(db: GrafeoDB, count: number, seen: Seen): Generator<DumpedNode> {
  for (let number = 0, found = 0; found < count; number++) {
    const node = db.getNode(number);
    if (!node) continue;
    found++;
    yield [number, node.labels, noted(node.properties(), seen)];
  }
}

function* edgesOf(db: GrafeoDB, count: number, seen: Seen): Generator<DumpedEdge> {
  for (let number = 0, found = 0; found < count; number++) {
    const edge = db.getEdge(number);
    if (!edge) continue;
    found++;
    yield [number, edge.edgeType, edge.sourceId, edge.targetId, noted(edge.properties(), seen)];
  }
}

function* chunks<T>(items: Iterable<T>): Generator<T[]> {
  let chunk: T[] = [];
  for (const item of items) {
    chunk.push(item);
    if (chunk.length < perRecord) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

/** Which keys hold a value that may be more than JSON says; only these are asked about. */
type Seen = Map<string, Set<"number" | "text" | "numbers" | "texts">>;

function noted(properties: object, seen: Seen): object {
  for (const [key, value] of Object.entries(properties)) {
    const list = Array.isArray(value);
    const one = list ? value[0] : value;
    const number = list ? value.some(Number.isInteger) : Number.isInteger(value);
    if (!number && !(one instanceof Date) && !(typeof one === "string" && temporal.test(one))) continue;
    const kinds = seen.get(key) ?? new Set();
    seen.set(key, kinds.add(number ? (list ? "numbers" : "number") : list ? "texts" : "text"));
  }
  return properties;
}
const temporal = /^[+-]?\d{4,}-\d\d|^\d\d:\d\d|^-?P/;

const types = {
  number: [["FLOAT", "toFloat"]],
  text: [
    ["DATE", "date"],
    ["ZONED DATETIME", "datetime"],
    ["LOCAL DATETIME", "localdatetime"],
    ["TIME", "time"],
    ["DURATION", "duration"],
  ],
} as const;

async function typedProperties(db: GrafeoDB, seen: { node: Seen; edge: Seen }): Promise<Typed[]> {
  const found: Typed[] = [];
  for (const of of ["node", "edge"] as const) {
    for (const [key, kinds] of seen[of]) {
      for (const kind of kinds) {
        const list = kind === "numbers" || kind === "texts";
        for (const [type, by] of types[kind === "number" || kind === "numbers" ? "number" : "text"]) {
          const name = `x.\`${key.replaceAll("`", "``")}\``;
          const test = list ? `any(item IN ${name} WHERE item IS TYPED ${type})` : `${name} IS TYPED ${type}`;
          // GQL, the engine's first language: its Cypher has no test of a value's type.
          const result = await db.execute(`MATCH ${of === "node" ? "(x)" : "()-[x]->()"} WHERE ${test} RETURN id(x)`);
          const numbers = result.rows().map(([number]) => Number(number));
          if (numbers.length > 0) found.push({ of, key, by, list, numbers });
        }
      }
    }
  }
  return found;
}

async function restoreNodes(db: GrafeoDB, nodes: DumpedNode[], numbers: Map<number, number>): Promise<void> {
  const groups = new Map<string, DumpedNode[]>();
  for (const node of nodes) {
    const key = JSON.stringify(node[1]);
    const group = groups.get(key);
    if (group) group.push(node);
    else groups.set(key, [node]);
  }
  for (const group of groups.values()) {
    const labels = group[0]?.[1] ?? [];
    const made = await db.batchCreateNodesWithProps(
      labels,
      group.map(([, , properties]) => properties),
    );
    for (const [at, [number]] of group.entries()) numbers.set(number, made[at] as number);
  }
}

async function restoreEdges(
  db: GrafeoDB,
  edges: DumpedEdge[],
  numbers: { node: Map<number, number>; edge: Map<number, number> },
): Promise<void> {
  const made = await db.batchCreateEdges(
    edges.map(([, type, from, to, properties]) => {
      return { type, src: numbers.node.get(from) as number, dst: numbers.node.get(to) as number, properties };
    }),
  );
  for (const [at, [number]] of edges.entries()) numbers.edge.set(number, made[at] as number);
}

async function restoreTyped(
  db: GrafeoDB,
  { of, key, by, list, numbers }: Typed,
  made: { node: Map<number, number>; edge: Map<number, number> },
): Promise<void> {
  const name = `x.\`${key.replaceAll("`", "``")}\``;
  const value = list ? `[item IN ${name} | ${by}(item)]` : `${by}(${name})`;
  const pattern = of === "node" ? "(x)" : "()-[x]->()";
  const ids = numbers.map((number) => made[of].get(number));
  await db.executeCypher(`MATCH ${pattern} WHERE id(x) IN $ids SET ${name} = ${value}`, { ids });
}
