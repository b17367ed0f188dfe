import { edgeParts } from "../../model/identity.ts";
import type { EdgeId, NodeId } from "../../model/stages.ts";
import { type EdgeType, vocabulary } from "../../model/vocabulary.ts";
import type { GraphStore, Statement } from "../store/store.ts";

export type Direction = "out" | "in" | "both";
export interface Tie {
  type: EdgeType;
  direction: Direction;
  count: number;
}

/**
 * How many edges of each type a node has is kept on the node, as `ties: ["REFUSED out 12", …]` and `degree: 14`: a hub
 * then says "+9,950 more" without walking its edges. Symmetric types have one direction, `both`.
 */
export function readTies(ties: unknown): Tie[] {
  if (!Array.isArray(ties)) return [];
  return ties.map((tie) => {
    const [type, direction, count] = String(tie).split(" ");
    return { type: type as EdgeType, direction: direction as Direction, count: Number(count) };
  });
}

/**
 * How many edges of each type, in either direction; of the wanted types alone where some are named. The ties of one type
 * stand beside one another (`writeTies`), so its name is cut out of the first of them alone.
 */
export function countTies(ties: unknown, wanted?: Set<string>): Record<string, number> {
  const counts: Record<string, number> = {};
  if (!Array.isArray(ties)) return counts;
  let type = "";
  let sum = 0;
  for (const tie of ties) {
    const text = String(tie);
    if (type === "" || text.charCodeAt(type.length) !== space || !text.startsWith(type)) {
      if (sum > 0) counts[type] = sum;
      type = text.slice(0, text.indexOf(" "));
      sum = counts[type] ?? 0;
    }
    if (!wanted || wanted.has(type)) sum += numberAtEnd(text);
  }
  if (sum > 0) counts[type] = sum;
  return counts;
}

/** The whole number that a tie ends in. A page of neighbours holds a thousand of them: no text is made to be read. */
function numberAtEnd(text: string): number {
  let [number, place] = [0, 1];
  for (let at = text.length - 1; at >= 0; at--) {
    const digit = text.charCodeAt(at) - zero;
    if (digit < 0 || digit > 9) break;
    number += digit * place;
    place *= 10;
  }
  return number;
}
const [zero, space] = [0x30, 0x20];

export function writeTies(counts: Map<string, number>): string[] {
  return [...counts]
    .filter(([, count]) => count > 0)
    .map(([tie, count]) => `${tie} ${count}`)
    .sort();
}

/** The two entries that an edge makes in the ties of its ends. */
export function entries(edge: EdgeId): [NodeId, string][] {
  const parts = edgeParts(edge);
  if (!parts) return [];
  const { from, type, to } = parts;
  const [out, into] = vocabulary.edges[type].symmetric ? ["both", "both"] : ["out", "in"];
  return [
    [from, `${type} ${out}`],
    [to, `${type} ${into}`],
  ];
}

/** The statement that brings the ties of all ends of made and dropped edges up to date. `MATCH (n:Entity) WHERE n.id IN $ids RETURN n.id, n.ties` */
export async function tiesAfter(store: GraphStore, made: EdgeId[], dropped: EdgeId[]): Promise<Statement[]> {
  const counts = new Map<NodeId, Map<string, number>>();
  for (const edge of [...made, ...dropped]) for (const [id] of entries(edge)) counts.set(id, new Map());
  if (counts.size === 0) return [];
  const query = "MATCH (n:Entity) WHERE n.id IN $ids RETURN n.id AS id, n.ties AS ties";
  for (const { id, ties } of (await store.read(query, { ids: [...counts.keys()] })).rows) {
    const had = readTies(ties).map(({ type, direction, count }) => [`${type} ${direction}`, count] as const);
    counts.set(String(id), new Map(had));
  }
  const add = (edge: EdgeId, by: number) => {
    for (const [id, tie] of entries(edge)) {
      const had = counts.get(id);
      had?.set(tie, (had.get(tie) ?? 0) + by);
    }
  };
  for (const edge of made) add(edge, 1);
  for (const edge of dropped) add(edge, -1);
  return setTies(counts);
}

export function setTies(counts: Map<NodeId, Map<string, number>>): Statement[] {
  const rows = [...counts].map(([id, ties]) => {
    return { id, ties: writeTies(ties), degree: [...ties.values()].reduce((sum, count) => sum + count, 0) };
  });
  const cypher = "UNWIND $rows AS r MATCH (n:Entity {id: r.id}) SET n.degree = r.degree, n.ties = r.ties";
  return rows.length > 0 ? [{ cypher, params: { rows } }] : [];
}
