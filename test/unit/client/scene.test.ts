import { MultiDirectedGraph } from "graphology";
import { describe, expect, it } from "vitest";
import { createLibrary } from "../../../client/src/graph/library.ts";
import { type Scene, sync } from "../../../client/src/graph/scene.ts";
import { emptyView, type View } from "../../../client/src/graph/view.ts";
import type { EdgeView, NodeView } from "../../../model/api.ts";

const node = (id: string): NodeView => ({ id, type: "Country", labels: ["Country"], names: { en: id }, degree: 2 });
const edge = (from: string, type: string, to: string): EdgeView => {
  return { id: `${from} ${type} ${to}`, type, from, to, claims: 1, sources: 1, stance: "asserted" };
};
const [sent, asked] = [edge("ram", "SUPPLIED", "sita"), edge("sita", "ASKED", "ram")];
const view: View = {
  ...emptyView,
  nodes: { ram: { x: 0, y: 0, by: ["start"] }, sita: { x: 1, y: 0, by: ["start"] } },
};

describe("the drawn graph", () => {
  it("holds every edge between its nodes, unless only some may be drawn, and all again when they may", () => {
    const library = createLibrary();
    library.learn({ nodes: [node("ram"), node("sita")], edges: [sent, asked] });
    const scene: Scene = new MultiDirectedGraph();
    expect(sync(scene, view, library).structure).toBe(true);
    expect(scene.edges().sort()).toEqual([sent.id, asked.id].sort());
    expect(sync(scene, view, library, undefined, new Set([asked.id])).structure).toBe(true);
    expect(scene.edges()).toEqual([asked.id]);
    expect(sync(scene, view, library, undefined, new Set([asked.id])).structure).toBe(false);
    sync(scene, view, library);
    expect(scene.size).toBe(2);
  });

  it("tells Sigma of an edge that goes from under the pointer, and of no other", () => {
    const library = createLibrary();
    library.learn({ nodes: [node("ram"), node("sita")], edges: [sent, asked] });
    const scene: Scene = new MultiDirectedGraph();
    sync(scene, view, library);
    const dropped: string[] = [];
    scene.on("edgeDropped", ({ key }) => dropped.push(key));
    sync(scene, view, library, sent.id, new Set());
    expect(scene.size).toBe(0);
    expect(dropped).toEqual([sent.id]);
  });
});
