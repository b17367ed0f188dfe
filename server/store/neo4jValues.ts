import neo4j, {
  type Node,
  type Path,
  type PathSegment,
  type Relationship,
  type Result,
  type Record as Row,
} from "neo4j-driver";
import { edgeParts } from "../../model/identity.ts";
import { refuseLookalike } from "./lookalike.ts";
import type { Limits, Params, Rows } from "./store.ts";

type CypherNode = { kind: "node"; id: string; labels: string[]; properties: Record<string, unknown> };
type CypherEdge = {
  kind: "edge";
  id: string;
  type: string;
  from: string;
  to: string;
  properties: Record<string, unknown>;
};
interface Runner {
  run(cypher: string, params: Params): Result;
}

/**
 * Streams an answer into plain rows and stops pulling at the caps. Integers become numbers (strings beyond 2^53), dates and
 * durations ISO strings; nodes, edges and paths are told by `kind`.
 * @param asker where the ends of a lone edge can be looked up
 * @param isStrange a stranger's query may not make maps that look like nodes (QueryRefused)
 */
export async function rowsOf(
  result: Result,
  { rows: most, bytes: space }: Limits,
  asker: Runner,
  isStrange = false,
): Promise<Rows> {
  const seen = new Map<string, string>();
  const edges: CypherEdge[] = [];
  const answer: Rows = { columns: [], rows: [], truncated: null };
  const plainRow = rowMaker(seen, edges, isStrange);
  if (most === undefined && space === undefined) {
    const take = (record: Row) => answer.rows.push(plainRow(record));
    answer.columns = await everyRecord(result, take);
    await nameEnds(edges, seen, asker);
    return answer;
  }
  answer.columns = await result.keys();
  let size = 0;
  for await (const record of result) {
    if (most !== undefined && answer.rows.length >= most) {
      answer.truncated = "rows";
      break;
    }
    const row = plainRow(record);
    if (space !== undefined) {
      size += Buffer.byteLength(JSON.stringify(row)) + 1;
      if (size > space) {
        answer.truncated = "bytes";
        break;
      }
    }
    answer.rows.push(row);
  }
  await nameEnds(edges, seen, asker);
  return answer;
}

/** Hands over each record as it comes, without a promise for every one; answers the columns. */
function everyRecord(result: Result, take: (record: Row) => void): Promise<string[]> {
  let columns: string[] = [];
  return new Promise((resolve, reject) => {
    result.subscribe({
      onKeys: (keys) => {
        columns = keys;
      },
      onNext: take,
      onCompleted: () => resolve(columns),
      onError: reject,
    });
  });
}

/** Parameters as the server wants them: whole numbers as integers, or `LIMIT $n` would be given a float. */
export function params(given: Params): Params {
  return Object.fromEntries(Object.entries(given).map(([key, value]) => [key, parameter(value)]));
}

function parameter(value: unknown): unknown {
  if (value === undefined) return null;
  if (typeof value === "number" && Number.isSafeInteger(value)) return BigInt(value);
  if (Array.isArray(value)) return value.map(parameter);
  if (value !== null && typeof value === "object" && Object.getPrototypeOf(value) === Object.prototype) {
    return params(value as Params);
  }
  return value;
}

/** Makes an answer's records plain. Made once an answer: functions made for every record cost as much as the record. */
function rowMaker(
  seen: Map<string, string>,
  edges: CypherEdge[],
  isStrange: boolean,
): (record: Row) => Record<string, unknown> {
  return (record) => Object.fromEntries(record.keys.map((key, at) => [key, plain(record.get(at))]));

  function plain(value: unknown): unknown {
    if (value === null || value === undefined) return null;
    if (typeof value === "bigint") return fits(value) ? Number(value) : String(value);
    if (typeof value !== "object") return value;
    if (Array.isArray(value)) return list(value);
    if (neo4j.isNode(value)) return node(value as Node);
    if (neo4j.isRelationship(value)) return edge(value as Relationship);
    if (neo4j.isPath(value)) return path(value as Path);
    if (neo4j.isInt(value)) return value.inSafeRange() ? value.toNumber() : value.toString();
    if (neo4j.isPoint(value))
      return { srid: plain(value.srid), x: value.x, y: value.y, ...(value.z === undefined ? {} : { z: value.z }) };
    if (isTemporal(value)) return shortest(String(value));
    if (value instanceof Int8Array || value instanceof Uint8Array) return Buffer.from(value).toString("base64");
    if (isStrange) refuseLookalike(value);
    return map(value as Record<string, unknown>);
  }
  // The driver made these lists and maps for this record alone, and most that is in them is plain already: no copies.
  function list(values: unknown[]): unknown[] {
    for (let at = 0; at < values.length; at++) {
      if (typeof values[at] !== "string") values[at] = plain(values[at]);
    }
    return values;
  }
  function map(values: Record<string, unknown>): Record<string, unknown> {
    for (const key of Object.keys(values)) {
      const value = values[key];
      if (typeof value === "string") continue;
      const made = plain(value);
      if (made !== value) values[key] = made;
    }
    return values;
  }
  function node({ elementId, labels, properties }: Node): CypherNode {
    const id = nodeId(labels, properties.id, elementId);
    seen.set(elementId, id);
    return { kind: "node", id, labels, properties: map(properties) };
  }
  function edge({ elementId, type, properties, startNodeElementId, endNodeElementId }: Relationship): CypherEdge {
    const own = typeof properties.id === "string" ? edgeParts(properties.id) : undefined;
    const id = own ? String(properties.id) : elementId;
    const found: CypherEdge = {
      ...{ kind: "edge", id, type },
      ...{ from: own?.from ?? startNodeElementId, to: own?.to ?? endNodeElementId, properties: map(properties) },
    };
    if (!own) edges.push(found);
    return found;
  }
  function path({ start, segments }: Path) {
    const nodes = [start, ...segments.map(({ end }: PathSegment) => end)].map(node);
    return { kind: "path", nodes, edges: segments.map(({ relationship }: PathSegment) => edge(relationship)) };
  }
}

/** Our own nodes have an `id` that is unique and lasts; in a foreign database a property of that name promises nothing. */
function nodeId(labels: string[], id: unknown, elementId: string): string {
  const ours = labels.some((label) => label === "Entity" || label === "Claim" || label === "Article");
  return ours && typeof id === "string" ? id : elementId;
}

/** Gives the ends of edges the ids that their nodes are shown with. */
async function nameEnds(edges: CypherEdge[], seen: Map<string, string>, asker: Runner): Promise<void> {
  const unknown = new Set(edges.flatMap(({ from, to }) => [from, to]).filter((end) => !seen.has(end)));
  if (unknown.size > 0) {
    const query = "MATCH (n) WHERE elementId(n) IN $ids RETURN elementId(n) AS at, labels(n) AS labels, n.id AS id";
    for (const record of (await asker.run(query, { ids: [...unknown] })).records) {
      seen.set(record.get("at"), nodeId(record.get("labels"), record.get("id"), record.get("at")));
    }
  }
  for (const edge of edges) {
    edge.from = seen.get(edge.from) ?? edge.from;
    edge.to = seen.get(edge.to) ?? edge.to;
  }
}

/** ISO as the server itself writes it: the driver keeps an empty `T` and zeros behind the last digit (`P2M4DT`, `10:00:01.500000000`). */
function shortest(iso: string): string {
  return iso.replace(/\.(\d*?)0+(?!\d)/, (_, digits: string) => (digits === "" ? "" : `.${digits}`)).replace(/T$/, "");
}

function isTemporal(value: object): boolean {
  return (
    neo4j.isDate(value) ||
    neo4j.isDateTime(value) ||
    neo4j.isLocalDateTime(value) ||
    neo4j.isTime(value) ||
    neo4j.isLocalTime(value) ||
    neo4j.isDuration(value)
  );
}

function fits(value: bigint): boolean {
  return value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER);
}
