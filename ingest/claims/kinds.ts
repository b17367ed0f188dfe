import type { NodeId } from "../../model/stages.ts";
import type { Gazetteer } from "../gazetteer/gazetteer.ts";
import { curated, nodesByName } from "./curated.ts";

let loaded: Map<string, ReadonlySet<NodeId>> | undefined;

/** Nodes of a kind ("kingdom", "alliance"): what a description may mean that names none of them. */
export function kind(name: string, gazetteer: Gazetteer): ReadonlySet<NodeId> {
  loaded ??= read(gazetteer);
  return loaded.get(name) ?? new Set();
}

function read(gazetteer: Gazetteer): Map<string, ReadonlySet<NodeId>> {
  const node = nodesByName(gazetteer);
  return new Map(
    curated("kinds.tsv").map(({ cells: [name = "", members = ""], place }) => [
      name,
      new Set(members.split("|").map((each) => node(each, place))),
    ]),
  );
}
