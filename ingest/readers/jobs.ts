import { availableParallelism } from "node:os";

/** A thread holds all names and words (60 MB) and the articles at hand; while reading it takes up to this. */
const memoryOfOne = 200 * 1024 * 1024;

/** How many articles are read at a time unless somebody says so: one a core, in no more than half of the free memory. */
export function usualJobs(): number {
  return Math.max(1, Math.min(availableParallelism(), Math.floor(process.availableMemory() / 2 / memoryOfOne)));
}
