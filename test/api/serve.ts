import { mkdtemp, rm } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type AppOptions, createApp } from "../../server/app.ts";
import { save } from "../../server/graph/save.ts";
import { openBuiltIn } from "../../server/store/builtIn.ts";
import type { GraphStore } from "../../server/store/store.ts";
import { extractions } from "./fixture.ts";

export interface Served {
  url: string;
  store: GraphStore;
  port: number;
  close(): Promise<void>;
}

/** The real server over the real built-in store, in a folder of its own, listening on a free port of the loopback. */
export async function serve(options: Partial<AppOptions> = {}, filled = true): Promise<Served> {
  const folder = await mkdtemp(join(tmpdir(), "entente-api-"));
  const store = await openBuiltIn({ folder });
  if (filled) await save(store, extractions());
  const app = createApp({ store, ...options });
  const server = app.handler.listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    ...{ store, port, url: `http://127.0.0.1:${port}` },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await app.close();
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
