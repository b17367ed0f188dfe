import type { GrafeoDB } from "@grafeo-db/js";
import { reason } from "../../../model/problem.ts";
import { QueryRefused } from "../store.ts";
import { type Caps, type ResultText, resultText } from "./answer.ts";
import type { GraphLint } from "./graphFacts.ts";

/** Operators of the engine's plans that only read. What is not named here does not run, whatever it is. */
const reading = new Set(
  `Return Filter NodeScan EdgeScan Expand Join LeftJoin AntiJoin MultiWayJoin Project Bind Sort Skip Limit Distinct
  Aggregate HorizontalAggregate Union Unwind Apply ShortestPath Discriminant Empty`.split(/\s+/),
);
const procedures = new Set(["db.labels", "db.relationshipTypes", "db.propertyKeys"]);

/** Runs a stranger's query: checked, planned, only operators that read, in a transaction that is always rolled back. */
export async function askGuarded(
  db: GrafeoDB,
  lint: GraphLint,
  cypher: string,
  params: Record<string, unknown>,
  caps: Caps,
): Promise<ResultText> {
  const { text, columns, limitAt } = await lint(cypher, params);
  await plan(db, text, params);
  // One row more than may be sent tells that there are more; the engine would make all of them first.
  const capped =
    limitAt === undefined || caps.rows === Number.POSITIVE_INFINITY
      ? text
      : `${text.slice(0, limitAt)} LIMIT ${caps.rows + 1}${text.slice(limitAt)}`;
  const transaction = db.beginTransaction();
  try {
    return resultText(await transaction.executeCypher(capped, params), db, caps, columns);
  } finally {
    transaction.rollback();
  }
}

/** The plan of a stranger's query, as one row of text. */
export async function explainGuarded(
  db: GrafeoDB,
  lint: GraphLint,
  cypher: string,
  params: Record<string, unknown>,
): Promise<ResultText> {
  const { text } = await lint(cypher, params);
  return { columns: ["plan"], rows: JSON.stringify([[await plan(db, text, params)]]), truncated: null };
}

async function plan(db: GrafeoDB, cypher: string, params: Record<string, unknown>): Promise<string> {
  const result = await db.executeCypher(`EXPLAIN ${cypher}`, params);
  const text = String(result.rows()[0]?.[0] ?? "");
  const steps = text.split("\n").filter((line) => line.trim() !== "");
  if (steps.length === 0) throw new QueryRefused("The query has no plan and does not run.", reason("query.engine"));
  for (const step of steps) refuseStep(step);
  return text;
}

/** Only the operator's name counts: what follows it may hold a text that looks like one. */
function refuseStep(step: string): void {
  const [, operator = "", detail = ""] = /^\s*(\p{L}+)(.*)$/u.exec(step) ?? [];
  if (reading.has(operator)) return;
  const procedure = operator === "CallProcedure" ? /^ \(([\p{L}.]+)\)$/u.exec(detail)?.[1] : undefined;
  if (procedure !== undefined && procedures.has(procedure)) return;
  const because = reason("query.step", { name: operator });
  throw new QueryRefused(
    `Only reading queries may run here; the step ${operator || "without a name"} is not allowed.`,
    because,
  );
}
