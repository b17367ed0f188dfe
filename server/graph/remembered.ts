import type { GraphStore } from "../store/store.ts";
import { ledger } from "./ledger.ts";

/** An answer that costs a walk over the whole graph, kept as long as nobody writes. */
export async function remembered<T>(store: GraphStore, what: string, work: () => Promise<T>): Promise<T> {
  const { version } = await ledger(store);
  const answers = kept.get(store);
  const current = answers?.version === version ? answers : { version, values: new Map<string, Promise<unknown>>() };
  kept.set(store, current);
  const found = current.values.get(what) ?? work();
  current.values.set(what, found);
  found.catch(() => current.values.delete(what));
  return found as Promise<T>;
}

const kept = new WeakMap<GraphStore, { version: number; values: Map<string, Promise<unknown>> }>();
