import { expect, it } from "vitest";
import { rebuild } from "../../server/graph/rebuild.ts";
import { remove } from "../../server/graph/remove.ts";
import { save } from "../../server/graph/save.ts";
import { story } from "./articles.ts";
import { startChild } from "./children.ts";
import { edges, everything } from "./dump.ts";
import { onEachStore } from "./stores.ts";

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

  // The built-in store is for one process at a time; its own tests say what the second is told.
  if (name === "neo4j")
    it(
      "is the same when two processes save the same articles at once, from either end",
      async () => {
        const { store } = place();
        await save(store, stories);
        const alone = await everything(store);
        for (const { article } of stories) await remove(store, article.id);
        const both = await Promise.all([startChild(place(), "ingest"), startChild(place(), "ingest")]);
        both[0].begin([0, 119, 1, 10]);
        both[1].begin([119, 0, -1, 10]);
        const codes = await Promise.all(both.map(({ ended }) => ended));
        expect(codes).toEqual([0, 0]);
        expect(await everything(store)).toEqual(alone);
      },
      5 * minutes,
    );
});
