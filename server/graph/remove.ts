import type { ArticleId } from "../../model/stages.ts";
import type { GraphStore } from "../store/store.ts";
import { apply } from "./change.ts";
import { inTurn } from "./ledger.ts";
import { knownArticles } from "./memory.ts";
import { migrate } from "./schema.ts";

/**
 * Takes an article out with its claims; an edge goes with its last claim, an entity with the last claim that uses it.
 * Answers false when there is no such article.
 */
export async function remove(store: GraphStore, article: ArticleId): Promise<boolean> {
  await migrate(store);
  return inTurn(store, async (ledger) => {
    if (!(await knownArticles(store, ledger.version)).has(article)) return false;
    await apply(store, ledger, { add: [], remove: [article] });
    return true;
  });
}
