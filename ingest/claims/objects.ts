import { type Analysis, groupOf, within } from "./analysis.ts";
import type { Phrase } from "./phrase.ts";
import { is } from "./scan.ts";
import { type Cue, sameAs } from "./scope.ts";
import { isGerund } from "./subjects.ts";

/** "Northern Cyprus, which only Turkey recognises": the antecedent is the object where the clause has a subject of its own. */
export function relativeObject(analysis: Analysis, cue: Cue, taken: Phrase[]): Phrase[] {
  const clause = analysis.clauses.of[cue[0]]!;
  const { kind, from } = analysis.clauses.clauses[clause]!;
  if (kind !== "relative") return [];
  const inside = within(analysis, clause);
  // "[Lopez], whom Peru recognises": a pronoun that means a person stands for one.
  const antecedent = inside.find(
    ({ actor, case: name }) =>
      name === "nom" && (actor.via === "pronoun" || (actor.via === "person" && isWhom(analysis, from, actor.from))),
  );
  if (!antecedent || taken.includes(antecedent) || sameAs(antecedent, taken)) return [];
  return groupOf(inside, antecedent);
}

const isWhom = ({ scan }: Analysis, opens: number, at: number): boolean =>
  at === opens && is(scan, at, "pronoun.relative.nom");

/** The direct object in a language without case markers: the first bare name to the right, before another verb begins. */
export function objectAfter(analysis: Analysis, cue: Cue, taken: Phrase[]): Phrase[] {
  const { clauses } = analysis;
  const clause = clauses.of[cue[1] - 1]!;
  for (const phrase of within(analysis, clause)) {
    if (phrase.actor.from <= cue[0] || taken.includes(phrase) || sameAs(phrase, taken)) continue;
    if (phrase.actor.via === "pronoun" && !phrase.both && !phrase.whom) return [];
    if (phrase.case !== "nom") {
      // "provided Yemen's Houthis": where they come from is no object, and hides none.
      if (phrase.case === "gen" && !within(analysis, clause).some((next) => next.from === phrase.to)) return [];
      continue;
    }
    if (phrase.from - cue[1] > 6) return [];
    const shared = isShared(analysis, cue) ? cue[1] : -1;
    for (let k = cue[1]; k < phrase.from; k++) {
      if (k === shared) continue;
      // "backs groups battling Assad": whom those fight whom it backs.
      if (k > cue[1] && ["group", "groupnoun"].some((cls) => is(analysis.scan, k - 1, cls)) && isGerund(analysis, k))
        return [];
      const { text, word } = analysis.scan.tokens[k]!;
      const joint = analysis.scan.classes[k]!.some((cls) => cls.startsWith("case.") || cls === "that");
      // "backed its ally, [Syria]": the comma only sets the name apart.
      // "asked NATO-member [Canada]"
      const apart =
        (text === "," && k === phrase.from - 1 && is(analysis.scan, k - 1, "ally")) ||
        (text === "-" && analysis.scan.covered[k - 1] !== undefined);
      if (joint || (!word && !apart && !"'\"‘’“”".includes(text))) return [];
    }
    return groupOf(within(analysis, clause), phrase);
  }
  return [];
}

/** "does not recognise, and will never recognise, [the republic]": the object of two verbs stands behind the second's comma. */
function isShared({ scan }: Analysis, [from, to]: Cue): boolean {
  if (scan.tokens[to]?.text !== ",") return false;
  for (let k = from - 1; k >= Math.max(1, from - 6); k--)
    if (scan.tokens[k]!.text === ",") return is(scan, k + 1, "and") || is(scan, k + 1, "adversative");
  return false;
}
