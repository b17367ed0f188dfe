import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface, type Interface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Place } from "./stores.ts";

/** A process that has loaded its program and waits to be told what to do: then it opens the store. */
export interface Child {
  /** What it prints from then on. */
  lines: Interface;
  /** Tells it to begin. */
  begin(words: number[]): void;
  kill(): void;
  /** Its exit code; null when it was killed. */
  ended: Promise<number | null>;
}

/** Starts `<script>.child.ts` on a place and waits until it is ready to begin: loading takes longer than what it does. */
export async function startChild({ environment }: Place, script: "ingest" | "serve"): Promise<Child> {
  const path = fileURLToPath(new URL(`${script}.child.ts`, import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", path], {
    env: { ...process.env, ...environment },
    stdio: ["pipe", "pipe", "inherit"],
  });
  const ended = once(child, "exit").then(([code]) => code as number | null);
  const lines = createInterface(child.stdout);
  const [word] = await Promise.race([once(lines, "line"), ended.then((code) => [`exit code ${code}`])]);
  if (word !== "ready") throw new Error(`${script}.child.ts did not begin: ${word}`);
  return {
    lines,
    begin: (words) => child.stdin.write(`${words.join(" ")}\n`),
    kill: () => child.kill("SIGKILL"),
    ended,
  };
}

/** For the child: says that it is ready and waits for the words it is to begin with. */
export async function begun(): Promise<number[]> {
  const input = createInterface(process.stdin);
  process.stdout.write("ready\n");
  const [line] = (await once(input, "line")) as [string];
  input.close();
  process.stdin.unref();
  return line.split(" ").filter(Boolean).map(Number);
}
