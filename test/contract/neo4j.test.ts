import { connect, createServer, type Socket } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openNeo4j, supportedVersion } from "../../server/store/neo4j.ts";
import { type GraphStore, QueryRefused, QueryTimeout, StoreError } from "../../server/store/store.ts";
import { empty, type Neo4jForTests, neo4jForTests, turn } from "../neo4j/server.ts";

describe("the address of a Neo4j server", () => {
  const open = (uri: string) => openNeo4j({ uri, user: "neo4j", password: "wrong" });

  it.each(["localhost:7687", "http://localhost:7474", "neo4j://", "", "neo4j+x://localhost"])(
    "is said to be none when it is %j",
    async (uri) => {
      await expect(open(uri)).rejects.toThrow(/^NEO4J_URI is not an address.*neo4j:\/\/localhost:7687/);
    },
  );

  it("may hold no password, and the message does not repeat it", async () => {
    const error = await open("neo4j://neo4j:geheim@localhost:7687").catch((e) => e);
    expect(error).toBeInstanceOf(StoreError);
    expect(error.message).toMatch(/NEO4J_PASSWORD/);
    expect(error.message).not.toMatch(/geheim/);
  });

  it("is named with what to check when nobody answers there", async () => {
    const port = await freePort();
    await expect(open(`neo4j://127.0.0.1:${port}`)).rejects.toThrow(
      new RegExp(`^No Neo4j server answers at neo4j://127.0.0.1:${port} .*Check NEO4J_URI`),
    );
    await expect(open(`bolt://127.0.0.1:${port}`)).rejects.toThrow(/^No Neo4j server answers/);
  });
});

describe("the age of a Neo4j server", () => {
  it.each([
    ["Neo4j/4.4.31", "Found Neo4j 4.4, Entente needs 5.13 or later"],
    ["Neo4j/5.12.0", "Found Neo4j 5.12, Entente needs 5.13 or later"],
    ["Memgraph/2.0", "Found Memgraph/2.0, Entente needs Neo4j 5.13 or later"],
    ["", "Found an unnamed server, Entente needs Neo4j 5.13 or later"],
  ])("is named when it is too great: %s", (agent, sentence) => {
    expect(() => supportedVersion(agent)).toThrow(StoreError);
    expect(() => supportedVersion(agent)).toThrow(sentence);
  });

  it.each([
    ["Neo4j/5.13.0", "5.13.0"],
    ["Neo4j/5.26.30", "5.26.30"],
    ["Neo4j/2025.01.0", "2025.01.0"],
  ])("is no matter when it is %s", (agent, version) => {
    expect(supportedVersion(agent)).toBe(version);
  });
});

describe("a Neo4j store", () => {
  let server: Neo4jForTests | undefined;
  let store: GraphStore;
  beforeAll(async () => {
    server = await neo4jForTests();
    if (!server) return;
    await empty(server);
    store = await openNeo4j(server);
  }, turn);
  afterAll(async () => {
    await store?.close();
    await server?.stop();
  });

  it("says that a password is wrong, not that the server is away", async ({ skip }) => {
    if (!server) return skip();
    await expect(openNeo4j({ ...server, password: "wrong" })).rejects.toThrow(/does not accept this user and password/);
  });

  it("names its version", ({ skip }) => {
    if (!server) return skip();
    expect(store.version).toMatch(/^\d+\.\d+/);
  });

  it("gives plain values: numbers, ISO dates, nodes and edges told by their kind", async ({ skip }) => {
    if (!server) return skip();
    await store.write({
      cypher:
        "CREATE (a:Entity {id: $a, born: date('1990-02-03'), big: 9007199254740993})-[:REFUSED {id: $e, claims: 2}]->(b:Entity {id: $b})",
      params: { a: "Q1", b: "Q2", e: "Q1 REFUSED Q2" },
    });
    const { columns, rows } = await store.read(
      "MATCH p = (a:Entity)-[r:REFUSED]->(b) RETURN a, r, p, [1, {x: duration('P1D')}] AS list, 2.5 AS f, null AS nothing, datetime('2020-01-02T03:04:05Z') AS at",
    );
    expect(columns).toEqual(["a", "r", "p", "list", "f", "nothing", "at"]);
    const a = {
      kind: "node",
      id: "Q1",
      labels: ["Entity"],
      properties: { id: "Q1", born: "1990-02-03", big: "9007199254740993" },
    };
    const b = { kind: "node", id: "Q2", labels: ["Entity"], properties: { id: "Q2" } };
    const r = {
      kind: "edge",
      id: "Q1 REFUSED Q2",
      type: "REFUSED",
      from: "Q1",
      to: "Q2",
      properties: { id: "Q1 REFUSED Q2", claims: 2 },
    };
    expect(rows).toEqual([
      {
        a,
        r,
        p: { kind: "path", nodes: [a, b], edges: [r] },
        list: [1, { x: expect.stringMatching(/^P.*1D/) }],
        f: 2.5,
        nothing: null,
        at: "2020-01-02T03:04:05Z",
      },
    ]);
  });

  it("tells the ends of an edge by our own ids though only the edge was asked for", async ({ skip }) => {
    if (!server) return skip();
    await store.write({ cypher: "CREATE (:Entity {id: 'Q8'})-[:KNOWS {since: 1}]->(:Foreign {id: 7})" });
    const [row] = (await store.read("MATCH ()-[r:KNOWS]->() RETURN r")).rows;
    expect(row?.r).toMatchObject({ kind: "edge", from: "Q8", to: expect.stringMatching(/:\d+$/) });
  });

  it("sees what it has written at once", async ({ skip }) => {
    if (!server) return skip();
    for (let i = 0; i < 20; i++) {
      await store.write({ cypher: "MERGE (n:Counter {id: 'n'}) SET n.i = $i", params: { i } });
      expect((await store.read("MATCH (n:Counter) RETURN n.i AS i")).rows).toEqual([{ i }]);
    }
  });

  it("writes all statements or none", async ({ skip }) => {
    if (!server) return skip();
    const work = [{ cypher: "CREATE (:Half)" }, { cypher: "CREATE (:Half {x: 1/0})" }];
    await expect(store.write(work)).rejects.toThrow(/zero/);
    expect((await store.read("MATCH (n:Half) RETURN count(n) AS n")).rows).toEqual([{ n: 0 }]);
  });

  it("stops at the caps of rows and bytes and says which", async ({ skip }) => {
    if (!server) return skip();
    const many = "UNWIND range(1, 3000000) AS i RETURN i";
    expect(await store.ask(many, {}, { rows: 3 })).toEqual({
      columns: ["i"],
      rows: [{ i: 1 }, { i: 2 }, { i: 3 }],
      truncated: "rows",
    });
    const small = await store.ask(many, {}, { bytes: 100 });
    expect([small.truncated, small.rows.length]).toEqual(["bytes", 12]);
    expect((await store.ask("UNWIND [1, 2] AS i RETURN i", {}, { rows: 2, bytes: 100 })).truncated).toBeNull();
  });

  it("stops a query that runs too long", async ({ skip }) => {
    if (!server) return skip();
    await expect(store.ask(endless, {}, { timeout: 300 })).rejects.toThrow(QueryTimeout);
    await expect(store.read(endless, {}, { timeout: 300 })).rejects.toThrow(QueryTimeout);
  });

  it("asks again when the connection breaks under a read", async ({ skip }) => {
    if (!server) return skip();
    const line = await breakable(server.uri);
    const remote = await openNeo4j({ ...server, uri: line.uri });
    expect((await remote.read("RETURN 1 AS one")).rows).toEqual([{ one: 1 }]);
    line.whenSpokenTo("break");
    expect((await remote.read("RETURN 2 AS two")).rows).toEqual([{ two: 2 }]);
    expect(line.heard()).toBe(1);
    await remote.close();
    await line.close();
  });

  it("does not wait for a server that says nothing any more", async ({ skip }) => {
    if (!server) return skip();
    const line = await breakable(server.uri);
    const remote = await openNeo4j({ ...server, uri: line.uri });
    line.whenSpokenTo("fall silent");
    const began = performance.now();
    await expect(remote.ask("RETURN 1 AS one", {}, { timeout: 300 })).rejects.toThrow(QueryTimeout);
    expect(performance.now() - began).toBeLessThan(15_000);
    expect(line.heard()).toBe(1);
    await line.close();
    await remote.close();
  });

  it.each(["ask", "read"] as const)("stops a query on the server when whoever asked (%s) hangs up", async (how) => {
    if (!server) return;
    const caller = new AbortController();
    const answer = store[how](endless, {}, { signal: caller.signal, timeout: 60_000 });
    const refused = expect(answer).rejects.toThrow(/cancelled/);
    await untilRunning(1);
    caller.abort();
    await refused;
    await untilRunning(0);
    await expect(store[how]("RETURN 1", {}, { signal: caller.signal })).rejects.toThrow(/cancelled/);
  });

  it.each([
    "CREATE (n:Evil) RETURN n",
    "MATCH (n) DETACH DELETE n",
    "MATCH (n) SET n.x = 1 RETURN n",
    "LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row",
    "CREATE INDEX evil FOR (n:Evil) ON (n.x)",
    "CALL dbms.listConfig() YIELD name, value RETURN name, value",
    "CALL db.createLabel('Evil')",
    "SHOW USERS",
    "SHOW TRANSACTIONS",
    "TERMINATE TRANSACTIONS 'neo4j-transaction-1'",
    "EXPLAIN MATCH (n) RETURN n",
    "/* x */ PROFILE CREATE (n:Evil) RETURN n",
    "CYPHER runtime=slotted CREATE (n:Evil) RETURN n",
    "MATCH (n) CALL { WITH n CREATE (m:Evil) } RETURN n",
    "FOREACH (i IN [1] | CREATE (:Evil))",
    "UNWIND [1] AS i CALL { CREATE (:Evil) } IN TRANSACTIONS RETURN i",
    "ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'b'",
    "USE system SHOW DATABASES",
    "MATCH (n) RETURN n; MATCH (m) DELETE m",
    "not cypher at all",
  ])("refuses a stranger's %s", async (cypher) => {
    if (!server) return;
    await expect(store.ask(cypher, {}, {})).rejects.toThrow(QueryRefused);
    await expect(store.explain(cypher, {}, {})).rejects.toThrow(QueryRefused);
    expect((await store.read("MATCH (n:Evil) RETURN count(n) AS n")).rows).toEqual([{ n: 0 }]);
  });

  it.each([
    "MATCH (n) RETURN n",
    "CALL db.labels() YIELD label RETURN label",
    "MATCH p = shortestPath((a:Entity {id: 'Q1'})-[*..4]-(b:Entity {id: 'Q2'})) RETURN p",
    "MATCH (n:Entity) WHERE EXISTS { (n)--() } RETURN n.id, COUNT { (n)--() } AS c ORDER BY c SKIP 0 LIMIT 5",
    "MATCH (n) OPTIONAL MATCH (n)-->(m) WITH n, collect(m) AS ms RETURN DISTINCT n.id, size(ms)",
    "MATCH (n) RETURN 'CREATE (x) LOAD CSV' AS text UNION RETURN 'DELETE' AS text",
    "MATCH (n) CALL (n) { MATCH (n)--(m) RETURN count(m) AS c } RETURN n.id, c",
  ])("lets a stranger ask %s", async (cypher) => {
    if (!server) return;
    await expect(store.ask(cypher, {}, {})).resolves.toMatchObject({ truncated: null });
    await expect(store.explain(cypher, {}, {})).resolves.toMatch(/^ProduceResults/);
  });

  async function untilRunning(expected: number): Promise<void> {
    const query =
      "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery CONTAINS 'reduce(s' AND NOT currentQuery CONTAINS 'SHOW' RETURN currentQuery";
    for (let running = -1; running !== expected; ) running = (await store.read(query)).rows.length;
  }
});

const endless =
  "UNWIND range(1, 100000000) AS i WITH i, reduce(s = 0, x IN range(1, 1000) | s + x * i) AS r RETURN sum(r)";

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A way to the server that can be cut while somebody speaks. */
async function breakable(uri: string) {
  const { hostname, port } = new URL(uri.replace("neo4j:", "http:"));
  const open = new Set<Socket>();
  let heard = 0;
  let next: "break" | "fall silent" | undefined;
  const between = createServer((caller) => {
    const onward = connect(Number(port), hostname);
    for (const socket of [caller, onward]) {
      open.add(socket);
      socket.on("error", () => {}).on("close", () => [caller, onward].forEach((each) => void each.destroy()));
    }
    onward.pipe(caller);
    caller.on("data", (said) => {
      if (!next) return onward.write(said);
      heard++;
      if (next === "break") caller.destroy();
      if (next === "break") next = undefined;
      return undefined;
    });
  });
  await new Promise<void>((resolve) => between.listen(0, "127.0.0.1", resolve));
  const address = between.address();
  return {
    uri: `bolt://127.0.0.1:${typeof address === "object" ? address?.port : ""}`,
    whenSpokenTo(what: "break" | "fall silent") {
      next = what;
    },
    heard: () => heard,
    async close() {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => between.close(resolve));
    },
  };
}
