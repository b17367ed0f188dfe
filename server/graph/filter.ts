import type { Stance } from "../../model/api.ts";
import { type EdgeType, edgeTypes } from "../../model/vocabulary.ts";
import type { Params } from "../store/store.ts";

/** Which edges a view is made of. What is absent does not filter. */
export interface EdgeFilter {
  types?: EdgeType[];
  stances?: Stance[];
  /** ISO dates, cut to any precision: edges with a claim between them, both ends included. */
  since?: string;
  until?: string;
  /** Least number of independent origins. */
  sources?: number;
  langs?: string[];
  outlets?: string[];
  /** Node ids: edges that one of them speaks of. */
  speakers?: string[];
}

/** The types of a filter as a pattern, `REFUSED|ALLIED_WITH`. They come from the vocabulary, never from a request. */
export function typePattern({ types }: EdgeFilter): string {
  const chosen = types?.length ? edgeTypes.filter((type) => types.includes(type)) : edgeTypes;
  return chosen.join("|");
}

/** The rest of a filter as a condition on `r`, starting with `AND` unless it is empty, and its parameters. */
export function edgeCondition(filter: EdgeFilter): { condition: string; params: Params } {
  const { stances, since, until, sources, langs, outlets, speakers } = filter;
  const parts = [
    stances?.length && "r.stance IN $stances",
    since && "r.last >= $since",
    // "2022-09" includes its last day: what follows it in order is cut at the next letter.
    until && "r.first <= $until",
    sources && "r.sources >= $sources",
    langs?.length && "any(one IN r.langs WHERE one IN $langs)",
    outlets?.length && "any(one IN r.outlets WHERE one IN $outlets)",
    speakers?.length && "any(one IN r.speakers WHERE one IN $speakers)",
  ].filter((part) => typeof part === "string" && part !== "");
  const given = { stances, since, until: until && `${until}~`, sources, langs, outlets, speakers };
  return {
    condition: parts.map((part) => ` AND ${part}`).join(""),
    params: Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
  };
}
