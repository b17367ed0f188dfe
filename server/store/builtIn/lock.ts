import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { dirname, join, resolve } from "node:path";
import { StoreError } from "../store.ts";
import { syncFolder } from "./journal.ts";

interface Holder {
  pid: number;
  since: string;
  host: string;
  /** When the process began, as the system counts it: a number used again by another process is not the holder. */
  began: string | null;
}

const held = new Set<string>();

/**
 * Takes the data folder for this process, or throws StoreError saying who has it. A holder that is no longer alive
 * holds nothing. Answers the function that gives the folder back.
 */
export function takeFolder(folder: string): () => void {
  const path = join(makeFolder(folder), "lock.json");
  if (held.has(path)) throw new StoreError(`This process has the data folder ${folder} open already.`);
  for (let tries = 0; tries < 3; tries++) {
    try {
      writeFileSync(path, JSON.stringify(self()), { flag: "wx" });
      held.add(path);
      return () => {
        held.delete(path);
        rmSync(path, { force: true });
      };
    } catch (error) {
      if (code(error) !== "EEXIST") throw unwritable(folder, error);
      const holder = read(path);
      if (holder && isAlive(holder)) throw inUse(folder, holder);
      rmSync(path, { force: true });
    }
  }
  throw new StoreError(`The data folder ${folder} is being opened by another process at this moment. Try again.`);
}

function makeFolder(folder: string): string {
  const path = resolve(folder);
  try {
    makeWithParents(path);
    if (!statSync(path).isDirectory()) throw Object.assign(new Error("not a folder"), { code: "ENOTDIR" });
    return path;
  } catch (error) {
    throw unwritable(folder, error);
  }
}

/** Node's own recursive making never ends below a folder that can hold none, such as /proc (Node 20): each step is made here. */
function makeWithParents(path: string): void {
  const above = dirname(path);
  if (above !== path && !existsSync(above)) makeWithParents(above);
  try {
    mkdirSync(path);
    syncFolder(above);
  } catch (error) {
    if (code(error) !== "EEXIST") throw error;
  }
}

function unwritable(folder: string, error: unknown): StoreError {
  const reasons: Record<string, string> = {
    EEXIST: "is a file, not a folder",
    ENOENT: "cannot be made there: the folder above it holds no folders",
    ENOTDIR: "is a file, or lies below one, and not a folder",
    EACCES: "may not be written by this user",
    EPERM: "may not be written by this user",
    EROFS: "lies on a disk that is read-only",
    ENOSPC: "lies on a disk that is full",
  };
  const why = reasons[code(error)] ?? `cannot be used: ${error instanceof Error ? error.message : error}`;
  return new StoreError(`The data folder ${folder} ${why}. Set DATA_DIR to a folder that can be written.`);
}

function inUse(folder: string, { pid, since, host }: Holder): StoreError {
  const where = host === hostname() ? "" : ` on ${host}`;
  return new StoreError(
    `The data folder ${folder} is in use by process ${pid}${where} since ${since}. ` +
      "Stop that process, or set DATA_DIR to another folder.",
  );
}

function self(): Holder {
  const since = new Date().toISOString().slice(0, 19).replace("T", " ");
  return { pid: process.pid, since, host: hostname(), began: began(process.pid) };
}

function read(path: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Holder;
  } catch {
    return undefined;
  }
}

function isAlive({ pid, began: start, host }: Holder): boolean {
  // Another machine's processes cannot be seen from here; the engine's own lock decides then.
  if (host !== hostname()) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (code(error) === "ESRCH") return false;
  }
  return start === null || start === began(pid);
}

/** Linux: boot and clock tick of the process's start. Elsewhere the number of the process has to do. */
function began(pid: number): string | null {
  try {
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return `${boot} ${stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19]}`;
  } catch {
    return null;
  }
}

function code(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
