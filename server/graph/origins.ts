import type { ArticleId } from "../../model/stages.ts";
import { isNear } from "./fingerprint.ts";
import type { Articles, Known } from "./known.ts";
import { isSameStory } from "./stories.ts";

/**
 * The articles that must be grouped anew after a change: new ones, and what remains of an origin that lost one.
 * @param gone articles that are removed or replaced
 */
export function loosened(articles: Articles, added: Known[], gone: Set<ArticleId>): Known[] {
  if (gone.size === 0) return added;
  const lost = new Set([...gone].map((id) => articles.get(id)?.origin));
  const rest = [...articles.values()].filter(({ id, origin }) => !gone.has(id) && lost.has(origin));
  return [...added, ...rest];
}

/**
 * The origin of each article whose origin is not what it was. Two articles are of one origin when they are near copies, or
 * when one agency is credited with both on one day and they say mostly the same; chains of such pairs are one origin, named
 * after its first article. That depends on the articles alone, never on the order in which they came.
 * @param articles all articles before the change; @param loose those to group anew, `ties` present where `storyKey` is
 */
export function regrouped(articles: Articles, loose: Known[], gone: Set<ArticleId>): Map<ArticleId, ArticleId> {
  const isLoose = new Set(loose.map(({ id }) => id));
  const groups = new Groups();
  for (const one of loose) {
    groups.join(`article ${one.id}`, `article ${one.id}`);
    const isNew = !articles.has(one.id) || gone.has(one.id);
    // What is left of a broken origin was near to none but its own; only new articles are compared with all.
    for (const other of isNew ? others(articles, gone, loose) : loose) {
      if (other.id === one.id || !sameOrigin(one, other)) continue;
      groups.join(`article ${one.id}`, isLoose.has(other.id) ? `article ${other.id}` : `origin ${other.origin}`);
    }
  }
  const moved = new Map<ArticleId, ArticleId>();
  const byOrigin = membersOf(articles, groups.origins(), isLoose, gone);
  for (const members of groups.all()) {
    const group = members.flatMap((key) => {
      if (key.startsWith("origin ")) return byOrigin.get(key.slice(7)) ?? [];
      return loose.filter(({ id }) => `article ${id}` === key);
    });
    const first = group.reduce((a, b) => (isBefore(b, a) ? b : a)).id;
    for (const { id, origin } of group) if (origin !== first || isLoose.has(id)) moved.set(id, first);
  }
  return moved;
}

function sameOrigin(a: Known, b: Known): boolean {
  return (a.fingerprint && b.fingerprint && isNear(a.fingerprint, b.fingerprint)) || isSameStory(a, b);
}

/** Undated articles come last; the id decides among equals. */
function isBefore(a: Known, b: Known): boolean {
  const [m, n] = [a.published ?? "~", b.published ?? "~"];
  return m === n ? a.id < b.id : m < n;
}

function* others(articles: Articles, gone: Set<ArticleId>, loose: Known[]): Generator<Known> {
  for (const known of articles.values()) if (!gone.has(known.id)) yield known;
  yield* loose;
}

function membersOf(articles: Articles, origins: Set<string>, isLoose: Set<ArticleId>, gone: Set<ArticleId>) {
  const members = new Map<string, Known[]>();
  if (origins.size === 0) return members;
  for (const known of articles.values()) {
    if (isLoose.has(known.id) || gone.has(known.id) || !origins.has(known.origin)) continue;
    const found = members.get(known.origin);
    if (found) found.push(known);
    else members.set(known.origin, [known]);
  }
  return members;
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
      groups.set(root, [...(groups.get(root) ?? []), name]);
    }
    return [...groups.values()];
  }

  origins(): Set<string> {
    const names = [...this.#parents.keys()].filter((name) => name.startsWith("origin "));
    return new Set(names.map((name) => name.slice(7)));
  }

  #root(name: string): string {
    let root = name;
    for (
      let parent = this.#parents.get(root);
      parent !== undefined && parent !== root;
      parent = this.#parents.get(root)
    ) {
      root = parent;
    }
    this.#parents.set(name, root);
    return root;
  }
}
