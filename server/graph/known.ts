import type { Article, ArticleId, EdgeId } from "../../model/stages.ts";
import { type Fingerprint, Fingerprints, fingerprint } from "./fingerprint.ts";

/** What is kept in memory of each article, a few hundred bytes: enough to tell near copies without asking the store. */
export interface Known {
  id: ArticleId;
  hash: string;
  fingerprint?: Fingerprint;
  outlet?: string;
  published?: string;
  /** Agency and day, of agency stories: only among equals of this can two be one story in other words. */
  story?: string;
  /** Ties of the claims of a story; undefined until they are asked for. */
  ties?: Set<EdgeId>;
  /** Id of the first article of the same origin. */
  origin: ArticleId;
}

export function knownArticle(article: Article, origin: ArticleId, ties?: Set<EdgeId>): Known {
  const { id, hash, agency, outlet, published } = article;
  const story = agency && published ? `${agency} ${published.slice(0, 10)}` : undefined;
  return {
    ...{ id, hash, origin, fingerprint: fingerprint(article.fingerprint) },
    ...{ outlet: outlet ?? undefined, published: published ?? undefined, story, ties: story ? ties : undefined },
  };
}

/** All articles of a graph, and which of them are akin. */
export class KnownArticles {
  readonly #all = new Map<ArticleId, Known>();
  readonly #fingerprints = new Fingerprints();
  readonly #stories = new Map<string, Set<ArticleId>>();
  /** Of each origin the articles after its first, which bears its id: most origins have no other. */
  readonly #copies = new Map<ArticleId, Set<ArticleId>>();

  has(id: ArticleId): boolean {
    return this.#all.has(id);
  }

  get(id: ArticleId): Known | undefined {
    return this.#all.get(id);
  }

  /** Articles whose fingerprints are near this one. */
  near(to: Fingerprint | undefined): Known[] {
    return to ? this.#fingerprints.near(to).map((id) => this.#known(id)) : [];
  }

  ofStory(story: string | undefined): Known[] {
    return [...(this.#stories.get(story ?? "") ?? [])].map((id) => this.#known(id));
  }

  ofOrigin(origin: ArticleId): Known[] {
    const first = this.#all.get(origin);
    const copies = [...(this.#copies.get(origin) ?? [])].map((id) => this.#known(id));
    return first?.origin === origin ? [first, ...copies] : copies;
  }

  set(known: Known): void {
    this.delete(known.id);
    this.#all.set(known.id, known);
    if (known.fingerprint) this.#fingerprints.set(known.id, known.fingerprint);
    if (known.story) put(this.#stories, known.story, known.id);
    if (known.origin !== known.id) put(this.#copies, known.origin, known.id);
  }

  delete(id: ArticleId): void {
    const known = this.#all.get(id);
    if (!known) return;
    this.#all.delete(id);
    this.#fingerprints.delete(id);
    if (known.story) take(this.#stories, known.story, id);
    if (known.origin !== id) take(this.#copies, known.origin, id);
  }

  #known(id: ArticleId): Known {
    const known = this.#all.get(id);
    if (!known) throw new Error(`article ${id} is indexed but not known`);
    return known;
  }
}

function put(sets: Map<string, Set<ArticleId>>, key: string, id: ArticleId): void {
  const found = sets.get(key);
  if (found) found.add(id);
  else sets.set(key, new Set([id]));
}

function take(sets: Map<string, Set<ArticleId>>, key: string, id: ArticleId): void {
  const found = sets.get(key);
  found?.delete(id);
  if (found?.size === 0) sets.delete(key);
}
