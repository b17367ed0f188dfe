import { claimId } from "../../model/digest.ts";
import type { Article, Claim, Entity, Extraction } from "../../model/stages.ts";
import { type EdgeType, edgeTypes, type NodeType, vocabulary } from "../../model/vocabulary.ts";

/** Invented articles in the vocabulary's shape; the same seed gives the same corpus. */
export interface CorpusSize {
  articles: number;
  claims: number;
  entities: number;
}

const kinds: NodeType[] = ["Country", "Country", "Leader", "Leader", "Organization", "Region", "Event"];
const shared = { langs: ["en", "hi", "bn"], outlets: 60, agencies: 6 };

/** News speaks of few things often: the entity of rank r is named in proportion to 1/r (Zipf). */
export function* corpus({ articles, claims, entities }: CorpusSize, seed = 1): Generator<Extraction> {
  const random = randomFrom(seed);
  const each = Math.round(claims / articles);
  const popular = () => Math.min(entities - 1, Math.floor(entities ** random()) - 1 + Math.floor(random() * 2));
  let last: Extraction | undefined;
  for (let number = 0; number < articles; number++) {
    const copied = last && random() < 0.1 ? last : undefined;
    const pairs = Array.from({ length: each }, () => pair(popular, random));
    last = copied ? copyOf(copied, number) : extraction(number, pairs, random);
    yield last;
  }
}

/** One node with so many edges, and one with few: articles that tie `hub` and `leaf` to others. */
export function* hub(id: string, ties: number, entities: number): Generator<Extraction> {
  const random = randomFrom(ties);
  const fit = edgeTypes.filter(
    (type) => vocabulary.edges[type].from.includes("Country") && vocabulary.edges[type].to.includes("Country"),
  );
  const pairs = Array.from({ length: ties }, (_, i): [string, EdgeType, string] => [
    id,
    fit[Math.floor(i / (entities - 1)) % fit.length] ?? "REFUSED",
    `Q${i % (entities - 1)}`,
  ]);
  for (let at = 0; at < pairs.length; at += 5) yield extraction(`${id}-${at}`, pairs.slice(at, at + 5), random);
}

function pair(popular: () => number, random: () => number): [string, EdgeType, string] {
  const type = edgeTypes[Math.floor(edgeTypes.length * random() ** 2)] ?? "REFUSED";
  const [a, b] = [popular(), popular()];
  return [`Q${a}`, type, `Q${a === b ? b + 1 : b}`];
}

function extraction(number: number | string, pairs: [string, EdgeType, string][], random: () => number): Extraction {
  const id = `article-${number}`;
  const lang = shared.langs[Math.floor(random() * 3)] ?? "en";
  const sentences = pairs.map(
    ([a, type, b]) => `${words(random, 12)} ${a} ${type.toLowerCase()} ${b} ${words(random, 12)}.`,
  );
  const text = `${sentences.join(" ")} ${words(random, 150)}`;
  const day = new Date(Date.UTC(2015, 0, 1 + Math.floor(random() * 3600))).toISOString().slice(0, 10);
  const [hash, fingerprint] = [hex(random, 32), hex(random, 16)];
  const outlet = `Outlet ${Math.floor(random() * shared.outlets)}`;
  const agency = random() < 0.2 ? `agency-${Math.floor(random() * shared.agencies)}` : undefined;
  const article: Article = {
    id,
    text,
    lang,
    title: words(random, 8),
    published: day,
    outlet,
    agency,
    hash,
    fingerprint,
  };
  let start = 0;
  const claims = pairs.map(([subject, type, object], i): Claim => {
    const sentence = sentences[i] ?? "";
    const claim: Omit<Claim, "id"> = {
      ...{ type, subject, object, article: id, sentence, start, end: start + sentence.length, lang },
      ...{ polarity: random() < 0.08 ? "negated" : "affirmed", modality: random() < 0.15 ? "alleged" : "asserted" },
      what: random() < 0.3 ? words(random, 2) : undefined,
      speaker: random() < 0.2 ? subject : undefined,
      spans: { subject: [start, start + 5], cue: [start + 6, start + 9], object: [start + 10, start + 14] },
      ...{
        rule: `${lang}/frame-${i}`,
        confidence: Math.round(50 + random() * 50) / 100,
        trace: ["cue", "case", "rule"],
      },
    };
    start += sentence.length + 1;
    return { ...claim, id: claimId(claim) };
  });
  const ids = [...new Set(pairs.flatMap(([a, , b]) => [a, b]))];
  return { article, entities: ids.map(entity), claims, skipped: [] };
}

/** A copy in another paper: the same words, one bit of the fingerprint turned. */
function copyOf({ article, entities, claims }: Extraction, number: number): Extraction {
  const id = `article-${number}`;
  const fingerprint = article.fingerprint.slice(0, -1) + (article.fingerprint.endsWith("0") ? "1" : "0");
  const own = claims.map(({ id: _, ...claim }) => ({ ...claim, article: id }));
  return {
    article: { ...article, id, fingerprint, outlet: `Outlet ${number % shared.outlets}` },
    entities,
    claims: own.map((claim) => ({ ...claim, id: claimId(claim) })),
    skipped: [],
  };
}

function entity(id: string): Entity {
  const type = kinds[Number(id.slice(1)) % kinds.length] ?? "Country";
  const name = { en: `Name ${id}`, hi: `नाम ${id}`, bn: `নাম ${id}` };
  return { id, type, labels: [type], name, aliases: [`Alias ${id}`, `Other ${id}`, `अन्य ${id}`] };
}

function words(random: () => number, count: number): string {
  return Array.from({ length: count }, () => Math.floor(random() * 2 ** 30).toString(36)).join(" ");
}

function hex(random: () => number, digits: number): string {
  return Array.from({ length: digits }, () => Math.floor(random() * 16).toString(16)).join("");
}

/** Mulberry32: small, seeded, good enough for made-up news. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
