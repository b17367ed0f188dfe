import { describe, expect, it } from "vitest";
import { packed, read, unpacked, write } from "../../../client/src/graph/address.ts";
import { emptyView, type Placed, rounded } from "../../../client/src/graph/view.ts";
import { fullView } from "./view.ts";

describe("the address of a view", () => {
  it("gives back the very view that was written", async () => {
    expect(await read(await write(fullView))).toEqual(fullView);
  });

  it("gives back the empty view", async () => {
    expect(await read(await write(emptyView))).toEqual(emptyView);
  });

  it("keeps what can stand in an address without being escaped", async () => {
    expect(await write(fullView)).toMatch(/^[A-Za-z0-9_-]+$/);
  });

  it("writes the same text for a view that was read back", async () => {
    const text = await write(fullView);
    expect(await write(await read(text))).toBe(text);
  });

  it("holds sixty nodes in less than two thousand characters", async () => {
    const nodes: Record<string, Placed> = {};
    for (let index = 0; index < 60; index++) {
      const turn = index * 2.4;
      nodes[`Q${index * 7919}`] = { x: rounded(Math.cos(turn)), y: rounded(Math.sin(turn) * 0.7), by: ["start"] };
    }
    expect((await write({ ...emptyView, nodes })).length).toBeLessThan(2000);
  });

  it.each(["", "x", "AAAA", "not base 64 !", "q1YqVrIyjNVRyk1VslIy0lFKTFayMjTQUSrJTFGyMq4FAA"])(
    "refuses %j with a sentence",
    async (text) => {
      await expect(read(text)).rejects.toThrow("The address holds no view of this program");
    },
  );

  it("reads an order of columns that are not there as the usual one", () => {
    const [version, nodes, rest] = packed(emptyView);
    expect(unpacked([version, nodes, { ...rest, o: [99, "name"] }]).order).toEqual(emptyView.order);
  });

  it("drops filters of the wrong kind instead of breaking on them", async () => {
    const strange = { ...emptyView, filters: { ...emptyView.filters, types: 5, sources: "many" } };
    const view = await read(await write(strange as unknown as typeof emptyView));
    expect(view.filters).toEqual(emptyView.filters);
  });
});
