import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { rebuild } from "../../server/graph/rebuild.ts";
import { remove } from "../../server/graph/remove.ts";
import { save } from "../../server/graph/save.ts";
import { story } from "./articles.ts";
import { edges, everything } from "./dump.ts";
import { onEachStore, type Place } from "./stores.ts";

const minutes = 60_000;
/** ENTENTE_KILLS=50 for the long run. A server takes longer to come back: it reads its gazetteers. */
const kills = Number(process.env.ENTENTE_KILLS ?? 3);
const serverKills = Number(process.env.ENTENTE_KILLS ?? 1);
const stories = Array.from({ length: 120 }, (_, number) => story(number));

onEachStore("a graph grown by and by", (place, name) => {
  it(
    "equals one built at once, whatever the order, the batches and what was taken out again",
    async () => {
      const { store } = place();
      await save(store, stories);
      const atOnce = await everything(store);
      for (const { article } of stories) await remove(store, article.id);
      expect(await everything(store)).toEqual([]);

      const shuffled = stories.map((_, i) => stories[(i * 37) % stories.length] ?? story(0));
      for (let at = 0; at < shuffled.length; at += 17) await save(store, shuffled.slice(at, at + 17));
      await save(
        store,
        Array.from({ length: 20 }, (_, number) => story(200 + number)),
      );
      const changed = {
        ...story(5),
        article: { ...story(5).article, hash: "other", fingerprint: "0123456789abcdef" },
        claims: [],
      };
      await save(store, [changed]);
      for (let number = 0; number < 20; number++) await remove(store, `story-${200 + number}`);
      await save(store, [story(5)]);
      expect(await everything(store)).toEqual(atOnce);
      const before = await edges(store);
      await rebuild(store);
      expect(await edges(store)).toEqual(before);
    },
    5 * minutes,
  );

  it(
    `stands in whole batches after ${kills} kills of the ingesting process, with all that was acknowledged`,
    async () => {
      await place().store.close();
      let there = 0;
      for (let kill = 1; kill <= kills; kill++) {
        const child = ingest(place(), [there, there + 199, 1, 10]);
        let saved = 0;
        for await (const line of child.lines) {
          saved = Number(line);
          if (saved >= 10 * (1 + ((kill * 3) % 5))) break;
        }
        // Somewhere within the next batch.
        await setTimeout((kill * 17) % 60);
        child.kill();
        await child.ended;
        const store = await place().reopen();
        const articles = (await store.read("MATCH (a:Article) RETURN count(a) AS n")).rows[0]?.n as number;
        expect(articles % 10).toBe(0);
        expect(articles).toBeGreaterThanOrEqual(there + saved);
        if (kill % 10 === 3 || kill === kills) {
          const found = await everything(store);
          const now = await edges(store);
          await rebuild(store);
          expect(await edges(store)).toEqual(now);
          await save(
            store,
            Array.from({ length: articles }, (_, number) => story(number)),
          );
          expect(await everything(store)).toEqual(found);
        }
        there = articles;
        await store.close();
      }
      await place().reopen();
    },
    kills * 5 * minutes,
  );

  it(
    `holds every upload that was acknowledged before one of ${serverKills} kills of the server`,
    async () => {
      await place().store.close();
      const acknowledged: string[] = [];
      for (let kill = 1; kill <= serverKills; kill++) {
        const server = run(place(), "serve.child.ts", []);
        const [url] = await once(server.lines, "line");
        let isOver = false;
        const most = 1 + (kill % 4);
        const uploads = (async () => {
          for (let number = 0; ; number++) {
            const id = `upload-${kill}-${number}`;
            if (await isAcknowledged(String(url), id)) acknowledged.push(id);
            if (number === most) isOver = true;
          }
        })().catch(() => {});
        while (!isOver) await setTimeout(5);
        await setTimeout((kill * 29) % 150);
        server.kill();
        await Promise.all([uploads, server.ended]);
        const store = await place().reopen();
        const query = "MATCH (a:Article)<-[:STATED_IN]-(c:Claim)-[:SUBJECT]->(e:Entity) RETURN DISTINCT a.id AS id";
        const there = new Set((await store.read(query)).rows.map(({ id }) => id));
        expect(acknowledged.filter((id) => !there.has(id))).toEqual([]);
        await store.close();
      }
      expect(acknowledged.length).toBeGreaterThanOrEqual(2 * serverKills);
      await place().reopen();
    },
    serverKills * 5 * minutes,
  );

  // The built-in store is for one process at a time; its own tests say what the second is told.
  if (name === "neo4j")
    it(
      "is the same when two processes save the same articles at once, from either end",
      async () => {
        const { store } = place();
        await save(store, stories);
        const alone = await everything(store);
        for (const { article } of stories) await remove(store, article.id);
        const both = [ingest(place(), [0, 119, 1, 10]), ingest(place(), [119, 0, -1, 10])];
        const codes = await Promise.all(both.map(({ ended }) => ended));
        expect(codes).toEqual([0, 0]);
        expect(await everything(store)).toEqual(alone);
      },
      5 * minutes,
    );
});

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

function ingest(place: Place, args: number[]) {
  return run(place, "ingest.child.ts", args);
}

function run({ environment }: Place, name: string, args: number[]) {
  const script = fileURLToPath(new URL(name, import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", script, ...args.map(String)], {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit").then(([code]) => code as number | null);
  return { lines: createInterface(child.stdout), ended, kill: () => child.kill("SIGKILL") };
}
