import { reason } from "../../model/problem.ts";
import { QueryRefused } from "./store.ts";

const kinds: ReadonlySet<unknown> = new Set(["node", "edge", "path"]);

/** Refuses a map that a query made to look like a node, an edge or a path: it would be drawn as if the graph held it. */
export function refuseLookalike(map: object): void {
  if (!("kind" in map) || !kinds.has(map.kind)) return;
  throw new QueryRefused(
    `A map may not call itself ${map.kind === "edge" ? "an" : "a"} ${map.kind} by its key "kind": it would be taken for one. Return it under another key.`,
    reason("query.lookalike"),
  );
}
