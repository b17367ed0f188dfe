import { describe, expect, it } from "vitest";
import { executable, pointOf, stillView, viewOf, violations } from "./browser.ts";
import { stand } from "./stand.ts";

describe.skipIf(!executable)("keys and clicks in place of dragging", { timeout: 90_000 }, () => {
  const site = stand();

  it("moves a node by Shift and the arrows, as one step", async () => {
    const page = await site.drawn();
    const before = await stillView(page);
    await page.locator("#stage").focus();
    await page.keyboard.press("Home");
    for (const key of ["Shift+ArrowRight", "Shift+ArrowRight", "Shift+ArrowUp"]) await page.keyboard.press(key);
    const after = (await viewOf(page)).view;
    const [from, to] = [before.nodes.Q159!, after.nodes.Q159!];
    expect(to).toMatchObject({ pinned: true });
    expect(to.x - from.x).toBeCloseTo(2 * (to.y - from.y), 3);
    expect(to.y).toBeGreaterThan(from.y);
    await page.keyboard.press("Control+z");
    expect((await viewOf(page)).view).toEqual(before);
  });

  it("brings what the keys come to into sight", async () => {
    const page = await site.drawn();
    await stillView(page);
    await page.locator("#stage").focus();
    for (let step = 0; step < 6; step++) await page.keyboard.press("+");
    await page.keyboard.press("Home");
    for (const key of ["ArrowUp", "ArrowUp", "ArrowRight"]) await page.keyboard.press(key);
    await page.keyboard.press("Enter");
    const view = await stillView(page);
    const [id = ""] = view.selection.nodes;
    const [{ x, y }, box] = [await pointOf(page, view, id), await page.locator("#stage").boundingBox()];
    expect(x).toBeGreaterThan(box!.x);
    expect(x).toBeLessThan(box!.x + box!.width);
    expect(y).toBeGreaterThan(box!.y);
    expect(y).toBeLessThan(box!.y + box!.height);
  });

  it("goes by a second Enter to what is told of an edge, and back by Escape", async () => {
    const page = await site.drawn();
    await stillView(page);
    await page.locator("#stage").focus();
    for (const key of ["Home", "]", "Enter"]) await page.keyboard.press(key);
    await page.locator(".panel blockquote").first().waitFor();
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.className)).toBe("panel");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Escape");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("stage");
  });

  it("adds what the search found by Shift and Enter, and axe finds nothing in its list", async () => {
    const page = await site.open("/?edge=Q1032 CONDEMNED Q1033");
    await page.locator(".summary").waitFor();
    await page.keyboard.press("/");
    await page.keyboard.type("Ukraine");
    await page
      .getByRole("option", { name: /Ukraine/ })
      .first()
      .waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Shift+Enter");
    await page.locator(".summary").getByText("3 nodes").waitFor();
  });

  it("acts by its keys on the node that was clicked", async () => {
    const page = await site.drawn();
    const view = await stillView(page);
    const { x, y } = await pointOf(page, view, "Q43");
    await page.mouse.click(x, y);
    await page.keyboard.press("h");
    expect((await viewOf(page)).view.hidden).toEqual(["Q43"]);
  });

  it("sends what is selected to a place by two clicks, and a place to the middle", async () => {
    const page = await site.drawn();
    const before = await stillView(page);
    const node = await pointOf(page, before, "Q43");
    await page.mouse.click(node.x, node.y);
    const there = { x: node.x + 40, y: node.y + 90 };
    await page.mouse.click(there.x, there.y, { button: "right" });
    await page.getByRole("menuitem", { name: "Move what is selected here" }).click();
    const moved = await stillView(page);
    const now = await pointOf(page, moved, "Q43");
    expect(Math.hypot(now.x - there.x, now.y - there.y)).toBeLessThan(2);
    await page.mouse.click(there.x + 60, there.y + 40, { button: "right" });
    await page.getByRole("menuitem", { name: "Bring this place to the middle" }).click();
    const { camera } = await stillView(page);
    expect(camera).not.toEqual(moved.camera);
    expect(camera.ratio).toBe(moved.camera.ratio);
  });

  it("changes nothing under the front page", async () => {
    const page = await site.open("/");
    await page.locator(".start .question").first().waitFor();
    await page.locator("h1").click({ trial: true });
    await page.keyboard.press("t");
    await page.getByRole("button", { name: "Close and look at the graph" }).click();
    await page.locator("#stage").waitFor();
    expect(await page.getByRole("table").count()).toBe(0);
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "How to read and walk the graph" }).waitFor();
  });
});
