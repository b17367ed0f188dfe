import type { NodeId } from "../../model/stages.ts";
import { vocabulary } from "../../model/vocabulary.ts";
import type { Reading } from "./analyse.ts";
import type { Analysis } from "./analysis.ts";
import type { Frame } from "./frames.ts";
import { makeActor, makePhrase, type Phrase } from "./phrase.ts";
import { is } from "./scan.ts";
import type { Cue, Filler } from "./scope.ts";

/** Keeps whose parliament passes the bill or package that the article tells of. */
export function noteDonor({ scan, phrases }: Analysis, { donors }: Reading): void {
  if (!scan.present.has("package")) return;
  for (const { actor, adjectival } of phrases) {
    const next = [0, 1, 2].some((step) => is(scan, actor.to + step, "legislature"));
    if ((actor.state || adjectival) && (next || actor.form === "seat")) donors.add(actor.country ?? actor.entity);
  }
}

/**
 * "the package will send 61 billion to Ukraine", "61 billion will go to Ukraine": where nobody is named who gives, and the
 * article tells of the bill of one state, that state gives.
 */
export function donor(
  frame: Frame,
  cue: Cue,
  { scan, phrases, clauses }: Analysis,
  reading: Reading,
): Filler | undefined {
  const [state] = reading.donors;
  if (frame.type === "DENIED" || frame.type === "OFFERED" || !vocabulary.edges[frame.type].byBill) return undefined;
  if (reading.donors.size !== 1 || state === undefined) return undefined;
  if (!scan.present.has("package")) return undefined;
  const rival = (phrase: Phrase): boolean =>
    ["nom", "erg", "by"].includes(phrase.case) &&
    !phrase.adjectival &&
    clauses.of[phrase.actor.from] === clauses.of[cue[0]] &&
    phrase.to <= cue[0] &&
    phrase.actor.entity !== state;
  if (phrases.some((phrase) => phrase.group === -4 || rival(phrase))) return undefined;
  return { phrases: [standIn(state, cue)], slot: "whose bill it is", carried: true };
}

function standIn(entity: NodeId, [from, to]: Cue): Phrase {
  return makePhrase(
    { case: "nom", from, to, group: -4 },
    makeActor({ entity, from, to, via: "pronoun", form: "name", fuzzy: false, state: true }),
  );
}
