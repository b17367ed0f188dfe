import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { save } from "../server/graph/save.ts";
import { openBuiltIn } from "../server/store/builtIn.ts";
import { openNeo4j } from "../server/store/neo4j.ts";
import type { GraphStore } from "../server/store/store.ts";
import { neo4jForTests } from "../test/neo4j/server.ts";
import { between, overHttp, rawOf } from "./store/answers.ts";
import { hub } from "./store/corpus.ts";
import { load } from "./store/load.ts";
import { beside, timed } from "./store/measure.ts";

/**
 * Both stores on the same invented corpus, in one run: `npm run bench -- store [--quick] [--large]`. What counts are the
 * ratios; the milliseconds beside them belong to the machine of the day. `--quick` takes a tenth of the corpus, `--large`
 * adds the built-in store at a million edges.
 */
const part = process.argv.includes("--quick") ? 10 : 1;
const size = { articles: 20_000 / part, claims: 100_000 / part, entities: 5_000 / part };
const ties = { hub: 10_000 / part, leaf: 50 };
const asked = 100;

const folder = mkdtempSync(join(tmpdir(), "entente-bench-"));
const server = await neo4jForTests();
try {
  console.log(`${size.claims} claims about ${size.entities} entities in ${size.articles} articles`);
  const builtIn = await openBuiltIn({ folder });
  const mine = await told(builtIn);
  if (server) {
    const theirs = await told(await openNeo4j(server), server);
    console.log(`loading: built-in ÷ Neo4j ${beside(1, mine / theirs)}`);
  }
  if (process.argv.includes("--large")) await large();
} finally {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** Loads and asks one store, prints what it measures, closes the store; answers the seconds of the load. */
async function told(store: GraphStore, address?: Parameters<typeof rawOf>[1]): Promise<number> {
  const { seconds, memory } = await load(store, size);
  console.log(`${store.name}`);
  console.log(
    `  load: ${seconds.toFixed(1)} s; memory of the ingesting process, last quarter ÷ second: ${beside(1.25, memory)}`,
  );
  await save(store, hub("Q900007", ties.hub, size.entities));
  await save(store, hub("Q900014", ties.leaf, size.entities));
  const { raw, close } = rawOf(store, address);
  const pick = (n: number) => Math.floor((n * 7919) % size.entities);
  const ids = Array.from({ length: asked }, (_, n) => `Q${pick(n)}`);
  const there = await store.read("MATCH (n:Entity) WHERE n.id IN $ids RETURN n.id AS id", { ids });
  const nodes = there.rows.map(({ id }) => String(id));
  const found = await store.read("MATCH (n:Entity)-[r]->(:Entity) WHERE n.id IN $ids RETURN r.id AS id LIMIT $most", {
    ids,
    most: asked,
  });
  await overHttp(store, raw, {
    node: nodes.map((id) => `/api/nodes/${id}`),
    neighbours: nodes.map((id) => `/api/nodes/${id}/neighbours?limit=50`),
    search: nodes.map((id) => `/api/search?q=${encodeURIComponent(`Name ${id}`)}`),
    "edge claims": found.rows.map(({ id }) => `/api/edges/${encodeURIComponent(String(id))}/claims`),
  });
  const page = (id: string) => () => `/api/nodes/${id}/neighbours?limit=50`;
  const hubs = await between(store, page("Q900007"), page("Q900014"), asked);
  console.log(`  first page of ${ties.hub} ties ÷ of ${ties.leaf}: ${hubLine(hubs)}`);
  // Between writes the hub's page is kept: other pages, each asked for once, show what working it out costs.
  const later = (anew: number) => `/api/nodes/Q900007/neighbours?limit=50&offset=${anew}`;
  const anew = await between(store, later, page("Q900014"), asked / 5);
  console.log(`  a page of it that nobody asked for before ÷ of ${ties.leaf}: ${hubLine(anew)}`);
  await close();
  await store.close();
  return seconds;
}

/** The built-in store with a million edges of all kinds: those between entities and those of the claims. */
async function large(): Promise<void> {
  const place = join(folder, "large");
  const first = await openBuiltIn({ folder: place });
  await load(first, { articles: 52_000 / part, claims: 260_000 / part, entities: 20_000 / part });
  await first.close();
  const { took, answer: store } = await timed(() => openBuiltIn({ folder: place }));
  const [count] = (await store.read("MATCH ()-[r]->() RETURN count(r) AS edges")).rows;
  console.log(`built-in with ${count?.edges} edges: opens in ${(took / 1000).toFixed(1)} s`);
  const page = (id: string) => () => `/api/nodes/${id}/neighbours?limit=50`;
  console.log(
    `  first page of its busiest node ÷ of a quiet one: ${hubLine(await between(store, page("Q3"), page("Q300"), asked))}`,
  );
  console.log(`  MiB of its process: ${beside(2048, residentOfChildren(), 0)}`);
  await store.close();
}

function hubLine({ ratio, first, second }: Awaited<ReturnType<typeof between>>): string {
  return `${beside(2, ratio)}, p95 ${first.toFixed(1)} and ${second.toFixed(1)} ms`;
}

/** Mebibytes of the largest child of this process; the engine is the only large one. */
function residentOfChildren(): number {
  if (process.platform === "win32") return Number.NaN;
  const lines = execFileSync("ps", ["-A", "-o", "ppid=,rss="], { encoding: "utf8" }).trim().split("\n");
  const own = lines.map((line) => line.trim().split(/\s+/).map(Number)).filter(([parent]) => parent === process.pid);
  return Math.max(0, ...own.map(([, kibibytes = 0]) => kibibytes)) / 1024;
}
