import type { Request, RequestHandler } from "express";
import type { Logger } from "pino";
import { requestId } from "./requestId.ts";

declare global {
  namespace Express {
    interface Request {
      id: string;
    }
  }
}

/** Gives each request its id, and its line in the log once it is answered or broken off. */
export function requestLog(log: Logger): RequestHandler {
  return (request, response, next) => {
    request.id = requestId(request, response);
    if (!log.isLevelEnabled("info")) return next();
    const started = performance.now();
    const req = logged(request);
    response.once("close", () => {
      const responseTime = Math.round(performance.now() - started);
      const said = response.writableFinished ? "request completed" : "request broken off";
      log.info({ req, res: { statusCode: response.statusCode }, responseTime }, said);
    });
    next();
  };
}

/** What the log says of a request. Headers stay out: one of them may be a token. */
export function logged({ id, method, url }: Request) {
  return { id, method, url };
}
