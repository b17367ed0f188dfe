import { create } from "zustand";
import type { Query } from "./open.ts";

export interface Saved extends Query {
  name: string;
}

interface Memory {
  /** Newest first, each query once. */
  recent: readonly Query[];
  saved: readonly Saved[];
}

const place = "entente-queries";
const most = 40;

/** Queries that this browser keeps: the last that were run, and those given a name. */
export const useMemory = create<Memory>(() => recalled());

export function remember(query: Query): void {
  const { recent } = useMemory.getState();
  const others = recent.filter((each) => each.query !== query.query || each.params !== query.params);
  change({ recent: [query, ...others].slice(0, most) });
}

/** Keeps a query under a name; one of that name is replaced. */
export function save(saved: Saved): void {
  const others = useMemory.getState().saved.filter(({ name }) => name !== saved.name);
  change({ saved: [saved, ...others] });
}

export function forget(name: string): void {
  change({ saved: useMemory.getState().saved.filter((each) => each.name !== name) });
}

function change(part: Partial<Memory>): void {
  useMemory.setState(part);
  try {
    const { recent, saved } = useMemory.getState();
    localStorage.setItem(place, JSON.stringify({ recent, saved }));
  } catch {
    // A browser that keeps nothing is no reason to stop.
  }
}

/** What was kept, as far as it is still what this program writes. */
function recalled(): Memory {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? "{}");
    const list = (name: string): Record<string, unknown>[] => {
      const value = typeof kept === "object" && kept !== null ? (kept as Record<string, unknown>)[name] : undefined;
      return Array.isArray(value) ? value.filter((each) => typeof each?.query === "string") : [];
    };
    const query = (each: Record<string, unknown>): Query => ({
      query: String(each.query),
      params: typeof each.params === "string" ? each.params : "",
    });
    return {
      recent: list("recent").map(query).slice(0, most),
      saved: list("saved").flatMap((each) =>
        typeof each.name === "string" ? [{ ...query(each), name: each.name }] : [],
      ),
    };
  } catch {
    return { recent: [], saved: [] };
  }
}
