import type { Claim, Document, Entity, Sentence, Skipped } from "../../model/stages.ts";

/** What the sentences of a document claim, the nodes they name, and what looked like a claim and was left out. */
export function claims(
  _document: Document,
  _sentences: Sentence[],
): { entities: Entity[]; claims: Claim[]; skipped: Skipped[] } {
  return { entities: [], claims: [], skipped: [] };
}
