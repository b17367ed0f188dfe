import type { Logger } from "pino";
import type { Positions } from "./layout/positions.ts";
import type { Search } from "./search/search.ts";
import type { GraphStore } from "./store/store.ts";
import type { Ingest } from "./upload.ts";
import type { Version } from "./version.ts";

/** What every route may use. */
export interface Context {
  store: GraphStore;
  search: Search;
  positions: Positions;
  version: Version;
  log: Logger;
  /** Reads uploaded articles into the store; absent: uploads are refused. */
  ingest?: Ingest;
  /** What an upload must show; absent on the loopback. */
  token?: string;
  loopback: boolean;
}
