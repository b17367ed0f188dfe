import type { GraphStore } from "../store/store.ts";
import { graphPages, type Item } from "./graph.ts";

/** The graph as graphology serialises one (`new MultiDirectedGraph().import(…)`), piece by piece. */
export async function* json(store: GraphStore): AsyncGenerator<string> {
  const pages = await graphPages(store);
  yield '{"attributes":{"name":"Entente"},"options":{"type":"directed","multi":true,"allowSelfLoops":true},"nodes":[\n';
  yield* list(pages.nodes(), (node) => ({ key: node.id, attributes: attributes(node) }));
  yield '],\n"edges":[\n';
  yield* list(pages.edges(), (edge) => {
    return { key: edge.id, source: edge.from, target: edge.to, attributes: attributes(edge) };
  });
  yield "]}\n";
}

async function* list<T>(pages: AsyncGenerator<T[]>, shape: (one: T) => unknown): AsyncGenerator<string> {
  let separator = "";
  for await (const page of pages) {
    if (page.length === 0) continue;
    yield separator + page.map((one) => JSON.stringify(shape(one))).join(",\n");
    separator = ",\n";
  }
}

function attributes({ values }: Item): Record<string, unknown> {
  return Object.fromEntries(values);
}
