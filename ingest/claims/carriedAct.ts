import { traced } from "../../model/trace.ts";
import type { Reading } from "./analyse.ts";
import { type Analysis, subjectOf, within } from "./analysis.ts";
import type { Carry } from "./carry.ts";
import { emit, type Matched } from "./emit.ts";
import { type Phrase, shownAt } from "./phrase.ts";
import { is } from "./scan.ts";
import { type Cue, type Filler, sameAs } from "./scope.ts";

/**
 * "Kenya recognised Kosovo. [Chad is not willing to do so.]", "[Mali took the same way.]": who does, or does not do, what the
 * sentence before tells, where the subject may follow its verb.
 */
export function carriedAct(analysis: Analysis, reading: Reading, { told }: Carry, found: Matched): void {
  const { scan, grammar, clauses } = analysis;
  if (!grammar.lateSubject || told?.frame.type !== "RECOGNIZED" || found.claims.length > 0) return;
  const { frame, how, agent, object } = told;
  if (frame.options.negated || how.passive || how.polarity === "negated" || how.modality !== "asserted") return;
  const at = scan.marks.findIndex((mark) => mark?.classes.some((cls) => cls === "does.it" || cls === "same.way"));
  if (at < 0 || clauses.quote[at]! >= 0) return;
  const clause = clauses.of[at]!;
  const doers = listOf(analysis, clause).filter(({ actor }) => actor.via !== "pronoun");
  const known = [...agent.phrases, ...object.phrases];
  const others = within(analysis, clause).some((phrase) => phrase.group !== doers[0]?.group && !doers.includes(phrase));
  if (doers.length === 0 || others || doers.some((phrase) => sameAs(phrase, known))) return;
  const stands = stanceOf(analysis, at);
  if (!stands) return;
  const cue: Cue = [at, scan.marks[at]!.to];
  const here = (phrase: Phrase): Phrase => shownAt(phrase, cue);
  const doer: Filler = { phrases: doers, slot: "does the same", carried: true };
  const reached: Filler = { phrases: object.phrases.map(here), slot: "object of the sentence before", carried: true };
  emit(frame, cue, analysis, reading, found, { ...how, ...stands, notes: [traced("verbLeftOut")] }, doer, reached);
}

/** "[Oman], [Kuwait], lastly [Iraq] too": bare names that only commas and adverbs part, else the subject of the clause. */
function listOf(analysis: Analysis, clause: number): Phrase[] {
  const { scan } = analysis;
  const named = within(analysis, clause);
  const [first, last] = [named[0], named.at(-1)];
  if (!first || !last || named.length < 2 || named.some((phrase) => phrase.case !== "nom" || phrase.adjectival))
    return subjectOf(analysis, clause);
  let commas = 0;
  for (let k = first.to; k < last.from; k++) {
    if (scan.tokens[k]!.text === ",") commas++;
    else if (!scan.covered[k] && !is(scan, k, "adverb") && !is(scan, k, "and")) return subjectOf(analysis, clause);
  }
  return commas > 0 ? named : subjectOf(analysis, clause);
}

/** What the words behind it say of doing the same; nothing where somebody only may, wants or is asked to. */
function stanceOf({ scan, grammar, clauses }: Analysis, at: number) {
  let polarity: "affirmed" | "negated" = "affirmed";
  let modality: "asserted" | "announced" = "asserted";
  for (let k = at; k < scan.tokens.length && clauses.of[k] === clauses.of[at]; k++) {
    if (open.some((cls) => is(scan, k, cls))) return undefined;
    const token = scan.tokens[k]!;
    if (grammar.inForm(token, "future")) modality = "announced";
    if (grammar.inForm(token, "negated") || denying.some((cls) => is(scan, k, cls))) polarity = "negated";
  }
  return { polarity, modality: polarity === "negated" ? "asserted" : modality } as const;
}

const denying = ["negation", "not.it", "unwilling", "refuse.n"];

const open = [
  "possible",
  "question",
  "g.silent",
  "g.ask",
  "g.announce",
  "g.accuse",
  "v.ask",
  "unreal",
  "consider",
  "if",
];
