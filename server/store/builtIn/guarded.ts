import type { GrafeoDB } from "@grafeo-db/js";
import { QueryRefused } from "../store.ts";
import { type Caps, resultText } from "./answer.ts";

/** Operators that only read; whatever else a plan names is refused. */
const reading = new Set(
  "Return Filter NodeScan Expand LeftJoin Project Sort Skip Limit Distinct Aggregate Union Unwind Apply ShortestPath Discriminant Empty".split(
    " ",
  ),
);
const procedures = new Set(["db.labels", "db.relationshipTypes", "db.propertyKeys"]);

/** Runs a stranger's query: planned first, only operators that read, in a transaction that is always rolled back. */
export async function askGuarded(db: GrafeoDB, cypher: string, params: Record<string, unknown>, caps: Caps) {
  await plan(db, cypher, params);
  const before = db.currentEpoch();
  const transaction = db.beginTransaction();
  try {
    const result = await transaction.executeCypher(cypher, params);
    return resultText(result, db, caps);
  } finally {
    transaction.rollback();
    if (db.currentEpoch() < before) process.kill(process.pid, "SIGKILL");
  }
}

/** The plan as one row of text. */
export async function explainGuarded(db: GrafeoDB, cypher: string, params: Record<string, unknown>) {
  const text = await plan(db, cypher, params);
  return { columns: ["plan"], rows: JSON.stringify([[text]]), truncated: null };
}

async function plan(db: GrafeoDB, cypher: string, params: Record<string, unknown>): Promise<string> {
  const result = await db.executeCypher(`EXPLAIN ${cypher}`, params);
  const text = String(result.rows()[0]?.[0] ?? "");
  for (const line of text.split("\n").filter((each) => each.trim() !== "")) {
    const [, operator = "", rest = ""] = /^\s*(\p{L}+)\s*(.*)$/u.exec(line) ?? [];
    const procedure = operator === "CallProcedure" ? rest.replace(/^\(|\)$/g, "") : undefined;
    if (procedure !== undefined && procedures.has(procedure)) continue;
    if (procedure !== undefined) throw new QueryRefused(`The procedure ${procedure} may not be called here.`);
    if (!reading.has(operator))
      throw new QueryRefused(`Only reading queries may run here; this one has the step "${operator || line.trim()}".`);
  }
  return text;
}
