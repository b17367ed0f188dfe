import { reason } from "../../../model/problem.ts";
import { type Limits, QueryRefused, QueryTimeout, StoreError } from "../store.ts";
import type { Request } from "./messages.ts";
import { EngineDied, type EngineProcess, type Ready, type Reply } from "./process.ts";
import { timed } from "./timed.ts";

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

const fatal = "The built-in engine falls over this query. Write it in smaller parts.";
const attempts = { opening: 8, asking: 3 };
/** Milliseconds after which a query is one that the engine may have to be killed for, and that its successor is kept for. */
const foresight = { long: 1000, kept: 20_000 };

export interface SeatOptions {
  /** Brings an engine up to date before each request. */
  prepare?: (engine: OpenEngine) => Promise<void>;
  /** Strangers ask here: an engine that dies again and again over one query alone was killed by the query. */
  strange?: boolean;
  /**
   * While a query takes long, a second engine is opened: others are asked there, since bringing out a large answer holds
   * up all that an engine has in hand, and nobody waits for an engine when the first is killed. For reading only.
   */
  successor?: boolean;
}

export function seat(
  start: () => EngineProcess | Promise<EngineProcess>,
  { prepare = async () => {}, strange = false, successor = false }: SeatOptions = {},
): Seat {
  let current: Promise<OpenEngine> | undefined;
  let open: OpenEngine | undefined;
  let next: Promise<OpenEngine> | undefined;
  let spare: OpenEngine | undefined;
  let nextKept: NodeJS.Timeout | undefined;
  let gone: Promise<void> = Promise.resolve();
  const all = new Set<EngineProcess>();
  // Requests that were there when an engine died run one at a time, so that the guilty one takes no other with it again.
  let suspects: Promise<unknown> = Promise.resolve();

  async function started(): Promise<OpenEngine> {
    for (const each of all) if (each.ended) all.delete(each);
    const engine = await start();
    all.add(engine);
    return Object.assign(engine, { opened: await engine.ready });
  }

  async function begin(): Promise<OpenEngine> {
    for (let attempt = 1; ; attempt++) {
      try {
        const waiting = next;
        [next, spare] = [undefined, undefined];
        const engine = await (waiting ?? started());
        if (engine.ended) continue;
        open = engine;
        return engine;
      } catch (error) {
        if (!(error instanceof EngineDied)) throw error;
        if (attempt >= attempts.opening) throw endedAgain(error);
      }
    }
  }

  function engine() {
    if (open?.ended) {
      // Two engines on one folder would be one too many: the next waits until the last is gone.
      gone = open.kill();
      [current, open] = [undefined, undefined];
    }
    if (!current) {
      const beginning = gone.then(begin);
      current = beginning;
      beginning.catch(() => {
        if (current === beginning) current = undefined;
      });
    }
    return current;
  }

  async function once(request: Request, limits: Limits): Promise<Reply> {
    const ready = await free();
    if (!successor) return attempt(ready, request, limits);
    const over = new AbortController();
    let timer: NodeJS.Timeout | undefined;
    const relief = new Promise<Reply>((resolve, reject) => {
      timer = setTimeout(async () => {
        const other = await foresee().catch(() => undefined);
        const isOldest = ready.oldest()?.request === request;
        if (!other || other === ready || isOldest || ready.ended || over.signal.aborted) return;
        // When this one dies too, the first try's own end says so.
        attempt(other, request, limits, over.signal).then(
          resolve,
          (error) => error instanceof EngineDied || reject(error),
        );
      }, foresight.long);
    });
    return Promise.race([attempt(ready, request, limits, over.signal), relief]).finally(() => {
      clearTimeout(timer);
      over.abort();
    });
  }

  async function attempt(ready: OpenEngine, request: Request, limits: Limits, over?: AbortSignal): Promise<Reply> {
    await prepare(ready);
    return timed(ready, request, limits, over);
  }

  const isBusy = (engine?: OpenEngine) => engine?.ended === false && (engine.oldest()?.for ?? 0) > foresight.long;

  /** The successor while the engine has had something in hand for long, otherwise the engine. */
  function free(): Promise<OpenEngine> {
    if (spare && !spare.ended && !isBusy(spare) && isBusy(open)) return Promise.resolve(spare);
    return engine();
  }

  /** The successor, opened where there is none. */
  function foresee(): Promise<OpenEngine> {
    keep();
    if (next) return next;
    const opening = started();
    next = opening;
    opening.then(
      (engine) => {
        if (next === opening) spare = engine;
      },
      () => {
        if (next === opening) next = undefined;
      },
    );
    return opening;
  }

  function keep(): void {
    clearTimeout(nextKept);
    nextKept = setTimeout(() => {
      if (spare && !spare.ended && (spare.oldest() || isBusy(open))) return keep();
      void next?.then(
        (engine) => engine.kill(),
        () => {},
      );
      [next, spare] = [undefined, undefined];
    }, foresight.kept).unref();
  }

  async function ask(request: Request, limits: Limits): Promise<Reply> {
    const began = performance.now();
    for (let attempt = 1; ; attempt++) {
      try {
        if (attempt === 1) return await once(request, limits);
        const alone = suspects.then(() => once(request, limits));
        suspects = alone.catch(() => {});
        return await alone;
      } catch (error) {
        if (!(error instanceof EngineDied)) throw error;
        const isGuilty = error.tooLarge && error.asked === 1;
        if (attempt >= attempts.asking && error.asked === 1 && strange && !error.tooLarge)
          throw new QueryRefused(fatal, reason("query.fatal"));
        if (attempt >= attempts.asking || isGuilty) throw endedAgain(error);
        // What had only just been asked is hardly to blame: it goes before what ran long.
        if (performance.now() - began > foresight.long) await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  }

  return {
    engine,
    ask,
    once,
    async stop() {
      clearTimeout(nextKept);
      [current, open, next, spare] = [undefined, undefined, undefined, undefined];
      await Promise.all([...all].map((engine) => engine.kill()));
    },
  };
}

export function endedAgain(error: EngineDied): StoreError | QueryTimeout {
  if (!error.tooLarge) return new StoreError(`The graph engine ended again and again: ${error.message}`);
  return new QueryTimeout(
    "The query needed more memory than it may have and was stopped. Narrow it down, or add a LIMIT.",
    reason("query.memory"),
  );
}
