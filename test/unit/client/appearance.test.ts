import { describe, expect, it } from "vitest";
import { bendOf, blank, headOf, stroke, width } from "../../../client/src/graph/appearance.ts";
import { centrality } from "../../../client/src/graph/layout/measure.ts";
import type { Palette } from "../../../client/src/graph/palette.ts";
import { lanes } from "../../../client/src/graph/scene.ts";
import type { EdgeView } from "../../../model/api.ts";

const palette = { node: () => "#000000", edge: () => "#000000" } as unknown as Palette;
const edge = (from: string, type: string, to: string, more: Partial<EdgeView> = {}): EdgeView => ({
  ...{ id: `${from} ${type} ${to}`, type, from, to, claims: 1, sources: 1, stance: "asserted" },
  ...{ langs: [], outlets: [], speakers: [], reportDates: [], eventDates: [] },
  ...more,
});

describe("an edge on the canvas", () => {
  const pair = [edge("a", "REFUSED", "b"), edge("a", "SUPPLIED", "b"), edge("b", "ACCUSED", "a")];
  const other = [edge("a", "REFUSED", "c"), edge("a", "SUPPLIED", "c")];

  it("is one of its pair, type and direction, and bends away from the others of the pair", () => {
    const placed = lanes([...pair, ...other]);
    // Counted from the same end, whichever way an edge points.
    const sides = placed.slice(0, 3).map(([{ from }, lane]) => (from === "a" ? lane : -lane));
    expect([...sides].sort((a, b) => a - b)).toEqual([-1, 0, 1]);
  });

  it("is fanned out with its pair, and with no other", () => {
    const look = { ...blank(palette), spread: ["b", "a"] as [string, string] };
    for (const [each, lane] of lanes([...pair, ...other])) {
      const atRest = bendOf({ edge: each, lane }, blank(palette));
      const spread = bendOf({ edge: each, lane }, look);
      if (lane === 0) expect(spread).toBe(0);
      else if (each.to === "c") expect(spread).toBe(atRest);
      else expect(Math.abs(spread)).toBeGreaterThan(2 * Math.abs(atRest));
    }
  });

  it("is wider the more independent sources it has, whatever the number of claims", () => {
    const widths = [1, 2, 4, 8].map((sources) => width({ type: "SUPPORTED", sources }));
    for (const [index, each] of widths.entries()) if (index > 0) expect(each).toBeGreaterThan(widths[index - 1]!);
    const look = blank(palette);
    const drawn = (claims: number) =>
      stroke("e", { edge: edge("a", "SUPPORTED", "b", { claims }), lane: 0 }, look).size;
    expect(drawn(9)).toBe(drawn(1));
  });

  it("tells stance and meaning by its form as well as by colour", () => {
    const forms = ["asserted", "alleged", "announced", "denied"].map(
      (stance) =>
        stroke("e", { edge: edge("a", "SUPPLIED", "b", { stance } as Partial<EdgeView>), lane: 0 }, blank(palette))
          .stance,
    );
    expect(new Set(forms).size).toBe(4);
    expect([headOf("ALLIED_WITH"), headOf("SUPPLIED"), headOf("REFUSED")]).toEqual([0, 1, 2]);
  });
});

describe("the measures of a picture", () => {
  const points = ["hub", "one", "two", "far"].map((id) => ({ id, size: 1 }));
  const lines = [
    ["hub", "one", 1],
    ["hub", "two", 1],
    ["two", "far", 1],
  ] as const;

  it.each(["betweenness", "pagerank"] as const)("put who stands between all others first, by %s", (measure) => {
    const scores = new Map(centrality({ points, lines: [...lines, ["hub", "far", 1]], aspect: 1 }, measure));
    expect(scores.get("hub")).toBe(1);
    for (const id of ["one", "two", "far"]) expect(scores.get(id)).toBeLessThan(1);
  });
});
