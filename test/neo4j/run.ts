import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { cache } from "./jars.ts";
import { startNeo4j } from "./start.ts";

/**
 * `npx tsx test/neo4j/run.ts [--while <pid>]` starts one Neo4j, prints how to reach it, and stops it on Ctrl-C
 * (or when the process of that id is gone). Tests find it through `.cache/neo4j/running.json` and share it.
 */
const note = join(cache, "running.json");
const Running = z.object({ uri: z.string(), user: z.string(), password: z.string(), pid: z.number() });
export type Running = z.infer<typeof Running>;

/** The server that some process of this machine keeps for tests, if its keeper is alive. */
export function running(): Running | undefined {
  if (!existsSync(note)) return undefined;
  const found = Running.safeParse(JSON.parse(readFileSync(note, "utf8") || "null"));
  return found.success && isAlive(found.data.pid) ? found.data : undefined;
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function keep(): Promise<void> {
  const found = running();
  if (found) return console.log(`Neo4j is running already: ${found.uri} (kept by process ${found.pid})`);
  const server = await startNeo4j();
  mkdirSync(cache, { recursive: true });
  writeFileSync(
    note,
    JSON.stringify({ uri: server.uri, user: server.user, password: server.password, pid: process.pid }),
  );
  console.log(`NEO4J_URI=${server.uri} NEO4J_USER=${server.user} NEO4J_PASSWORD=${server.password}`);
  const stop = async () => {
    rmSync(note, { force: true });
    await server.stop();
    process.exit(0);
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  const owner = Number(process.argv[process.argv.indexOf("--while") + 1]);
  setInterval(() => process.argv.includes("--while") && !isAlive(owner) && stop(), 1000);
}

if (process.argv[1]?.endsWith("run.ts")) await keep();
