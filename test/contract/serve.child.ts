import { extraction } from "../../ingest/line.ts";
import { createApp } from "../../server/app.ts";
import { ingestFiles } from "../../server/ingest.ts";
import { listen } from "../../server/listen.ts";
import { openStore } from "../../server/store/open.ts";
import { begun } from "./children.ts";

/** A server to be killed: the API over the store that the environment names; prints its address. */
const first = { id: "x", from: "x", format: "text", content: "France met Germany.", lang: "en" } as const;
await extraction(first); // so that the gazetteers are in memory
await begun();
const app = createApp({ store: await openStore(), ingest: ingestFiles });
const { url } = await listen(app.handler, "127.0.0.1", 0);
process.stdout.write(`${url}\n`);
