import { execFile } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const here = fileURLToPath(new URL(".", import.meta.url));
/** Everything the harness keeps between runs; ignored by git. */
export const cache = join(here, "..", "..", ".cache", "neo4j");

/** The folder of Neo4j's jars, fetched once by Maven; rejects with what is missing on this machine. */
export const neo4jJars = () => fetched("pom.xml", "jars", "neo4j-server-");

/** The folder of cypher-shell's jars, likewise. */
export const shellJars = () => fetched("pom-shell.xml", "shell", "cypher-shell-");

/** @param mark what the name of a jar begins with that is there once all are */
async function fetched(pom: string, name: string, mark: string): Promise<string> {
  const folder = join(cache, name);
  await run("java", ["-version"]).catch(() => {
    throw new Error("Java 17 is missing (Debian: apt-get install -y openjdk-17-jre-headless)");
  });
  if (existsSync(folder) && readdirSync(folder).some((jar) => jar.startsWith(mark))) return folder;
  const goals = ["dependency:copy-dependencies", "-DincludeScope=runtime", `-DoutputDirectory=${folder}`];
  await run("mvn", ["-q", "-B", "-f", join(here, pom), ...goals], { timeout: 600_000 }).catch((error) => {
    if (error.code === "ENOENT") throw new Error("Maven is missing (Debian: apt-get install -y maven)");
    throw new Error(`Maven could not fetch the jars of ${pom}: ${String(error.stdout ?? error.message).slice(0, 400)}`);
  });
  return folder;
}
