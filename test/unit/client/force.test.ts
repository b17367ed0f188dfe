import { describe, expect, it } from "vitest";
import { force } from "../../../client/src/graph/layout/force.ts";
import { pack } from "../../../client/src/graph/layout/pack.ts";

const pairs = (text: string): [string, string, number][] => text.split(" ").map((pair) => [pair[0]!, pair[1]!, 1]);
const points = (lines: readonly (readonly [string, string, number])[]) =>
  [...new Set(lines.flatMap((line) => [String(line[0]), String(line[1])]))].map((id) => ({ id, size: 8 }));

describe("laying out by springs", () => {
  it("gives the same places for the same plan, all within the frame", () => {
    const lines = pairs("ab bc cd da ac xy");
    const plan = { points: points(lines), lines, aspect: 1.4 };
    const places = force(plan);
    expect(force(plan)).toEqual(places);
    for (const { x, y } of places) {
      expect(Math.abs(x)).toBeLessThanOrEqual(1.4 * 1.5);
      expect(Math.abs(y)).toBeLessThanOrEqual(1.001);
    }
  });

  it("puts those who are tied nearer than those who are not", () => {
    const lines = pairs("ab bc cd de ef");
    const places = new Map(force({ points: points(lines), lines, aspect: 1 }).map((place) => [place.id, place]));
    const distance = (one: string, other: string): number =>
      Math.hypot(places.get(one)!.x - places.get(other)!.x, places.get(one)!.y - places.get(other)!.y);
    expect(distance("a", "b")).toBeLessThan(distance("a", "f"));
  });

  it("has an answer for nobody and for one", () => {
    expect(force({ points: [], lines: [], aspect: 1 })).toEqual([]);
    expect(force({ points: [{ id: "a", size: 8 }], lines: [], aspect: 1 })).toEqual([{ id: "a", x: 0, y: 0 }]);
  });
});

describe("packing parts that do not hang together", () => {
  const lines = pairs("ab bc ca xy");
  const far = [
    { id: "a", x: 0, y: 0 },
    { id: "b", x: 1, y: 0 },
    { id: "c", x: 0, y: 1 },
    { id: "x", x: 40, y: 40 },
    { id: "y", x: 41, y: 40 },
  ];

  it("brings them near, apart from each other, and moves nothing inside them", () => {
    const [a, b, c, x, y] = pack(far, lines, 1);
    expect([a, b, c]).toEqual(far.slice(0, 3));
    expect(y!.x - x!.x).toBeCloseTo(1);
    expect(y!.y - x!.y).toBeCloseTo(0);
    expect(Math.hypot(x!.x, x!.y)).toBeLessThan(5);
    for (const one of [a, b, c])
      for (const other of [x, y]) expect(Math.hypot(one!.x - other!.x, one!.y - other!.y)).toBeGreaterThan(0.9);
  });

  it("leaves a single part as it is", () => {
    expect(pack(far.slice(0, 3), lines, 1)).toEqual(far.slice(0, 3));
  });
});
