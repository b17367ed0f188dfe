import { Graph, layout } from "@dagrejs/dagre";
import { fitted } from "./force.ts";
import type { Place, Plan } from "./layout.ts";

/** Rows from those who act to those who are acted on. */
export function hierarchical({ points, lines, aspect }: Plan): Place[] {
  const graph = new Graph({ multigraph: false });
  graph.setGraph({ rankdir: "TB", nodesep: 60, ranksep: 90, ranker: "tight-tree" });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { id } of points) graph.setNode(id, { width: 60, height: 30 });
  for (const [from, to] of lines) if (from !== to && graph.hasNode(from) && graph.hasNode(to)) graph.setEdge(from, to);
  layout(graph);
  return fitted(
    points.map(({ id }) => {
      const { x = 0, y = 0 } = graph.node(id) ?? {};
      return { id, x, y: -y };
    }),
    aspect,
  );
}

/** A ring, in the order given: who calls it puts those who belong together side by side. */
export function circular({ points, aspect }: Plan): Place[] {
  return fitted(
    points.map(({ id }, index) => {
      const angle = Math.PI / 2 - (2 * Math.PI * index) / points.length;
      return { id, x: Math.cos(angle), y: Math.sin(angle) };
    }),
    Math.min(1.3, aspect),
  );
}
