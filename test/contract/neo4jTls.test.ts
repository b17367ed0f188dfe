import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openNeo4j } from "../../server/store/neo4j.ts";
import { address, killStarted, start } from "../api/started.ts";
import { neo4jJars } from "../neo4j/jars.ts";
import { type Neo4jServer, startNeo4j } from "../neo4j/start.ts";

const cli = fileURLToPath(new URL("../../ingest/cli.ts", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "entente-tls-"));

describe("a Neo4j server that speaks TLS alone, with a certificate it has signed itself", { timeout: 240_000 }, () => {
  let server: Neo4jServer | undefined;
  beforeAll(async () => {
    const missing = await neo4jJars().then(
      () => undefined,
      (error: Error) => error,
    );
    if (missing && process.env.CI) throw missing;
    if (missing) return console.warn(`SKIPPED ALOUD: the tests of TLS — ${missing.message}`);
    server = await startNeo4j({ tls: true });
  }, 300_000);
  beforeEach(({ skip }) => {
    if (!server) skip("no Neo4j here");
  });
  afterAll(async () => {
    killStarted();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(["bolt+ssc", "neo4j+ssc"])("is written to and read from at %s://", async (scheme) => {
    if (!server) return;
    const store = await openNeo4j({ ...server, uri: at(server, scheme) });
    await store.write({ cypher: "MERGE (n:Greeting {id: $scheme})", params: { scheme } });
    const { rows } = await store.read("MATCH (n:Greeting {id: $scheme}) RETURN n.id AS id", { scheme });
    expect(rows).toEqual([{ id: scheme }]);
    await store.close();
  });

  it.each([
    ["bolt+s", /^The certificate of Neo4j at bolt\+s:\/\/\S+ is not trusted here: it is signed by itself.* bolt\+ssc:/],
    ["neo4j+s", /^The certificate of Neo4j at neo4j\+s:\/\/\S+ is not trusted here.* NODE_EXTRA_CA_CERTS; neo4j\+ssc:/],
    ["bolt", /^Neo4j at bolt:\/\/\S+ speaks TLS alone\. Set NEO4J_URI to bolt\+ssc:\/\//],
    ["neo4j", /^Neo4j at neo4j:\/\/\S+ speaks TLS alone\. Set NEO4J_URI to neo4j\+ssc:\/\//],
  ])("is not spoken to at %s://, and a sentence says what to write instead", async (scheme, sentence) => {
    if (!server) return;
    await expect(openNeo4j({ ...server, uri: at(server, scheme) })).rejects.toThrow(sentence);
  });

  it("is ingested into, asked with its certificate trusted, and served", async () => {
    if (!server) return;
    const file = join(folder, "kenya.txt");
    writeFileSync(file, "Kenya refused a request from Somalia on Monday.\n");
    const { user, password, certificate = "" } = server;
    const to = (scheme: string) => ({ NEO4J_URI: at(server, scheme), NEO4J_USER: user, NEO4J_PASSWORD: password });

    const refused = await entente(["ingest", file], to("bolt+s"));
    expect(refused.code).toBe(1);
    expect(refused.said).toMatch(/certificate .* is not trusted here/);
    expect(refused.said).not.toMatch(/^\s+at |node:internal/m);

    expect((await entente(["ingest", file], to("neo4j+ssc"))).code).toBe(0);
    const query = "MATCH (a)-[r:REFUSED]->(b) RETURN a.name_en + ' ' + b.name_en AS who";
    const asked = await entente(["query", "--json", query], { ...to("bolt+s"), NODE_EXTRA_CA_CERTS: certificate });
    expect(asked.said).toContain("Kenya Somalia");

    const started = start(to("bolt+ssc"));
    const { articles, store } = await (await fetch(`${await address(started)}api/stats`)).json();
    expect({ articles, store }).toMatchObject({ articles: 1 });
    started.child.kill("SIGTERM");
    expect(await started.ended).toBe(0);
  });
});

it("a server without TLS is named as such where the address asks for some", async () => {
  const deaf = createServer((caller) => {
    caller.on("error", () => {}).on("data", () => caller.destroy());
  }).listen(0, "127.0.0.1");
  await once(deaf, "listening");
  const place = deaf.address();
  const host = `127.0.0.1:${typeof place === "object" ? place?.port : ""}`;
  const opening = openNeo4j({ uri: `neo4j+s://${host}`, user: "neo4j", password: "wrong" });
  await expect(opening).rejects.toThrow(`Neo4j at neo4j+s://${host} speaks no TLS. Set NEO4J_URI to neo4j://${host}.`);
  deaf.close();
});

function at(server: Neo4jServer | undefined, scheme: string): string {
  return String(server?.uri).replace(/^[^:]+/, scheme);
}

async function entente(args: string[], environment: Record<string, string>): Promise<{ code: number; said: string }> {
  const child = spawn(process.execPath, ["--import", "tsx", cli, ...args], { env: { ...process.env, ...environment } });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (part: string) => {
      said += part;
    });
  }
  const [code] = await once(child, "close");
  return { code, said };
}
