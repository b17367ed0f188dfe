import { pino } from "pino";
import { describe, expect, it } from "vitest";
import { force, type Mesh } from "../../server/layout/force.ts";
import { positions } from "../../server/layout/positions.ts";
import { serve } from "../api/serve.ts";

/** Two rings of nodes with one edge between them. */
function rings(size: number, start = new Float32Array(4 * size).fill(Number.NaN)): Mesh {
  const edges = [0, size].flatMap((first) =>
    Array.from({ length: size }, (_, at) => [first + at, first + ((at + 1) % size)] as const),
  );
  const all = [...edges, [0, size] as const];
  return {
    count: 2 * size,
    from: Uint32Array.from(all, ([from]) => from),
    to: Uint32Array.from(all, ([, to]) => to),
    weight: Float32Array.from(all, () => 1),
    start,
  };
}

describe("a layout", () => {
  it("keeps every node within the unit square and no two on one spot", () => {
    const places = force(rings(30));
    expect(places.every((at) => at >= -1 && at <= 1)).toBe(true);
    expect(Math.max(...places)).toBeCloseTo(1);
    const spots = new Set(
      Array.from({ length: 60 }, (_, node) => `${places[2 * node]?.toFixed(3)} ${places[2 * node + 1]?.toFixed(3)}`),
    );
    expect(spots.size).toBe(60);
  });

  it("is the same for the same graph", () => {
    expect(force(rings(20))).toEqual(force(rings(20)));
  });

  it("puts neighbours nearer than strangers", () => {
    const places = force(rings(20));
    const distance = (a: number, b: number) =>
      Math.hypot((places[2 * a] ?? 0) - (places[2 * b] ?? 0), (places[2 * a + 1] ?? 0) - (places[2 * b + 1] ?? 0));
    expect(distance(5, 6)).toBeLessThan(distance(5, 35));
  });

  it("has an answer for no node, one node, and a tie of a node with itself", () => {
    const none = { from: new Uint32Array(), to: new Uint32Array(), weight: new Float32Array() };
    expect(force({ ...none, count: 0, start: new Float32Array() })).toHaveLength(0);
    expect(force({ ...none, count: 1, start: new Float32Array(2).fill(Number.NaN) })[0]).toBeCloseTo(0);
    const self = { from: Uint32Array.of(0), to: Uint32Array.of(0), weight: Float32Array.of(1) };
    expect(force({ ...self, count: 2, start: new Float32Array(4).fill(Number.NaN) }).every(Number.isFinite)).toBe(true);
  });
});

describe("positions", () => {
  it("are worked out in another thread and given to every node of the graph", async () => {
    const { store, close } = await serve();
    const known = positions(store, pino({ level: "silent" }));
    const nodes = [{ id: "Q159", type: "Country", labels: ["Country"], names: { en: "Russia" }, degree: 1 }];
    expect(known.place(nodes)).toEqual(nodes);
    await known.refresh("1");
    expect(known.version).toBe("1");
    const [placed] = known.place(nodes);
    expect(placed?.x).toEqual(expect.any(Number));
    expect(known.place([{ ...nodes[0], id: "unknown" } as never])[0]).not.toHaveProperty("x");
    await known.close();
    await close();
  });
});
