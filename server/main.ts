import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { pino } from "pino";
import { createApp } from "./app.ts";
import { buildClient, clientFolder } from "./client.ts";
import { ledger } from "./graph/ledger.ts";
import { ingestFiles, ingestPaths, missesOf } from "./ingest.ts";
import { listen, stopListening } from "./listen.ts";
import { progressLine } from "./progress.ts";
import { settings } from "./settings.ts";
import { openStore } from "./store/open.ts";
import type { GraphStore } from "./store/store.ts";
import { termsOf } from "./terms.ts";

const stopping = new AbortController();
const closers: (() => Promise<void>)[] = [];

/** `npm start [-- paths…]`: page, store, articles, server; then the address. */
async function start(paths: string[]): Promise<void> {
  const { host, port, dataDir, hosts, token, loopback, logLevel } = settings();
  // Sentences for the person go to standard output, the log of requests to standard error.
  const log = pino({ level: logLevel }, pino.destination({ fd: 2, sync: true }));
  const store = await openStore({ ...process.env, DATA_DIR: dataDir });
  closers.unshift(() => store.close());
  const app = createApp({
    store,
    client: clientFolder,
    hosts,
    loopback,
    token,
    terms: termsOf,
    ingest: ingestFiles,
    misses: missesOf,
    log,
  });
  closers.unshift(() => app.close());
  const { server, url } = await listen(app.handler, host, port);
  closers.unshift(() => stopListening(server));
  await buildClient(say);
  await fill(store, paths);
  if (stopping.signal.aborted) return;
  // A large graph takes longer to lay out than anyone waits: the page then draws without its places.
  await Promise.race([app.warm(), setTimeout(3_000, undefined, { ref: false })]);
  say(`Entente is at ${url}`);
  if (!loopback)
    say(token ? "Uploads need the token in ENTENTE_TOKEN." : "Uploads are off: set ENTENTE_TOKEN to allow them.");
}

/** Reads the given articles, or the bundled samples into a store that never held anything. */
async function fill(store: GraphStore, paths: string[]): Promise<void> {
  const given = paths.length > 0;
  if (!given && !(await isNew(store))) return;
  const from = given ? paths : [fileURLToPath(new URL("../samples", import.meta.url))];
  say(given ? "Reading articles …" : "The store is empty: reading the bundled samples …");
  const tell = progressLine(say);
  const { read, claims, rejected } = await ingestPaths(from, store, tell, stopping.signal);
  for (const { from, why } of rejected) say(`not read: ${from}: ${why}`);
  const left = rejected.length > 0 ? `, ${rejected.length} not read` : "";
  say(`${read} ${read === 1 ? "article" : "articles"} read, ${claims} ${claims === 1 ? "claim" : "claims"}${left}.`);
  if (read === 0 && rejected.length > 0)
    throw new Error("None of the articles could be read, so there is nothing to show.");
}

/** A store of another program is not ours to fill, and one that was emptied on purpose stays empty. */
async function isNew(store: GraphStore): Promise<boolean> {
  const { version } = await ledger(store);
  const { rows } = await store.read("MATCH (n) RETURN labels(n) AS labels LIMIT 10");
  return version === 0 && rows.every(({ labels }) => Array.isArray(labels) && labels.includes("Entente"));
}

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}

/** Closes everything in the reverse of its opening, so that the store is whole; a second Ctrl-C does not wait. */
async function stop(code: number): Promise<void> {
  stopping.abort();
  for (const close of closers.splice(0)) await close().catch((error: unknown) => console.error(String(error)));
  process.exit(code);
}

let asked = 0;
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    // npm and its shell pass one Ctrl-C on, so that it may arrive twice.
    if (asked > 0 && Date.now() - asked > 1_000) process.exit(130);
    if (asked > 0) return;
    asked = Date.now();
    void started.finally(() => stop(0));
    stopping.abort();
  });
}

const started = start(process.argv.slice(2)).catch(async (error: unknown) => {
  if (asked > 0) return;
  console.error(error instanceof Error ? error.message : String(error));
  if (process.env.LOG_LEVEL === "debug") console.error(error);
  await stop(1);
});
