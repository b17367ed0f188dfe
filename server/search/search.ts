import type { z } from "zod";
import type { NodeView, SearchAnswer } from "../../model/api.ts";
import { asNode, nodeView } from "../graph/read.ts";
import type { GraphStore } from "../store/store.ts";
import { type Name, type Names, nameIndex } from "./names.ts";
import { sentences } from "./sentences.ts";
import { standIns } from "./standIns.ts";

export interface Search {
  /** Reads the names of the graph's present version unless they are known. Rejects with StoreError. */
  refresh(version: string): Promise<void>;
  /**
   * Nodes by name and sentences by their words.
   * @param asked `typed`: only what is written as the query is; `of`: both when absent
   */
  find(query: string, asked: Asked): Promise<Answer>;
}
interface Asked {
  version: string;
  limit: number;
  typed: boolean;
  of?: "all" | "nodes" | "sentences";
  signal?: AbortSignal;
}
type Answer = z.infer<typeof SearchAnswer>;

/** Nodes read at once: a larger page would be one long parse. */
const pageSize = 500;

export function search(store: GraphStore): Search {
  let known: { version: string; names: Promise<Names> } | undefined;

  function names(version: string): Promise<Names> {
    if (known?.version === version) return known.names;
    const reading = read(store).then(nameIndex);
    known = { version, names: reading };
    reading.catch(() => {
      known = undefined;
    });
    return reading;
  }

  return {
    refresh: async (version) => void (await names(version)),
    async find(query, { version, limit, typed, of = "all", signal }) {
      const hits = (await names(version)).find(query, limit, typed);
      const ids = hits.map(({ node }) => node);
      // Who types a name in one script wants the sentences of the others too, unless told not to.
      const sure = typed ? [] : hits.filter(({ how }) => how === "name" || how === "alias" || how === "script");
      const [views, found] = await Promise.all([
        of === "sentences" ? new Map<string, NodeView>() : viewsOf(store, ids, signal),
        of === "nodes" ? [] : sentences(store, query, { limit, nodes: sure.map(({ node }) => node), signal }),
      ]);
      const nodes = hits.flatMap(({ node: id, matched, how }) => {
        const node = views.get(id);
        return node ? [{ node, matched, how }] : [];
      });
      return { nodes, sentences: found };
    },
  };
}

/** Every name in the graph, page by page. */
async function read(store: GraphStore): Promise<Name[]> {
  const names: Name[] = [];
  for (let after = ""; ; ) {
    const query = "MATCH (n:Entity) WHERE n.id > $after RETURN n ORDER BY n.id LIMIT $most";
    const { rows } = await store.read(query, { after, most: pageSize });
    for (const row of rows) {
      const { id, names: main, aliases = [] } = nodeView(asNode(row.n));
      const kinds = new Map<string, Name["kind"]>();
      for (const text of standIns().get(id) ?? []) kinds.set(text, "standIn");
      for (const text of aliases) kinds.set(text, "alias");
      for (const text of Object.values(main)) kinds.set(text, "name");
      for (const [text, kind] of kinds) names.push({ node: id, text, kind });
      after = id;
    }
    if (rows.length < pageSize) return names;
  }
}

async function viewsOf(store: GraphStore, ids: string[], signal?: AbortSignal) {
  if (ids.length === 0) return new Map<string, NodeView>();
  const { rows } = await store.read("MATCH (n:Entity) WHERE n.id IN $ids RETURN n", { ids }, { signal });
  return new Map(rows.map(({ n }) => nodeView(asNode(n))).map((view) => [view.id, view]));
}
