import type { ErrorRequestHandler, Request } from "express";
import type { Logger } from "pino";
import { ZodError } from "zod";
import { type Reason, reason } from "../model/problem.ts";
import { logged } from "./requestLog.ts";
import { QueryRefused, QueryTimeout, StoreError } from "./store/store.ts";

/** An error the caller is meant to read, answered as application/problem+json (RFC 9457). */
export class Problem extends Error {
  readonly status: number;
  readonly title: string;
  readonly reason: Reason;
  readonly headers: Record<string, string>;

  /**
   * @param detail one or two sentences: what was found, what was expected, what to do
   * @param because the same as data
   */
  constructor(status: number, title: string, detail: string, because: Reason, headers: Record<string, string> = {}) {
    super(detail);
    this.name = "Problem";
    this.status = status;
    this.title = title;
    this.reason = because;
    this.headers = headers;
  }
}

/** The one place where an error becomes an answer. Whatever was not foreseen is logged and told without its inside. */
export function answerProblem(log: Logger): ErrorRequestHandler {
  return (error, request, response, next) => {
    const problem = asProblem(error);
    if (problem.status >= 500) log.error({ req: logged(request), err: error }, problem.message);
    if (response.headersSent) {
      // Half an answer must not look whole: breaking the connection is the only way left to say so.
      next(error);
      return;
    }
    response.status(problem.status).set(problem.headers).set("Cache-Control", "no-store").removeHeader("ETag");
    response.type("application/problem+json").send(JSON.stringify(problemBody(problem, request)));
  };
}

/** The body of a problem answer, as model/api.ts `Problem`. */
export function problemBody(problem: Problem, request: Request) {
  return {
    type: `urn:entente:problem:${problem.title.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-")}`,
    title: problem.title,
    status: problem.status,
    detail: problem.message,
    reason: problem.reason,
    requestId: request.id,
  };
}

/** What the caller is told of an error. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof ZodError) return new Problem(400, "Invalid request", issues(error), reason("request.invalid"));
  if (error instanceof QueryRefused) return new Problem(400, "Query refused", error.message, error.reason);
  if (error instanceof QueryTimeout) return new Problem(504, "Query timeout", error.message, error.reason);
  if (error instanceof StoreError) return new Problem(503, "Store unavailable", error.message, error.reason);
  return (
    fromBody(error) ??
    new Problem(
      500,
      "Internal error",
      "Something failed here. The log has it under this request id.",
      reason("internal"),
    )
  );
}

/** Errors of Express and its body parsers carry a status and a `type` word. */
function fromBody(error: unknown): Problem | undefined {
  if (!(error instanceof Error)) return undefined;
  const { status, type, limit } = error as Error & { status?: number; type?: string; limit?: number };
  if (type === "entity.parse.failed") {
    const detail = `The body is not JSON: ${error.message}. Send one JSON value.`;
    return new Problem(400, "Invalid JSON", detail, reason("request.json"));
  }
  if (type === "entity.too.large") {
    return new Problem(
      413,
      "Body too large",
      `The body is larger than the ${limit} bytes allowed here. Send less at once.`,
      reason("request.large", { megabytes: Math.ceil((limit ?? 0) / 100_000) / 10 }),
    );
  }
  if (error instanceof URIError) {
    const detail = "The address holds a broken %-escape. Encode it as UTF-8.";
    return new Problem(400, "Invalid address", detail, reason("request.invalid"));
  }
  if (!status || status < 400 || status >= 500) return undefined;
  return new Problem(status, "Invalid request", `${error.message}.`, reason("request.invalid"));
}

function issues(error: ZodError): string {
  return error.issues.map(({ path, message }) => `${path.join(".") || "request"}: ${message}`).join("; ");
}
