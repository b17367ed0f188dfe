import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { write } from "../../client/src/graph/address.ts";
import { emptyView, type Placed, rounded } from "../../client/src/graph/view.ts";
import { builtClient, executable } from "./browser.ts";
import { corpus } from "./fixture/corpus.ts";
import { fixtureServer } from "./fixture/server.ts";
import { stand } from "./stand.ts";

describe.skipIf(!executable)("a browser without a graphics card", { timeout: 120_000 }, () => {
  const site = stand();

  it("draws the best connected nodes and the strongest ties, and says that the table has all, as the matrix does", async () => {
    const graph = corpus(7, 420, 2600);
    const server = fixtureServer(graph, await builtClient()).listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    try {
      const nodes: Record<string, Placed> = {};
      [...graph.nodes.keys()].forEach((id, index) => {
        const [turn, radius] = [index * 2.399963, Math.sqrt((index + 1) / graph.nodes.size)];
        nodes[id] = { x: rounded(radius * Math.cos(turn)), y: rounded(radius * Math.sin(turn)), by: ["start"] };
      });
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      const page = await site.open(`${url}/#v=${await write({ ...emptyView, nodes })}`);
      const summary = page.locator(".summary");
      await summary.getByText("300 best connected are drawn").waitFor();
      expect(await summary.textContent()).toMatch(/^420 nodes · [\d,]+ ties · the 300 best connected/);
      expect(await summary.textContent()).toContain("the 1,500 strongest ties are drawn, the table has all");
      const told = Number(/([\d,]+) ties/.exec((await summary.textContent()) ?? "")?.[1]?.replace(",", ""));
      await page.getByRole("button", { name: "Table" }).click();
      await page.getByRole("table").waitFor();
      expect(await page.getByRole("table").getAttribute("aria-rowcount")).toBe(String(told + 1));
      await page.locator(".table-view").getByRole("button", { name: "Matrix" }).click();
      const grid = page.getByRole("grid");
      expect(await grid.getAttribute("aria-rowcount")).toBe("421");
      await page.getByRole("columnheader").first().focus();
      for (const key of ["ArrowDown", "Control+End"]) await page.keyboard.press(key);
      await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute("data-at"))).toBe("420 420");
      expect(await page.getByRole("gridcell").count()).toBeLessThan(2_000);
      // The cell that holds the keys stays though one scrolls away from it.
      await page.locator(".table").evaluate((frame) => frame.scrollTo(0, 0));
      await page.locator('[data-at="1 420"]').waitFor();
      await page.keyboard.press("ArrowUp");
      await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute("data-at"))).toBe("419 420");
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
});
