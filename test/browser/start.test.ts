import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { executable, violations } from "./browser.ts";
import { stand } from "./stand.ts";

describe.skipIf(!executable)("the front page", { timeout: 90_000 }, () => {
  const site = stand();

  async function front(options = {}, path = "/"): Promise<Page> {
    const page = await site.open(path, options);
    page.setDefaultTimeout(25_000);
    await page.locator(".start .question").first().waitFor();
    return page;
  }
  const question = (page: Page, title: string) => page.getByRole("article", { name: title });

  it("is there for an address that asks for nothing, and not for one that asks for a node", async () => {
    const page = await front();
    expect(await page.getByRole("region", { name: /Who says what of whom/ }).count()).toBe(1);
    await page.goto(`${site.url}/?node=Q159`);
    await page.locator(".summary").waitFor();
    expect(await page.locator(".start").count()).toBe(0);
  });

  it("leads by keys alone to a sentence, and to its source as one cites it", async () => {
    const page = await front();
    const button = page.getByRole("button", { name: "Open the evidence" });
    for (let presses = 0; presses < 30; presses++) {
      await page.keyboard.press("Tab");
      if (await button.evaluate((element) => element === document.activeElement)) break;
    }
    await page.keyboard.press("Enter");
    await page.locator(".panel blockquote").first().waitFor();
    expect(await page.locator(".start").count()).toBe(0);
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe("panel");
    const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? "");
    for (let presses = 0; presses < 60 && (await focused()) !== "Cite"; presses++) await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect.poll(focused, { timeout: 10_000 }).toBe("As text");
    await page.keyboard.press("Enter");
    await page.getByText("Copied.").waitFor();
    const sentence = await page.locator(".panel blockquote").first().textContent();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(`“${sentence}” — `);
  });

  it("shows above itself what the search finds, to be chosen with the pointer", async () => {
    const page = await front();
    await page.locator(".search input").fill("Ind");
    await page.locator(".hit", { hasText: "India" }).first().click();
    await page.locator(".panel h2", { hasText: "India" }).waitFor();
    expect(await page.locator(".start").count()).toBe(0);
  });

  it.each([600, 770, 900, 1040, 1280])(
    "keeps the parts of its head apart, each list under its name: %i px",
    async (width) => {
      const page = await front({ viewport: { width, height: 800 } });
      const boxes = await page
        .locator(".brand > *, .masthead .search, .languages > *, .masthead .icon")
        .evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect()).filter((box) => box.width > 1));
      for (const name of ["Language", "Names"])
        expect(
          (await page.locator(".languages").getByText(name, { exact: true }).boundingBox())?.width,
        ).toBeGreaterThan(20);
      if (width <= 760) return;
      const ends = boxes.flatMap(({ left, right }) => [left, right]);
      expect(ends).toEqual(ends.toSorted((a, b) => a - b));
      expect(ends.at(-1)).toBeLessThanOrEqual(width);
    },
  );

  it("draws the answer to a question, names the step after it, and undoes it", async () => {
    const page = await front();
    await question(page, "Allies that refused").getByRole("button", { name: "Ask" }).click();
    await page.locator(".trail", { hasText: "Allies that refused" }).waitFor();
    expect(await page.locator(".summary").textContent()).toMatch(/2 nodes · 2 ties/);
    expect(await page.locator(".chip").textContent()).toContain("Only");
    await page.getByRole("button", { name: "Undo" }).click();
    await page.waitForFunction(() => !document.querySelector(".summary")?.textContent?.startsWith("2 nodes"));
  });

  it("asks about a node that is found by its name in another script", async () => {
    const page = await front();
    const card = question(page, "Who spoke with whom");
    await card.getByText("Conditions").click();
    await card.getByRole("combobox").fill("भारत");
    await card.getByRole("option", { name: /India/ }).waitFor();
    await page.keyboard.press("Enter");
    expect(await card.locator(".picked").textContent()).toContain("India");
    await card.getByRole("button", { name: "Ask" }).click();
    await page.locator(".trail", { hasText: "Who spoke with whom" }).waitFor();
  });

  it("says so where nothing answers, and stays", async () => {
    const page = await front();
    const card = question(page, "Who spoke with whom");
    await card.getByText("Conditions").click();
    await card.getByLabel(/since/i).fill("2090-01-01");
    await card.getByRole("button", { name: "Ask" }).click();
    await card.getByText("Nothing in the graph answers this.").waitFor();
    expect(await page.locator(".start").count()).toBe(1);
  });

  it("shows the answer that cannot be drawn as a table", async () => {
    const page = await front();
    const card = question(page, "Who says so");
    await card.getByRole("button", { name: "Ask" }).click();
    await card.locator("tbody tr").first().waitFor();
    expect(await card.locator("thead").textContent()).toBe("speakertypeclaims");
  });

  it("keeps the page and offers to try again when the server refuses", async () => {
    const page = await front();
    await page.route("**/api/questions/*", (route) =>
      route.fulfill({
        status: 504,
        contentType: "application/problem+json",
        body: JSON.stringify({ type: "x", title: "Too slow", status: 504, detail: "The store took too long." }),
      }),
    );
    const card = question(page, "Allies that refused");
    await card.getByRole("button", { name: "Ask" }).click();
    await card.getByText("The store took too long.").waitFor();
    await page.unroute("**/api/questions/*");
    await card.getByRole("button", { name: "Try again" }).click();
    await page.locator(".trail", { hasText: "Allies that refused" }).waitFor();
    site.errors.splice(0);
  });

  it.each([
    ["en", "light", 1280],
    ["hi", "dark", 1280],
    ["bn", "light", 390],
    ["en", "light", 900],
  ] as const)("is sound for assistive technology: %s, %s, %i px", async (locale, colorScheme, width) => {
    const page = await front({ locale, colorScheme, viewport: { width, height: 844 } });
    expect(await page.locator("html").getAttribute("lang")).toBe(locale);
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });
});
