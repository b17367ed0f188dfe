import { Graph, layout } from "@dagrejs/dagre";
import { fitted } from "./force.ts";
import type { Place, Plan } from "./layout.ts";

/** Past this the library takes minutes; rows by distance from the busiest node take no time. */
const most = { points: 160, lines: 420 };

/** Rows from those who act to those who are acted on. */
export function hierarchical(plan: Plan): Place[] {
  const { points, lines, aspect } = plan;
  if (points.length > most.points || lines.length > most.lines) return rows(plan);
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

/** Rows by the number of steps from the node with most edges, each row ordered by where its neighbours above stand. */
function rows({ points, lines, aspect }: Plan): Place[] {
  const ties = new Map<string, string[]>(points.map(({ id }) => [id, []]));
  for (const [from, to] of lines) {
    ties.get(from)?.push(to);
    ties.get(to)?.push(from);
  }
  const order = [...ties].sort((a, b) => b[1].length - a[1].length).map(([id]) => id);
  const places = new Map<string, Place>();
  let y = 0;
  for (const top of order) {
    for (let row = places.has(top) ? [] : [top]; row.length > 0; y--) {
      for (const [index, id] of row.entries()) places.set(id, { id, x: (index + 1) / (row.length + 1), y });
      const next = new Map<string, number[]>();
      for (const id of row)
        for (const other of ties.get(id) ?? [])
          if (!places.has(other)) next.set(other, [...(next.get(other) ?? []), places.get(id)!.x]);
      const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
      row = [...next].sort((a, b) => mean(a[1]) - mean(b[1])).map(([id]) => id);
    }
  }
  return fitted([...places.values()], aspect);
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
