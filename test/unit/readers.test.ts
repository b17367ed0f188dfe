import { beforeAll, expect, it, vi } from "vitest";
import { extractLine } from "../../ingest/commands/extract.ts";
import type { Rejected } from "../../ingest/read/page.ts";
import { sources } from "../../ingest/read/sources.ts";
import { type Crew, crew } from "../../ingest/readers/crew.ts";
import { type Outcome, outcome } from "../../ingest/readers/outcome.ts";
import { outcomes, type ReadersOptions } from "../../ingest/readers/readers.ts";
import type { Source } from "../../model/stages.ts";
import { oneAhead } from "../../server/graph/ahead.ts";

// Threads load all names and words, and a machine may be busy.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

const text = "Kenya refused a request from Somalia. Ethiopia is an ally of Kenya.";
const article = (id: string): Source => ({ id, from: `${id}.txt`, format: "text", content: text });
const breaking = new URL("../fixtures/readers/breaking.js", import.meta.url);
const threads = (size: number, file?: URL) => crew(size, article("first"), new AbortController().signal, file);

const pretended: Crew = { size: 2, read: outcome, close: async () => {} };

const samples: (Source | Rejected)[] = [];
let alone: Outcome[];
beforeAll(async () => {
  for await (const source of sources(["samples", "samples/none.txt"])) samples.push(source);
  alone = await all(samples, { jobs: 1 });
});

it("says of every article the same, in the same order, whoever reads it", async () => {
  expect(samples.length).toBeGreaterThan(20);
  const together = await all([...samples, ...samples], { threads: await threads(2) });
  expect(together).toEqual([...alone, ...alone]);
  expect(together.map(line)).toEqual([...alone, ...alone].map(line));
});

it("goes on with threads where one alone has read enough, and nothing is lost or doubled then", async () => {
  const many = Array.from({ length: 4 }, () => samples).flat();
  const found = await all(many, { jobs: 2, alone: 1_000 });
  const lines = alone.map(line);
  expect(found.map(line)).toEqual(many.map((_, at) => lines[at % lines.length]));
});

it("names an article of which a thread dies, and reads the others", async () => {
  const ids = ["a", "slow", "deadly1", "b", "c", "deadly2", "d"];
  const found = await all(ids.map(article), { threads: await threads(2, breaking) });
  expect(found.map(({ from }) => from)).toEqual(ids.map((id) => `${id}.txt`));
  const why = "breaks the reader (a thread died): please report it with the article";
  const told = { why, reason: { kind: "unread.broken", values: {} } };
  expect(found.filter((read) => "why" in read)).toEqual([
    { from: "deadly1.txt", ...told },
    { from: "deadly2.txt", ...told },
  ]);
});

it("gives what is read at once, without waiting for the next to be handed in", async () => {
  async function* oneThenNothing() {
    yield article("only");
    await new Promise(() => {});
  }
  const stopping = new AbortController();
  const reading = outcomes(oneThenNothing(), { threads: pretended, signal: stopping.signal });
  expect((await reading.next()).value).toMatchObject({ from: "only.txt", found: { article: { id: "only" } } });
  const next = reading.next();
  stopping.abort();
  expect(await next).toEqual({ done: true, value: undefined });
});

it("has no more than a few articles at hand for each thread", async () => {
  let handedOut = 0;
  async function* many() {
    for (; handedOut < 100; handedOut++) yield article(`a${handedOut}`);
  }
  const reading = outcomes(many(), { threads: pretended });
  await reading.next();
  await new Promise((done) => setTimeout(done, 100));
  expect(handedOut).toBeLessThan(12);
  await reading.return(undefined);
});

it("makes one item while the last is used, tells a failure in its turn, and leaves off when nobody asks any more", async () => {
  const made: number[] = [];
  async function* numbers() {
    for (let number = 0; number < 3; number++) {
      made.push(number);
      yield number;
    }
    throw new Error("no more numbers");
  }
  const used: string[] = [];
  const using = async () => {
    for await (const number of oneAhead(numbers())) {
      await new Promise((done) => setTimeout(done, 10));
      used.push(`${number} of ${made.length}`);
    }
  };
  await expect(using()).rejects.toThrow("no more numbers");
  expect(used).toEqual(["0 of 2", "1 of 3", "2 of 3"]);
  made.length = 0;
  for await (const _ of oneAhead(numbers())) break;
  expect(made).toEqual([0, 1]);
});

async function all(from: Iterable<Source | Rejected>, options: ReadersOptions): Promise<Outcome[]> {
  async function* handedIn() {
    yield* from;
  }
  const found: Outcome[] = [];
  for await (const read of outcomes(handedIn(), options)) found.push(read);
  return found;
}

const line = (read: Outcome) => ("why" in read ? JSON.stringify(read) : extractLine(read.found));
