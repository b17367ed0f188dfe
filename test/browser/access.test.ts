import type { BrowserContextOptions, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { executable, stillView, viewOf, violations } from "./browser.ts";
import { stand } from "./stand.ts";

/** What can be used and lies beyond the page's sides, and how far the page could be scrolled there. */
async function outside(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.documentElement;
    const wider = root.scrollWidth > innerWidth ? [`${root.scrollWidth - innerWidth} pixels too wide`] : [];
    const beyond = [...document.querySelectorAll("button, input, select, a")].flatMap((each) => {
      const box = each.getBoundingClientRect();
      const isSeen =
        box.width > 1 &&
        each.checkVisibility() &&
        !each.closest(".unseen, .skip, .trail, .chips, [class*=menu-anchor]");
      return isSeen && (box.right > innerWidth + 1 || box.left < -1) ? [each.outerHTML.slice(0, 80)] : [];
    });
    return [...wider, ...beyond];
  });
}

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

  it("leads by the keyboard alone from the front page to the sentence that can be cited", async () => {
    const page = await site.open("/");
    await page.getByRole("button", { name: "Open the evidence" }).first().waitFor();
    const tabTo = async (name: string, most: number): Promise<void> => {
      for (let tries = 0; tries < most && (await focused(page)) !== name; tries++) await page.keyboard.press("Tab");
      expect(await focused(page)).toBe(name);
    };
    await tabTo("Open the evidence", 14);
    await page.keyboard.press("Enter");
    await page.locator(".panel blockquote").first().waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe("panel");
    await tabTo("Cite", 5);
    await page.keyboard.press("Enter");
    await expect.poll(() => focused(page), { timeout: 10_000 }).toBe("As text");
    await page.keyboard.press("Enter");
    await page.getByText("Copied.").waitFor();
    const quoted = await page.locator(".panel blockquote").first().textContent();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(String(quoted).trim());
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
    // The canvas is a part of the page that comes later: the focus waits for it.
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("stage");
  });

  it.each([
    ["a phone", { width: 390, height: 844 }],
    ["twice the size of type", { width: 640, height: 400 }],
    ["a very narrow page", { width: 320, height: 640 }],
  ])("asks nobody to scroll sideways on %s", async (_title, viewport) => {
    const page = await visit("/?edge=Q232 REFUSED Q159", { viewport });
    await page.locator(".panel blockquote").first().waitFor();
    expect(await outside(page)).toEqual([]);
  });

  it("keeps every column of the table, the count of what is seen and the language of names on a phone", async () => {
    const page = await visit("/?node=Q159", { viewport: { width: 390, height: 844 } });
    expect(await page.locator(".summary").isVisible()).toBe(true);
    await page.getByRole("button", { name: "Table" }).click();
    await page.locator("td.cell-type").first().waitFor();
    expect(await page.locator(".table").evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
    await page.getByRole("button", { name: "Size and groups" }).click();
    await page.getByRole("menuitemradio", { name: "हिन्दी" }).click();
    await page.locator(".panel h2", { hasText: "रूस" }).waitFor();
    expect((await viewOf(page)).view.names).toBe("hi");
  });

  it("cuts no word off where type is twice as large", async () => {
    const page = await visit("/?node=Q159", { viewport: { width: 1440, height: 900 } });
    await page.evaluate(() => {
      document.documentElement.style.fontSize = "200%";
    });
    const cut = await page
      .locator(".legend-name, .strip button, .panel h2, .panel .tie-name, .languages span")
      .evaluateAll((all) =>
        all.filter((each) => each.scrollWidth > each.clientWidth + 1).map((each) => each.textContent),
      );
    expect(cut).toEqual([]);
    expect(await page.locator(".skip").evaluate((skip) => skip.getBoundingClientRect().bottom)).toBeLessThan(0);
  });

  it.each([
    ["a desk", { width: 1440, height: 900 }],
    ["a phone", { width: 390, height: 844 }],
  ])("runs from right to left on %s with nothing cut off", async (_title, viewport) => {
    const page = await visit("/?edge=Q232 REFUSED Q159", { viewport });
    await page.locator(".panel blockquote").first().waitFor();
    await page.evaluate(() => {
      document.documentElement.dir = "rtl";
    });
    expect(await outside(page)).toEqual([]);
    const [panel, legend, stage] = await Promise.all(
      [".panel", ".legend", "#stage"].map(async (part) => (await page.locator(part).boundingBox())!),
    );
    const isWide = viewport.width > 760;
    expect(panel!.x).toBe(0);
    expect(legend!.x + legend!.width).toBeGreaterThan(stage!.x + stage!.width - 40);
    expect(panel!.x + panel!.width <= stage!.x).toBe(isWide);
  });

  it("turns the keys round where the page runs from right to left", async () => {
    const page = await visit("/?node=Q159");
    await page.evaluate(() => {
      document.documentElement.dir = "rtl";
    });
    const last = page.getByRole("slider", { name: "To" });
    const before = Number(await last.inputValue());
    await last.press("ArrowRight");
    expect(Number(await last.inputValue())).toBe(before - 1);
    await page.locator("#console-toggle").click();
    await page.locator(".cm-content").click();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.insertText("RETURN 1 AS one");
    await page.keyboard.press("ControlOrMeta+Enter");
    const [first, second] = [page.getByRole("tab").first(), page.getByRole("tab").nth(1)];
    await first.focus();
    await page.keyboard.press("ArrowLeft");
    await expect.poll(() => second.getAttribute("aria-selected")).toBe("true");
    const [right, left] = await Promise.all([first, second].map(async (tab) => (await tab.boundingBox())!));
    expect(left!.x).toBeLessThan(right!.x);
  });

  describe("when nothing may move by itself", () => {
    /** What is written on the canvas in each of ten frames after something was done, the first aside. */
    async function frames(page: Page, act: () => Promise<void>): Promise<string[]> {
      // By the page's own clock: after the frames of an act it may be ahead of ours.
      await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 60_000);
      await act();
      const written: string[] = [];
      for (let frame = 0; frame < 10; frame++) {
        await page.clock.runFor(32);
        const image = () => document.querySelector<HTMLCanvasElement>(".sigma-names")?.toDataURL() ?? "";
        if (frame > 0) written.push(await page.evaluate(image));
      }
      return written;
    }

    it.each([
      ["reduce", "stands where it belongs at once"],
      ["no-preference", "would glide there otherwise"],
    ] as const)("(%s) %s", async (reducedMotion, _title) => {
      const page = await visit("/?node=Q159", { reducedMotion });
      await page.clock.install();
      const before = (await viewOf(page)).view;
      await page.getByRole("button", { name: "Layout", exact: true }).click();
      await page.getByRole("menuitemcheckbox", { name: "Ring", exact: true }).click();
      await expect.poll(async () => (await viewOf(page)).view.layout, { timeout: 20_000 }).toBe("circular");
      await stillView(page);
      const isStill = reducedMotion === "reduce";
      const looked = await frames(page, () => page.getByRole("button", { name: "Closer" }).click());
      expect(new Set(looked).size === 1).toBe(isStill);
      const moved = await frames(page, () => page.keyboard.press("Control+z"));
      expect(new Set(moved).size === 1).toBe(isStill);
      await page.clock.resume();
      expect((await viewOf(page)).view.nodes).toEqual(before.nodes);
    });
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
