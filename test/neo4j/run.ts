import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import lock from "proper-lockfile";
import { z } from "zod";
import { cache } from "./jars.ts";
import { startNeo4j } from "./start.ts";

/**
 * `npx tsx test/neo4j/run.ts` starts one Neo4j, prints how to reach it, and stops it on Ctrl-C; with `--shared` it stops
 * by itself when no test run is left that uses it. Tests find it through `.cache/neo4j/running.json` and share it.
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

const users = join(cache, "users");

/** Notes that a test run uses the server, until its process is gone. */
export function use(pid: number): void {
  mkdirSync(users, { recursive: true });
  writeFileSync(join(users, String(pid)), "");
}

function inUse(): boolean {
  if (!existsSync(users)) return false;
  const pids = readdirSync(users);
  for (const pid of pids) if (!isAlive(Number(pid))) rmSync(join(users, pid), { force: true });
  return pids.some((pid) => isAlive(Number(pid)));
}

/** One test file at a time has the database. Rejects when others keep it for so many tenths of a second. */
export function takeTurn(tenths: number): Promise<() => Promise<void>> {
  mkdirSync(cache, { recursive: true });
  return lock.lock(cache, {
    retries: { retries: tenths, minTimeout: 100, maxTimeout: 100 },
    // A busy machine may leave a process without a turn of its own for long.
    stale: 120_000,
    onCompromised: (error) => console.warn(`another process took over this turn on Neo4j: ${error.message}`),
  });
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
  if (process.argv.includes("--shared")) stopWhenUnused(stop);
}

function stopWhenUnused(stop: () => Promise<void>): void {
  const timer = setInterval(async () => {
    if (inUse()) return;
    // Whoever has the turn may be about to use this server: only when nobody has it may it go.
    const release = await takeTurn(0).catch(() => undefined);
    if (!release) return;
    clearInterval(timer);
    if (inUse()) stopWhenUnused(stop);
    else rmSync(note, { force: true });
    await release();
    if (!existsSync(note)) await stop();
  }, 1000);
}

if (process.argv[1]?.endsWith("run.ts")) await keep();
