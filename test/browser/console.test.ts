import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { executable, violations } from "./browser.ts";
import { stand } from "./stand.ts";

describe.skipIf(!executable)("the console", { timeout: 90_000 }, () => {
  const site = stand();

  async function consoleOn(options = {}, path = "/?node=Q159"): Promise<Page> {
    const page = await site.open(path, options);
    page.setDefaultTimeout(25_000);
    await page.locator(".summary").waitFor({ state: "attached" });
    await page.locator("#console-toggle").click();
    await page.locator(".cm-content").waitFor();
    return page;
  }
  async function ask(page: Page, query: string): Promise<void> {
    await page.locator(".cm-content").click();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.insertText(query);
    await page.keyboard.press("Escape");
    await page.keyboard.press("ControlOrMeta+Enter");
  }
  const told = (page: Page) => page.locator(".told");
  const refusals = "MATCH (a)-[r:REFUSED]->(b) RETURN a, r, b, r.sources AS sources";

  it("runs a query by its key, draws the answer, and the picture can be had back", async () => {
    const page = await consoleOn();
    const before = await page.locator(".summary").textContent();
    await ask(page, refusals);
    await told(page).waitFor();
    expect(await told(page).textContent()).toMatch(/^2 rows · 3 nodes · 2 ties · [\d.]+ sec/);
    await page.locator(".summary", { hasText: "3 nodes" }).waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await page.locator(".summary", { hasText: String(before) }).waitFor();
    await page.getByRole("button", { name: "Add to the picture" }).click();
    await page.locator(".trail li").nth(1).waitFor();
  });

  it("adds an answer to the picture and takes nothing away, and writes a query's words in their colours", async () => {
    const page = await consoleOn({}, "/?edge=Q232 REFUSED Q159");
    const nodes = async () => Number(/(\d+) nodes?/.exec((await page.locator(".summary").textContent()) ?? "")?.[1]);
    const before = await nodes();
    await page.locator(".drawing select").selectOption("add");
    await ask(page, "MATCH (n:Entity) WHERE n.degree > 0 RETURN n, n.name AS name LIMIT 100");
    const colours = await page
      .locator(".cm-line span")
      .evaluateAll((spans) => spans.map((span) => `${span.textContent} ${getComputedStyle(span).color}`));
    const colour = (word: string) => colours.find((each) => each.startsWith(`${word} `))?.slice(word.length + 1);
    expect(colour("MATCH")).toBe(colour("RETURN"));
    expect(colour("MATCH")).not.toBe(colour("100"));
    expect(colour("name")).toBeUndefined();
    await expect.poll(nodes).toBeGreaterThan(before);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect.poll(nodes).toBe(before);
  });

  it("completes the names of the store: types in an edge, labels in a node", async () => {
    const page = await consoleOn();
    await page.locator(".cm-content").click();
    await page.keyboard.type("MATCH (a:Cou");
    await page.getByRole("option", { name: "Country" }).click();
    await page.keyboard.type(")-[r:REFU");
    await page.getByRole("option", { name: "REFUSED" }).click();
    expect(await page.locator(".cm-content").textContent()).toContain("MATCH (a:Country)-[r:REFUSED");
  });

  it.each([
    ["hi", /पंक्ति 1, स्तंभ 8:.*रूप का उत्तर नहीं देता/s, "इसके बदले लिखें:"],
    ["bn", /লাইন [1১], কলাম [8৮]:.*রূপের উত্তর দেয় না/s, "এর বদলে লিখুন:"],
  ] as const)(
    "says what is wrong in the page's language, and below it what the engine says: %s",
    async (locale, said, instead) => {
      const page = await consoleOn({ locale });
      await ask(page, "RETURN size((:Country)--()) AS n");
      const wrong = page.locator(".wrong");
      await wrong.getByText(instead).waitFor();
      expect(await wrong.textContent()).toMatch(said);
      expect(await wrong.locator("code").textContent()).toBe("COUNT { (n)--() }");
      expect(await wrong.locator("[lang=en]").textContent()).toContain("the size of a pattern");
      expect(await page.locator(".cm-lintRange-error").count()).toBe(1);
      expect(await violations(page)).toEqual([]);
      site.errors.splice(0);
    },
  );

  it("tells why a query is refused, and keeps the last answer", async () => {
    const page = await consoleOn();
    await ask(page, refusals);
    await told(page).waitFor();
    await ask(page, "MATCH (n) DETACH DELETE n");
    const wrong = page.locator(".wrong");
    await wrong.waitFor();
    expect(await wrong.textContent()).toMatch(/would change the graph.*only reading queries may run here/is);
    expect(await page.locator(".rows tbody tr").count()).toBeGreaterThan(0);
    expect(await page.locator(".cm-lintRange-error").textContent()).toBe("DETACH");
    site.errors.splice(0);
  });

  it("takes parameters as JSON, and says what is wrong with them", async () => {
    const page = await consoleOn();
    await ask(page, "MATCH (n {id: $who}) RETURN n");
    await page.getByRole("button", { name: "Put in $who" }).click();
    const params = page.getByLabel("Parameters, as JSON");
    expect(await params.inputValue()).toBe('{\n  "who": null\n}');
    await params.fill("[1]");
    await page.getByRole("button", { name: "Run" }).click();
    await page.locator(".wrong").waitFor();
    await params.fill('{"who": "Q668"}');
    await page.getByRole("button", { name: "Run" }).click();
    await page.locator(".rows").getByRole("button", { name: "India" }).waitFor();
    site.errors.splice(0);
  });

  it("shows the plan without running anything", async () => {
    const page = await consoleOn();
    await page.locator(".cm-content").click();
    await page.keyboard.insertText(refusals);
    await page.getByRole("button", { name: "Plan" }).click();
    await page.getByText("nothing was run").waitFor();
    expect(await page.locator(".text").textContent()).toContain("REFUSED");
  });

  it("stops a query that takes long, and the server hears of it", async () => {
    const page = await consoleOn();
    await page.route("**/api/cypher", () => {});
    await ask(page, refusals);
    const request = page.waitForEvent("requestfailed");
    await page.getByRole("button", { name: "Stop" }).click();
    expect((await request).failure()?.errorText).toContain("ERR_ABORTED");
    await page.getByText("Stopped.").waitFor();
  });

  it("gives the rows as JSON and as a file that spreadsheets read", async () => {
    const page = await consoleOn();
    await ask(page, "MATCH (n:Country) RETURN n.id AS id, n.name_hi AS name, ['=1', n.id] AS list ORDER BY id LIMIT 2");
    await told(page).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "CSV" }).click(),
    ]);
    const text = await readFile(await download.path(), "utf8");
    expect(text).toBe("\uFEFFid,name,list\r\nQ1032,नाइजर,'=1|Q1032\r\nQ1033,नाइजीरिया,'=1|Q1033\r\n");
    await page.getByRole("tab", { name: "JSON" }).click();
    expect(await page.locator(".text").textContent()).toContain('"name": "नाइजर"');
  });

  it("writes numbers with all their digits: one may be a year", async () => {
    const page = await consoleOn();
    await ask(page, "RETURN 1999 AS year, 0.1 + 0.2 AS sum, 12345.6789 AS long");
    await told(page).waitFor();
    expect(await page.locator(".rows tbody td").allTextContents()).toEqual([
      "1999",
      "0.30000000000000004",
      "12345.6789",
    ]);
  });

  it("draws labels and types that the vocabulary does not know", async () => {
    const page = await consoleOn();
    await ask(page, "MATCH (c:Claim)-[r:STATED_IN]->(a:Article) RETURN c, r, a");
    await told(page).waitFor();
    await page.locator(".legend", { hasText: "STATED_IN" }).waitFor();
    await page.locator(".summary", { hasText: /\d+ ties$/ }).waitFor();
  });

  it("puts the query into the link, and runs it for who follows the link", async () => {
    const page = await consoleOn({}, "/?node=Q159");
    await ask(page, refusals);
    await told(page).waitFor();
    await page.waitForFunction(() => location.hash.includes("cypher="));
    await page.goto("about:blank");
    await page.goto(`${site.url}/?cypher=${encodeURIComponent(refusals)}`);
    await page.locator(".summary", { hasText: "3 nodes · 2 ties" }).waitFor();
    expect(await page.locator(".cm-content").textContent()).toContain("REFUSED");
    expect(await page.locator(".rows tbody tr").count()).toBeGreaterThan(1);
  });

  it("keeps queries under names and remembers those that were run", async () => {
    const page = await consoleOn();
    await ask(page, refusals);
    await told(page).waitFor();
    await page.getByRole("button", { name: "Queries" }).click();
    await page.getByLabel("Name for this query").fill("Who said no");
    await page.getByRole("button", { name: "Keep" }).click();
    await page.reload();
    if ((await page.locator(".cm-content").count()) === 0) await page.locator(".cm-content").waitFor();
    await page.getByRole("button", { name: "Queries" }).click();
    await page.locator(".query-entry", { hasText: "Who said no" }).waitFor();
    await page.getByRole("button", { name: "Forget “Who said no”" }).click();
    expect(await page.locator(".query-lists", { hasText: "Lately run" }).count()).toBe(1);
    expect(await page.locator(".query-entry", { hasText: "Who said no" }).count()).toBe(0);
  });

  it.each([
    ["en", "light", 1280],
    ["hi", "dark", 1280],
    ["bn", "dark", 390],
  ] as const)("is sound for assistive technology: %s, %s, %i px", async (locale, colorScheme, width) => {
    const page = await consoleOn({ locale, colorScheme, viewport: { width, height: 844 } });
    await ask(page, refusals);
    await told(page).waitFor();
    expect(await violations(page)).toEqual([]);
  });
});
