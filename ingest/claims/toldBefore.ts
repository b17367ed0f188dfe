import type { Claim } from "../../model/stages.ts";
import { type Analysis, inClause } from "./analysis.ts";
import type { Matched } from "./emit.ts";
import type { Frame } from "./frames.ts";
import { type Phrase, shownAt } from "./phrase.ts";
import { is, type Scan } from "./scan.ts";
import { type Cue, type Filler, sameAs, stateOf } from "./scope.ts";
import type { Stance } from "./stance.ts";

/** "Bahrain has recognised [it], but Algeria has not", "and Canberra gave money": the object that the same act had in the clause before. */
export function toldBefore(
  frame: Frame,
  cue: Cue,
  { scan, grammar, clauses, phrases }: Analysis,
  agent: Filler,
  { told }: Pick<Matched, "told">,
): Filler | undefined {
  if (grammar.order === "prepositional") return takenBack(scan, frame, cue, agent, told);
  const type = frame.type === "RECOGNIZED" || frame.type === "SUPPLIED" ? frame.type : undefined;
  if (!grammar.lateSubject || !told || told.frame.type !== type || told.cue[1] > cue[0] || agent.carried)
    return undefined;
  if (type === "SUPPLIED" && told.frame.name !== frame.name) return undefined;
  const clause = clauses.of[cue[0]]!;
  if (clause === clauses.of[told.cue[0]] || clauses.clauses[clause]!.kind === "quote") return undefined;
  const alone = phrases.every((each) => clauses.of[each.actor.from] !== clause || agent.phrases.includes(each));
  // "Syria had recognised it; Damascus has taken that recognition back".
  if (alone && frame.options.negated && type === "RECOGNIZED" && !told.frame.options.negated)
    if (agent.phrases.every((each) => sameAs(each, told.agent.phrases)))
      return { ...told.object, slot: "what was recognised before", carried: true };
  const other = !agent.phrases.some((each) => sameAs(each, [...told.agent.phrases, ...told.object.phrases]));
  return alone && other ? { ...told.object, slot: "the clause before", carried: true } : undefined;
}

/** "Austria turned down the plan. [Ireland too] said no": who is named with "too" and nobody else refuses what another has refused. */
export function alsoRefused(
  { type }: Frame,
  cue: Cue,
  { scan, grammar, clauses, phrases }: Analysis,
  agent: Filler,
  here: Matched["told"],
  before: Matched["told"],
): Filler | undefined {
  const told = here ?? before;
  const [doer] = agent.phrases;
  if (!grammar.lateSubject || type !== "REFUSED" || told?.frame.type !== type || agent.carried) return undefined;
  if (!doer || agent.phrases.length > 1) return undefined;
  const ending = scan.covered[doer.to - 1]?.ending ?? scan.marks[doer.to - 1]?.ending ?? "";
  if (!grammar.lexicon.of(ending).includes("and")) return undefined;
  const clause = clauses.of[cue[0]]!;
  const others = phrases.some((each) => clauses.of[each.actor.from] === clause && !sameAs(each, agent.phrases));
  const known = sameAs(doer, [...told.agent.phrases, ...told.object.phrases]);
  if (others || known || inClause({ scan, clauses }, clause, "comment")) return undefined;
  const at = (phrase: Phrase): Phrase => ({ ...shownAt(phrase, cue), owned: [] });
  return {
    phrases: here ? told.object.phrases : told.object.phrases.map(at),
    slot: "whom the other has refused",
    carried: true,
  };
}

/** "Chad recognised it. [Chad] took that recognition back": who did so before takes back what the sentence before tells. */
export function withdrawnBefore(
  { type, options }: Frame,
  [from, to]: Cue,
  { scan, grammar, phrases }: Analysis,
  agent: Filler,
  before: Matched["told"],
): Filler | undefined {
  const again = scan.present.has("same") && !grammar.lateSubject && grammar.order === "postpositional";
  if (!(grammar.lateSubject || again) || type !== "RECOGNIZED" || !options.negated || before?.frame.type !== type)
    return undefined;
  if (before.frame.options.negated || before.how.polarity === "negated" || !(again || is(scan, from - 1, "determiner")))
    return undefined;
  // "[Tuvalu] had taken this step too, but has taken the recognition back".
  const known = [...before.agent.phrases, ...before.object.phrases];
  if (again && phrases.some((each) => sameAs(each, known))) return undefined;
  if (!again && !agent.phrases.every((each) => sameAs(each, before.agent.phrases))) return undefined;
  const here = (phrase: Phrase): Phrase => ({ ...phrase, actor: { ...phrase.actor, from, to }, owned: [] });
  return { phrases: before.object.phrases.map(here), slot: "what was recognised before", carried: true };
}

/** "Chad recognised [it]; Peru withheld recognition": what another gives, or does not give, is what was told of before. */
export function recognisedBefore(
  { type }: Frame,
  [from, to]: Cue,
  { scan, grammar, clauses, phrases }: Analysis,
  agent: Filler,
  here: Matched["told"],
  before: Matched["told"],
): Filler | undefined {
  const told = here ?? before;
  if (grammar.order !== "prepositional" || type !== "RECOGNIZED" || told?.frame.type !== type || agent.carried)
    return undefined;
  if (told.frame.options.negated || !is(scan, to - 1, "recognition") || is(scan, to, "case.of")) return undefined;
  const known = [...told.agent.phrases, ...told.object.phrases];
  if (agent.phrases.some((each) => sameAs(each, known)) || (here && here.cue[1] > from)) return undefined;
  const clause = clauses.of[from]!;
  // Without a name of its own, and with no "its": it may be somebody else's.
  const free = phrases.every(
    (each) => clauses.of[each.actor.from] !== clause || each.to <= from || sameAs(each, known),
  );
  if (!free || inClause({ scan, clauses }, clause, "pronoun.own.gen")) return undefined;
  const at = (phrase: Phrase): Phrase => ({ ...shownAt(phrase, [from, to]), owned: [] });
  return {
    phrases: here ? told.object.phrases : told.object.phrases.map(at),
    slot: "what was recognised before",
    carried: true,
  };
}

/** "received [Chad]'s envoy, but gave no recognition": the one other state or group that the sentence has named. */
export function notRecognised(
  { type, options }: Frame,
  [from]: Cue,
  { grammar, clauses, phrases }: Analysis,
  agent: Filler,
  { polarity }: Stance,
): Filler | undefined {
  if (!grammar.lateSubject || type !== "RECOGNIZED" || !(options.negated || polarity === "negated")) return undefined;
  const clause = clauses.of[from]!;
  if (clauses.clauses[clause]!.kind !== "but") return undefined;
  const others = phrases.filter((phrase) => !agent.phrases.some((each) => sameAs(each, [phrase])));
  const [one] = others;
  const before = one && others.every((each) => clauses.of[each.actor.from]! < clause && sameAs(each, [one]));
  return before ? { phrases: [{ ...one, owned: [] }], slot: "the clause before", carried: true } : undefined;
}

/** Leaves out of what was told the recognition that this act takes back. */
export function withoutWithdrawn(claims: Claim[], agent: Filler, object: Filler): Claim[] {
  const ends = (node: string, { phrases }: Filler): boolean => phrases.some((phrase) => stateOf(phrase) === node);
  return claims.filter(
    ({ type, polarity, subject, object: of }) =>
      type !== "RECOGNIZED" || polarity === "negated" || !ends(subject, agent) || !ends(of, object),
  );
}

/** "Chad recognised [it], only to withdraw the recognition": what somebody takes back was given to the same. */
function takenBack(
  scan: Scan,
  { type, options }: Frame,
  cue: Cue,
  agent: Filler,
  told: Matched["told"],
): Filler | undefined {
  if (type !== "RECOGNIZED" || !options.negated || told?.frame.type !== type || told.frame.options.negated)
    return undefined;
  // "Mali did so too, [only to] withdraw it"
  const onlyTo = is(scan, cue[0] - 1, "case.to") && is(scan, cue[0] - 2, "only");
  const same = onlyTo || agent.phrases.every((phrase) => sameAs(phrase, told.agent.phrases));
  return same && told.cue[1] <= cue[0]
    ? { ...told.object, slot: "what was recognised before", carried: true }
    : undefined;
}
