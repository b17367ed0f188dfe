import type { GrafeoDB, QueryResult } from "@grafeo-db/js";
import { plain } from "../plain.ts";
import { QueryRefused } from "../store.ts";

/** How much of a result is sent. */
export interface Caps {
  rows: number;
  bytes: number;
}

/** A result as columns and the JSON text of its rows (an array of arrays), cut at the caps. */
export function resultText(
  result: QueryResult,
  db: GrafeoDB,
  caps: Caps,
): { columns: string[]; rows: string; truncated: "rows" | "bytes" | null } {
  const { columns, length } = result;
  const twice = columns.find((column, at) => columns.indexOf(column) !== at);
  if (twice !== undefined)
    throw new QueryRefused(`Two columns are called "${twice}". Give one another name: … AS name.`);
  const texts: string[] = [];
  let bytes = 2;
  for (let at = 0; at < length; at++) {
    if (at >= caps.rows) return { columns, rows: `[${texts.join(",")}]`, truncated: "rows" };
    const row = result.get(at);
    const text = JSON.stringify(columns.map((column) => plain(row[column], db)));
    bytes += Buffer.byteLength(text) + 1;
    if (bytes > caps.bytes) return { columns, rows: `[${texts.join(",")}]`, truncated: "bytes" };
    texts.push(text);
  }
  return { columns, rows: `[${texts.join(",")}]`, truncated: null };
}
