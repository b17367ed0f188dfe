import { z } from "zod";
import { ArticleDetail, ArticleList, ArticleMisses } from "../../model/api.ts";
import { reason } from "../../model/problem.ts";
import { article, articles } from "../graph/read.ts";
import { Problem } from "../problem.ts";
import { page } from "./filter.ts";
import { route } from "./route.ts";

export const allArticles = route({
  method: "get",
  path: "/api/articles",
  summary: "The articles, newest first",
  query: z.object({
    ...{ lang: z.string().max(20).optional(), outlet: z.string().max(200).optional() },
    ...{ origin: z.string().max(500).optional(), ...page },
  }),
  answer: ArticleList,
  problems: [503],
  cached: true,
  handle: ({ query }, { store }) => articles(store, query),
});

export const oneArticle = route({
  method: "get",
  path: "/api/articles/:id",
  summary: "An article's text and claims",
  params: z.object({ id: z.string().max(500) }),
  answer: ArticleDetail,
  problems: [404, 503],
  cached: true,
  async handle({ params: { id } }, { store }) {
    return (await article(store, id)) ?? unknown(id);
  },
});

export const articleMisses = route({
  method: "get",
  path: "/api/articles/:id/misses",
  summary: "Sentences of an article that looked like claims and made none, with the reasons",
  params: z.object({ id: z.string().max(500) }),
  answer: ArticleMisses,
  problems: [404, 429, 503],
  cached: true,
  // The article is read again for each.
  perMinute: 120,
  async handle({ params: { id } }, { store, misses }) {
    const { article: read, text } = (await article(store, id)) ?? unknown(id);
    return { misses: (await misses?.(read, text)) ?? [] };
  },
});

function unknown(id: string): never {
  const detail = `There is no article ${JSON.stringify(id)}. It may have been removed.`;
  throw new Problem(404, "No such article", detail, reason("article.unknown", { id }));
}
