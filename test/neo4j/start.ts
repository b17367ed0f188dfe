import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import neo4j, { type Driver } from "neo4j-driver";
import { type Certificate, selfSigned } from "./certificate.ts";
import { cache, neo4jJars } from "./jars.ts";

export interface Neo4jServer {
  uri: string;
  user: string;
  password: string;
  /** Of a server that speaks TLS alone: the file of the certificate that it has made for itself. */
  certificate?: string;
  stop(): Promise<void>;
}

/**
 * Starts a Neo4j of its own in an empty folder: loopback only, a free port, a random password. Takes 7–15 s.
 * @param tls it refuses to speak without TLS, and signs its certificate by itself
 */
export async function startNeo4j({ tls = false } = {}): Promise<Neo4jServer> {
  const jars = await neo4jJars();
  mkdirSync(cache, { recursive: true });
  const home = mkdtempSync(join(cache, "home-"));
  const port = await freePort();
  const own = tls ? selfSigned(join(home, "certificates")) : undefined;
  writeFileSync(join(home, "neo4j.conf"), configuration(port) + (own ? encrypted(own) : ""));
  // Neo4j opens the JDK's own memory classes; these are the flags its launcher passes on Java 17.
  const opens = ["java.nio", "java.io", "sun.nio.ch", "java.util.concurrent"];
  const java = spawn(
    "java",
    [
      "-Xms256m",
      "-Xmx1g",
      "-XX:+UseSerialGC",
      ...opens.map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`),
      ...["-cp", join(jars, "*"), "org.neo4j.server.CommunityEntryPoint"],
      ...[`--home-dir=${home}`, `--config-dir=${home}`],
    ],
    { stdio: ["ignore", "pipe", "pipe"] },
  );
  let said = "";
  for (const stream of [java.stdout, java.stderr]) {
    stream.on("data", (data) => {
      said = (said + data).slice(-4000);
    });
  }
  const ended = once(java, "exit");
  const stop = async () => {
    if (java.exitCode === null && java.signalCode === null) {
      java.kill("SIGTERM");
      const hard = setTimeout(() => java.kill("SIGKILL"), 20_000);
      await ended;
      clearTimeout(hard);
    }
    rmSync(home, { recursive: true, force: true });
  };
  const uri = `neo4j${tls ? "+ssc" : ""}://127.0.0.1:${port}`;
  const password = randomBytes(12).toString("hex");
  try {
    await firstPassword(uri, password, () => java.exitCode === null);
  } catch (cause) {
    await stop();
    throw new Error(`Neo4j did not start. It said: ${said}`, { cause });
  }
  const certificate = own && join(own.folder, own.certificate);
  return { uri, user: "neo4j", password, certificate, stop };
}

function configuration(port: number): string {
  return `
server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:${port}
server.bolt.advertised_address=127.0.0.1:${port}
server.http.enabled=false
server.memory.pagecache.size=128m
db.memory.transaction.max=256m
server.jvm.additional=-Djava.awt.headless=true
dbms.usage_report.enabled=false
db.tx_log.preallocate=false
`;
}

function encrypted({ folder, key, certificate }: Certificate): string {
  return `
server.bolt.tls_level=REQUIRED
dbms.ssl.policy.bolt.enabled=true
dbms.ssl.policy.bolt.base_directory=${folder}
dbms.ssl.policy.bolt.private_key=${key}
dbms.ssl.policy.bolt.public_certificate=${certificate}
dbms.ssl.policy.bolt.client_auth=NONE
`;
}

/** Replaces the password that the server is born with, then waits for the database: it opens after the server answers. */
async function firstPassword(uri: string, password: string, alive: () => boolean): Promise<void> {
  const change = "ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $password";
  await untilAnswered(uri, "neo4j", alive, (driver) =>
    driver.executeQuery(change, { password }, { database: "system" }),
  );
  await untilAnswered(uri, password, alive, (driver) => driver.executeQuery("CREATE (n:Awake) DELETE n"));
}

async function untilAnswered(
  uri: string,
  password: string,
  alive: () => boolean,
  ask: (driver: Driver) => Promise<unknown>,
): Promise<void> {
  const until = Date.now() + 180_000;
  for (;;) {
    const driver = neo4j.driver(uri, neo4j.auth.basic("neo4j", password));
    try {
      await ask(driver);
      return;
    } catch (error) {
      if (!alive() || Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 250));
    } finally {
      await driver.close();
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no free port");
  return address.port;
}
