import type { Analysis } from "./analysis.ts";
import type { Phrase } from "./phrase.ts";
import { is } from "./scan.ts";
import type { Cue } from "./scope.ts";
import type { Stance } from "./stance.ts";

/** Where a subject that no list knows stands before a cue ("experts [erg]"), else −1. */
export function unnamedSubject(analysis: Analysis, cue: Cue): number {
  const { scan, clauses, grammar } = analysis;
  if (grammar.order !== "postpositional" || grammar.lateSubject) return -1;
  for (let k = cue[0] - 1; k >= 0 && clauses.of[k] === clauses.of[cue[0]]; k--)
    if (is(scan, k, "case.erg")) return isOfKnown(analysis, k) ? -1 : k;
  return -1;
}

/** Whether a postposition belongs to somebody whom the sentence names, or means by a pronoun. */
const isOfKnown = ({ phrases, pronouns }: Analysis, k: number): boolean =>
  phrases.some(({ from, to, markedAt }) => markedAt === k || (from <= k && k < to)) ||
  pronouns.some(({ from, to }) => from <= k && k < to);

/** "the back-asking [Trump, dat]": a verb right before a name that has another role in the clause is its participle. */
export function prenominal(
  { scan, phrases, grammar, clauses }: Analysis,
  cue: Cue,
  { group, infinitive, nominal }: Stance,
): boolean {
  if (grammar.order !== "postpositional" || grammar.lateSubject || infinitive || nominal) return false;
  // "bought tanks [Chad, dat] gave": the participle describes the goods, not the name behind them.
  if (is(scan, group[1] - 1, "goods")) return false;
  // "having called, [Doha, on] …": what its subject does first describes nobody.
  if (grammar.hasForm(scan.tokens[group[1] - 1]!.lower, "conjunctive")) return false;
  const bearer = phrases.find((phrase) => phrase.from === group[1] && phrase.actor.via !== "pronoun");
  return (
    bearer !== undefined &&
    // "sent tanks [to Chad].": what ends the sentence only stands behind its verb.
    scan.tokens[bearer.to]?.word === true &&
    clauses.of[bearer.actor.from] === clauses.of[cue[0]] &&
    ["dat", "abl", "with", "on", "against"].includes(bearer.case)
  );
}

/** "to regard him as [Venezuela]'s lawful president": the office is the state's, not the act. */
export const ownsOffice = ({ scan }: Analysis, phrase: Phrase, cue: Cue): boolean =>
  (is(scan, cue[0], "statehood") || is(scan, cue[0], "part")) &&
  phrase.ownsFrom !== undefined &&
  cue[0] - phrase.ownsFrom < 2;

/** "to sell jets [America]'s decision": who decides or promises an act does it. */
export const ownsDecision = ({ scan, grammar }: Analysis, phrase: Phrase, { governor }: Stance): boolean =>
  governor !== undefined &&
  !grammar.lateSubject &&
  phrase.case === "gen" &&
  (is(scan, governor, "g.announce") || is(scan, governor, "g.agree")) &&
  phrase.owned.some((noun) => noun.from <= governor && governor < noun.to);
