import { z } from "zod";
import { openapi } from "../openapi.ts";
import { allArticles, articleMisses, oneArticle } from "./articles.ts";
import { claimsOfEdge, oneClaim } from "./claims.ts";
import { cypher } from "./cypher.ts";
import { exportGraph } from "./export.ts";
import { exactGraph, graph } from "./graph.ts";
import { health } from "./health.ts";
import { nodeNeighbours, oneNode } from "./nodes.ts";
import { shortestPaths } from "./paths.ts";
import { allQuestions, oneQuestion } from "./questions.ts";
import { type Route, route } from "./route.ts";
import { schema } from "./schema.ts";
import { searchAll } from "./search.ts";
import { numbers } from "./stats.ts";
import { uploadArticles } from "./upload.ts";
import { savedView, saveView } from "./views.ts";
import { words } from "./vocabulary.ts";

/** The whole API, one resource a file. */
export const routes: Route[] = [
  ...[words, numbers, graph, exactGraph, searchAll, oneNode, nodeNeighbours, shortestPaths],
  ...[claimsOfEdge, oneClaim, allArticles, oneArticle, articleMisses, uploadArticles],
  ...[allQuestions, oneQuestion, cypher, schema, exportGraph, saveView, savedView, health],
  route({
    method: "get",
    path: "/api/openapi.json",
    summary: "This API, described as OpenAPI 3.1",
    answer: z.record(z.string(), z.unknown()),
    handle: async () => document,
  }),
];

const document = openapi(routes);
