import type { BrowserContextOptions, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { executable, violations } from "./browser.ts";
import { stand } from "./stand.ts";

describe.skipIf(!executable)("the graph for everyone", { timeout: 90_000 }, () => {
  const site = stand();

  async function visit(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const page = await site.open(path, options);
    await page.locator(".summary").waitFor({ state: "attached" });
    return page;
  }
  const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim() ?? "");

  describe.each(["light", "dark"] as const)("in the %s", (colorScheme) => {
    it.each([
      ["a node", "/?node=Q159", "heading"],
      ["the evidence of an edge", "/?edge=Q232 REFUSED Q159", "blockquote"],
    ])("has nothing for axe to find at %s", async (_title, path, part) => {
      const page = await visit(path, { colorScheme });
      await page
        .locator(".panel")
        .locator(part === "heading" ? "h3" : part)
        .first()
        .waitFor();
      expect(await violations(page)).toEqual([]);
    });

    it("has nothing for axe to find in the table, the filters, the menu and the help", async () => {
      const page = await visit("/?node=Q159", { colorScheme });
      await page.getByRole("button", { name: "Table" }).click();
      await page.getByRole("table").locator("td.cell-type").first().waitFor();
      expect(await violations(page)).toEqual([]);
      await page.getByRole("button", { name: "Filters" }).click();
      await page.getByLabel("Independent sources, at least").waitFor();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "Graph" }).click();
      await page.locator("#stage").focus();
      await page.keyboard.press("Home");
      await page.keyboard.press("m");
      await page.getByRole("menu").waitFor();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press("Escape");
      await page.keyboard.press("?");
      await page.getByRole("dialog").waitFor();
      expect(await violations(page)).toEqual([]);
    });
  });

  it("leads by the keyboard alone from the search to a cited sentence", async () => {
    const page = await visit("/?node=Q668");
    await page.keyboard.press("/");
    await page.keyboard.type("kazakh");
    await page
      .getByRole("option", { name: /Kazakhstan/ })
      .first()
      .waitFor();
    await page.keyboard.press("Enter");
    await page.locator(".panel").getByRole("heading", { name: "Kazakhstan" }).waitFor();
    await page.locator("#stage").focus();
    await page.keyboard.press("Home");
    await page.keyboard.press("]");
    expect(await page.locator("[aria-live=polite]").first().textContent()).toMatch(
      /, (asserted|alleged|denied|announced), /,
    );
    for (let tries = 0; tries < 12; tries++) {
      if ((await page.locator("[aria-live=polite]").first().textContent())?.startsWith("Kazakhstan refused Russia"))
        break;
      await page.keyboard.press("]");
    }
    await page.keyboard.press("Enter");
    await page.locator(".panel blockquote").first().waitFor();
    for (let tries = 0; tries < 60 && (await focused(page)) !== "Cite"; tries++) await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("Cite");
    await page.keyboard.press("Enter");
    await page.getByRole("menuitem", { name: "As text" }).waitFor();
    await expect.poll(() => focused(page), { timeout: 10_000 }).toBe("As text");
    await page.keyboard.press("Enter");
    await page.getByText("Copied.").waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/मना किया|refused/);
  });

  it("tells a node and its ties to the ear when the keyboard comes to it", async () => {
    const page = await visit("/?node=Q159");
    await page.locator("#stage").focus();
    await page.keyboard.press("Home");
    await expect
      .poll(() => page.locator("[aria-live=polite]").first().textContent())
      .toMatch(/^Russia, Country, \d+ ties\. /);
  });

  it("moves through the rows of the table with the arrows and opens one with Enter", async () => {
    const page = await visit("/?node=Q159");
    await page.keyboard.press("t");
    const buttons = page.locator("td.cell-type button");
    await buttons.first().waitFor();
    await buttons.first().focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest("tr")?.getAttribute("aria-rowindex")))
      .toBe("4");
    await page.keyboard.press("Enter");
    await page.locator(".panel blockquote").first().waitFor();
  });

  it("gives the focus back to the canvas when the panel closes", async () => {
    const page = await visit("/?node=Q159");
    await page.locator(".panel").getByRole("button", { name: "Close" }).click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("stage");
  });

  it.each([
    ["a phone", { width: 390, height: 844 }],
    ["twice the size of type", { width: 640, height: 400 }],
    ["a very narrow page", { width: 320, height: 640 }],
  ])("asks nobody to scroll sideways on %s", async (_title, viewport) => {
    const page = await visit("/?edge=Q232 REFUSED Q159", { viewport });
    await page.locator(".panel blockquote").first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    const outside = await page.evaluate(() =>
      [...document.querySelectorAll("button, input, select, a")].flatMap((each) => {
        const box = each.getBoundingClientRect();
        const isSeen =
          box.width > 1 &&
          each.checkVisibility() &&
          !each.closest(".unseen, .skip, .trail, .chips, [class*=menu-anchor]");
        return isSeen && (box.right > innerWidth + 1 || box.left < -1) ? [each.outerHTML.slice(0, 80)] : [];
      }),
    );
    expect(outside).toEqual([]);
  });

  it("keeps lines and names in forced colours", async () => {
    const page = await visit("/?node=Q159", { forcedColors: "active" });
    const inked = () =>
      page.evaluate(() => {
        const canvas = document.querySelector<HTMLCanvasElement>(".sigma-names");
        const data = canvas?.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
        return data.filter((value, index) => index % 4 === 3 && value > 200).length;
      });
    await expect.poll(inked, { timeout: 10_000 }).toBeGreaterThan(200);
  });
});
