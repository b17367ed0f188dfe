import { z } from "zod";
import { SearchAnswer } from "../../model/api.ts";
import { route } from "./route.ts";

export const searchAll = route({
  method: "get",
  path: "/api/search",
  summary: "Nodes by any of their names in any script, and sentences by their words",
  query: z.object({
    q: z.string().trim().min(1).max(200),
    /** `typed`: only what is written in the letters of the query. */
    as: z.enum(["any", "typed"]).default("any"),
    /** Only one of the two: names are found at once, while sentences are read through. */
    of: z.enum(["all", "nodes", "sentences"]).default("all"),
    limit: z.coerce.number().int().min(1).max(50).default(10),
  }),
  answer: SearchAnswer,
  problems: [503],
  cached: true,
  async handle({ query: { q, as, of, limit }, signal }, { search, version, positions }) {
    const found = await search.find(q, { version: await version.now(), limit, typed: as === "typed", of, signal });
    const placed = positions.place(found.nodes.map(({ node }) => node));
    return { ...found, nodes: found.nodes.map((hit, at) => ({ ...hit, node: placed[at] ?? hit.node })) };
  },
});
