import { binary } from "./decode.ts";
import type { Rejected } from "./page.ts";
import { tooLarge } from "./read.ts";

/** Longer lines are passed over: a line is one article, and its marks and escapes may treble it. */
const LineLimit = 20 * 1024 * 1024;

/**
 * The lines of a stream of bytes with their numbers from 1, or why a line cannot be read. Only one line is held at a
 * time, so a file of any length costs the same memory.
 */
export async function* byteLines(
  chunks: AsyncIterable<Buffer>,
): AsyncGenerator<{ number: number; line: string } | ({ number: number } & Omit<Rejected, "from">)> {
  let parts: Buffer[] = [];
  let size = 0;
  let number = 1;
  const finish = () => {
    const bytes = parts.length === 1 ? parts[0]! : Buffer.concat(parts);
    const long = size > LineLimit;
    parts = [];
    size = 0;
    if (long) {
      const why = `is longer than ${LineLimit / 1024 / 1024} MB: one line is one article`;
      return { number: number++, why, reason: tooLarge(LineLimit) };
    }
    if (bytes.includes(0)) return { number: number++, ...binary };
    const line = bytes.toString("utf8");
    return { number: number++, line: line.charCodeAt(0) === 0xfeff ? line.slice(1) : line };
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      size += end - from;
      if (size <= LineLimit) parts.push(chunk.subarray(from, end));
      yield finish();
      from = end + 1;
    }
    size += chunk.length - from;
    // Past the limit nothing is kept of the line but its length.
    if (size <= LineLimit) parts.push(chunk.subarray(from));
    else parts = [];
  }
  if (size > 0) yield finish();
}
