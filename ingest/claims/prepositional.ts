import { caseMarkerEnding, classNounAhead, isPart, markEndingAt, nounAhead, nounPhraseStart } from "./ahead.ts";
import { askedOf, attach } from "./attach.ts";
import type { Building } from "./building.ts";
import type { Grammar } from "./grammar.ts";
import { listedApart } from "./listsApart.ts";
import { coordinateRight, includedBefore, joinedToNoun } from "./listsBefore.ts";
import { modify } from "./modifiers.ts";
import { namedBefore } from "./namedBefore.ts";
import { laterCountry } from "./officeHolders.ts";
import { isAttribute, isCircumstance, outerStart, takeTitle } from "./outer.ts";
import type { UnknownPerson } from "./person.ts";
import { makePhrase, namedActor, type OfficeMention, type Phrase, type Phrases } from "./phrase.ts";
import { pronouns } from "./pronounsBefore.ts";
import { is, type Mention, type Scan } from "./scan.ts";
import { counted, nationsOf, seated } from "./seated.ts";
import { capitalStranger, recognisedStranger, type Titled } from "./strangers.ts";

/**
 * The actors of a sentence whose case markers precede their nouns (English). A phrase without a preposition is `nom`;
 * the frames tell subject from object by its side of the verb.
 */
export function prepositionalPhrases(scan: Scan, grammar: Grammar, unknown: UnknownPerson, titled: Titled): Phrases {
  const phrases: Phrase[] = [];
  const offices: OfficeMention[] = [];
  const taken = new Set<Mention>();
  for (let i = 0; i < scan.tokens.length; i++) {
    const mention =
      scan.mentions[i] ??
      capitalStranger(i, phrases, scan, unknown, titled) ??
      recognisedStranger(i, phrases, scan, unknown);
    if (!mention || taken.has(mention)) continue;
    taken.add(mention);
    const made = phraseAt(mention, { scan, grammar, unknown, offices, taken });
    if (made) phrases.push(made);
  }
  absolutes(phrases, scan);
  ownedNames(phrases, scan);
  nationsOf(phrases, scan);
  laterCountry(phrases, offices, scan);
  namedBefore(phrases, offices, scan, unknown);
  coordinateRight(phrases, scan, grammar);
  includedBefore(phrases, scan);
  listedApart(phrases, scan);
  joinedToNoun(phrases, scan);
  seated(phrases, scan);
  counted(phrases, scan);
  return { phrases, offices, pronouns: pronouns(scan) };
}

/** "an ally of Hungary's [Viktor Orbán]", "arms to Lebanon's [Hezbollah]": the preposition before the owner holds for the name behind it. */
function ownedNames(phrases: Phrase[], { mentions }: Scan): void {
  for (let k = 1; k < phrases.length; k++) {
    const [owner, named] = [phrases[k - 1]!, phrases[k]!];
    const body = mentions[named.actor.from]?.type === "Organization" && named.actor.via === "name";
    if (named.case !== "nom" || !(named.actor.via === "person" || body) || owner.actor.to !== named.from) continue;
    const outer = owner.case === "gen" ? owner.owned[0]?.case : owner.case;
    if (!outer || outer === "nom") continue;
    named.case = outer;
    if (!body || mentions[owner.actor.from]?.ending.endsWith("s") !== true) continue;
    named.from = owner.from;
    named.owned = owner.owned.filter(({ to }) => to <= owner.from);
    owner.case = "gen";
    owner.adjectival = true;
    owner.owned = [];
  }
}

/** "With Chad in ruins and [Mali] on its knees, Togo": what opens the sentence as a circumstance acts in no clause. */
function absolutes(phrases: Phrase[], scan: Scan): void {
  if (!is(scan, 0, "case.with")) return;
  const comma = scan.tokens.findIndex(({ text }) => text === ",");
  for (const phrase of phrases)
    if (
      phrase.case === "nom" &&
      phrase.to < comma &&
      is(scan, phrase.from - 1, "and") &&
      scan.classes[phrase.to]!.some((cls) => cls.startsWith("case."))
    )
      phrase.case = "other";
}

function phraseAt(mention: Mention, building: Building): Phrase {
  const { scan, grammar } = building;
  let start = nounPhraseStart(scan, mention.from);
  if (is(scan, start - 1, "neither") && caseMarkerEnding(scan, start - 1)) start--;
  const outer = outerStart(scan, start, grammar);
  const found = caseMarkerEnding(scan, outer);
  // "…, with mediators looking on": behind a comma it tells a circumstance.
  const before = found && isCircumstance(scan, grammar, found, mention.to) ? { ...found, case: "other" } : found;
  const phrase = makePhrase(
    { case: before?.case ?? "nom", from: outer < start ? start : (before?.from ?? start), to: mention.to },
    namedActor(mention),
  );
  // "Bosnian Serb leader", "Iraqi Kurds": of two names of peoples the first only modifies.
  const people = scan.mentions[mention.to]?.form === "demonym" || is(scan, mention.to, "people");
  if (mention.form === "demonym" && people) {
    phrase.case = "gen";
    phrase.adjectival = true;
    return phrase;
  }
  if (mention.type === "Leader") {
    const end = scan.tokens[mention.from - 1]?.text === "," ? mention.from - 1 : mention.from;
    const title = markEndingAt(scan, end);
    if (title?.classes.some((cls) => cls.startsWith("title."))) {
      phrase.titleSpan = [title.from, title.to];
      if (end < mention.from) takeTitle(phrase, title.from, scan);
    }
  }
  if (hyphenated(phrase, mention, scan)) return phrase;
  // "a Greek-speaking state": whose tongue is spoken there is no party.
  if (mention.ending.startsWith("-") && grammar.lexicon.of(mention.ending.slice(1)).includes("origin.only")) {
    phrase.case = "gen";
    phrase.adjectival = true;
    return phrase;
  }
  if (mention.type === "Organization" && isPart(scan, phrase.from, mention.to)) {
    const { classes, from, to } = scan.marks[mention.to]!;
    phrase.case = "gen";
    phrase.adjectival = true;
    phrase.owned = [{ classes, from, to, case: before?.case ?? "nom" }];
    phrase.to = to;
    return phrase;
  }
  const possessive = grammar.caseOf(mention.ending) === "gen";
  const modifier =
    possessive ||
    isAttribute(mention, scan) ||
    (mention.form === "demonym"
      ? nounAhead(scan, mention.to)
      : classNounAhead(scan, grammar, [mention.from, mention.to], before?.case));
  if (modifier) modify(phrase, mention, possessive, building);
  else {
    attach(phrase, before?.from ?? start, scan);
    askedOf(phrase, scan);
  }
  return phrase;
}

/** "Iran-backed", "US-led": the country only modifies, as owner of the word behind the hyphen. */
export function hyphenated(phrase: Phrase, mention: Mention, scan: Scan): boolean {
  const glued = is(scan, mention.to, "compound") && scan.tokens[mention.to]!.start === scan.tokens[mention.to - 1]!.end;
  const rest = glued ? mention.to : mention.to + 1;
  if (!glued && (scan.tokens[mention.to]?.text !== "-" || !scan.tokens[rest] || scan.covered[rest])) return false;
  phrase.case = "gen";
  phrase.adjectival = true;
  phrase.ownsFrom = rest;
  const after = scan.marks[rest]?.to ?? rest + 1;
  phrase.owned = [{ classes: scan.classes[rest] ?? [], from: rest, to: after, case: "" }];
  phrase.to = rest + 1;
  // "Serbian-made shells"
  const thing = scan.marks[after];
  if (thing?.classes.includes("goods") && is(scan, rest, "made")) {
    phrase.owned.push({ classes: thing.classes, from: thing.from, to: thing.to, case: phrase.case });
    phrase.to = thing.to;
  }
  return true;
}
