import { builtClient, executable, launch } from "../test/browser/browser.ts";
import { answers } from "./client/answers.ts";
import { drawing } from "./client/drawing.ts";
import { firstRoute } from "./client/route.ts";

/**
 * The page's speed in a real Chromium: `npm run bench -- client [route|answers|drawing] [--quick]`. Milliseconds belong to the machine of the
 * day; the ratio to cytoscape.js is of two measurements in one run. `--quick` takes a tenth of the claims.
 */
if (!executable) throw new Error("This needs a Chromium: set CHROMIUM or install /usr/bin/chromium.");
const dist = await builtClient();
const browser = await launch();
const parts = process.argv.slice(3).filter((part) => !part.startsWith("--"));
const wanted = (part: string): boolean => parts.length === 0 || parts.includes(part);
try {
  if (wanted("route")) await firstRoute(browser, dist);
  if (wanted("answers")) await answers(browser, dist, process.argv.includes("--quick") ? 10_000 : 100_000);
  if (wanted("drawing")) await drawing(browser, dist);
} finally {
  await browser.close();
}
