import { setTimeout } from "node:timers/promises";
import { Neo4jError } from "neo4j-driver";
import type { Limits } from "./store.ts";

/** Milliseconds: the first pause before another try, and how soon a query fails that found no memory left. */
const times = { pause: 50, soon: 1_000 };

/**
 * Tries again, with growing pauses, what found all of the server's memory taken by others. What filled the memory itself
 * worked for longer than that before it was stopped, and is not tried again.
 * @param work one try; it may take so many milliseconds
 */
export async function whenMemoryIsFree<T>(
  work: (timeout: number) => Promise<T>,
  timeout: number,
  { signal }: Limits,
): Promise<T> {
  const until = performance.now() + timeout;
  for (let pause = times.pause; ; pause *= 2) {
    const began = performance.now();
    try {
      return await work(Math.ceil(until - began));
    } catch (error) {
      const isFree = performance.now() + pause < until && !signal?.aborted;
      if (!isFree || !isTakenByOthers(error) || performance.now() - began > times.soon) throw error;
      await setTimeout(pause, undefined, { signal });
    }
  }
}

/** Whether the memory of all queries together was full, and not a query's own part of it. */
export function isTakenByOthers(error: unknown): boolean {
  if (!(error instanceof Neo4jError)) return false;
  const { code, message } = error;
  return /MemoryPoolOutOfMemory|General\.OutOfMemory/.test(code) && !message.includes("db.memory.transaction.max");
}
