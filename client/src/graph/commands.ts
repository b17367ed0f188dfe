import { type Filters, noFilters, type Order, type Placed, rounded, type Selection, type View } from "./view.ts";

/** Each command takes a view and gives the next one; what does not change is the same object. */

export interface Position {
  id: string;
  x: number;
  y: number;
}

/** Puts nodes on the table for a reason; those already there stay where they are and gain the reason. */
export function add(view: View, found: readonly Position[], reason: string): View {
  const nodes: Record<string, Placed> = { ...view.nodes };
  for (const { id, x, y } of found) {
    const placed = nodes[id];
    if (!placed) nodes[id] = { x: rounded(x), y: rounded(y), by: [reason] };
    else if (!placed.by.includes(reason)) nodes[id] = { ...placed, by: [...placed.by, reason] };
  }
  const shown = new Set(found.map(({ id }) => id));
  const hidden = view.hidden.some((id) => shown.has(id)) ? view.hidden.filter((id) => !shown.has(id)) : view.hidden;
  return { ...view, nodes, hidden };
}

/**
 * Takes back what expanding `id` brought: a node goes when that was its only reason, and what *its* expansion brought
 * goes with it. Pinned nodes stay.
 */
export function collapse(view: View, id: string): View {
  const nodes: Record<string, Placed> = { ...view.nodes };
  const withdrawn = [id];
  for (let source = withdrawn.pop(); source !== undefined; source = withdrawn.pop()) {
    const reason = `expand:${source}`;
    for (const [other, placed] of Object.entries(nodes)) {
      if (!placed.by.includes(reason)) continue;
      const by = placed.by.filter((each) => each !== reason);
      if (by.length > 0 || placed.pinned) nodes[other] = { ...placed, by: by.length > 0 ? by : ["start"] };
      else {
        delete nodes[other];
        withdrawn.push(other);
      }
    }
  }
  return without(view, nodes);
}

/** Gives nodes up altogether; their places are forgotten. */
export function dismiss(view: View, ids: readonly string[]): View {
  const gone = new Set(ids);
  return without(view, Object.fromEntries(Object.entries(view.nodes).filter(([id]) => !gone.has(id))));
}

/** Dismisses everything else. */
export function keep(view: View, ids: readonly string[]): View {
  return dismiss(
    view,
    Object.keys(view.nodes).filter((id) => !ids.includes(id)),
  );
}

export function hide(view: View, ids: readonly string[]): View {
  const hidden = [...new Set([...view.hidden, ...ids.filter((id) => view.nodes[id])])];
  const selection = { nodes: view.selection.nodes.filter((id) => !hidden.includes(id)) };
  return { ...view, hidden, selection };
}

/** Brings hidden nodes back: these, or all of them. */
export function show(view: View, ids: readonly string[] = view.hidden): View {
  return { ...view, hidden: view.hidden.filter((id) => !ids.includes(id)) };
}

export function pin(view: View, ids: readonly string[], pinned = true): View {
  const nodes: Record<string, Placed> = { ...view.nodes };
  for (const id of ids) {
    const placed = nodes[id];
    if (!placed) continue;
    const { pinned: _, ...loose } = placed;
    nodes[id] = pinned ? { ...loose, pinned: true } : loose;
  }
  return { ...view, nodes };
}

/** Moves nodes; dragging also pins them, since who puts a thing somewhere wants it to stay. */
export function move(view: View, places: readonly Position[], pinned = false): View {
  const nodes: Record<string, Placed> = { ...view.nodes };
  for (const { id, x, y } of places) {
    const placed = nodes[id];
    if (placed) nodes[id] = { ...placed, x: rounded(x), y: rounded(y), ...(pinned ? { pinned: true as const } : {}) };
  }
  return { ...view, nodes };
}

/** Moves nodes by so much, all alike, to stay there. */
export function shift(view: View, ids: readonly string[], x: number, y: number): View {
  const places = ids.flatMap((id) => {
    const placed = view.nodes[id];
    return placed ? [{ id, x: placed.x + x, y: placed.y + y }] : [];
  });
  return move(view, places, true);
}

/** Moves nodes, all alike, so that their middle comes to a place. */
export function bringTo(view: View, ids: readonly string[], place: { x: number; y: number }): View {
  const placed = ids.flatMap((id) => view.nodes[id] ?? []);
  const middle = (axis: "x" | "y"): number => placed.reduce((sum, each) => sum + each[axis], 0) / placed.length;
  return placed.length === 0 ? view : shift(view, ids, place.x - middle("x"), place.y - middle("y"));
}

/** Selects; the article that was open closes unless it is named again. */
export function select(view: View, selection: Selection): View {
  return { ...view, selection };
}

export function filter(view: View, filters: Partial<Filters>): View {
  return { ...view, filters: { ...view.filters, ...filters } };
}

export function unfilter(view: View): View {
  return { ...view, filters: { ...noFilters, time: { clock: view.filters.time.clock } } };
}

/** Orders the rows of one of the lists. */
export function sort<List extends keyof Order>(view: View, list: List, sorting: Order[List]): View {
  return { ...view, order: { ...view.order, [list]: sorting } };
}

function without(view: View, nodes: Record<string, Placed>): View {
  const selected = view.selection.nodes.filter((id) => nodes[id]);
  const [from, , to] = view.selection.edge?.split(" ") ?? [];
  const lost = from !== undefined && to !== undefined && !(nodes[from] && nodes[to]);
  const same = selected.length === view.selection.nodes.length && !lost;
  return {
    ...view,
    nodes,
    hidden: view.hidden.filter((id) => nodes[id]),
    selection: same ? view.selection : { nodes: selected },
  };
}
