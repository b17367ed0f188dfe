import type { Appearance } from "./appearance.ts";
import type { Scene } from "./scene.ts";

/** Nodes with their neighbours and the edges between, edges with their ends; of edges only those that are `seen`. */
export function neighbourhood(scene: Scene, ids: readonly string[], seen: ReadonlySet<string>): Set<string> {
  const lit = new Set<string>();
  for (const id of ids) {
    if (scene.hasEdge(id)) for (const each of [id, ...scene.extremities(id)]) lit.add(each);
    if (!scene.hasNode(id)) continue;
    lit.add(id);
    scene.forEachEdge(id, (edge, _attributes, from, to) => {
      if (seen.has(edge)) for (const each of [edge, from, to]) lit.add(each);
    });
  }
  return lit;
}

/** Ids of which the look changed between two appearances. */
export function different(old: Appearance, now: Appearance): string[] {
  const ids = new Set<string>();
  const compare = (a: ReadonlySet<string> | undefined, b: ReadonlySet<string> | undefined): void => {
    if (a === b) return;
    for (const id of a ?? []) if (!b?.has(id)) ids.add(id);
    for (const id of b ?? []) if (!a?.has(id)) ids.add(id);
  };
  compare(old.nodes, now.nodes);
  compare(old.edges, now.edges);
  compare(old.selected, now.selected);
  compare(old.lit, now.lit);
  return [...ids];
}
