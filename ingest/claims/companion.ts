import type { Analysis } from "./analysis.ts";
import type { Phrase } from "./phrase.ts";
import { is } from "./scan.ts";
import { type Filler, sameAs } from "./scope.ts";

/** "After [Chile] Bolivia too has condemned": who did the same before is an agent as well. */
export function withCompanions(analysis: Analysis, agent: Filler): Filler {
  const { scan, clauses, phrases } = analysis;
  const last = agent.phrases.at(-1)!;
  const third = scan.present.has("third");
  if (!(is(scan, last.to, "also") || third) || agent.carried) return agent;
  const clause = clauses.of[last.actor.from];
  const companions = phrases.filter(
    (phrase) =>
      phrase.to <= agent.phrases[0]!.from &&
      (third || clauses.of[phrase.actor.from] === clause) &&
      plainly(phrase) &&
      [1, 2, 3].some((step) => is(scan, phrase.to - step, "after") && scan.marks[phrase.to - step]) &&
      !sameAs(phrase, agent.phrases),
  );
  const members = phrases.filter((phrase) => companions.some((each) => each === phrase || each.group === phrase.group));
  return members.length > 0 ? { ...agent, phrases: [...agent.phrases, ...members] } : agent;
}

const plainly = (phrase: Phrase): boolean => phrase.owned.length === 0 && phrase.actor.state && !phrase.adjectival;
