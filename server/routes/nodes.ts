import { z } from "zod";
import { NodeDetail, Subgraph } from "../../model/api.ts";
import { reason } from "../../model/problem.ts";
import { neighbours, node } from "../graph/read.ts";
import { Problem } from "../problem.ts";
import { edgeFilter, page } from "./filter.ts";
import { route } from "./route.ts";

const params = z.object({ id: z.string().max(200) });

export const oneNode = route({
  method: "get",
  path: "/api/nodes/:id",
  summary: "A node with its ties, its claims over time and its newest articles",
  params,
  answer: NodeDetail,
  problems: [404, 503],
  cached: true,
  async handle({ params: { id } }, { store, positions, terms }) {
    const found = (await node(store, id)) ?? unknown(id);
    return { ...found, node: positions.place([found.node])[0], terms: terms?.(id) ?? [] };
  },
});

export const nodeNeighbours = route({
  method: "get",
  path: "/api/nodes/:id/neighbours",
  summary: "A page of a node's edges, those with most independent sources first, with the nodes at their other ends",
  params,
  query: z.object({ ...page, ...edgeFilter }),
  answer: Subgraph,
  problems: [404, 503],
  cached: true,
  async handle({ params: { id }, query }, { store, positions }) {
    const found = (await neighbours(store, id, query)) ?? unknown(id);
    return { ...found, nodes: positions.place(found.nodes) };
  },
});

function unknown(id: string): never {
  throw new Problem(
    404,
    "No such node",
    `There is no node ${JSON.stringify(id)} in the graph. /api/search finds nodes by name.`,
    reason("node.unknown", { id }),
  );
}
