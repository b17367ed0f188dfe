import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request as send } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Problem } from "../../model/api.ts";
import { type Served, serve } from "./serve.ts";

const folder = mkdtempSync(join(tmpdir(), "entente-page-"));
let served: Served;
beforeAll(async () => {
  mkdirSync(join(folder, "assets"));
  writeFileSync(
    join(folder, "index.html"),
    "<!doctype html><html><head><title>Entente</title></head><body></body></html>",
  );
  writeFileSync(join(folder, "assets", "main-abc123.js"), "export {};");
  writeFileSync(join(folder, "assets", "main-abc123.js.br"), "as brotli has it");
  writeFileSync(join(folder, "assets", "main-abc123.js.gz"), "as gzip has it");
  writeFileSync(join(folder, "assets", "bare-abc123.js"), "export {};");
  served = await serve({ client: folder, hosts: ["graph.example"] });
});
afterAll(async () => {
  await served.close();
  rmSync(folder, { recursive: true });
});

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}
/** `fetch` forbids some headers that these tests are about, so requests are sent as they stand. */
function ask(method: string, path: string, headers: Record<string, string> = {}, body = ""): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const all = { "Content-Length": String(Buffer.byteLength(body)), ...headers };
    const request = send({ port: served.port, host: "127.0.0.1", method, path, headers: all }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (piece: string) => {
        text += piece;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
    });
    request.on("error", reject);
    request.end(body);
  });
}
const json = { "Content-Type": "application/json" };
const query = (cypher: string) => JSON.stringify({ query: cypher });
const count = () => served.store.read("MATCH (n) RETURN count(n) AS n").then(({ rows }) => rows[0]?.n);

describe("the Host header", () => {
  it.each(["localhost", "LOCALHOST:4400", "127.0.0.1:80", "[::1]:4400", "graph.example", "graph.example.:8080"])(
    "%s is answered",
    async (host) => expect((await ask("GET", "/api/health", { Host: host })).status).toBe(200),
  );

  it.each([
    "evil.example",
    "localhost.evil.example",
    "127.0.0.1.evil.example",
    "graph.example@evil.example",
    "192.168.1.7",
    "a b",
  ])("%s is turned away, before anything is read", async (host) => {
    const { status, body } = await ask("GET", "/api/health", { Host: host });
    expect([status, Problem.parse(JSON.parse(body)).title]).toEqual([421, "Unknown host"]);
    expect((await ask("GET", "/", { Host: host })).status).toBe(421);
  });
});

describe("another site's page", () => {
  it.each<Record<string, string>>([
    { Origin: "https://evil.example" },
    { Origin: "null" },
    { Origin: "http://localhost.evil.example" },
    { "Sec-Fetch-Site": "cross-site" },
    { "Sec-Fetch-Site": "same-site" },
  ])("%j may not write", async (headers) => {
    for (const path of ["/api/cypher", "/api/views", "/api/articles"]) {
      const { status, body } = await ask("POST", path, { ...json, ...headers }, query("RETURN 1"));
      expect([status, JSON.parse(body).title]).toEqual([403, "Foreign origin"]);
    }
  });

  it("is not told that it may read", async () => {
    const { headers } = await ask("GET", "/api/stats", { Origin: "https://evil.example" });
    expect(Object.keys(headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
    expect(headers["cross-origin-resource-policy"]).toBe("same-origin");
  });

  it("cannot post a form in the place of JSON", async () => {
    const { status } = await ask("POST", "/api/cypher", { "Content-Type": "text/plain" }, query("RETURN 1"));
    expect(status).toBe(415);
  });

  it.each<Record<string, string>>([{}, { "Sec-Fetch-Site": "same-origin" }, { "Sec-Fetch-Site": "none" }])(
    "is told from our own page or a program with %j",
    async (headers) => {
      const host = `127.0.0.1:${served.port}`;
      const own = { ...json, Host: host, Origin: `http://${host}`, ...headers };
      expect((await ask("POST", "/api/cypher", own, query("RETURN 1"))).status).toBe(200);
    },
  );
});

describe("headers", () => {
  it("let no script or style run that is not this server's own", async () => {
    for (const path of ["/", "/some/view", "/api/stats", "/api/nothing"]) {
      const policy = String((await ask("GET", path)).headers["content-security-policy"]);
      expect(policy).toContain("default-src 'self'");
      expect(policy).toContain("script-src 'self';");
      expect(policy).toMatch(/style-src 'self' 'nonce-[^']+';/);
      expect(policy).toContain("object-src 'none'");
      expect(policy).not.toMatch(/unsafe|https?:|\*/);
    }
  });

  it("give the page a nonce of its own each time", async () => {
    const nonces = await Promise.all(
      ["/", "/"].map(async (path) => {
        const { headers, body } = await ask("GET", path);
        const [, nonce = ""] = /<meta property="csp-nonce" nonce="([^"]+)">/.exec(body) ?? [];
        expect(headers["content-security-policy"]).toContain(`'nonce-${nonce}'`);
        return nonce;
      }),
    );
    expect(new Set(nonces).size).toBe(2);
  });

  it("let other sites frame the embedded view only", async () => {
    const framed = async (path: string) => String((await ask("GET", path)).headers["content-security-policy"]);
    expect(await framed("/?embed=1")).toContain("frame-ancestors *");
    expect(await framed("/?other=1")).toContain("frame-ancestors 'self'");
    expect(await framed("/api/stats?embed=1")).toContain("frame-ancestors 'self'");
  });

  it("say nothing of what the server is made of", async () => {
    expect((await ask("GET", "/api/health")).headers).not.toHaveProperty("x-powered-by");
  });

  it("carry an id that a problem repeats, and take none that could forge a log", async () => {
    const given = await ask("GET", "/api/nothing", { "X-Request-Id": "trace-42" });
    expect([given.headers["x-request-id"], JSON.parse(given.body).requestId]).toEqual(["trace-42", "trace-42"]);
    const forged = await ask("GET", "/api/nothing", { "X-Request-Id": 'a" admin="1' });
    expect(forged.headers["x-request-id"]).toMatch(/^[\da-f-]{36}$/);
  });

  it("press large answers together", async () => {
    expect((await ask("GET", "/api/openapi.json", { "Accept-Encoding": "gzip" })).headers["content-encoding"]).toBe(
      "gzip",
    );
  });

  it("press small answers together only where they travel", async () => {
    const gzip = { "Accept-Encoding": "gzip" };
    expect((await ask("GET", "/api/vocabulary", gzip)).headers).not.toHaveProperty("content-encoding");
    const passedOn = await ask("GET", "/api/vocabulary", { ...gzip, "X-Forwarded-For": "192.0.2.1" });
    expect(passedOn.headers["content-encoding"]).toBe("gzip");
  });
});

describe("the page", () => {
  it("is never kept, its hashed files for a year", async () => {
    expect((await ask("GET", "/")).headers["cache-control"]).toBe("no-cache");
    const script = await ask("GET", "/assets/main-abc123.js");
    expect(script.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
  });

  it.each([
    ["gzip, deflate, br, zstd", "br", "as brotli has it"],
    ["gzip", "gzip", "as gzip has it"],
    ["br;q=0, gzip", "gzip", "as gzip has it"],
    ["identity", undefined, "export {};"],
  ])("sends its scripts as they were compressed: %s", async (accepted, coding, body) => {
    const script = await ask("GET", "/assets/main-abc123.js", { "Accept-Encoding": accepted });
    expect([script.status, script.headers["content-encoding"], script.body]).toEqual([200, coding, body]);
    expect(script.headers["content-type"]).toBe("text/javascript; charset=utf-8");
    expect(script.headers.vary).toContain("Accept-Encoding");
    expect(script.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
  });

  it("sends a script that was not compressed as it is, and writes to none", async () => {
    const gzip = { "Accept-Encoding": "gzip" };
    const script = await ask("GET", "/assets/bare-abc123.js", gzip);
    expect([script.status, script.headers["content-encoding"], script.body]).toEqual([200, undefined, "export {};"]);
    expect((await ask("POST", "/assets/main-abc123.js", gzip)).status).toBe(404);
  });

  it("answers every address that is not the API's or a file's", async () => {
    for (const path of ["/", "/node/Q159", "/embed", "//", "/%2e%2e/secret"]) {
      expect((await ask("GET", path)).body).toContain("<title>Entente</title>");
    }
    for (const path of ["/assets/main-old.js", "/api/", "/api"]) expect((await ask("GET", path)).status).toBe(404);
  });

  it("says how it is built where it is not", async () => {
    const other = await serve({ client: join(folder, "nowhere") }, false);
    const response = await fetch(other.url);
    expect([response.status, Problem.parse(await response.json()).detail]).toEqual([
      503,
      expect.stringContaining("npm start"),
    ]);
    await other.close();
  });
});

describe("a body", () => {
  it.each([
    ["{", 400, "Invalid JSON"],
    ["", 400, "Invalid request"],
    ["[]", 400, "Invalid request"],
    ['{"query": 1}', 400, "Invalid request"],
    ['{"query": ""}', 400, "Invalid request"],
    ['{"query": "RETURN 1", "limit": -1}', 400, "Invalid request"],
    [JSON.stringify({ query: "RETURN 1", params: { a: "x".repeat(200_000) } }), 413, "Body too large"],
    [JSON.stringify({ query: `RETURN "${"x".repeat(30_000)}"` }), 400, "Invalid request"],
  ])("%.40j is answered with a problem", async (body, status, title) => {
    const answer = await ask("POST", "/api/cypher", json, body);
    expect(answer.headers["content-type"]).toContain("application/problem+json");
    expect(Problem.parse(JSON.parse(answer.body))).toMatchObject({ status, title });
  });

  it("is not asked for by another method", async () => {
    for (const method of ["PUT", "DELETE", "PATCH"]) {
      const { status, headers } = await ask(method, "/api/cypher", json, query("RETURN 1"));
      expect([status, headers.allow]).toEqual([405, "POST"]);
    }
    expect((await ask("POST", "/api/stats", json, "{}")).headers.allow).toBe("GET, HEAD");
  });
});

describe("a query of a stranger", () => {
  it.each([
    "CREATE (n:Entity {id: 'x'})",
    "MATCH (n) DETACH DELETE n",
    "MATCH (n:Entity) SET n.name_en = 'x' RETURN n",
    "MERGE (n:Entity {id: 'x'}) RETURN n",
    "MATCH (n) REMOVE n:Entity",
    "FOREACH (x IN [1] | CREATE (:Entity))",
    "CREATE INDEX broken FOR (n:Entity) ON (n.id)",
    "DROP CONSTRAINT entity_id_unique",
    "PROFILE CREATE (:Entity)",
    "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
    "RETURN 1; CREATE (:Entity)",
    "MATCH (n RETURN n",
    "",
  ])("%j is refused and changes nothing", async (cypher) => {
    const before = await count();
    const { status, body } = await ask("POST", "/api/cypher", json, query(cypher));
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(Problem.parse(JSON.parse(body)).detail).toMatch(/\S+ \S+/);
    expect(await count()).toBe(before);
  });

  it("ends when the asker hangs up, and others are answered meanwhile", async () => {
    const long = "MATCH (a)-[r1]-(b) MATCH (c)-[r2]-(d) MATCH (e)-[r3]-(f) MATCH (g)-[r4]-(h) RETURN count(*) AS n";
    const hangUp = new AbortController();
    const headers = { "Content-Type": "application/json" };
    const asked = fetch(`${served.url}/api/cypher`, {
      method: "POST",
      headers,
      body: query(long),
      signal: hangUp.signal,
    });
    asked.catch(() => {});
    expect((await fetch(`${served.url}/api/stats`)).status).toBe(200);
    hangUp.abort();
    await expect(asked).rejects.toThrow();
    const after = await ask("POST", "/api/cypher", json, query("MATCH (n:Country {id: 'Q159'}) RETURN n.name_en"));
    expect(JSON.parse(after.body).rows).toEqual([["Russia"]]);
  });
});
