import { constants, copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import type { Limits } from "../store.ts";
import type { Request } from "./messages.ts";
import { type EngineProcess, type Reply, startEngine } from "./process.ts";
import { type OpenEngine, type Seat, seat } from "./seat.ts";

/**
 * Strangers' queries run on a copy of the graph in a process of its own: what they do to it, and when it is killed
 * under them, touches nobody else. Before each question the copy takes the changes that the original took since.
 */
export interface Strangers {
  ask(request: Extract<Request, { cypher: string }>, limits: Limits): Promise<Reply>;
  /** A batch that the original took; `epoch` is the original's after it. */
  changed(batch: Batch): void;
  close(): Promise<void>;
}

export interface Batch {
  batch: string;
  statements: string;
  epoch: number;
}

/** Characters of statements that a copy catches up with; past them a new copy is cheaper. */
const catchUp = 8 * 2 ** 20;
/** Milliseconds without a question after which the process is ended: it holds the graph in memory a second time. */
const idle = 120_000;

export function strangers(main: Seat, folder: string, memory: number): Strangers {
  const copies = join(folder, "copy");
  rmSync(copies, { recursive: true, force: true });
  /** The copy that processes start from; never opened itself. `since` holds what the original took after it. */
  let master: Promise<{ path: string; epoch: number }> | undefined;
  let since: Batch[] = [];
  let size = 0;
  let number = 0;
  let timer: NodeJS.Timeout | undefined;
  /** The original's epoch that a running copy has come to, and the changes it is taking. */
  const level = new WeakMap<object, { epoch: number; offset: number; taking: Promise<void> }>();

  const side = seat(start, { prepare: takeChanges, strange: true, successor: true });
  /** The file of each process; a file whose process has ended is of no use. */
  const files = new Map<EngineProcess, string>();

  async function start(): Promise<EngineProcess> {
    master ??= copyOfMain();
    const { path, epoch } = await master.catch((error) => {
      master = undefined;
      throw error;
    });
    const own = join(copies, `${++number}.grafeo`);
    for (const [engine, file] of files) if (engine.ended && files.delete(engine)) remove(file);
    copyFileSync(path, own, constants.COPYFILE_FICLONE);
    const engine = startEngine({ copy: own, memory });
    files.set(engine, own);
    const opened = await engine.ready;
    level.set(engine, { epoch, offset: epoch - opened.epoch, taking: Promise.resolve() });
    return engine;
  }

  /** The engine keeps its log beside the graph, under a longer name. */
  function remove(file: string): void {
    for (const name of existsSync(copies) ? readdirSync(copies) : []) {
      if (name.startsWith(basename(file))) rmSync(join(copies, name), { recursive: true, force: true });
    }
  }

  async function copyOfMain() {
    mkdirSync(copies, { recursive: true });
    const path = join(copies, `${++number}.grafeo`);
    const { epoch } = await main.ask({ do: "copy", path }, { timeout: 120_000 });
    since = since.filter((each) => each.epoch > epoch);
    size = since.reduce((sum, each) => sum + each.statements.length, 0);
    return { path, epoch };
  }

  function takeChanges(engine: OpenEngine): Promise<void> {
    const at = level.get(engine);
    if (!at) return Promise.resolve();
    at.taking = at.taking.then(async () => {
      for (const { batch, statements, epoch } of since.filter((each) => each.epoch > at.epoch)) {
        const reply = await engine.ask({ do: "follow", batch, statements });
        // Anything but the original's own count means that the copy is no longer one.
        if (reply.epoch + at.offset !== epoch) return renew();
        at.epoch = epoch;
      }
    });
    return at.taking;
  }

  function renew(): void {
    void side.stop();
    master = undefined;
    rmSync(copies, { recursive: true, force: true });
  }

  return {
    async ask(request, limits) {
      clearTimeout(timer);
      timer = setTimeout(() => void side.stop(), idle).unref();
      if (size > catchUp) {
        [since, size] = [[], 0];
        renew();
      }
      return side.ask(request, limits);
    },
    changed(batch) {
      if (!master) return;
      size += batch.statements.length;
      if (size <= catchUp) since.push(batch);
    },
    async close() {
      clearTimeout(timer);
      await side.stop();
      rmSync(copies, { recursive: true, force: true });
    },
  };
}
