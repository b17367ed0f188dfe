import type { Layout } from "../view.ts";

/** A layout works on bare points and lines; places are in graph units, −1…1 where everything is laid out anew. */
export interface Plan {
  points: readonly Point[];
  /** Pairs of node ids with a weight: how strongly they belong together. Never negative. */
  lines: readonly Line[];
  /** Width over height of the canvas. */
  aspect: number;
}

export interface Point {
  id: string;
  /** Where it is, or where the server would put it. */
  x?: number;
  y?: number;
  /** Stays where it is. */
  fixed?: boolean;
  size: number;
}

export type Line = readonly [from: string, to: string, weight: number];

export interface Place {
  id: string;
  x: number;
  y: number;
}

export type Kind = Exclude<Layout, "map">;

/** What the worker is asked, and what it answers; `job` joins the two. */
export type Request =
  | { job: number; task: "layout"; kind: Kind; plan: Plan }
  | { job: number; task: "settle"; plan: Plan; parent: string }
  | { job: number; task: "measure"; measure: "betweenness" | "pagerank"; plan: Plan }
  | { job: number; task: "communities"; plan: Plan };

export type Answer =
  | { job: number; places: Place[] }
  | { job: number; scores: [id: string, score: number][] }
  | { job: number; error: string };
