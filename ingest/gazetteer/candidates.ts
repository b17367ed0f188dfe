import { slug } from "../../model/digest.ts";
import type { Entity, Lang, NodeId } from "../../model/stages.ts";
import type { Gazetteer } from "./gazetteer.ts";
import { romanised } from "./romanise.ts";

/**
 * A person whom the gazetteer does not know, named after a country and a title. The name stands as the text writes it;
 * `name.en` is in Latin letters, and the id is made of it, so that two articles that write the name alike mean one node.
 */
export function candidate(words: readonly string[], lang: Lang, gazetteer: Gazetteer, country?: NodeId): Entity {
  const written = words.join(" ").normalize("NFC");
  const en = romanised(written, lang, gazetteer, country);
  const name: Entity["name"] = { en };
  if (en !== written) name[lang] = written;
  return { id: slug(en), type: "Leader", labels: ["Leader"], name, aliases: [written], candidate: true };
}
