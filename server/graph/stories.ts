import type { EdgeId } from "../../model/stages.ts";
import type { GraphStore } from "../store/store.ts";
import type { Known, KnownArticles } from "./known.ts";

/** One agency's story in other words: credited to it on the same day, and mostly the same is claimed. */
export function isSameStory(a: Known, b: Known): boolean {
  return a.story !== undefined && a.story === b.story && claimMostlyTheSame(a.ties, b.ties);
}

/** At least half of all that the two claim is claimed by both. */
function claimMostlyTheSame(a: Set<EdgeId> = new Set(), b: Set<EdgeId> = new Set()): boolean {
  const both = [...a].filter((tie) => b.has(tie)).length;
  return both > 0 && 2 * both >= a.size + b.size - both;
}

/**
 * Reads what some stories and their possible other tellings claim, as far as it is not known yet.
 * `MATCH (a:Article {id: $id})<-[:STATED_IN]-(c:Claim) RETURN c.tie` for each.
 */
export async function readTiesOfStories(store: GraphStore, articles: KnownArticles, some: Known[]): Promise<void> {
  const stories = new Set(some.map(({ story }) => story));
  const unread = [...some, ...[...stories].flatMap((story) => articles.ofStory(story))].filter(
    ({ story, ties }) => story && !ties,
  );
  if (unread.length === 0) return;
  const query = "UNWIND $ids AS id MATCH (a:Article {id: id})<-[:STATED_IN]-(c:Claim) RETURN id, c.tie AS tie";
  const ties = new Map(unread.map(({ id }) => [id, new Set<EdgeId>()]));
  for (const { id, tie } of (await store.read(query, { ids: [...ties.keys()] })).rows)
    ties.get(String(id))?.add(String(tie));
  for (const known of unread) known.ties = ties.get(known.id);
}
