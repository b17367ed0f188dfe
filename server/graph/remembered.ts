import type { GraphStore } from "../store/store.ts";
import { ledger } from "./ledger.ts";

/** Answers kept at once; the oldest goes first. */
const most = 200;

/** An answer that costs a walk over much of the graph, kept as long as nobody writes. */
export async function remembered<T>(store: GraphStore, what: string, work: () => Promise<T>): Promise<T> {
  const { version } = await ledger(store);
  const answers = kept.get(store);
  const current = answers?.version === version ? answers : { version, values: new Map<string, Promise<unknown>>() };
  kept.set(store, current);
  const found = current.values.get(what) ?? work();
  // What was asked for last moves to the end: a map keeps the order in which its keys were set.
  current.values.delete(what);
  current.values.set(what, found);
  const [oldest] = current.values.keys();
  if (oldest !== undefined && current.values.size > most) current.values.delete(oldest);
  found.catch(() => current.values.delete(what));
  return found as Promise<T>;
}

const kept = new WeakMap<GraphStore, { version: number; values: Map<string, Promise<unknown>> }>();
