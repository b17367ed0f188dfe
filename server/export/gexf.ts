import type { GraphStore } from "../store/store.ts";
import { type Attribute, graphPages, type Item } from "./graph.ts";
import { xml } from "./xml.ts";

/**
 * The graph as GEXF 1.3, piece by piece. (graphology-gexf writes too, but out of a whole graph in memory and in one go,
 * during which a server answers nobody; it serves as the reader in tests.)
 */
export async function* gexf(store: GraphStore): AsyncGenerator<string> {
  const pages = await graphPages(store);
  yield [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf xmlns="http://gexf.net/1.3" version="1.3">',
    "<meta><creator>Entente</creator></meta>",
    '<graph defaultedgetype="directed">',
    attributesElement("node", pages.nodeAttributes),
    attributesElement("edge", pages.edgeAttributes),
    "<nodes>\n",
  ].join("\n");
  for await (const page of pages.nodes()) {
    yield page
      .map((node) => {
        const label = xml(String(node.values.get("name_en") ?? node.id));
        return `<node id="${xml(node.id)}" label="${label}">${values(node, pages.nodeAttributes)}</node>\n`;
      })
      .join("");
  }
  yield "</nodes>\n<edges>\n";
  for await (const page of pages.edges()) {
    yield page
      .map((edge) => {
        const ends = `id="${xml(edge.id)}" source="${xml(edge.from)}" target="${xml(edge.to)}"`;
        const label = xml(String(edge.values.get("type")));
        return `<edge ${ends} label="${label}">${values(edge, pages.edgeAttributes)}</edge>\n`;
      })
      .join("");
  }
  yield "</edges>\n</graph>\n</gexf>\n";
}

const types = { text: "string", list: "liststring", whole: "integer", real: "double", truth: "boolean" };

function attributesElement(of: "node" | "edge", attributes: Attribute[]): string {
  const each = attributes.map(
    ({ name, kind }, at) => `<attribute id="${at}" title="${xml(name)}" type="${types[kind]}"/>`,
  );
  return `<attributes class="${of}">${each.join("")}</attributes>`;
}

function values(item: Item, attributes: Attribute[]): string {
  const each = attributes.flatMap(({ name }, at) => {
    const value = item.values.get(name);
    if (value === undefined) return [];
    return [`<attvalue for="${at}" value="${xml(Array.isArray(value) ? JSON.stringify(value) : String(value))}"/>`];
  });
  return `<attvalues>${each.join("")}</attvalues>`;
}
