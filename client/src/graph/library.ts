import type { EdgeView, NodeView, Subgraph } from "../../../model/api.ts";

/**
 * What the server has told so far: nodes, edges, and how many edges each node has in all. The view says which of
 * them are on the table; the library never forgets, so that undoing a step asks nobody.
 */
export interface Library {
  readonly nodes: ReadonlyMap<string, NodeView>;
  readonly edges: ReadonlyMap<string, EdgeView>;
  /** Goes up with each thing learnt. */
  readonly version: number;
  learn(answer: Pick<Subgraph, "nodes" | "edges"> & Partial<Pick<Subgraph, "more">>): void;
  /** Edges known at a node. */
  at(id: string): readonly EdgeView[];
  /** Edges of which both ends are in the set, each once. */
  among(ids: ReadonlySet<string>): EdgeView[];
  /** Edges that lead out of the set, per edge type. */
  more(id: string, shown: ReadonlySet<string>): Record<string, number>;
  subscribe(listener: () => void): () => void;
}

export function createLibrary(): Library {
  const nodes = new Map<string, NodeView>();
  const edges = new Map<string, EdgeView>();
  const around = new Map<string, Map<string, EdgeView>>();
  /** Edges per node and type in the whole graph: those told of plus those the server said it left out. */
  const totals = new Map<string, Record<string, number>>();
  const listeners = new Set<() => void>();
  let version = 0;

  const at = (id: string): EdgeView[] => [...(around.get(id)?.values() ?? [])];

  return {
    nodes,
    edges,
    get version() {
      return version;
    },
    learn(answer) {
      for (const node of answer.nodes) nodes.set(node.id, node);
      for (const edge of answer.edges) {
        edges.set(edge.id, edge);
        for (const end of [edge.from, edge.to]) {
          const known = around.get(end) ?? new Map<string, EdgeView>();
          around.set(end, known.set(edge.id, edge));
        }
      }
      if (answer.more) {
        const told = new Map(answer.nodes.map(({ id }) => [id, { ...answer.more?.[id] }]));
        for (const { from, to, type } of answer.edges) {
          for (const total of [told.get(from), told.get(to)]) if (total) total[type] = (total[type] ?? 0) + 1;
        }
        for (const [id, total] of told) totals.set(id, total);
      }
      version++;
      for (const listener of listeners) listener();
    },
    at,
    among(ids) {
      const found: EdgeView[] = [];
      for (const id of ids)
        for (const edge of around.get(id)?.values() ?? []) if (edge.from === id && ids.has(edge.to)) found.push(edge);
      return found;
    },
    more(id, shown) {
      const left = { ...totals.get(id) };
      for (const { from, to, type } of at(id)) {
        const other = from === id ? to : from;
        if (shown.has(other) && left[type] !== undefined) left[type]--;
      }
      return Object.fromEntries(Object.entries(left).filter(([, count]) => count > 0));
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
