import { readFile } from "node:fs/promises";
import { join } from "node:path";
import express, { Router } from "express";
import { Problem } from "./problem.ts";

/** The built client: hashed files for a year, the page itself never kept, every other path answered with the page. */
export function page(folder: string): Router {
  const router = Router();
  router.use(
    "/assets",
    express.static(join(folder, "assets"), { index: false, immutable: true, maxAge: "1y", fallthrough: true }),
    (request) => {
      throw new Problem(
        404,
        "Not found",
        `There is no file ${request.originalUrl}. Reload the page: it may have been rebuilt.`,
      );
    },
  );
  router.use(
    express.static(folder, { index: false, setHeaders: (response) => response.set("Cache-Control", "no-cache") }),
  );
  router.get(/.*/, async (_request, response) => {
    const html = await readFile(join(folder, "index.html"), "utf8").catch(() => {
      throw new Problem(
        503,
        "Page not built",
        "The page has not been built yet. Run `npm run build` or start with `npm start`.",
      );
    });
    response.set("Cache-Control", "no-cache").type("html");
    // Libraries that make style elements look for the nonce here.
    response.send(html.replace("<head>", `<head><meta property="csp-nonce" nonce="${response.locals.nonce}">`));
  });
  return router;
}
