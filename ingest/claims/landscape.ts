import { join } from "node:path";
import { lines } from "../languages/lines.ts";

const loaded = new Map<string, ReadonlySet<string>>();

/** Seas and continents: places that no state act has as its party. */
export const landscape = (): ReadonlySet<string> => ids("landscape.tsv");

/** News agencies: nodes only where a claim rests on them, because a text that quotes them does not speak of them. */
export const press = (): ReadonlySet<string> => ids("press.tsv");

function ids(file: string): ReadonlySet<string> {
  const known = loaded.get(file);
  if (known) return known;
  const read = new Set(
    lines(join(import.meta.dirname, "..", "gazetteer", "curated", file)).map(({ cells }) => cells[0]!),
  );
  loaded.set(file, read);
  return read;
}
