import { describe, expect, it } from "vitest";
import { Crowd, type Ink, type Label, writeLabels } from "../../../client/src/graph/labels.ts";

/** A canvas on which every letter is seven pixels wide, and which remembers what it was told to write. */
function sheet(): { context: CanvasRenderingContext2D; texts: string[] } {
  const texts: string[] = [];
  const context = {
    measureText: (text: string) => ({ width: text.length * 7 }),
    strokeText() {},
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
});
