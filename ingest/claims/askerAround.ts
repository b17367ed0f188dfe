import { type Analysis, groupOf, inClause } from "./analysis.ts";
import type { Phrase } from "./phrase.ts";
import { isOrganization } from "./resolve.ts";
import { is } from "./scan.ts";
import { type Cue, type Filler, stateOf } from "./scope.ts";
import { speechAround } from "./speech.ts";

/** Where subjects may follow their verbs: who asked for what is turned down, where the request has no owner. */
export function askerAround(analysis: Analysis, cue: Cue, agent: Filler): Filler | undefined {
  if (!analysis.grammar.lateSubject) return undefined;
  return (
    proposer(analysis, cue, agent) ??
    host(analysis, cue, agent) ??
    claimant(analysis, cue, agent) ??
    told(analysis, cue, agent)
  );
}

/** "[Chad]'s proposed truce turned down": whoever owns the participle has proposed it. */
function proposer({ scan, phrases, clauses }: Analysis, [cue]: Cue, agent: Filler): Filler | undefined {
  const found = phrases.find(
    (phrase) =>
      phrase.case === "gen" &&
      [phrase.actor.to, phrase.actor.to + 1].some((k) => is(scan, k, "part.propose")) &&
      phrase.to <= cue &&
      clauses.of[phrase.actor.from] === clauses.of[cue] &&
      !agent.phrases.some((each) => stateOf(each) === stateOf(phrase)),
  );
  return found && { phrases: groupOf(phrases, found), slot: "who proposed it", carried: false };
}

/** "[to BRICS] to return's call turned down": the organization that an invitation would have somebody join. */
function host(analysis: Analysis, cue: Cue, agent: Filler): Filler | undefined {
  const { scan, phrases, clauses } = analysis;
  const found = phrases.find(
    (phrase) =>
      ["loc", "gen"].includes(phrase.case) &&
      isOrganization(analysis, phrase) &&
      clauses.of[phrase.actor.from] === clauses.of[cue[0]] &&
      isInvitation(analysis, phrase) &&
      !agent.phrases.some((each) => stateOf(each) === stateOf(phrase)),
  );
  if (!found || phrases.some((phrase) => phrase.case === "gen" && scan.covered[phrase.to] === scan.covered[found.from]))
    return undefined;
  return { phrases: [found], slot: "whom an invitation would have somebody join", carried: false };
}

/** "[BRICS] to join's new invitation" */
function isInvitation({ scan }: Analysis, { actor: { to } }: Phrase): boolean {
  for (let k = to; k < to + 3; k++)
    if (is(scan, k, "joining"))
      return [0, 1].some((step) =>
        ["invitation", "case.askedby"].some((cls) => is(scan, scan.marks[k]!.to + step, cls)),
      );
  return false;
}

/** "the request Kenya turned down, [Chad] complains": who says so of a request that has no owner has made it. */
function claimant(analysis: Analysis, cue: Cue, agent: Filler): Filler | undefined {
  const { phrases, clauses } = analysis;
  const speech = speechAround(analysis, cue[0]);
  const clause = clauses.of[cue[0]];
  if (!speech?.accusing || clauses.clauses[speech.clause]?.parent !== clause) return undefined;
  const request = ["request", "proposal", "case.askedby"].some((cls) => inClause(analysis, clause, cls));
  const speaker = phrases.find(({ actor }) => actor.entity === speech.speaker);
  if (!request || !speaker || agent.phrases.some((each) => stateOf(each) === stateOf(speaker))) return undefined;
  return { phrases: groupOf(phrases, speaker), slot: "who complains of it", carried: true };
}

/** "‘that offer we turn down’, [Chad] told Kenya": whom somebody tells of what "we" will not take has asked for it. */
function told(analysis: Analysis, cue: Cue, agent: Filler): Filler | undefined {
  const { scan, phrases, clauses } = analysis;
  if (!agent.phrases.every(({ actor }) => actor.via === "pronoun" && is(scan, actor.from, "pronoun.we.nom")))
    return undefined;
  const speech = speechAround(analysis, cue[0]);
  if (!speech || !["told", "told.flat"].some((cls) => is(scan, speech.at, cls))) return undefined;
  const found = phrases.find(
    (phrase) =>
      phrase.case === "dat" &&
      clauses.of[phrase.actor.from] === speech.clause &&
      !agent.phrases.some((each) => stateOf(each) === stateOf(phrase)),
  );
  return found && { phrases: groupOf(phrases, found), slot: "whom it is told", carried: true };
}
