import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import express, { type RequestHandler, Router } from "express";
import { reason } from "../model/problem.ts";
import { Problem } from "./problem.ts";

const forAYear = { immutable: true, maxAge: "1y" } as const;

/** The built client: hashed files for a year, the page itself never kept, every other path answered with the page. */
export function page(folder: string): Router {
  const router = Router();
  const assets = join(folder, "assets");
  router.use(
    "/assets",
    compressed(assets),
    express.static(assets, { index: false, ...forAYear, fallthrough: true }),
    (request) => {
      throw new Problem(
        404,
        "Not found",
        `There is no file ${request.originalUrl}. Reload the page: it may have been rebuilt.`,
        reason("request.nothing"),
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
        reason("page.unbuilt"),
      );
    });
    response.set("Cache-Control", "no-cache").type("html");
    // Libraries that make style elements look for the nonce here.
    response.send(html.replace("<head>", `<head><meta property="csp-nonce" nonce="${response.locals.nonce}">`));
  });
  return router;
}

/** Sends what the build has compressed (client/vite.config.ts) as it lies there, to those who can read it. */
function compressed(folder: string): RequestHandler {
  return (request, response, next) => {
    const ending = extname(request.path);
    const isAsked = request.method === "GET" || request.method === "HEAD";
    if (!isAsked || (ending !== ".js" && ending !== ".css")) return next();
    response.type(ending).vary("Accept-Encoding");
    // Browsers name them in the order of their age.
    const coding = (["br", "gzip"] as const).find((each) => request.acceptsEncodings(each));
    if (!coding) return next();
    const path = `${request.path}.${{ br: "br", gzip: "gz" }[coding]}`;
    const headers = { "Content-Encoding": coding };
    // Where there is none, the file itself is sent.
    response.sendFile(path, { root: folder, headers, ...forAYear }, (error) => {
      if (error && !response.headersSent) next();
    });
  };
}
