import { z } from "zod";
import { Subgraph } from "../../model/api.ts";
import { subgraph } from "../graph/read.ts";
import { edgeFilter, several, whole } from "./filter.ts";
import { route } from "./route.ts";

/** What the page starts from when nothing is asked for. */
export const graph = route({
  method: "get",
  path: "/api/graph",
  summary: "Some nodes with their strongest neighbours; without a centre, the busiest tie and what is around it",
  query: z.object({
    centre: several(z.string().min(1).max(200), 200),
    limit: whole(1, 1_000).default(60),
    most: whole(1, 100_000).optional(),
    ...edgeFilter,
  }),
  answer: Subgraph,
  problems: [503],
  cached: true,
  async handle({ query: { centre, ...options } }, { store, positions }) {
    const found = await subgraph(store, centre, options);
    return { ...found, nodes: positions.place(found.nodes) };
  },
});

/** Nodes that one view holds at most; with their edges they fill a browser. */
const mostNodes = 10_000;

/** A view that is opened again, or that grows, knows its nodes: too many names for an address, so they come as a body. */
export const exactGraph = route({
  method: "post",
  path: "/api/graph",
  summary: "Exactly these nodes with every edge among them, and what leads out of them",
  body: z.object({ nodes: z.array(z.string().min(1).max(200)).min(1).max(mostNodes) }),
  answer: Subgraph,
  problems: [413, 415, 503],
  maxBody: 1_000_000,
  async handle({ body: { nodes } }, { store, positions }) {
    const found = await subgraph(store, [...new Set(nodes)], { limit: mostNodes, only: true });
    return { ...found, nodes: positions.place(found.nodes) };
  },
});
