import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { save } from "../../server/graph/save.ts";
import { type Served, serve } from "../api/serve.ts";
import { article } from "../contract/articles.ts";
import { builtClient, executable } from "./browser.ts";
import { stand } from "./stand.ts";

describe.skipIf(!executable)("the evidence of a tie", { timeout: 90_000 }, () => {
  const site = stand();
  let disputed: Served;

  beforeAll(async () => {
    disputed = await serve({ client: await builtClient() });
    const told = { polarity: "negated" as const, sentence: "Türkiye did not supply Ukraine with drones." };
    const denial = article("denial", [{ says: ["Q43", "SUPPLIED", "Q212"], ...told }], { outlet: "The Other Side" });
    await save(disputed.store, [denial]);
  });
  afterAll(() => disputed?.close());

  const evidence = async (url: string, options = {}): Promise<Page> => {
    const page = await site.open(`${url}/?edge=Q43 SUPPLIED Q212`, options);
    await page.locator(".panel blockquote").first().waitFor();
    return page;
  };

  it("stands beside what says the opposite, each with its own source", async () => {
    const page = await evidence(disputed.url, { viewport: { width: 1440, height: 900 } });
    const [told, against] = [page.locator(".sides > section").nth(0), page.locator(".sides > section").nth(1)];
    expect(await told.locator("blockquote").textContent()).toBe("Türkiye supplied Ukraine with drones.");
    expect(await against.locator("blockquote").textContent()).toBe("Türkiye did not supply Ukraine with drones.");
    expect(await against.locator("article").getAttribute("aria-label")).toContain("The Other Side");
    expect(await page.locator(".contradiction").count()).toBe(1);
  });

  it("says nothing of the opposite where nobody claims it", async () => {
    const page = await evidence(site.url);
    expect(await page.locator(".sides, .contradiction").count()).toBe(0);
  });

  it.each([
    [
      "As text",
      /^“Türkiye supplied Ukraine with drones\.” — Hill & Vale "Daily", “both-sides <in> brief”, 2024-03-05$/,
    ],
    [
      "As Markdown",
      /^> Türkiye supplied Ukraine with drones\.\n>\n> — Hill & Vale "Daily", \*both-sides <in> brief\*, 2024/,
    ],
    [
      "As BibTeX",
      /^@article\{both-sides,\n {2}title = \{both-sides <in> brief\},\n {2}journal = \{Hill & Vale "Daily"\}/,
    ],
  ])("is copied as it is cited: %s", async (style, expected) => {
    const page = await evidence(site.url);
    await page.locator(".panel").getByRole("button", { name: "Cite" }).click();
    await page.getByRole("menuitem", { name: style }).click();
    await page.getByText("Copied.").waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(expected);
  });
});
