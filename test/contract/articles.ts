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

const acts: EdgeType[] = ["REFUSED", "ALLIED_WITH", "SUPPLIED", "RECOGNIZED", "MET_WITH", "ATTACKED"];

/** The story of a number: always the same one. Some are copies of another, some share an agency, some name people nobody knows. */
export function story(number: number): Extraction {
  const copied = number % 7 === 6 ? number - 3 : number;
  const said = Array.from({ length: 1 + (copied % 4) }, (_, i): Said => {
    const [subject, object] = [`Q${(copied * 3 + i) % 11}`, `Q${11 + ((copied + i * 5) % 13)}`];
    const negated = (copied + i) % 9 === 0;
    return {
      says: [
        copied % 5 === 4 && i === 0 ? `person-${copied % 3}` : subject,
        acts[(copied + i) % acts.length] ?? "REFUSED",
        object,
      ],
      polarity: negated ? "negated" : "affirmed",
      modality: copied % 6 === 5 ? "alleged" : "asserted",
      confidence: (50 + ((copied * 7) % 50)) / 100,
      what: copied % 2 ? `matter ${copied % 3}` : undefined,
      eventDate: copied % 3 ? `2024-0${1 + (copied % 9)}` : undefined,
    };
  });
  const names = [0, 1, 2].map((n) =>
    entity(`person-${n}`, {
      type: "Leader",
      candidate: true,
      name: { en: `Person ${n}` },
      aliases: [`P. ${n} of ${copied % 4}`],
    }),
  );
  const used = names.filter(({ id }) => said.some(({ says }) => says[0] === id));
  const words = Array.from({ length: 60 }, (_, i) => `w${(copied * 7919 + i * i * 31) % 9973}`).join(" ");
  return article(`story-${number}`, said, {
    entities: used,
    fingerprint: fingerprint(words),
    agency: copied % 4 === 0 ? "agency" : undefined,
    published: `2024-05-${String(1 + (number % 28)).padStart(2, "0")}`,
    outlet: `Paper ${number % 5}`,
    lang: number % 3 === 0 ? "hi" : "en",
  });
}
