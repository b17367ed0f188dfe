import type { Source } from "../../model/stages.ts";
import { broken, type Outcome } from "./outcome.ts";

/** Threads that read articles beside this one. */
export interface Crew {
  size: number;
  /** Never rejects: an article on which a thread dies is named as unread, and another thread takes the place. */
  read: (source: Source) => Promise<Outcome>;
  /** Ends the threads, whatever they are reading. */
  close: () => Promise<void>;
}

const start = new URL("./start.js", import.meta.url);

/**
 * Starts threads; each reads an article `like` those to come, so that names and words are loaded when it is asked for
 * the next. Resolves once all are ready. Rejects when one cannot start, or when the signal aborts meanwhile. `file` is
 * what a thread runs.
 */
export async function crew(size: number, like: Source, signal: AbortSignal, file = start): Promise<Crew> {
  const { default: Tinypool } = await import("tinypool");
  const pool = new Tinypool({ filename: file.href, name: "read", minThreads: size, maxThreads: size, execArgv: [] });
  // A thread that dies while it has nothing to read harms no article.
  pool.on("error", () => {});
  const close = () => pool.destroy();
  const stop = () => void close();
  signal.addEventListener("abort", stop, { once: true });
  try {
    signal.throwIfAborted();
    await Promise.all(Array.from({ length: size }, () => pool.run(like)));
  } catch (error) {
    await close();
    throw error;
  } finally {
    signal.removeEventListener("abort", stop);
  }
  return {
    size,
    read: (source) => pool.run(source).catch((error: unknown) => broken(source, error)),
    close,
  };
}
