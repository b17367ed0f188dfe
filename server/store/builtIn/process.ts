import { fork } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { QueryRefused, QueryTimeout, StoreError } from "../store.ts";
import type { Answer, Asked, Opening, Request, Told } from "./messages.ts";

export type Reply = Extract<Answer, { columns: string[] }>;
export type Ready = Extract<Told, { ready: unknown }>["ready"];

/** The engine's process died while something was asked of it: the asker may try again. */
export class EngineDied extends Error {
  /** It passed its memory limit, and not because the graph grew. */
  readonly tooLarge: boolean;
  /** How many requests it had in hand. */
  readonly asked: number;
  constructor(message: string, tooLarge = false, asked = 0) {
    super(message);
    this.name = "EngineDied";
    this.tooLarge = tooLarge;
    this.asked = asked;
  }
}

/** A running engine. Every request is answered, refused, or rejected with EngineDied. */
export interface EngineProcess {
  readonly pid: number;
  /** Open and ready; rejects with StoreError when it cannot be opened. */
  readonly ready: Promise<Ready>;
  /** It is gone, or about to be: nothing can be asked of it. */
  readonly ended: boolean;
  ask(request: Request): Promise<Reply>;
  /** What it has had in hand longest, and for how many milliseconds. */
  oldest(): { request: Request; for: number } | undefined;
  /** Answers when the process is gone. */
  kill(): Promise<void>;
}

interface InHand {
  request: Request;
  since: number;
  resolve(reply: Reply): void;
  reject(error: Error): void;
}

/** Starts an engine in a process of its own. */
export function startEngine(opening: Opening): EngineProcess {
  const child = fork(childPath, [JSON.stringify(opening)], {
    execArgv: opening.copy ? [...loader, `--max-old-space-size=${answers(opening.memory)}`] : loader,
    serialization: "advanced",
    // A panic prints its stack; what it means is said by the answer.
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    env: { ...process.env, RUST_BACKTRACE: "0" },
  });
  const asked = new Map<number, InHand>();
  let [ended, doomed, tooLarge, next] = [false, false, false, 1];
  let unsent: Asked[] = [];
  let unusable: string | undefined;

  const ready = new Promise<Ready>((resolve, reject) => {
    child.on("message", (told: Told) => {
      if ("ready" in told) resolve(told.ready);
      else if ("unusable" in told) unusable = told.unusable;
      else if ("tooLarge" in told) [tooLarge, doomed] = [told.tooLarge === "query", true];
      else settle(told);
    });
    const end = (why: string, isFull = false) => {
      if (ended) return;
      ended = true;
      const died = unusable ? new StoreError(unusable) : new EngineDied(why, tooLarge || isFull, asked.size);
      reject(died);
      for (const { reject } of asked.values()) reject(died);
      asked.clear();
    };
    // Node aborts when an answer does not fit, before the watch on its memory comes to turn: bringing one out holds it up.
    child.on("exit", (code, signal) =>
      end(`The engine ended (${signal ?? `exit code ${code}`}).`, signal === "SIGABRT" && opening.copy !== undefined),
    );
    child.on("error", (error) => end(`The engine could not be started: ${error.message}`));
  });
  ready.catch(() => {});

  function settle(answer: Answer): void {
    const waiting = asked.get(answer.id);
    asked.delete(answer.id);
    if ("columns" in answer) waiting?.resolve(answer);
    else if ("refused" in answer) waiting?.reject(new QueryRefused(answer.refused, answer.reason));
    else if ("tooLong" in answer) waiting?.reject(new QueryTimeout(answer.tooLong, answer.reason));
    else waiting?.reject(new StoreError(answer.failed, { because: answer.reason }));
  }

  /** A message to a dying process is not an error of its own: its end rejects all that was asked. */
  function send(): void {
    child.send(unsent, () => {});
    unsent = [];
  }

  return {
    pid: child.pid ?? 0,
    ready,
    get ended() {
      return ended || doomed;
    },
    ask(request) {
      return new Promise((resolve, reject) => {
        if (ended || doomed) return reject(new EngineDied("The engine has ended.", tooLarge));
        const id = next++;
        asked.set(id, { request, since: performance.now(), resolve, reject });
        // What is asked in one breath goes out as one message: each wakes the other process anew.
        if (unsent.push({ ...request, id }) === 1) process.nextTick(send);
      });
    },
    oldest() {
      // A map keeps the order in which its keys came.
      for (const { request, since } of asked.values()) return { request, for: performance.now() - since };
      return undefined;
    },
    async kill() {
      if (ended) return;
      doomed = true;
      child.kill("SIGKILL");
      await once(child, "exit");
    },
  };
}

/** Mebibytes that a stranger's answer may fill while it is brought out of the engine: a part of what the process may have. */
function answers(memory: number): number {
  return Math.max(64, Math.round(memory / 4 / 2 ** 20));
}

const isSource = import.meta.url.endsWith(".ts");
const childPath = fileURLToPath(new URL(isSource ? "./child.ts" : "./child.js", import.meta.url));
const loader = isSource ? ["--import", pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href] : [];
