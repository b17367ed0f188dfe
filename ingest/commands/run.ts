import type { Extraction } from "../../model/stages.ts";
import { extraction } from "../line.ts";
import { Unreadable } from "../read/page.ts";
import { type SourceOptions, sources } from "../read/sources.ts";
import { type Progress, progress } from "./progress.ts";

export interface RunOptions extends SourceOptions {
  /** Standard output carries data: progress is shown on a terminal only. */
  silent?: boolean;
}

/**
 * Runs the line over everything named and hands each article's extraction on. What cannot be read is named and the
 * others go on. Answers the exit code: 0 all in, 1 some rejected, 130 interrupted.
 */
export async function extractions(
  paths: string[],
  options: RunOptions,
  take: (extraction: Extraction) => Promise<unknown>,
): Promise<number> {
  const shown = progress(options.silent === true);
  const stop = interruption();
  let [read, claims, rejected] = [0, 0, 0];
  const reject = (from: string, why: string) => {
    rejected++;
    shown.say(`not read: ${from}: ${why}`);
  };
  for await (const source of sources(paths, { ...options, note: shown.say, progress: shown.inputs })) {
    if (stop.asked) break;
    if ("why" in source) {
      reject(source.from, source.why);
      continue;
    }
    const said = await readable(() => extraction(source));
    if (typeof said === "string") {
      reject(source.from, said);
      continue;
    }
    await take(said);
    read++;
    claims += said.claims.length;
    shown.article(source.from, read, claims);
    // A turn of the event loop, so that Ctrl-C is heard between two articles.
    if (read % 64 === 0) await new Promise(setImmediate);
  }
  finish(shown, read, claims, rejected, stop.asked, options.silent === true);
  stop.end();
  return stop.asked ? 130 : rejected > 0 ? 1 : 0;
}

async function readable<T>(work: () => Promise<T>): Promise<T | string> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Unreadable) return error.message;
    throw error;
  }
}

function finish(
  shown: Progress,
  read: number,
  claims: number,
  rejected: number,
  stopped: boolean,
  silent: boolean,
): void {
  shown.end();
  if (silent && rejected === 0 && !stopped) return;
  const parts = [
    `${read} ${read === 1 ? "article" : "articles"} read`,
    `${claims} ${claims === 1 ? "claim" : "claims"}`,
  ];
  if (rejected > 0) parts.push(`${rejected} not read`);
  shown.say(`${stopped ? "stopped: " : ""}${parts.join(", ")}`);
}

/** The first Ctrl-C finishes the article at hand; a second one ends at once. */
function interruption(): { readonly asked: boolean; end: () => void } {
  let asked = false;
  const hear = () => {
    if (asked) process.exit(130);
    asked = true;
  };
  process.on("SIGINT", hear);
  process.on("SIGTERM", hear);
  return {
    get asked() {
      return asked;
    },
    end: () => {
      process.off("SIGINT", hear);
      process.off("SIGTERM", hear);
    },
  };
}
