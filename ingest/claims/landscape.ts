import type { NodeId } from "../../model/stages.ts";
import { curated } from "./curated.ts";

const loaded = new Map<string, ReadonlySet<string>>();
let declared: ReadonlyMap<NodeId, NodeId> | undefined;

/** Seas and continents: places that no state act has as its party. */
export const landscape = (): ReadonlySet<string> => ids("landscape.tsv");

/** News agencies: nodes only where a claim rests on them, because a text that quotes them does not speak of them. */
export const press = (): ReadonlySet<string> => ids("press.tsv");

/** The state that a region's rulers declared: what is recognised under the region's name. */
export function republics(): ReadonlyMap<NodeId, NodeId> {
  declared ??= new Map(curated("republics.tsv").map(({ cells: [region, republic] }) => [region!, republic!]));
  return declared;
}

function ids(file: string): ReadonlySet<string> {
  const known = loaded.get(file);
  if (known) return known;
  const read = new Set(curated(file).map(({ cells }) => cells[0]!));
  loaded.set(file, read);
  return read;
}
