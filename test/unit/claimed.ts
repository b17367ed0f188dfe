import { extraction } from "../../ingest/line.ts";
import type { Lang } from "../../model/stages.ts";

/** The claims of one sentence as "subject type object, modality"; who holds which office is left out. */
export async function claimed(lang: Lang, content: string): Promise<string[]> {
  const { claims, entities } = await extraction({
    id: "sentence",
    from: "test",
    format: "text",
    content,
    clean: true,
    lang,
    published: "2025-06-10",
  });
  const name = (id: string): string => entities.find((entity) => entity.id === id)?.name.en ?? id;
  const lines = claims
    .filter((claim) => claim.type !== "LEADS" && claim.type !== "HOLDS_OFFICE_IN")
    .map(({ subject, type, object, polarity, modality }) => {
      const act = polarity === "negated" ? `not ${type}` : type;
      return `${name(subject)} ${act} ${name(object)}${modality === "asserted" ? "" : `, ${modality}`}`;
    });
  return [...new Set(lines)].sort();
}
