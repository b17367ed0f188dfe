import type { EdgeView, NodeView } from "../../../../model/api.ts";
import { nameOf } from "../../graph/name.ts";
import type { View } from "../../graph/view.ts";
import { csv } from "./csv.ts";
import { escaped } from "./shapes.ts";

export interface Data {
  nodes: readonly NodeView[];
  edges: readonly EdgeView[];
  view: View;
}

const edgeFields = ["type", "stance", "what", "claims", "sources", "first", "last", "confidence"] as const;

/** The ties of a view, a row each, with the names of both ends. */
export function tiesCsv({ nodes, edges, view }: Data): string {
  const name = namesOf(nodes, view);
  const columns = ["id", "from", "from_name", "to", "to_name", ...edgeFields, "langs", "outlets", "speakers"];
  return csv(
    columns,
    edges.map((edge) => [
      ...[edge.id, edge.from, name(edge.from), edge.to, name(edge.to)],
      ...edgeFields.map((field) => edge[field]),
      ...[edge.langs, edge.outlets, edge.speakers],
    ]),
  );
}

/** The nodes of a view, a row each, with their names in every language and their places. */
export function nodesCsv({ nodes, view }: Data): string {
  const langs = [...new Set(nodes.flatMap((node) => Object.keys(node.names)))].sort();
  return csv(
    ["id", "type", "labels", ...langs.map((lang) => `name_${lang}`), "degree", "x", "y"],
    nodes.map((node) => [
      ...[node.id, node.type, node.labels, ...langs.map((lang) => node.names[lang])],
      ...[node.degree, view.nodes[node.id]?.x, view.nodes[node.id]?.y],
    ]),
  );
}

/** The view as it is, with what it shows. */
export function viewJson({ nodes, edges, view }: Data): string {
  return JSON.stringify({ view, nodes, edges }, null, 2);
}

/** The view as GraphML. Every edge is directed, also of a symmetric type: readers refuse files that mix both kinds. */
export function graphml({ nodes, edges, view }: Data): string {
  const langs = [...new Set(nodes.flatMap((node) => Object.keys(node.names)))].sort();
  const nodeRows = nodes.map((node) => ({
    at: `id="${escaped(node.id)}"`,
    values: {
      type: node.type,
      labels: node.labels.join("|"),
      ...Object.fromEntries(langs.map((lang) => [`name_${lang}`, node.names[lang]])),
      degree: node.degree,
      x: view.nodes[node.id]?.x,
      y: view.nodes[node.id]?.y,
    },
  }));
  const edgeRows = edges.map((edge) => ({
    at: `id="${escaped(edge.id)}" source="${escaped(edge.from)}" target="${escaped(edge.to)}"`,
    values: {
      ...Object.fromEntries(edgeFields.map((field) => [field, edge[field]])),
      ...{ langs: edge.langs?.join("|"), outlets: edge.outlets?.join("|"), speakers: edge.speakers?.join("|") },
    },
  }));
  const [nodePart, edgePart] = [elements("node", nodeRows), elements("edge", edgeRows)];
  return `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
${nodePart.keys}
${edgePart.keys}
<graph id="entente" edgedefault="directed">
${nodePart.elements}
${edgePart.elements}
</graph>
</graphml>
`;
}

type Row = { at: string; values: Record<string, string | number | undefined> };

function elements(kind: "node" | "edge", rows: readonly Row[]): { keys: string; elements: string } {
  const names = [...new Set(rows.flatMap(({ values }) => Object.keys(values)))];
  const isNumber = (name: string): boolean =>
    rows.every(({ values }) => values[name] === undefined || typeof values[name] === "number");
  const keys = names.map(
    (name, index) =>
      `<key id="${kind[0]}${index}" for="${kind}" attr.name="${escaped(name)}" attr.type="${isNumber(name) ? "double" : "string"}"/>`,
  );
  const written = rows.map(({ at, values }) => {
    const data = names.map((name, index) =>
      values[name] === undefined ? "" : `<data key="${kind[0]}${index}">${escaped(String(values[name]))}</data>`,
    );
    return `<${kind} ${at}>${data.join("")}</${kind}>`;
  });
  return { keys: keys.join("\n"), elements: written.join("\n") };
}

function namesOf(nodes: readonly NodeView[], view: View): (id: string) => string {
  const known = new Map(nodes.map((node) => [node.id, node]));
  return (id) => nameOf(known.get(id)?.names ?? { en: id }, view.names);
}
