import { type Limits, QueryTimeout, StoreError } from "../store.ts";
import type { Request } from "./messages.ts";
import { EngineDied, type EngineProcess, type Ready, type Reply } from "./process.ts";

/** A place where an engine runs: started when it is needed first, and again when it has died. */
export interface Seat {
  /** The running engine, once it is open. */
  engine(): Promise<OpenEngine>;
  /** Asks; a request that a dying engine took with it is asked again, alone. Rejects with QueryTimeout, QueryRefused or StoreError. */
  ask(request: Request, limits: Limits): Promise<Reply>;
  /** Asks once; rejects with EngineDied when the engine dies over it. */
  once(request: Request, limits: Limits): Promise<Reply>;
  /** Kills the engine, if one runs; answers when it is gone. */
  stop(): Promise<void>;
}

export type OpenEngine = EngineProcess & { opened: Ready };

const attempts = { opening: 8, asking: 3 };
/** A caller who hung up gets this many milliseconds of grace before the engine is killed under the query. */
const grace = 1000;

/** `prepare` brings an engine up to date before each request. */
export function seat(
  start: () => EngineProcess | Promise<EngineProcess>,
  prepare: (engine: OpenEngine) => Promise<void> = async () => {},
): Seat {
  let current: Promise<OpenEngine> | undefined;
  let newest: EngineProcess | undefined;
  let open: OpenEngine | undefined;
  // Requests that were there when an engine died run one at a time, so that the guilty one takes no other with it again.
  let suspects: Promise<unknown> = Promise.resolve();

  async function begin(): Promise<OpenEngine> {
    for (let attempt = 1; ; attempt++) {
      try {
        const engine = await start();
        newest = engine;
        open = Object.assign(engine, { opened: await engine.ready });
        return open;
      } catch (error) {
        if (!(error instanceof EngineDied)) throw error;
        if (attempt >= attempts.opening) throw endedAgain(error);
      }
    }
  }

  function engine() {
    if (open?.ended) [current, open] = [undefined, undefined];
    if (!current) {
      const beginning = begin();
      current = beginning;
      beginning.catch(() => {
        if (current === beginning) current = undefined;
      });
    }
    return current;
  }

  async function once(request: Request, limits: Limits): Promise<Reply> {
    const ready = await engine();
    await prepare(ready);
    return timed(ready, request, limits);
  }

  async function ask(request: Request, limits: Limits): Promise<Reply> {
    for (let attempt = 1; ; attempt++) {
      try {
        if (attempt === 1) return await once(request, limits);
        const alone = suspects.then(() => once(request, limits));
        suspects = alone.catch(() => {});
        return await alone;
      } catch (error) {
        if (!(error instanceof EngineDied)) throw error;
        if (attempt >= attempts.asking || (attempt > 1 && error.tooLarge)) throw endedAgain(error);
      }
    }
  }

  return {
    engine,
    ask,
    once,
    async stop() {
      [current, open] = [undefined, undefined];
      await newest?.kill();
    },
  };
}

/** One try, within its time and as long as somebody waits for it. */
function timed(engine: EngineProcess, request: Request, { timeout, signal }: Limits): Promise<Reply> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(new QueryTimeout("The query was cancelled."));
    let isDone = false;
    const timer = timeout === undefined ? undefined : setTimeout(() => give(tooLong(timeout)), timeout);
    const hangUp = () => {
      setTimeout(() => isDone || void engine.kill(), grace).unref();
      clean();
      reject(new QueryTimeout("The query was cancelled."));
    };
    const give = (error: Error) => {
      clean();
      reject(error);
      void engine.kill();
    };
    const clean = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", hangUp);
    };
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
  );
}

export function endedAgain(error: EngineDied): StoreError | QueryTimeout {
  if (!error.tooLarge) return new StoreError(`The graph engine ended again and again: ${error.message}`);
  return new QueryTimeout(
    "The query needed more memory than it may have and was stopped. Narrow it down, or add a LIMIT.",
  );
}
