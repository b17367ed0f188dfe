import compression from "compression";
import type { Request, Response } from "express";
import { isOnThisMachine } from "./hosts.ts";

/** Bytes up to which sending to the same machine is quicker than compressing. */
const sentAsItIs = 48 * 1024;

/** Compresses what is written to a response from here on, where that pays. */
export const compress = compression({ filter: compressible, level: 3 });

/** An event stream must arrive as it is written, not when a block of compressed bytes is full. */
function compressible(request: Request, response: Response): boolean {
  if (String(response.getHeader("Content-Type")).startsWith("text/event-stream")) return false;
  return !isShort(request, Number(response.getHeader("Content-Length"))) && compression.filter(request, response);
}

/** Sends an answer as JSON. Wrapping a response for compression costs time too: a short answer goes without. */
export function sendJson(request: Request, response: Response, answer: unknown): void {
  // Once as bytes: a text would be gone through for its length and again for each part that is sent.
  const bytes = Buffer.from(JSON.stringify(answer));
  const { length } = bytes;
  response.setHeader("Content-Type", "application/json; charset=utf-8");
  response.setHeader("Content-Length", length);
  if (isShort(request, length)) response.end(bytes);
  else compress(request, response, () => response.end(bytes));
}

function isShort(request: Request, length: number): boolean {
  return length < sentAsItIs && isOnThisMachine(request);
}
