import type { z } from "zod";
import type { SearchAnswer } from "../../model/api.ts";
import { articleColumns, articleSummary } from "../graph/read.ts";
import type { GraphStore, Params, Rows } from "../store/store.ts";

type Sentence = z.infer<typeof SearchAnswer>["sentences"][number];

export interface SentenceQuery {
  limit: number;
  /** Nodes whose claims count as found too, whatever script their sentences are in. */
  nodes: string[];
  signal?: AbortSignal;
}

/** Sentences behind claims that hold all words of the query, newest first, then those about the given nodes. */
export async function sentences(store: GraphStore, query: string, asked: SentenceQuery): Promise<Sentence[]> {
  const composed = query.normalize("NFC").toLowerCase();
  const words = composed.match(/[\p{L}\p{M}\p{N}\u200c\u200d]+/gu) ?? [];
  const both = await Promise.all([withWords(store, words, asked), aboutNodes(store, asked)]);
  const found = new Map<string, Sentence>();
  // A sentence may stand behind several claims and is shown once, with the first of them.
  for (const one of both.flat().map(asSentence)) {
    const place = `${one.article.id} ${one.start}`;
    if (!found.has(place)) found.set(place, one);
  }
  return [...found.values()].slice(0, asked.limit);
}

const answer = `MATCH (c)-[:STATED_IN]->(a:Article)
RETURN c.id AS claim, c.sentence AS sentence, [c.start, c.end] AS span, c.lang AS lang, ${articleColumns} AS article
ORDER BY coalesce(c.date, '') DESC, c.id`;
const newest = "ORDER BY coalesce(c.date, '') DESC, c.id LIMIT $limit";

async function withWords(store: GraphStore, words: string[], { limit, signal }: SentenceQuery): Promise<Rows["rows"]> {
  if (words.length === 0) return [];
  if (store.name === "neo4j") {
    const text = words.map((word) => `(${spellings(word).map(beginning).join(" OR ")})`).join(" AND ");
    const indexed = `CALL db.index.fulltext.queryNodes('claim_sentences', $text, {limit: $limit}) YIELD node AS c\n${answer}`;
    // A database that Entente has not written to has no index yet; then every sentence is looked at.
    const found = await store.read(indexed, { text, limit }, { signal }).catch(() => undefined);
    if (found) return found.rows;
  }
  const params: Params = { limit };
  const tests = words.map((word, at) => {
    const each = spellings(word).map((spelling, form) => {
      params[`w${at}_${form}`] = spelling;
      return `toLower(c.sentence) CONTAINS $w${at}_${form}`;
    });
    return `(${each.join(" OR ")})`;
  });
  const { rows } = await store.read(
    `MATCH (c:Claim) WHERE ${tests.join(" AND ")}\nWITH c ${newest}\n${answer}`,
    params,
    { signal },
  );
  return rows;
}

async function aboutNodes(store: GraphStore, { nodes, limit, signal }: SentenceQuery): Promise<Rows["rows"]> {
  if (nodes.length === 0) return [];
  const about = `MATCH (c:Claim)-[:SUBJECT|OBJECT]->(e:Entity) WHERE e.id IN $nodes\nWITH DISTINCT c ${newest}\n${answer}`;
  return (await store.read(about, { nodes, limit }, { signal })).rows;
}

/** Lucene's way to ask for words that begin so; words hold letters and digits only, so that nothing is to be escaped. */
function beginning(word: string): string {
  return `${word}*`;
}

/** NFC takes letters with a nukta apart that many pages write as one; a sentence is stored as its page wrote it. */
function spellings(word: string): string[] {
  return [...new Set([word, word.replaceAll(/.[\u093c\u09bc]/gu, (pair) => joined.get(pair) ?? pair)])];
}
const nuktaLetters = "\u0929\u0931\u0934\u0958\u0959\u095a\u095b\u095c\u095d\u095e\u095f\u09dc\u09dd\u09df";
const joined = new Map([...nuktaLetters].map((letter) => [letter.normalize("NFD"), letter]));

function asSentence({ article, claim, sentence, span, lang }: Rows["rows"][number]): Sentence {
  const [start, end] = span as [number, number];
  return {
    article: articleSummary(article as Record<string, unknown>),
    ...{ claim: String(claim), sentence: String(sentence), start, end, lang: String(lang) },
  };
}
