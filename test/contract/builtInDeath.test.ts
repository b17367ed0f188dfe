import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startEngine } from "../../server/store/builtIn/process.ts";
import { openBuiltIn } from "../../server/store/builtIn.ts";
import type { GraphStore } from "../../server/store/store.ts";

/** ENTENTE_KILLS=50 for the long run. */
const kills = Number(process.env.ENTENTE_KILLS ?? 10);
const writer = fileURLToPath(new URL("builtInWriter.ts", import.meta.url));
let folder: string;
let said: string[];
const say = (sentence: string) => void said.push(sentence);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "entente-"));
  said = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("a process killed while it writes", () => {
  it(`loses no acknowledged batch in ${kills} kills and leaves none half done`, async () => {
    let acknowledged = -1;
    for (let kill = 0; kill < kills; kill++) {
      const child = spawn(process.execPath, ["--import", "tsx", writer, folder, String(acknowledged + 1)]);
      acknowledged = await killedAfter(child, 5 + ((kill * 7) % 23), acknowledged);
      await within(async (store) => {
        const found = await batches(store);
        expect(found.last).toBeGreaterThanOrEqual(acknowledged);
        expect(found.half).toEqual([]);
        expect(found.count).toBe(found.last + 1);
        expect(found.counter).toBe(found.last + 1);
        acknowledged = found.last;
      });
    }
  }, 600_000);
});

describe("an engine killed under a store that lives on", () => {
  it(`keeps every acknowledged batch in ${kills} kills, does none twice, and answers all that was asked meanwhile`, async () => {
    await within(async (store) => {
      let isOver = false;
      let done = 0;
      // Each kill waits for the work of the engine before: on a busy machine an engine takes long to open.
      const killing = (async () => {
        for (let kill = 0; kill < kills; kill++) {
          for (const before = done; done < before + 1 + (kill % 5); ) await pause(5);
          await pause((kill * 7) % 30);
          for (const pid of engines()) process.kill(pid, "SIGKILL");
        }
        isOver = true;
      })();
      const reads: Promise<unknown>[] = [];
      while (!isOver) {
        await store.write({
          cypher: "MERGE (c:Counter {id: 'c'}) SET c.count = coalesce(c.count, 0) + 1 CREATE (:One)",
        });
        done++;
        reads.push(store.read("MATCH (n:One) RETURN count(n) AS ones"));
      }
      await killing;
      const answers = await Promise.all(reads);
      expect(answers).toHaveLength(done);
      const { rows } = await store.read("MATCH (c:Counter) MATCH (n:One) RETURN c.count AS count, count(n) AS ones");
      expect(rows).toEqual([{ count: done, ones: done }]);
    });
  }, 300_000);

  it("takes no more questions once it is to die: they would die with it", async () => {
    const engine = startEngine({ folder, memory: 2 ** 30 });
    await engine.ready;
    const dying = engine.kill();
    expect(engine.ended).toBe(true);
    const asked = engine.ask({ do: "read", cypher: "RETURN 1 AS one", params: "{}", rows: 1, bytes: 100 });
    await expect(asked).rejects.toMatchObject({ name: "EngineDied", asked: 0 });
    await dying;
    expect(() => process.kill(engine.pid, 0)).toThrow("ESRCH");
  });

  it("lets a graph grow past the memory an engine begins with, and blames no query for it", async () => {
    const store = await openBuiltIn({ folder, say, memory: 150 * 2 ** 20 });
    const seen = new Set<number>();
    const text = "भारत ".repeat(200);
    const batches = 60;
    for (let batch = 0; batch < batches; batch++) {
      const rows = Array.from({ length: 500 }, (_, at) => ({ id: `${batch}/${at}`, text: `${text}${batch}` }));
      await store.write({ cypher: "UNWIND $rows AS row CREATE (n:Row) SET n = row", params: { rows } });
      const { rows: counted } = await store.read("MATCH (n:Row) RETURN count(n) AS rows");
      expect(counted).toEqual([{ rows: 500 * (batch + 1) }]);
      for (const pid of engines()) seen.add(pid);
    }
    expect(seen.size).toBeGreaterThan(1);
    await store.close();
  }, 120_000);

  it("answers the next query after a query of our own that never ends", async () => {
    await within(async (store) => {
      await store.write({ cypher: "UNWIND range(1, 2000) AS i CREATE (:N {i: i})" });
      const endless = store.read("MATCH (a:N), (b:N), (c:N) RETURN sum(a.i * b.i * c.i) AS s", {}, { timeout: 300 });
      const other = store.read("MATCH (n:N) RETURN count(n) AS c");
      await expect(endless).rejects.toThrow("took longer than 0.3 s");
      expect((await other).rows).toEqual([{ c: 2000 }]);
      expect((await store.read("MATCH (n:N) RETURN count(n) AS c")).rows).toEqual([{ c: 2000 }]);
    });
  });
});

describe("the journal", () => {
  it("does not grow without end, and holds the whole graph all the same", async () => {
    const small = 200_000;
    const store = await openBuiltIn({ folder, say, journal: small });
    await fill(store);
    for (let change = 0; change < 200; change++) {
      const cypher = "UNWIND range(0, 19) AS at MERGE (c:Changing {id: at}) SET c.text = $text, c.change = $change";
      await store.write({ cypher, params: { text: "x".repeat(20_000), change } });
      expect(statSync(journal()).size).toBeLessThan(5 * small);
    }
    const before = await everything(store);
    await store.close();
    rmSync(graph());
    const after = await within(everything);
    expect(after).toEqual(before);
    expect(said.join()).toMatch(/rebuilt from the journal/);
  });
});

describe("a damaged file", () => {
  const damages: [string, () => void, RegExp | undefined][] = [
    ["the graph cut in half", () => cut(graph()), /could not be opened.*rebuilt from the journal/],
    ["the graph emptied", () => truncateSync(graph(), 0), /rebuilt from the journal/],
    ["the graph full of noise", () => writeFileSync(graph(), Buffer.alloc(100_000, 77)), /rebuilt from the journal/],
    ["bits of the graph turned", () => turnBits(graph()), /rebuilt from the journal/],
    ["the graph gone", () => rmSync(graph()), /missing.*rebuilt from the journal/],
    ["the journal gone", () => rmSync(journal()), /journal .* written anew from the graph/],
    ["the journal emptied", () => truncateSync(journal(), 0), /journal .* written anew from the graph/],
    ["the journal cut in the middle", () => cut(journal()), /journal .* written anew/],
    ["bits of the journal turned", () => turnBits(journal()), /journal .* written anew/],
    ["a bit of the journal's last record turned", () => turnBits(journal(), -4), /journal .* written anew/],
    [
      "a half-written record at the journal's end",
      () => appendFileSync(journal(), '9f3a 40 batch 12 {"batch":"x","sta'),
      /half-written record .* was dropped/,
    ],
    ["a half-written new journal beside the old", () => writeFileSync(`${journal()}.new`, "half"), undefined],
    [
      "a graph file of a rebuild that did not end",
      () => writeFileSync(join(folder, "graph-0.grafeo"), "half"),
      undefined,
    ],
    [
      "a lock of a process that is dead",
      () => writeFileSync(join(folder, "lock.json"), '{"pid":1073741824}'),
      undefined,
    ],
    ["no damage", () => {}, undefined],
  ];

  it.each(damages)("leaves the same graph: %s", async (_, damage, sentence) => {
    const before = await within(async (store) => {
      await fill(store);
      return everything(store);
    });
    damage();
    const after = await within(everything);
    expect(after).toEqual(before);
    if (sentence) expect(said.join("\n")).toMatch(sentence);
    else expect(said).toEqual([]);
    said = [];
    await within(async (store) => {
      expect(await everything(store)).toEqual(before);
      await store.write({ cypher: "MERGE (n:After {id: 'after'})" });
    });
    expect(said).toEqual([]);
    expect((await within(everything)).nodes).toHaveLength(before.nodes.length + 1);
  });

  it("is told when neither the graph nor the journal can be read", async () => {
    await within(fill);
    truncateSync(graph(), 100);
    truncateSync(journal(), 100);
    await expect(openBuiltIn({ folder, say })).rejects.toThrow(/Move the folder away and ingest the articles again/);
    expect(existsSync(graph())).toBe(true);
    renameSync(graph(), `${graph()}.wal`);
    rmSync(journal());
    await expect(openBuiltIn({ folder, say })).rejects.toThrow(/Move the folder away/);
  });
});

/** All that the rebuilt graph must have in common with the one that was lost, values that JSON does not tell apart included. */
async function everything(store: GraphStore) {
  const nodes = await store.read("MATCH (n) RETURN labels(n) AS labels, properties(n) AS properties ORDER BY n.id");
  const edges = await store.read("MATCH (a)-[r]->(b) RETURN a.id, type(r), properties(r), b.id ORDER BY a.id, b.id");
  const typed = await store.read(
    "MATCH (n:Typed) RETURN n.float / 2 AS half, n.integer / 2 AS whole, n.day + duration('P1D') AS next, n.at < datetime() AS past, n.floats[0] / 2 AS item",
  );
  const [first] = (await store.read("MATCH ()-[r:TIE]->() WHERE r.weight = 1 RETURN r.weight / 2 AS half")).rows;
  return { nodes: nodes.rows, edges: edges.rows, typed: typed.rows, first };
}

async function fill(store: GraphStore): Promise<void> {
  await store.write({ cypher: "CREATE CONSTRAINT thing IF NOT EXISTS FOR (n:Thing) REQUIRE n.id IS UNIQUE" });
  for (let batch = 0; batch < 30; batch++) {
    const things = Array.from({ length: 20 }, (_, at) => ({ id: `thing ${batch} ${at}`, name: "भारत ভারত", rank: at }));
    await store.write([
      { cypher: "UNWIND $things AS thing MERGE (t:Thing:Named {id: thing.id}) SET t += thing", params: { things } },
      {
        cypher:
          "MATCH (a:Thing {id: $a}), (b:Thing {id: $b}) MERGE (a)-[r:TIE {id: $a}]->(b) SET r.weight = $batch / 1.0",
        params: { a: `thing ${batch} 0`, b: `thing ${batch} 1`, batch },
      },
    ]);
    if (batch % 5 === 0)
      await store.write({ cypher: "MATCH (t:Thing {id: $id}) DETACH DELETE t", params: { id: `thing ${batch} 7` } });
  }
  await store.write({
    cypher: `CREATE (:Typed {id: 'typed', float: 3.0, integer: 3, day: date('2020-02-29'), floats: [1.0, 2.0],
      at: datetime('2020-01-01T10:00:00Z'), text: '2020-02-29', none: null, yes: true, list: ['a', 'b']})`,
  });
}

async function batches(store: GraphStore) {
  const { rows } = await store.read(
    "MATCH (p:Part) WITH p.batch AS batch, count(p) AS parts OPTIONAL MATCH (:Part)-[c:CHAIN {batch: batch}]->(:Part) RETURN batch, parts, count(c) AS chains ORDER BY batch",
  );
  const half = rows.filter(({ parts, chains }) => parts !== 20 || chains !== 1);
  const counter = await store.read("MATCH (c:Counter) RETURN c.count AS count");
  return {
    last: Number(rows.at(-1)?.batch ?? -1),
    count: rows.length,
    half,
    counter: Number(counter.rows[0]?.count ?? 0),
  };
}

/** Kills the writer when it has acknowledged so many batches; answers the number of the last one. */
async function killedAfter(child: ChildProcess, count: number, before: number): Promise<number> {
  let last = before;
  const ended = once(child, "exit");
  for await (const line of createInterface({ input: child.stdout as NodeJS.ReadableStream })) {
    if (line !== "open") last = Number(line);
    if (last - before >= count) child.kill("SIGKILL");
  }
  await ended;
  return last;
}

async function within<T>(work: (store: GraphStore) => Promise<T>): Promise<T> {
  const store = await openBuiltIn({ folder, say });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Processes of engines that this process started. */
function engines(): number[] {
  const children = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, "utf8").split(" ").filter(Boolean);
  return children.map(Number).filter((pid) => readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(folder));
}

function graph(): string {
  return join(folder, readdirSync(folder).find((name) => /^graph-.*\.grafeo$/.test(name)) ?? "");
}

function journal(): string {
  return join(folder, "journal");
}

function cut(path: string): void {
  truncateSync(path, Math.floor(statSync(path).size / 2));
}

/** One bit in every page: most of a graph file is room to spare. Counted from the end, one bit of the last record. */
function turnBits(path: string, first = 2000): void {
  const bytes = readFileSync(path);
  for (let at = first < 0 ? bytes.length + first : first; at < bytes.length; at += 4096) bytes[at]! ^= 4;
  writeFileSync(path, bytes);
}
