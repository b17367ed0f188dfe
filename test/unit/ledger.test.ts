import { expect, it } from "vitest";
import { ledger } from "../../server/graph/ledger.ts";
import type { GraphStore } from "../../server/store/store.ts";

/** A store whose ledger counts how often it was asked for. */
function counting(writes: number | undefined) {
  let reads = 0;
  const rows = () => ({ columns: ["version", "schema"], rows: [{ version: ++reads, schema: 1 }], truncated: null });
  const refuse = () => Promise.reject(new Error("not here"));
  const store = {
    ...{ name: "built-in" as const, version: "0", write: refuse, ask: refuse, explain: refuse, close: refuse },
    writes,
    read: async () => rows(),
  } satisfies GraphStore;
  return store;
}

it("is read once after each write where nobody else can write", async () => {
  const store = counting(0);
  expect([(await ledger(store)).version, (await ledger(store)).version]).toEqual([1, 1]);
  store.writes = 1;
  expect([(await ledger(store)).version, (await ledger(store)).version]).toEqual([2, 2]);
});

it("is read each time where others write too", async () => {
  const store = counting(undefined);
  expect([(await ledger(store)).version, (await ledger(store)).version]).toEqual([1, 2]);
});
