import type { Analysis } from "./analysis.ts";
import { givesGoods } from "./gifts.ts";
import type { Phrase } from "./phrase.ts";
import { is } from "./scan.ts";
import { type Cue, type Filler, sameAs } from "./scope.ts";

/**
 * "After the earthquake in [Haiti], Japan sent tents", "when floods hit [Malawi]": where nobody is named who gets it,
 * the one state that a disaster of the sentence has reached does. Languages that mark the place have a slot for it.
 */
export function stricken(analysis: Analysis, cue: Cue, agent: Filler): Filler | undefined {
  const { scan, grammar, clauses } = analysis;
  const late = grammar.lateSubject && !agent.carried;
  if (!(late || grammar.order === "prepositional") || !scan.present.has("disaster") || !givesGoods(analysis, cue))
    return undefined;
  const others = analysis.phrases.filter((phrase) => !sameAs(phrase, agent.phrases));
  const hit = others.filter((phrase) => isReached(analysis, phrase));
  // "sent tents to [Chad] after an earthquake in Malawi"
  if (others.some((phrase) => !hit.includes(phrase) && clauses.of[phrase.actor.from] === clauses.of[cue[0]]))
    return undefined;
  const states = new Set(hit.map(({ actor }) => actor.entity));
  return states.size === 1 ? { phrases: [hit[0]!], slot: "where disaster struck", carried: true } : undefined;
}

/** Words between a disaster and the name behind it, at most: "floods [last week across] Malawi". */
const reach = 6;

/** In one clause with the word for the disaster: behind it, or its owner. */
function isReached({ scan, grammar, clauses: { of } }: Analysis, phrase: Phrase): boolean {
  if (phrase.adjectival || !places.has(phrase.case)) return false;
  if (phrase.owned.some(({ classes }) => classes.includes("disaster"))) return true;
  if (phrase.case === "gen") return false;
  if (grammar.lateSubject)
    return phrase.case === "loc" && [0, 1, 2].some((step) => is(scan, phrase.to + step, "disaster"));
  for (let k = phrase.from - 1; k >= Math.max(0, phrase.from - reach) && of[k] === of[phrase.actor.from]; k--)
    if (is(scan, k, "disaster")) return true;
  return false;
}

const places: ReadonlySet<string> = new Set(["nom", "in", "gen", "loc", "other"]);
