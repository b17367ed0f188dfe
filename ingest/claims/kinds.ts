import { join } from "node:path";
import type { NodeId } from "../../model/stages.ts";
import type { Gazetteer } from "../gazetteer/gazetteer.ts";
import { lines } from "../languages/lines.ts";

let loaded: Map<string, ReadonlySet<NodeId>> | undefined;

/** Nodes of a kind ("kingdom", "alliance"): a description names the one that the article has named last. */
export function kind(name: string, gazetteer: Gazetteer): ReadonlySet<NodeId> {
  loaded ??= read(gazetteer);
  return loaded.get(name) ?? new Set();
}

function read(gazetteer: Gazetteer): Map<string, ReadonlySet<NodeId>> {
  const ids = new Map([...gazetteer.entities()].map((entity) => [entity.name.en, entity.id]));
  const file = join(import.meta.dirname, "..", "gazetteer", "curated", "kinds.tsv");
  return new Map(
    lines(file).map(({ cells: [name = "", members = ""] }) => [
      name,
      new Set(members.split("|").flatMap((each) => ids.get(each) ?? [])),
    ]),
  );
}
