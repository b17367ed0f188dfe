import type { ErrorRequestHandler, Request } from "express";
import type { Logger } from "pino";
import { ZodError } from "zod";
import { logged } from "./requestLog.ts";
import { QueryRefused, QueryTimeout, StoreError } from "./store/store.ts";

/** An error the caller is meant to read, answered as application/problem+json (RFC 9457). */
export class Problem extends Error {
  readonly status: number;
  readonly title: string;
  readonly headers: Record<string, string>;

  /** @param detail one or two sentences: what was found, what was expected, what to do */
  constructor(status: number, title: string, detail: string, headers: Record<string, string> = {}) {
    super(detail);
    this.name = "Problem";
    this.status = status;
    this.title = title;
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
    requestId: request.id,
  };
}

/** What the caller is told of an error. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof ZodError) return new Problem(400, "Invalid request", issues(error));
  if (error instanceof QueryRefused) return new Problem(400, "Query refused", error.message);
  if (error instanceof QueryTimeout) return new Problem(504, "Query timeout", error.message);
  if (error instanceof StoreError) return new Problem(503, "Store unavailable", error.message);
  return (
    fromBody(error) ??
    new Problem(500, "Internal error", "Something failed here. The log has it under this request id.")
  );
}

/** Errors of Express and its body parsers carry a status and a `type` word. */
function fromBody(error: unknown): Problem | undefined {
  if (!(error instanceof Error)) return undefined;
  const { status, type, limit } = error as Error & { status?: number; type?: string; limit?: number };
  if (type === "entity.parse.failed") {
    return new Problem(400, "Invalid JSON", `The body is not JSON: ${error.message}. Send one JSON value.`);
  }
  if (type === "entity.too.large") {
    return new Problem(
      413,
      "Body too large",
      `The body is larger than the ${limit} bytes allowed here. Send less at once.`,
    );
  }
  if (error instanceof URIError) {
    return new Problem(400, "Invalid address", "The address holds a broken %-escape. Encode it as UTF-8.");
  }
  if (status && status >= 400 && status < 500) return new Problem(status, "Invalid request", `${error.message}.`);
  return undefined;
}

function issues(error: ZodError): string {
  return error.issues.map(({ path, message }) => `${path.join(".") || "request"}: ${message}`).join("; ");
}
