import { create } from "zustand";
import { api } from "../../api.ts";
import { library } from "../../session.ts";

export interface Query {
  query: string;
  /** JSON of an object, as it is written in the form. */
  params: string;
}

interface Console extends Query {
  open: boolean;
  /** Run as soon as the console is there: somebody followed a link to a query. */
  pending: boolean;
}

export const useConsole = create<Console>(() => ({ open: false, query: "", params: "", pending: false }));

/** Opens the console with a query in it; `run` also asks it and draws the answer. */
export function openQuery({ query, params }: Query, then?: "run"): void {
  useConsole.setState({ open: true, query, params, pending: then === "run" });
}

/** The query that an address asks for: `cypher=`, with `params=` as JSON. */
export function askedQuery(parts: URLSearchParams): Query | undefined {
  const query = parts.get("cypher");
  return query ? { query, params: parts.get("params") ?? "" } : undefined;
}

/**
 * Learns what a query answers without drawing it: a view of nodes that only a query knows can be restored then.
 * A query that fails is no reason not to show the rest; the console tells what is wrong with it when it is run.
 */
export async function learnAnswer({ query, params }: Query): Promise<void> {
  try {
    const { graph } = await api.cypher(query, readParams(params), 1_000);
    library.learn(graph);
  } catch {
    // Told when the query is run.
  }
}

/** How parameters are written. */
export const paramsExample = '{"id": "Q668"}';

/** Parameters from what is written in the form; an empty form has none. Throws SyntaxError for anything but an object. */
export function readParams(text: string): Record<string, unknown> {
  if (text.trim() === "") return {};
  const value: unknown = JSON.parse(text);
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new SyntaxError("not an object");
  return { ...value };
}

/** Parameters as they are written in the form; none at all is an empty form. */
export function writeParams(params: Record<string, unknown>): string {
  return Object.keys(params).length === 0 ? "" : JSON.stringify(params, null, 2);
}
