import { describe, expect, it } from "vitest";
import { add, filter, hide } from "../../../client/src/graph/commands.ts";
import { emptiedBy, filtered, passes, table } from "../../../client/src/graph/filter.ts";
import { createLibrary } from "../../../client/src/graph/library.ts";
import { lanes } from "../../../client/src/graph/scene.ts";
import { emptyView, noFilters, type View } from "../../../client/src/graph/view.ts";
import type { EdgeView, NodeView } from "../../../model/api.ts";

const node = (id: string, type = "Country"): NodeView => ({ id, type, labels: [type], names: { en: id }, degree: 1 });
const nodes = new Map([node("ram"), node("sita"), node("lanka", "Region")].map((each) => [each.id, each]));
const ends = (id: string) => nodes.get(id);
const edge = (type: string, given: Partial<EdgeView> = {}): EdgeView => ({
  id: `ram ${type} sita`,
  type,
  from: "ram",
  to: "sita",
  claims: 3,
  sources: 2,
  stance: "asserted",
  ...given,
});

describe("filters", () => {
  it.each([
    ["lets everything through without a filter", {}, {}, true],
    ["leaves out a type", { types: ["REFUSED"] }, {}, false],
    ["lets another type through", { types: ["CALLED"] }, {}, true],
    ["leaves out a stance", { stances: ["alleged"] }, { stance: "alleged" }, false],
    ["asks for two sources and finds two", { sources: 2 }, {}, true],
    ["asks for three sources and finds two", { sources: 3 }, {}, false],
    ["finds one of the wanted languages", { langs: ["hi"] }, { langs: ["en", "hi"] }, true],
    ["finds none of the wanted languages", { langs: ["hi"] }, { langs: ["en"] }, false],
    ["leaves out what tells no language", { langs: ["hi"] }, {}, false],
    ["leaves out edges at a type of node", { nodeTypes: ["Region"] }, { to: "lanka" }, false],
  ] as const)("%s", (_title, filters, given, expected) => {
    expect(
      passes(edge("REFUSED", given as Partial<EdgeView>), { ...noFilters, ...filters } as typeof noFilters, ends),
    ).toBe(expected);
  });

  it.each([
    ["a day within", ["2022-03-05"], true],
    ["a day outside", ["2022-05-05"], false],
    ["a month that overlaps", ["2022-03"], true],
    ["a month outside", ["2022-05"], false],
    ["a year that overlaps", ["2022"], true],
    ["no date", [], false],
  ])("takes %s by the time of the report", (_title, reportDates, expected) => {
    const time = { clock: "report", from: "2022-03-01", to: "2022-04-15" } as const;
    expect(passes(edge("REFUSED", { reportDates }), { ...noFilters, time }, ends)).toBe(expected);
  });

  it("looks at the other dates when the clock is the event's", () => {
    const time = { clock: "event", from: "2022-03-01" } as const;
    const told = edge("REFUSED", { reportDates: ["2022-03-05"], eventDates: ["2021-01"] });
    expect(passes(told, { ...noFilters, time }, ends)).toBe(false);
  });

  it("names the filters that empty the picture, the heaviest first", () => {
    const edges = [edge("REFUSED"), edge("CALLED", { sources: 5 })];
    const filters = { ...noFilters, types: ["REFUSED", "CALLED"], sources: 3 };
    expect(emptiedBy(edges, filters, ends)).toEqual([
      { name: "types", back: 1 },
      { name: "sources", back: 0 },
    ]);
  });

  it("blames nobody while something is seen", () => {
    expect(emptiedBy([edge("REFUSED"), edge("CALLED")], { ...noFilters, types: ["CALLED"] }, ends)).toEqual([]);
  });
});

describe("what is seen", () => {
  const library = createLibrary();
  library.learn({ nodes: [...nodes.values()], edges: [edge("REFUSED"), edge("CALLED")] });
  const view = add(
    emptyView,
    [...nodes.keys()].map((id) => ({ id, x: 0, y: 0 })),
    "start",
  );
  const seen = (shown: View) => filtered(table(shown, library), shown.filters, library);

  it("holds every edge among the nodes of the view", () => {
    expect(seen(view).edges).toHaveLength(2);
  });

  it("holds no edge of a hidden node, nor of one the library does not know", () => {
    expect(seen(hide(view, ["sita"])).edges).toHaveLength(0);
    expect(seen(add(view, [{ id: "ravana", x: 0, y: 0 }], "start")).nodes).not.toContain("ravana");
  });

  it("still counts what the filters leave out", () => {
    const { edges, all } = seen(filter(view, { types: ["CALLED"] }));
    expect([edges.length, all.length]).toEqual([1, 2]);
  });
});

describe("the library", () => {
  it("says how many edges lead out of what is shown", () => {
    const library = createLibrary();
    library.learn({ nodes: [...nodes.values()], edges: [edge("REFUSED")], more: { ram: { REFUSED: 4, CALLED: 2 } } });
    expect(library.more("ram", new Set(["ram", "sita"]))).toEqual({ REFUSED: 4, CALLED: 2 });
    expect(library.more("ram", new Set(["ram"]))).toEqual({ REFUSED: 5, CALLED: 2 });
  });

  it("counts less as more of them come in, and nothing at the end", () => {
    const library = createLibrary();
    library.learn({ nodes: [node("ram")], edges: [], more: { ram: { REFUSED: 1 } } });
    library.learn({ nodes: [node("sita")], edges: [edge("REFUSED")] });
    expect(library.more("ram", new Set(["ram", "sita"]))).toEqual({});
  });
});

describe("lanes", () => {
  it("leaves a lone edge straight", () => {
    expect(lanes([edge("REFUSED")]).map(([, lane]) => lane)).toEqual([0]);
  });

  it("never lays an edge and its answer on each other", () => {
    const answer = { ...edge("REFUSED"), id: "sita REFUSED ram", from: "sita", to: "ram" };
    const sides = lanes([edge("REFUSED"), answer]).map(([{ from }, lane]) => (from === "ram" ? lane : -lane));
    expect(sides).toEqual([-0.5, 0.5]);
  });

  it("puts three edges to the left, in the middle and to the right", () => {
    const three = ["REFUSED", "CALLED", "MET_WITH"].map((type) => edge(type));
    expect(
      lanes(three)
        .map(([, lane]) => lane)
        .sort(),
    ).toEqual([-1, 0, 1]);
  });
});
