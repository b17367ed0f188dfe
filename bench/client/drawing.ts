import type { AddressInfo } from "node:net";
import type { Browser, Page } from "playwright-core";
import { write } from "../../client/src/graph/address.ts";
import { emptyView, type Placed, rounded } from "../../client/src/graph/view.ts";
import { open } from "../../test/browser/browser.ts";
import { type Corpus, corpus } from "../../test/browser/fixture/corpus.ts";
import { fixtureServer } from "../../test/browser/fixture/server.ts";
import { report, spread } from "./report.ts";
import { cytoscapePage, type Pan, panned } from "./rival.ts";
import { clock, frame, longest, pointAt, settled, withoutDrawing } from "./undrawn.ts";

/** What a large picture asks of the main thread: at 5,000 edges while it is used, at 50,000 beside cytoscape.js. */
export async function drawing(browser: Browser, dist: string): Promise<void> {
  const usual = corpus(7, 1_000, 5_000);
  await shown(browser, dist, usual, async (page) => {
    const size = `${usual.edges.size} edges`;
    report(`hover, main thread, ${size}`, spread(await hovers(page)), "≤ 16 ms");
    for (const [name, use] of uses) {
      const time = await longest(page, async () => {
        await use(page);
        await settled(page);
      });
      report(`longest task while ${name}, ${size}`, `${time.toFixed(0)} ms`, "≤ 50 ms");
    }
  });
  await beside(browser, dist, corpus(7, 10_000, 50_000));
}

/**
 * A pan of a large picture here and in cytoscape.js. That one keeps an image of the whole and, as long as nothing in it has
 * changed for a quarter of a second, only moves the image; after each change, and as long as names are still being drawn
 * into that image, it draws what is there. So the first pan after opening is told beside a pan at rest, and what hides
 * its edges meanwhile, as this client does from 6,000 on, beside what draws them.
 */
async function beside(browser: Browser, dist: string, large: Corpus): Promise<void> {
  const size = `${large.nodes.size} nodes, ${large.edges.size} edges`;
  const tell = (what: string, { script, things }: Pan): void =>
    report(`pan, script a frame, ${what}, ${size}`, `${script.toFixed(2)} ms, ${things.toFixed(0)} drawn`);
  let ours = 0;
  await shown(browser, dist, large, async (page) => {
    const pan = await panned(page);
    tell("this client", pan);
    ours = pan.script;
  });
  const ratio = ({ script }: Pan): string => `1/${(script / ours).toFixed(0)}`;
  for (const hidesEdges of [false, true]) {
    const page = await cytoscapePage(browser, large, hidesEdges);
    const name = hidesEdges ? "cytoscape.js without edges" : "cytoscape.js";
    const first = await panned(page);
    tell(`${name}, first`, first);
    await settled(page);
    const rested = await panned(page);
    tell(`${name}, at rest`, rested);
    await page.context().close();
    report(`pan, this client ÷ ${name}, first`, ratio(first), "≤ 1/50");
    report(`pan, this client ÷ ${name}, at rest`, ratio(rested));
  }
}

const uses: [string, (page: Page) => Promise<void>][] = [
  ["opening", async (page) => void (await page.reload())],
  ["panning", async (page) => void (await panned(page))],
  [
    "choosing a node",
    async (page) => {
      await pointAt(page, 3);
      await page.mouse.click(600, 300);
      await page.locator(".panel h2").waitFor();
      await pointAt(page, 0);
    },
  ],
  [
    "leaving out a type",
    async (page) => page.locator(".legend .legend-item, .legend button[aria-pressed]").first().click(),
  ],
  ["undoing that", async (page) => page.keyboard.press("Control+z")],
  [
    "adding neighbours",
    async (page) => {
      await page.locator("#stage").focus();
      await page.keyboard.press("Home");
      await page.keyboard.press("e");
    },
  ],
  ["laying out in a ring", (page) => choose(page, "Ring")],
  ["laying out by springs", (page) => choose(page, "Springs")],
];

/**
 * Chooses a layout; the chosen one has a tick before its name. Looking for it by its role would take the page's thread
 * longer than the layout does.
 */
async function choose(page: Page, layout: string): Promise<void> {
  await page.locator('.tools button[aria-label="Layout"]').click();
  await page.locator('[role="menuitemcheckbox"]', { hasText: new RegExp(`^\\P{L}*${layout}$`, "u") }).click();
}

/** Opens a made-up graph as a view that the server keeps, everything on the table, and waits until it rests. */
async function shown(browser: Browser, dist: string, graph: Corpus, use: (page: Page) => Promise<void>): Promise<void> {
  const server = fixtureServer(graph, dist).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    const nodes: Record<string, Placed> = {};
    [...graph.nodes.keys()].forEach((id, index) => {
      const [turn, radius] = [index * 2.399963, Math.sqrt((index + 1) / graph.nodes.size)];
      nodes[id] = { x: rounded(radius * Math.cos(turn)), y: rounded(radius * Math.sin(turn)), by: ["start"] };
    });
    const saved = await fetch(`${url}/api/views`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ view: await write({ ...emptyView, nodes }) }),
    });
    const { id } = await saved.json();
    const { page } = await open(browser, "about:blank");
    await withoutDrawing(page);
    await page.goto(`${url}/?view=${id}`);
    await page.locator(".summary").waitFor({ timeout: 180_000 });
    await settled(page);
    const told = await page.locator(".summary").textContent();
    if (!told?.includes(graph.edges.size.toLocaleString("en-GB"))) throw new Error(`not all is shown: ${told}`);
    await use(page);
    await page.context().close();
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/** Work of the main thread for each node the pointer comes to: from its moving there until the neighbours are lit. */
async function hovers(page: Page): Promise<number[]> {
  const box = await page.locator("#stage").boundingBox();
  if (!box) throw new Error("the canvas has no size");
  const { work } = await clock(page);
  const times: number[] = [];
  // The card beside the pointer is fetched with the first thing under it.
  await pointAt(page, 3);
  await page.mouse.move(box.x + 480, box.y + 190);
  await page.locator(".hover-card").waitFor();
  let last = "";
  for (let at = 0; at < 30; at++) {
    const idle = await work();
    await page.waitForTimeout(150);
    const before = await work();
    await pointAt(page, 1 + ((at * 37) % 900));
    const ready = await work();
    await page.mouse.move(box.x + 500 + (at % 7) * 9, box.y + 200 + (at % 5) * 11);
    await page.waitForTimeout(150);
    // What the page does in the same time when nothing happens is no part of it.
    times.push(Math.max(0, (await work()) - ready - (before - idle)));
    const told = (await page.locator(".hover-card").textContent()) ?? "";
    if (told === "" || told === last) throw new Error("nothing new is told of what is under the pointer");
    last = told;
  }
  await pointAt(page, 0);
  await page.mouse.move(box.x + 600, box.y + 300);
  await page.waitForTimeout(150);
  await frame(page);
  return times;
}
