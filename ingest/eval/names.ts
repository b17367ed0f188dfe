import type { GoldEntity } from "./gold.ts";

/** A name as it is compared: without accents, case, points, apostrophes and hyphens, without a leading "the". */
export function folded(name: string): string {
  const bare = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[\u2018\u2019'`.,()-]|\u200c|\u200d/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  return bare.startsWith("the ") ? bare.slice(4) : bare;
}

export const isWikidataId = (id: string): boolean => /^Q\d+$/.test(id);

/** Leads a Wikidata id, a name, an alias or a mention to one key: the folded English name. The first use of a name holds. */
export class Names {
  private readonly ids = new Map<string, string>();
  private readonly names = new Map<string, string>();

  constructor(entities: Iterable<GoldEntity>) {
    for (const entity of entities) {
      const key = folded(entity.name_en);
      if (entity.id && !this.ids.has(entity.id)) this.ids.set(entity.id, key);
      for (const name of [entity.name_en, ...(entity.aliases ?? []), ...(entity.mentions ?? [])]) {
        const form = folded(name);
        if (!this.names.has(form)) this.names.set(form, key);
      }
    }
  }

  byId(id: string): string | undefined {
    return this.ids.get(id);
  }

  byName(name: string): string | undefined {
    return this.names.get(folded(name));
  }

  /** The key of an id or a name: of this article's own first, else of the pool of all articles, else itself. */
  key(reference: string, pool: Names): string {
    if (isWikidataId(reference)) return this.byId(reference) ?? pool.byId(reference) ?? reference;
    return this.byName(reference) ?? pool.byName(reference) ?? folded(reference);
  }
}
