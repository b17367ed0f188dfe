import { describe, expect, it } from "vitest";
import { groupsOf, writeGroups } from "../../../client/src/graph/groups.ts";
import { Crowd } from "../../../client/src/graph/labels.ts";
import { communities } from "../../../client/src/graph/layout/measure.ts";
import { blocs } from "../../../client/src/picture.ts";
import type { EdgeView, NodeView } from "../../../model/api.ts";

const node = (id: string, degree: number): NodeView => ({
  ...{ id, type: "Country", labels: ["Country"], names: { en: id }, degree },
});

describe("the groups of a picture", () => {
  it("are told in the order of their numbers, each by whom the others belong to, then by the best connected", () => {
    const nodes = [node("a", 9), node("pact", 2), node("b", 5), node("c", 7), node("d", 1)];
    const edges = ["a", "b"].map((from) => ({ type: "MEMBER_OF", from, to: "pact" }));
    const numbers = new Map([...["a", "b", "pact"].map((id) => [id, 1] as const), ["c", 0], ["d", 0]]);
    const groups = groupsOf(nodes, edges, (id) => numbers.get(id));
    expect(groups.map(({ number, members }) => [number, members.map(({ id }) => id)])).toEqual([
      [0, ["c", "d"]],
      [1, ["pact", "a", "b"]],
    ]);
  });

  it("hold together, and who stands alone is in none", () => {
    const points = ["a", "b", "c", "x", "y", "z", "alone"].map((id) => ({ id, size: 1 }));
    const lines = ["ab", "bc", "ca", "xy", "yz", "zx"].map(([from, to]) => [from!, to!, 1] as const);
    const found = new Map(communities({ points, lines, aspect: 1 }));
    expect(found.has("alone")).toBe(false);
    expect(new Set(["a", "b", "c"].map((id) => found.get(id))).size).toBe(1);
    expect(new Set(["x", "y", "z"].map((id) => found.get(id))).size).toBe(1);
    expect(found.get("a")).not.toBe(found.get("x"));
  });

  it("are the blocs with their members, the largest first, each node in the largest it belongs to", () => {
    const member = (from: string, to: string) => ({ id: `${from} MEMBER_OF ${to}`, type: "MEMBER_OF", from, to });
    const edges = [member("a", "pact"), member("b", "union"), member("c", "union"), member("a", "union")];
    const found = blocs({ nodes: ["a", "b", "c", "d", "pact", "union"], edges: edges as unknown as EdgeView[] });
    expect(found.get("union")).toBe(0);
    for (const id of ["a", "b", "c"]) expect(found.get(id)).toBe(0);
    expect(found.get("pact")).toBe(1);
    expect(found.has("d")).toBe(false);
  });

  it("are written beside every node, in a crowd on the node itself", () => {
    const written: [string, number, number][] = [];
    const context = {
      ...{ measureText: () => ({ width: 6 }), beginPath() {}, roundRect() {}, fill() {}, stroke() {} },
      fillText: (text: string, x: number, y: number) => void written.push([text, x, y]),
    };
    const spots = [
      { id: "a", x: 100, y: 100, radius: 8, text: "1", colour: "#000000", pinned: false },
      { id: "b", x: 300, y: 100, radius: 8, text: "2", colour: "#000000", pinned: true },
    ];
    const taken = new Crowd(400, 200);
    taken.add({ left: 60, top: 60, right: 140, bottom: 140 }, "someone else");
    writeGroups(context as unknown as CanvasRenderingContext2D, spots, taken, { ink: "#000000", paper: "#ffffff" });
    expect(written[0]).toEqual(["1", 100, 100.5]);
    expect(written[1]?.[0]).toBe("2");
    expect(written[1]?.[1]).toBeLessThan(300);
    expect(taken.isFree({ left: 282, top: 106, right: 290, bottom: 112 }, "c")).toBe(false);
    expect(taken.isFree({ left: 282, top: 80, right: 290, bottom: 95 }, "c")).toBe(true);
  });
});
