import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import neo4j from "neo4j-driver";
import lock from "proper-lockfile";
import { cache, neo4jJars } from "./jars.ts";
import { isAlive, running } from "./run.ts";

export interface Neo4jForTests {
  uri: string;
  user: string;
  password: string;
  /** Gives the server to the next test file; it is stopped when nobody needs it any more. */
  stop(): Promise<void>;
}

/** How long a test file may wait for its turn on the one server: pass it to `beforeAll`. */
export const turn = 900_000;

/**
 * An empty Neo4j for one test file. All files share one server and take turns, so each finds it empty.
 * ENTENTE_TEST_NEO4J_URI, _USER and _PASSWORD name a server to use instead (its data will be deleted).
 * Answers undefined, aloud, where Java or Maven is missing; in CI that is an error.
 */
export async function neo4jForTests(): Promise<Neo4jForTests | undefined> {
  mkdirSync(cache, { recursive: true });
  const release = await lock.lock(cache, {
    retries: { retries: 9000, minTimeout: 100, maxTimeout: 100 },
    stale: 20_000,
  });
  try {
    const server = fromEnvironment() ?? running() ?? (await started());
    await empty(server);
    return { uri: server.uri, user: server.user, password: server.password, stop: release };
  } catch (error) {
    await release();
    if (process.env.CI) throw error;
    console.warn(`SKIPPED ALOUD: the tests that need Neo4j — ${error instanceof Error ? error.message : error}`);
    return undefined;
  }
}

function fromEnvironment() {
  const uri = process.env.ENTENTE_TEST_NEO4J_URI;
  const { ENTENTE_TEST_NEO4J_USER: user = "neo4j", ENTENTE_TEST_NEO4J_PASSWORD: password = "" } = process.env;
  return uri ? { uri, user, password } : undefined;
}

/** Leaves the server to a keeper of its own, which stops it when this test run is gone, however that ends. */
async function started() {
  await neo4jJars();
  const keeper = fileURLToPath(new URL("run.ts", import.meta.url));
  // A vitest worker lives as long as one file; its parent lives as long as the run.
  const owner = process.env.VITEST_POOL_ID ? process.ppid : process.pid;
  const child = spawn(process.execPath, ["--import", "tsx", keeper, "--while", String(owner)], {
    detached: true,
    stdio: "ignore",
  });
  child.unref();
  for (let waited = 0; waited < 150_000; waited += 200) {
    const server = running();
    if (server) return server;
    if (child.pid === undefined || !isAlive(child.pid) || child.exitCode !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error("Neo4j did not start; npx tsx test/neo4j/run.ts says why");
}

/** Empties the database and drops what the schema migrations made. */
export async function empty(server: { uri: string; user: string; password: string }): Promise<void> {
  const driver = neo4j.driver(server.uri, neo4j.auth.basic(server.user, server.password));
  try {
    for (let left = 1; left > 0; ) {
      const { records } = await driver.executeQuery(
        "MATCH (n) WITH n LIMIT 20000 DETACH DELETE n RETURN count(n) AS n",
      );
      left = records[0]?.get("n").toNumber() ?? 0;
    }
    for (const [kind, condition] of [
      ["CONSTRAINTS", ""],
      ["INDEXES", " WHERE type <> 'LOOKUP'"],
    ]) {
      const { records } = await driver.executeQuery(`SHOW ${kind} YIELD *${condition} RETURN name`);
      for (const record of records)
        await driver.executeQuery(`DROP ${kind?.slice(0, -1).replace("INDEXE", "INDEX")} \`${record.get("name")}\``);
    }
  } finally {
    await driver.close();
  }
}
