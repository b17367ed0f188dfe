import type { Analysis } from "./analysis.ts";
import type { Phrase } from "./phrase.ts";
import { is } from "./scan.ts";
import { type Filler, sameAs } from "./scope.ts";

/** "After [Chile] Bolivia too has condemned": who did the same before is an agent as well. */
export function withCompanions(analysis: Analysis, agent: Filler): Filler {
  const { scan, clauses, phrases } = analysis;
  if (analysis.grammar.order === "prepositional") return alongside(analysis, agent);
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

/** "Norway, together with [Ireland and Spain], recognised": who acts together with the subject. */
function alongside({ scan, phrases }: Analysis, agent: Filler): Filler {
  const last = agent.phrases.at(-1)!;
  const from = scan.tokens[last.to]?.text === "," ? last.to + 1 : last.to;
  if (last.case !== "nom" || !is(scan, from, "alongside")) return agent;
  const found = phrases.find((phrase) => phrase.from === from && phrase.case === "with" && !phrase.adjectival);
  const group = found ? phrases.filter((phrase) => phrase.group === found.group && !sameAs(phrase, agent.phrases)) : [];
  return group.length > 0 ? { ...agent, phrases: [...agent.phrases, ...group] } : agent;
}

const plainly = (phrase: Phrase): boolean => phrase.owned.length === 0 && phrase.actor.state && !phrase.adjectival;
