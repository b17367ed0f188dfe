import type { CDPSession, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { executable, pointOf, stillView, viewOf } from "./browser.ts";
import { stand } from "./stand.ts";

describe.skipIf(!executable)("the graph under a finger", { timeout: 90_000 }, () => {
  const site = stand();
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

  async function russia(): Promise<{ page: Page; session: CDPSession }> {
    const page = await site.open("/?node=Q159", phone);
    await page.locator(".summary").waitFor({ state: "attached" });
    return { page, session: await page.context().newCDPSession(page) };
  }
  const touch = (session: CDPSession, type: "touchStart" | "touchMove" | "touchEnd", ...points: Point[]) =>
    session.send("Input.dispatchTouchEvent", { type, touchPoints: points });
  interface Point {
    x: number;
    y: number;
  }

  it("opens the menu of a node that is pressed long, though the finger trembles, and chooses nothing", async () => {
    const { page, session } = await russia();
    const view = await stillView(page);
    const { x, y } = await pointOf(page, view, "Q668");
    await touch(session, "touchStart", { x, y });
    await page.waitForTimeout(200);
    await touch(session, "touchMove", { x: x + 3, y: y - 2 });
    await page.getByRole("menuitem", { name: "Pin", exact: true }).waitFor();
    await touch(session, "touchEnd");
    await page.waitForTimeout(400);
    expect(await page.locator(".menu .menu-label").first().textContent()).toContain("India");
    const after = (await viewOf(page)).view;
    expect(after.selection).toEqual(view.selection);
    expect(after.camera).toEqual(view.camera);
    expect(after.nodes).toEqual(view.nodes);
  });

  it("keeps what is said beside a pointer on a narrow page", async () => {
    const page = await site.open("/?node=Q159", { viewport: { width: 390, height: 844 } });
    await page.locator(".summary").waitFor({ state: "attached" });
    const view = await stillView(page);
    const [from, to] = [await pointOf(page, view, "Q43"), await pointOf(page, view, "Q159")];
    await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 3 });
    const card = page.locator(".hover-card");
    await card.waitFor();
    const box = (await card.boundingBox())!;
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(390);
  });

  it("lets nothing of a narrow page lie under what closes the panel, nor a node under the legend", async () => {
    const page = await site.open("/?node=Q159", { viewport: { width: 390, height: 844 } });
    await page.locator(".summary").waitFor({ state: "attached" });
    const view = await stillView(page);
    const close = (await page.locator(".panel-close").boundingBox())!;
    expect(close.y + close.height).toBeLessThanOrEqual((await page.locator(".panel").boundingBox())!.y);
    const legend = (await page.locator(".legend-toggle").boundingBox())!;
    for (const id of Object.keys(view.nodes)) {
      const { x, y } = await pointOf(page, view, id);
      expect([id, x < legend.x + legend.width && y < legend.y + legend.height]).toEqual([id, false]);
      expect([id, y < close.y]).toEqual([id, true]);
    }
  });

  it("keeps a menu within a menu on the page", async () => {
    const { page, session } = await russia();
    const { x, y } = await pointOf(page, await stillView(page), "Q668");
    await touch(session, "touchStart", { x, y });
    await page.getByRole("menuitem", { name: "Ways by chosen ties" }).waitFor();
    await touch(session, "touchEnd");
    for (const name of ["Ways by chosen ties", "Show more by type"]) {
      const item = page.getByRole("menuitem", { name });
      if ((await item.count()) === 0) continue;
      await item.tap();
      await page.getByRole("menu").nth(1).waitFor();
      const box = (await page.getByRole("menu").nth(1).boundingBox())!;
      expect(box.x, name).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width, name).toBeLessThanOrEqual(phone.viewport.width);
      expect(box.y + box.height, name).toBeLessThanOrEqual(phone.viewport.height);
      await page.keyboard.press("ArrowLeft");
    }
  });

  it("drags a node, and opens no menu for it", async () => {
    const { page, session } = await russia();
    const view = await stillView(page);
    const { x, y } = await pointOf(page, view, "Q668");
    await touch(session, "touchStart", { x, y });
    for (let step = 1; step <= 4; step++) await touch(session, "touchMove", { x: x + step * 10, y: y + step * 8 });
    await page.waitForTimeout(700);
    await touch(session, "touchEnd");
    expect(await page.getByRole("menu").count()).toBe(0);
    expect((await viewOf(page)).view.nodes.Q668).toMatchObject({ pinned: true });
  });

  it("opens no menu for two fingers that zoom", async () => {
    const { page, session } = await russia();
    const view = await stillView(page);
    const { x, y } = await pointOf(page, view, "Q668");
    await touch(session, "touchStart", { x, y });
    await touch(session, "touchStart", { x, y }, { x: x + 80, y: y + 60 });
    for (let step = 1; step <= 4; step++)
      await touch(session, "touchMove", { x: x - step * 8, y }, { x: x + 80 + step * 8, y: y + 60 });
    await page.waitForTimeout(700);
    await touch(session, "touchEnd");
    await page.waitForTimeout(400);
    expect(await page.getByRole("menu").count()).toBe(0);
    expect((await viewOf(page)).view.camera.ratio).toBeLessThan(view.camera.ratio);
  });
});
