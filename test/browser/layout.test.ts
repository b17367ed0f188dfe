import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { executable, open, pointOf, stillView, viewOf } from "./browser.ts";
import { stand } from "./stand.ts";

describe.skipIf(!executable)("the picture's shape", { timeout: 90_000 }, () => {
  const site = stand();

  const summary = (page: Page) => page.locator(".summary");

  it("lays the picture on a map that marks disputed borders, and takes it back", async () => {
    const page = await site.drawn();
    const before = (await viewOf(page)).view;
    await page.getByRole("button", { name: "Layout" }).click();
    await page.getByRole("menuitemcheckbox", { name: "Map" }).click();
    await page.locator(".ground-disputed[d^=M]").waitFor({ state: "attached" });
    await page.getByText("disputed border").waitFor();
    const told = await viewOf(page);
    const [india, russiaAt, turkey] = ["Q668", "Q159", "Q43"].map((id) => told.view.nodes[id]!);
    expect(told.view.layout).toBe("map");
    expect(russiaAt!.y).toBeGreaterThan(turkey!.y);
    expect(turkey!.y).toBeGreaterThan(india!.y);
    expect(turkey!.x).toBeLessThan(india!.x);
    const other = await open(site.browser, told.link);
    await other.page.locator(".ground-land[d^=M]").waitFor({ state: "attached" });
    await other.page.context().close();
    await page.getByRole("button", { name: "Undo" }).click();
    await page.locator(".ground-land").waitFor({ state: "detached" });
    expect((await viewOf(page)).view.nodes).toEqual(before.nodes);
  });

  it("filters by time without moving a node", async () => {
    const page = await site.drawn();
    const before = (await viewOf(page)).view;
    await page.getByRole("slider", { name: "To" }).focus();
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowLeft");
    const after = (await viewOf(page)).view;
    expect(after.filters.time.to).toBeDefined();
    expect(after.nodes).toEqual(before.nodes);
    expect(await summary(page).textContent()).toContain(" of ");
  });

  it("shows what was told as of a day, and lets the days pass by themselves", async () => {
    const page = await site.drawn();
    const time = async () => (await viewOf(page)).view.filters.time;
    const before = (await viewOf(page)).view;
    await page.getByRole("checkbox", { name: "As of" }).check();
    expect(await page.getByRole("slider", { name: "From" }).count()).toBe(0);
    const knob = page.getByRole("slider", { name: "As of" });
    await knob.focus();
    for (let step = 0; step < 4; step++) await page.keyboard.press("ArrowLeft");
    const asOf = await time();
    expect(asOf.from).toBeUndefined();
    expect(asOf.to).toBeDefined();
    const few = await summary(page).textContent();
    expect(few).toContain(" of ");
    await page.getByRole("button", { name: "Play" }).click();
    await page.getByRole("button", { name: "Pause" }).waitFor();
    await page.getByRole("button", { name: "Play" }).waitFor();
    expect(await summary(page).textContent()).not.toBe(few);
    expect((await viewOf(page)).view.nodes).toEqual(before.nodes);
  });

  it("brings the nearer end to where the bars are pressed, and drags it on from there", async () => {
    const page = await site.drawn();
    const bars = await page.locator(".timeline-brush").boundingBox();
    if (!bars) throw new Error("there is no timeline");
    const ends = async () => (await viewOf(page)).view.filters.time;
    await page.mouse.click(bars.x + bars.width * 0.3, bars.y + 10);
    const first = await ends();
    expect(first.from).toBeDefined();
    expect(first.to).toBeUndefined();
    const knob = await page.getByRole("slider", { name: "To" }).boundingBox();
    await page.mouse.move(bars.x + bars.width - 8, (knob?.y ?? 0) + 10);
    await page.mouse.down();
    await page.mouse.move(bars.x + bars.width * 0.7, (knob?.y ?? 0) + 10, { steps: 5 });
    await page.mouse.up();
    const both = await ends();
    expect(both.from).toBe(first.from);
    expect(both.to).toBeDefined();
    expect(both.to! > both.from!).toBe(true);
  });

  it("moves the span between both ends as it is, by the pointer in one step and by keys bucket by bucket", async () => {
    const page = await site.drawn();
    const ends = async () => (await viewOf(page)).view.filters.time;
    const [from, to] = [page.getByRole("slider", { name: "From" }), page.getByRole("slider", { name: "To" })];
    const whole = page.getByRole("slider", { name: "The whole span" });
    expect(await whole.count()).toBe(0);
    const last = Number(await to.getAttribute("max"));
    const [early, late] = [Math.round(last / 4), Math.round(last / 2)];
    await to.fill(`${late}`);
    await from.fill(`${early}`);
    const before = await ends();
    const bars = await page.locator(".timeline-brush").boundingBox();
    if (!bars) throw new Error("there is no timeline");
    const middle = bars.x + 8 + ((bars.width - 16) * (early + late)) / 2 / last;
    await page.mouse.move(middle, bars.y + bars.height / 2);
    await page.mouse.down();
    await page.mouse.move(middle + bars.width / 10, bars.y + bars.height / 2, { steps: 4 });
    // Whoever holds still for a while is still about the same.
    await page.waitForTimeout(2600);
    await page.mouse.move(middle + bars.width / 5, bars.y + bars.height / 2, { steps: 4 });
    await page.mouse.up();
    const [first, second] = [Number(await from.inputValue()), Number(await to.inputValue())];
    expect(first).toBeGreaterThan(early);
    expect(second - first).toBe(late - early);
    expect(await whole.getAttribute("aria-valuetext")).toBe(
      `${await from.getAttribute("aria-valuetext")} – ${await to.getAttribute("aria-valuetext")}`,
    );
    await page.getByRole("button", { name: "Undo" }).click();
    expect(await ends()).toEqual(before);
    await whole.press("ArrowRight");
    expect([await from.inputValue(), await to.inputValue()]).toEqual([`${early + 1}`, `${late + 1}`]);
    await whole.press("End");
    expect(await to.inputValue()).toBe(`${last}`);
    expect(Number(await from.inputValue())).toBe(last - (late - early));
  });

  it("keeps the whole picture in sight when the page beside it changes just after it was drawn", async () => {
    const page = await site.drawn();
    const { view: before } = await viewOf(page);
    await page.goto("about:blank");
    await page.goto(`${site.url}/?node=Q159`);
    await summary(page).waitFor();
    await page.setViewportSize({ width: 900, height: 520 });
    await page.waitForTimeout(1500);
    const view = await stillView(page);
    expect(view.camera).not.toEqual(before.camera);
    const stage = await page.locator("#stage").boundingBox();
    for (const id of Object.keys(view.nodes)) {
      const { x, y } = await pointOf(page, view, id);
      expect(x, id).toBeGreaterThan(stage?.x ?? 0);
      expect(x, id).toBeLessThan((stage?.x ?? 0) + (stage?.width ?? 0));
      expect(y, id).toBeGreaterThan(stage?.y ?? 0);
      expect(y, id).toBeLessThan((stage?.y ?? 0) + (stage?.height ?? 0));
    }
  });

  it("leaves the camera where somebody put it, whatever the page does", async () => {
    const page = await site.drawn();
    const { camera } = await stillView(page);
    // In one task: the canvas gets another size before the camera has come to rest.
    await page.getByRole("button", { name: "Closer" }).evaluate((button: HTMLElement) => {
      button.click();
      document.getElementById("stage")!.style.width = "70%";
    });
    const closer = { ...camera, ratio: Math.round((camera.ratio / 1.4) * 10_000) / 10_000 };
    await expect.poll(async () => (await viewOf(page)).view.camera, { timeout: 10_000 }).toEqual(closer);
    await page.setViewportSize({ width: 900, height: 520 });
    expect((await stillView(page)).camera).toEqual(closer);
  });

  it("chooses what a line drawn with Shift goes around, though it begins on an edge", async () => {
    const page = await site.drawn();
    const view = await stillView(page);
    const [from, to] = [await pointOf(page, view, "Q43"), await pointOf(page, view, "Q159")];
    const [x, y] = [from.x * 0.75 + to.x * 0.25, from.y * 0.75 + to.y * 0.25];
    const around = [
      [from.x + (from.x - x), from.y - 90],
      [from.x + 2 * (from.x - x), from.y + 2 * (from.y - y)],
      [from.x - 90, from.y + (from.y - y)],
    ] as const;
    await page.keyboard.down("Shift");
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (const [across, down] of around) await page.mouse.move(across, down, { steps: 4 });
    await page.mouse.move(x, y, { steps: 4 });
    await page.waitForTimeout(200);
    // The line passes over nodes and edges, and nobody asked about them.
    expect(await page.locator(".hover-card").count()).toBe(0);
    await page.mouse.up();
    await page.keyboard.up("Shift");
    const { selection } = (await viewOf(page)).view;
    expect(selection.edge).toBeUndefined();
    // Shift adds to what was chosen before.
    expect([...selection.nodes].sort()).toEqual(["Q159", "Q43"]);
  });
});
