import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { createApp } from "../../server/app.ts";
import { listen, stopListening } from "../../server/listen.ts";
import { openBuiltIn } from "../../server/store/builtIn.ts";
import { open } from "../../test/browser/browser.ts";
import { load } from "../store/load.ts";
import { report, spread } from "./report.ts";

/** Search and ego view as somebody sees them: from the browser's own event to the frame that shows the answer. */
export async function answers(browser: Browser, dist: string, claims: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "entente-bench-"));
  const store = await openBuiltIn({ folder });
  const entities = claims / 20;
  await load(store, { articles: claims / 5, claims, entities });
  const app = createApp({ store, client: dist });
  await app.warm();
  const { server, url } = await listen(app.handler, "127.0.0.1", 0);
  try {
    const { page } = await open(browser, new URL("/?node=Q17", url).href);
    await page.locator(".summary").waitFor();
    const { rows } = await store.read("MATCH (n:Entity) RETURN n.id AS id ORDER BY n.degree DESC, id");
    const [searches, views, wholes]: [number[], number[], number[]] = [[], [], []];
    for (let at = 0; at < 24; at++) {
      // Spread over the ranks: the busiest are as likely as the quietest.
      const name = `Name ${rows[Math.floor(rows.length ** ((at + 1) / 25))]?.id}`;
      await page.locator(".search input").fill("");
      await page.waitForTimeout(300);
      searches.push(await searched(page, name));
      // A node that is in the picture already is only gone to.
      const isNew =
        (await page
          .locator(".hit")
          .filter({ has: page.getByText(name, { exact: true }) })
          .first()
          .locator(".hit-add")
          .count()) > 0;
      if (!isNew) continue;
      const { drawn, whole } = await chosen(page, name);
      views.push(drawn);
      wholes.push(whole);
    }
    // The first of each finds everything cold: what is counted is how it goes from then on.
    report(`search answer drawn, ${claims} claims`, spread(searches.slice(1)), "≤ 100 ms");
    report(
      `ego view drawn after the click, ${claims} claims (${views.length - 1} times)`,
      spread(views.slice(1)),
      "≤ 400 ms",
    );
    report("… and with the last of its weaker ties", spread(wholes.slice(1)));
    await page.context().close();
  } finally {
    await stopListening(server);
    await app.close();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** From the text in the box to the frame with the name it asks for in the list. */
async function searched(page: Page, name: string): Promise<number> {
  await page.locator(".search input").focus();
  // Keys and scripts reach the page by different ways: the text is sent only when somebody listens for it.
  const listening = await page.evaluateHandle((wanted) => {
    const took = new Promise<number>((resolve) => {
      document.querySelector(".search input")?.addEventListener(
        "input",
        async ({ timeStamp }) => {
          while (![...document.querySelectorAll(".search-list .hit-name")].some((hit) => hit.textContent === wanted))
            await new Promise(requestAnimationFrame);
          requestAnimationFrame(() => resolve(performance.now() - timeStamp));
        },
        { once: true },
      );
    });
    return { took };
  }, name);
  await page.keyboard.insertText(name);
  return listening.evaluate(({ took }) => took);
}

/** From the click on a name to the frame with the picture around it and its panel, and to the frame with all its ties. */
async function chosen(page: Page, name: string): Promise<{ drawn: number; whole: number }> {
  const listening = await page.evaluateHandle((wanted) => {
    const took = new Promise<{ drawn: number; whole: number }>((resolve) => {
      const before = document.querySelector(".trail")?.textContent;
      document.addEventListener(
        "click",
        async ({ timeStamp }) => {
          while (
            document.querySelector(".panel h2")?.textContent !== wanted ||
            document.querySelector(".trail")?.textContent === before
          )
            await new Promise(requestAnimationFrame);
          // The canvas draws in the frame after the page has the new view.
          await new Promise(requestAnimationFrame);
          await new Promise(requestAnimationFrame);
          const drawn = performance.now() - timeStamp;
          do await new Promise(requestAnimationFrame);
          while (document.querySelector(".summary")?.ariaBusy === "true");
          await new Promise(requestAnimationFrame);
          requestAnimationFrame(() => resolve({ drawn, whole: performance.now() - timeStamp }));
        },
        { once: true, capture: true },
      );
    });
    return { took };
  }, name);
  await page
    .locator(".hit")
    .filter({ has: page.getByText(name, { exact: true }) })
    .first()
    .click();
  return listening.evaluate(({ took }) => took);
}
