import type { ArticleId, EdgeId, Extraction } from "../../model/stages.ts";
import type { GraphStore } from "../store/store.ts";
import { aggregate, type EdgeProperties } from "./aggregate.ts";
import { describedCandidates, mergeEntities, used } from "./entities.ts";
import { type Contribution, claimsOf, contribution, contributions, evidence } from "./evidence.ts";
import { type Known, type KnownArticles, knownArticle } from "./known.ts";
import { type Ledger, onlyAt } from "./ledger.ts";
import { knownArticles, remember } from "./memory.ts";
import { loosened, regrouped } from "./origins.ts";
import { articleStatements, claimStatements, dropEdges, mergeEdges, withoutOld, withoutOrphans } from "./statements.ts";
import { readTiesOfStories } from "./stories.ts";
import { tieOf } from "./tie.ts";
import { tiesAfter } from "./ties.ts";

export interface Change {
  /** Articles to store; one that is there already is replaced with all its claims. */
  add: Extraction[];
  /** Articles to take out. */
  remove: ArticleId[];
  /** Edges to make anew although none of their claims changes. */
  refresh?: EdgeId[];
}

/**
 * Makes one change of articles in one transaction: claims, their entities, the aggregate edges, what is orphaned by it.
 * Everything is worked out from the graph as of `at`; the transaction breaks when another writer was first (run it `inTurn`).
 */
export async function apply(store: GraphStore, at: Ledger, change: Change): Promise<void> {
  const articles = await knownArticles(store, at.version);
  const { add, refresh = [] } = change;
  const gone = new Set([...change.remove, ...add.map(({ article }) => article.id)].filter((id) => articles.has(id)));
  if (add.length === 0 && gone.size === 0 && refresh.length === 0) return;
  const old = await claimsOf(store, [...gone]);

  const fresh = add.map(({ article, claims }) => knownArticle(article, article.id, new Set(claims.map(tieOf))));
  const loose = loosened(articles, fresh, gone);
  await readTiesOfStories(store, articles, loose);
  const moved = regrouped(articles, loose, gone);
  const after = overlay(articles, fresh, moved);

  const news = add.flatMap(({ claims }) => claims.map(contribution)).filter((one) => one !== undefined);
  const elsewhere = [...moved.keys()].filter((id) => articles.has(id) && !gone.has(id));
  const edges = new Set([
    ...[...old, ...(await claimsOf(store, elsewhere))].map(({ edge }) => edge),
    ...news.map(({ edge }) => edge),
    ...refresh,
  ]);
  edges.delete(undefined);
  const before = await contributions(store, [...edges] as EdgeId[]);
  const kept = before.filter(({ article }) => !gone.has(article));
  const made = aggregates([...kept, ...news], (id) => after.get(id) ?? articles.get(id));
  const had = new Set(before.map(({ edge }) => edge));
  const dropped = ([...edges] as EdgeId[]).filter((edge) => !made.has(edge));
  const fromNothing = [...made.keys()].filter((edge) => !had.has(edge));

  const touched = [...new Set(old.flatMap(({ entities }) => entities))];
  await store.write([
    ...onlyAt(at.version, [...gone, ...moved.keys()]),
    ...withoutOld(old, change.remove),
    ...mergeEntities(add.flatMap(used).filter(({ candidate }) => !candidate)),
    ...mergeEntities(await describedCandidates(store, add, gone, touched)),
    ...articleStatements(add, moved),
    ...claimStatements(add),
    ...dropEdges(dropped),
    ...mergeEdges([...made.values()]),
    ...(await tiesAfter(
      store,
      fromNothing,
      dropped.filter((edge) => had.has(edge)),
    )),
    ...withoutOrphans(touched),
  ]);
  for (const id of gone) articles.delete(id);
  for (const known of after.values()) articles.set(known);
  remember(store, at.version + 1, articles);
}

/** What will be known of the articles that change. Nothing is remembered before the store has acknowledged it. */
function overlay(articles: KnownArticles, fresh: Known[], moved: Map<ArticleId, ArticleId>): Map<ArticleId, Known> {
  const after = new Map(fresh.map((known) => [known.id, known]));
  for (const [id, origin] of moved) {
    const known = after.get(id) ?? articles.get(id);
    if (known) after.set(id, { ...known, origin });
  }
  return after;
}

function aggregates(
  contributions: Contribution[],
  known: (id: ArticleId) => Known | undefined,
): Map<EdgeId, EdgeProperties> {
  const byEdge = new Map<EdgeId, Contribution[]>();
  for (const one of contributions) {
    const found = byEdge.get(one.edge);
    if (found) found.push(one);
    else byEdge.set(one.edge, [one]);
  }
  return new Map(
    [...byEdge].map(([edge, all]) => [
      edge,
      aggregate(
        edge,
        all.map((one) => evidence(one, known(one.article))),
      ),
    ]),
  );
}
