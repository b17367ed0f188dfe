import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { extraction } from "../ingest/line.ts";
import { document } from "../ingest/read/document.ts";
import { read } from "../ingest/read/read.ts";
import { sentences } from "../ingest/read/sentences.ts";
import { sources } from "../ingest/read/sources.ts";
import { type Crew, crew } from "../ingest/readers/crew.ts";
import { usualJobs } from "../ingest/readers/jobs.ts";
import { outcomes } from "../ingest/readers/readers.ts";
import type { Source } from "../model/stages.ts";

/**
 * How fast articles become claims, beside how fast the engine's own segmenter cuts the same text into words (the same
 * articles, the same run, taking turns), and how much memory a long stream of articles takes. Once on one core, line by
 * line, and once as the commands do it: by a thread on each core. The segmenter always has one core.
 */
const folders = { samples: "../samples", seeds: "../../shared/seeds" };
const rounds = Number(process.env.BENCH_ROUNDS ?? 40);
/**
 * Rounds at most until the engine has compiled what runs often. A stream of 100,000 articles is in that state from its
 * first hundredth on; five articles take some 400 rounds to it, and after 100 a fifth of the time still goes into code
 * that is not compiled.
 */
const warmUp = Number(process.env.BENCH_WARM_UP ?? 1200);
/** Rounds that are timed together while warming up: it ends when so many take no less than the fastest so many before. */
const block = 100;
const streamed = Number(process.env.BENCH_ARTICLES ?? 100_000);

interface Text {
  source: Source;
  lang: string;
}

const sets: [name: string, texts: Text[]][] = [];
for (const [name, path] of Object.entries(folders)) {
  const folder = fileURLToPath(new URL(path, import.meta.url));
  if (existsSync(folder)) sets.push([name, await texts(folder)]);
}
const articles = sets.flatMap(([, each]) => each);

const segmenters = new Map(articles.map(({ lang }) => [lang, new Intl.Segmenter(lang, { granularity: "word" })]));
const steps: [name: string, run: (article: Text) => unknown][] = [
  ["segmentation into words", ({ source, lang }) => count(segmenters.get(lang)!.segment(source.content))],
  ["reading alone", async ({ source }) => sentences(document(await read(source)))],
  ["the whole line", ({ source }) => extraction(source)],
];
const warmed = await warm(async () => {
  for (const article of articles) for (const [, run] of steps) await run(article);
});
console.log(`one core: warmed up in ${warmed} rounds`);
for (const [name, each] of sets) await compare(name, each);

const jobs = usualJobs();
if (jobs > 1) {
  const threads = await crew(jobs, articles[0]!.source, new AbortController().signal);
  const warmed = await warm(() => readBy(threads, articles, jobs));
  console.log(`all cores, as extract and ingest run by default: ${jobs} threads, warmed up in ${warmed} rounds`);
  for (const [name, each] of sets) await compareThreads(name, each, threads);
  await threads.close();
}

if (streamed > 0) await stream();

async function texts(folder: string): Promise<Text[]> {
  const found: Text[] = [];
  const names = readdirSync(folder).filter((name) => name.endsWith(".txt"));
  for await (const source of sources(names.map((name) => `${folder}/${name}`))) {
    if ("why" in source) throw new Error(`${source.from}: ${source.why}`);
    found.push({ source, lang: (await extraction(source)).article.lang });
  }
  return found;
}

/** Runs rounds until they get no faster; gives back how many that took. */
async function warm(run: () => Promise<void>): Promise<number> {
  let fastest = Number.POSITIVE_INFINITY;
  for (let round = block; round <= warmUp; round += block) {
    const start = performance.now();
    for (let each = 0; each < block; each++) await run();
    const time = performance.now() - start;
    if (round > 3 * block && time > fastest * 0.98) return round;
    fastest = Math.min(fastest, time);
  }
  return warmUp;
}

/** Prints how long each step takes for some articles. */
async function compare(name: string, some: Text[]): Promise<void> {
  const letters = some.reduce((sum, { source }) => sum + source.content.length, 0);
  console.log(`${name}: ${some.length} articles, ${letters} letters, ${rounds} rounds`);
  const spent = steps.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [at, [, run]] of steps.entries()) {
      const start = performance.now();
      for (const article of some) await run(article);
      spent[at]!.push(performance.now() - start);
    }
  }
  const [words, ...rest] = spent.map(median);
  console.log(`  ${steps[0]![0]}: ${words!.toFixed(2)} ms a round`);
  for (const [at, time] of rest.entries()) {
    const perSecond = Math.round((some.length / time) * 1000);
    const ratio = (time / words!).toFixed(2);
    console.log(
      `  ${steps[at + 1]![0]}: ${time.toFixed(2)} ms a round, ${perSecond} articles/s, ratio to segmentation ${ratio}`,
    );
  }
}

/** Prints how long the threads take for some articles; so many times over that no thread waits for the last article. */
async function compareThreads(name: string, some: Text[], threads: Crew): Promise<void> {
  const times = 20;
  const spent: [words: number[], line: number[]] = [[], []];
  for (let round = 0; round < rounds / 4; round++) {
    let start = performance.now();
    for (let time = 0; time < times; time++) for (const article of some) steps[0]![1](article);
    spent[0].push((performance.now() - start) / times);
    start = performance.now();
    await readBy(threads, some, times);
    spent[1].push((performance.now() - start) / times);
  }
  const [words, line] = [median(spent[0]), median(spent[1])];
  const perSecond = Math.round((some.length / line) * 1000);
  console.log(
    `  ${name}: the whole line: ${line.toFixed(2)} ms a round, ${perSecond} articles/s, ratio to segmentation (${words.toFixed(2)} ms) ${(line / words).toFixed(2)}`,
  );
}

async function readBy(threads: Crew, some: Text[], times: number): Promise<void> {
  async function* handedIn() {
    for (let time = 0; time < times; time++) for (const { source } of some) yield source;
  }
  // Kept for the next round.
  const kept = { ...threads, close: async () => {} };
  for await (const read of outcomes(handedIn(), { threads: kept })) if ("why" in read) throw new Error(read.why);
}

/** A stream of JSON lines that never exists as a whole; memory is looked at on the way. */
async function stream(): Promise<void> {
  async function* lines() {
    for (let number = 0; number < streamed; number++) {
      const { source } = articles[number % articles.length]!;
      yield `${JSON.stringify({ id: `a${number}`, text: source.content, published: "2024-03-01" })}\n`;
    }
  }
  let read = 0;
  let claims = 0;
  const start = performance.now();
  const sizes: number[] = [];
  for await (const found of outcomes(sources(["-"], { stdin: lines() }))) {
    if ("why" in found) throw new Error(`${found.from}: ${found.why}`);
    claims += found.found.claims.length;
    read++;
    if (read % Math.ceil(streamed / 10) === 0) sizes.push(Math.round(process.memoryUsage.rss() / 1024 / 1024));
  }
  const seconds = (performance.now() - start) / 1000;
  console.log(
    `${read} articles from a stream, as by default, with the start of the threads: ${claims} claims, ${Math.round(read / seconds)} articles/s`,
  );
  console.log(
    `resident memory at each tenth, with ${jobs > 1 ? `${jobs} threads` : "one thread"}, MB: ${sizes.join(" ")}`,
  );
}

function count(segments: Iterable<unknown>): number {
  let number = 0;
  for (const _ of segments) number++;
  return number;
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}
