import { describe, expect, it } from "vitest";
import { type Badge, drawBadges } from "../../../client/src/graph/badges.ts";
import { Crowd, type Ink, type Label, writeLabels } from "../../../client/src/graph/labels.ts";

/** A canvas on which every letter is seven pixels wide, and which remembers what it was told to write. */
function sheet(): { context: CanvasRenderingContext2D; texts: string[] } {
  const texts: string[] = [];
  const context = {
    measureText: (text: string) => ({ width: text.length * 7 }),
    strokeText() {},
    beginPath() {},
    arc() {},
    fill() {},
    stroke() {},
    fillText: (text: string) => texts.push(text),
  };
  return { context: context as unknown as CanvasRenderingContext2D, texts };
}

const ink: Ink = { ink: "#000000", paper: "#ffffff", muted: "#777777", count: String };
const node = { x: 100, y: 100, radius: 6, strong: false, faint: false, more: 0 };
const label = (id: string, text: string): Label => ({ id, text, ...node });

describe("names beside their nodes", () => {
  it("stand at a corner where all four sides are taken", () => {
    const { context, texts } = sheet();
    const taken = new Crowd(200, 200);
    // Beside, above and below the node something lies, as wide as the node itself.
    for (const [x, y] of [
      [115, 100],
      [85, 100],
      [100, 115],
      [100, 85],
    ] as const)
      taken.add({ left: x - 3, top: y - 3, right: x + 3, bottom: y + 3 }, "something");
    const { written } = writeLabels(context, [label("a", "Oman")], taken, new Map(), ink, 10);
    expect(written).toEqual(["a"]);
    expect(texts).toEqual(["Oman"]);
  });

  it("are left out where neither side nor corner has room", () => {
    const { context, texts } = sheet();
    const taken = new Crowd(200, 200);
    taken.add({ left: 60, top: 60, right: 140, bottom: 94 }, "above");
    taken.add({ left: 60, top: 94, right: 140, bottom: 140 }, "below");
    expect(writeLabels(context, [label("b", "Chad")], taken, new Map(), ink, 10).written).toEqual([]);
    expect(texts).toEqual([]);
  });

  it("keep off the sign of the chosen edge, which itself keeps off the nodes where it can", () => {
    const { context } = sheet();
    const taken = new Crowd(400, 200);
    const [from, to] = [
      { x: 100, y: 100, radius: 6 },
      { x: 300, y: 100, radius: 6 },
    ];
    const middle = { left: 195, top: 95, right: 205, bottom: 105 };
    taken.add(middle, "a node on the way");
    const chosen: Badge = { id: "e", glyph: "R", colour: "#d55e00", from, to, bend: 0, sources: "", strong: true };
    drawBadges(context, [chosen], taken, "#ffffff", 10);
    // To the left of the middle there is room; a name as long as the way there would lie on the sign.
    const sign = { left: 175, top: 95, right: 185, bottom: 105 };
    expect(taken.isFree(sign, "somebody else")).toBe(false);
    const sides = new Map<string, readonly [number, number]>();
    writeLabels(context, [label("a", "Saudi Arabia")], taken, sides, ink, 10);
    expect(sides.get("a")).not.toEqual([1, 0]);
    // Where all of the way is covered it is drawn all the same.
    taken.add({ left: 0, top: 0, right: 400, bottom: 200 }, "everything");
    const { context: second, texts } = sheet();
    drawBadges(second, [chosen, { ...chosen, id: "f", strong: false }], taken, "#ffffff", 10);
    expect(texts).toEqual(["R\uFE0E"]);
  });
});
