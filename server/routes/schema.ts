import { Schema } from "../../model/api.ts";
import type { GraphStore } from "../store/store.ts";
import { route } from "./route.ts";

/** What a query can name in this store: for completion in the console. */
export const schema = route({
  method: "get",
  path: "/api/schema",
  summary: "Labels, edge types and properties in use",
  answer: Schema,
  problems: [503],
  cached: true,
  async handle(_asked, { store }) {
    const [labels, types, properties] = await Promise.all([
      words(store, "CALL db.labels() YIELD label RETURN label AS word"),
      words(store, "CALL db.relationshipTypes() YIELD relationshipType RETURN relationshipType AS word"),
      words(store, "CALL db.propertyKeys() YIELD propertyKey RETURN propertyKey AS word"),
    ]);
    return { labels, types, properties };
  },
});

async function words(store: GraphStore, cypher: string): Promise<string[]> {
  const { rows } = await store.read(cypher);
  return rows.map(({ word }) => String(word)).sort();
}
