import type { GraphStore } from "../../server/store/store.ts";

/** All of a graph as text, by Cypher, in an order of its own: two graphs are equal when these are. */
export async function everything(store: GraphStore): Promise<string[]> {
  const lines = [
    ...(await store.read("MATCH (n) WHERE n:Entity OR n:Article OR n:Claim RETURN n")).rows.map(({ n }) => n),
    ...(await store.read("MATCH (a)-[r]->(b) RETURN a.id AS a, type(r) AS t, b.id AS b, properties(r) AS p")).rows,
  ];
  return lines.map(sorted).sort();
}

/** The aggregate edges alone, byte by byte. */
export async function edges(store: GraphStore): Promise<string[]> {
  const query =
    "MATCH (a:Entity)-[r]->(b:Entity) RETURN a.id AS a, type(r) AS t, b.id AS b, properties(r) AS p, a.ties AS m, b.ties AS n";
  return (await store.read(query)).rows.map(sorted).sort();
}

function sorted(value: unknown): string {
  return JSON.stringify(value, (_, part) => {
    if (part === null || typeof part !== "object" || Array.isArray(part)) return part;
    const entries = Object.entries(part).filter(([key]) => key !== "kind");
    if (Array.isArray(part.labels)) part.labels = [...part.labels].sort();
    return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
