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
    const [left, right] = [(await told.boundingBox())!, (await against.boundingBox())!];
    expect(right.x).toBeGreaterThanOrEqual(left.x + left.width);
    expect(right.y).toBe(left.y);
    expect(await against.getByRole("heading", { name: "The Other Side" }).count()).toBe(1);
  });

  it("stands below what says the opposite where there is no room beside it", async () => {
    const page = await evidence(disputed.url, { viewport: { width: 390, height: 844 } });
    const [told, against] = [page.locator(".sides > section").nth(0), page.locator(".sides > section").nth(1)];
    const [above, below] = [(await told.boundingBox())!, (await against.boundingBox())!];
    expect(below.y).toBeGreaterThanOrEqual(above.y + above.height);
    expect(below.x).toBe(above.x);
  });

  it("is grouped by outlet, the newest first, each sentence in its own script with its parts marked", async () => {
    const page = await site.open(`${site.url}/?edge=Q232 REFUSED Q159`);
    const panel = page.locator(".panel");
    await panel.locator("blockquote").nth(1).waitFor();
    expect(await panel.locator(".outlet > h3").allTextContents()).toEqual(["नदी समाचार", "The Harbour Post"]);
    const hindi = panel.locator("blockquote").first();
    expect([await hindi.getAttribute("lang"), await hindi.getAttribute("dir")]).toEqual(["hi", "auto"]);
    const marks = await hindi
      .locator("mark")
      .evaluateAll((all) => all.map((each) => [each.className, each.textContent]));
    expect(marks).toEqual([
      ["is-subject", "कज़ाख़स्तान"],
      ["is-object", "रूस"],
      ["is-cue", "मना किया"],
    ]);
    expect(await panel.locator(".claim-article").allTextContents()).toEqual([
      "asveekar <in> brief",
      "refusal <in> brief",
    ]);
  });

  it("tells who says so, who denies it, what it is about, and why it was read so", async () => {
    const page = await site.open(`${site.url}/?edge=Q794 SUPPLIED Q159`);
    const claim = page.locator(".claim");
    await claim.first().waitFor();
    expect(await claim.locator(".stance").textContent()).toContain("denied");
    expect(await claim.locator("time").textContent()).toBe("4 Mar 2024");
    const facts = await claim
      .locator(":scope > .facts > div")
      .evaluateAll((rows) => rows.map((row) => [...row.children].map((part) => part.textContent)));
    expect(facts).toEqual([
      ["Says so", "Ukraine"],
      ["Denied by", "Iran"],
      ["What", "ড্রোন"],
    ]);
    const why = claim.locator("details");
    expect(await why.locator("ol").isVisible()).toBe(false);
    await why.locator("summary").click();
    expect(await why.locator("ol > li").allTextContents()).toEqual([
      "The words “দিয়েছে” tell it. test",
      "Iran: the subject of the verb; a pronoun stands for the name erg",
      "a step of before",
    ]);
    for (const told of ["bn/test", "Confidence90%", "Measured precision of “supplied” in Bangla"])
      expect(await why.textContent()).toContain(told);
  });

  it.each([
    ["hi", "यह “দিয়েছে” शब्दों से पता चलता है।", "ईरान: क्रिया का कर्ता; नाम की जगह सर्वनाम है"],
    ["bn", "“দিয়েছে” কথাটি থেকে এটি জানা যায়।", "ইরান: ক্রিয়ার কর্তা; নামের জায়গায় সর্বনাম আছে"],
  ])("tells why in the words of the page (%s)", async (locale, cue, subject) => {
    const page = await site.open(`${site.url}/?edge=Q794 SUPPLIED Q159`, { locale });
    await page.locator(".claim details summary").first().click();
    const steps = await page.locator(".claim ol > li").allTextContents();
    expect(steps.slice(0, 2)).toEqual([`${cue} test`, `${subject} erg`]);
  });

  it.each([
    ["en-GB", "Kazakhstan refused Luhansk"],
    ["hi", "कज़ाख़स्तान → लुहान्स्क को मना किया"],
  ])("is never told as what it negates, in the words of the page (%s)", async (locale, told) => {
    const page = await site.open(`${site.url}/?edge=Q232 REFUSED Q16746854`, { locale });
    await page.locator(".claim-actions button").first().click();
    await page.locator("mark.sentence.chosen").waitFor();
    const shown = await page.locator("mark.chosen").evaluate((mark) => getComputedStyle(mark).display);
    expect(shown, "what is cited is shown to its end").toBe("inline");
    expect(await page.locator("mark.chosen .mark-words").allTextContents()).toEqual([told]);
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
