import { gzipSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { type Served, serve } from "../../test/api/serve.ts";
import { report } from "./report.ts";

/** All script that the browser fetches, workers' too, until a first visit has drawn its page and rests. */
export async function firstRoute(browser: Browser, dist: string): Promise<void> {
  const served = await serve({ client: dist });
  try {
    report(
      "first route: the front page, JavaScript gzipped",
      await fetched(browser, served, "/", ".lead h3"),
      "≤ 200 kB",
    );
    report(
      "a link to a node: the drawn graph, JavaScript gzipped",
      await fetched(browser, served, "/?node=Q159", ".panel h2"),
      "≤ 200 kB",
    );
  } finally {
    await served.close();
  }
}

async function fetched(browser: Browser, { url }: Served, path: string, drawn: string): Promise<string> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "en-GB" });
  const page = await context.newPage();
  const bodies: Promise<Buffer>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() === "script" || /\.js$/.test(new URL(response.url()).pathname))
      bodies.push(response.body());
  });
  await page.goto(url + path);
  await page.locator(drawn).first().waitFor();
  await page.waitForLoadState("networkidle");
  const sizes = (await Promise.all(bodies)).map((body) => gzipSync(body).length);
  await context.close();
  return `${(sizes.reduce((sum, size) => sum + size, 0) / 1000).toFixed(1)} kB in ${sizes.length} files`;
}
