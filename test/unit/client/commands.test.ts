import { describe, expect, it } from "vitest";
import * as command from "../../../client/src/graph/commands.ts";
import { emptyView, type View } from "../../../client/src/graph/view.ts";

const place = (id: string, x = 0, y = 0) => ({ id, x, y });
const ids = (view: View): string[] => Object.keys(view.nodes);
const start = command.add(emptyView, [place("ram", 0.5)], "start");

describe("expanding and collapsing", () => {
  it("takes back exactly what an expansion brought", () => {
    const grown = command.add(start, [place("sita"), place("hanuman")], "expand:ram");
    expect(ids(command.collapse(grown, "ram"))).toEqual(["ram"]);
  });

  it("keeps a node that something else brought too", () => {
    let view = command.add(start, [place("sita"), place("hanuman")], "expand:ram");
    view = command.add(view, [place("sita")], "search");
    expect(ids(command.collapse(view, "ram"))).toEqual(["ram", "sita"]);
  });

  it("takes along what the withdrawn nodes had brought", () => {
    let view = command.add(start, [place("sita")], "expand:ram");
    view = command.add(view, [place("lakshmana")], "expand:sita");
    expect(ids(command.collapse(view, "ram"))).toEqual(["ram"]);
  });

  it("leaves a pinned node where it is", () => {
    let view = command.add(start, [place("sita")], "expand:ram");
    view = command.pin(view, ["sita"]);
    expect(ids(command.collapse(view, "ram"))).toEqual(["ram", "sita"]);
  });

  it("does not move a node that is already there", () => {
    const view = command.add(start, [place("ram", -1, -1)], "expand:sita");
    expect(view.nodes.ram).toMatchObject({ x: 0.5, y: 0 });
  });

  it("ends at the same view whether expanded in two steps or one", () => {
    const twice = command.add(command.add(start, [place("sita")], "expand:ram"), [place("hanuman")], "expand:ram");
    const once = command.add(start, [place("sita"), place("hanuman")], "expand:ram");
    expect(twice).toEqual(once);
  });
});

describe("hiding and removing", () => {
  const two = command.add(start, [place("sita")], "search");

  it("keeps the place of a hidden node", () => {
    const hidden = command.hide(two, ["ram"]);
    expect(hidden.nodes.ram).toEqual(two.nodes.ram);
    expect(command.show(hidden)).toEqual({ ...two, selection: { nodes: [] } });
  });

  it("lets a hidden node return when it is asked for again", () => {
    expect(command.add(command.hide(two, ["ram"]), [place("ram")], "search").hidden).toEqual([]);
  });

  it("forgets a removed node and what was selected of it", () => {
    const chosen = command.select(two, { nodes: [], edge: "ram REFUSED sita" });
    const view = command.dismiss(chosen, ["sita"]);
    expect(ids(view)).toEqual(["ram"]);
    expect(view.selection).toEqual({ nodes: [] });
  });

  it("leaves another selection alone", () => {
    const chosen = command.select(two, { nodes: ["ram"] });
    expect(command.dismiss(chosen, ["sita"]).selection).toEqual({ nodes: ["ram"] });
  });

  it("hides nothing that is not there", () => {
    expect(command.hide(two, ["ravana"]).hidden).toEqual([]);
  });
});
