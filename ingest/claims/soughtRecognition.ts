import type { NodeId, Span } from "../../model/stages.ts";
import { traced } from "../../model/trace.ts";
import type { Reading } from "./analyse.ts";
import type { Analysis } from "./analysis.ts";
import type { Matched } from "./emit.ts";
import { allowed, spanOf } from "./ends.ts";
import { evidence } from "./evidence.ts";
import type { Phrase } from "./phrase.ts";
import { is } from "./scan.ts";
import { sameAs, stateOf } from "./scope.ts";

/** Words that tell of recognising a state. */
const told = ["recognition", "statehood"];

/** Words between recognition and the request for it, at most. */
const near = 8;

/** "Kosovo has often asked for recognition, but Romania turned it down": who refuses the one that asks does not recognise it. */
export function soughtRecognition(analysis: Analysis, reading: Reading, found: Matched): void {
  const { scan, clauses, phrases, grammar } = analysis;
  if (grammar.order === "prepositional") toRecognise(analysis, reading, found);
  if (grammar.order === "prepositional" || !scan.present.has("request")) return;
  if (!told.some((cls) => scan.present.has(cls))) return;
  if (found.claims.some(({ type }) => type === "RECOGNIZED")) return;
  const refusal = found.claims.find(({ type, polarity }) => type === "REFUSED" && polarity === "affirmed");
  const refuser = phrases.find((phrase) => stateOf(phrase) === refusal?.subject);
  const asker = phrases.find((phrase) => stateOf(phrase) === refusal?.object);
  if (!refusal || !refuser || !asker || asker.actor.via === "pronoun") return;
  const places = told.map((cls) => scan.marks.findIndex((mark, k) => mark && is(scan, k, cls) && isAsked(k)));
  const at = places.find((place) => place >= 0) ?? -1;
  // "asked it to recognise [Kosovo]": whose recognition another asks for has not asked, and is not recognised either.
  const owner = phrases.findLast(
    (phrase) => phrase.to <= at && at - phrase.to < 2 && (phrase.case === "gen" || phrase.case === "dat"),
  );
  const other =
    owner?.case === "dat" && owner.actor.via !== "pronoun" && ![refuser, asker].some((each) => sameAs(owner, [each]))
      ? owner
      : undefined;
  const meant = other ?? asker;
  // "the recognition [of old contracts]": a thing is no state.
  const before = scan.tokens[at - 1]?.lower ?? "";
  const ofThing =
    !is(scan, at - 1, "pronoun.own.gen") && (is(scan, at - 1, "case.gen") || grammar.genitiveEnding(before) !== "");
  const object = stateOf(meant);
  const named = scan.present.has("recognition") && is(scan, at, "recognition");
  if (at < 0 || (owner && !other) || (!other && !named) || ofThing) return;
  if (!allowed("RECOGNIZED", refusal.subject, object, reading)) return;
  found.claims.push(notRecognised(analysis, reading, [refusal.subject, refuser], at, [object, meant]));

  function isAsked(k: number): boolean {
    for (let n = k + 1; n < Math.min(scan.tokens.length, k + near); n++)
      if (is(scan, n, "request") && clauses.of[n] === clauses.of[k]) return true;
    return false;
  }
}

/** "Asked by Pristina [to recognise] Kosovo, Madrid declined": who turns down a request to recognise does not recognise. */
function toRecognise(analysis: Analysis, reading: Reading, found: Matched): void {
  const { scan, clauses, phrases } = analysis;
  if (!scan.present.has("v.recognise") || found.claims.some(({ type }) => type === "RECOGNIZED")) return;
  const refusal = found.claims.find(({ type, polarity }) => type === "REFUSED" && polarity === "affirmed");
  const refuser = phrases.find((phrase) => stateOf(phrase) === refusal?.subject);
  const at = scan.marks.findIndex(
    (mark, k) => mark !== undefined && is(scan, k, "v.recognise") && is(scan, k - 1, "case.to") && isSought(k),
  );
  const thing = phrases.find(
    ({ from, actor, case: name }) =>
      from >= (scan.marks[at]?.to ?? 0) &&
      from - at < 4 &&
      (actor.via !== "pronoun" || name === "gen") &&
      clauses.of[from] === clauses.of[at],
  );
  // "to recognise Jerusalem as its capital": no state is meant.
  if (at < 0 || !refusal || !refuser || !thing || thing.actor.form === "capital") return;
  const object = stateOf(thing) as NodeId;
  if (object === refusal.subject || !allowed("RECOGNIZED", refusal.subject, object, reading)) return;
  found.claims.push(notRecognised(analysis, reading, [refusal.subject, refuser], at, [object, thing]));

  function isSought(k: number): boolean {
    for (let n = k - 1; n >= Math.max(0, k - 12) && clauses.of[n] === clauses.of[k]; n--)
      if (scan.marks[n] && (is(scan, n, "v.ask") || is(scan, n, "request"))) return true;
    return false;
  }
}

/** The party that does not recognise, the word that tells what was asked for, and what is not recognised. */
function notRecognised(
  analysis: Analysis,
  reading: Reading,
  [subject, refuser]: [NodeId, Phrase],
  at: number,
  [object, thing]: [NodeId, Phrase],
): ReturnType<typeof evidence> {
  return evidence(analysis, reading, {
    type: "RECOGNIZED",
    subject,
    object,
    polarity: "negated",
    modality: "asserted",
    subjectSpan: spanOf(refuser),
    cueSpan: [at, analysis.scan.marks[at]!.to] satisfies Span,
    objectSpan: spanOf(thing),
    rule: "sought",
    confidence: 0.7,
    trace: [traced("recognitionTurnedDown")],
  });
}
