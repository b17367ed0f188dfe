import type { GrafeoDB, QueryResult } from "@grafeo-db/js";
import { reason } from "../../../model/problem.ts";
import { nodeIds, plain } from "../plain.ts";
import { QueryRefused } from "../store.ts";

/** How much of a result is sent. */
export interface Caps {
  rows: number;
  bytes: number;
}

/** Columns, and the JSON text of the rows (an array of arrays). */
export interface ResultText {
  columns: string[];
  rows: string;
  truncated: "rows" | "bytes" | null;
}

/** A result cut at the caps; `names` are the columns' where the engine calls them otherwise. */
export function resultText(result: QueryResult, db: GrafeoDB, caps: Caps, names?: string[]): ResultText {
  const { columns: own, length } = result;
  const columns = names?.length === own.length ? names : own;
  const twice = [own, columns].flatMap((all) => all.filter((column, at) => all.indexOf(column) !== at))[0];
  if (twice !== undefined) {
    const because = reason("query.twice", { name: twice });
    throw new QueryRefused(`Two columns are called "${twice}". Give one another name: … AS name.`, because);
  }
  const texts: string[] = [];
  const idOf = nodeIds(db);
  let bytes = 2;
  for (let at = 0; at < length; at++) {
    if (at >= caps.rows) return { columns, rows: `[${texts.join(",")}]`, truncated: "rows" };
    const row = result.get(at);
    const text = JSON.stringify(own.map((column) => plain(row[column], idOf)));
    bytes += Buffer.byteLength(text) + 1;
    if (bytes > caps.bytes) return { columns, rows: `[${texts.join(",")}]`, truncated: "bytes" };
    texts.push(text);
  }
  return { columns, rows: `[${texts.join(",")}]`, truncated: null };
}
