import { join } from "node:path";
import type { NodeId } from "../../model/stages.ts";
import type { Gazetteer } from "../gazetteer/gazetteer.ts";
import { DataError, type Line, lines } from "../languages/lines.ts";

/** The rows of a table in gazetteer/curated. */
export const curated = (file: string): Line[] => lines(join(import.meta.dirname, "..", "gazetteer", "curated", file));

/** Nodes by their English names, for tables that people write: a name that no node has is a DataError with its line. */
export function nodesByName(gazetteer: Gazetteer): (name: string, place: string) => NodeId {
  const ids = new Map([...gazetteer.entities()].map((entity) => [entity.name.en, entity.id]));
  return (name, place) => {
    const id = ids.get(name);
    if (!id) throw new DataError(place, `found "${name}", expected the English name of a node in the gazetteer`);
    return id;
  };
}
