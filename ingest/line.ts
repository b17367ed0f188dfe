import type { Extraction, Source } from "../model/stages.ts";
import { claims } from "./claims/claims.ts";
import { document } from "./read/document.ts";
import { read } from "./read/read.ts";
import { sentences } from "./read/sentences.ts";

/**
 * The line, from what was handed in to what it claims: source → page → document → sentences → claims.
 * Throws Unreadable for a source that holds no article that can be read.
 */
export async function extraction(source: Source): Promise<Extraction> {
  const page = await read(source); // the text as it was read, never changed afterwards
  const article = document(page); // its own words, its language and its day
  const spoken = sentences(article); // composed text, with the way back to the page
  const said = claims(article, spoken); // who did what to whom, by whose word
  return { article: article.article, ...said };
}
