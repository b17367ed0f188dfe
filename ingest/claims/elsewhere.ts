import { type Analysis, subjectOf } from "./analysis.ts";
import { askedElsewhere } from "./asker.ts";
import { causalAgent } from "./causal.ts";
import type { Frame } from "./frames.ts";
import { is } from "./scan.ts";
import { type Cue, type Filler, sameAs } from "./scope.ts";
import type { Stance } from "./stance.ts";
import { inherit } from "./subjects.ts";

/** "[Chad] said that Kenya refused to give arms": who tells that nothing was given, naming nobody else, would have got it. */
export function complainant(analysis: Analysis, cue: Cue, agent: Filler): Filler | undefined {
  const { scan, grammar, clauses } = analysis;
  const clause = clauses.clauses[clauses.of[cue[0]]!]!;
  if (grammar.order !== "postpositional" || grammar.lateSubject || clause.kind !== "that" || agent.carried)
    return undefined;
  const gives = ["v.give", "v.send", "v.supply"].some((cls) => is(scan, cue[0] - 2, cls));
  if (!gives || !is(scan, cue[0] - 1, "case.abl")) return undefined;
  const speaker = subjectOf(analysis, clause.parent).filter((phrase) => !sameAs(phrase, agent.phrases));
  return speaker.length > 0 ? { phrases: speaker, slot: "who says so", carried: true } : undefined;
}

/** "Chad has bombed it, a protest from [Cairo]", "[Kyiv] asked for tanks, but Oslo sent helmets": whom the clause before leaves for the object. */
export function elsewhere(frame: Frame, cue: Cue, analysis: Analysis, how: Stance, agent: Filler): Filler | undefined {
  if (!analysis.grammar.lateSubject) return undefined;
  const predicate = frame.type === "ALLIED_WITH" && frame.options.kind === "noun" && agent.slot === "gen@cue";
  if (predicate && saysOf(analysis, cue)) {
    const subject = inherit(analysis, analysis.clauses.of[cue[0]]!, agent.phrases);
    if (subject.length > 0) return { phrases: subject, slot: "nom, carried", carried: true };
  }
  const got = frame.type === "SUPPLIED" && !agent.carried && frame.object[0]?.case === "nom";
  if (got) {
    // "for buying arms from Moscow sanctions on [Ankara]"
    const judged = causalAgent(analysis, cue, how);
    if (judged && !judged.phrases.some((phrase) => sameAs(phrase, agent.phrases))) return judged;
    // "sells it power, buys from Yangon gas": who gets is who acts in the clause before.
    const getter = inherit(analysis, analysis.clauses.of[cue[0]]!, agent.phrases);
    if (getter.length > 0) return { phrases: getter, slot: "who acts in the clause before", carried: true };
  }
  if (frame.type === "SUPPLIED" && !agent.carried) {
    const asker = askedElsewhere(analysis, agent);
    const before = asker && analysis.clauses.of[asker.actor.from]! < analysis.clauses.of[cue[0]]!;
    return before ? { phrases: [asker], slot: "who asks in the clause before", carried: true } : undefined;
  }
  if (frame.type !== "CONDEMNED" || agent.carried) return undefined;
  const { clauses, of } = analysis.clauses;
  const clause = of[cue[0]]!;
  if (clause === 0 || clauses[clause]!.kind === "that" || clauses[clause]!.kind === "quote") return undefined;
  const others = analysis.phrases.some((phrase) => of[phrase.actor.from] === clause && !agent.phrases.includes(phrase));
  const done = others ? [] : subjectOf(analysis, clause - 1).filter((phrase) => !agent.phrases.includes(phrase));
  return done.length > 0 ? { phrases: done, slot: "who acts in the clause before", carried: true } : undefined;
}

/** "though it threatens to leave, Chad's ally [remains]": a predicate noun in a clause that names nobody else. */
function saysOf({ scan, clauses, phrases }: Analysis, cue: Cue): boolean {
  const clause = clauses.of[cue[0]];
  const ends = !scan.tokens[cue[1]]?.word || ["copula", "aux", "remains"].some((cls) => is(scan, cue[1], cls));
  const named = phrases.filter(({ actor }) => clauses.of[actor.from] === clause);
  return ends && (scan.marks[cue[0]]?.ending.length ?? 0) < 2 && new Set(named.map(({ group }) => group)).size === 1;
}

/** "Ghana [on Serbia] of being Norway's ally raised a charge": who is accused of it is said to be it. */
export function chargedWithBeing(frame: Frame, analysis: Analysis, cue: Cue, how: Stance): Filler | undefined {
  const { scan, grammar, clauses, phrases } = analysis;
  if (frame.type !== "ALLIED_WITH" || grammar.order !== "postpositional" || grammar.lateSubject) return undefined;
  const being = scan.tokens[cue[1]];
  if (!being || !is(scan, cue[1], "light") || !grammar.inForm(being, "infinitive")) return undefined;
  if (!is(scan, cue[1] + 1, "case.gen") || !is(scan, cue[1] + 2, "g.accuse")) return undefined;
  const accused = phrases.filter(
    (phrase) => phrase.case === "on" && phrase.to <= cue[0] && clauses.of[phrase.actor.from] === clauses.of[cue[0]],
  );
  if (accused.length === 0) return undefined;
  how.modality = "alleged";
  return { phrases: accused, slot: "who is accused of it", carried: false };
}
