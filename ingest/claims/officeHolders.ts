import { caseMarkerEnding, isOrgan, isTitle, markEndingAt, nounPhraseStart, ownedNoun } from "./ahead.ts";
import { attach } from "./attach.ts";
import type { Building } from "./building.ts";
import { type Noun, namedActor, type OfficeMention, type Phrase } from "./phrase.ts";
import { is, type Mention, type Scan } from "./scan.ts";

export function person(
  phrase: Phrase,
  country: Mention,
  named: Mention,
  title: Noun,
  former: boolean,
  building: Building,
): void {
  const { scan, grammar, offices, taken } = building;
  taken.add(named);
  const counterpart = title.classes.includes("title.counterpart") ? offices.at(-1) : undefined;
  const leader = title.classes.includes("title.leader");
  const heads = country.type === "Organization" && title.classes.includes("title.chief");
  if (
    counterpart ||
    leader ||
    heads ||
    !title.classes.some((cls) => cls === "title.plain" || cls === "title.counterpart")
  )
    offices.push({
      person: named.entity,
      country: country.entity,
      lead: counterpart?.lead ?? (heads || title.classes.includes("title.lead")),
      plain: leader,
      personSpan: [named.from, named.to],
      titleSpan: [title.from, title.to],
      countrySpan: [country.from, country.to],
      former,
    });
  phrase.actor = { ...namedActor(named), country: country.entity, via: "person", state: false };
  phrase.to = named.to;
  phrase.adjectival = false;
  if (grammar.caseOf(named.ending) === "gen") {
    const owned = ownedNoun(scan, named.to);
    phrase.owned = [{ ...owned, case: phrase.case }];
    phrase.case = "gen";
    phrase.to = owned.to;
  } else attach(phrase, phrase.from, scan);
}

/** "president of Ghana, John Mahama" and "John Mahama, the Ghanaian president". */
export function laterCountry(phrases: Phrase[], offices: OfficeMention[], scan: Scan): void {
  const [first] = phrases;
  const next = phrases[1]?.actor.via === "person" && gap(scan, first!.to, phrases[1].from) <= 1;
  if (first?.case === "of" && first.owned[0] && acts(first.owned[0]) && !next) holder(first, first.owned[0], scan);
  for (let i = 0; i + 1 < phrases.length; i++) {
    const left = phrases[i]!;
    const right = phrases[i + 1]!;
    const title = left.case === "of" ? left.owned[0] : undefined;
    if (title && isTitle(title) && right.actor.via === "person" && gap(scan, left.to, right.from) <= 1) {
      right.actor.country ??= left.actor.entity;
      offices.push(office(right, left, title, is(scan, title.from - 1, "former")));
      left.case = "appositive";
      left.owned = [];
      right.case = caseMarkerEnding(scan, nounPhraseStart(scan, title.from))?.case ?? "nom";
      right.from = title.from;
      continue;
    }
    const beside = left.actor.via === "person" && gap(scan, left.to, right.owned[0]?.from ?? right.from) <= 1;
    // "Prime Minister [name] of Iraq"
    const { titleSpan } = left;
    const leads = titleSpan && is(scan, titleSpan[0], "title.lead");
    if (left.actor.via === "person" && leads && right.case === "of" && right.from === left.to && right.actor.state)
      if (!offices.some((each) => each.person === left.actor.entity) && !right.adjectival) {
        const title = { classes: scan.classes[titleSpan[0]]!, from: titleSpan[0], to: titleSpan[1], case: "" };
        offices.push(office(left, right, title, is(scan, titleSpan[0] - 1, "former")));
        left.actor.country ??= right.actor.entity;
      }
    if (right.case === "of" && right.owned[0] && acts(right.owned[0]) && !beside) holder(right, right.owned[0], scan);
    const of = right.case === "of" ? right.owned[0] : undefined;
    const descriptive =
      of && isTitle(of)
        ? of
        : right.actor.via === "organ" && right.adjectival === false
          ? titleIn(scan, right)
          : undefined;
    if (
      left.actor.via === "person" &&
      descriptive &&
      scan.tokens[left.to]?.text === "," &&
      descriptive.from - left.to <= 5 &&
      // "Kenya's president, [name], met Chad's president": behind a verb another office is told of.
      !verbIn(scan, left.to, right.from)
    ) {
      left.actor.country ??= right.actor.entity;
      offices.push(office(left, right, descriptive, is(scan, descriptive.from - 1, "former")));
      right.case = "appositive";
      right.owned = [];
    }
  }
}

/** A title, or an organ: "the government of Chad". */
const acts = (noun: Noun): boolean => isTitle(noun) || isOrgan(noun);

/** "the defence minister of Djibouti", "the army of Chad": the title or the organ acts for the country. */
function holder(phrase: Phrase, title: Noun, scan: Scan): void {
  const start = nounPhraseStart(scan, title.from);
  const before = caseMarkerEnding(scan, start);
  phrase.actor.via = "organ";
  phrase.title = title.classes.includes("title.lead") ? "lead" : isTitle(title) ? "office" : undefined;
  if (phrase.title) phrase.titleSpan = [title.from, title.to];
  phrase.case = before?.case ?? "nom";
  phrase.from = before?.from ?? start;
  phrase.owned = [];
}

function office(person: Phrase, country: Phrase, title: Noun, former: boolean): OfficeMention {
  return {
    person: person.actor.entity,
    country: country.actor.entity,
    lead: title.classes.includes("title.lead"),
    personSpan: [person.actor.from, person.actor.to],
    titleSpan: [title.from, title.to],
    countrySpan: [country.actor.from, country.actor.to],
    former,
  };
}

function titleIn(scan: Scan, phrase: Phrase): Noun | undefined {
  const mark = markEndingAt(scan, phrase.to);
  return mark?.classes.some((cls) => cls.startsWith("title.") && cls !== "title.plain")
    ? { classes: mark.classes, from: mark.from, to: mark.to, case: "nom" }
    : undefined;
}

function verbIn({ classes, tokens }: Scan, from: number, to: number): boolean {
  for (let k = from; k < to; k++)
    if (
      classes[k]!.some((cls) => cls.startsWith("v.") || cls === "speech" || cls === "be") ||
      // An unknown word that nothing but a verb can be: the name's mark closed right before it.
      (k === from + 1 && tokens[k]!.word && classes[k]!.length === 0)
    )
      return true;
  return false;
}

/** Words between; a verb ("the emir of Qatar [offered] Blinken") parts for good. */
const gap = (scan: Scan, from: number, to: number): number => {
  let words = 0;
  for (let k = from; k < to; k++) {
    if (scan.tokens[k]!.text !== ",") words++;
    if (scan.classes[k]!.some((cls) => cls.startsWith("v.") || cls === "speech" || cls === "be" || cls === "and"))
      words++;
  }
  return words;
};
