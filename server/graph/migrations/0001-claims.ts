import type { Migration } from "../schema.ts";

const unique = ["Entity", "Claim", "Article", "Entente"];
const sought = [
  ["Claim", "edge"],
  ["Claim", "tie"],
  ["Claim", "date"],
  ["Article", "published"],
  ["Article", "origin"],
  ["Entity", "degree"],
  ["Change", "version"],
] as const;

const shared = [
  ...unique.map(
    (label) => `CREATE CONSTRAINT ${name(label, "id")}_unique IF NOT EXISTS FOR (n:${label}) REQUIRE n.id IS UNIQUE`,
  ),
  ...sought.map(([label, key]) => `CREATE INDEX ${name(label, key)} IF NOT EXISTS FOR (n:${label}) ON (n.${key})`),
];

/** Claims, articles, entities. The analyzer splits words as Unicode does, without stemming: it serves every script alike. */
export const claims: Migration = {
  number: 1,
  statements: {
    neo4j: [
      ...shared,
      fullText("entity_names", "Entity", ["name", "name_en", "name_hi", "name_bn", "aliases"]),
      fullText("claim_sentences", "Claim", ["sentence"]),
    ],
    // The engine's constraint brings no index of its own, and its text indexes are not made by Cypher.
    "built-in": [
      ...shared,
      ...unique.map((label) => `CREATE INDEX ${name(label, "id")} IF NOT EXISTS FOR (n:${label}) ON (n.id)`),
    ],
  },
};

function fullText(index: string, label: string, keys: string[]): string {
  const each = keys.map((key) => `n.${key}`).join(", ");
  const analyzer = "OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-no-stop-words'}}";
  return `CREATE FULLTEXT INDEX ${index} IF NOT EXISTS FOR (n:${label}) ON EACH [${each}] ${analyzer}`;
}

function name(label: string, key: string): string {
  return `${label.toLowerCase()}_${key}`;
}
