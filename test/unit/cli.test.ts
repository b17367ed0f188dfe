import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it, vi } from "vitest";

// Each command is a process of its own, and a machine may be busy.
vi.setConfig({ testTimeout: 240_000 });

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "entente-cli-"));
const env = { ...process.env, DATA_DIR: join(folder, "data"), NEO4J_URI: "" };
const command = (args: string[]) => ["--import", "tsx", join(root, "ingest/cli.ts"), ...args];
const put = (name: string, content: string) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const article = put(
  "kenya.txt",
  "Kenya refused a request from Somalia on Monday.\nKenya is an ally of Ethiopia, its minister said.\n",
);

describe("entente extract", () => {
  it("prints one JSON line an article, with English names, and nothing else", () => {
    const { status, stdout, stderr } = entente(["extract", article]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const lines = stdout.trimEnd().split("\n");
    expect(lines).toHaveLength(1);
    const line = JSON.parse(lines[0]!);
    expect(line).toMatchObject({ id: "kenya", lang: "en", published: null, title: null, skipped: expect.any(Array) });
    expect(line.claims[0]).toMatchObject({
      subjectName: "Kenya",
      subjectType: "Country",
      objectName: "Somalia",
      type: "REFUSED",
    });
    expect(line.entities).toContainEqual(
      expect.objectContaining({
        id: line.claims[0].subject,
        name: "Kenya",
        type: "Country",
        aliases: expect.any(Array),
      }),
    );
  });

  it("names what it cannot read, reads the others, and says so by its exit code", () => {
    const { status, stdout, stderr } = entente(["extract", put("empty.txt", ""), article, join(folder, "none.txt")]);
    expect(status).toBe(1);
    expect(stdout.trimEnd().split("\n")).toHaveLength(1);
    expect(stderr).toContain(`not read: ${join(folder, "empty.txt")}: is empty`);
    expect(stderr).toContain("there is no such file or folder");
    expect(stderr).toContain("1 article read");
    expect(stderr).toContain("2 rejected");
  });

  it("reads standard input, and stops quietly when nobody listens any more", () => {
    const many = put(
      "many.jsonl",
      `${JSON.stringify({ text: "Kenya refused a request from Somalia. ".repeat(40) })}\n`.repeat(300),
    );
    const shell = `"${process.execPath}" ${command(["extract", many])
      .map((word) => `"${word}"`)
      .join(" ")} | head -n 1`;
    const { stdout, stderr } = spawnSync("bash", ["-c", shell], { cwd: root, env, encoding: "utf8" });
    expect(JSON.parse(stdout).lang).toBe("en");
    expect(stderr).toBe("");
    const piped = entente(["extract", "--clean", "-"], "Kenya refused a request from Somalia.");
    expect(JSON.parse(piped.stdout)).toMatchObject({ id: "stdin", lang: "en" });
  });
});

describe("the store's commands", () => {
  it("ingest twice changes nothing; query, explain, export, remove and rebuild speak of the same graph", () => {
    expect(entente(["ingest", article])).toMatchObject({
      status: 0,
      stderr: expect.stringContaining("1 new, 0 replaced, 0 unchanged"),
    });
    expect(entente(["ingest", article]).stderr).toContain("0 new, 0 replaced, 1 unchanged");
    const found = entente([
      "query",
      "MATCH (a:Country)-[r:REFUSED]->(b:Country) RETURN a.name_en AS who, b.name_en AS whom",
    ]);
    expect(found.stdout).toMatch(/who +whom\n─+ +─+\nKenya +Somalia\n1 row\n/);
    const [claim] = JSON.parse(
      entente(["query", "--json", "MATCH (c:Claim {type: 'REFUSED'}) RETURN c.id AS id"]).stdout,
    );
    const why = entente(["explain", claim.id]).stdout;
    expect(why).toContain("Kenya — refused → Somalia");
    expect(why).toMatch(/\[S Kenya\] \[C refused/);
    expect(JSON.parse(entente(["export", "--format", "jsonl"]).stdout).article.id).toBe("kenya");
    const edges = entente(["export", "--format", "csv", "--part", "edges"]).stdout.trim().split(/\r?\n/);
    expect([edges.length, edges.filter((line) => line.includes("REFUSED")).length]).toEqual([4, 1]);
    expect(entente(["rebuild"]).stdout).toMatch(/^[1-9][0-9]* edges? made/);
    expect(entente(["remove", "kenya"]).status).toBe(0);
    expect(entente(["remove", "kenya"])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('no article "kenya"'),
    });
    expect(JSON.parse(entente(["query", "--json", "MATCH (n:Entity) RETURN n"]).stdout)).toEqual([]);
  });

  it("Ctrl-C while it waits for input leaves a store that opens, with what was read", async () => {
    const child = spawn(process.execPath, command(["ingest", "-"]), { cwd: root, env });
    let told = "";
    const heard = new Promise<void>((done) => {
      child.stderr.on("data", (data) => {
        told += data;
        if (told.includes("read:")) done();
      });
    });
    child.stdin.write('{"id":"waiting","text":"Kenya refused a request from Somalia."}\n');
    await heard;
    child.kill("SIGINT");
    const code = await new Promise((done) => child.on("close", done));
    expect({ code, told }).toMatchObject({ code: 130, told: expect.stringContaining("Stopped. 1 article read") });
    const rows = JSON.parse(entente(["query", "--json", "MATCH (a:Article) RETURN a.id AS id"]).stdout);
    expect(rows).toEqual([{ id: "waiting" }]);
  });
});

describe("wrong use is answered in a sentence, with exit code 2 and no stack trace", () => {
  it.each([
    ["an unknown command", ["ingets"], "unknown command 'ingets'"],
    ["no paths", ["extract"], "missing required argument 'paths'"],
    ["no query", ["query"], "missing required argument 'cypher'"],
    ["an unknown format", ["export", "--format", "xls"], "Allowed choices are gexf"],
    ["a table of csv that is none", ["export", "--format", "csv", "--part", "all"], "Allowed choices are nodes, edges"],
    ["a table of what has none", ["export", "--format", "gexf", "--part", "edges"], "--part names a table of csv"],
    ["a limit that is no number", ["query", "--limit", "many", "RETURN 1"], "Expected a whole number"],
  ])("%s", (_, args, message) => {
    const { status, stderr } = entente(args);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it("help is no mistake", () => {
    expect(entente(["--help"])).toMatchObject({ status: 0, stdout: expect.stringContaining("extract") });
  });

  it("a query that writes, and a store that cannot be opened, are refused in a sentence", () => {
    const written = entente(["query", "CREATE (n:Country) RETURN n"]);
    expect(written.status).toBe(1);
    expect(written.stderr).not.toMatch(/^\s+at /m);
    const file = put("a-file", "");
    const closed = spawnSync(process.execPath, command(["query", "RETURN 1"]), {
      cwd: root,
      env: { ...env, DATA_DIR: join(file, "data") },
      encoding: "utf8",
    });
    expect(closed.status).toBe(1);
    expect(closed.stderr.trim().split("\n")).toHaveLength(1);
  });
});

function entente(args: string[], input = ""): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, command(args), { cwd: root, env, encoding: "utf8", input });
}
