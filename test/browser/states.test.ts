import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { serve } from "../api/serve.ts";
import { builtClient, executable, stillView, viewOf } from "./browser.ts";
import { stand } from "./stand.ts";

describe.skipIf(!executable)("when something is empty, slow or broken", { timeout: 90_000 }, () => {
  // Answers fail here on purpose.
  const site = stand(/Failed to load resource|net::ERR/);

  const summary = (page: Page) => page.locator(".summary");

  it("says that nothing has been read, and how to read something", async () => {
    const empty = await serve({ client: await builtClient() }, false);
    try {
      const page = await site.open(`${empty.url}/?node=Q159`);
      await page.getByText("No article has been read yet").waitFor();
      await page.context().close();
    } finally {
      await empty.close();
    }
  });

  it("says that an address names a node nobody knows, and shows the start instead", async () => {
    const page = await site.open("/?node=Q99999999");
    await page.getByText("1 node of this link is no longer in the graph.").waitFor();
    await summary(page).waitFor();
    expect(await page.getByText("No article has been read yet").count()).toBe(0);
    await expect.poll(() => page.locator(".panel .skeleton").count()).toBe(0);
  });

  it("lets time pass over spans without a tie, and speaks of them only when it stands still", async () => {
    const page = await site.drawn();
    await page.getByRole("button", { name: /^refused/ }).click({ modifiers: ["Alt"] });
    await page.evaluate(() => {
      const told: { summary: string; cards: number }[] = [];
      Object.assign(window, { told });
      const look = () => {
        if (!document.querySelector(".timeline .lucide-pause")) return;
        const summary = document.querySelector(".summary")?.textContent ?? "";
        told.push({ summary, cards: document.querySelectorAll(".empty.over").length });
      };
      new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
    });
    await page.getByRole("button", { name: "Play" }).click();
    await page.getByRole("button", { name: "Play" }).waitFor({ timeout: 60_000 });
    type Told = { summary: string; cards: number }[];
    const told = await page.evaluate(() => (window as unknown as { told: Told }).told);
    expect(told.filter(({ summary }) => / 0 ties/.test(summary)).length).toBeGreaterThan(0);
    expect(told.filter(({ cards }) => cards > 0)).toEqual([]);
  });

  it("keeps what emptied the picture clear of the tools on a phone", async () => {
    const page = await site.open("/?node=Q159", { viewport: { width: 390, height: 844 } });
    await summary(page).waitFor();
    await page.locator(".legend-toggle").click();
    for (const stance of await page.locator(".legend-group").nth(1).locator(".legend-switch").all())
      await stance.click();
    await page.locator(".legend-toggle").click({ position: { x: 20, y: 12 } });
    const card = page.locator(".empty.over");
    await card.waitFor();
    for (const button of await card.getByRole("button").all()) await button.click({ trial: true });
    const isOnTop = await card.evaluate((element) => {
      const { left, right, bottom } = element.getBoundingClientRect();
      return [left + 20, (left + right) / 2].every((x) => element.contains(document.elementFromPoint(x, bottom - 4)));
    });
    expect(isOnTop).toBe(true);
  });

  it("keeps the picture when the server goes away, and goes on by itself when it is back", async () => {
    const page = await site.drawn();
    const before = await summary(page).textContent();
    await page.route("**/api/**", (route) => route.abort());
    await page.keyboard.press("/");
    await page.keyboard.type("x");
    await page.getByText("The search did not answer.").waitFor();
    await page.keyboard.press("Escape");
    await page.locator("#stage").focus();
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("e");
    await page.getByText("The server does not answer.").first().waitFor();
    expect(await summary(page).textContent()).toBe(before);
    await page.unroute("**/api/**");
    await page.locator(".notice.bad").waitFor({ state: "detached", timeout: 20_000 });
  });

  it("tells what the server says is wrong, with the number of the request", async () => {
    const page = await site.drawn();
    await page.route("**/api/nodes/**", (route) =>
      route.fulfill({
        status: 503,
        contentType: "application/problem+json",
        body: JSON.stringify({ title: "Busy", status: 503, detail: "The store is being rebuilt.", requestId: "r-7" }),
      }),
    );
    await page.locator("#stage").focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await page.getByText("The store is being rebuilt.").waitFor({ timeout: 20_000 });
    await page.getByText("Request r-7").waitFor();
    await page.unroute("**/api/nodes/**");
    await page.locator(".panel").getByRole("button", { name: "Try again" }).click();
    await page.locator(".panel h3").first().waitFor();
  });

  it("lets one stop what takes longer than a second", async () => {
    const page = await site.drawn();
    // Never answered.
    await page.route("**/neighbours**", () => {});
    await page.locator("#stage").focus();
    await page.keyboard.press("Home");
    await page.keyboard.press("e");
    await page.getByRole("button", { name: "Stop" }).click();
    await page.getByText("Asking the graph").waitFor({ state: "detached" });
  });

  it("draws the strongest ties first and the others when they come, though the first try fails", async () => {
    const page = await site.open("about:blank");
    const first = /\/api\/graph\?/;
    await page.route(first, (route) =>
      route.continue({
        url: route
          .request()
          .url()
          .replace(/most=\d+/, "most=2"),
      }),
    );
    await page.route("**/api/graph", (route) => route.abort());
    await page.goto(`${site.url}/?node=Q159`);
    await page.getByText("The server does not answer.").first().waitFor();
    const ties = async () => Number(/(\d+) ties/.exec((await summary(page).textContent()) ?? "")?.[1]);
    const [few, before] = [await ties(), (await viewOf(page)).view];
    await page.unroute("**/api/graph");
    await page.locator(".notice.bad").waitFor({ state: "detached", timeout: 20_000 });
    await expect.poll(ties, { timeout: 20_000 }).toBeGreaterThan(few);
    const later = await ties();
    expect((await viewOf(page)).view.nodes).toEqual(before.nodes);
    await page.unroute(first);
    await page.goto("about:blank");
    await page.goto(`${site.url}/?node=Q159`);
    await summary(page).waitFor();
    expect(await ties()).toBe(later);
  });

  it("starts anew from a link that was cut, and says so", async () => {
    const page = await site.open("/#v=q1YqVrIyjNV");
    await page.getByText("The link could not be read").waitFor();
    await summary(page).waitFor({ state: "attached" });
  });

  it("says that a link names nodes which are no longer there", async () => {
    const page = await site.drawn();
    const { view } = await viewOf(page);
    const { write } = await import("../../client/src/graph/address.ts");
    const nodes = { ...view.nodes, Q0: { x: 0, y: 0, by: ["start"] } };
    await page.goto("about:blank");
    await page.goto(`${site.url}/#v=${await write({ ...view, nodes })}`);
    await page.getByText("1 node of this link is no longer in the graph.").waitFor();
  });

  it("draws again when the graphics card loses the drawing", async () => {
    const page = await site.drawn();
    const before = await stillView(page);
    await page.evaluate(() => {
      const canvas = document.querySelector<HTMLCanvasElement>(".sigma-nodes");
      canvas?.getContext("webgl2")?.getExtension("WEBGL_lose_context")?.loseContext();
    });
    const isAlive = () =>
      page.evaluate(() => {
        const canvas = document.querySelector<HTMLCanvasElement>(".sigma-nodes");
        return canvas?.getContext("webgl2")?.isContextLost() === false;
      });
    await expect.poll(isAlive, { timeout: 10_000 }).toBe(true);
    expect(await stillView(page)).toEqual(before);
  });

  it("shows the table where the browser cannot draw", async () => {
    const page = await site.open("about:blank");
    await page.addInitScript(() => {
      const real = HTMLCanvasElement.prototype.getContext;
      HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
        return kind.includes("webgl") ? null : Reflect.apply(real, this, [kind, ...rest]);
      } as typeof real;
    });
    await page.goto(`${site.url}/?node=Q159`);
    await page.getByText("This browser cannot draw the graph here").waitFor();
    await page.getByRole("table").locator("td.cell-type button").first().click();
    await page.locator(".panel blockquote").first().waitFor();
  });
});
