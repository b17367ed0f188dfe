import type { ArticleId } from "../../model/stages.ts";
import { type GraphStore, type Statement, StoreError } from "../store/store.ts";

/** What the graph knows about itself: one node `(:Entente {id: 'graph'})`. */
export interface Ledger {
  /** Counts the writes: whatever was worked out of the graph is good while it stays. */
  version: number;
  /** Number of the last migration that ran. */
  schema: number;
}

/**
 * `MATCH (m:Entente {id: 'graph'}) RETURN m.version AS version, m.schema AS schema`; zeros for an empty database. Where
 * nobody else can write, it is read once after each write.
 */
export async function ledger(store: GraphStore): Promise<Ledger> {
  const { writes } = store;
  const kept = lastRead.get(store);
  if (kept && kept.writes === writes) return kept.ledger;
  const query = "MATCH (m:Entente {id: 'graph'}) RETURN m.version AS version, m.schema AS schema";
  const [found] = (await store.read(query)).rows;
  const ledger = { version: Number(found?.version ?? 0), schema: Number(found?.schema ?? 0) };
  if (writes !== undefined) lastRead.set(store, { writes, ledger });
  return ledger;
}

const lastRead = new WeakMap<GraphStore, { writes: number; ledger: Ledger }>();

/** Changed articles are kept for so many writes, so that another process need not read all of them again. */
const remembered = 500;

/**
 * Statements that head a transaction which was worked out from the graph as of `version`. The first takes the ledger's
 * lock, so writers queue; the second breaks the uniqueness of the ledger's id, and so the transaction, when another
 * writer came first. (The store's interface has no reads within a transaction: this is its compare-and-set.)
 */
export function onlyAt(version: number, articles: ArticleId[]): Statement[] {
  const params = { version, next: version + 1, articles, forgotten: version - remembered };
  return [
    { cypher: "MATCH (m:Entente {id: 'graph'}) SET m.version = m.version + 1", params: {} },
    { cypher: "MATCH (m:Entente {id: 'graph'}) WHERE m.version <> $next CREATE (:Entente {id: m.id})", params },
    { cypher: "CREATE (c:Change) SET c.version = $next, c.articles = $articles", params },
    { cypher: "MATCH (c:Change) WHERE c.version < $forgotten DELETE c", params },
  ];
}

/** Articles changed since `version`; undefined when that is too long ago to be told. */
export async function changedSince(store: GraphStore, version: number, now: number): Promise<ArticleId[] | undefined> {
  const query = "MATCH (c:Change) WHERE c.version > $version RETURN c.articles AS articles";
  const { rows } = await store.read(query, { version });
  return rows.length === now - version
    ? [...new Set(rows.flatMap(({ articles }) => articles as ArticleId[]))]
    : undefined;
}

/** Runs one writer of this process at a time, and again from its start when a writer of another process came first. */
export function inTurn<T>(store: GraphStore, work: (ledger: Ledger) => Promise<T>): Promise<T> {
  const turn = (queues.get(store) ?? Promise.resolve()).then(() => untilFirst(store, work));
  queues.set(
    store,
    turn.then(
      () => undefined,
      () => undefined,
    ),
  );
  return turn;
}

const queues = new WeakMap<GraphStore, Promise<void>>();
const attempts = 100;

async function untilFirst<T>(store: GraphStore, work: (ledger: Ledger) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const before = await ledger(store);
    try {
      return await work(before);
    } catch (error) {
      const { version } = await ledger(store);
      if (version === before.version) throw error;
      if (attempt === attempts)
        throw new StoreError("Others keep writing to this graph; try again later.", { cause: error });
    }
  }
}
