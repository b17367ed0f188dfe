import type { NodeId } from "../../model/stages.ts";
import { type Analysis, ancestors, subjectOf } from "./analysis.ts";
import type { Actor, Phrase, Pronoun } from "./phrase.ts";

/** The node of a kind that the article has named last. */
export type Named = (called: string, here: NodeId[]) => Pick<Actor, "entity" | "state"> | undefined;

/** "the kingdom": the one of its kind that the article has named. */
export function ofKind(analysis: Analysis, pronoun: Pronoun, named: Named): Phrase[] {
  const before = analysis.phrases.filter((phrase) => phrase.to <= pronoun.from);
  const found = named(
    pronoun.called!,
    before.map((phrase) => phrase.actor.entity),
  );
  if (!found) return [];
  const { from, to } = pronoun;
  const actor: Actor = { ...found, from, to, via: "pronoun", form: "name", fuzzy: false };
  return [{ actor, case: "nom", from, to, owned: [], group: -1, adjectival: false }];
}

/** "its army": the subject of its clause, or of one above it. */
export function own(analysis: Analysis, pronoun: Pronoun): Phrase[] {
  const clause = analysis.clauses.of[pronoun.from]!;
  for (const id of ancestors(analysis.clauses, clause)) {
    const subject = subjectOf(analysis, id);
    const [first] = subject;
    if (
      first &&
      (first.from < pronoun.to || analysis.grammar.order !== "prepositional" || opens(analysis, pronoun, first))
    )
      return subject;
  }
  return [];
}

/** "In its note, Oman said": only before a comma does a pronoun mean whoever comes after it. */
function opens({ scan }: Analysis, pronoun: Pronoun, { from }: Phrase): boolean {
  return pronoun.from < 4 && scan.tokens[from - 1]?.text === ",";
}
