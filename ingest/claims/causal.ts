import { type Analysis, groupOf, inClause, subjectOf } from "./analysis.ts";
import type { Phrase } from "./phrase.ts";
import { is } from "./scan.ts";
import { type Cue, type Filler, sameAs } from "./scope.ts";
import type { Stance } from "./stance.ts";

const judged: ReadonlySet<string> = new Set(["condemn", "support", "sanction"]);

/** "for recognising it [Spain and Norway] were thanked": whoever is judged for an act in the clause behind it has done it. */
export function causalAgent(analysis: Analysis, cue: Cue, { group }: Stance): Filler | undefined {
  const { grammar, scan, clauses, phrases } = analysis;
  const last = scan.tokens[group[1] - 1];
  if (!grammar.lateSubject || !last || !grammar.hasForm(last.lower, "causal")) return undefined;
  const next = clauses.of[cue[0]]! + 1;
  const inside = phrases.filter((phrase) => clauses.of[phrase.actor.from] === next);
  const has = (cls: string): boolean => inClause(analysis, next, cls);
  const owner = inside.find(
    (phrase) =>
      phrase.case === "gen" &&
      !phrase.adjectival &&
      phrase.owned.some(({ classes }) => classes.some((cls) => judged.has(cls))),
  );
  if (owner) return filler(inside, owner, "who is judged for it");
  const whom = inside.find((phrase) => ["dat", "on", "against", "toward"].includes(phrase.case));
  // "for recognising it Israel has recalled its envoy [from Dublin]".
  const from = has("recall") ? inside.find((phrase) => phrase.case === "abl") : undefined;
  if (from) return filler(inside, from, "who is judged for it");
  if (whom && (has("thank") || has("blame") || has("condemn") || has("sanction") || has("summon")))
    return filler(inside, whom, "who is judged for it");
  if (!has("suffer")) return undefined;
  const sufferer = subjectOf(analysis, next);
  return sufferer.length > 0 ? { phrases: sufferer, slot: "who suffers for it", carried: true } : undefined;
}

const filler = (inside: Phrase[], phrase: Phrase, slot: string): Filler => ({
  phrases: groupOf(inside, phrase),
  slot,
  carried: false,
});

/** "Bolivia's rejecting it has disappointed [Chile]": who is upset by a refusal in the clause behind it had asked. */
export function upsetBehind(
  analysis: Analysis,
  cue: Cue,
  { group, nominal }: Stance,
  agent: Filler,
): Filler | undefined {
  const { grammar, scan, clauses } = analysis;
  if (grammar.lateSubject && nominal && is(scan, cue[1], "upset")) {
    // "at Bhutan's refusal [Dhaka] is upset"
    const whom = subjectOf(analysis, clauses.of[cue[0]]!).filter((phrase) => !sameAs(phrase, agent.phrases));
    if (whom.length > 0) return { phrases: whom, slot: "who is upset by it", carried: false };
  }
  const last = scan.tokens[group[1] - 1];
  if (!grammar.lateSubject || !last || !grammar.hasForm(last.lower, "causal")) return undefined;
  const next = clauses.of[cue[0]]! + 1;
  if (!inClause(analysis, next, "upset")) return undefined;
  const found = subjectOf(analysis, next);
  return found.length > 0 ? { phrases: found, slot: "who is upset by it", carried: true } : undefined;
}

/** "the charge of arming them that Sudan raises [Abu Dhabi] denies": who denies a charge is whom it accuses. */
export function denier(analysis: Analysis, cue: Cue, { governs }: Pick<Stance, "governs">): Filler | undefined {
  const { grammar, scan, clauses } = analysis;
  if (!grammar.lateSubject || governs !== "g.accuse") return undefined;
  const clause = clauses.of[cue[0]]!;
  for (let k = cue[1]; k < scan.tokens.length; k++) {
    if (clauses.of[k]! <= clause || !(is(scan, k, "v.reject") || is(scan, k, "refuse.n") || is(scan, k, "baseless")))
      continue;
    for (let id = clauses.of[k]!; id <= clauses.of[k]! + 1; id++) {
      const found = subjectOf(analysis, id).filter((phrase) => phrase.actor.via !== "pronoun");
      if (found.length > 0) return { phrases: found, slot: "who denies it", carried: true };
    }
  }
  return undefined;
}

/** "at [Djibouti's refusal] the plan fell through": a refusal that is a cause took place, whatever came of it. */
export const isCause = ({ scan, grammar }: Analysis, [from, to]: Cue): boolean =>
  grammar.lateSubject &&
  to - from === 1 &&
  (is(scan, from, "v.reject") || is(scan, from, "refuse.n")) &&
  grammar.caseOf(scan.marks[from]?.ending ?? "") === "loc";
