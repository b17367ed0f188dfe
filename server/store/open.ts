import { openBuiltIn } from "./builtIn.ts";
import type { GraphStore } from "./store.ts";

export interface StoreEnvironment {
  NEO4J_URI?: string;
  /** Folder of the built-in store; ./data when absent. */
  DATA_DIR?: string;
  [name: string]: string | undefined;
}

/** Opens the store that the environment names: Neo4j where NEO4J_URI is set, else the built-in one in DATA_DIR. */
export async function openStore(environment: StoreEnvironment = process.env): Promise<GraphStore> {
  if (environment.NEO4J_URI) {
    const { openNeo4j } = await import("./neo4j.ts");
    const { NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD, NEO4J_DATABASE } = environment;
    return openNeo4j({
      uri: NEO4J_URI,
      user: NEO4J_USER ?? "neo4j",
      password: NEO4J_PASSWORD ?? "",
      database: NEO4J_DATABASE,
    });
  }
  return openBuiltIn({ folder: environment.DATA_DIR || "./data" });
}
