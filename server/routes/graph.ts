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
