import { timingSafeEqual } from "node:crypto";
import { json, type Request, type Response, raw } from "express";
import { Upload } from "../../model/api.ts";
import { reason } from "../../model/problem.ts";
import type { Context } from "../context.ts";
import { asProblem, Problem, problemBody } from "../problem.ts";
import type { UploadedFile } from "../upload.ts";
import { route } from "./route.ts";

/** Bytes of one upload. */
const most = 64_000_000;

/** Takes articles in: JSON or a form's files. Answers a stream of events, so that a page can show how far it is. */
export const uploadArticles = route({
  method: "post",
  path: "/api/articles",
  summary: "Read articles into the graph; progress comes as server-sent events",
  upload: Upload,
  answer: ["text/event-stream"],
  problems: [401, 403, 413, 415, 429, 501, 503],
  perMinute: 30,
  async handle({ request, response, signal }, context) {
    const { ingest, store, version, positions, search, log } = context;
    allowed(request, context);
    if (!ingest) {
      const detail = "This server was started without the part that reads articles.";
      throw new Problem(501, "No uploads", detail, reason("upload.absent"));
    }
    const files = await filesOf(request, response);
    response.set({
      "Content-Type": "text/event-stream; charset=utf-8",
      "Cache-Control": "no-store",
      "X-Accel-Buffering": "no",
    });
    response.flushHeaders();
    const send = (event: string, data: unknown) => response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    try {
      await ingest(files, store, (progress) => send("progress", progress), signal);
    } catch (error) {
      // The status has gone out already: the event is the only way left to say it.
      log.error({ err: error }, "an upload failed");
      send("problem", problemBody(asProblem(error), request));
    }
    version.forget();
    const now = await version.now();
    void Promise.all([search.refresh(now), positions.refresh(now)]).catch((error: unknown) => log.warn({ err: error }));
    response.end();
    return undefined;
  },
});

/** Where other machines can reach the server, whoever writes must show the token. */
function allowed(request: Request, { loopback, token }: Context): void {
  if (loopback && !token) return;
  if (!token) {
    const detail =
      "This server can be reached from other machines and has no ENTENTE_TOKEN. Start it with one to allow uploads.";
    throw new Problem(403, "Uploads are off", detail, reason("upload.off"));
  }
  const given = request.headers.authorization?.replace(/^Bearer /i, "") ?? "";
  if (!same(given, token)) {
    const detail = "Send the token of this server as `Authorization: Bearer …`.";
    throw new Problem(401, "Token needed", detail, reason("upload.token"), { "WWW-Authenticate": "Bearer" });
  }
}

function same(given: string, token: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}

async function filesOf(request: Request, response: Response): Promise<UploadedFile[]> {
  if (request.is("application/json")) {
    await parsed(json({ limit: most }), request, response);
    return Upload.parse(request.body).files.map(({ name, content }) => ({ name, content: Buffer.from(content) }));
  }
  if (request.is("multipart/form-data")) {
    await parsed(raw({ type: "multipart/form-data", limit: most }), request, response);
    return formFiles(request);
  }
  const found = request.headers["content-type"] ?? "none";
  throw new Problem(
    415,
    "No articles",
    `The body's content type is ${found}; send multipart/form-data or application/json.`,
    reason("upload.type"),
  );
}

/** A form's files, read by the parser that Node itself brings. */
async function formFiles(request: Request): Promise<UploadedFile[]> {
  const type = request.headers["content-type"] ?? "";
  const form = await new globalThis.Response(new Uint8Array(request.body as Buffer), {
    headers: { "Content-Type": type },
  })
    .formData()
    .catch(() => {
      throw new Problem(
        400,
        "Broken form",
        "The form could not be read. Send it as multipart/form-data with one part a file.",
        reason("upload.form"),
      );
    });
  const files = [...form.values()].filter((value) => typeof value !== "string");
  if (files.length === 0) {
    throw new Problem(400, "No articles", "The form holds no file. Send one part a file.", reason("upload.none"));
  }
  return Promise.all(
    files.map(async (file) => ({ name: file.name, content: new Uint8Array(await file.arrayBuffer()) })),
  );
}

function parsed(parser: ReturnType<typeof json>, request: Request, response: Response): Promise<void> {
  return new Promise((resolve, reject) =>
    parser(request, response, (error?: unknown) => (error ? reject(error) : resolve())),
  );
}
