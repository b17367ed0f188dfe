import { describe, expect, it } from "vitest";
import { axis, cells } from "../../../client/src/features/table/grid.ts";
import type { EdgeView } from "../../../model/api.ts";

const edge = (from: string, type: string, to: string, sources = 1): EdgeView => ({
  ...{ id: `${from} ${type} ${to}`, from, type, to, sources, claims: sources, stance: "asserted", confidence: 1 },
});
const edges = [
  edge("a", "REFUSED", "b"),
  edge("a", "SUPPLIED", "b", 3),
  edge("a", "ALLIED_WITH", "c"),
  edge("b", "REFUSED", "a"),
];

describe("the matrix", () => {
  it("orders both sides by ties, those of one group beside each other", () => {
    expect(axis(["c", "b", "a", "d"], edges, new Map())).toEqual(["a", "b", "c", "d"]);
    const groups = new Map([
      ["a", 1],
      ["c", 1],
      ["b", 0],
    ]);
    expect(axis(["c", "b", "a", "d"], edges, groups)).toEqual(["b", "a", "c", "d"]);
  });

  it("keeps in a cell what its row does to its column, most told first", () => {
    const found = cells(["a", "b", "c"], edges);
    expect(found.get("a b")?.map(({ type }) => type)).toEqual(["SUPPLIED", "REFUSED"]);
    expect(found.get("b a")?.map(({ type }) => type)).toEqual(["REFUSED"]);
    expect(found.get("b c")).toBeUndefined();
  });

  it("puts a tie without direction into both its cells, and none of whom is left out", () => {
    expect(cells(["a", "b", "c"], edges).get("c a")).toEqual(cells(["a", "b", "c"], edges).get("a c"));
    expect([...cells(["a", "b"], edges).keys()]).toEqual(["a b", "b a"]);
  });
});
