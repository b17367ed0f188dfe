import type { Analysis } from "./analysis.ts";
import type { Carry } from "./carry.ts";
import type { Frame } from "./frames.ts";
import { type Phrase, shownAt } from "./phrase.ts";
import { is } from "./scan.ts";
import { type Cue, type Filler, stateOf } from "./scope.ts";
import type { Stance } from "./stance.ts";

/** "Germany asked Brazil … It said no": who was asked in the sentence before refuses who asked. */
export function carriedRequest(
  frame: Frame,
  agent: Filler,
  carry: Carry,
  analysis: Analysis,
): { agent: Filler; object: Filler } | undefined {
  if (frame.type !== "REFUSED") return undefined;
  const { asked } = carry;
  if (!asked) return wanted(agent, carry, analysis);
  const { phrases } = analysis;
  // A pronoun whose antecedent this sentence names means nobody of the sentence before.
  const named = (phrase: Phrase): boolean =>
    !asked.here && phrases.some((each) => each.actor.via !== "pronoun" && stateOf(each) === stateOf(phrase));
  const pronoun = agent.phrases.every((phrase) => phrase.actor.via === "pronoun" && !named(phrase));
  const same = agent.phrases.some((phrase) => asked.of.some((each) => stateOf(each) === stateOf(phrase)));
  if ((!pronoun || asked.old) && !same) return undefined;
  const { from, to } = agent.phrases[0]!.actor;
  return {
    agent: same
      ? agent
      : {
          phrases: asked.of.map((phrase, k) => ({ ...shownAt(phrase, [from, to]), group: 2000 + k })),
          slot: "asked in the sentence before",
          carried: true,
        },
    object: {
      phrases: asked.by.map((phrase) => shownAt(phrase, [from, to])),
      slot: "asker of the sentence before",
      carried: true,
    },
  };
}

/** "Paris wanted to keep its base. [Niger] has not agreed to that": who turns down what the sentence before wants of nobody it names. */
function wanted(
  agent: Filler,
  { wants }: Carry,
  { scan, phrases, grammar, clauses }: Analysis,
): { agent: Filler; object: Filler } | undefined {
  const means = (k: number): boolean =>
    is(scan, k, "that.request") ||
    (is(scan, k, "determiner") && (is(scan, k + 1, "request") || is(scan, k + 1, "proposal")));
  if (!wants || !grammar.lateSubject || !scan.tokens.some((_, k) => means(k))) return undefined;
  const known = agent.phrases.some((phrase) => phrase.actor.via === "pronoun") || agent.carried;
  const clause = clauses.of[agent.phrases[0]!.actor.from];
  const others = phrases.filter(
    (phrase) =>
      clauses.of[phrase.actor.from] === clause &&
      ![...agent.phrases, ...wants].some((each) => stateOf(each) === stateOf(phrase)),
  );
  if (known || others.length > 0) return undefined;
  const { from, to } = agent.phrases[0]!.actor;
  return {
    agent,
    object: {
      phrases: wants.map((phrase) => ({ ...phrase, actor: { ...phrase.actor, from, to } })),
      slot: "who asks in the sentence before",
      carried: true,
    },
  };
}

/** "Germany asked Brazil; [the answer was no]", "asked it, but [was turned down]": whoever was asked, where nobody is named. */
export function unsaid(
  frame: Frame,
  cue: Cue,
  analysis: Analysis,
  { passive }: Stance,
  { asked }: Carry,
): { agent: Filler; object: Filler } | undefined {
  const { scan, clauses, phrases } = analysis;
  const answer = is(scan, cue[0], "answer");
  const told =
    (passive && (asked?.here || isTheRequest(analysis, cue) || isTold(analysis, cue))) ||
    (asked?.here && isHeard(frame, analysis));
  if (frame.type !== "REFUSED" || !asked || asked.old || !(answer || told)) return undefined;
  const known = [...asked.by, ...asked.of].map(stateOf);
  const others = phrases.some(
    (phrase) => clauses.of[phrase.actor.from] === clauses.of[cue[0]] && !known.includes(stateOf(phrase)),
  );
  if (others || is(scan, cue[1], "case.by")) return undefined;
  const here = (each: Phrase): Phrase => (asked.here ? each : shownAt(each, cue));
  return {
    agent: { phrases: asked.of.map(here), slot: "who was asked", carried: true },
    object: { phrases: asked.by.map(here), slot: "who asked", carried: true },
  };
}

/** "asked it, but [had to hear a no]": a frame whose subject is who gets the answer. */
const isHeard = ({ agent, object }: Frame, { grammar }: Analysis): boolean =>
  grammar.order === "postpositional" &&
  !grammar.lateSubject &&
  agent[0]?.case === "abl" &&
  object.some((slot) => slot.case === "dat");

/** "It [was told no]" */
const isTold = ({ scan, grammar }: Analysis, cue: Cue): boolean =>
  grammar.order === "prepositional" && is(scan, cue[0], "v.told");

/** "[The request] was turned down": the subject means the request of the sentence before; without articles, where nobody is named. */
function isTheRequest({ scan, clauses: { of }, grammar, phrases }: Analysis, [cue]: Cue): boolean {
  for (let k = cue - 1; k >= 0 && of[k] === of[cue]; k--)
    if (is(scan, k, "request") || is(scan, k, "proposal"))
      return grammar.order === "prepositional"
        ? (is(scan, k - 1, "determiner") && !is(scan, k - 1, "indefinite")) || is(scan, k - 1, "pronoun.own.gen")
        : phrases.length === 0 && cue - k < 4;
  return false;
}
