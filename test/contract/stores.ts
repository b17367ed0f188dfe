import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe } from "vitest";
import { openBuiltIn } from "../../server/store/builtIn.ts";
import { openNeo4j } from "../../server/store/neo4j.ts";
import type { GraphStore } from "../../server/store/store.ts";
import { emptyData, type Neo4jForTests, neo4jForTests, turn } from "../neo4j/server.ts";

/** A place of its own for graphs, and how to reach it from another process. */
export interface Place {
  store: GraphStore;
  /** What a child process needs to open the same store (not while this one holds a built-in one). */
  environment: Record<string, string>;
  /** Closes and opens again. */
  reopen(): Promise<GraphStore>;
}

/** Says the same of every store: the built-in one always, Neo4j where it can run. `place()` is empty before each test. */
export function onEachStore(title: string, tell: (place: () => Place, name: GraphStore["name"]) => void): void {
  describe(`${title} (built-in)`, () => {
    let place: Place & { folder: string };
    beforeEach(async () => {
      const folder = mkdtempSync(join(tmpdir(), "entente-"));
      const open = () => openBuiltIn({ folder });
      place = { store: await open(), folder, environment: { DATA_DIR: folder, NEO4J_URI: "" }, reopen };
      async function reopen() {
        await place.store.close().catch(() => undefined);
        place.store = await open();
        return place.store;
      }
      return async () => {
        await place.store.close().catch(() => undefined);
        rmSync(folder, { recursive: true, force: true });
      };
    });
    tell(() => place, "built-in");
  });

  describe(`${title} (Neo4j)`, () => {
    let server: Neo4jForTests | undefined;
    let place: Place;
    beforeAll(async () => {
      server = await neo4jForTests();
    }, turn);
    afterAll(() => server?.stop());
    beforeEach(async ({ skip }) => {
      if (!server) return skip("Neo4j cannot run here");
      const { uri, user, password } = server;
      await emptyData(server);
      const open = () => openNeo4j({ uri, user, password });
      const environment = { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password };
      place = { store: await open(), environment, reopen };
      async function reopen() {
        await place.store.close();
        place.store = await open();
        return place.store;
      }
      return () => place.store.close();
    });
    tell(() => place, "neo4j");
  });
}
