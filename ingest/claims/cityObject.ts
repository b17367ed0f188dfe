import type { NodeId } from "../../model/stages.ts";
import { type EdgeType, vocabulary } from "../../model/vocabulary.ts";
import { type City, cityAt } from "../gazetteer/cities.ts";
import type { Reading } from "./analyse.ts";
import type { Analysis } from "./analysis.ts";
import type { Frame } from "./frames.ts";
import { makeActor, makePhrase } from "./phrase.ts";
import { caseMarker, is } from "./scan.ts";
import type { Cue, Filler } from "./scope.ts";

/** How far a city may stand from the word that tells of the visit or the attack. */
const reach = 6;

/**
 * "arrived in Karachi", "a strike on Odesa": an act that is aimed at a city which is no capital reaches its state. Only where
 * nothing else is the object; a city acts for nobody, so it is no subject and no owner.
 */
export function cityObject(frame: Frame, cue: Cue, analysis: Analysis, reading: Reading): Filler | undefined {
  if (!vocabulary.edges[frame.type as EdgeType]?.reachesCountry) return undefined;
  const late = analysis.grammar.order === "prepositional";
  const size = analysis.scan.tokens.length;
  const [from, to, step] = late
    ? [cue[1], Math.min(size, cue[1] + reach), 1]
    : [cue[0] - 1, Math.max(-1, cue[0] - 1 - reach), -1];
  for (let at = from; at !== to; at += step) {
    if (!inClause(analysis, cue, at) || ends(analysis, at, late)) return undefined;
    const city = named(analysis, at);
    if (!city || !aimedAt(analysis, at, city, vocabulary.edges[frame.type as EdgeType].personal)) continue;
    const state = stateOf(city, reading);
    if (!state) return undefined;
    const to = at + city.words;
    const actor = makeActor({ entity: state, from: at, to, via: "name", form: "name", fuzzy: false, state: true });
    return {
      phrases: [makePhrase({ case: "loc", from: at, to, group: -3 }, actor)],
      slot: `a city of the state (${city.name})`,
      carried: false,
    };
  }
  return undefined;
}

function named({ scan, grammar }: Analysis, at: number): City | undefined {
  if (scan.covered[at] || !scan.tokens[at]?.word) return undefined;
  const words = scan.tokens.slice(at, at + 4).map((token) => token.text);
  return cityAt(words, 0, grammar.lang);
}

/** Of two states with a city of that name the one that the article speaks of. */
function stateOf({ states }: City, { seen }: Reading): NodeId | undefined {
  const known = states.length === 1 ? states : states.filter((state) => seen.has(state));
  return known.length === 1 ? known[0] : undefined;
}

/** The city itself is meant, not what belongs to it or comes from it; persons go there, whoever strikes needs it as a target. */
function aimedAt({ scan, grammar }: Analysis, at: number, city: City, personal: boolean): boolean {
  const to = at + city.words;
  if (grammar.order === "prepositional") {
    const joined = /^\p{Dash_Punctuation}$/u.test(scan.tokens[to]?.text ?? "");
    if (/['’]s?$/u.test(scan.tokens[to - 1]!.text) || is(scan, joined ? to + 1 : to, "hyphened")) return false;
    const before = caseMarkerBefore(scan, at);
    return before === undefined || aims.has(before);
  }
  const marker = city.ending === "" ? caseMarker(scan, to)?.case : grammar.caseOf(city.ending);
  if (marker === undefined) return personal;
  return aims.has(marker) || (marker === "gen" && personal);
}

function caseMarkerBefore(scan: Analysis["scan"], at: number): string | undefined {
  for (let k = at - 1; k >= Math.max(0, at - 3); k--) {
    const marker = caseMarker(scan, k);
    if (marker) return marker.case;
  }
  return undefined;
}

const aims: ReadonlySet<string> = new Set(["in", "loc", "on", "to", "into", "dat", "against", "at", "near", "nom"]);

const inClause = ({ clauses, scan }: Analysis, cue: Cue, at: number): boolean =>
  at >= 0 && at < scan.tokens.length && clauses.of[at] === clauses.of[cue[0]];

/** Another name or a verb: what stands behind it belongs to that. */
function ends({ scan }: Analysis, at: number, late: boolean): boolean {
  if (scan.covered[at]) return true;
  return scan.classes[at]!.some((cls) => (late && cls.startsWith("v.")) || cls === "and" || cls === "that");
}
