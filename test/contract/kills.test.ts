import { once } from "node:events";
import { setTimeout } from "node:timers/promises";
import { expect, it } from "vitest";
import { ledger } from "../../server/graph/ledger.ts";
import { rebuild } from "../../server/graph/rebuild.ts";
import { save } from "../../server/graph/save.ts";
import type { GraphStore } from "../../server/store/store.ts";
import { story } from "./articles.ts";
import { startChild } from "./children.ts";
import { edges, everything } from "./dump.ts";
import { dice } from "./randomValues.ts";
import { onEachStore } from "./stores.ts";

/** ENTENTE_KILLS=50 ENTENTE_SEED=7 for the long run; it tells every kill. */
const kills = Number(process.env.ENTENTE_KILLS ?? 3);
const seed = Number(process.env.ENTENTE_SEED ?? 1);
const batch = 10;
const limit = kills * 120_000;

onEachStore("a graph whose writers are killed at random moments", (place, name) => {
  it(
    `stands in whole batches after ${kills} kills of the ingesting process, with all that was acknowledged`,
    async () => {
      const random = dice(seed);
      await release();
      let acknowledged = 0;
      let next = startChild(place(), "ingest");
      for (let kill = 1; kill <= kills; kill++) {
        const child = await next;
        child.begin([acknowledged, acknowledged + 99, 1, batch]);
        // Some are killed while they open the store or write their first batch, the others later.
        const most = random.chance(0.3) ? 0 : batch * (1 + random.below(5));
        let saved = 0;
        const reading = (async () => {
          for await (const line of child.lines) {
            saved = Number(line);
            if (saved >= most) return;
          }
        })();
        if (most > 0) await reading;
        await setTimeout(random.below(most > 0 ? 80 : 1_500));
        child.kill();
        await child.ended;
        if (kill < kills) next = startChild(place(), "ingest");
        const store = await take();
        const there = await claimsOfArticles(store);
        expect(there.size % batch).toBe(0);
        expect(there.size).toBeGreaterThanOrEqual(acknowledged + saved);
        const whole = Array.from({ length: there.size }, (_, number) => story(number));
        expect([...there].sort()).toEqual(whole.map(({ article, claims }) => [article.id, claims.length]).sort());
        const isThorough = kill % 10 === 3 || kill === kills;
        if (isThorough) await isAsIfNeverKilled(store, whole.length);
        tell("ingest", kill, `${saved} acknowledged, ${there.size - acknowledged} there, ${there.size} in all`);
        acknowledged = there.size;
        await release();
      }
      expect(acknowledged).toBeGreaterThanOrEqual(batch * (kills / 2));
    },
    limit,
  );

  it(
    `holds every upload that was acknowledged before one of ${kills} kills of the server`,
    async () => {
      const random = dice(seed);
      await release();
      const acknowledged = new Set<string>();
      let next = startChild(place(), "serve");
      for (let kill = 1; kill <= kills; kill++) {
        const server = await next;
        server.begin([]);
        const [url] = await once(server.lines, "line");
        const before = acknowledged.size;
        const most = before + random.below(6);
        const uploads = ["a", "b"].map(async (lane) => {
          for (let number = 0; ; number++) {
            const id = `upload-${kill}-${lane}-${number}`;
            if (await isAcknowledged(String(url), id)) acknowledged.add(id);
          }
        });
        const gone = Promise.allSettled(uploads);
        while (acknowledged.size < most) await setTimeout(1);
        await setTimeout(random.below(100));
        server.kill();
        await Promise.all([gone, server.ended]);
        if (kill < kills) next = startChild(place(), "serve");
        const store = await take();
        const there = await claimsOfArticles(store);
        expect([...acknowledged].filter((id) => !there.has(id))).toEqual([]);
        // All say the same: one with fewer claims than the others, or none, is half an article.
        expect(new Set(there.values()).size).toBeLessThanOrEqual(1);
        expect([...there.values()]).not.toContain(0);
        const now = await edges(store);
        await rebuild(store);
        expect(await edges(store)).toEqual(now);
        tell("server", kill, `${acknowledged.size - before} acknowledged, ${there.size} in all`);
        await release();
      }
      expect(acknowledged.size).toBeGreaterThanOrEqual(kills);
    },
    limit,
  );

  /** The built-in store is for one process at a time: it is given up before a child begins. */
  async function release(): Promise<void> {
    if (name === "built-in") await place().store.close();
  }

  /** The store as the killed process left it; a server may be at the last commit still. */
  async function take(): Promise<GraphStore> {
    if (name === "built-in") return place().reopen();
    const { store } = place();
    for (let was = -1; ; await setTimeout(100)) {
      const { version } = await ledger(store);
      if (version === was) return store;
      was = version;
    }
  }

  function tell(what: string, kill: number, found: string): void {
    if (process.env.ENTENTE_KILLS) console.info(`${name}: kill ${kill} of ${kills} of the ${what}: ${found}`);
  }
});

/** How many claims each article in the store has. */
async function claimsOfArticles(store: GraphStore): Promise<Map<string, number>> {
  const query = "MATCH (a:Article) OPTIONAL MATCH (a)<-[:STATED_IN]-(c:Claim)-[:SUBJECT]->(:Entity)";
  const { rows } = await store.read(`${query} RETURN a.id AS id, count(c) AS claims`);
  return new Map(rows.map(({ id, claims }) => [String(id), Number(claims)]));
}

/** The edges are those of the claims, and saving the same articles once more changes nothing. */
async function isAsIfNeverKilled(store: GraphStore, stories: number): Promise<void> {
  const found = await everything(store);
  const now = await edges(store);
  await rebuild(store);
  expect(await edges(store)).toEqual(now);
  await save(
    store,
    Array.from({ length: stories }, (_, number) => story(number)),
  );
  expect(await everything(store)).toEqual(found);
}

/** Sends one article to the server; true when the answer says that it was read to its end. */
async function isAcknowledged(url: string, id: string): Promise<boolean> {
  const text = "Kazakhstan refused Russia's request to send troops to Ukraine, officials said on Monday.";
  const file = { name: `${id}.jsonl`, content: JSON.stringify({ id, text }) };
  const response = await fetch(new URL("/api/articles", url), {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ files: [file] }),
  });
  return /"done":true/.test(await response.text());
}
