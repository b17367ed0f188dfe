import type { Logger } from "pino";
import type { z } from "zod";
import type { ArticleSummary, Term } from "../model/api.ts";
import type { NearMiss } from "../model/miss.ts";
import type { NodeId } from "../model/stages.ts";
import type { Positions } from "./layout/positions.ts";
import type { Search } from "./search/search.ts";
import type { GraphStore } from "./store/store.ts";
import type { Ingest } from "./upload.ts";
import type { Version } from "./version.ts";

export type Terms = (id: NodeId) => z.infer<typeof Term>[];

export type Misses = (article: ArticleSummary, text: string) => Promise<NearMiss[]>;

/** What every route may use. */
export interface Context {
  store: GraphStore;
  search: Search;
  positions: Positions;
  version: Version;
  log: Logger;
  /** Offices and memberships known of a node beforehand; absent: none are. */
  terms?: Terms;
  /** Reads uploaded articles into the store; absent: uploads are refused. */
  ingest?: Ingest;
  /** Reads an article again for what nearly made a claim; absent: nobody is told. */
  misses?: Misses;
  /** What an upload must show; absent on the loopback. */
  token?: string;
  loopback: boolean;
}
