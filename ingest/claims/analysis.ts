import type { NodeId, Sentence } from "../../model/stages.ts";
import type { Tense } from "../read/almanac.ts";
import type { EventDate } from "../read/eventDate.ts";
import type { Clauses } from "./clauses.ts";
import type { Grammar } from "./grammar.ts";
import type { OfficeMention, Phrase, Pronoun } from "./phrase.ts";
import type { Scan } from "./scan.ts";

/** A sentence taken apart: what the frames are matched against. */
export interface Analysis {
  sentence: Sentence;
  grammar: Grammar;
  scan: Scan;
  clauses: Clauses;
  /** Actors, pronouns among them once their antecedent is known. */
  phrases: Phrase[];
  pronouns: Pronoun[];
  offices: OfficeMention[];
  speeches: Speech[];
  /** The dates that it names, read as past or to come, once a claim asks for its own. */
  dates: Partial<Record<Tense, EventDate[]>>;
}

/** Who says what: the words of `clauses` are the speaker's. */
export interface Speech {
  speaker: NodeId;
  /** Token of the verb or of the marker ("according to"). */
  at: number;
  clause: number;
  /** An accusation or a claim that the paper does not take over. */
  accusing: boolean;
  /** "according to X": holds for the clause it stands in. */
  marker: boolean;
}

/** Clause ids from a clause up to the main one. */
export function ancestors(clauses: Clauses, id: number): number[] {
  const found: number[] = [];
  for (let at = id; at >= 0; at = clauses.clauses[at]?.parent ?? -1) found.push(at);
  return found;
}

/** Whether a token of a clause stands in a class. */
export function inClause(
  { scan, clauses }: Pick<Analysis, "scan" | "clauses">,
  clause: number | undefined,
  cls: string,
): boolean {
  if (!scan.present.has(cls)) return false;
  return scan.classes.some((classes, k) => clauses.of[k] === clause && classes.includes(cls));
}

/** Phrases that stand in a clause, in the order of the text. */
export function within(analysis: Analysis, clause: number): Phrase[] {
  return analysis.phrases.filter((phrase) => analysis.clauses.of[phrase.actor.from] === clause);
}

/** The subject of a clause: in the ergative, else its first actor without a case. Members of a list come together. */
export function subjectOf(analysis: Analysis, clause: number): Phrase[] {
  const { of } = analysis.clauses;
  const subject =
    analysis.phrases.find((phrase) => phrase.case === "erg" && of[phrase.actor.from] === clause) ??
    analysis.phrases.find(
      (phrase) =>
        phrase.case === "nom" &&
        !phrase.adjectival &&
        !phrase.whom &&
        of[phrase.actor.from] === clause &&
        !isFronted(analysis, clause, phrase),
    );
  return subject ? groupOf(within(analysis, clause), subject) : [];
}

/** "Visiting [Chad], the envoy said": whom the participle that opens the clause concerns is not its subject. */
export function isFronted({ scan, grammar, clauses }: Analysis, clause: number, { actor, to }: Phrase): boolean {
  const first = clauses.clauses[clause]!.from;
  if (grammar.order !== "prepositional" || scan.tokens[to]?.text !== ",") return false;
  return actor.from === (scan.marks[first]?.to ?? first + 1) && grammar.hasForm(scan.tokens[first]!.lower, "gerund");
}

export function groupOf(phrases: Phrase[], phrase: Phrase): Phrase[] {
  return phrases.filter((each) => each.group === phrase.group && each.case === phrase.case);
}
