import { type Reason, reason } from "../../model/problem.ts";
import type { ArticleId, Extraction } from "../../model/stages.ts";
import { edgeTypes } from "../../model/vocabulary.ts";
import type { GraphStore } from "../store/store.ts";
import { oneAhead } from "./ahead.ts";
import { apply } from "./change.ts";
import { inTurn } from "./ledger.ts";
import { knownArticles } from "./memory.ts";
import { migrate } from "./schema.ts";

export interface Saved {
  added: number;
  /** Articles that were there with other words: their claims were replaced. */
  replaced: number;
  /** Articles that were there with the same words: nothing was written. */
  unchanged: number;
  /** Claims written. */
  claims: number;
  rejected: { article: ArticleId; why: string; reason: Reason }[];
}

export interface SaveOptions {
  /** Stops after the batch under way; what was saved until then stays. */
  signal?: AbortSignal;
  /** Called after each batch that the store has acknowledged, with the sums so far. */
  onProgress?: (saved: Saved) => void;
}

/** A batch is written in one transaction: it stands whole in the store or not at all. */
const batchSize = { articles: 500, claims: 2_000 };

/**
 * Stores articles with their claims, entities and aggregate edges. Saving the same again changes nothing; an article whose
 * words changed takes the place of its former self. The next batch is read while one is written. Rejects with StoreError
 * when the store fails; earlier batches stay.
 */
export async function save(
  store: GraphStore,
  extractions: Iterable<Extraction> | AsyncIterable<Extraction>,
  { signal, onProgress }: SaveOptions = {},
): Promise<Saved> {
  await migrate(store);
  const saved: Saved = { added: 0, replaced: 0, unchanged: 0, claims: 0, rejected: [] };
  const ended = new AbortController();
  try {
    for await (const batch of oneAhead(batches(extractions, saved, ended.signal))) {
      if (signal?.aborted) break;
      await saveBatch(store, batch, saved);
      onProgress?.({ ...saved, rejected: [...saved.rejected] });
    }
  } finally {
    ended.abort();
  }
  return saved;
}

async function saveBatch(store: GraphStore, batch: Extraction[], saved: Saved): Promise<void> {
  const { added, changed } = await inTurn(store, async (ledger) => {
    const articles = await knownArticles(store, ledger.version);
    const changed = batch.filter(({ article }) => articles.get(article.id)?.hash !== article.hash);
    const added = changed.filter(({ article }) => !articles.has(article.id)).length;
    if (changed.length > 0) await apply(store, ledger, { add: changed, remove: [] });
    return { added, changed };
  });
  saved.added += added;
  saved.replaced += changed.length - added;
  saved.unchanged += batch.length - changed.length;
  saved.claims += changed.reduce((sum, { claims }) => sum + claims.length, 0);
}

async function* batches(
  extractions: Iterable<Extraction> | AsyncIterable<Extraction>,
  saved: Saved,
  ended: AbortSignal,
): AsyncGenerator<Extraction[]> {
  let batch = new Map<ArticleId, Extraction>();
  let claims = 0;
  for await (const extraction of extractions) {
    if (ended.aborted) return;
    const { id } = extraction.article;
    const why = flaw(extraction);
    if (why) {
      saved.rejected.push({ article: id, why, reason: reason("unread.graph") });
      continue;
    }
    // The same article twice: the later words replace the earlier ones, as they would in a second run.
    if (batch.has(id) || batch.size >= batchSize.articles || claims >= batchSize.claims) {
      yield [...batch.values()];
      batch = new Map();
      claims = 0;
    }
    batch.set(id, withoutTwins(extraction));
    claims += extraction.claims.length;
  }
  if (batch.size > 0) yield [...batch.values()];
}

/** Why an extraction cannot stand in the graph, if so. Half an article is never stored. */
function flaw({ article, entities, claims }: Extraction): string | undefined {
  const ids = new Set(entities.map(({ id }) => id));
  const spaced = entities.find(({ id }) => /\s/u.test(id));
  if (spaced)
    return `the entity id "${spaced.id}" holds a space, which parts the ids of an edge: write "-" in its place`;
  for (const claim of claims) {
    const { id, type, subject, object, speaker, target, deniedBy } = claim;
    if (!edgeTypes.includes(type)) return `claim ${id} has the type "${type}", which the vocabulary does not know`;
    const missing = [subject, object, speaker, target, deniedBy].find((end) => end !== undefined && !ids.has(end));
    if (missing !== undefined)
      return `claim ${id} speaks of ${missing}, which is not among the entities of the article`;
    if (claim.article !== article.id) return `claim ${id} names the article ${claim.article}, expected ${article.id}`;
  }
  return undefined;
}

function withoutTwins(extraction: Extraction): Extraction {
  return { ...extraction, claims: [...new Map(extraction.claims.map((claim) => [claim.id, claim])).values()] };
}
