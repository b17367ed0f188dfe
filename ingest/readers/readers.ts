import { setImmediate } from "node:timers/promises";
import type { Source } from "../../model/stages.ts";
import type { Pause } from "../claims/claims.ts";
import type { Rejected } from "../read/page.ts";
import { type Crew, crew } from "./crew.ts";
import { usualJobs } from "./jobs.ts";
import { type Outcome, outcome } from "./outcome.ts";

export interface ReadersOptions {
  /** Articles read at a time, each by a thread of its own; one a core unless given, 1 to read on this thread. */
  jobs?: number;
  /** Stops between two articles; what is being read is dropped. */
  signal?: AbortSignal;
  /** Letters that this thread reads before it starts others. */
  alone?: number;
  /** What an article that this thread reads pauses for now and then, by where it came from. */
  pause?: (from: string) => Pause;
  /** Threads that are there already; they are ended in the end. */
  threads?: Crew;
}

/**
 * Threads take a second or two of a core to load and to become quick, about as long as this much text takes to be read
 * here. Before so much has come, nobody knows whether more will.
 */
const lettersAlone = 400_000;

/** Articles at hand for each thread: one being read, the others wait, so that no thread does when one article is long. */
const each = 4;

/**
 * Reads what is handed in and gives what became of it in the same order, whichever thread was first. The first articles
 * are read on this thread; where many follow, others take over and this one only hands out. Results do not depend on it.
 */
export async function* outcomes(
  handedIn: AsyncIterable<Source | Rejected>,
  { jobs = usualJobs(), signal, alone = lettersAlone, threads, pause }: ReadersOptions = {},
): AsyncGenerator<Outcome> {
  const sources = handedIn[Symbol.asyncIterator]();
  const readers = team(jobs, alone, { threads, pause });
  const atHand: Promise<Outcome>[] = [];
  let arriving: Promise<IteratorResult<Source | Rejected>> | undefined;
  let ended = false;
  try {
    for (;;) {
      // Reading an article here takes the thread: a turn of the event loop lets requests and Ctrl-C through.
      await setImmediate();
      if (!ended && atHand.length < readers.room) arriving ??= sources.next();
      const happened = await next(atHand[0], arriving, signal);
      if (happened === undefined) return;
      if ("from" in happened) {
        atHand.shift();
        yield happened;
        continue;
      }
      arriving = undefined;
      if (happened.done) ended = true;
      else atHand.push("why" in happened.value ? Promise.resolve(happened.value) : readers.read(happened.value));
    }
  } finally {
    // Where input is still awaited (standard input), nobody waits for its end.
    sources.return?.().catch(() => {});
    await readers.close();
  }
}

/** What comes first: the oldest article at hand is read, another arrives, or (undefined) there is nothing left or it is to stop. */
function next<A, B>(oldest?: Promise<A>, arriving?: Promise<B>, signal?: AbortSignal): Promise<A | B | undefined> {
  if (signal?.aborted) return Promise.resolve(undefined);
  const awaited = [oldest, arriving].filter((each) => each !== undefined);
  if (awaited.length === 0) return Promise.resolve(undefined);
  return new Promise((resolve, reject) => {
    // Not by a promise that outlives this: it would keep every article that was ever raced against it.
    const stop = () => resolve(undefined);
    signal?.addEventListener("abort", stop, { once: true });
    const end = () => signal?.removeEventListener("abort", stop);
    for (const each of awaited) each.then(resolve, reject).finally(end);
  });
}

interface Team {
  /** How many articles may be at hand. */
  readonly room: number;
  read: (source: Source) => Promise<Outcome>;
  close: () => Promise<void>;
}

/** This thread, and others once it has read so many letters alone. */
function team(jobs: number, alone: number, { threads: given, pause }: Pick<ReadersOptions, "threads" | "pause">): Team {
  const closing = new AbortController();
  let threads = given;
  let starting: Promise<void> | undefined;
  let letters = 0;
  // Threads that cannot start (memory) leave the work to this one.
  const start = async (like: Source) => {
    threads = await crew(jobs, like, closing.signal).catch(() => undefined);
  };
  return {
    get room() {
      return threads ? threads.size * each : 1;
    },
    read(source) {
      // What was read before is only parsed: that is less than handing it to and fro.
      if (source.dump !== undefined) return outcome(source);
      if (threads) return threads.read(source);
      letters += source.content.length;
      if (jobs > 1 && letters > alone) starting ??= start(source);
      return outcome(source, pause?.(source.from));
    },
    async close() {
      closing.abort();
      await starting;
      await threads?.close();
    },
  };
}
