import type { z } from "zod";
import type { CypherNode } from "../../model/api.ts";
import type { GraphStore } from "../store/store.ts";
import { idsOf, pagesOf } from "./graph.ts";

type Node = z.infer<typeof CypherNode>;
const labels = ["Entity", "Article", "Claim"] as const;

/**
 * The whole graph as Cypher statements, one a line, for cypher-shell: nodes, then the edges between them. Every statement
 * merges by id, so that running the file again changes nothing.
 */
export async function* cypherDump(store: GraphStore): AsyncGenerator<string> {
  for (const label of labels) {
    yield `CREATE CONSTRAINT ${label.toLowerCase()}_id_unique IF NOT EXISTS FOR (n:${label}) REQUIRE n.id IS UNIQUE;\n`;
  }
  const ids = {
    Entity: await idsOf(store, "Entity"),
    Article: await idsOf(store, "Article"),
    Claim: await idsOf(store, "Claim"),
  };
  for (const label of labels) {
    for (const page of pagesOf(ids[label])) {
      const { rows } = await store.read(`MATCH (n:${label}) WHERE n.id IN $ids RETURN n ORDER BY n.id`, { ids: page });
      yield rows.map(({ n }) => nodeStatement(n as Node, label)).join("");
    }
  }
  for (const label of ["Entity", "Claim"] as const) {
    const query = `MATCH (a:${label})-[r]->(b) WHERE a.id IN $ids
RETURN a.id AS a, type(r) AS type, properties(r) AS properties, b.id AS b, labels(b) AS labels ORDER BY a, type, b`;
    for (const page of pagesOf(ids[label])) {
      const { rows } = await store.read(query, { ids: page });
      yield rows
        .map(({ a, type, properties, b, labels: others }) => {
          const other = labels.find((one) => (others as string[]).includes(one));
          if (!other) return "";
          const ends = `MATCH (a:${label} {id: ${literal(a)}}), (b:${other} {id: ${literal(b)}})`;
          return `${ends} MERGE (a)-[r:${name(String(type))}]->(b) SET r = ${literal(properties)};\n`;
        })
        .join("");
    }
  }
}

function nodeStatement({ id, labels: all, properties }: Node, label: string): string {
  const others = all.filter((one) => one !== label).map((one) => `, n:${name(one)}`);
  return `MERGE (n:${label} {id: ${literal(id)}}) SET n = ${literal(properties)}${others.join("")};\n`;
}

/**
 * A value as Cypher writes it. Line ends are escaped, so that a statement stays on one line; so is the backslash, and a
 * `u` after it is kept apart, because some readers look for unicode escapes before they look at strings.
 */
export function literal(value: unknown): string {
  if (value === null || value === undefined) return "null";
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
  if (typeof value === "object") {
    return `{${Object.entries(value)
      .map(([key, one]) => `${name(key)}: ${literal(one)}`)
      .join(", ")}}`;
  }
  const text = String(value).replaceAll(/[\\'\n\r\t]/g, (letter) => escapes[letter] ?? letter);
  return `'${text.replaceAll("\\\\u", "\\\\' + 'u")}'`;
}

const escapes: Record<string, string> = { "\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t" };

function name(text: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(text) ? text : `\`${text.replaceAll("`", "``")}\``;
}
