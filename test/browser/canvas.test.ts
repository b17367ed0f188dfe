import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { write } from "../../client/src/graph/address.ts";
import { executable, pointOf, stillView, viewOf } from "./browser.ts";
import { stand } from "./stand.ts";

describe.skipIf(!executable)("what can be done with nodes", { timeout: 90_000 }, () => {
  const site = stand();
  const summary = (page: Page) => page.locator(".summary");

  async function show(path: string): Promise<Page> {
    const page = await site.open(path);
    await summary(page).waitFor();
    return page;
  }

  /** A picture of these nodes alone, in a row; the first of them is chosen. */
  async function only(...ids: string[]): Promise<Page> {
    const page = await show("/?node=Q159");
    const { view } = await viewOf(page);
    const nodes = Object.fromEntries(ids.map((id, index) => [id, { x: index * 0.5 - 0.5, y: 0, by: ["start"] }]));
    const camera = { x: 0.5, y: 0.5, ratio: 1.4 };
    const text = await write({ ...view, nodes, camera, selection: { nodes: ids.slice(0, 1) } });
    await page.goto("about:blank");
    await page.goto(`${site.url}/#v=${text}`);
    await summary(page)
      .getByText(new RegExp(`^${ids.length} nodes?`))
      .waitFor();
    return page;
  }
  async function menuOf(page: Page, id: string): Promise<void> {
    const { x, y } = await pointOf(page, await stillView(page), id);
    await page.mouse.click(x, y, { button: "right" });
    await page.getByRole("menu").waitFor();
  }
  const selected = async (page: Page) => [...(await viewOf(page)).view.selection.nodes].sort();

  it("finds all shortest ways, and those by chosen ties alone though they are longer", async () => {
    const page = await only("Q668", "Q212");
    await menuOf(page, "Q212");
    await page.getByRole("menuitem", { name: "Ways between the two" }).click();
    await summary(page).getByText("3 nodes").waitFor();
    expect(await selected(page)).toEqual(["Q159", "Q212", "Q668"]);
    await page.getByRole("button", { name: "Undo" }).click();
    await menuOf(page, "Q212");
    await page.getByRole("menuitem", { name: "Ways by chosen ties" }).click();
    const find = page.getByRole("menuitem", { name: /^Find ways by/ });
    expect(await find.getAttribute("aria-disabled")).toBe("true");
    for (const name of [/^supplied/, /^phoned/]) await page.getByRole("menuitemcheckbox", { name }).click();
    await find.click();
    await summary(page).getByText("4 nodes").waitFor();
    // India phoned Russia, Türkiye supplied both Russia and Ukraine; that Russia attacked Ukraine is no such way.
    expect(await selected(page)).toEqual(["Q159", "Q212", "Q43", "Q668"]);
  });

  it("says that no way leads there by the chosen ties", async () => {
    const page = await only("Q668", "Q212");
    await menuOf(page, "Q212");
    await page.getByRole("menuitem", { name: "Ways by chosen ties" }).click();
    await page.getByRole("menuitemcheckbox", { name: /allied with/ }).click();
    await page.getByRole("menuitem", { name: "Find ways by this tie" }).click();
    await page.getByText("No way leads from one to the other in six steps.").waitFor();
  });

  it("finds what two nodes are both tied to", async () => {
    const page = await only("Q159", "Q212");
    await menuOf(page, "Q212");
    await page.getByRole("menuitem", { name: "What both are tied to" }).click();
    await summary(page).getByText("3 nodes").waitFor();
    expect(await selected(page)).toEqual(["Q159", "Q212", "Q43"]);
  });

  it("counts the neighbours of each type before it shows them, and shows those of one", async () => {
    const page = await only("Q159");
    await menuOf(page, "Q159");
    await page.getByRole("menuitem", { name: "Show more by type" }).click();
    await page.getByRole("menuitem", { name: /^supplied \+2/ }).click();
    await summary(page).getByText("3 nodes").waitFor();
    expect(Object.keys((await viewOf(page)).view.nodes).sort()).toEqual(["Q159", "Q43", "Q794"]);
  });

  it("leaves nobody who comes out of sight, and moves nobody who was there", async () => {
    const page = await only("Q159");
    const { view: before } = await viewOf(page);
    // Russia in a corner of the canvas, and the rest beyond it.
    await page.locator("#stage").focus();
    await page.keyboard.press("Home");
    for (let step = 0; step < 4; step++) await page.getByRole("button", { name: "Closer" }).click();
    await page.locator("#stage").focus();
    await page.keyboard.press("Home");
    await page.keyboard.press("e");
    await summary(page)
      .getByText(/[5-9] nodes/)
      .waitFor();
    const view = await stillView(page);
    const { x, y } = before.nodes.Q159!;
    expect(view.nodes.Q159).toMatchObject({ x, y });
    const stage = (await page.locator("#stage").boundingBox())!;
    const legend = (await page.locator(".legend").boundingBox())!;
    for (const id of Object.keys(view.nodes)) {
      const at = await pointOf(page, view, id);
      expect(at.x, id).toBeGreaterThan(legend.x + legend.width);
      expect(at.x, id).toBeLessThan(stage.x + stage.width);
      expect(at.y, id).toBeGreaterThan(stage.y);
      expect(at.y, id).toBeLessThan(stage.y + stage.height);
    }
  });

  it("chooses one after the other with Shift, and lets go of one with Shift again", async () => {
    const page = await show("/?node=Q159");
    const view = await stillView(page);
    for (const id of ["Q668", "Q212"]) {
      const { x, y } = await pointOf(page, view, id);
      await page.keyboard.down("Shift");
      await page.mouse.click(x, y);
      await page.keyboard.up("Shift");
    }
    expect(await selected(page)).toEqual(["Q159", "Q212", "Q668"]);
    const chosen = page.getByRole("list", { name: "Selected" });
    await chosen.getByRole("button", { name: "Russia" }).click();
    await page.locator(".panel").getByRole("heading", { level: 2, name: "Russia" }).waitFor();
    expect(await selected(page)).toEqual(["Q159", "Q212", "Q668"]);
    expect(await chosen.getByRole("button", { pressed: true }).allTextContents()).toEqual(["Russia"]);
    const { x, y } = await pointOf(page, view, "Q668");
    await page.keyboard.down("Shift");
    await page.mouse.click(x, y);
    await page.keyboard.up("Shift");
    expect(await selected(page)).toEqual(["Q159", "Q212"]);
  });

  it("hides, gives up and keeps nodes, and shows again what was hidden", async () => {
    const page = await show("/?node=Q159");
    await stillView(page);
    const count = async () => Number(/(\d+) nodes?/.exec((await summary(page).textContent()) ?? "")?.[1]);
    const all = await count();
    const choose = async (id: string, name: string) => {
      await menuOf(page, id);
      await page.getByRole("menuitem", { name, exact: true }).click();
    };
    await choose("Q668", "Hide");
    expect(await count()).toBe(all - 1);
    await choose("Q794", "Remove from the picture");
    expect(await count()).toBe(all - 2);
    const { view } = await viewOf(page);
    expect(view.nodes.Q668).toBeDefined();
    expect(view.nodes.Q794).toBeUndefined();
    await page.getByRole("button", { name: "1 hidden" }).click();
    expect(await count()).toBe(all - 1);
    await choose("Q159", "Keep only this");
    await summary(page).getByText("1 node").waitFor();
    for (let step = 0; step < 4; step++) await page.getByRole("button", { name: "Undo" }).click();
    expect(await count()).toBe(all);
  });

  it("sets in rows who acts above those acted on, and on a ring all as far from its middle", async () => {
    const page = await show("/?node=Q159");
    const lay = async (name: string, layout: string) => {
      await page.getByRole("button", { name: "Layout", exact: true }).click();
      await page.getByRole("menuitemcheckbox", { name, exact: true }).click();
      await expect.poll(async () => (await viewOf(page)).view.layout, { timeout: 20_000 }).toBe(layout);
      return (await viewOf(page)).view.nodes;
    };
    const rows = await lay("Rows", "hierarchical");
    expect(rows.Q43!.y).toBeGreaterThan(rows.Q212!.y);
    expect(rows.Q159!.y).toBeGreaterThan(rows.Q212!.y);
    expect(new Set(Object.values(rows).map(({ y }) => y)).size).toBeLessThan(Object.keys(rows).length);
    const ring = Object.values(await lay("Ring", "circular"));
    const middle = (axis: "x" | "y") => ring.reduce((sum, place) => sum + place[axis], 0) / ring.length;
    const away = ring.map(({ x, y }) => Math.hypot(x - middle("x"), y - middle("y")));
    expect(Math.max(...away) / Math.min(...away)).toBeLessThan(1.3);
  });
});
