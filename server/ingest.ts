import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join, relative } from "node:path";
import { setImmediate } from "node:timers/promises";
import { extraction } from "../ingest/line.ts";
import { sources } from "../ingest/read/sources.ts";
import { outcomes } from "../ingest/readers/readers.ts";
import { nearMisses } from "../model/miss.ts";
import type { Extraction, Source } from "../model/stages.ts";
import type { Misses } from "./context.ts";
import { save } from "./graph/save.ts";
import type { GraphStore } from "./store/store.ts";
import type { Ingest, Progress } from "./upload.ts";

/** Milliseconds between two words about one article. */
const often = 500;

/**
 * Reads everything the paths name into the store and tells each article. What cannot be read is in `rejected`, and the
 * others go on. Stops between two articles once the signal aborts. Rejects with StoreError.
 */
export async function ingestPaths(
  paths: string[],
  store: GraphStore,
  tell: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<Progress> {
  const sum: Progress = { read: 0, total: null, claims: 0, unchanged: 0, rejected: [], done: false };
  const names = new Map<string, string>();

  /** Other requests are answered while a long article is read, and whoever waits for it hears how far it is. */
  const pause = (file: string) => async (part: number) => {
    await setImmediate();
    if (performance.now() - told < often) return;
    told = performance.now();
    tell({ ...sum, file, part, rejected: [...sum.rejected] });
  };
  let told = performance.now();

  async function* extractions(): AsyncGenerator<Extraction> {
    // The number of inputs is the number of articles unless one of them holds many; then nobody knows it beforehand.
    const counted = (_done: number, total: number) => {
      sum.total = Math.max(total, sum.read);
    };
    for await (const read of outcomes(sources(paths, { progress: counted }), { signal, pause })) {
      if ("why" in read) {
        sum.rejected.push(read);
        continue;
      }
      const { from, found } = read;
      names.set(found.article.id, from);
      sum.read++;
      sum.claims += found.claims.length;
      tell({ ...sum, file: from, rejected: [...sum.rejected] });
      yield found;
    }
  }

  const { rejected, unchanged } = await save(store, extractions(), { signal });
  for (const { article, why, reason } of rejected)
    sum.rejected.push({ from: names.get(article) ?? article, why, reason });
  return { ...sum, unchanged, done: true };
}

/** What nearly made a claim is not stored: the article's text is read again. */
export const missesOf: Misses = async ({ id, title, published, lang }, text) => {
  const source: Source = { id, from: id, format: "text", content: text, title, published, lang };
  const { skipped } = await extraction(source, async () => void (await setImmediate()));
  return nearMisses(skipped);
};

/** An upload goes through a folder of its own, so that every kind of file is read by the one code that reads files. */
export const ingestFiles: Ingest = async (files, store, tell, signal) => {
  const folder = await mkdtemp(join(tmpdir(), "entente-upload-"));
  // Each file has a folder of its own too: two files of one name are two articles.
  const shown = (from: string) => relative(folder, from).replace(/^\d+[/\\]/, "");
  const named = (progress: Progress): Progress => ({
    ...progress,
    file: progress.file && shown(progress.file),
    rejected: progress.rejected.map((each) => ({ ...each, from: shown(each.from) })),
  });
  try {
    const paths: string[] = [];
    for (const [number, { name, content }] of files.entries()) {
      const place = join(folder, String(number));
      await mkdir(place);
      const path = join(place, basename(name.replaceAll("\\", "/")).replaceAll(/[\0*?[\]{}]/g, "_") || "article.txt");
      await writeFile(path, content);
      paths.push(path);
    }
    tell(named(await ingestPaths(paths, store, (progress) => tell(named(progress)), signal)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
