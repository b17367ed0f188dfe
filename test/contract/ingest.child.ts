import { save } from "../../server/graph/save.ts";
import { openStore } from "../../server/store/open.ts";
import { story } from "./articles.ts";
import { begun } from "./children.ts";

/**
 * A process that ingests. It is told `<first> <last> <step> <batch>`, saves invented stories in that order, a batch at a
 * time, and prints how many the store has acknowledged after each batch.
 */
const [first = 0, last = 0, step = 1, batch = 10] = await begun();
const store = await openStore();
const numbers: number[] = [];
for (let number = first; step > 0 ? number <= last : number >= last; number += step) numbers.push(number);
for (let at = 0; at < numbers.length; at += batch) {
  await save(store, numbers.slice(at, at + batch).map(story));
  process.stdout.write(`${Math.min(at + batch, numbers.length)}\n`);
}
await store.close();
