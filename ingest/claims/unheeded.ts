import { traced } from "../../model/trace.ts";
import type { Reading } from "./analyse.ts";
import { type Analysis, inClause, subjectOf } from "./analysis.ts";
import type { Matched } from "./emit.ts";
import { allowed, nodeOf, spanOf } from "./ends.ts";
import { evidence } from "./evidence.ts";
import type { Phrase } from "./phrase.ts";
import { is } from "./scan.ts";
import { type Cue, type Filler, sameAs, stateOf } from "./scope.ts";

/** "though Chad asked again and again, Qatar did not call its soldiers back": who acts against a request, by a verb that is denied, has refused it. */
export function unheeded(asker: Phrase, analysis: Analysis, reading: Reading, found: Matched): void {
  const { scan, clauses, grammar } = analysis;
  const clause = clauses.of[asker.actor.from]!;
  if (grammar.order !== "postpositional" || grammar.lateSubject || !is(scan, asker.to - 1, "despite")) return;
  const at = scan.classes.findIndex(
    (classes, k) => k >= asker.to && clauses.of[k] === clause && classes.includes("negation"),
  );
  const doers = subjectOf(analysis, clause).filter(({ case: name }) => name === "erg");
  if (at < 0 || found.claims.some(({ type }) => type === "REFUSED")) return;
  for (const doer of doers) {
    const subject = nodeOf(doer, "REFUSED", "subject");
    const object = nodeOf(asker, "REFUSED", "object");
    if (stateOf(asker) === stateOf(doer) || !allowed("REFUSED", subject, object, reading)) continue;
    found.claims.push(
      evidence(analysis, reading, {
        type: "REFUSED",
        subject,
        object,
        polarity: "affirmed",
        modality: "asserted",
        subjectSpan: spanOf(doer),
        cueSpan: [at, at + 1],
        objectSpan: spanOf(asker),
        rule: "despite-request",
        confidence: 0.7,
        trace: [traced("requestTurnedDown")],
      }),
    );
  }
}

/** "after Kenya's refusal [Chad] turned to Oman": who goes on behind a refusal that is only a noun had asked, unless he offers something. */
export function goesOnBehind(analysis: Analysis, cue: Cue, agent: Filler): Filler | undefined {
  const { scan, clauses, grammar, phrases } = analysis;
  if (grammar.order !== "postpositional" || grammar.lateSubject || !is(scan, cue[0], "refuse.n")) return undefined;
  const clause = clauses.of[cue[0]]!;
  const owned = agent.phrases.some(
    ({ case: name, owned: nouns }) => name === "gen" && nouns.some(({ from }) => from === cue[0]),
  );
  const behind = [1, 2].some((step) => is(scan, cue[0] + step, "after") || is(scan, cue[0] + step, "case.on"));
  const offers = ["proposal", "help", "aid", "also", "welcome", "support"].some((cls) =>
    inClause(analysis, clause, cls),
  );
  if (!owned || !behind || offers) return undefined;
  const next = phrases.filter(
    (phrase) => phrase.case === "erg" && phrase.from > cue[0] && clauses.of[phrase.actor.from] === clause,
  );
  return next.length > 0 && !next.some((phrase) => sameAs(phrase, agent.phrases))
    ? { phrases: next, slot: "who goes on behind it", carried: false }
    : undefined;
}
