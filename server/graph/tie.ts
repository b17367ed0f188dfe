import { edgeId } from "../../model/identity.ts";
import type { Claim, EdgeId } from "../../model/stages.ts";
import { vocabulary } from "../../model/vocabulary.ts";

/** The pair and type that a claim speaks of, affirmed or negated: what contradicts it speaks of the same tie. */
export function tieOf({ type, subject, object }: Claim): EdgeId {
  return edgeId(type, subject, object);
}

/**
 * The aggregate edge that a claim is evidence for, if any: a negated claim makes none, except where the vocabulary has an
 * edge for the negation (not recognised: REFUSED recognition). What is said of a thing and itself makes no edge.
 */
export function edgeOf({ type, subject, object, polarity }: Claim): EdgeId | undefined {
  if (subject === object) return undefined;
  if (polarity === "affirmed") return edgeId(type, subject, object);
  const instead = vocabulary.edges[type].negatedAs;
  return instead && edgeId(instead.type, subject, object);
}

/** What the claim adds to `what` on its edge: its own words, or the vocabulary's where a negation stands as that edge. */
export function whatOf({ type, polarity, what }: Claim): string | undefined {
  return polarity === "negated" ? vocabulary.edges[type].negatedAs?.what : what;
}
