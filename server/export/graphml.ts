import type { GraphStore } from "../store/store.ts";
import { type Attribute, type GraphPages, graphPages, type Item } from "./graph.ts";
import { xml } from "./xml.ts";

/**
 * The graph as GraphML, piece by piece. Lists stand as JSON text, since GraphML has none. Every edge is directed, also
 * of a symmetric type: readers refuse files that mix both kinds.
 */
export async function* graphml(store: GraphStore): AsyncGenerator<string> {
  const pages = await graphPages(store);
  yield head(pages);
  for await (const page of pages.nodes()) {
    yield page.map((node) => `<node id="${xml(node.id)}">${data(node, "n", pages.nodeAttributes)}</node>\n`).join("");
  }
  for await (const page of pages.edges()) {
    yield page
      .map((edge) => {
        const ends = `id="${xml(edge.id)}" source="${xml(edge.from)}" target="${xml(edge.to)}"`;
        return `<edge ${ends}>${data(edge, "e", pages.edgeAttributes)}</edge>\n`;
      })
      .join("");
  }
  yield "</graph>\n</graphml>\n";
}

function head({ nodeAttributes, edgeAttributes }: GraphPages): string {
  const keys = [
    ...nodeAttributes.map((attribute, at) => keyElement(attribute, "node", `n${at}`)),
    ...edgeAttributes.map((attribute, at) => keyElement(attribute, "edge", `e${at}`)),
  ];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...keys,
    '<graph id="entente" edgedefault="directed">\n',
  ].join("\n");
}

const types = { text: "string", list: "string", whole: "int", real: "double", truth: "boolean" };

function keyElement({ name, kind }: Attribute, place: "node" | "edge", id: string): string {
  return `<key id="${id}" for="${place}" attr.name="${xml(name)}" attr.type="${types[kind]}"/>`;
}

function data({ values }: Item, prefix: string, attributes: Attribute[]): string {
  return attributes
    .flatMap(({ name }, at) => {
      const value = values.get(name);
      if (value === undefined) return [];
      return [`<data key="${prefix}${at}">${xml(Array.isArray(value) ? JSON.stringify(value) : String(value))}</data>`];
    })
    .join("");
}
