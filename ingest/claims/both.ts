import { type Analysis, groupOf } from "./analysis.ts";
import { type Carry, isPerson } from "./carry.ts";
import type { Phrase, Pronoun } from "./phrase.ts";
import { is } from "./scan.ts";

/** Who "both countries", "both sides" or "the two leaders" are: named together, or last, here or in the sentences before. */
export function both(analysis: Analysis, pronoun: Pronoun, carry: Carry): Phrase[] {
  if (!is(analysis.scan, pronoun.from, "both.persons")) return pair(analysis, pronoun) ?? twoBefore(analysis, carry);
  return pair(analysis, pronoun, isPerson) ?? joined(analysis, pronoun, carry) ?? carry.persons ?? [];
}

/** The two that were named together, unless this sentence sets one of them apart: "both were [France]'s allies" means who acted last. */
function twoBefore({ phrases, grammar }: Analysis, { pair: named, leads }: Carry): Phrase[] {
  const here = (phrase: Phrase): boolean =>
    phrases.some((each) => each.actor.via === "name" && each.actor.entity === phrase.actor.entity);
  if (!grammar.lateSubject || (named && !named.some(here))) return named ?? [];
  const third = phrases.some(({ actor }) => actor.via === "name" && actor.state);
  return third && leads?.length === 2 && !leads.some(here) ? leads : [];
}

/** "These three countries": a list of as many, here or in the sentences before; of no number, the one before. */
export function those({ phrases, scan }: Analysis, { from }: Pronoun, { list }: Carry): Phrase[] {
  if (!is(scan, from, "three")) return list?.of ?? [];
  const last = phrases.findLast((phrase) => phrase.to <= from && groupOf(phrases, phrase).length === 3);
  if (last) return groupOf(phrases, last);
  return list?.of.length === 3 ? list.of : [];
}

/** "Vales arrived. Moro received him, and [the two leaders] spoke": the one named here and who acted before. */
function joined({ phrases }: Analysis, pronoun: Pronoun, { person, persons }: Carry): Phrase[] | undefined {
  const here = phrases.findLast((phrase) => phrase.actor.from < pronoun.from && isPerson(phrase));
  const [before] = person ?? [];
  const isSame = (phrase: Phrase): boolean => phrase.actor.entity === here?.actor.entity;
  return here && before && !isSame(before) && !persons?.some(isSame) ? [before, here] : undefined;
}

function pair(analysis: Analysis, pronoun: Pronoun, fits = (_phrase: Phrase) => true): Phrase[] | undefined {
  const known = analysis.phrases.filter(fits);
  const pairs = known.filter((phrase) => phrase.actor.from < pronoun.from && groupOf(known, phrase).length === 2);
  const together = pairs.at(-1);
  if (together) return groupOf(known, together);
  const names = new Map<string, Phrase>();
  for (const phrase of known) {
    if (phrase.actor.from >= pronoun.from || phrase.actor.form === "capital") continue;
    const key = phrase.actor.country ?? phrase.actor.entity;
    names.delete(key);
    names.set(key, phrase);
  }
  const last = [...names.values()].slice(-2);
  return last.length === 2 ? last : undefined;
}
