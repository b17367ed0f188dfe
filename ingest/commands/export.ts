import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import { type FormatName, format, formatNames } from "../../server/export/formats.ts";
import { dump } from "../../server/graph/dump.ts";
import type { GraphStore } from "../../server/store/store.ts";
import { print } from "./print.ts";
import { withStore } from "./withStore.ts";

/** All formats: `jsonl` is the graph's own, one article a line with its text and claims. */
export const exportFormats = [...formatNames, "jsonl"] as const;

/** `entente export`: the graph as a file, on standard output unless a file is named. Answers the exit code. */
export function exportGraph(options: { format: (typeof exportFormats)[number]; out?: string }): Promise<number> {
  return withStore(async (store) => {
    const pieces = options.format === "jsonl" ? jsonLines(store) : format(options.format as FormatName).write(store);
    if (options.out === undefined) for await (const piece of pieces) await print(piece);
    else await write(options.out, pieces);
    return 0;
  });
}

async function* jsonLines(store: GraphStore): AsyncGenerator<string> {
  for await (const line of dump(store)) yield `${line}\n`;
}

async function write(path: string, pieces: AsyncGenerator<string | Uint8Array>): Promise<void> {
  const file = createWriteStream(path);
  const done = finished(file);
  for await (const piece of pieces) if (!file.write(piece)) await Promise.race([done, drained(file)]);
  file.end();
  await done;
}

function drained(file: ReturnType<typeof createWriteStream>): Promise<void> {
  return new Promise((resolve) => file.once("drain", resolve));
}
