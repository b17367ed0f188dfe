import { reason } from "../../../model/problem.ts";
import { type Limits, QueryTimeout } from "../store.ts";
import type { Request } from "./messages.ts";
import type { EngineProcess, Reply } from "./process.ts";

/** A caller who hung up gets this many milliseconds of grace before the engine is killed under the query. */
const grace = 1000;

/** One try, within its time and as long as somebody waits for it; once it is `over`, the engine is left alone with it. */
export function timed(
  engine: EngineProcess,
  request: Request,
  { timeout, signal }: Limits,
  over?: AbortSignal,
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted || over?.aborted) return reject(cancelled());
    let isDone = false;
    const timer = timeout === undefined ? undefined : setTimeout(() => give(tooLong(timeout)), timeout);
    const hangUp = () => {
      setTimeout(() => isDone || void engine.kill(), grace).unref();
      clean();
      reject(cancelled());
    };
    const give = (error: Error) => {
      clean();
      reject(error);
      void engine.kill();
    };
    const clean = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", hangUp);
      over?.removeEventListener("abort", clean);
    };
    over?.addEventListener("abort", clean);
    signal?.addEventListener("abort", hangUp);
    engine
      .ask(request)
      .finally(() => {
        isDone = true;
        clean();
      })
      .then(resolve, reject);
  });
}

function tooLong(timeout: number): QueryTimeout {
  return new QueryTimeout(
    `The query took longer than ${timeout / 1000} s and was stopped. Narrow it down: more WHERE, shorter paths, a LIMIT.`,
    reason("query.time", { seconds: timeout / 1000 }),
  );
}

function cancelled(): QueryTimeout {
  return new QueryTimeout("The query was cancelled.", reason("query.cancelled"));
}
