import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { executable, pointOf, stillView, viewOf } from "./browser.ts";
import { stand } from "./stand.ts";

describe.skipIf(!executable)("walking the graph", { timeout: 90_000 }, () => {
  const site = stand();

  const summary = (page: Page) => page.locator(".summary");
  const panel = (page: Page) => page.getByRole("complementary", { name: "What was chosen" });

  it("leads from a name in Bengali to the sentence behind a tie", async () => {
    const page = await site.drawn("/?node=Q668");
    await page.keyboard.press("/");
    await page.keyboard.type("কাজাখ");
    await page
      .getByRole("option", { name: /Kazakhstan/ })
      .first()
      .click();
    await panel(page).getByRole("heading", { name: "Kazakhstan" }).waitFor();
    await panel(page)
      .getByRole("listitem")
      .filter({ hasText: "refused" })
      .getByRole("button", { name: "Russia" })
      .click();
    await panel(page).getByRole("heading", { name: "Kazakhstan refused Russia" }).waitFor();
    const quotation = panel(page).locator("blockquote[lang=hi]");
    expect(await quotation.locator("mark.is-cue").textContent()).toBe("मना किया");
    expect(await quotation.locator("mark.is-subject").textContent()).toBe("कज़ाख़स्तान");
  });

  it("goes by Enter to what was typed, search after search, however fast", async () => {
    const page = await site.drawn("/?node=Q668");
    for (const name of ["Kazakhstan", "Ukraine", "Iran"]) {
      await page.keyboard.press("/");
      await page.keyboard.type(name);
      await page.keyboard.press("Enter");
      await panel(page).getByRole("heading", { level: 2, name }).waitFor();
    }
  });

  it("goes nowhere by Enter where nothing is found", async () => {
    const page = await site.drawn();
    await page.keyboard.press("/");
    await page.keyboard.type("zzzzqqqq");
    await page.keyboard.press("Enter");
    await page.waitForTimeout(1500);
    expect(await panel(page).getByRole("heading", { level: 2 }).textContent()).toBe("Russia");
  });

  it("opens the evidence of an edge that is clicked on the canvas", async () => {
    const page = await site.drawn();
    const view = await stillView(page);
    const [from, to] = [await pointOf(page, view, "Q43"), await pointOf(page, view, "Q159")];
    await page.mouse.click((from.x + to.x) / 2, (from.y + to.y) / 2);
    await panel(page).getByRole("heading", { name: "Türkiye supplied Russia" }).waitFor();
    expect(await panel(page).locator("blockquote").textContent()).toContain("Türkiye supplied Russia with gas valves.");
  });

  it("opens the article at the sentence, and comes back", async () => {
    const page = await site.drawn("/?edge=Q232 REFUSED Q159");
    await panel(page).getByRole("button", { name: "Read in the article" }).first().click();
    const sentence = panel(page).locator("mark.sentence.chosen");
    await sentence.waitFor();
    expect(await sentence.textContent()).toMatch(/refused|मना किया/);
    await panel(page).getByRole("button", { name: "Back" }).click();
    await panel(page).getByRole("heading", { name: "Kazakhstan refused Russia" }).waitFor();
  });

  it("copies a citation", async () => {
    const page = await site.drawn("/?edge=Q43 SUPPLIED Q212");
    await panel(page).getByRole("button", { name: "Cite" }).click();
    await page.getByRole("menuitem", { name: "As BibTeX" }).click();
    await page.getByText("Copied.").waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(
      "Türkiye supplied Ukraine with drones.",
    );
  });

  it("changes the language of the interface and of the names in place", async () => {
    const page = await site.drawn();
    const before = (await viewOf(page)).view;
    await page.getByLabel("Language").selectOption("hi");
    await page.getByRole("button", { name: "तालिका" }).waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe("hi");
    expect(await page.locator(".panel h2").textContent()).toBe("रूस");
    const after = (await viewOf(page)).view;
    expect(after.names).toBe("hi");
    expect(after.nodes).toEqual(before.nodes);
  });

  it("turns dark and light again", async () => {
    const page = await site.drawn();
    const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const bright = await paper();
    const theme = page.getByRole("button", { name: /^Theme/ });
    await theme.click();
    expect(await paper()).toBe(bright);
    await theme.click();
    expect(await paper()).not.toBe(bright);
    await page.reload();
    await summary(page).waitFor();
    expect(await paper()).not.toBe(bright);
  });

  it("filters by the legend, alone with Alt, and takes filters off by their chips", async () => {
    const page = await site.drawn();
    const all = await summary(page).textContent();
    const refused = page.getByRole("button", { name: /^refused/ });
    await refused.click();
    expect(await refused.getAttribute("aria-pressed")).toBe("false");
    expect(await summary(page).textContent()).not.toBe(all);
    await page.getByRole("button", { name: "Remove the filter: Without refused" }).click();
    expect(await summary(page).textContent()).toBe(all);
    await refused.click({ modifiers: ["Alt"] });
    const { view } = await viewOf(page);
    expect(view.filters.types).not.toContain("REFUSED");
    expect(view.filters.types.length).toBeGreaterThan(2);
    await page.getByRole("button", { name: /Remove the filter: Only refused/ }).click();
    expect(await summary(page).textContent()).toBe(all);
  });

  it("says which filter took everything away, and gives it back", async () => {
    const page = await site.drawn();
    await page.getByRole("button", { name: "Filters" }).click();
    const slider = page.getByLabel("Independent sources, at least");
    await slider.fill((await slider.getAttribute("max")) ?? "2");
    await page.keyboard.press("Escape");
    for (const name of ["asserted", "alleged", "denied"]) {
      const stance = page.getByRole("button", { name: new RegExp(`^${name}`) });
      if ((await stance.count()) > 0) await stance.click();
    }
    await page.getByRole("heading", { name: /The filters leave out all/ }).waitFor();
    await page.locator(".empty").getByRole("button").first().click();
    expect(await summary(page).textContent()).not.toMatch(/ 0 ties/);
  });

  it("says so where every node is hidden, and brings them back", async () => {
    const page = await site.drawn("/?edge=Q1032 CONDEMNED Q1033");
    await page.locator("#stage").focus();
    for (let node = 0; node < 2; node++) for (const key of ["Home", "h"]) await page.keyboard.press(key);
    await page.getByRole("heading", { name: "Nothing of this picture is seen" }).waitFor();
    await page.locator(".empty").getByRole("button", { name: "Show 2 hidden nodes" }).click();
    await summary(page).getByText("2 nodes").waitFor();
  });

  it("goes on drawing when a node goes that the pointer came to from one of its edges", async () => {
    const page = await site.drawn();
    const view = await stillView(page);
    const [kazakhstan, russiaAt] = [await pointOf(page, view, "Q232"), await pointOf(page, view, "Q159")];
    await page.mouse.move((kazakhstan.x + russiaAt.x) / 2, (kazakhstan.y + russiaAt.y) / 2);
    await page.waitForTimeout(200);
    await page.mouse.move(kazakhstan.x, kazakhstan.y);
    await page.waitForTimeout(200);
    await page.mouse.move(kazakhstan.x + 1, kazakhstan.y);
    await page.waitForTimeout(200);
    await page.mouse.click(kazakhstan.x + 1, kazakhstan.y);
    await page.keyboard.press("m");
    await page.getByRole("menuitem", { name: "Remove from the picture" }).click();
    await page.keyboard.press("+");
    await page.waitForTimeout(500);
    expect((await viewOf(page)).view.nodes.Q232).toBeUndefined();
    expect(site.errors).toEqual([]);
  });

  it("expands a node from its menu and takes back exactly what that brought", async () => {
    const page = await site.drawn("/?edge=Q1032 CONDEMNED Q1033");
    await page.keyboard.press("/");
    await page.keyboard.type("Ukraine");
    await page
      .getByRole("option", { name: /Ukraine/ })
      .first()
      .waitFor();
    await page.locator(".hit", { hasText: "Ukraine" }).locator(".hit-add").click();
    await summary(page).getByText("3 nodes").waitFor();
    // The camera steps back for who comes, and for the panel that opens.
    const before = await stillView(page);
    const point = await pointOf(page, before, "Q212");
    await page.mouse.click(point.x, point.y, { button: "right" });
    await page.getByRole("menuitem", { name: /^Show \d+ (of \d+ )?more$/ }).click();
    await summary(page)
      .getByText(/[5-9] nodes/)
      .waitFor();
    const grown = await stillView(page);
    for (const [id, { x, y }] of Object.entries(before.nodes)) expect(grown.nodes[id]).toMatchObject({ x, y });
    const there = await pointOf(page, grown, "Q212");
    await page.mouse.click(there.x, there.y, { button: "right" });
    await page.getByRole("menuitem", { name: "Take back what this brought" }).click();
    await summary(page).getByText("3 nodes").waitFor();
    expect((await viewOf(page)).view.nodes).toEqual(before.nodes);
  });

  it("finds the ways between two nodes", async () => {
    const page = await site.drawn("/?edge=Q1032 CONDEMNED Q1033");
    await page.goto(`${site.url}/?node=Q668`);
    await summary(page).waitFor();
    const view = await stillView(page);
    const [india, russiaAt] = [await pointOf(page, view, "Q668"), await pointOf(page, view, "Q159")];
    await page.mouse.click(india.x, india.y);
    await page.mouse.click(russiaAt.x, russiaAt.y, { button: "right" });
    await page.getByRole("menuitem", { name: "Ways between the two" }).click();
    await page
      .getByRole("navigation", { name: "How you got here" })
      .getByText(/ways: India and Russia/)
      .waitFor();
  });
});
