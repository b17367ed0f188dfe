import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { save } from "../../server/graph/save.ts";
import { termsOf } from "../../server/terms.ts";
import { type Served, serve } from "../api/serve.ts";
import { article, entity } from "../contract/articles.ts";
import { builtClient, executable } from "./browser.ts";
import { stand } from "./stand.ts";

describe.skipIf(!executable)("what is told of a node", { timeout: 90_000 }, () => {
  const site = stand();
  let served: Served;

  beforeAll(async () => {
    served = await serve({ client: await builtClient(), terms: termsOf });
    const entities = [
      entity("Q232", { name: { en: "Kazakhstan", hi: "कज़ाख़स्तान", bn: "কাজাখস্তান" } }),
      entity("Q668", { name: { en: "India" } }),
    ];
    const about = { entities, published: "2024-06-02", title: "A visit in June" };
    await save(served.store, [article("later", [{ says: ["Q232", "MET_WITH", "Q668"] }], about)]);
  });
  afterAll(() => served?.close());

  async function kazakhstan(options = {}): Promise<Page> {
    const page = await site.open(`${served.url}/?node=Q232`, options);
    await page.locator(".panel h3").first().waitFor();
    return page;
  }

  it("names its ties by type as they are seen from its end, and leads to their evidence", async () => {
    const page = await site.open(`${served.url}/?node=Q159`);
    const ties = page.locator(".panel .ties > li");
    await ties.first().waitFor();
    const told = await ties.evaluateAll((rows) => rows.map((row) => row.querySelector(".tie-name")?.textContent));
    // Both ends of what has a direction, and one of what has none.
    expect(told).toEqual(expect.arrayContaining(["allied with", "refused by", "supplied by", "attacked", "asked"]));
    await ties.filter({ hasText: "refused by" }).getByRole("button", { name: "Kazakhstan" }).click();
    await page.locator(".panel").getByRole("heading", { name: "Kazakhstan refused Russia" }).waitFor();
  });

  it("tells offices and memberships with their days, and that no article says so", async () => {
    const page = await kazakhstan();
    const terms = page.locator(".panel .terms li");
    await terms.first().waitFor();
    expect(await terms.count()).toBe(5);
    expect(await terms.first().textContent()).toMatch(/(head of|minister|member|office).*(since|until|–)/);
    await page.getByRole("button", { name: /^Show all \d+/ }).click();
    expect(await terms.count()).toBeGreaterThan(5);
    await page.getByText("Known beforehand, not from the articles.").waitFor();
  });

  it("draws its claims over time, and says them in words", async () => {
    const page = await kazakhstan();
    const drawn = page.locator(".sparkline svg");
    expect(await drawn.getAttribute("aria-label")).toMatch(
      /^\d claims from March 2024 to June 2024, most in March 2024$/,
    );
    const heights = await drawn
      .locator("rect")
      .evaluateAll((all) => all.map((bar) => Number(bar.getAttribute("height"))));
    expect(heights.map((height) => height > 0)).toEqual([true, false, false, true]);
    expect(heights[0]).toBeGreaterThan(heights[3]!);
  });

  it("lists its articles, newest first, and opens one", async () => {
    const page = await kazakhstan();
    const articles = page.locator(".panel .articles li");
    await articles.first().waitFor();
    expect(await articles.locator(".article-title").allTextContents()).toEqual([
      "A visit in June",
      "asveekar <in> brief",
      "refusal <in> brief",
      "alliance <in> brief",
    ]);
    await articles.first().getByRole("button").click();
    await page.locator(".article-text mark").first().waitFor();
  });
});
