import type { GrafeoDB, QueryResult } from "@grafeo-db/js";
import { type Statement, StoreError } from "../store.ts";

/** Runs the statements in one transaction, open still when it answers: the caller commits it. Rolled back on failure. */
export async function run(db: GrafeoDB, statements: Statement[]): Promise<{ result: QueryResult; commit: () => void }> {
  const transaction = db.beginTransaction();
  try {
    let result: QueryResult | undefined;
    for (const { cypher, params } of statements) result = await transaction.executeCypher(cypher, params ?? {});
    if (!result) throw new StoreError("A write holds no statement.");
    return { result, commit: () => transaction.commit() };
  } catch (error) {
    transaction.rollback();
    throw error;
  }
}
