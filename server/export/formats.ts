import { dump } from "../graph/dump.ts";
import type { GraphStore } from "../store/store.ts";
import { type CsvPart, csv, csvArchive } from "./csv.ts";
import { cypherDump } from "./cypher.ts";
import { gexf } from "./gexf.ts";
import { graphml } from "./graphml.ts";
import { json } from "./json.ts";

export interface Format {
  /** Content type. */
  media: string;
  /** How a file's name ends. */
  ending: string;
  /** The file, piece by piece. Rejects with StoreError. */
  write(store: GraphStore): AsyncGenerator<string | Uint8Array>;
}

export const formatNames = ["gexf", "graphml", "json", "jsonl", "csv", "cypher"] as const;
export type FormatName = (typeof formatNames)[number];

/** How the graph can be taken out. `part` names one table where a format has several. */
export function format(name: FormatName, part?: CsvPart): Format {
  switch (name) {
    case "gexf":
      return { media: "application/gexf+xml", ending: ".gexf", write: gexf };
    case "graphml":
      return { media: "application/graphml+xml", ending: ".graphml", write: graphml };
    case "json":
      return { media: "application/json", ending: ".json", write: json };
    case "jsonl":
      return { media: "application/x-ndjson", ending: ".jsonl", write: dumpLines };
    case "cypher":
      return { media: "text/plain", ending: ".cypher", write: cypherDump };
    case "csv":
      if (part) return { media: "text/csv", ending: `-${part}.csv`, write: (store) => csv(store, part) };
      return { media: "application/zip", ending: "-csv.zip", write: csvArchive };
  }
}

/** Articles with all they say, one a line: what another store can be filled from. */
async function* dumpLines(store: GraphStore): AsyncGenerator<string> {
  for await (const line of dump(store)) yield `${line}\n`;
}
