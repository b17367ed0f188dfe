import type { NodeId, Span } from "../../model/stages.ts";
import { type EdgeType, type NodeType, vocabulary } from "../../model/vocabulary.ts";
import type { Reading } from "./analyse.ts";
import type { Analysis } from "./analysis.ts";
import { landscape, press } from "./landscape.ts";
import type { Phrase } from "./phrase.ts";
import type { Cue } from "./scope.ts";

/** The node that stands at an end of an edge for a phrase: the state for which somebody acts, or the person. */
export function nodeOf({ actor }: Phrase, type: EdgeType, end: "subject" | "object"): NodeId {
  if (end === "object" && actor.within && vocabulary.edges[type].reachesCountry) return actor.within;
  if (actor.country === undefined) return actor.entity;
  if (vocabulary.edges[type].personal) return actor.entity;
  if (end === "object" && type === "RECOGNIZED") return actor.entity;
  return actor.country;
}

/** Whether the vocabulary lets an edge of a type join two nodes. */
export function allowed(type: EdgeType, subject: NodeId, object: NodeId, reading: Reading): boolean {
  const { from, to, onLand } = vocabulary.edges[type];
  if (press().has(subject) || press().has(object)) return false;
  if (landscape().has(subject) || (landscape().has(object) && !onLand)) return false;
  return isOneOf(subject, from, reading) && isOneOf(object, to, reading);
}

function isOneOf(id: NodeId, types: readonly NodeType[], { candidates, gazetteer }: Reading): boolean {
  const entity = candidates.get(id) ?? gazetteer.entity(id);
  return entity?.labels.some((label) => types.includes(label)) ?? false;
}

/** The tokens that name an actor. */
export const spanOf = (phrase: Phrase): Span => [phrase.actor.from, phrase.actor.to];

/** The words of a cue as the sentence has them. */
export const words = ({ scan }: Analysis, [from, to]: Cue): string =>
  to === from + 1
    ? scan.tokens[from]!.text
    : scan.tokens
        .slice(from, to)
        .map((token) => token.text)
        .join(" ");
