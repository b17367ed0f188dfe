import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { rebuild } from "../../server/graph/rebuild.ts";
import { remove } from "../../server/graph/remove.ts";
import { save } from "../../server/graph/save.ts";
import { story } from "./articles.ts";
import { edges, everything } from "./dump.ts";
import { onEachStore, type Place } from "./stores.ts";

const minutes = 60_000;
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
    "stands in whole batches after the ingesting process is killed, with all that was acknowledged",
    async () => {
      await place().store.close();
      for (const acknowledged of [1, 3, 6]) {
        const child = ingest(place(), [0, 119, 1, 10]);
        let saved = 0;
        for await (const line of child.lines) {
          saved = Number(line);
          if (saved >= acknowledged * 10) break;
        }
        child.kill();
        await child.ended;
        const store = await place().reopen();
        const articles = (await store.read("MATCH (a:Article) RETURN count(a) AS n")).rows[0]?.n as number;
        expect(articles % 10).toBe(0);
        expect(articles).toBeGreaterThanOrEqual(saved);
        const found = await everything(store);
        const now = await edges(store);
        await rebuild(store);
        expect(await edges(store)).toEqual(now);
        await save(store, stories.slice(0, articles));
        expect(await everything(store)).toEqual(found);
        await store.close();
      }
      await place().reopen();
    },
    5 * minutes,
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

function ingest({ environment }: Place, args: number[]) {
  const script = fileURLToPath(new URL("ingest.child.ts", import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", script, ...args.map(String)], {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit").then(([code]) => code as number | null);
  return { lines: createInterface(child.stdout), ended, kill: () => child.kill("SIGKILL") };
}
