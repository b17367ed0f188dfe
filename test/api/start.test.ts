import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { openBuiltIn } from "../../server/store/builtIn.ts";
import { address, killStarted, start } from "./started.ts";

const folder = mkdtempSync(join(tmpdir(), "entente-start-"));
afterAll(() => {
  killStarted();
  rmSync(folder, { recursive: true, force: true });
});

describe("a start that cannot be", { timeout: 120_000 }, () => {
  const cases: [string, () => Promise<Record<string, string>>, RegExp][] = [
    [
      "a port in use",
      async () => ({ PORT: String(await taken()), DATA_DIR: join(folder, "port") }),
      /^Port \d+ on 127.0.0.1 is in use .* PORT=\d+ npm start$/m,
    ],
    ["a port that is none", async () => ({ PORT: "http" }), /^PORT is "http"; expected a whole number/m],
    ["a wrong NEO4J_URI", async () => ({ NEO4J_URI: "localhost" }), /NEO4J_URI/],
    ["a Neo4j that does not answer", async () => ({ NEO4J_URI: "bolt://127.0.0.1:1" }), /Check NEO4J_URI/],
    ["a data folder that is a file", async () => ({ DATA_DIR: file("plain.txt", "x") }), /plain.txt/],
    [
      "a short token",
      async () => ({ ENTENTE_TOKEN: "secret" }),
      /^ENTENTE_TOKEN is too short; expected a secret of 16/m,
    ],
    [
      "a host of another machine",
      async () => ({ HOST: "203.0.113.7", DATA_DIR: join(folder, "host") }),
      /^This machine has no address 203.0.113.7/m,
    ],
  ];
  it.each(cases)("for %s says why and what to do, without a trace", async (_what, environment, sentence) => {
    const { said, ended } = start(await environment());
    expect(await ended).toBe(1);
    expect(said()).toMatch(sentence);
    expect(said()).not.toMatch(/^\s+at |node:internal|secret$/m);
  });

  it("for a data folder in use names who holds it", async () => {
    const path = join(folder, "held");
    const store = await openBuiltIn({ folder: path });
    const { said, ended } = start({ DATA_DIR: path });
    expect(await ended).toBe(1);
    expect(said()).toMatch(new RegExp(`in use by process ${process.pid}`));
    await store.close();
  });
});

// The first of them builds the page where it is not built yet.
describe("a start", { timeout: 240_000 }, () => {
  it("reads the samples, ends with its signal, and takes the graph as it is the second time", async () => {
    const environment = { DATA_DIR: join(folder, "samples") };
    const first = start(environment);
    const url = await address(first);
    const { articles, edges } = await (await fetch(`${url}api/stats`)).json();
    expect([articles, edges.REFUSED > 0]).toEqual([24, true]);
    expect(await (await fetch(url)).text()).toContain("csp-nonce");
    first.child.kill("SIGINT");
    expect(await first.ended).toBe(0);

    const second = start(environment);
    const again = await (await fetch(`${await address(second)}api/stats`)).json();
    expect(again.articles).toBe(24);
    expect(second.said()).not.toContain("samples");
    second.child.kill("SIGTERM");
    expect(await second.ended).toBe(0);
  });

  it("reads what it is given, names what it cannot read, and serves the rest", async () => {
    const good = file("good.txt", "Kazakhstan refused Russia's request to send troops to Ukraine, officials said.\n");
    const started = start({ DATA_DIR: join(folder, "given") }, good, file("empty.txt", ""), join(folder, "nowhere"));
    const { articles } = await (await fetch(`${await address(started)}api/stats`)).json();
    expect(articles).toBe(1);
    expect(started.said()).toMatch(/not read: .*empty.txt: is empty/);
    expect(started.said()).toMatch(/not read: .*nowhere: there is no such file/);
    expect(started.said()).toMatch(/^1 article read, \d claims?, 2 not read\.$/m);
    started.child.kill("SIGTERM");
    expect(await started.ended).toBe(0);
  });

  it("with nothing that can be read ends", async () => {
    const { said, ended } = start({ DATA_DIR: join(folder, "none") }, join(folder, "nowhere"));
    expect(await ended).toBe(1);
    expect(said()).toContain("None of the articles could be read");
  });
});

let holder: Server | undefined;
async function taken(): Promise<number> {
  holder = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => holder?.once("listening", resolve));
  holder.unref();
  const place = holder.address();
  return typeof place === "object" && place ? place.port : 0;
}

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}
