import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
import { open } from "../../test/browser/browser.ts";
import type { Corpus } from "../../test/browser/fixture/corpus.ts";
import { clock, type Drawn, drawn, frame, withoutDrawing } from "./undrawn.ts";

/**
 * The same nodes, places and edges in cytoscape.js with its canvas renderer, drawn for the first time; `hidesEdges` while
 * the picture is dragged, or draws all.
 */
export async function cytoscapePage(browser: Browser, graph: Corpus, hidesEdges: boolean): Promise<Page> {
  const { page } = await open(browser, "about:blank");
  await withoutDrawing(page);
  await page.goto("about:blank?rival");
  await page.setContent('<div id="stage" style="position:fixed;inset:0"></div>');
  await page.evaluate(readFileSync(createRequire(import.meta.url).resolve("cytoscape/dist/cytoscape.min.js"), "utf8"));
  const ids = [...graph.nodes.keys()];
  const elements = [
    ...ids.map((id, index) => {
      const [turn, radius] = [index * 2.399963, 350 * Math.sqrt((index + 1) / ids.length)];
      const position = { x: 640 + radius * Math.cos(turn), y: 400 + radius * Math.sin(turn) };
      return { data: { id, label: graph.nodes.get(id)?.names.en }, position };
    }),
    ...[...graph.edges.values()].map(({ id, from, to }) => ({ data: { id, source: from, target: to } })),
  ];
  await page.evaluate(
    ({ elements, hideEdgesOnViewport }) => {
      const { cytoscape } = window as unknown as { cytoscape(options: unknown): unknown };
      const edge = { width: 2, "curve-style": "bezier", "target-arrow-shape": "triangle" };
      const style = [
        { selector: "node", style: { label: "data(label)", width: 10, height: 10, "font-size": 8 } },
        { selector: "edge", style: edge },
      ];
      const container = document.getElementById("stage");
      cytoscape({ container, elements, style, layout: { name: "preset" }, hideEdgesOnViewport });
    },
    { elements, hideEdgesOnViewport: hidesEdges },
  );
  // A page that draws nothing would be the fastest.
  const all = (least: number): boolean => (window as unknown as { drawn: Drawn }).drawn.things >= least;
  await page.waitForFunction(all, elements.length, { timeout: 120_000 });
  return page;
}

export interface Pan {
  /** Milliseconds of script a frame. */
  script: number;
  /** Nodes, edges, names and images drawn a frame. */
  things: number;
}

/** What a frame takes while the whole picture is dragged by its empty corner. */
export async function panned(page: Page): Promise<Pan> {
  const box = await page.locator("#stage").boundingBox();
  if (!box) throw new Error("the canvas has no size");
  const { script } = await clock(page);
  const [x, y] = [box.x + box.width * 0.97, box.y + box.height * 0.12];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 6, y + 5);
  await frame(page);
  const frames = 40;
  const [before, start] = [await script(), await drawn(page)];
  for (let at = 1; at <= frames; at++) {
    await page.mouse.move(x - 6 - at * 6, y + 5 + at * 5);
    await frame(page);
  }
  const [spent, end]: [number, Drawn] = [(await script()) - before, await drawn(page)];
  await page.mouse.up();
  if (end.calls - start.calls < frames)
    throw new Error(`${end.calls - start.calls} draws in ${frames} frames of a pan`);
  return { script: spent / frames, things: (end.things - start.things) / frames };
}
