import type { z } from "zod";
import type * as shapes from "../../model/api.ts";

export type EdgeClaims = z.infer<typeof shapes.EdgeClaims>;
export type NodeDetail = z.infer<typeof shapes.NodeDetail>;
export type SearchAnswer = z.infer<typeof shapes.SearchAnswer>;
export type Stats = z.infer<typeof shapes.Stats>;
export type ArticleDetail = z.infer<typeof shapes.ArticleDetail>;
type ArticleMisses = z.infer<typeof shapes.ArticleMisses>;
export type CypherAnswer = z.infer<typeof shapes.CypherAnswer>;
export type Paths = z.infer<typeof shapes.Paths>;
export type SavedView = z.infer<typeof shapes.SavedView>;
export type Question = z.infer<typeof shapes.Question>;
export type QuestionAnswer = z.infer<typeof shapes.QuestionAnswer>;
export type Schema = z.infer<typeof shapes.Schema>;
type Problem = z.infer<typeof shapes.Problem>;
type Subgraph = shapes.Subgraph;
type Told = Pick<Problem, "status" | "title" | "detail" | "requestId"> & Partial<Pick<Problem, "reason">>;

/** What went wrong, as the server said it, or that it said nothing. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly title: string;
  /** The same as data: what the page words in its own language. None came where it was not our server that answered. */
  readonly reason: Problem["reason"] | undefined;
  readonly requestId: string | undefined;

  constructor({ status, title, detail, reason, requestId }: Told) {
    super(detail);
    this.name = "ApiProblem";
    this.status = status;
    this.title = title;
    this.reason = reason;
    this.requestId = requestId;
  }

  /** Nobody answered: the server is gone, or the network is. */
  get isSilence(): boolean {
    return this.status === 0;
  }
}

type Query = Record<string, string | number | readonly string[] | undefined>;

/** Characters that the server searches for; a sentence that is pasted may be longer, and its beginning finds it. */
const longestSearch = 200;

/** One function a route; each throws an ApiProblem. */
export const api = {
  stats: (signal?: AbortSignal) => get<Stats>("/api/stats", {}, signal),
  /** Nodes with their strongest neighbours, `limit` together, and the strongest edges among them; without a centre, the busiest tie. */
  around: (centre: readonly string[], size: { limit: number; most: number }, signal?: AbortSignal) =>
    get<Subgraph>("/api/graph", { centre, ...size }, signal),
  node: (id: string, signal?: AbortSignal) => get<NodeDetail>(`/api/nodes/${encodeURIComponent(id)}`, {}, signal),
  neighbours: (id: string, query: { types?: readonly string[]; limit: number; offset: number }, signal?: AbortSignal) =>
    get<Subgraph>(`/api/nodes/${encodeURIComponent(id)}/neighbours`, query, signal),
  paths: (from: string, to: string, types: readonly string[], signal?: AbortSignal) =>
    get<Paths>("/api/paths", { from, to, types }, signal),
  claims: (edge: string, query: { limit: number; offset: number }, signal?: AbortSignal) =>
    get<EdgeClaims>(`/api/edges/${encodeURIComponent(edge)}/claims`, query, signal),
  claim: (id: string, signal?: AbortSignal) =>
    get<shapes.ClaimView>(`/api/claims/${encodeURIComponent(id)}`, {}, signal),
  article: (id: string, signal?: AbortSignal) =>
    get<ArticleDetail>(`/api/articles/${encodeURIComponent(id)}`, {}, signal),
  misses: (id: string, signal?: AbortSignal) =>
    get<ArticleMisses>(`/api/articles/${encodeURIComponent(id)}/misses`, {}, signal),
  /** Exactly these nodes with every edge among them. */
  among: (nodes: readonly string[], signal?: AbortSignal) => post<Subgraph>("/api/graph", { nodes }, signal),
  /** Names are found at once, sentences are read through: what is shown first is asked for alone. */
  search: (q: string, of: "nodes" | "sentences", limit: number, signal?: AbortSignal) =>
    get<SearchAnswer>("/api/search", { q: q.slice(0, longestSearch).trim(), of, limit }, signal),
  cypher: (query: string, params: Record<string, unknown>, limit: number, signal?: AbortSignal) =>
    post<CypherAnswer>("/api/cypher", { query, params, limit }, signal),
  explain: (query: string, params: Record<string, unknown>, signal?: AbortSignal) =>
    post<CypherAnswer>("/api/cypher", { query, params, explain: true }, signal),
  schema: (signal?: AbortSignal) => get<Schema>("/api/schema", {}, signal),
  questions: (signal?: AbortSignal) => get<{ questions: Question[] }>("/api/questions", {}, signal),
  question: (name: string, params: Record<string, string>, signal?: AbortSignal) =>
    get<QuestionAnswer>(`/api/questions/${encodeURIComponent(name)}`, params, signal),
  saveView: (view: string) => post<SavedView>("/api/views", { view }),
  savedView: (id: string, signal?: AbortSignal) => get<SavedView>(`/api/views/${encodeURIComponent(id)}`, {}, signal),
};

async function get<Answer>(path: string, query: Query = {}, signal?: AbortSignal): Promise<Answer> {
  const parts = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || (Array.isArray(value) && value.length === 0)) continue;
    parts.set(name, Array.isArray(value) ? value.join(",") : String(value));
  }
  const text = parts.toString();
  return answer<Answer>(fetch(text ? `${path}?${text}` : path, { headers: { accept: "application/json" }, signal }));
}

async function post<Answer>(path: string, body: unknown, signal?: AbortSignal): Promise<Answer> {
  const headers = { accept: "application/json", "content-type": "application/json" };
  return answer<Answer>(fetch(path, { method: "POST", headers, body: JSON.stringify(body), signal }));
}

async function answer<Answer>(request: Promise<Response>): Promise<Answer> {
  return (await answered(request)).json();
}

/** The response to a request; rejects with an ApiProblem where the server refuses or does not answer. */
export async function answered(request: Promise<Response>): Promise<Response> {
  const response = await request.catch((error: unknown) => {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ApiProblem({ status: 0, title: "No answer", detail: "The server does not answer." });
  });
  if (response.ok) return response;
  const told = await response.json().catch(() => ({}));
  throw new ApiProblem({
    status: response.status,
    title: typeof told.title === "string" ? told.title : response.statusText,
    detail: typeof told.detail === "string" ? told.detail : `The server answered ${response.status}.`,
    reason: told.reason,
    requestId: typeof told.requestId === "string" ? told.requestId : undefined,
  });
}
