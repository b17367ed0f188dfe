import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { crc32 } from "node:zlib";

/**
 * One record of the journal: `<checksum> <bytes> <kind> <epoch> <json>\n`. The checksum (CRC-32, hexadecimal) covers all
 * that follows it; JSON text holds no line break, so a line is a record. Readable with any pager.
 */
export interface Frame {
  kind: FrameKind;
  /** The engine's epoch before the record takes effect. */
  epoch: number;
  json: string;
}
export type FrameKind = "header" | "schema" | "nodes" | "edges" | "typed" | "dumped" | "batch";

const lineBreak = 10;

/** A record as the bytes to append. */
export function frame({ kind, epoch, json }: Frame): Buffer {
  const body = ` ${Buffer.byteLength(json)} ${kind} ${epoch} ${json}`;
  return Buffer.from(`${crc32(body).toString(16).padStart(8, "0")}${body}\n`);
}

/**
 * What reading met: how many bytes are whole records, and what the rest is. A tail without its line break is torn: its
 * writing never ended, and nobody was told that it had. A line that is all there and not as it was written is damaged.
 */
export interface ReadThrough {
  whole: number;
  size: number;
  rest: "nothing" | "torn" | "damaged";
}

/**
 * Reads all whole records in order, one at a time: the file may be larger than memory. Stops at the first record that is
 * not as it was written; the generator's return value says where and why.
 */
export function* frames(path: string): Generator<Frame, ReadThrough> {
  const file = openSync(path, "r");
  try {
    const { size } = fstatSync(file);
    let whole = 0;
    for (const line of lines(file)) {
      const read = parse(line);
      if (!read) return { whole, size, rest: line.at(-1) === lineBreak ? "damaged" : "torn" };
      whole += line.length;
      yield read;
    }
    return { whole, size, rest: "nothing" };
  } finally {
    closeSync(file);
  }
}

/** Lines as bytes, each with its line break; the last may lack it. */
function* lines(file: number): Generator<Buffer> {
  const chunk = Buffer.alloc(1 << 20);
  let parts: Buffer[] = [];
  for (let read = readSync(file, chunk); read > 0; read = readSync(file, chunk)) {
    let from = 0;
    for (let end = chunk.indexOf(lineBreak, from); end >= 0 && end < read; end = chunk.indexOf(lineBreak, from)) {
      yield Buffer.concat([...parts, chunk.subarray(from, end + 1)]);
      parts = [];
      from = end + 1;
    }
    if (from < read) parts.push(Buffer.from(chunk.subarray(from, read)));
  }
  if (parts.length > 0) yield Buffer.concat(parts);
}

function parse(line: Buffer): Frame | undefined {
  if (line.length < 12 || line.at(-1) !== lineBreak) return undefined;
  const body = line.subarray(8, -1);
  if (Number.parseInt(line.toString("latin1", 0, 8), 16) !== crc32(body)) return undefined;
  const text = body.toString("utf8");
  const [, , kind, epoch] = text.split(" ", 4);
  const json = text.slice(ends(text, 4));
  return { kind: kind as FrameKind, epoch: Number(epoch), json };
}

/** Where the text after the n-th space begins. */
function ends(text: string, spaces: number): number {
  let at = 0;
  for (let n = 0; n < spaces; n++) at = text.indexOf(" ", at) + 1;
  return at;
}
