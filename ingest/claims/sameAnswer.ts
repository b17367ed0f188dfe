import { traced } from "../../model/trace.ts";
import type { Reading } from "./analyse.ts";
import { type Analysis, groupOf, subjectOf } from "./analysis.ts";
import type { Carry } from "./carry.ts";
import { emit, type Matched } from "./emit.ts";
import { type Phrase, shownAt } from "./phrase.ts";
import { is } from "./scan.ts";
import { type Cue, type Filler, sameAs, stateOf } from "./scope.ts";

/** "Switzerland refused Germany's request. [Denmark] got the same answer, as did Spain": whom else it has refused. */
export function sameAnswer(analysis: Analysis, reading: Reading, { told }: Carry, found: Matched): void {
  const { scan, grammar } = analysis;
  if (grammar.order !== "prepositional" || !scan.present.has("v.sameanswer")) return;
  const refused = told ?? found.told;
  if (refused?.frame.type !== "REFUSED" || refused.how.modality !== "asserted") return;
  if (refused.how.polarity === "negated" && !refused.frame.options.neg) return;
  const at = scan.marks.findIndex((mark, k) => mark !== undefined && is(scan, k, "v.sameanswer"));
  const others = askers(analysis, at).filter(
    (phrase) => !sameAs(phrase, [...refused.agent.phrases, ...refused.object.phrases]),
  );
  if (others.length === 0) return;
  const cue: Cue = [at, scan.marks[at]!.to];
  const here = (phrase: Phrase): Phrase => shownAt(phrase, cue);
  const agent: Filler = { phrases: refused.agent.phrases.map(here), slot: "who has refused another", carried: true };
  const object: Filler = { phrases: others, slot: "gets the same answer", carried: true };
  const how = { ...refused.how, notes: [traced("verbLeftOut")] };
  emit(refused.frame, cue, analysis, reading, found, how, agent, object);
}

/** Who gets the answer: the subject, or whose request the subject is, and those named behind "as did". */
function askers(analysis: Analysis, at: number): Phrase[] {
  const { scan, clauses, phrases } = analysis;
  const owner = phrases.filter(
    ({ case: name, to, owned, actor }) =>
      (name === "gen" || name === "from" || name === "by") &&
      to <= at &&
      clauses.of[actor.from] === clauses.of[at] &&
      owned.some(({ classes }) => classes.includes("request") || classes.includes("proposal")),
  );
  const subject = subjectOf(analysis, clauses.of[at]!).filter(({ actor, to }) => actor.via !== "pronoun" && to <= at);
  const also = phrases.filter(
    ({ from, case: name, adjectival }) =>
      from > at && name === "nom" && !adjectival && is(scan, from - 1, "stands-for") && is(scan, from - 2, "likewise"),
  );
  const found = [...(owner.length > 0 ? owner : subject), ...also].flatMap((each) => groupOf(phrases, each));
  return found.filter((phrase, k) => found.findIndex((each) => stateOf(each) === stateOf(phrase)) === k);
}
