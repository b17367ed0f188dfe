import type { GraphStore } from "../store/store.ts";
import { ledger } from "./ledger.ts";
import { claims } from "./migrations/0001-claims.ts";

/** A numbered step of the schema. A step that has been released is never changed: a new one follows it. */
export interface Migration {
  number: number;
  /** Schema statements of each engine; every one may run twice. */
  statements: Record<GraphStore["name"], string[]>;
}

const migrations: Migration[] = [claims];

/** Brings the schema up to date, once a store: constraints, indexes, the ledger. Two processes may do so at once. */
export function migrate(store: GraphStore): Promise<void> {
  const running = done.get(store) ?? migrateOnce(store);
  done.set(store, running);
  running.catch(() => done.delete(store));
  return running;
}

const done = new WeakMap<GraphStore, Promise<void>>();

async function migrateOnce(store: GraphStore): Promise<void> {
  const { schema } = await ledger(store);
  for (const { number, statements } of migrations.filter(({ number }) => number > schema)) {
    for (const cypher of statements[store.name]) await store.write({ cypher });
    const cypher = `MERGE (m:Entente {id: 'graph'}) ON CREATE SET m.version = 0 SET m.schema = $number`;
    await store.write({ cypher, params: { number } });
  }
}
