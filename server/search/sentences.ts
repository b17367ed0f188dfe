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
export async function sentences(
  store: GraphStore,
  query: string,
  { limit, nodes, signal }: SentenceQuery,
): Promise<Sentence[]> {
  const words =
    query
      .normalize("NFC")
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}\u200c\u200d]+/gu) ?? [];
  const [byWords, byNodes] = await Promise.all([
    words.length > 0 ? store.read(...withWords(store, words, limit), { signal }) : undefined,
    nodes.length > 0 ? store.read(aboutNodes, { nodes, limit }, { signal }) : undefined,
  ]);
  const found = new Map<string, Sentence>();
  for (const row of [...(byWords?.rows ?? []), ...(byNodes?.rows ?? [])]) {
    if (found.size < limit) found.set(String(row.claim), asSentence(row));
  }
  return [...found.values()];
}

const answer = `MATCH (c)-[:STATED_IN]->(a:Article)
RETURN c.id AS claim, c.sentence AS sentence, c.start AS start, c.end AS end, c.lang AS lang,
  ${articleColumns} AS article
ORDER BY c.date DESC, c.id`;

const aboutNodes = `MATCH (c:Claim)-[:SUBJECT|OBJECT]->(e:Entity) WHERE e.id IN $nodes
WITH DISTINCT c ORDER BY c.date DESC, c.id LIMIT $limit
${answer}`;

/** Neo4j keeps a full-text index over sentences; the built-in store reads them all, which it does in milliseconds. */
function withWords(store: GraphStore, words: string[], limit: number): [string, Params] {
  if (store.name === "neo4j") {
    const cypher = `CALL db.index.fulltext.queryNodes('claim_sentences', $text, {limit: $limit}) YIELD node AS c\n${answer}`;
    return [
      cypher,
      {
        text: words
          .map(
            (word) =>
              `(${spellings(word)
                .map((one) => `${one}*`)
                .join(" OR ")})`,
          )
          .join(" AND "),
        limit,
      },
    ];
  }
  const params: Params = { limit };
  const tests = words.map((word, at) => {
    const each = spellings(word).map((one, form) => {
      params[`w${at}_${form}`] = one;
      return `toLower(c.sentence) CONTAINS $w${at}_${form}`;
    });
    return `(${each.join(" OR ")})`;
  });
  return [
    `MATCH (c:Claim) WHERE ${tests.join(" AND ")}\nWITH c ORDER BY c.date DESC, c.id LIMIT $limit\n${answer}`,
    params,
  ];
}

/** NFC takes letters with a nukta apart that many pages write as one; a sentence is stored as its page wrote it. */
function spellings(word: string): string[] {
  return [...new Set([word, word.replaceAll(/.\u093c|.\u09bc/gu, (pair) => joined.get(pair) ?? pair)])];
}
const joined = new Map(
  [..."\u0929\u0931\u0934\u0958\u0959\u095a\u095b\u095c\u095d\u095e\u095f\u09dc\u09dd\u09df"].map((one) => [
    one.normalize("NFC"),
    one,
  ]),
);

function asSentence({ article, claim, sentence, start, end, lang }: Rows["rows"][number]): Sentence {
  return {
    article: articleSummary(article as Record<string, unknown>),
    ...{ claim: String(claim), sentence: String(sentence), start: Number(start), end: Number(end), lang: String(lang) },
  };
}
