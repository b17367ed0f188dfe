import { reason } from "../../model/problem.ts";
import type { Rejected } from "./page.ts";

/** Text of a file's bytes (UTF-8, or UTF-16 with its mark), or why they are none. The mark itself is left out. */
export function decode(bytes: Uint8Array, charset?: string): string | Omit<Rejected, "from"> {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  if (bytes.includes(0)) return binary;
  const text = new TextDecoder(charset ?? declared(bytes) ?? "utf-8").decode(bytes);
  const broken = text.split("\uFFFD").length - 1;
  if (broken > 2 && broken * BrokenShare > text.length) {
    return { why: "is not UTF-8 text: save it as UTF-8", reason: reason("unread.letters") };
  }
  return text;
}

export const binary = { why: "is not text: it holds NUL bytes", reason: reason("unread.binary") };

/** One unreadable letter in this many is a file in another encoding, not a damaged one. */
const BrokenShare = 200;

/** The encoding that an HTML page names in its head, where this machine knows it. */
function declared(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 1024));
  const name = /<meta[^>]+charset\s*=\s*["']?([A-Za-z0-9_-]+)/i.exec(head)?.[1];
  try {
    return name && new TextDecoder(name).encoding;
  } catch {
    return undefined;
  }
}
