import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { read, write } from "../../client/src/graph/address.ts";
import { emptyView, type Placed, rounded } from "../../client/src/graph/view.ts";
import { builtClient, executable, linkOf, open, pointOf, stillView, viewOf } from "./browser.ts";
import { corpus } from "./fixture/corpus.ts";
import { fixtureServer } from "./fixture/server.ts";
import { stand } from "./stand.ts";

describe.skipIf(!executable)("the one history", { timeout: 90_000 }, () => {
  const site = stand();

  const summary = (page: Page) => page.locator(".summary");
  const choose = async (page: Page, tool: string, role: "menuitemcheckbox" | "menuitemradio", name: string) => {
    await page.getByRole("button", { name: tool, exact: true }).click();
    await page.getByRole(role, { name, exact: true }).click();
    await page.keyboard.press("Escape");
  };

  it("restores a view in another browser exactly", async () => {
    const page = await site.drawn();
    const view = await stillView(page);
    const india = await pointOf(page, view, "Q668");
    await page.mouse.move(india.x, india.y);
    await page.mouse.down();
    await page.mouse.move(india.x + 60, india.y + 30, { steps: 4 });
    await page.mouse.up();
    await page.getByRole("button", { name: /^met/ }).click();
    await page.getByRole("button", { name: "Closer" }).click();
    await page.getByLabel("Language").selectOption("bn");
    await stillView(page);
    const told = await viewOf(page);
    expect(told.view.nodes.Q668).toMatchObject({ pinned: true });
    expect(told.view.nodes.Q668?.x).not.toBe(view.nodes.Q668?.x);

    const other = await open(site.browser, told.link, { locale: "en-GB" });
    await summary(other.page).waitFor();
    expect(await other.page.locator("html").getAttribute("lang")).toBe("bn");
    expect(await stillView(other.page)).toEqual(told.view);
    expect(other.errors).toEqual([]);
    await other.page.context().close();
  });

  it("restores the matrix, the layout, sizes, groups and the language of names in another browser", async () => {
    const page = await site.drawn();
    await choose(page, "Layout", "menuitemcheckbox", "Ring");
    await choose(page, "Size and groups", "menuitemradio", "by standing among the tied");
    await choose(page, "Size and groups", "menuitemradio", "by community");
    await page.getByLabel("Names").selectOption("bn");
    await page.getByRole("slider", { name: "To" }).press("ArrowLeft");
    await page.getByRole("button", { name: "Table" }).click();
    await page.locator(".table-view").getByRole("button", { name: "Matrix" }).click();
    await page.getByRole("grid").waitFor();
    const told = await viewOf(page);
    const grid = await page.getByRole("grid").textContent();
    const expected = { mode: "matrix", layout: "circular", sizeBy: "pagerank", groupBy: "community", names: "bn" };
    expect(told.view).toMatchObject(expected);
    const other = await open(site.browser, told.link, { locale: "hi" });
    await other.page.getByRole("grid").waitFor();
    expect(await other.page.locator("html").getAttribute("lang")).toBe("en");
    await expect.poll(() => other.page.getByRole("grid").textContent()).toBe(grid);
    expect((await viewOf(other.page)).view).toEqual(told.view);
    expect(other.errors).toEqual([]);
    await other.page.context().close();
  });

  it("gives a view that is too long for an address a name that the server keeps", async () => {
    const graph = corpus(7, 160, 400);
    const server = fixtureServer(graph, await builtClient()).listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    try {
      const nodes: Record<string, Placed> = {};
      for (const [index, id] of [...graph.nodes.keys()].entries())
        nodes[id] = { x: rounded(Math.cos(index)), y: rounded(Math.sin(index * 1.7)), by: ["start"] };
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      const view = { ...emptyView, nodes };
      const page = await site.open(`${url}/#v=${await write(view)}`);
      await summary(page).waitFor();
      const link = await linkOf(page);
      expect(link).toMatch(/\?lang=en&view=[^&#]+$/);
      const other = await open(site.browser, link);
      await summary(other.page).waitFor();
      const again = new URL(await linkOf(other.page)).searchParams.get("view");
      const kept = await (await fetch(`${url}/api/views/${again}`)).json();
      expect(await read(kept.view)).toEqual(view);
      await other.page.context().close();
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });

  it("undoes every step back to the beginning and does them again", async () => {
    const page = await site.drawn();
    const start = await stillView(page);
    await page.locator("#stage").focus();
    for (const key of ["Home", "h", "Home", "p", "e", "ArrowLeft", "Enter"]) {
      await page.keyboard.press(key);
      await page.waitForTimeout(150);
    }
    await page.getByRole("button", { name: /^supplied/ }).click();
    const end = await stillView(page);
    expect(end).not.toEqual(start);
    for (let step = 0; step < 12; step++) await page.keyboard.press("Control+z");
    expect((await viewOf(page)).view).toEqual(start);
    for (let step = 0; step < 12; step++) await page.keyboard.press("Control+Shift+z");
    expect((await viewOf(page)).view).toEqual(end);
  });

  // More than a hundred and fifty clicks, each drawn in software.
  it("takes back fifty mixed steps to an equal view, and does them again", { timeout: 300_000 }, async () => {
    const page = await site.drawn();
    // At rest: the first picture is fitted to its frame once that is drawn.
    const start = await stillView(page);
    const key = async (...keys: string[]): Promise<void> => {
      await page.locator("#stage").focus();
      for (const each of keys) await page.keyboard.press(each);
    };
    const flip = (name: RegExp) => page.locator(".legend").getByRole("button", { name }).first().click();
    const mixed = [
      () => flip(/^supplied/),
      () => key("Home", "p"),
      () => flip(/^asserted/),
      () => key("ArrowLeft", "Enter"),
      () => page.getByRole("slider", { name: "To" }).press("ArrowLeft"),
      () => key("Home", "ArrowRight", "Space"),
      () => flip(/^refused/),
      () => page.keyboard.press("t").then(() => page.keyboard.press("t")),
      () => key("Home", "ArrowRight", "p"),
      () => flip(/^attacked/),
    ];
    for (let round = 0; round < 6; round++) for (const step of mixed) await step();
    await key("Home", "ArrowRight", "h");
    const end = (await viewOf(page)).view;
    expect(end).not.toEqual(start);
    const undo = page.getByRole("button", { name: "Undo" });
    let steps = 0;
    for (; await undo.isEnabled(); steps++) await undo.click();
    expect(steps).toBeGreaterThanOrEqual(50);
    expect((await viewOf(page)).view).toEqual(start);
    for (let step = 0; step < steps; step++) await page.getByRole("button", { name: "Redo" }).click();
    expect((await viewOf(page)).view).toEqual(end);
  });

  it("comes back exactly though steps follow faster than the camera glides", { timeout: 180_000 }, async () => {
    const page = await site.open("/?node=Q159", { reducedMotion: "no-preference" });
    await summary(page).waitFor();
    const start = await stillView(page);
    const keys = async (...names: string[]): Promise<void> => {
      for (const name of names) await page.keyboard.press(name);
    };
    await page.locator("#stage").focus();
    await keys("Home", "p", "+", "+", "ArrowLeft", "h", "-", "Home", "ArrowRight", "Enter", "Shift+ArrowUp", "-", "-");
    await keys("Home", "ArrowRight", "h", "f", "Home", "p", "+");
    const end = await stillView(page);
    const undo = page.getByRole("button", { name: "Undo" });
    let steps = 0;
    for (; await undo.isEnabled(); steps++) await keys("Control+z");
    expect(steps).toBeGreaterThanOrEqual(5);
    expect(await stillView(page)).toEqual(start);
    for (let step = 0; step < steps; step++) await keys("Control+Shift+z");
    expect(await stillView(page)).toEqual(end);
    // Back and forth on the way: where the camera is going counts, not where it happens to be.
    await keys("Control+z", "Control+z", "Control+Shift+z", "Control+z", "Control+Shift+z", "Control+Shift+z");
    expect(await stillView(page)).toEqual(end);
  });

  it("takes back what was asked for and has not come yet", async () => {
    const page = await site.drawn();
    const start = await stillView(page);
    await page.locator("#stage").focus();
    await page.keyboard.press("Home");
    await page.keyboard.press("p");
    const pinned = (await viewOf(page)).view;
    let answer = (): void => {};
    const asked = new Promise<void>((resolve) => {
      void page.route("**/neighbours*", async (route) => {
        const held = new Promise<void>((free) => {
          answer = free;
        });
        resolve();
        await held;
        await route.continue().catch(() => {});
      });
    });
    await page.locator("#stage").focus();
    await page.keyboard.press("e");
    await asked;
    await page.keyboard.press("Control+z");
    answer();
    expect(await stillView(page)).toEqual(pinned);
    await page.keyboard.press("Control+z");
    expect(await stillView(page)).toEqual(start);
    await page.keyboard.press("Control+Shift+z");
    expect(await stillView(page)).toEqual(pinned);
  });

  it("goes back a hundred steps and no further", { timeout: 360_000 }, async () => {
    const page = await site.drawn();
    const flip = page.locator(".legend-switch").first();
    // By keys: a pointer waits before each step until nothing on the page moves.
    for (let step = 0; step < 103; step++) await flip.press("Enter");
    const undo = page.getByRole("button", { name: "Undo" });
    let steps = 0;
    for (; await undo.isEnabled(); steps++) await undo.press("Enter");
    expect(steps).toBe(100);
  });

  it("tells every step in the language that the page speaks now, and leads back to it", async () => {
    const page = await site.drawn();
    const start = await stillView(page);
    await page.getByRole("button", { name: /^refused/ }).click();
    await page.locator(".legend-switch", { hasText: "asserted" }).click({ modifiers: ["Alt"] });
    await page.getByRole("button", { name: /Remove the filter: Only asserted/ }).click();
    const trail = page.locator(".trail li");
    expect(await trail.allTextContents()).toEqual([
      "Start",
      "Without refused",
      "Only asserted",
      "no filter: how it is said",
    ]);
    await page.getByLabel("Language").selectOption("hi");
    await expect
      .poll(() => trail.allTextContents())
      .toEqual(["आरंभ", "छोड़कर: इनकार", "केवल: कहा गया", "फ़िल्टर हटा: कैसे कहा गया"]);
    await trail.nth(1).getByRole("button").click();
    expect((await viewOf(page)).view.filters).toMatchObject({ types: ["REFUSED"], stances: [] });
    await trail.first().getByRole("button").click();
    expect((await viewOf(page)).view).toEqual(start);
  });
});
