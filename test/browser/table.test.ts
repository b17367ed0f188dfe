import type { Page } from "playwright-core";
import { describe, expect, it, onTestFinished } from "vitest";
import { emptyView } from "../../client/src/graph/view.ts";
import { serve } from "../api/serve.ts";
import { builtClient, executable, open, viewOf, violations } from "./browser.ts";
import { stand } from "./stand.ts";

describe.skipIf(!executable)("the table", { timeout: 90_000 }, () => {
  const site = stand();

  const summary = (page: Page) => page.locator(".summary");
  const panel = (page: Page) => page.getByRole("complementary", { name: "What was chosen" });
  const part = async (page: Page, name: string): Promise<void> => {
    await page.getByRole("button", { name: "Table" }).click();
    await page.locator(".table-view").getByRole("button", { name, exact: true }).click();
  };

  it("lists in the table exactly the ties of the picture, and opens the same evidence", async () => {
    const page = await site.drawn();
    const seenIn = (text: string | null): number => Number(text?.match(/(\d+) ties?/)?.[1]);
    const shown = seenIn(await summary(page).textContent());
    await page.getByRole("button", { name: "Table" }).click();
    const rows = page.getByRole("table").locator("tbody tr:has(td.cell-type)");
    await rows.first().waitFor();
    expect(await rows.count()).toBe(shown);
    await page
      .getByRole("region", { name: "Legend" })
      .getByRole("button", { name: /^refused/ })
      .click();
    expect((await viewOf(page)).view).toMatchObject({ mode: "table", filters: { types: ["REFUSED"] } });
    expect(await rows.count()).toBeLessThan(shown);
    expect(await rows.count()).toBe(seenIn(await summary(page).textContent()));
    await rows.first().locator("td.cell-type button").click();
    await panel(page).locator("blockquote").first().waitFor();
  });

  it("keeps the order of both lists in the link, and takes it back like any other step", async () => {
    const page = await site.drawn();
    const first = (of: Page) => of.getByRole("table").locator("tbody tr:has(td)").first().textContent();
    const head = (of: Page, name: string) => of.getByRole("columnheader", { name, exact: true });
    await part(page, "Nodes");
    const start = await first(page);
    await head(page, "Name").getByRole("button").click();
    expect(await head(page, "Name").getAttribute("aria-sort")).toBe("ascending");
    const names = await page.locator(".cell-name").allTextContents();
    expect(names).toEqual(names.toSorted(new Intl.Collator("en").compare));
    await page.locator(".table-view .modes").getByRole("button", { name: "Ties" }).click();
    await head(page, "Last").getByRole("button").click();
    await head(page, "Last").getByRole("button").click();
    expect(await head(page, "Last").getAttribute("aria-sort")).toBe("ascending");
    const { link, view } = await viewOf(page);
    expect(view.order).toEqual({ ties: { by: "last", up: true }, nodes: { by: "name", up: true } });
    const told = await first(page);

    const other = await open(site.browser, link);
    await other.page.locator(".table tbody tr:has(td.cell-type)").first().waitFor();
    expect(await first(other.page)).toBe(told);
    expect((await viewOf(other.page)).view).toEqual(view);
    await other.page.context().close();

    const undo = page.getByRole("button", { name: "Undo" });
    for (let step = 0; step < 4; step++) await undo.click();
    expect((await viewOf(page)).view).toMatchObject({ mode: "nodes", order: emptyView.order });
    expect(await first(page)).toBe(start);
    for (let step = 0; step < 4; step++) await page.getByRole("button", { name: "Redo" }).click();
    expect((await viewOf(page)).view).toEqual(view);
    expect(await first(page)).toBe(told);
  });

  it("chooses several nodes by their boxes and finds the ways between them from the menu", async () => {
    const page = await site.drawn();
    await part(page, "Nodes");
    await page.getByRole("checkbox", { name: "Select India" }).check();
    await page.getByRole("checkbox", { name: "Select Ukraine" }).check();
    expect((await viewOf(page)).view.selection.nodes).toEqual(expect.arrayContaining(["Q668", "Q212"]));
    const button = page.getByRole("button", { name: "What can be done with Ukraine" });
    await button.click();
    await page.getByRole("menuitem", { name: "Pin", exact: true }).click();
    await expect.poll(() => button.evaluate((each) => each === document.activeElement)).toBe(true);
    expect((await viewOf(page)).view.nodes).toMatchObject({ Q668: { pinned: true }, Q212: { pinned: true } });
    await page.getByRole("button", { name: "Undo" }).click();
    expect((await viewOf(page)).view.nodes.Q212?.pinned).toBeUndefined();
  });

  it("holds all nodes that the canvas shows, however many, and draws those near the eye", async () => {
    const own = await serve({ client: await builtClient() }, false);
    onTestFinished(() => own.close());
    await own.store.write({
      cypher: "UNWIND range(0, 2399) AS i CREATE (:Made {id: i, name: 'Made ' + toString(9999 - i)})",
    });
    const page = await site.open(`${own.url}/?cypher=${encodeURIComponent("MATCH (n:Made) RETURN collect(n) AS all")}`);
    await page.locator(".summary", { hasText: "2,400 nodes" }).waitFor();
    await part(page, "Nodes");
    await page.locator(".cell-name").first().waitFor();
    expect(await page.getByRole("table", { name: "Nodes as a table" }).getAttribute("aria-rowcount")).toBe("2401");
    expect(await page.locator(".cell-name").count()).toBeLessThan(100);
    expect(await page.locator(".cell-name").first().textContent()).toContain("Made 7600");
    await page
      .locator(".table", { has: page.locator(".cell-name") })
      .first()
      .evaluate((frame) => frame.scrollTo(0, frame.scrollHeight));
    await page.locator('tr[aria-rowindex="2401"]', { hasText: "Made 9999" }).waitFor();
  });

  it("shows groups as numbers beside their colours", async () => {
    const page = await site.drawn();
    await part(page, "Nodes");
    await page.getByRole("button", { name: "Size and groups" }).click();
    await page.getByRole("menuitemradio", { name: "by community" }).click();
    await page.keyboard.press("Escape");
    await page.getByRole("columnheader", { name: "Group" }).waitFor();
    expect(await page.locator(".table .swatch").count()).toBeGreaterThan(2);
  });

  it("holds every tie of the picture in the cells of the matrix, a tie without direction in two", async () => {
    const page = await site.drawn();
    await page.getByRole("button", { name: "Table" }).click();
    const rows = page.getByRole("table").locator("tbody tr:has(td.cell-type)");
    await rows.first().waitFor();
    const ties = await rows.evaluateAll((all) =>
      all.map((row) =>
        ["from", "type", "to"].map(
          (part) => row.querySelector(`.cell-${part} bdi, .cell-${part} button`)?.textContent ?? "",
        ),
      ),
    );
    await part(page, "Matrix");
    const cells = await page
      .getByRole("grid")
      .getByRole("gridcell")
      .evaluateAll((all) => all.map((cell) => cell.getAttribute("aria-label") ?? cell.textContent ?? ""));
    expect(ties.length).toBeGreaterThan(5);
    for (const [from = "", type = "", to = ""] of ties) {
      // A sign stands before the words.
      const label = type.replace(/^\P{L}*\p{Lu}?\uFE0E?\s*/u, "");
      const there = cells.filter((cell) => cell.includes(label) && cell.includes(`${from} → ${to}:`));
      expect(there, `${from} ${label} ${to}`).toHaveLength(1);
      if (label === "allied with")
        expect(cells.filter((cell) => cell.includes(label) && cell.includes(`${to} → ${from}:`))).toHaveLength(1);
    }
    expect(cells.filter((cell) => cell.endsWith("no tie")).length).toBeGreaterThan(ties.length);
  });

  it("is walked by the arrows, cell by cell, and opens the evidence of a cell with Enter", async () => {
    const page = await site.drawn();
    await part(page, "Matrix");
    const cell = page.getByRole("gridcell", { name: /^Kazakhstan → Russia: .*refused/ });
    const [row = 0, column = 0] = (await cell.getAttribute("data-at"))?.split(" ").map(Number) ?? [];
    await page.getByRole("columnheader").nth(0).focus();
    for (let step = 0; step < row; step++) await page.keyboard.press("ArrowDown");
    for (let step = 1; step < column; step++) await page.keyboard.press("ArrowRight");
    expect(await cell.evaluate((each) => each === document.activeElement)).toBe(true);
    const headings = new Set<string | null>();
    for (let tie = 0; tie < 4; tie++) {
      await page.keyboard.press("Enter");
      await panel(page).locator("blockquote").first().waitFor();
      headings.add(await panel(page).getByRole("heading", { level: 2 }).textContent());
    }
    expect([...headings].some((heading) => heading?.includes("Kazakhstan refused Russia"))).toBe(true);
    expect(await cell.getAttribute("aria-selected")).toBe("true");
    await page.keyboard.press("m");
    await page.getByRole("menuitem", { name: "Open the evidence" }).waitFor();
  });

  it.each(["light", "dark"] as const)(
    "has nothing for axe to find in its lists and its matrix, %s",
    async (colorScheme) => {
      const page = await site.open("/?node=Q159", { colorScheme });
      await summary(page).waitFor();
      await part(page, "Nodes");
      await page.getByRole("checkbox").first().waitFor();
      expect(await violations(page)).toEqual([]);
      await page.locator(".table-view").getByRole("button", { name: "Matrix" }).click();
      await page.getByRole("grid").waitFor();
      expect(await violations(page)).toEqual([]);
    },
  );
});
