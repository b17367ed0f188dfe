import { reason } from "../../model/problem.ts";
import type { Extraction, Source } from "../../model/stages.ts";
import type { Pause } from "../claims/claims.ts";
import { DataError } from "../languages/lines.ts";
import { extraction } from "../line.ts";
import { type Rejected, Unreadable } from "../read/page.ts";

/** What became of an article: what it says, or why it could not be read. `from` as the user named it. */
export type Outcome = { from: string; found: Extraction } | Rejected;

/** Reads one article. One that cannot be read, or that breaks a rule of ours, fails alone; flawed word lists fail all. */
export async function outcome(source: Source, pause?: Pause): Promise<Outcome> {
  try {
    return { from: source.from, found: await extraction(source, pause) };
  } catch (error) {
    if (error instanceof DataError) throw error;
    if (error instanceof Unreadable) return { from: source.from, why: error.message, reason: error.reason };
    return broken(source, error);
  }
}

/** The article is named, but it is the program that must be mended. */
export function broken({ from }: Source, error: unknown): Rejected {
  const { code, message } = error as NodeJS.ErrnoException;
  if (process.env.LOG_LEVEL === "debug") console.error(error);
  const why =
    code === "ERR_WORKER_OUT_OF_MEMORY"
      ? "takes more memory than there is to read one article: split it"
      : `breaks the reader (${message}): please report it with the article`;
  return { from, why, reason: reason("unread.broken") };
}
