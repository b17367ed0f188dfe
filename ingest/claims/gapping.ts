import { type Analysis, groupOf } from "./analysis.ts";
import type { Phrase } from "./phrase.ts";
import { is } from "./scan.ts";
import { type Cue, type Filler, sameAs } from "./scope.ts";

const agents: ReadonlySet<string> = new Set(["erg", "nom", "abl"]);
const objects: ReadonlySet<string> = new Set(["dat", "for", "on", "abl", "with"]);

interface Unit {
  agent?: Phrase[];
  object?: Phrase[];
}

/**
 * The pairs of a verb that stands once for several: "[Oman] tents and [Qatar] flour to Chad gave", "Peru recognised A and
 * Chile B". Undefined where the verb has one pair.
 */
export function gapped(
  analysis: Analysis,
  cue: Cue,
  agent: Filler,
  object: Filler,
): { agent: Filler; object: Filler }[] | undefined {
  const { scan, clauses, grammar } = analysis;
  const [doer] = agent.phrases;
  const [other] = object.phrases;
  if (grammar.order !== "postpositional" || grammar.lateSubject || agent === object || !doer || !other)
    return undefined;
  if (agent.carried || object.carried || !agents.has(doer.case) || !objects.has(other.case)) return undefined;
  const clause = clauses.of[cue[0]];
  const inside = analysis.phrases.filter(
    (phrase) => clauses.of[phrase.actor.from] === clause && phrase.from < cue[1] && !phrase.adjectival,
  );
  const units: Unit[] = [{}];
  let joints = 0;
  const seen = new Set<number>();
  for (const phrase of inside) {
    const role = phrase.case === doer.case ? "agent" : phrase.case === other.case ? "object" : undefined;
    if (!role || phrase.owned.length > 0 || seen.has(phrase.group)) continue;
    seen.add(phrase.group);
    const group = groupOf(inside, phrase);
    let unit = units.at(-1)!;
    const joint = is(scan, phrase.from - 1, "and") || scan.tokens[phrase.from - 1]?.text === ",";
    if (joint && (unit[role] || (unit.agent && unit.object))) {
      joints++;
      unit = {};
      units.push(unit);
    } else if (unit[role]) return undefined;
    unit[role] = group;
  }
  if (joints === 0) return undefined;
  return units.flatMap((unit, k) => {
    const doers = unit.agent ?? units.slice(0, k).findLast((each) => each.agent)?.agent;
    const others =
      unit.object ??
      units.slice(0, k).findLast((each) => each.object)?.object ??
      units.slice(k + 1).find((each) => each.object)?.object;
    if (!doers || !others || others.some((phrase) => sameAs(phrase, doers))) return [];
    return [{ agent: { ...agent, phrases: doers }, object: { ...object, phrases: others } }];
  });
}
