import compression from "compression";
import express, { type Express } from "express";
import { type Logger, pino } from "pino";
import { pinoHttp } from "pino-http";
import type { Context, Terms } from "./context.ts";
import { checkHost, isOnThisMachine, refuseForeignWrites } from "./hosts.ts";
import { positions } from "./layout/positions.ts";
import { page, secureHeaders } from "./page.ts";
import { answerProblem, Problem } from "./problem.ts";
import { requestId } from "./requestId.ts";
import { mount } from "./routes/mount.ts";
import { routes } from "./routes/routes.ts";
import { search } from "./search/search.ts";
import type { GraphStore } from "./store/store.ts";
import type { Ingest } from "./upload.ts";
import { versionOf } from "./version.ts";

export interface AppOptions {
  store: GraphStore;
  /** Folder of the built client; absent: the API alone. */
  client?: string;
  /** Names, beside the loopback's, that requests may call this server by. */
  hosts?: string[];
  /** Whether only this machine can reach the server; uploads need no token then. */
  loopback?: boolean;
  token?: string;
  /** Offices and memberships known of a node beforehand. */
  terms?: Terms;
  /** Reads uploaded articles; absent: uploads are refused. */
  ingest?: Ingest;
  log?: Logger;
}

export interface App {
  handler: Express;
  /** Works out ahead what the first request would wait for: names and positions. Never rejects. */
  warm(): Promise<void>;
  /** Stops the work in the background; the store stays open, it belongs to the caller. */
  close(): Promise<void>;
}

/** The whole HTTP server over one store, not yet listening. */
export function createApp({
  store,
  client,
  hosts = [],
  loopback = true,
  token,
  terms,
  ingest,
  log = silent,
}: AppOptions): App {
  const version = versionOf(store);
  const context: Context = {
    ...{ store, version, log, terms, ingest, token, loopback },
    search: search(store),
    positions: positions(store, log),
  };
  const handler = express();
  handler.disable("x-powered-by").disable("etag");
  handler.use(pinoHttp({ logger: log, genReqId: requestId, serializers }));
  handler.use(secureHeaders, checkHost(hosts), refuseForeignWrites, compression({ filter: compressible, level: 3 }));
  handler.use(mount(routes, context));
  handler.use("/api", (request) => {
    throw new Problem(
      404,
      "Not found",
      `There is no ${request.originalUrl}. The addresses are listed in /api/openapi.json.`,
    );
  });
  if (client) handler.use(page(client));
  handler.use((request) => {
    throw new Problem(404, "Not found", `There is nothing at ${request.originalUrl}.`);
  });
  handler.use(answerProblem);
  return {
    handler,
    async warm() {
      const now = await version.now();
      await Promise.all([context.search.refresh(now), context.positions.refresh(now)]);
    },
    close: () => context.positions.close(),
  };
}

/** Headers stay out of the log: one of them may be a token. */
const serializers = {
  req: ({ id, method, url }: { id: string; method: string; url: string }) => ({ id, method, url }),
  res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
};

const silent = pino({ level: "silent" });

/** Bytes up to which sending to the same machine is quicker than compressing. */
const sentAsItIs = 48 * 1024;

/** An event stream must arrive as it is written, not when a block of compressed bytes is full. */
function compressible(request: express.Request, response: express.Response): boolean {
  if (String(response.getHeader("Content-Type")).startsWith("text/event-stream")) return false;
  if (Number(response.getHeader("Content-Length")) < sentAsItIs && isOnThisMachine(request)) return false;
  return compression.filter(request, response);
}
