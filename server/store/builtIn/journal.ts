import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  renameSync,
  truncateSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";
import { type Frame, frame, frames } from "./frames.ts";
import type { LastBatch } from "./messages.ts";

/** The first record: the engine's file that the epochs of this journal count for, and the last batch before it began. */
export interface Header {
  graph: string;
  last?: LastBatch;
}

/** A batch as it stands in the journal. */
export interface BatchRecord {
  batch: string;
  statements: { cypher: string; params?: Record<string, unknown> }[];
  columns: string[];
  /** JSON text of the rows answered. */
  rows: string;
  truncated: "rows" | "bytes" | null;
}

/** What a journal says, without holding it in memory. */
export interface Survey {
  header: Header;
  /** Epoch at which the journal begins (after its dump), and the epoch that its last batch leads to. */
  from: number;
  to: number;
  /** The dump it begins with is whole, or there is none. */
  complete: boolean;
  last?: LastBatch;
  schema: string[];
  /** Bytes of the records before the first batch: what a new journal of the same graph would be. */
  dumped: number;
  rest: "nothing" | "torn" | "damaged";
}

/** The open end of a journal. */
export interface Journal {
  /** Bytes so far. */
  readonly bytes: number;
  /** On disk when it returns. A record that could not be written whole leaves no trace. */
  append(record: Frame): void;
  /** Takes the last record back: what it announced did not happen. */
  undo(): void;
  close(): void;
}

/** Reads a journal through once; undefined when it has no readable header. */
export function survey(path: string): Survey | undefined {
  if (!existsSync(path)) return undefined;
  const reading = frames(path);
  let found: Survey | undefined;
  let bytes = 0;
  let step = reading.next();
  for (; !step.done; step = reading.next()) {
    const { kind, epoch, json } = step.value;
    bytes += frame(step.value).length;
    if (!found) {
      if (kind !== "header") return undefined;
      const header = JSON.parse(json) as Header;
      const start = { from: epoch, to: epoch, complete: true, schema: [], dumped: bytes, rest: "nothing" as const };
      found = { header, last: header.last, ...start };
    } else if (kind === "schema") found.schema.push(JSON.parse(json));
    else if (kind === "batch") {
      const { batch, columns, rows, truncated } = JSON.parse(json) as BatchRecord;
      found.to = epoch + 1;
      found.last = { batch, columns, rows, truncated };
    } else {
      found.complete = kind === "dumped";
      found.dumped = bytes;
    }
  }
  if (!found) return undefined;
  found.rest = step.value.rest;
  if (step.value.rest === "torn") truncateSync(path, step.value.whole);
  return found;
}

/** Opens a journal to append to it; made when it is not there. */
export function openJournal(path: string): Journal {
  const file = openSync(path, "a");
  let bytes = fstatSync(file).size;
  let before = bytes;
  return {
    get bytes() {
      return bytes;
    },
    append(record) {
      const buffer = frame(record);
      try {
        writeWhole(file, buffer);
        fsyncSync(file);
      } catch (error) {
        ftruncateSync(file, bytes);
        throw error;
      }
      before = bytes;
      bytes += buffer.length;
    },
    undo() {
      ftruncateSync(file, before);
      fsyncSync(file);
      bytes = before;
    },
    close: () => closeSync(file),
  };
}

/** Writes a new journal beside the old one and puts it in its place in one step, so that one of the two is always whole. */
export async function replaceJournal(path: string, records: AsyncIterable<Frame>): Promise<void> {
  const next = `${path}.new`;
  const file = openSync(next, "w");
  try {
    for await (const record of records) writeWhole(file, frame(record));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(next, path);
  syncFolder(dirname(path));
}

function writeWhole(file: number, buffer: Buffer): void {
  for (let at = 0; at < buffer.length; ) at += writeSync(file, buffer, at);
}

/** A new name is safe only when its folder is; where folders cannot be opened (Windows) the system sees to it. */
export function syncFolder(folder: string): void {
  if (process.platform === "win32") return;
  const handle = openSync(folder, "r");
  fsyncSync(handle);
  closeSync(handle);
}
