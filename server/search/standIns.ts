import { fileURLToPath } from "node:url";
import { lines } from "../../ingest/languages/lines.ts";

/** Names that a paper puts in the place of a name: a capital or a seat for its state, a people for its country. */
const forms = new Set(["capital", "seat", "demonym", "surname"]);

let read: Map<string, string[]> | undefined;

/** For each entity of the gazetteer the names that stand in for its own; the graph itself keeps only its own names. */
export function standIns(): Map<string, string[]> {
  if (read) return read;
  read = new Map();
  for (const { cells } of lines(fileURLToPath(new URL("../../ingest/gazetteer/data/names.tsv", import.meta.url)))) {
    const [entity, form, name] = cells;
    if (!entity || !name || !forms.has(form ?? "")) continue;
    const known = read.get(entity);
    if (known) known.push(name);
    else read.set(entity, [name]);
  }
  return read;
}
