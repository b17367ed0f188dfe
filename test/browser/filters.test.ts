import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { write } from "../../client/src/graph/address.ts";
import { emptyView, noFilters, type View } from "../../client/src/graph/view.ts";
import { executable, viewOf } from "./browser.ts";
import { stand } from "./stand.ts";

describe.skipIf(!executable)("the filters", { timeout: 90_000 }, () => {
  const site = stand();
  const summary = (page: Page) => page.locator(".summary");
  const chip = (page: Page, filter: string) => page.getByRole("button", { name: `Remove the filter: ${filter}` });

  /** Ties that are seen. */
  const ties = async (page: Page) => Number(/(\d+) ties?/.exec((await summary(page).textContent()) ?? "")?.[1]);

  it.each([
    ["Told in", "Hindi", "Only Hindi"],
    ["Outlets", "The Harbour Post", "Only The Harbour Post"],
    ["Who says so", "Ukraine", "Said by Ukraine"],
  ])(
    "let through what is chosen under “%s” (%s), told by a chip that takes the filter off",
    async (part, value, told) => {
      const page = await site.drawn();
      const all = await ties(page);
      await page.getByRole("button", { name: "Filters" }).click();
      await page.getByRole("group", { name: part }).getByRole("checkbox", { name: value }).check();
      await page.keyboard.press("Escape");
      const few = await ties(page);
      expect(few).toBeGreaterThan(0);
      expect(few).toBeLessThan(all);
      await chip(page, told).click();
      expect(await ties(page)).toBe(all);
    },
  );

  it.each([
    ["hi", "केवल: इनकार"],
    ["bn", "শুধু: প্রত্যাখ্যান"],
  ])("call a type by a word that stands by itself (%s)", async (locale, only) => {
    const page = await site.open("/?node=Q159", { locale });
    await summary(page).waitFor();
    const name = only.split(": ")[1];
    const line = page.locator(".legend-switch", { has: page.getByText(name!, { exact: true }) });
    await line.click({ modifiers: ["Alt"] });
    await page.locator(".chip", { hasText: only }).waitFor();
    expect(await page.locator(".trail li").last().textContent()).toBe(only);
  });

  it("name two of many in a chip and count the others, and tell all to who rests on it", async () => {
    const page = await site.drawn();
    const switches = page.locator(".legend-group").first().locator(".legend-switch");
    const all = await switches.locator(".legend-name").allTextContents();
    expect(all.length).toBeGreaterThan(4);
    for (let index = 0; index < 5; index++) await switches.nth(index).click();
    const long = page.locator(".chip").first();
    expect((await long.textContent())?.trim()).toBe(`Without ${all[0]}, ${all[1]} and 3 others`);
    expect(await long.getAttribute("title")).toContain(String(all[4]));
  });

  it("count independent sources, and tell the least in a chip", async () => {
    const page = await site.drawn();
    const all = await ties(page);
    await page.getByRole("button", { name: "Filters" }).click();
    await page.getByLabel("Independent sources, at least").press("ArrowRight");
    await page.keyboard.press("Escape");
    expect(await ties(page)).toBeLessThan(all);
    await chip(page, "At least 2 sources").click();
    expect(await ties(page)).toBe(all);
  });

  it("stand each in a chip of its own: type, kind of node, stance and time, too", async () => {
    const page = await site.drawn();
    const legend = page.getByRole("region", { name: "Legend" });
    for (const name of [/^refused/, /^Regions/, /^denied/]) await legend.getByRole("button", { name }).first().click();
    await page.getByRole("slider", { name: "To" }).press("ArrowLeft");
    const chips = page.getByRole("list", { name: "Filters" }).getByRole("button", { name: /^Remove the filter/ });
    await expect.poll(() => chips.count()).toBe(4);
    for (const told of ["Without refused", "Without Regions", "Without denied"]) await chip(page, told).click();
    await chips.getByText(/^Reported: until/).click();
    expect((await viewOf(page)).view.filters).toEqual(noFilters);
  });

  it("call by name a speaker who is in no picture", async () => {
    const nodes: View["nodes"] = { Q794: { x: 0, y: 0, by: ["start"] }, Q159: { x: 0.5, y: 0, by: ["start"] } };
    const text = await write({ ...emptyView, nodes, filters: { ...noFilters, speakers: ["Q212"] } });
    const page = await site.drawn(`/#v=${text}`);
    await chip(page, "Said by Ukraine").waitFor();
    await page.getByRole("button", { name: "Filters" }).click();
    await page.getByRole("checkbox", { name: "Ukraine" }).waitFor();
    expect(await page.getByText("Q212").count()).toBe(0);
  });

  it("say that only several of them together leave nothing, and come off together", async () => {
    const page = await site.drawn();
    const { view } = await viewOf(page);
    const filters = { ...noFilters, types: ["SUPPLIED", "ATTACKED"], langs: ["bn"], outlets: ['Hill & Vale "Daily"'] };
    await page.goto("about:blank");
    await page.goto(`${site.url}/#v=${await write({ ...view, filters })}`);
    await page.getByRole("heading", { name: /The filters leave out all/ }).waitFor();
    await page.getByText(/No single filter does it: together, .*Only Bangla.* leave nothing/).waitFor();
    expect(await page.locator(".empty").getByRole("button").count()).toBe(1);
    await page.locator(".empty").getByRole("button", { name: "Remove all filters" }).click();
    expect((await viewOf(page)).view.filters).toEqual(noFilters);
    expect(await page.locator(".empty").count()).toBe(0);
  });

  it("name those that would bring something back, and how much", async () => {
    const page = await site.drawn();
    const { view } = await viewOf(page);
    const filters = { ...noFilters, langs: ["hi"], speakers: ["Q212"] };
    await page.goto("about:blank");
    await page.goto(`${site.url}/#v=${await write({ ...view, filters })}`);
    const offers = page.locator(".empty").getByRole("button");
    await offers.first().waitFor();
    await expect
      .poll(() => offers.allTextContents())
      .toEqual([
        expect.stringMatching(/^Remove “Said by Ukraine”: \d ties come back$/),
        "Remove “Only Hindi”: 1 tie comes back",
        "Remove all filters",
      ]);
  });
});
