import { extraction } from "../../ingest/line.ts";
import type { Lang } from "../../model/stages.ts";

/** The claims of a text as "subject type object, modality"; who holds which office is left out, unless told otherwise. */
export async function claimed(
  lang: Lang,
  content: string,
  without: readonly string[] = ["LEADS", "HOLDS_OFFICE_IN"],
): Promise<string[]> {
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
    .filter((claim) => !without.includes(claim.type))
    .map(({ subject, type, object, polarity, modality }) => {
      const act = polarity === "negated" ? `not ${type}` : type;
      return `${name(subject)} ${act} ${name(object)}${modality === "asserted" ? "" : `, ${modality}`}`;
    });
  return [...new Set(lines)].sort();
}
