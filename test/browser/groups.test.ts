import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { executable } from "./browser.ts";
import { stand } from "./stand.ts";

describe.skipIf(!executable)("groups of nodes", { timeout: 90_000 }, () => {
  const site = stand();

  /** A page that keeps what its canvases were last told to write. */
  async function grouped(locale = "en-GB"): Promise<Page> {
    const page = await site.open("about:blank", { locale });
    await page.addInitScript(() => {
      const written: string[] = [];
      Object.assign(window, { written });
      const { fillText, clearRect } = CanvasRenderingContext2D.prototype;
      CanvasRenderingContext2D.prototype.fillText = function (...given) {
        if (this.canvas instanceof HTMLCanvasElement && this.canvas.classList.contains("sigma-names"))
          written.push(given[0]);
        return fillText.apply(this, given);
      };
      CanvasRenderingContext2D.prototype.clearRect = function (...given) {
        if (this.canvas.classList.contains("sigma-names")) written.length = 0;
        return clearRect.apply(this, given);
      };
    });
    await page.goto(`${site.url}/?node=Q159`);
    await page.locator(".summary").waitFor();
    await page.locator(".tools button").last().click();
    await page.getByRole("menuitemradio").nth(5).click();
    await page.keyboard.press("Escape");
    await page.locator(".legend .swatch").nth(1).waitFor();
    // A frame without a number was drawn before the groups were.
    await expect.poll(async () => (await numbers(page)).length, { timeout: 10_000 }).toBeGreaterThan(0);
    return page;
  }
  const numbers = (page: Page): Promise<string[]> =>
    page.evaluate(() =>
      (window as unknown as { written: string[] }).written.filter((text) => /^[\p{Nd}]$/u.test(text)),
    );

  it("carry their numbers on the canvas, the same as in the legend", async () => {
    const page = await grouped();
    const told = await page
      .locator(".legend-line.still")
      .evaluateAll((rows) =>
        rows.map((row) => [row.querySelector(".swatch")?.textContent, row.querySelector(".legend-count")?.textContent]),
      );
    const drawn = await numbers(page);
    expect(told.length).toBeGreaterThan(1);
    for (const [number, members] of told)
      expect(`${number}: ${drawn.filter((each) => each === number).length}`).toBe(`${number}: ${members}`);
  });

  it("of members of a bloc: says so where nobody is a member of any", async () => {
    const page = await site.open("/?edge=Q1032 CONDEMNED Q1033");
    await page.locator(".summary").waitFor();
    await page.locator(".tools button").last().click();
    await page.getByRole("menuitemradio", { name: "by bloc" }).click();
    await page.getByText("No membership in an organization is in the picture").waitFor();
  });

  it("are numbered as the language writes numbers", async () => {
    const page = await grouped("bn");
    const told = await page.locator(".legend .swatch").allTextContents();
    expect(told.join("")).toMatch(/^[০-৯]{2,}$/);
    expect(new Set(await numbers(page))).toEqual(new Set(told));
  });

  it("keep their numbers in a picture that is saved", async () => {
    const page = await grouped();
    const drawn = await numbers(page);
    await page.locator(".masthead-tools .icon").nth(1).click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.locator(".share").getByRole("button", { name: "SVG", exact: true }).click(),
    ]);
    const text = await readFile(await download.path(), "utf8");
    const saved = [...text.matchAll(/<text[^>]*font-size="10"[^>]*font-weight="700"[^>]*>(\d)<\/text>/g)];
    // Each node's, and each group's in the legend.
    expect(saved.length).toBe(drawn.length + new Set(drawn).size);
  });
});
