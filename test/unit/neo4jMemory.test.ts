import { Neo4jError } from "neo4j-driver";
import { describe, expect, it } from "vitest";
import { whenMemoryIsFree } from "../../server/store/neo4jMemory.ts";

const full = (threshold: string) =>
  new Neo4jError(
    `The allocation of an extra 2.0 MiB would use more than the limit 692.9 MiB. Currently using 692.9 MiB. ${threshold} threshold reached`,
    "Neo.TransientError.General.MemoryPoolOutOfMemoryError",
    "50N42",
    "",
    undefined,
  );

/** Work that fails so often before it is done; counts how often it was begun. */
function failing(times: number, error: Error, takes = 0) {
  const told = { begun: 0 };
  const work = async () => {
    told.begun++;
    await new Promise((resolve) => setTimeout(resolve, takes));
    if (told.begun <= times) throw error;
    return "done";
  };
  return { told, work };
}

describe("a query that finds no memory left on the server", () => {
  it("is tried again until those who have it give it back", async () => {
    const { told, work } = failing(3, full("dbms.memory.transaction.total.max"));
    expect(await whenMemoryIsFree(work, 5_000, {})).toBe("done");
    expect(told.begun).toBe(4);
  });

  it.each([
    ["it filled its own part", full("db.memory.transaction.max"), 0],
    ["it worked long before it was stopped", full("dbms.memory.transaction.total.max"), 1_100],
    ["something else is wrong", new Error("no such label"), 0],
  ])("is not tried again when %s", async (_, error, takes) => {
    const { told, work } = failing(1, error, takes);
    await expect(whenMemoryIsFree(work, 5_000, {})).rejects.toBe(error);
    expect(told.begun).toBe(1);
  });

  it("is not tried longer than it may take", async () => {
    const error = full("dbms.memory.transaction.total.max");
    const began = performance.now();
    await expect(whenMemoryIsFree(failing(99, error).work, 400, {})).rejects.toBe(error);
    expect(performance.now() - began).toBeLessThan(1_500);
  });
});
