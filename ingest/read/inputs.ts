import { readdir, stat } from "node:fs/promises";
import { extname, join } from "node:path";
import { reason } from "../../model/problem.ts";
import type { Rejected } from "./page.ts";

/** One thing to read from, in the order in which it was named; folders and globs are spread out. */
export type Input = { kind: "file" | "url" | "stdin"; from: string } | Rejected;

const endings = [".txt", ".html", ".htm", ".md", ".json", ".jsonl"];
const unknownKind = reason("unread.kind", { endings: endings.join(" ") });

/** Spreads out what the user named: files, folders with all below them, globs, URLs and `-`. */
export async function inputs(paths: string[]): Promise<Input[]> {
  const found: Input[] = [];
  for (const path of paths) found.push(...(await spread(path)));
  return found;
}

async function spread(path: string): Promise<Input[]> {
  if (path === "-") return [{ kind: "stdin", from: "-" }];
  if (/^https?:\/\//i.test(path)) return [{ kind: "url", from: path }];
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(path))
    return [{ from: path, why: "only http and https addresses are fetched", reason: reason("unread.address") }];
  const entry = await stat(path).catch(() => undefined);
  if (entry?.isDirectory()) return inFolder(path);
  if (entry) return [file(path)];
  if (/[*?[\]{}]/.test(path)) return matching(path);
  return [{ from: path, why: "there is no such file or folder: check the path", reason: reason("unread.file") }];
}

function file(path: string): Input {
  if (endings.includes(extname(path).toLowerCase())) return { kind: "file", from: path };
  return {
    from: path,
    why: `is not of a kind that is read (${endings.join(" ")}): convert it, or rename it if it is text`,
    reason: unknownKind,
  };
}

async function inFolder(folder: string): Promise<Input[]> {
  const found = await below(folder);
  if (found.length > 0) return found.map((from) => ({ kind: "file", from }));
  return [{ from: folder, why: `holds no file that is read (${endings.join(" ")})`, reason: unknownKind }];
}

/** Files of a folder and the folders in it, in the order of their names. Hidden ones and links to folders are passed over. */
async function below(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const found: string[] = [];
  for (const entry of entries) {
    if (entry.name.startsWith(".")) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) found.push(...(await below(path)));
    else if (endings.includes(extname(entry.name).toLowerCase())) found.push(path);
  }
  return found;
}

async function matching(pattern: string): Promise<Input[]> {
  const { default: glob } = await import("fast-glob");
  const found = (await glob(pattern.replaceAll("\\", "/"), { onlyFiles: true })).sort();
  if (found.length === 0)
    return [{ from: pattern, why: "matches no file: check the pattern", reason: reason("unread.file") }];
  return found.map(file);
}
