import { execFile, spawnSync } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { shellJars } from "./jars.ts";
import type { Neo4jForTests } from "./server.ts";

const run = promisify(execFile);
type Address = Pick<Neo4jForTests, "uri" | "user" | "password">;
/** Asks a query that answers with text, numbers and lists alone; gives its rows. */
export type Reader = (server: Address, cypher: string) => Promise<unknown[][]>;

/** cypher-shell, as its own launcher starts it; rejects where it cannot be had. */
export const cypherShell: Reader = async ({ uri, user, password }, cypher) => {
  const given = ["-a", uri, "-u", user, "--format", "plain", cypher];
  const java = ["-Dfile.encoding=UTF-8", "-cp", join(await shellJars(), "*"), "org.neo4j.shell.Main"];
  const env = { ...process.env, NEO4J_PASSWORD: password };
  const { stdout } = await run("java", [...java, ...given], { env, maxBuffer: 2 ** 26 });
  // Its plain rows are written as JSON writes them, without the brackets around.
  return stdout
    .trimEnd()
    .split("\n")
    .slice(1)
    .map((line) => JSON.parse(`[${line}]`));
};

/** Neo4j's driver for Python. */
export const python: Reader = async ({ uri, user, password }, cypher) => {
  const script = `
import json, sys
from neo4j import GraphDatabase
with GraphDatabase.driver(sys.argv[1], auth=(sys.argv[2], sys.stdin.read())) as driver:
    print(json.dumps([list(row) for row in driver.execute_query(sys.argv[3]).records]))`;
  const asked = run("python3", ["-c", script, uri, user, cypher], { maxBuffer: 2 ** 26 });
  asked.child.stdin?.end(password);
  return JSON.parse((await asked).stdout);
};

export const isPythonHere = () => spawnSync("python3", ["-c", "import neo4j"]).status === 0;
