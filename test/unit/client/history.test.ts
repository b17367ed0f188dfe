import { describe, expect, it } from "vitest";
import * as command from "../../../client/src/graph/commands.ts";
import { depth, type History, look, redo, settle, take, travel, undo } from "../../../client/src/graph/history.ts";
import { emptyView } from "../../../client/src/graph/view.ts";

const start: History = {
  view: command.add(
    emptyView,
    [
      { id: "ram", x: 0, y: 0 },
      { id: "sita", x: 1, y: 0 },
    ],
    "start",
  ),
  past: [],
  future: [],
};

/** Fifty steps of every kind, the same ones each time. */
function mixed(history: History): History {
  let now = history;
  for (let index = 0; index < 50; index++) {
    const id = `node-${index}`;
    const { view } = now;
    const steps = [
      () => take(now, { name: "expand" }, command.add(view, [{ id, x: index / 50, y: -index / 50 }], "expand:ram")),
      () => take(now, { name: "hide" }, command.hide(view, ["sita", id])),
      () => take(now, { name: "show" }, command.show(view)),
      () => take(now, { name: "pin" }, command.pin(view, ["ram"], index % 2 === 0)),
      () => take(now, { name: "move" }, command.move(view, [{ id: "ram", x: index, y: 1 }], true)),
      () => take(now, { name: "select" }, command.select(view, { nodes: [`node-${index - 5}`] })),
      () => take(now, { name: "filter" }, command.filter(view, { sources: index + 2 })),
      () => take(now, { name: "names" }, { ...view, names: index % 2 === 0 ? "hi" : "bn" }),
      () => take(now, { name: "sort" }, command.sort(view, "ties", { by: "last", up: index % 2 === 0 })),
      () => take(now, { name: "dismiss" }, command.dismiss(view, [`node-${index - 8}`])),
    ];
    now = look(steps[index % steps.length]!(), { x: index / 100, y: 0.5, ratio: 1 });
  }
  return now;
}

describe("the history of a view", () => {
  it("comes back to an equal view after fifty mixed steps are undone", () => {
    const end = mixed(start);
    const back = travel(end, 0);
    expect(back.view).toEqual(start.view);
    expect(travel(back, end.past.length).view).toEqual(end.view);
  });

  it("takes no step where nothing changes", () => {
    expect(take(start, { name: "hide" }, start.view)).toBe(start);
  });

  it("forgets what was undone once another step is taken", () => {
    const one = take(start, { name: "hide" }, command.hide(start.view, ["ram"]));
    const other = take(undo(one), { name: "hide" }, command.hide(start.view, ["sita"]));
    expect(redo(other)).toEqual(other);
    expect(other.view.hidden).toEqual(["sita"]);
  });

  it("tells steps with the same key as one", () => {
    let now = start;
    for (const x of [0.1, 0.2, 0.3])
      now = take(now, { name: "move", merge: "drag" }, command.move(now.view, [{ id: "ram", x, y: 0 }]));
    expect(now.past).toHaveLength(1);
    expect(undo(now).view).toEqual(start.view);
  });

  it("keeps steps with different keys apart", () => {
    let now = start;
    for (const merge of ["a", "b"])
      now = take(
        now,
        { name: "move", merge },
        command.move(now.view, [{ id: merge === "a" ? "ram" : "sita", x: 9, y: 9 }]),
      );
    expect(now.past).toHaveLength(2);
  });

  it("shows the place where the undone step was taken", () => {
    const wandered = look(start, { x: 0.9, y: 0.9, ratio: 0.2 });
    const hidden = take(wandered, { name: "hide" }, command.hide(wandered.view, ["ram"]));
    const away = look(hidden, { x: 0, y: 0, ratio: 3 });
    expect(undo(away).view.camera).toEqual({ x: 0.9, y: 0.9, ratio: 0.2 });
  });

  it("comes back exactly to where one looked from when one left", () => {
    const hidden = take(start, { name: "hide" }, command.hide(start.view, ["ram"]));
    const away = look(hidden, { x: 0, y: 0, ratio: 3 });
    const back = look(undo(away), { x: 0.7, y: 0.7, ratio: 1 });
    expect(redo(back).view).toEqual(away.view);
    expect(undo(redo(back)).view).toEqual(back.view);
  });

  it("remembers a camera that was fitted after the step", () => {
    const hidden = take(start, { name: "hide" }, command.hide(start.view, ["ram"]));
    const fitted = settle(hidden, { x: 0.1, y: 0.2, ratio: 0.3 });
    expect(redo(undo(fitted)).view.camera).toEqual({ x: 0.1, y: 0.2, ratio: 0.3 });
  });

  it("keeps a hundred steps and no more", () => {
    let now = start;
    for (let x = 1; x <= depth + 20; x++)
      now = take(now, { name: "move" }, command.move(now.view, [{ id: "ram", x, y: 0 }]));
    expect(now.past).toHaveLength(depth);
  });
});
