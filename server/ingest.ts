import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join, relative } from "node:path";
import { sources } from "../ingest/read/sources.ts";
import { outcomes } from "../ingest/readers/readers.ts";
import type { Extraction } from "../model/stages.ts";
import { save } from "./graph/save.ts";
import type { GraphStore } from "./store/store.ts";
import type { Ingest, Progress } from "./upload.ts";

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

  async function* extractions(): AsyncGenerator<Extraction> {
    // The number of inputs is the number of articles unless one of them holds many; then nobody knows it beforehand.
    const counted = (_done: number, total: number) => {
      sum.total = Math.max(total, sum.read);
    };
    for await (const read of outcomes(sources(paths, { progress: counted }), { signal })) {
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
