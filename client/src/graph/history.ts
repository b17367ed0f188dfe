import type { FilterName } from "./filter.ts";
import type { View } from "./view.ts";

/** A named change of the view, as the breadcrumb tells it. */
export interface Step {
  name: StepName;
  /** Nodes, edges, types or values the step is about; shown by the breadcrumb. */
  about?: readonly string[];
  /** Which filter the values belong to, or which was taken off altogether where there are none. */
  of?: FilterName;
  /** The values alone are let through, where a filter could leave them out as well. */
  only?: true;
  count?: number;
  /** Consecutive steps with the same key are one step: a drag, a brush. */
  merge?: string;
}

export type StepName =
  | "start"
  | "centre"
  | "add"
  | "expand"
  | "collapse"
  | "hide"
  | "show"
  | "dismiss"
  | "keep"
  | "pin"
  | "unpin"
  | "move"
  | "select"
  | "filter"
  | "unfilter"
  | "time"
  | "layout"
  | "size"
  | "group"
  | "names"
  | "mode"
  | "sort"
  | "path"
  | "common"
  | "open";

/** Steps that are a part of looking: no breadcrumb tells them. */
export const looking: ReadonlySet<StepName> = new Set(["select", "open", "pin", "unpin", "names", "mode", "sort"]);

export interface Entry {
  step: Step;
  /** The parts of the view as they were, and as they became. */
  before: Partial<View>;
  after: Partial<View>;
}

export interface History {
  view: View;
  past: readonly Entry[];
  future: readonly Entry[];
}

export const depth = 100;

/**
 * Takes a step. Only the parts that differ are kept, and the camera always: undoing a step shows the place where it
 * was taken. A step that changes nothing is no step.
 */
export function take(history: History, step: Step, next: View): History {
  const changed = (Object.keys(next) as (keyof View)[]).filter((key) => next[key] !== history.view[key]);
  if (changed.length === 0) return history;
  const keys = [...new Set<keyof View>([...changed, "camera"])];
  const last = history.past.at(-1);
  if (step.merge !== undefined && last?.step.merge === step.merge) {
    const before = { ...part(history.view, keys), ...last.before };
    const entry = { step, before, after: { ...last.after, ...part(next, keys) } };
    return { view: next, past: [...history.past.slice(0, -1), entry], future: [] };
  }
  const entry = { step, before: part(history.view, keys), after: part(next, keys) };
  return { view: next, past: [...history.past, entry].slice(-depth), future: [] };
}

/** Each of the two leads back from the other exactly: a step that is left keeps where one looked from when one left it. */
export function undo({ view, past, future }: History): History {
  const entry = past.at(-1);
  if (!entry) return { view, past, future };
  const left = { ...entry, after: { ...entry.after, camera: view.camera } };
  return { view: { ...view, ...entry.before }, past: past.slice(0, -1), future: [left, ...future] };
}

export function redo({ view, past, future }: History): History {
  const entry = future[0];
  if (!entry) return { view, past, future };
  const left = { ...entry, before: { ...entry.before, camera: view.camera } };
  return { view: { ...view, ...entry.after }, past: [...past, left], future: future.slice(1) };
}

/** Goes to the moment after the first `count` steps, backwards or forwards. */
export function travel(history: History, count: number): History {
  let now = history;
  while (now.past.length > count && now.past.length > 0) now = undo(now);
  while (now.past.length < count && now.future.length > 0) now = redo(now);
  return now;
}

/** The camera may wander without leaving a trace: it is where one looks, not what one did. */
export function look(history: History, camera: View["camera"]): History {
  return { ...history, view: { ...history.view, camera } };
}

/** The camera as the last step left it: where fitting it took a frame longer than the step itself. */
export function settle(history: History, camera: View["camera"]): History {
  const last = history.past.at(-1);
  if (!last) return look(history, camera);
  const entry = { ...last, after: { ...last.after, camera } };
  return { ...history, view: { ...history.view, camera }, past: [...history.past.slice(0, -1), entry] };
}

function part(view: View, keys: readonly (keyof View)[]): Partial<View> {
  return Object.fromEntries(keys.map((key) => [key, view[key]]));
}
