import { type Analysis, groupOf } from "./analysis.ts";
import type { Phrase } from "./phrase.ts";
import { is } from "./scan.ts";
import { type Cue, type Filler, sameAs } from "./scope.ts";

/** Whom an act reaches that a clause without a verb tells of, or does not reach. */
export interface ReachedToo {
  phrases: Phrase[];
  negated: boolean;
}

/** "Cuba gives Kenya forty tanks, [Chad] twenty", "…, [Chad] none": behind the act a clause of a recipient alone has its verb. */
export function reachedToo(analysis: Analysis, cue: Cue, agent: Filler, object: Filler): ReachedToo[] {
  const { scan, clauses, grammar, phrases } = analysis;
  const [one] = object.phrases;
  if (grammar.order !== "postpositional" || grammar.lateSubject || one?.case !== "dat") return [];
  const known = [...agent.phrases, ...object.phrases];
  return clauses.clauses.flatMap(({ id, kind, from }): ReachedToo[] => {
    if (id <= clauses.of[cue[1] - 1]! || !["and", "but"].includes(kind)) return [];
    const inside = phrases.filter(({ actor }) => clauses.of[actor.from] === id);
    const [first] = inside;
    if (first?.case !== "dat" || first.actor.via === "pronoun" || first.from > from + 2 || sameAs(first, known))
      return [];
    const group = groupOf(inside, first);
    const words = scan.tokens.flatMap(({ word }, k) =>
      word && clauses.of[k] === id && k >= group.at(-1)!.to ? [k] : [],
    );
    const verb = words.some((k) => scan.classes[k]!.some((cls) => verbal.has(cls)));
    return inside.length > group.length || words.length > 4 || verb
      ? []
      : [{ phrases: group, negated: words.some((k) => is(scan, k, "negation")) }];
  });
}

const verbal: ReadonlySet<string> = new Set(["finite", "light", "aux", "copula", "v.give", "v.get"]);
