import { join } from "node:path";
import { lines } from "../languages/lines.ts";

let loaded: ReadonlySet<string> | undefined;

/** Seas and continents: places that no state act has as its party. */
export function landscape(): ReadonlySet<string> {
  loaded ??= new Set(
    lines(join(import.meta.dirname, "..", "gazetteer", "curated", "landscape.tsv")).map(({ cells }) => cells[0]!),
  );
  return loaded;
}
