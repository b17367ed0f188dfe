import { save } from "../../server/graph/save.ts";
import type { GraphStore } from "../../server/store/store.ts";
import { type CorpusSize, corpus } from "./corpus.ts";

export interface Loaded {
  seconds: number;
  /** Resident memory of this process after the last quarter of the load ÷ after the first. */
  memory: number;
}

/** Saves a corpus that never exists as a whole. The store's own process, or server, is not in the memory. */
export async function load(store: GraphStore, size: CorpusSize): Promise<Loaded> {
  const memory: number[] = [];
  const start = performance.now();
  const saved = await save(store, corpus(size), {
    onProgress: ({ added }) =>
      memory.push(Math.floor((4 * added) / size.articles) >= 1 ? process.memoryUsage().rss : 0),
  });
  if (saved.added !== size.articles) throw new Error(`${saved.added} of ${size.articles} articles were added`);
  const after = memory.filter((bytes) => bytes > 0);
  return { seconds: (performance.now() - start) / 1000, memory: (after.at(-1) ?? 0) / (after[0] ?? 1) };
}
