import type { EdgeId } from "../../model/stages.ts";
import type { GraphStore } from "../store/store.ts";
import type { Articles, Known } from "./known.ts";

/** One agency's story in other words: credited to it on the same day, and mostly the same is claimed. */
export function isSameStory(a: Known, b: Known): boolean {
  const key = storyKey(a);
  return key !== undefined && key === storyKey(b) && claimMostlyTheSame(a.ties, b.ties);
}

function storyKey({ agency, published }: Known): string | undefined {
  return agency && published ? `${agency} ${published.slice(0, 10)}` : undefined;
}

/** At least half of all that the two claim is claimed by both. */
function claimMostlyTheSame(a: Set<EdgeId> = new Set(), b: Set<EdgeId> = new Set()): boolean {
  const both = [...a].filter((tie) => b.has(tie)).length;
  return both > 0 && 2 * both >= a.size + b.size - both;
}

/**
 * Reads what the possible other tellings of some stories claim, as far as it is not known yet.
 * `MATCH (a:Article {id: $id})<-[:STATED_IN]-(c:Claim) RETURN c.tie` for each.
 */
export async function readTiesOfStories(store: GraphStore, articles: Articles, stories: Known[]): Promise<void> {
  const keys = new Set(stories.map(storyKey));
  keys.delete(undefined);
  if (keys.size === 0) return;
  const unread = new Map<string, Set<EdgeId>>();
  for (const known of [...stories, ...articles.values()]) {
    if (known.ties || !keys.has(storyKey(known))) continue;
    known.ties = new Set();
    unread.set(known.id, known.ties);
  }
  const query = `UNWIND $ids AS id MATCH (a:Article {id: id})<-[:STATED_IN]-(c:Claim) RETURN id, c.tie AS tie`;
  const { rows } = unread.size > 0 ? await store.read(query, { ids: [...unread.keys()] }) : { rows: [] };
  for (const { id, tie } of rows) unread.get(String(id))?.add(String(tie));
}
