import express, { type Express } from "express";
import { type Logger, pino } from "pino";
import { reason } from "../model/problem.ts";
import { compress } from "./compress.ts";
import type { Context, Misses, Terms } from "./context.ts";
import { secureHeaders } from "./headers.ts";
import { checkHost, refuseForeignWrites } from "./hosts.ts";
import { positions } from "./layout/positions.ts";
import { page } from "./page.ts";
import { answerProblem, Problem } from "./problem.ts";
import { requestLog } from "./requestLog.ts";
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
  misses?: Misses;
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
  misses,
  log = silent,
}: AppOptions): App {
  const version = versionOf(store);
  const context: Context = {
    ...{ store, version, log, terms, ingest, misses, token, loopback },
    search: search(store),
    positions: positions(store, log),
  };
  const handler = express();
  handler.disable("x-powered-by").disable("etag");
  handler.use(requestLog(log), secureHeaders, checkHost(hosts), refuseForeignWrites);
  handler.use(mount(routes, context));
  handler.use("/api", (request) => {
    throw new Problem(
      404,
      "Not found",
      `There is no ${request.originalUrl}. The addresses are listed in /api/openapi.json.`,
      reason("request.nothing"),
    );
  });
  if (client) handler.use(compress, page(client));
  handler.use((request) => {
    throw new Problem(404, "Not found", `There is nothing at ${request.originalUrl}.`, reason("request.nothing"));
  });
  handler.use(answerProblem(log));
  return {
    handler,
    async warm() {
      const now = await version.now();
      await Promise.all([context.search.refresh(now), context.positions.refresh(now)]);
    },
    close: () => context.positions.close(),
  };
}

const silent = pino({ level: "silent" });
