import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { MultiDirectedGraph } from "graphology";
import * as graphmlReader from "graphology-graphml";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lightness } from "../../client/src/graph/palette.ts";
import { executable, violations } from "./browser.ts";
import { stand } from "./stand.ts";

describe.skipIf(!executable)("sharing", { timeout: 90_000 }, () => {
  const site = stand();
  let folder: string;
  let files = 0;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "entente-share-test-"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function shareOn(options = {}, path = "/?node=Q159"): Promise<Page> {
    const page = await site.open(path, options);
    page.setDefaultTimeout(25_000);
    await page.locator(".summary").waitFor({ state: "attached" });
    await page.locator(".masthead-tools .icon").nth(1).click();
    await page.locator(".preview svg").waitFor();
    return page;
  }
  /** What the button saves, as a path on this machine. */
  async function saved(page: Page, button: string): Promise<{ name: string; path: string }> {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.locator(".share").getByRole("button", { name: button, exact: true }).click(),
    ]);
    // Named as the reader will find it: the ending tells the browser what it is.
    const path = join(folder, `${++files}-${download.suggestedFilename()}`);
    await download.saveAs(path);
    return { name: download.suggestedFilename(), path };
  }

  it("saves a picture of the size that was chosen", async () => {
    const page = await shareOn();
    await page.locator(".choice select").first().selectOption("1");
    const once = await readFile((await saved(page, "PNG")).path);
    await page.locator(".choice select").first().selectOption("3");
    const thrice = await readFile((await saved(page, "PNG")).path);
    const width = (png: Buffer): number => png.readUInt32BE(16);
    expect(once.subarray(1, 4).toString()).toBe("PNG");
    expect(width(thrice)).toBe(3 * width(once));
  });

  it("saves a drawing whose names are text in the face of their script, with the legend and the count of sources", async () => {
    const page = await shareOn({ locale: "hi" });
    const text = await readFile((await saved(page, "SVG")).path, "utf8");
    expect(text).toMatch(/<text[^>]*font-family="[^"]*Noto Sans Devanagari[^"]*"[^>]*>रूस<\/text>/);
    expect(text).toContain(">इनकार<");
    expect(text).toMatch(/[\d०-९]+ स्वतंत्र स्रोत/);
    expect(text).not.toContain(" style=");
  });

  it("puts the map under a picture of the map, its disputed borders dashed and explained", async () => {
    const page = await site.open("/?node=Q159");
    await page.locator(".summary").waitFor();
    await page.locator(".masthead-tools .icon").nth(1).click();
    expect(await readFile((await saved(page, "SVG")).path, "utf8")).not.toContain("disputed border");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Layout", exact: true }).click();
    await page.getByRole("menuitemcheckbox", { name: "Map", exact: true }).click();
    await page.locator(".ground-land").waitFor({ state: "attached" });
    await page.keyboard.press("Escape");
    await page.locator(".masthead-tools .icon").nth(1).click();
    const text = await readFile((await saved(page, "SVG")).path, "utf8");
    const map = /<svg [^>]*viewBox="([^"]*)"[^>]*><path[^>]*fill="#[^>]*>.*?<path[^>]*stroke-dasharray/.exec(text);
    const [left = 0, top = 0, width = 0, height = 0] = map?.[1]?.split(" ").map(Number) ?? [];
    // A piece of the world, in its thousandths.
    expect(left).toBeGreaterThan(-2000);
    expect(top).toBeGreaterThan(-1100);
    expect(width).toBeLessThan(4000);
    expect(height).toBeGreaterThan(300);
    expect(text).toContain("disputed border");
    expect(text).toContain("Natural Earth");
  });

  it("leaves out what the filters leave out, and says so", async () => {
    const page = await site.open("/?node=Q159");
    page.setDefaultTimeout(25_000);
    await page.locator(".summary").waitFor();
    await page.locator(".legend-switch", { hasText: "attacked" }).click();
    await page.locator(".masthead-tools .icon").nth(1).click();
    const text = await readFile((await saved(page, "SVG")).path, "utf8");
    expect(text).toContain("Without attacked");
    expect(text).not.toMatch(/>attacked</);
  });

  it("saves the view as GraphML and tables that readers open with nothing lost", async () => {
    const page = await shareOn();
    const graph = graphmlReader.parse(MultiDirectedGraph, await readFile((await saved(page, "GraphML")).path, "utf8"));
    const json = JSON.parse(await readFile((await saved(page, "JSON")).path, "utf8"));
    expect(graph.order).toBe(json.nodes.length);
    expect(graph.size).toBe(json.edges.length);
    expect(graph.getNodeAttribute("Q159", "name_bn")).toBe("রাশিয়া");
    const ties = await readFile((await saved(page, "CSV, ties")).path, "utf8");
    expect(ties.trimEnd().split("\r\n").length).toBeGreaterThan(json.edges.length);
    const nodes = await readFile((await saved(page, "CSV, nodes")).path, "utf8");
    expect(nodes).toContain("रूस");
  });

  it("saves a page that opens from disk with the server away: picture, numbered sentences, query, no script", async () => {
    const page = await shareOn();
    const { path, name } = await saved(page, "Page (HTML)");
    expect(name).toMatch(/^entente-\d{4}-\d\d-\d\d\.html$/);
    const text = await readFile(path, "utf8");
    expect(text).not.toMatch(/<script|<link|src="http|@import/);
    const away = await site.browser.newContext({ offline: true, javaScriptEnabled: false });
    const reader = await away.newPage();
    const asked: string[] = [];
    reader.on("request", (request) => asked.push(request.url()));
    await reader.goto(pathToFileURL(path).href);
    expect(await reader.locator("figure svg text", { hasText: "Russia" }).count()).toBe(1);
    expect(await reader.locator(".sheet-ties > li").count()).toBeGreaterThan(3);
    expect(await reader.locator("blockquote[lang=hi] mark.is-cue").first().textContent()).toBe("मना किया");
    expect(await reader.locator("pre").textContent()).toContain("MATCH (a:Entity)-[r:");
    expect(asked.filter((url) => !url.startsWith("file:") && !url.startsWith("data:"))).toEqual([]);
    await reader.setViewportSize({ width: 390, height: 844 });
    const wide = () => document.documentElement.scrollWidth - innerWidth;
    expect(await reader.evaluate(wide)).toBe(0);
    // Else its names would be half as large as the text around it.
    expect((await reader.locator("figure svg").boundingBox())!.width).toBeGreaterThan(700);
    await away.close();
  });

  it("writes names dark on white paper from a page that is dark, and pictures in the light that is chosen", async () => {
    const page = await shareOn({ colorScheme: "dark" });
    const inkOf = (text: string): string => /<text[^>]* fill="(#[0-9a-f]{6})"[^>]*>Russia</.exec(text)?.[1] ?? "";
    const light = await readFile((await saved(page, "Page (HTML)")).path, "utf8");
    expect(lightness(inkOf(light))).toBeLessThan(0.3);
    const shown = await readFile((await saved(page, "SVG")).path, "utf8");
    expect(lightness(inkOf(shown))).toBeGreaterThan(0.7);
    await page.locator(".choice select").nth(1).selectOption("light");
    await expect
      .poll(async () => lightness(inkOf(await readFile((await saved(page, "SVG")).path, "utf8"))))
      .toBeLessThan(0.3);
  });

  it("writes a query into the page that gives the same ties", async () => {
    const page = await shareOn();
    const text = await readFile((await saved(page, "Page (HTML)")).path, "utf8");
    const query = /<pre><code>([^<]*)<\/code><\/pre>/.exec(text)?.[1]?.replaceAll("&gt;", ">").replaceAll("&#39;", "'");
    const response = await fetch(`${site.url}/api/cypher`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query }),
    });
    const { graph } = await response.json();
    const json = JSON.parse(await readFile((await saved(page, "JSON")).path, "utf8"));
    const ids = (edges: { id: string }[]): string[] => edges.map(({ id }) => id).sort();
    expect(ids(graph.edges)).toEqual(ids(json.edges));
  });

  it("prints the picture and every numbered tie with its sentences, and nothing of the page around", async () => {
    const page = await shareOn({ colorScheme: "dark" });
    await page.evaluate(() => {
      window.print = () => {
        document.documentElement.dataset.printed = "yes";
      };
    });
    await page.getByRole("button", { name: "Print", exact: true }).click();
    await page.waitForFunction(() => document.documentElement.dataset.printed === "yes");
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("#root").isVisible()).toBe(false);
    expect(await page.locator(".print-sheet figure svg").isVisible()).toBe(true);
    const fills = await page
      .locator(".print-sheet figure svg text")
      .evaluateAll((all) => all.map((text) => text.getAttribute("fill")));
    expect(fills, "ink, and nothing of the dark page's names").toContain("#1c1916");
    expect(fills).not.toContain("#ece6da");
    expect(await page.locator(".print-sheet blockquote").first().isVisible()).toBe(true);
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    expect(await page.locator(".print-sheet").count()).toBe(0);
  });

  it("prints the picture and the list of its ties when the browser's own menu asks", async () => {
    const page = await shareOn();
    await page.keyboard.press("Escape");
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("#root").isVisible()).toBe(false);
    const sheet = page.locator(".print-sheet.at-once");
    expect(await sheet.locator("li", { hasText: "refused" }).first().isVisible()).toBe(true);
    const inked = await sheet.locator("img").evaluate(async (image: HTMLImageElement) => {
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context = canvas.getContext("2d")!;
      context.drawImage(image, 0, 0);
      return context
        .getImageData(0, 0, canvas.width, canvas.height)
        .data.filter((value, at) => at % 4 === 3 && value > 0).length;
    });
    expect(inked).toBeGreaterThan(1000);
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    expect(await page.locator(".print-sheet").count()).toBe(0);
  });

  it("tells of sentences that could not be fetched, and makes the page all the same", async () => {
    const page = await shareOn();
    await page.route("**/api/edges/**", (route) => route.abort());
    const text = await readFile((await saved(page, "Page (HTML)")).path, "utf8");
    expect(text).toContain("The sentences behind this tie could not be fetched.");
    site.errors.splice(0);
  });

  it("copies from a page that came without encryption, where the browser gives no clipboard", async () => {
    const page = await site.open("about:blank");
    await page.addInitScript(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
    await page.goto(`${site.url}/?node=Q159`);
    await page.locator(".summary").waitFor();
    await page.locator(".masthead-tools .icon").nth(1).click();
    await page.getByRole("button", { name: "Copy the link" }).click();
    await page.getByText("Copied.").waitFor({ state: "attached" });
    await page.keyboard.press("Escape");
    await page.locator(".search input").focus();
    await page.keyboard.press("ControlOrMeta+v");
    await expect.poll(() => page.locator(".search input").inputValue()).toContain(`${site.url}/#`);
  });

  it("copies code to embed: the picture and its legend, and a way to the whole", async () => {
    const page = await shareOn();
    await page.getByRole("button", { name: "Copy code to embed" }).click();
    await page.getByText("Copied.").waitFor({ state: "attached" });
    const code = await page.evaluate(() => navigator.clipboard.readText());
    const source = /src="([^"]*)"/.exec(code)?.[1]?.replaceAll("&amp;", "&");
    await page.goto(String(source));
    await page.locator(".legend", { hasText: "refused" }).waitFor();
    expect(await page.locator(".masthead, .strip, .panel, .tools").count()).toBe(0);
    expect(await page.locator(".embed-foot a").getAttribute("href")).not.toContain("embed");
    expect(await violations(page)).toEqual([]);
  });

  it.each([
    ["en", "light", 1280],
    ["hi", "dark", 1280],
    ["bn", "light", 390],
  ] as const)("is sound for assistive technology: %s, %s, %i px", async (locale, colorScheme, width) => {
    const page = await shareOn({ locale, colorScheme, viewport: { width, height: 844 } });
    expect(await violations(page)).toEqual([]);
  });
});
