import { save } from "../../server/graph/save.ts";
import type { GraphStore } from "../../server/store/store.ts";
import { type CorpusSize, corpus } from "./corpus.ts";

export interface Loaded {
  seconds: number;
  /** Resident memory of this process: the median within the last quarter of the load ÷ that within the second. */
  memory: number;
}

/** Saves a corpus that never exists as a whole. The store's own process, or server, is not in the memory. */
export async function load(store: GraphStore, size: CorpusSize): Promise<Loaded> {
  const memory: number[][] = [[], [], [], []];
  const start = performance.now();
  const saved = await save(store, corpus(size), {
    onProgress: ({ added }) => memory[Math.ceil((4 * added) / size.articles) - 1]?.push(process.memoryUsage().rss),
  });
  if (saved.added !== size.articles) throw new Error(`${saved.added} of ${size.articles} articles were added`);
  const [, second = [], , last = []] = memory;
  return { seconds: (performance.now() - start) / 1000, memory: median(last) / median(second) };
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
