import type { Span } from "../../model/stages.ts";
import { traced } from "../../model/trace.ts";
import type { Reading } from "./analyse.ts";
import { type Analysis, subjectOf } from "./analysis.ts";
import type { Matched } from "./emit.ts";
import { allowed, nodeOf, spanOf } from "./ends.ts";
import { evidence } from "./evidence.ts";
import type { Phrase } from "./phrase.ts";
import { stateOf } from "./scope.ts";

/** "at Kazakhstan's request Russia sent": who acts at somebody's request was asked. */
export function invited(asker: Phrase, analysis: Analysis, reading: Reading, found: Matched): void {
  const clause = analysis.clauses.of[asker.actor.from]!;
  for (const asked of subjectOf(analysis, clause)) {
    const subject = nodeOf(asker, "REQUESTED", "subject");
    const object = nodeOf(asked, "REQUESTED", "object");
    if (stateOf(asker) === stateOf(asked) || !allowed("REQUESTED", subject, object, reading)) continue;
    const cue: Span = [asker.actor.to, Math.max(asker.to, asker.actor.to + 1)];
    found.claims.push(
      evidence(analysis, reading, {
        type: "REQUESTED",
        subject,
        object,
        polarity: "affirmed",
        modality: "asserted",
        subjectSpan: spanOf(asker),
        cueSpan: cue,
        objectSpan: spanOf(asked),
        rule: "at-request",
        confidence: 0.8,
        trace: [traced("atRequest")],
      }),
    );
  }
}
