import { isUtf8 } from "node:buffer";
import { json, type Request, type RequestHandler, type Response, Router } from "express";
import { rateLimit } from "express-rate-limit";
import { reason } from "../../model/problem.ts";
import { compress, sendJson } from "../compress.ts";
import type { Context } from "../context.ts";
import { Problem } from "../problem.ts";
import type { Route } from "./route.ts";

/** An Express router that answers the given routes; any other method on their paths is told which are allowed. */
export function mount(routes: Route[], context: Context): Router {
  const router = Router();
  for (const one of routes) {
    if (one.perMinute) router[one.method](one.path, limited(one.perMinute));
    if (one.body) router[one.method](one.path, onlyJson, json({ limit: one.maxBody ?? 100_000, verify: onlyUtf8 }));
    // An answer that is written piece by piece is compressed on its way; JSON when it is known how long it is.
    if (Array.isArray(one.answer)) router[one.method](one.path, compress);
    router[one.method](one.path, async (request, response) => {
      const asked = {
        params: one.params?.parse(request.params),
        query: one.query?.parse(request.query),
        body: one.body?.parse(request.body),
        request,
        response,
        get signal() {
          return hangUp(response);
        },
      };
      if (one.cached) {
        response.set("ETag", await tag(context)).set("Cache-Control", "private, no-cache");
        if (request.fresh) {
          response.status(304).end();
          return;
        }
      } else response.set("Cache-Control", "no-store");
      const answer = await one.handle(asked, context);
      if (answer !== undefined) sendJson(request, response, answer);
    });
  }
  for (const path of new Set(routes.map((one) => one.path))) router.all(path, wrongMethod(routes, path));
  return router;
}

/** The answer to one address changes with the graph, with the positions worked out for it, and with this program. */
async function tag(context: Context): Promise<string> {
  const version = await context.version.now();
  void context.positions.refresh(version);
  return `W/"${[started, version, context.positions.version].join("-")}"`;
}
const started = Date.now().toString(36);

/** Aborted when the connection closes before the answer is out. */
function hangUp(response: Response): AbortSignal {
  const controller = new AbortController();
  response.on("close", () => {
    if (!response.writableFinished) controller.abort();
  });
  return controller.signal;
}

/** A form on another site can post text, never JSON: asking for the type keeps it out even where a browser sends no Origin. */
const onlyJson: RequestHandler = (request, _response, next) => {
  if (request.is("application/json")) return next();
  const found = request.headers["content-type"] ?? "none";
  const detail = `The body's content type is ${found}; send application/json.`;
  throw new Problem(415, "Not JSON", detail, reason("request.json"));
};

/** Bytes that are no UTF-8 would be read as signs that nobody sent. */
function onlyUtf8(_request: unknown, _response: unknown, body: Buffer): void {
  if (isUtf8(body)) return;
  throw new Problem(400, "Not UTF-8", "The body is not UTF-8, which JSON is written in.", reason("request.json"));
}

function limited(perMinute: number): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit: perMinute,
    standardHeaders: "draft-8",
    legacyHeaders: false,
    validate: { xForwardedForHeader: false },
    handler: (_request, _response, next) => {
      const detail = `More than ${perMinute} requests within a minute. Wait a little and ask again.`;
      const because = reason("request.often", { perMinute });
      next(new Problem(429, "Too many requests", detail, because, { "Retry-After": "30" }));
    },
  });
}

function wrongMethod(routes: Route[], path: string): RequestHandler {
  const methods = routes.filter((one) => one.path === path).map((one) => one.method.toUpperCase());
  const allowed = methods.includes("GET") ? [...methods, "HEAD"] : methods;
  return (request: Request) => {
    const detail = `${request.method} is not known here; use ${allowed.join(" or ")}.`;
    throw new Problem(405, "Wrong method", detail, reason("request.invalid"), { Allow: allowed.join(", ") });
  };
}
