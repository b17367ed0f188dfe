import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { ingestFiles, missesOf } from "../../server/ingest.ts";
import { type Served, serve } from "../api/serve.ts";
import { builtClient, executable, launch, type Opened, open, violations } from "./browser.ts";

describe.skipIf(!executable)("handing articles in", { timeout: 90_000 }, () => {
  let browser: Browser;
  let served: Served;
  let opened: Opened;
  let folder: string;

  beforeAll(async () => {
    const client = await builtClient();
    folder = await mkdtemp(join(tmpdir(), "entente-upload-test-"));
    await writeFile(
      join(folder, "kenya.txt"),
      "Kenya and Kosovo\n\nKenya recognised Kosovo on Monday, the ministry said.\n",
    );
    await writeFile(join(folder, "broken.json"), "{ not json");
    [browser, served] = await Promise.all([launch(), serve({ client, ingest: ingestFiles, misses: missesOf }, false)]);
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
    await rm(folder, { recursive: true, force: true });
  });
  afterEach(async () => {
    await opened?.page.context().close();
    expect(opened?.errors).toEqual([]);
  });

  async function front(path = "/"): Promise<Page> {
    opened = await open(browser, served.url + path);
    opened.page.setDefaultTimeout(25_000);
    await opened.page.locator(".start .drop").waitFor();
    return opened.page;
  }

  it("says on an empty graph that nothing was read, and where articles go", async () => {
    const page = await front();
    await page.getByText("No article has been read yet.").first().waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it("reads what can be read, names what cannot with the reason, and the graph grows", async () => {
    const page = await front();
    await page.locator(".drop input").setInputFiles([join(folder, "kenya.txt"), join(folder, "broken.json")]);
    const state = page.locator(".upload-state");
    await state.getByText(/^Read: 1 article, \d+ claims?/).waitFor();
    expect(await state.locator(".rejected").textContent()).toContain("1 was not read");
    expect(await state.locator(".rejected li").textContent()).toMatch(/^broken\.json: .*JSON/);
    await state.getByRole("button", { name: "Show what they tell" }).click();
    await page.locator(".summary", { hasText: "2 nodes" }).waitFor();
    expect(await page.locator(".edition").textContent()).toContain("1 article ·");
  });

  it("says in the page's language why a file was not read, and that an article was there before", async () => {
    opened = await open(browser, served.url, { locale: "bn" });
    opened.page.setDefaultTimeout(25_000);
    const { page } = opened;
    const german = "Der Minister hat die Gespräche mit Kenia nicht abgesagt. ".repeat(9);
    await page.locator(".drop input").setInputFiles([join(folder, "kenya.txt")]);
    await page.locator(".upload-state button.primary").waitFor();
    await page
      .locator(".drop input")
      .setInputFiles([{ name: "german.txt", mimeType: "text/plain", buffer: Buffer.from(german) }]);
    const rejected = page.locator(".rejected li");
    await rejected.getByText("এর ভাষা এখানে পড়া হয় না: জার্মান।").waitFor();
    expect(await rejected.locator("[lang=en]").textContent()).toContain("language de is not supported");
    await page.locator(".drop input").setInputFiles([join(folder, "kenya.txt")]);
    await page.locator(".upload-state").getByText("কিছু বদলায়নি").waitFor();
  });

  it("shows beside an article what nearly was read as a tie", async () => {
    const page = await front();
    const buffer = Buffer.from("Peru and Chile\n\nPeru condemned Chile on Monday. Peru refused to condemn Cuba.\n");
    await page.locator(".drop input").setInputFiles([{ name: "peru.txt", mimeType: "text/plain", buffer }]);
    await page.locator(".upload-state button.primary").waitFor();
    await page.goto(`${served.url}/?edge=Q419 CONDEMNED Q298`);
    await page.getByRole("button", { name: "Read in the article" }).first().click();
    await page.locator(".misses summary").press("Enter");
    const miss = page.locator(".misses li", { hasText: "Peru refused to condemn Cuba." });
    await miss.getByText("it stands under “refused”").waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it("shows how far the reading is, article by article", async () => {
    const page = await front();
    await page.evaluate(() => {
      const told: string[] = [];
      Object.assign(window, { told });
      const look = () => {
        const bar = document.querySelector("progress");
        if (bar && told.at(-1) !== `${bar.value} of ${bar.max}`) told.push(`${bar.value} of ${bar.max}`);
      };
      new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true });
    });
    const names = ["Peru", "Chile", "Cuba", "Mali", "Chad", "Iran", "Iraq", "Oman", "Laos", "Fiji", "Togo", "Benin"];
    // A busy page draws many articles at once: there must be more of them than that.
    const files = ["France", "Spain", "Ghana", "Kenya", "Malta", "Nepal"].flatMap((subject) =>
      names.map((name) => ({
        name: `${subject}-${name}.txt`,
        mimeType: "text/plain",
        buffer: Buffer.from(`On ${name}\n\n${subject} condemned ${name} on Monday, the ministry said.\n`),
      })),
    );
    await page.locator(".drop input").setInputFiles(files);
    await page
      .locator(".upload-state")
      .getByText(/^Read: 72 articles/)
      .waitFor();
    const told = await page.evaluate(() => (window as unknown as { told: string[] }).told);
    const steps = told.map((each) => Number.parseInt(each, 10));
    expect(told[0]).toBe("0 of 72");
    expect(steps.some((step) => step > 0 && step < 72)).toBe(true);
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
  });

  it("takes files that are dropped anywhere on the page", async () => {
    opened = await open(browser, `${served.url}/?node=Q114`);
    opened.page.setDefaultTimeout(25_000);
    const { page } = opened;
    await page.locator(".masthead").waitFor();
    await page.locator(".summary").waitFor({ state: "attached" });
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.items.add(new File(["Ghana and Togo\n\nGhana condemned Togo on Friday, officials said.\n"], "ghana.txt"));
      document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
    });
    await page
      .locator(".upload-dialog")
      .getByText(/^Read: 1 article/)
      .waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it("asks for the token where the server wants one, and goes on with it", async () => {
    const page = await front();
    let shown: string | undefined;
    await page.route("**/api/articles", async (route) => {
      shown = route.request().headers().authorization;
      if (shown === "Bearer a secret of this server") return route.continue();
      const body = { type: "x", title: "Token needed", status: 401, detail: "Send the token of this server." };
      return route.fulfill({ status: 401, contentType: "application/problem+json", body: JSON.stringify(body) });
    });
    await page.locator(".drop input").setInputFiles([join(folder, "kenya.txt")]);
    await page.getByLabel(/token/).fill("a guess");
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByText("The server does not know the token that was sent.").waitFor();
    await page.getByLabel(/token/).fill("a secret of this server");
    await page.getByRole("button", { name: "Try again" }).click();
    await page
      .locator(".upload-state")
      .getByText(/^Read: 1 article/)
      .waitFor();
    expect(shown).toBe("Bearer a secret of this server");
    opened.errors.splice(0);
  });

  it("tells in the server's words why it takes nothing, and changes nothing", async () => {
    const page = await front();
    await page.route("**/api/articles", (route) => {
      const body = {
        type: "x",
        title: "Uploads are off",
        status: 403,
        detail: "Start it with a token to allow uploads.",
      };
      return route.fulfill({ status: 403, contentType: "application/problem+json", body: JSON.stringify(body) });
    });
    await page.locator(".drop input").setInputFiles([join(folder, "kenya.txt")]);
    await page.getByText("Start it with a token to allow uploads.").waitFor();
    expect(await page.locator(".upload-state").count()).toBe(0);
    opened.errors.splice(0);
  });
});
