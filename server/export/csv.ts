import { Zip, ZipDeflate } from "fflate";
import type { GraphStore } from "../store/store.ts";
import { type Attribute, graphPages, type Item, idsOf, pagesOf } from "./graph.ts";

export const csvParts = ["nodes", "edges", "claims"] as const;
export type CsvPart = (typeof csvParts)[number];

/** One table of the graph as CSV (RFC 4180, UTF-8), piece by piece. */
export function csv(store: GraphStore, part: CsvPart): AsyncGenerator<string> {
  return tables[part](store);
}

/** All tables in one zip archive, made while they are read. */
export async function* csvArchive(store: GraphStore): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  const encoder = new TextEncoder();
  for (const part of csvParts) {
    const file = new ZipDeflate(`${part}.csv`, { level: 6 });
    zip.add(file);
    for await (const piece of csv(store, part)) {
      file.push(encoder.encode(piece));
      yield* ready.splice(0);
    }
    file.push(new Uint8Array(), true);
  }
  zip.end();
  yield* ready.splice(0);
}

const tables: Record<CsvPart, (store: GraphStore) => AsyncGenerator<string>> = {
  async *nodes(store) {
    const { nodeAttributes, nodes } = await graphPages(store);
    yield record(["id", ...nodeAttributes.map(({ name }) => name)]);
    for await (const page of nodes())
      yield page.map((node) => record([node.id, ...cells(node, nodeAttributes)])).join("");
  },
  async *edges(store) {
    const { edgeAttributes, edges } = await graphPages(store);
    yield record(["id", "from", "to", ...edgeAttributes.map(({ name }) => name)]);
    for await (const page of edges()) {
      yield page.map((edge) => record([edge.id, edge.from, edge.to, ...cells(edge, edgeAttributes)])).join("");
    }
  },
  async *claims(store) {
    yield record(claimColumns.map(([name]) => name));
    const query = `MATCH (c:Claim) WHERE c.id IN $ids
MATCH (c)-[:SUBJECT]->(s:Entity)
MATCH (c)-[:OBJECT]->(o:Entity)
MATCH (c)-[:STATED_IN]->(a:Article)
OPTIONAL MATCH (c)-[:SPOKEN_BY]->(p:Entity)
RETURN ${claimColumns.map(([name, expression]) => `${expression} AS \`${name}\``).join(", ")}
ORDER BY c.id`;
    for (const ids of pagesOf(await idsOf(store, "Claim"))) {
      const { rows } = await store.read(query, { ids });
      yield rows.map((row) => record(claimColumns.map(([name]) => row[name]))).join("");
    }
  },
};

const claimColumns = [
  ["id", "c.id"],
  ["type", "c.type"],
  ["subject", "s.id"],
  ["subject_name", "s.name_en"],
  ["object", "o.id"],
  ["object_name", "o.name_en"],
  ["polarity", "c.polarity"],
  ["modality", "c.modality"],
  ["what", "c.what"],
  ["target", "c.target"],
  ["speaker", "p.id"],
  ["speaker_name", "p.name_en"],
  ["denied_by", "c.deniedBy"],
  ["event_date", "c.eventDate"],
  ["date_precision", "c.datePrecision"],
  ["sentence", "c.sentence"],
  ["start", "c.start"],
  ["end", "c.end"],
  ["lang", "c.lang"],
  ["rule", "c.rule"],
  ["confidence", "c.confidence"],
  ["article", "a.id"],
  ["title", "a.title"],
  ["outlet", "a.outlet"],
  ["published", "a.published"],
  ["url", "a.url"],
] as const;

function cells({ values }: Item, attributes: Attribute[]): unknown[] {
  return attributes.map(({ name }) => values.get(name));
}

/** One line of a table. */
export function record(values: unknown[]): string {
  return `${values.map(cell).join(",")}\r\n`;
}

/**
 * One cell. Lists are joined by "|" (a "|" or "\" inside is escaped by "\"). A text that a spreadsheet would run as a
 * formula gets an apostrophe in front, which spreadsheets do not show.
 */
function cell(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  const list = Array.isArray(value)
    ? value.map((one) => String(one).replaceAll(/[\\|]/g, "\\$&")).join("|")
    : undefined;
  const text = list ?? (typeof value === "string" ? value : JSON.stringify(value));
  const safe = /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
