import type { Extraction } from "../../model/stages.ts";
import type { Rejected } from "../read/page.ts";
import { type SourceOptions, sources } from "../read/sources.ts";
import { outcomes } from "../readers/readers.ts";
import { interruption } from "./interruption.ts";
import { progress } from "./progress.ts";

export interface RunOptions extends SourceOptions {
  /** Standard output carries data: nothing but messages is shown, except on a terminal. */
  silent?: boolean;
  /** Articles read at a time; one a core unless given. */
  jobs?: number;
}

/** What a command did with the extractions: those it could not take, and what it adds to the summary. */
export interface Taken {
  rejected?: Rejected[];
  summary?: string;
}

/**
 * Runs the line over everything named and gives the extractions to `take` one by one. What cannot be read is named and
 * the others go on. Answers the exit code: 0 all in, 1 some rejected, 130 interrupted (what was read until then is taken).
 */
export async function run(
  paths: string[],
  options: RunOptions,
  take: (extractions: AsyncGenerator<Extraction>) => Promise<Taken>,
): Promise<number> {
  const shown = progress(options.silent === true);
  const stop = interruption();
  const count = { read: 0, claims: 0, rejected: 0 };
  const reject = ({ from, why }: Rejected) => {
    count.rejected++;
    shown.say(`not read: ${from}: ${why}`);
  };

  async function* extractions(): AsyncGenerator<Extraction> {
    const handedIn = sources(paths, { ...options, note: shown.say, progress: shown.inputs });
    for await (const read of outcomes(handedIn, { jobs: options.jobs, signal: stop.signal })) {
      if ("why" in read) {
        reject(read);
        continue;
      }
      count.read++;
      count.claims += read.found.claims.length;
      shown.article(read.from, count.read, count.claims);
      yield read.found;
    }
  }

  try {
    const { rejected = [], summary } = await take(extractions());
    for (const each of rejected) reject(each);
    shown.end();
    if (options.silent !== true || count.rejected > 0 || stop.signal.aborted)
      shown.say(sum(count, stop.signal.aborted, summary));
  } finally {
    shown.end();
    stop.end();
  }
  return stop.signal.aborted ? 130 : count.rejected > 0 ? 1 : 0;
}

function sum(
  { read, claims, rejected }: { read: number; claims: number; rejected: number },
  stopped: boolean,
  more = "",
): string {
  const parts = [
    `${read} ${read === 1 ? "article" : "articles"} read`,
    `${claims} ${claims === 1 ? "claim" : "claims"}`,
  ];
  if (more) parts.push(more);
  if (rejected > 0) parts.push(`${rejected} rejected (named above)`);
  return `${stopped ? "Stopped. " : ""}${parts.join(", ")}.`;
}
