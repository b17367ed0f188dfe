import type { Subgraph } from "../../model/api.ts";
import { api } from "./api.ts";
import { plan } from "./arrange.ts";
import { bureau } from "./graph/layout/bureau.ts";
import type { Place } from "./graph/layout/layout.ts";

/** How many nodes and edges a picture begins with; weaker edges between the same nodes come after it. */
export const first = { limit: 60, most: 500 };

/** Milliseconds for which an answer may wait to be wanted. */
const patience = 20_000;
const ahead = new Map<string, { answer: Promise<Subgraph>; asked: number }>();

type Picture = Pick<Subgraph, "nodes" | "edges">;
const laid = new WeakMap<Picture, Promise<Place[]>>();

/** Places for what was answered, worked out once for each answer. */
export function layOut(answer: Picture): Promise<Place[]> {
  const known = laid.get(answer);
  if (known) return known;
  const ids = answer.nodes.map((node) => node.id);
  const places = bureau.layout("force", plan(ids, answer.edges, {}, answer.nodes));
  laid.set(answer, places);
  places.catch(() => laid.delete(answer));
  return places;
}

/**
 * Asks now for the picture around a node that somebody is about to choose, lays it out, and resolves when it could be
 * drawn; nothing is told where that fails.
 */
export async function foresee(id: string): Promise<void> {
  for (const [known, { asked }] of ahead) if (performance.now() - asked > patience) ahead.delete(known);
  const answer = ahead.get(id)?.answer ?? api.around([id], first);
  if (!ahead.has(id)) ahead.set(id, { answer, asked: performance.now() });
  await answer.then(layOut).catch(() => ahead.delete(id));
}

/** Nodes with what is around them: as it was foreseen, or asked for now. */
export function around(ids: readonly string[], signal: AbortSignal): Promise<Subgraph> {
  const [id = "", ...more] = ids;
  const kept = more.length === 0 ? ahead.get(id) : undefined;
  if (!kept || performance.now() - kept.asked > patience) return api.around(ids, first, signal);
  const stopped = new Promise<never>((_resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
  return Promise.race([kept.answer.catch(() => api.around(ids, first, signal)), stopped]);
}

/** The graph has grown: what was foreseen may be too little by now. */
export function forgetForeseen(): void {
  ahead.clear();
}
