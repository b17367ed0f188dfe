import { existsSync, readdirSync, readFileSync, renameSync, statSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { build } from "vite";
import { read } from "../../client/src/graph/address.ts";
import type { View } from "../../client/src/graph/view.ts";

const candidates = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Where a real Chromium is. Without one these tests are skipped aloud on a user's machine, and fail in CI. */
export const executable = candidates.find((path) => path !== undefined && existsSync(path));
if (!executable) {
  const told =
    "No Chromium found (CHROMIUM, /usr/bin/chromium): the browser tests cannot run. apt-get install chromium";
  if (process.env.CI) throw new Error(told);
  console.warn(`SKIPPED: ${told}`);
}

const args = ["--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking"];
args.push("--disable-component-update", "--disable-sync", "--use-gl=angle", "--use-angle=swiftshader");
args.push("--enable-unsafe-swiftshader");

export function launch(more: string[] = []): Promise<Browser> {
  return chromium.launch({ executablePath: executable, headless: true, args: [...args, ...more] });
}

const root = fileURLToPath(new URL("../../", import.meta.url));

/** The page built from the present sources; built once for all test files that find the same sources. */
export async function builtClient(): Promise<string> {
  const newest = Math.max(...["client", "model"].map((folder) => newestIn(join(root, folder))));
  const folder = join(tmpdir(), `entente-client-production-${Math.round(newest)}`);
  if (existsSync(join(folder, "index.html"))) return folder;
  const draft = await mkdtemp(join(tmpdir(), "entente-client-draft-"));
  const configFile = join(root, "client/vite.config.ts");
  const { NODE_ENV } = process.env;
  await build({ configFile, logLevel: "error", mode: "production", build: { outDir: draft, emptyOutDir: true } });
  if (NODE_ENV === undefined) delete process.env.NODE_ENV;
  else process.env.NODE_ENV = NODE_ENV;
  try {
    renameSync(draft, folder);
  } catch {
    // Another test file was faster.
    await rm(draft, { recursive: true, force: true });
  }
  return folder;
}

function newestIn(folder: string): number {
  const times = readdirSync(folder, { withFileTypes: true }).map((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? newestIn(path) : statSync(path).mtimeMs;
  });
  return Math.max(0, ...times);
}

export interface Opened {
  page: Page;
  /** What the page wrote to its console as an error, or threw. */
  errors: string[];
}

/** A page of its own (nothing kept from others), with an ear on its console. */
export async function open(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Opened> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: "en-GB",
    reducedMotion: "reduce",
    permissions: ["clipboard-read", "clipboard-write"],
    ...options,
  });
  // Well under the tests' own limit, so that a step that hangs is named.
  context.setDefaultTimeout(25_000);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  page.on("pageerror", (error) => errors.push(error.message));
  await page.goto(url);
  return { page, errors };
}

/** The link to the present view, as the page copies it; on a phone its button has no room and is pressed all the same. */
export async function linkOf(page: Page): Promise<string> {
  await page.evaluate(() => navigator.clipboard.writeText(""));
  await page.locator(".masthead-link").evaluate((button: HTMLElement) => button.click());
  let link = "";
  for (let tries = 0; link === "" && tries < 100; tries++) {
    await page.waitForTimeout(50);
    link = await page.evaluate(() => navigator.clipboard.readText());
  }
  return link;
}

/** The whole view, by the link that the page copies. */
export async function viewOf(page: Page): Promise<{ link: string; view: View }> {
  const link = await linkOf(page);
  const text = new URLSearchParams(new URL(link).hash.slice(1)).get("v");
  if (!text) throw new Error(`the link holds no view: ${link}`);
  return { link, view: await read(text) };
}

/** The view once nothing of it changes: panels that come late make it fit anew, and what is clicked before is missed. */
export async function stillView(page: Page): Promise<View> {
  let before = await viewOf(page);
  for (let tries = 0; tries < 20; tries++) {
    await page.waitForTimeout(400);
    const now = await viewOf(page);
    if (now.link === before.link) return now.view;
    before = now;
  }
  throw new Error("the picture does not come to rest");
}

/** Where the canvas draws a node, in CSS pixels of the window: the address says all that is needed to know it. */
export async function pointOf(page: Page, view: View, id: string): Promise<{ x: number; y: number }> {
  const box = await page.locator("#stage").boundingBox();
  const node = view.nodes[id];
  if (!box || !node) throw new Error(`${id} is not on the canvas`);
  const side = Math.min(box.width, box.height) - 2 * 48;
  const { camera } = view;
  return {
    x: box.x + box.width / 2 + ((node.x / 2 + 0.5 - camera.x) * side) / camera.ratio,
    y: box.y + box.height / 2 - ((node.y / 2 + 0.5 - camera.y) * side) / camera.ratio,
  };
}

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds wrong by WCAG 2.2 A and AA, one line a finding. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import("axe-core") };
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const { violations } = await axe.run(document, { runOnly: tags });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`),
    );
  });
}
