import { claimId, contentHash } from "../../model/digest.ts";
import { fingerprint } from "../../model/origin.ts";
import type { Article, Claim, Entity, Extraction } from "../../model/stages.ts";
import type { EdgeType, NodeType } from "../../model/vocabulary.ts";

/** A claim as a test writes it: `{ says: ["Q159", "REFUSED", "Q212"] }` and what differs from a plain assertion. */
export interface Said extends Partial<Claim> {
  says: [subject: string, type: EdgeType, object: string];
}

/** One invented article with one sentence a claim. */
export function article(id: string, said: Said[], about: Partial<Article> & { entities?: Entity[] } = {}): Extraction {
  const { entities: described = [], ...given } = about;
  const sentences = said.map(({ says, sentence }) => sentence ?? `${says.join(" ")} as ${id} tells.`);
  const text = given.text ?? sentences.join(" ");
  const lang = given.lang ?? "en";
  let start = 0;
  const claims = said.map(({ says: [subject, type, object], ...rest }, index) => {
    const sentence = sentences[index] ?? "";
    const end = start + sentence.length;
    const claim: Omit<Claim, "id"> = {
      ...{ type, subject, object, polarity: "affirmed", modality: "asserted", article: id, sentence, start, end },
      spans: { subject: [start, start + 1], cue: [start + 2, start + 3], object: [start + 4, start + 5] },
      ...{ lang, rule: `${lang}/test`, confidence: 0.9, trace: ["cue"], ...rest },
    };
    start = end + 1;
    return { ...claim, id: claimId(claim) };
  });
  const ids = new Set(claims.flatMap((c) => [c.subject, c.object, c.speaker, c.target, c.deniedBy]));
  const own = new Set(described.map((entity) => entity.id));
  const entities = [...ids]
    .filter((one): one is string => one !== undefined && !own.has(one))
    .map((one) => entity(one));
  const hash = contentHash(`${text}${JSON.stringify(said)}`);
  return {
    article: {
      id,
      text,
      lang,
      hash,
      fingerprint: fingerprint(`${id} ${text} ${hash}`),
      published: "2024-05-01",
      ...given,
    },
    entities: [...entities, ...described],
    claims,
    skipped: [],
  };
}

export function entity(id: string, more: Partial<Entity> = {}): Entity {
  const type: NodeType = more.type ?? "Country";
  return { id, type, labels: [type], name: { en: `Land ${id}` }, aliases: [], ...more };
}
