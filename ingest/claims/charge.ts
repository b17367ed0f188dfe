import { traced } from "../../model/trace.ts";
import type { Reading } from "./analyse.ts";
import type { Analysis, Speech } from "./analysis.ts";
import type { Matched } from "./emit.ts";
import { allowed, nodeOf, spanOf } from "./ends.ts";
import { evidence } from "./evidence.ts";
import type { Phrase } from "./phrase.ts";
import { is } from "./scan.ts";
import { type Cue, stateOf } from "./scope.ts";

/** "the demand that Washington raised, [that] Panama turned down": where one word is a claim and a demand, the demand is what is refused. */
export const isThatDemand = (
  { scan, clauses: { of } }: Analysis,
  [cue]: Cue,
  { actor }: Phrase,
  { speaker, at }: Speech,
): boolean =>
  actor.entity === speaker &&
  is(scan, at, "request") &&
  scan.tokens.some(
    (_, k) =>
      k > at &&
      of[k] === of[cue] &&
      (is(scan, k, "that.request") ||
        ((is(scan, k, "definite") || is(scan, k, "determiner")) && is(scan, k + 1, "request"))),
  );

/** "that Rwanda has shelled it [is the charge of] Burundi": not what somebody only claims. */
export const isCharge = ({ scan, grammar, clauses }: Analysis, speech: Speech, cue: Cue): boolean =>
  grammar.lateSubject &&
  speech.accusing &&
  !speech.marker &&
  is(scan, speech.at, "g.accuse") &&
  speech.clause === clauses.of[cue[0]]! + 1;

/** Who says of somebody, as a charge, that he has done it has accused him. */
export function charge(
  analysis: Analysis,
  reading: Reading,
  found: Matched,
  accused: Phrase,
  { speaker, at }: Speech,
): void {
  const accuser = analysis.phrases.find((phrase) => phrase.actor.entity === speaker);
  if (!accuser || stateOf(accuser) === stateOf(accused)) return;
  const subject = nodeOf(accuser, "ACCUSED", "subject");
  const object = nodeOf(accused, "ACCUSED", "object");
  const known = found.claims.some((each) => each.type === "ACCUSED" && each.subject === subject);
  if (known || !allowed("ACCUSED", subject, object, reading)) return;
  found.claims.push(
    evidence(analysis, reading, {
      type: "ACCUSED",
      subject,
      object,
      polarity: "affirmed",
      modality: "asserted",
      subjectSpan: spanOf(accuser),
      cueSpan: [at, analysis.scan.marks[at]?.to ?? at + 1],
      objectSpan: spanOf(accused),
      rule: "charge",
      confidence: 0.8,
      trace: [traced("charge")],
    }),
  );
}
