import type { Analysis } from "./analysis.ts";
import { saidByHim } from "./carriedOver.ts";
import type { Carry } from "./carry.ts";
import type { Phrase, Pronoun } from "./phrase.ts";
import { is } from "./scan.ts";

/** "“We will not,” [he] said": who speaks by a pronoun is the person of the sentence before. */
export function saidByPronoun({ scan, clauses, grammar, phrases }: Analysis, { from }: Pronoun, { person }: Carry) {
  if (clauses.quote[from]! < 0 || person?.length !== 1) return undefined;
  if (grammar.lateSubject) return saidByHim({ scan, clauses, phrases }) ? person : undefined;
  if (grammar.order !== "prepositional") return undefined;
  const told = scan.marks.findIndex(
    (mark, k) =>
      mark?.classes.includes("speech") && is(scan, k - 1, "human") && clauses.quote[k] !== clauses.quote[from],
  );
  const others = phrases.some(
    (phrase) => clauses.quote[phrase.actor.from]! < 0 && phrase.case === "nom" && !phrase.adjectival,
  );
  return told > 0 && !others ? person : undefined;
}

/** Who speaks outside the quotation in which a pronoun stands. */
export function spoken(analysis: Analysis, pronoun: Pronoun): Phrase[] | undefined {
  const inside = analysis.clauses.quote[pronoun.from]!;
  const speech = analysis.speeches.find(
    (each) => !each.marker && (inside < 0 || analysis.clauses.quote[each.at] !== inside),
  );
  const phrase = speech && analysis.phrases.find((each) => each.actor.entity === speech.speaker);
  return phrase ? [phrase] : undefined;
}
