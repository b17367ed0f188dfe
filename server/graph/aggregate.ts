import type { Stance } from "../../model/api.ts";
import { edgeParts } from "../../model/identity.ts";
import type { EdgeId, Lang, Modality, NodeId } from "../../model/stages.ts";
import { vocabulary } from "../../model/vocabulary.ts";

/** What one claim contributes to its aggregate edge. */
export interface Evidence {
  modality: Modality;
  denied: boolean;
  what?: string;
  speaker?: NodeId;
  /** When it happened, ISO, cut to its precision. */
  eventDate?: string;
  /** The day it was reported. */
  reported?: string;
  confidence: number;
  lang: Lang;
  outlet?: string;
  /** Id of the first article of the same origin. */
  origin: string;
}

/** The properties of an aggregate edge, as they stand in the store. */
export interface EdgeProperties {
  id: EdgeId;
  claims: number;
  sources: number;
  stance: Stance;
  sign: -1 | 0 | 1;
  what?: string;
  first?: string;
  last?: string;
  confidence: number;
  langs: string[];
  outlets: string[];
  speakers: string[];
  eventDates: string[];
  reportDates: string[];
}

/**
 * One edge out of all its evidence. The order of the evidence does not matter: an edge grown article by article equals
 * one built from scratch. `confidence` is that of the best claim: sources that agree are counted, not multiplied, since
 * the same misreading makes the same mistake twice.
 */
export function aggregate(id: EdgeId, evidence: Evidence[]): EdgeProperties {
  const type = edgeParts(id)?.type;
  if (!type || evidence.length === 0) throw new Error(`no edge can be made of "${id}" with ${evidence.length} claims`);
  const dates = distinct(evidence.map(({ eventDate, reported }) => eventDate ?? reported));
  return {
    id,
    claims: evidence.length,
    sources: new Set(evidence.map(({ origin }) => origin)).size,
    stance: stanceOf(evidence),
    sign: vocabulary.edges[type].sign,
    ...{ what: mostSaid(evidence), first: dates[0], last: dates.at(-1) },
    confidence: evidence.reduce((best, { confidence }) => Math.max(best, confidence), 0),
    langs: distinct(evidence.map(({ lang }) => lang)),
    outlets: distinct(evidence.map(({ outlet }) => outlet)),
    speakers: distinct(evidence.map(({ speaker }) => speaker)),
    eventDates: distinct(evidence.map(({ eventDate }) => eventDate)),
    reportDates: distinct(evidence.map(({ reported }) => reported)),
  };
}

/** From the stance that binds its speaker most to the one that binds least: an allegation never outweighs anything else. */
const strength: Modality[] = ["asserted", "announced", "requested", "conditional", "alleged"];

function stanceOf(evidence: Evidence[]): Stance {
  if (evidence.every(({ denied }) => denied)) return "denied";
  return strength.find((stance) => evidence.some(({ modality }) => modality === stance)) ?? "alleged";
}

/** The most frequent wording; among equals the first in code-unit order. */
function mostSaid(evidence: Evidence[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { what } of evidence) if (what) counts.set(what, (counts.get(what) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0];
}

/** Each value once, in code-unit order: the same on every machine. */
function distinct(values: (string | undefined)[]): string[] {
  return [...new Set(values.filter((value) => value !== undefined))].sort();
}
