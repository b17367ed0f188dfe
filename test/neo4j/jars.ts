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
export async function neo4jJars(): Promise<string> {
  const jars = join(cache, "jars");
  await run("java", ["-version"]).catch(() => {
    throw new Error("Java 17 is missing (Debian: apt-get install -y openjdk-17-jre-headless)");
  });
  if (existsSync(jars) && readdirSync(jars).some((name) => name.startsWith("neo4j-server-"))) return jars;
  const goals = ["dependency:copy-dependencies", "-DincludeScope=runtime", `-DoutputDirectory=${jars}`];
  await run("mvn", ["-q", "-B", "-f", join(here, "pom.xml"), ...goals], { timeout: 600_000 }).catch((error) => {
    if (error.code === "ENOENT") throw new Error("Maven is missing (Debian: apt-get install -y maven)");
    throw new Error(`Maven could not fetch Neo4j's jars: ${String(error.stdout ?? error.message).slice(0, 400)}`);
  });
  return jars;
}
