import type { Reading } from "./analyse.ts";
import { type Analysis, groupOf } from "./analysis.ts";
import { leftOut } from "./ellipsis.ts";
import { emit, type Matched } from "./emit.ts";
import type { Frame } from "./frames.ts";
import { reachedToo } from "./reachedToo.ts";
import { is } from "./scan.ts";
import type { Filler } from "./scope.ts";
import { isDenied } from "./setApart.ts";
import type { Stance } from "./stance.ts";

/** "Norway recognised it, as did Spain; Italy did not": whoever did, or did not do, the same. */
export function others(analysis: Analysis, reading: Reading, found: Matched): void {
  const { frame, cue, how, agent, object } = found.told!;
  excepted(analysis, reading, found);
  const next = analysis.phrases.filter((phrase) => phrase.actor.from >= cue[1]);
  if (next.length === 0 || frame.options.negated || frame.options.neg) return;
  if (how.passive && (how.reduced || analysis.grammar.order !== "prepositional")) return;
  for (const { phrases, negated } of reachedToo(analysis, cue, agent, object))
    emit(frame, cue, analysis, reading, found, negated ? { ...how, polarity: "negated" } : how, agent, {
      phrases,
      slot: "whom it reaches too",
      carried: true,
    });
  const known = [...agent.phrases, ...object.phrases];
  // "Kenya's closest ally is [Chad]; Mali is not": of nobody who stands before it is it told.
  if (frame.options.kind === "noun" && ![agent, object].some((each) => leads(each) && each.phrases[0]!.from < cue[0]))
    return;
  for (const { phrases, polarity } of leftOut(analysis, cue[1], known, isSaidOf(frame, how))) {
    if ((how.modality !== "asserted" || how.polarity === "negated") && isAwaited(analysis, phrases[0]!.from)) continue;
    const stands: Stance = polarity === "same" ? how : { ...how, polarity };
    const other: Filler = { phrases, slot: "does the same", carried: true };
    const reached = isOfObject(agent, object);
    emit(frame, cue, analysis, reading, found, stands, reached ? agent : other, reached ? other : object);
  }
}

/** "will recognise it [once] Spain has done so": what is waited for has not come. */
function isAwaited({ scan, clauses }: Analysis, at: number): boolean {
  const clause = clauses.clauses[clauses.of[at]!];
  return clause?.kind === "subordinate" && is(scan, clause.from, "awaited");
}

/** Whether it is told by what somebody is: "is an ally", "is allied", "was recognised". */
export const isSaidOf = ({ options }: Frame, { passive }: Stance): boolean => options.kind === "noun" || passive;

/**
 * "[Hungary] gets oil from Russia, Slovakia even more", "[Kenya] is an ally of Chad, Peru is not": the subject, in whose
 * place another may stand, may be whom the act reaches.
 */
export const isOfObject = (agent: Filler, object: Filler): boolean => leads(object) && !leads(agent);

const leads = ({ slot }: Filler): boolean => /^(subj|copula|near|prev|position)/u.test(slot);

/** "recognised by Chad, but not by [Mali]", "sent arms to Chad but not to [Mali]": of whom the same is denied, in the place of whom it is told. */
function excepted(analysis: Analysis, reading: Reading, found: Matched): void {
  const { frame, cue, how, agent, object } = found.told!;
  const { scan, grammar, phrases } = analysis;
  if (grammar.order !== "prepositional" || how.polarity !== "affirmed" || frame.options.negated || frame.options.neg)
    return;
  const known = [...agent.phrases, ...object.phrases];
  const last = Math.max(...known.map(({ to }) => to), cue[1]);
  const one = phrases.find((phrase) => phrase.from >= last && phrase.from - last <= 3 && isDenied(scan, phrase.from));
  if (!one) return;
  const beside = known.find(({ to }) => to === last);
  // Without a preposition it stands for whoever was named last.
  if (!beside || (one.case !== "nom" && one.case !== beside.case)) return;
  const other: Filler = { phrases: groupOf(phrases, one), slot: "of whom it is denied", carried: false };
  const stands: Stance = { ...how, polarity: "negated" };
  if (agent.phrases.includes(beside)) emit(frame, cue, analysis, reading, found, stands, other, object);
  else emit(frame, cue, analysis, reading, found, stands, agent, other);
}
