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
import type { Statement } from "../store.ts";
import { type Frame, frame, frames, type ReadThrough } from "./frames.ts";
import type { LastBatch } from "./messages.ts";

/** The first record: the engine's file whose epochs this journal counts, and whether a dump of the graph follows. */
export interface Header {
  graph: string;
  dump: boolean;
  /** The last batch before this journal began. */
  last?: LastBatch;
}

/** A batch as it stands in the journal, with the answer it had. */
export interface BatchRecord extends LastBatch {
  statements: Statement[];
}

/** What a journal says, without holding it in memory. */
export interface Survey {
  header: Header;
  /** Engine's epoch at which the journal begins (after its dump), and the epoch that its last batch leads to. */
  from: number;
  to: number;
  /** The dump that the header announces is there, whole. */
  complete: boolean;
  last?: LastBatch;
  /** Index and constraint commands, in their order. */
  schema: string[];
  rest: ReadThrough["rest"];
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

/** Reads a journal through once and cuts a torn tail off; undefined where there is no readable header. */
export function survey(path: string): Survey | undefined {
  if (!existsSync(path)) return undefined;
  const reading = frames(path);
  let step = reading.next();
  if (step.done || step.value.kind !== "header") return undefined;
  const header = JSON.parse(step.value.json) as Header;
  const { epoch } = step.value;
  const known: Survey = {
    header,
    from: epoch,
    to: epoch,
    complete: !header.dump,
    last: header.last,
    schema: [],
    rest: "nothing",
  };
  for (step = reading.next(); !step.done; step = reading.next()) take(known, step.value);
  known.rest = step.value.rest;
  if (known.rest === "torn") truncateSync(path, step.value.whole);
  return known;
}

function take(known: Survey, { kind, epoch, json }: Frame): void {
  if (kind === "schema") known.schema.push(JSON.parse(json));
  else if (kind === "dumped") known.complete = true;
  else if (kind === "batch") {
    const { batch, columns, rows, truncated } = JSON.parse(json) as BatchRecord;
    known.to = epoch + 1;
    known.last = { batch, columns, rows, truncated };
  }
}

/** Opens a journal to append to it. */
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
export async function replaceJournal(path: string, records: AsyncIterable<Frame> | Iterable<Frame>): Promise<void> {
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

/** A new name is safe only when its folder is; where folders cannot be opened (Windows) the system sees to it. */
export function syncFolder(folder: string): void {
  if (process.platform === "win32") return;
  const handle = openSync(folder, "r");
  fsyncSync(handle);
  closeSync(handle);
}

function writeWhole(file: number, buffer: Buffer): void {
  for (let at = 0; at < buffer.length; ) at += writeSync(file, buffer, at);
}
