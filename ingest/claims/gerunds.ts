import { markEndingAt } from "./ahead.ts";
import type { Analysis } from "./analysis.ts";
import type { Phrase } from "./phrase.ts";
import { is } from "./scan.ts";

/** "moves by [Trump]'s government, including recognising": whose acts they are of which the gerund names one. */
export function actsListed({ scan, phrases, clauses }: Analysis, gerund: number): Phrase | undefined {
  const marker = markEndingAt(scan, gerund);
  if (!marker?.classes.includes("case.incl")) return undefined;
  const end = scan.tokens[marker.from - 1]?.text === "," ? marker.from - 1 : marker.from;
  return phrases.findLast(
    (phrase) =>
      phrase.to <= end &&
      end - phrase.to < 4 &&
      clauses.of[phrase.actor.from] === clauses.of[end - 1] &&
      phrase.actor.via !== "pronoun" &&
      (phrase.case === "by" ||
        (phrase.case === "gen" && phrase.owned.some(({ from, to }) => [from, to].some((k) => is(scan, k, "deed"))))),
  );
}

/** "With [Kenya] rejecting its plan, Chad turned elsewhere": the subject of a gerund that a preposition brings in. */
export function absoluteSubject({ scan, phrases }: Analysis, gerund: number): Phrase | undefined {
  const found = phrases.find(
    (phrase) =>
      phrase.to === gerund &&
      ["with", "other"].includes(phrase.case) &&
      phrase.owned.length === 0 &&
      !phrase.adjectival,
  );
  // "With [Kenya and Chad] rejecting"
  const first = found && phrases.find(({ group, case: name }) => group === found.group && name === found.case);
  if (!first || !is(scan, first.from, "case.with")) return undefined;
  return first.from === 0 || scan.tokens[first.from - 1]!.text === "," ? found : undefined;
}
