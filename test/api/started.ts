import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";

const main = fileURLToPath(new URL("../../server/main.ts", import.meta.url));
const running = new Set<ChildProcess>();

/** For the end of a test file. */
export function killStarted(): void {
  for (const child of running) child.kill("SIGKILL");
}

export interface Started {
  child: ChildProcess;
  /** All it has said so far. */
  said(): string;
  /** Its exit code. */
  ended: Promise<number | null>;
}

/** Starts the server as `npm start` does. */
export function start(environment: Record<string, string>, ...paths: string[]): Started {
  return startBy([process.execPath, "--import", "tsx", main, ...paths], environment);
}

/** Starts it by a command, in a folder. */
export function startBy(
  [program = "", ...given]: string[],
  environment: Record<string, string>,
  cwd?: string,
): Started {
  const env = { ...process.env, NEO4J_URI: "", PORT: "0", LOG_LEVEL: "error", ...environment };
  const child = spawn(program, given, { env, cwd });
  running.add(child);
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (piece: string) => {
      text += piece;
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  return { child, said: () => text, ended };
}

/** Waits until it serves; answers its address. */
export async function address({ said, ended }: Started): Promise<string> {
  let over = false;
  void ended.then(() => {
    over = true;
  });
  await expect.poll(() => over || said().includes("Entente is at"), { timeout: 100_000 }).toBe(true);
  const [, url] = /Entente is at (\S+)/.exec(said()) ?? [];
  if (!url) throw new Error(said());
  return url;
}
