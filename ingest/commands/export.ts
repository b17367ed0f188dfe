import { open } from "node:fs/promises";
import type { CsvPart } from "../../server/export/csv.ts";
import { type FormatName, format } from "../../server/export/formats.ts";
import { print } from "./print.ts";
import { withStore } from "./withStore.ts";

export interface ExportOptions {
  format: FormatName;
  /** The file to write; standard output when absent. */
  out?: string;
  /** One table of the CSV archive. */
  part?: CsvPart;
}

/** `entente export`: the graph as a file, on standard output unless a file is named. Answers the exit code. */
export async function exportGraph({ format: name, out, part }: ExportOptions): Promise<number> {
  const { media, write } = format(name, part);
  if (media === "application/zip" && out === undefined && process.stdout.isTTY) {
    throw new Error(
      "csv is an archive of three tables, which a terminal cannot show: name a file, as in --out graph.zip, or a table, as in --part edges",
    );
  }
  return withStore(async (store) => {
    if (out === undefined) for await (const piece of write(store)) await print(piece);
    else await toFile(out, write(store));
    return 0;
  });
}

async function toFile(path: string, pieces: AsyncGenerator<string | Uint8Array>): Promise<void> {
  const file = await open(path, "w").catch((error: unknown) => unwritable(path, error));
  try {
    for await (const piece of pieces) await file.appendFile(piece).catch((error: unknown) => unwritable(path, error));
  } finally {
    await file.close();
  }
}

function unwritable(path: string, error: unknown): never {
  const { code } = error as NodeJS.ErrnoException;
  if (code === "ENOENT" || code === "EACCES" || code === "EISDIR" || code === "EROFS" || code === "ENOSPC") {
    throw new Error(`${path} cannot be written (${code}): name a file in a folder that exists and may be written.`);
  }
  throw error;
}
