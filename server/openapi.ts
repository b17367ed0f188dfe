import {
  OpenAPIRegistry,
  OpenApiGeneratorV31,
  type RouteConfig,
  type ZodRequestBody,
  zodToOpenAPIRegistry,
} from "@asteasolutions/zod-to-openapi";
import { type ZodObject, ZodType } from "zod";
import * as api from "../model/api.ts";
import about from "../package.json" with { type: "json" };
import type { Route } from "./routes/route.ts";

/** The OpenAPI 3.1 document of the given routes, made from the same schemas that check requests and answers. */
export function openapi(routes: Route[]) {
  const registry = new OpenAPIRegistry();
  // Under their names the shapes become components that other documents and generated types can refer to.
  for (const [name, schema] of Object.entries(api)) {
    if (schema instanceof ZodType) zodToOpenAPIRegistry.add(schema, { _internal: { refId: name } });
  }
  for (const route of routes) registry.registerPath(described(route));
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: "3.1.0",
    info: {
      title: "Entente",
      version: about.version,
      description: about.description,
      license: { name: "Apache-2.0", identifier: about.license },
    },
    servers: [{ url: "/" }],
  });
}

function described(route: Route): RouteConfig {
  const problem = (status: number) => [status, { description: words[status] ?? "Problem", content: asProblem }];
  return {
    method: route.method,
    path: route.path.replaceAll(/:(\w+)/g, "{$1}"),
    operationId: operation(route),
    summary: route.summary,
    tags: [route.path.split("/")[2] ?? "api"],
    request: {
      params: route.params as ZodObject | undefined,
      query: route.query as ZodObject | undefined,
      body: bodyOf(route),
    },
    responses: {
      200: { description: route.summary, content: contentOf(route.answer) },
      ...(route.cached ? { 304: { description: "Unchanged since the ETag that was sent" } } : {}),
      ...Object.fromEntries([400, ...(route.problems ?? []), 500].map(problem)),
    },
  };
}

function bodyOf({ body, upload }: Route): ZodRequestBody | undefined {
  if (body) return { required: true, content: { "application/json": { schema: body } } };
  if (!upload) return undefined;
  const files = {
    type: "object",
    properties: { files: { type: "array", items: { type: "string", format: "binary" } } },
  } as const;
  return {
    required: true,
    content: { "application/json": { schema: upload }, "multipart/form-data": { schema: files } },
  };
}

/** `GET /api/nodes/:id/neighbours` is called `getNodesNeighbours`. */
function operation(route: Route): string {
  const words = route.path.split("/").filter((part) => part && part !== "api" && !part.startsWith(":"));
  const one = route.path.split("/").at(-1)?.startsWith(":") ? ["one"] : [];
  return [route.method, ...words, ...one]
    .map((word, at) => (at ? word[0]?.toUpperCase() + word.slice(1) : word))
    .join("")
    .replaceAll(/[^A-Za-z]/g, "");
}

function contentOf(answer: Route["answer"]): Record<string, { schema: ZodType | { type: "string" } }> {
  if (!Array.isArray(answer)) return { "application/json": { schema: answer as ZodType } };
  return Object.fromEntries(answer.map((media: string) => [media, { schema: { type: "string" } }]));
}

const asProblem = { "application/problem+json": { schema: api.Problem } };
const words: Record<number, string> = {
  400: "The request is not as described",
  401: "A token is needed",
  403: "Not allowed from there",
  404: "There is no such thing",
  413: "The body is too large",
  415: "The body's content type is not accepted",
  429: "Too many requests",
  500: "Something failed here",
  503: "The store cannot answer",
  504: "The query took too long",
};
