import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import neo4j, { type Record as Neo4jRecord } from "neo4j-driver";
import { neo4jJars } from "./jars.ts";
import { isAlive, running, takeTurn, use } from "./run.ts";

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
  const named = fromEnvironment();
  if (!named && !(await canRun())) return undefined;
  const release = await takeTurn(9_000);
  try {
    // A vitest worker lives as long as one file; its parent lives as long as the run.
    use(process.env.VITEST_POOL_ID ? process.ppid : process.pid);
    const server = named ?? running() ?? (await started());
    await empty(server);
    return { uri: server.uri, user: server.user, password: server.password, stop: release };
  } catch (error) {
    await release();
    throw error;
  }
}

async function canRun(): Promise<boolean> {
  try {
    await neo4jJars();
    return true;
  } catch (error) {
    if (process.env.CI) throw error;
    console.warn(`SKIPPED ALOUD: the tests that need Neo4j — ${error instanceof Error ? error.message : error}`);
    return false;
  }
}

function fromEnvironment() {
  const uri = process.env.ENTENTE_TEST_NEO4J_URI;
  const { ENTENTE_TEST_NEO4J_USER: user = "neo4j", ENTENTE_TEST_NEO4J_PASSWORD: password = "" } = process.env;
  return uri ? { uri, user, password } : undefined;
}

/** Leaves the server to a keeper of its own, which stops it when the test runs are gone, however they ended. */
async function started() {
  const keeper = fileURLToPath(new URL("run.ts", import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", keeper, "--shared"], {
    detached: true,
    stdio: "ignore",
  });
  child.unref();
  for (let waited = 0; waited < 300_000; waited += 200) {
    const server = running();
    if (server) return server;
    if (child.pid === undefined || !isAlive(child.pid) || child.exitCode !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error("Neo4j did not start; npx tsx test/neo4j/run.ts says why");
}

/** Empties the database and drops every constraint and index. */
export async function empty(server: Address): Promise<void> {
  await onServer(server, async (run) => {
    await deleteAll(run, "true");
    for (const [shown, dropped] of [
      ["CONSTRAINTS", "CONSTRAINT"],
      ["INDEXES", "INDEX"],
    ]) {
      for (const record of await run(`SHOW ${shown} YIELD name, type WHERE type <> 'LOOKUP' RETURN name`)) {
        await run(`DROP ${dropped} \`${record.get("name")}\``);
      }
    }
  });
}

/** Empties the database but leaves the schema: making the indexes anew takes seconds. */
export async function emptyData(server: Address): Promise<void> {
  await onServer(server, async (run) => {
    await deleteAll(run, "NOT n:Entente");
    await run("MATCH (m:Entente) SET m.version = 0");
  });
}

type Address = Pick<Neo4jForTests, "uri" | "user" | "password">;
type Run = (cypher: string) => Promise<Neo4jRecord[]>;

/** Edges go first: a hub with all of its own would need more memory than one transaction may take. */
async function deleteAll(run: Run, condition: string): Promise<void> {
  const edges = "MATCH ()-[r]->() WITH r LIMIT 20000 DELETE r RETURN count(r) AS n";
  const nodes = `MATCH (n) WHERE ${condition} WITH n LIMIT 2000 DELETE n RETURN count(n) AS n`;
  for (const query of [edges, nodes]) {
    for (let left = 1; left > 0; ) left = (await run(query))[0]?.get("n").toNumber() ?? 0;
  }
}

async function onServer({ uri, user, password }: Address, work: (run: Run) => Promise<void>): Promise<void> {
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
  try {
    await work(async (cypher) => (await driver.executeQuery(cypher)).records);
  } finally {
    await driver.close();
  }
}
