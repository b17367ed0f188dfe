import type { ArticleId } from "../../model/stages.ts";
import { isNear } from "./fingerprint.ts";
import type { Known, KnownArticles } from "./known.ts";
import { isSameStory } from "./stories.ts";

/**
 * The articles that must be grouped anew after a change: new ones, and what remains of an origin that lost one.
 * @param gone articles that are removed or replaced
 */
export function loosened(articles: KnownArticles, added: Known[], gone: Set<ArticleId>): Known[] {
  const lost = new Set([...gone].flatMap((id) => articles.get(id)?.origin ?? []));
  const rest = [...lost].flatMap((origin) => articles.ofOrigin(origin)).filter(({ id }) => !gone.has(id));
  return [...added, ...rest];
}

/**
 * The origin of each article whose origin is not what it was. Two articles are of one origin when they are near copies, or
 * when one agency is credited with both on one day and they say mostly the same; chains of such pairs are one origin, named
 * after its first article. That depends on the articles alone, never on the order in which they came.
 * @param articles all articles before the change; @param loose those to group anew, with the ties of stories
 */
export function regrouped(articles: KnownArticles, loose: Known[], gone: Set<ArticleId>): Map<ArticleId, ArticleId> {
  const isLoose = new Set(loose.map(({ id }) => id));
  const groups = new Groups();
  for (const [at, one] of loose.entries()) {
    groups.join(one.id, one.id);
    for (const other of loose.slice(at + 1)) if (isSameOrigin(one, other)) groups.join(one.id, other.id);
    // The rest of a broken origin was near to none but its own: it finds only loose ones here.
    const others = akin(articles, one).filter(({ id }) => !gone.has(id) && !isLoose.has(id));
    for (const origin of new Set(others.map((other) => other.origin))) {
      for (const { id } of articles.ofOrigin(origin)) groups.join(id, one.id);
    }
  }
  const byId = new Map(loose.map((known) => [known.id, known]));
  const moved = new Map<ArticleId, ArticleId>();
  for (const ids of groups.all()) {
    const group = ids.map((id) => byId.get(id) ?? articles.get(id)).filter((known) => known !== undefined);
    const first = group.reduce((a, b) => (isBefore(b, a) ? b : a)).id;
    for (const { id, origin } of group) if (origin !== first || byId.has(id)) moved.set(id, first);
  }
  return moved;
}

function akin(articles: KnownArticles, one: Known): Known[] {
  return [...articles.near(one.fingerprint), ...articles.ofStory(one.story).filter((other) => isSameStory(one, other))];
}

function isSameOrigin(a: Known, b: Known): boolean {
  return (a.fingerprint && b.fingerprint && isNear(a.fingerprint, b.fingerprint)) || isSameStory(a, b);
}

/** Undated articles come last; the id decides among equals. */
function isBefore(a: Known, b: Known): boolean {
  const [m, n] = [a.published ?? "~", b.published ?? "~"];
  return m === n ? a.id < b.id : m < n;
}

/** Union–find over names. */
class Groups {
  readonly #parents = new Map<string, string>();

  join(a: string, b: string): void {
    this.#parents.set(this.#root(a), this.#root(b));
  }

  all(): string[][] {
    const groups = new Map<string, string[]>();
    for (const name of this.#parents.keys()) {
      const root = this.#root(name);
      const found = groups.get(root);
      if (found) found.push(name);
      else groups.set(root, [name]);
    }
    return [...groups.values()];
  }

  #root(name: string): string {
    let root = name;
    for (let parent = this.#parents.get(root); parent && parent !== root; parent = this.#parents.get(root))
      root = parent;
    this.#parents.set(name, root);
    return root;
  }
}
