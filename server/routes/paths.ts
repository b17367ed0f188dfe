import { z } from "zod";
import { Paths } from "../../model/api.ts";
import { EdgeTypeSchema } from "../../model/vocabulary.ts";
import { paths } from "../graph/read.ts";
import { several, whole } from "./filter.ts";
import { route } from "./route.ts";

const node = z.string().min(1).max(200);

export const shortestPaths = route({
  method: "get",
  path: "/api/paths",
  summary: "All shortest ways between two nodes, whatever the direction of the edges",
  query: z.object({
    ...{ from: node, to: node, types: several(EdgeTypeSchema) },
    ...{ hops: whole(1, 6).optional(), limit: whole(1, 100).optional() },
  }),
  answer: Paths,
  problems: [503, 504],
  cached: true,
  async handle({ query: { from, to, ...options }, signal }, { store, positions }) {
    const found = await paths(store, from, to, { ...options, timeout: 10_000, signal });
    return { ...found, nodes: positions.place(found.nodes) };
  },
});
