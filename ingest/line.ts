import { fromDumpLine } from "../model/dump.ts";
import { reason } from "../model/problem.ts";
import type { Extraction, Source } from "../model/stages.ts";
import { claims, type Pause } from "./claims/claims.ts";
import { document } from "./read/document.ts";
import { Unreadable } from "./read/page.ts";
import { read } from "./read/read.ts";
import { sentences } from "./read/sentences.ts";

/**
 * The line, from what was handed in to what it claims: source → page → document → sentences → claims.
 * Throws Unreadable for a source that holds no article that can be read. `pause` is called now and then in a long one.
 */
export async function extraction(source: Source, pause?: Pause): Promise<Extraction> {
  if (source.dump !== undefined) return restored(source.dump, source.from); // read before: taken as it was
  const page = await read(source); // the text as it was read, never changed afterwards
  const article = document(page); // its own words, its language and its day
  const spoken = sentences(article); // composed text, with the way back to the page
  const said = await claims(article, spoken, pause); // who did what to whom, by whose word
  return { article: article.article, ...said };
}

/** What a dump holds is not read again: its claims, their reasons and their ids stay as they were. */
function restored(line: unknown, from: string): Extraction {
  try {
    return fromDumpLine(line);
  } catch (error) {
    throw new Unreadable(`${from}: ${(error as Error).message}`, reason("unread.dump"));
  }
}
