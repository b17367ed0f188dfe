import { UndirectedGraph } from "graphology";
import louvain from "graphology-communities-louvain";
import betweenness from "graphology-metrics/centrality/betweenness.js";
import pagerank from "graphology-metrics/centrality/pagerank.js";
import { own } from "./interop.ts";
import type { Plan } from "./layout.ts";

export type Scores = [id: string, score: number][];

/** How central each node is in the picture, 0…1 of the most central. */
export function centrality(plan: Plan, measure: "betweenness" | "pagerank"): Scores {
  const graph = joined(plan);
  if (graph.order === 0) return [];
  const scores: Record<string, number> =
    measure === "pagerank"
      ? own(pagerank)(graph, { getEdgeWeight: "weight" })
      : own(betweenness)(graph, { getEdgeWeight: null });
  const most = Object.values(scores).reduce((a, b) => Math.max(a, b), 0);
  return Object.entries(scores).map(([id, score]) => [id, most > 0 ? score / most : 0]);
}

/**
 * Groups that hold together more than chance (Louvain), numbered from 0 by size; who stands alone is in none. The same
 * picture gives the same groups.
 */
export function communities(plan: Plan): Scores {
  const graph = joined(plan);
  if (graph.size === 0) return [];
  const found: Record<string, number> = own(louvain)(graph, {
    getEdgeWeight: "weight",
    rng: () => 0.5,
    randomWalk: false,
  });
  const sizes = new Map<number, number>();
  for (const group of Object.values(found)) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  const order = [...sizes]
    .filter(([, size]) => size > 1)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .map(([group]) => group);
  return Object.entries(found).flatMap(
    ([id, group]): Scores => (sizes.get(group) === 1 ? [] : [[id, order.indexOf(group)]]),
  );
}

function joined({ points, lines }: Plan): UndirectedGraph {
  const graph = new UndirectedGraph();
  for (const { id } of points) graph.mergeNode(id);
  for (const [from, to, weight] of lines) {
    if (from === to || !graph.hasNode(from) || !graph.hasNode(to)) continue;
    const edge = graph.edge(from, to);
    if (edge) graph.updateEdgeAttribute(edge, "weight", (old) => Number(old) + weight);
    else graph.addEdge(from, to, { weight });
  }
  return graph;
}
