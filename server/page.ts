import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import express, { type Request, type RequestHandler, type Response, Router } from "express";
import helmet from "helmet";
import { Problem } from "./problem.ts";

/**
 * Headers of every answer. Scripts come from this server alone. Style elements that libraries make at run time
 * (the editor, dialogs) need the nonce of the page; nothing inline runs without it.
 */
export const secureHeaders: RequestHandler = (request, response, next) => {
  response.locals.nonce = randomBytes(16).toString("base64");
  (isEmbed(request) ? embedded : own)(request, response, next);
};

const own = headers("'self'");
/** Other sites may frame the embedded view, which only reads; never the rest. */
const embedded = headers("*");

function headers(frameAncestors: "'self'" | "*"): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", (_request, response) => `'nonce-${(response as Response).locals.nonce}'`],
        imgSrc: ["'self'", "data:", "blob:"],
        fontSrc: ["'self'", "data:"],
        connectSrc: ["'self'"],
        workerSrc: ["'self'", "blob:"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: [frameAncestors],
      },
    },
    frameguard: frameAncestors === "*" ? false : { action: "sameorigin" },
    // Plain HTTP on this machine is the rule here; a proxy that speaks TLS adds its own.
    strictTransportSecurity: false,
  });
}

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

function isEmbed(request: Request): boolean {
  return !request.path.startsWith("/api/") && (request.path === "/embed" || "embed" in request.query);
}
