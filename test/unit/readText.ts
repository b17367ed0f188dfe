import { extraction } from "../../ingest/line.ts";
import type { Entity } from "../../model/stages.ts";

/** What is read in a text that was published on a day, and a way from a node's id to its English name. */
export async function readText(lang: string, text: string, published: string) {
  const article = { id: "x", from: "x", format: "text", content: text, lang, published, clean: true } as const;
  const { entities, claims } = await extraction(article);
  const name = (id: string) => entities.find((entity: Entity) => entity.id === id)?.name.en;
  return { entities, claims, name };
}
