import { z } from "zod";
import { ClaimView, EdgeClaims } from "../../model/api.ts";
import { reason } from "../../model/problem.ts";
import { claim, edgeClaims } from "../graph/read.ts";
import { Problem } from "../problem.ts";
import { page } from "./filter.ts";
import { route } from "./route.ts";

const params = z.object({ id: z.string().max(500) });

export const claimsOfEdge = route({
  method: "get",
  path: "/api/edges/:id/claims",
  summary: "The claims behind an edge, newest first, and those that say the opposite",
  params,
  query: z.object(page),
  answer: EdgeClaims,
  problems: [404, 503],
  cached: true,
  async handle({ params: { id }, query }, { store }) {
    const found = await edgeClaims(store, id, query);
    if (found) return found;
    throw new Problem(
      404,
      "No such edge",
      `There is no edge ${JSON.stringify(id)}; an edge's id reads "<node> <TYPE> <node>".`,
      reason("edge.unknown", { id }),
    );
  },
});

export const oneClaim = route({
  method: "get",
  path: "/api/claims/:id",
  summary: "A claim with its sentence, the marked spans and why it was read so",
  params,
  answer: ClaimView,
  problems: [404, 503],
  cached: true,
  async handle({ params: { id } }, { store }) {
    const found = await claim(store, id);
    if (found) return found;
    throw new Problem(
      404,
      "No such claim",
      `There is no claim ${JSON.stringify(id)}. Its article may have been removed or replaced.`,
      reason("claim.unknown", { id }),
    );
  },
});
