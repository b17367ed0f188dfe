import { execFileSync, spawn } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openBuiltIn } from "../../server/store/builtIn.ts";
import { openStore } from "../../server/store/open.ts";
import { StoreError } from "../../server/store/store.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "entente-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("the data folder", () => {
  it("is made where it is not there", async () => {
    const store = await openStore({ DATA_DIR: join(folder, "a", "b") });
    expect(store.name).toBe("built-in");
    await store.close();
  });

  it("belongs to one process: a second is told which has it, since when, and what to do", async () => {
    const writer = fileURLToPath(new URL("builtInWriter.ts", import.meta.url));
    const child = spawn(process.execPath, ["--import", "tsx", writer, folder]);
    for await (const line of createInterface({ input: child.stdout })) if (line) break;
    await expect(openBuiltIn({ folder })).rejects.toThrow(
      new RegExp(`in use by process ${child.pid} since \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\..*DATA_DIR`),
    );
    child.kill("SIGKILL");
    await new Promise((resolve) => child.once("exit", resolve));
    const store = await openBuiltIn({ folder });
    expect((await store.read("MATCH (p:Part) RETURN count(p) % 20 AS rest")).rows).toEqual([{ rest: 0 }]);
    await store.close();
  });

  it("is not opened twice by one process, and can be opened again once it is closed", async () => {
    const store = await openBuiltIn({ folder });
    await expect(openBuiltIn({ folder })).rejects.toThrow("has the data folder");
    await store.close();
    await (await openBuiltIn({ folder })).close();
  });

  it("is taken over at once from a process whose number another process has now", async () => {
    writeFileSync(join(folder, "lock.json"), JSON.stringify({ pid: process.ppid, since: "", host: "", began: "x 1" }));
    await (await openBuiltIn({ folder })).close();
  });

  it("may not be a file", async () => {
    writeFileSync(join(folder, "file"), "");
    for (const path of ["file", "file/below"]) {
      const opening = openBuiltIn({ folder: join(folder, path) });
      await expect(opening).rejects.toThrow(/is a file.*not a folder\. Set DATA_DIR/);
      await expect(opening).rejects.toBeInstanceOf(StoreError);
    }
  });

  it.skipIf(process.platform !== "linux")("may not lie where no folder can be made", async () => {
    await expect(openBuiltIn({ folder: "/proc/entente/data" })).rejects.toThrow(/\/proc\/entente\/data .*Set DATA_DIR/);
  });

  it.skipIf(process.getuid?.() === 0)("must be writable", async () => {
    mkdirSync(join(folder, "closed"));
    chmodSync(join(folder, "closed"), 0o500);
    await expect(openBuiltIn({ folder: join(folder, "closed") })).rejects.toThrow(/may not be written by this user/);
  });

  it.skipIf(!canMount())("says so when its disk is full, loses nothing, and goes on when there is room", async () => {
    const disk = join(folder, "disk");
    mkdirSync(disk);
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=4m", "tmpfs", disk]);
    try {
      const store = await openBuiltIn({ folder: join(disk, "data") });
      let written = 0;
      const writing = (async () => {
        for (; ; written++) {
          await store.write({
            cypher: "CREATE (:Big {id: $id, text: $text})",
            params: { id: written, text: "x".repeat(100_000) },
          });
        }
      })();
      await expect(writing).rejects.toThrow(/disk .* is full/);
      await expect(writing).rejects.toBeInstanceOf(StoreError);
      expect(written).toBeGreaterThan(5);
      expect((await store.read("MATCH (b:Big) RETURN count(b) AS big")).rows).toEqual([{ big: written }]);
      execFileSync("mount", ["-o", "remount,size=40m", disk]);
      await store.write({ cypher: "CREATE (:Big {id: $id})", params: { id: written } });
      await store.close();
      const again = await openBuiltIn({ folder: join(disk, "data") });
      expect((await again.read("MATCH (b:Big) RETURN count(b) AS big")).rows).toEqual([{ big: written + 1 }]);
      await again.close();
    } finally {
      execFileSync("umount", ["-l", disk]);
    }
  });
});

describe("what comes out of the built-in store", () => {
  it("is plain values: nodes, edges and paths by their kind, our own ids, dates as text, null kept", async () => {
    const store = await openBuiltIn({ folder });
    await store.write({
      cypher:
        "CREATE (:Country {id: 'Q1', founded: date('1991-08-31')})-[:ALLIED_WITH {id: 'Q1 ALLIED_WITH Q2', claims: 2}]->(:Country {id: 'Q2'}), (:Bare)",
    });
    const { columns, rows } = await store.read(
      "MATCH p = (a:Country {id: 'Q1'})-[r]->(b) RETURN a, r, p, a.nothing AS none, [1, 2.5, 'x'] AS list, {k: a.founded} AS map",
    );
    const a = { kind: "node", id: "Q1", labels: ["Country"], properties: { id: "Q1", founded: "1991-08-31" } };
    const b = { kind: "node", id: "Q2", labels: ["Country"], properties: { id: "Q2" } };
    const properties = { id: "Q1 ALLIED_WITH Q2", claims: 2 };
    const r = { kind: "edge", id: "Q1 ALLIED_WITH Q2", type: "ALLIED_WITH", from: "Q1", to: "Q2", properties };
    expect(columns).toEqual(["a", "r", "p", "none", "list", "map"]);
    const p = { kind: "path", nodes: [a, b], edges: [r] };
    expect(rows).toEqual([{ a, r, p, none: null, list: [1, 2.5, "x"], map: { k: "1991-08-31" } }]);
    const bare = (await store.ask("MATCH (n:Bare) RETURN n", {}, {})).rows[0]?.n;
    expect(bare).toEqual({ kind: "node", id: expect.stringMatching(/^n\d+$/), labels: ["Bare"], properties: {} });
    await store.close();
  });

  it("is cut at the caps, and says at which", async () => {
    const store = await openBuiltIn({ folder });
    const query = "UNWIND range(1, 100) AS i RETURN i, 'text' AS text";
    const byRows = await store.ask(query, {}, { rows: 3 });
    expect([byRows.rows.length, byRows.truncated]).toEqual([3, "rows"]);
    const byBytes = await store.ask(query, {}, { bytes: 100 });
    expect(byBytes.truncated).toBe("bytes");
    expect(JSON.stringify(byBytes.rows.map((row) => Object.values(row))).length).toBeLessThanOrEqual(100);
    const whole = await store.ask(query, {}, { rows: 100, bytes: 100_000 });
    expect([whole.rows.length, whole.truncated]).toEqual([100, null]);
    await store.close();
  });

  it("stops a stranger's query when the asker hangs up, and answers the next", async () => {
    const store = await openBuiltIn({ folder });
    const hangUp = new AbortController();
    const endless = store.ask(
      "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN count(*)",
      {},
      {
        timeout: 60_000,
        signal: hangUp.signal,
      },
    );
    setTimeout(() => hangUp.abort(), 100);
    await expect(endless).rejects.toThrow("cancelled");
    expect((await store.ask("RETURN 1 AS one", {}, {})).rows).toEqual([{ one: 1 }]);
    await store.close();
  });

  it("says of a query that it cannot read where it goes wrong, and what to do", async () => {
    const store = await openBuiltIn({ folder });
    const told = (query: string) => store.ask(query, {}, {}).then(() => "", String);
    expect(await told("MATCH (n {create: 1}) RETURN n")).toMatch(/1:11: .*needs backticks/);
    expect(await told("RETURN $a AS x")).toContain("No value is given for the parameter $a");
    await store.close();
  });

  it("shows strangers what was written just before", async () => {
    const store = await openBuiltIn({ folder });
    for (let written = 1; written <= 5; written++) {
      await store.write({ cypher: "CREATE (:One)" });
      const { rows } = await store.ask("MATCH (n:One) RETURN count(n) AS ones", {}, {});
      expect(rows).toEqual([{ ones: written }]);
    }
    await store.close();
  });

  it("refuses parameters that no store keeps as they are", async () => {
    const store = await openBuiltIn({ folder });
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, 2 ** 60, 1n, () => 1]) {
      await expect(store.write({ cypher: "CREATE (:One {value: $value})", params: { value } })).rejects.toThrow(
        StoreError,
      );
    }
    expect((await store.read("MATCH (n) RETURN count(n) AS all")).rows).toEqual([{ all: 0 }]);
    await store.close();
  });

  it("undoes a batch of which one statement fails", async () => {
    const store = await openBuiltIn({ folder });
    await store.write({ cypher: "CREATE CONSTRAINT one IF NOT EXISTS FOR (n:One) REQUIRE n.id IS UNIQUE" });
    await store.write({ cypher: "CREATE (:One {id: 1})" });
    const failing = store.write([{ cypher: "CREATE (:Two)" }, { cypher: "CREATE (:One {id: 1})" }]);
    await expect(failing).rejects.toThrow(/already exists/);
    expect((await store.read("MATCH (n) RETURN count(n) AS all")).rows).toEqual([{ all: 1 }]);
    await store.close();
  });
});

function canMount(): boolean {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return false;
  const probe = mkdtempSync(join(tmpdir(), "entente-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", probe], { stdio: "ignore" });
    execFileSync("umount", [probe]);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(probe, { recursive: true, force: true });
  }
}
