import type { Building } from "./building.ts";
import type { Grammar } from "./grammar.ts";
import { isQuote } from "./heads.ts";
import { coordinate, counted, included, joined, origins } from "./lists.ts";
import { partedByAside } from "./markerBehind.ts";
import { owner } from "./owner.ts";
import { ownersAcross } from "./ownersAcross.ts";
import { ownersGapped } from "./ownersGapped.ts";
import { afterParenthesis, type UnknownPerson } from "./person.ts";
import { makePhrase, namedActor, type OfficeMention, type Phrase, type Phrases } from "./phrase.ts";
import { hyphenated } from "./prepositional.ts";
import { pronouns } from "./pronouns.ts";
import { caseMarker, is, type Mention, type Scan } from "./scan.ts";
import { stranger, type Titled } from "./strangers.ts";

/** Words that an owner may stand away from the head of its phrase. */
export const reach = 8;

/**
 * The actors of a sentence whose case markers follow their nouns (Hindi postpositions, Bengali endings).
 * The case of a phrase belongs to its head: a person before an organ before any other noun; a country before another
 * noun only owns it.
 */
export function postpositionalPhrases(scan: Scan, grammar: Grammar, unknown: UnknownPerson, titled: Titled): Phrases {
  const phrases: Phrase[] = [];
  const offices: OfficeMention[] = [];
  const taken = new Set<Mention>();
  const building: Building = { scan, grammar, unknown, offices, taken };
  for (let i = 0; i < scan.tokens.length; i++) {
    const mention = scan.mentions[i] ?? stranger(i, phrases, building, titled);
    if (!mention || taken.has(mention)) continue;
    phrases.push(phraseAt(mention, building));
  }
  if (!grammar.lateSubject)
    for (const phrase of phrases) {
      const noun = phrase.case === "abl" ? cameFrom(phrase, scan) : undefined;
      if (noun === undefined) continue;
      const mention = scan.covered[phrase.actor.from];
      if (mention) owner(phrase, mention, noun, building);
    }
  if (!grammar.lateSubject)
    for (const { phrase, marker } of partedByAside(phrases, scan)) {
      phrase.case = marker.case;
      phrase.markedAt = marker.from;
      const mention = marker.case === "gen" ? scan.covered[phrase.actor.from] : undefined;
      const { to } = phrase;
      if (mention) owner(phrase, mention, marker.to, building);
      phrase.to = to;
    }
  for (const phrase of phrases)
    if (phrase.case === "gen" && phrase.owned.at(-1)?.case === "askedby") {
      // "at [their] request": the postposition is itself the noun that is owned.
      // "[Sweden]'s NATO membership's request": a bare name before another noun has not asked.
      phrase.case = grammar.lateSubject && phrase.adjectival && phrase.owned.length > 1 ? "other" : "askedby";
      phrase.owned = [];
    }
  if (grammar.lateSubject) ownersAcross(phrases, scan, grammar);
  else ownersGapped(phrases, scan);
  origins(phrases, scan);
  for (const phrase of phrases)
    if (grammar.lateSubject && phrase.case === "gen" && phrase.owned.length === 0 && !scan.tokens[phrase.to]?.word)
      phrase.trailing = true;
  for (let k = 0; k + 1 < phrases.length && !grammar.lateSubject; k++) {
    const [phrase, next] = [phrases[k]!, phrases[k + 1]!];
    if (phrase.case !== "gen" || phrase.owned.length > 0 || next.from !== phrase.to) continue;
    phrase.waits = true;
    ownBehind(phrase, next, scan);
  }
  joined(phrases, scan);
  coordinate(phrases, scan);
  included(phrases, scan, grammar.caseOf);
  counted(phrases, scan);
  return { phrases, offices, pronouns: pronouns(scan, grammar) };
}

/** "[Crimea]'s into Russia annexation [dat]": what somebody owns may stand behind another name. */
function ownBehind(phrase: Phrase, next: Phrase, scan: Scan): void {
  const mark = scan.marks[next.to];
  const marker = mark && caseMarker(scan, mark.to);
  if (!mark || !marker || marker.case === "gen") return;
  // "[UNESCO]'s Sudan fund [loc]": a bare name right before a noun only tells what the noun is for.
  const modifies = next.case === "nom" && mark.from === next.to && mark.classes.includes("fund");
  if (!modifies && !["loc", "with", "on"].includes(next.case)) return;
  phrase.owned.push({ classes: mark.classes, from: mark.from, to: mark.to, case: marker.case });
}

/** "[from Chad] come request": what has come from somebody is theirs; answers where the noun begins. */
function cameFrom(phrase: Phrase, scan: Scan): number | undefined {
  if (!is(scan, phrase.to, "come")) return undefined;
  let k = scan.marks[phrase.to]!.to;
  for (const end = k + 3; k < end && scan.tokens[k]?.word && !scan.covered[k] && !scan.marks[k]; k++);
  return is(scan, k, "request") || is(scan, k, "proposal") ? k : undefined;
}

function phraseAt(mention: Mention, building: Building): Phrase {
  const { scan, grammar, taken } = building;
  taken.add(mention);
  const start = titleBefore(scan, mention.from);
  let k = afterParenthesis(scan, mention, taken);
  let name = mention.ending === "" ? "nom" : grammar.caseOf(mention.ending);
  const titleSpan: Phrase["titleSpan"] =
    start < mention.from && mention.type === "Leader" ? [start, mention.from] : undefined;
  const phrase = makePhrase({ case: name, from: start, to: k, titleSpan }, namedActor(mention));
  if (hyphenated(phrase, mention, scan)) return phrase;
  const marker = caseMarker(scan, k);
  // "Bulgaria [earlier] said": a postposition that wants a genitive is an adverb behind a bare name.
  const adverb = name === "nom" && is(scan, k, "wants.genitive");
  if (marker && !adverb && (marker.case !== "gen" || name === "nom")) {
    name = marker.case;
    k = marker.to;
  }
  // "in the [Kursk] district": the noun that says what the place is carries its case.
  // "by way of [Conakry] port": a capital before such a noun is a place, whatever its case.
  const city = mention.form === "capital" && !is(scan, k, "organ");
  const kind =
    !marker && !grammar.lateSubject && (mention.type === "Region" || city) && is(scan, k, "place")
      ? scan.marks[k]
      : undefined;
  // "[Mogadishu] port-loc": where the noun has an ending of its own it says where.
  const port = grammar.lateSubject && !marker && name === "nom" && is(scan, k, "place") ? scan.marks[k] : undefined;
  if (port && port.ending !== "" && grammar.caseOf(port.ending) === "loc" && (mention.type === "Region" || city)) {
    phrase.case = "loc";
    phrase.to = port.to;
    return phrase;
  }
  const realm = marker || grammar.lateSubject || name !== "nom" ? undefined : realmBehind(mention, k, scan);
  if (realm) {
    name = realm.case;
    k = realm.to;
  }
  const behind = kind && caseMarker(scan, kind.to);
  if (behind && (behind.case !== "gen" || city)) {
    name = behind.case === "gen" ? "other" : behind.case;
    k = behind.to;
  }
  // "the [Nairobi]-seated government": who sits in a capital acts for the state.
  if (!grammar.lateSubject && !marker && mention.form === "capital" && is(scan, k, "seated")) {
    phrase.case = "gen";
    return owner(phrase, mention, scan.marks[k]!.to, building);
  }
  phrase.case = name;
  phrase.to = k;
  // "a woman of [Moroccan] descent": where somebody's family comes from does nothing.
  if (name === "nom" && is(scan, k, "ancestry")) {
    phrase.case = "other";
    return phrase;
  }
  // "five [Union] states": those are members of it.
  if (grammar.lateSubject && name === "nom" && mention.type === "Organization" && is(scan, k, "state")) {
    phrase.case = "other";
    return phrase;
  }
  // "the camp on the [Sudan] border-gen": a bare name before its border acts in nothing.
  const brink = grammar.lateSubject && name === "nom" && is(scan, k, "brink") ? scan.marks[k] : undefined;
  if (brink && brink.ending !== "" && grammar.caseOf(brink.ending) === "gen") {
    phrase.case = "other";
    return phrase;
  }
  // "that [Japan] troops send": a name whose people have an adjective of their own acts before a bare noun of soldiers.
  const bare = !grammar.lateSubject || (scan.marks[k]?.ending === "" && !caseMarker(scan, scan.marks[k]!.to));
  const soldiers = bare && is(scan, k, "troops") && !is(scan, k, "organ");
  // "[Trump] the crown prince greeted": a person's name bare before a title is of another person.
  const another = mention.type === "Leader" && scan.classes[k]?.some((cls) => cls.startsWith("title")) === true;
  const modifier =
    name === "nom" &&
    !another &&
    (mention.form === "demonym" ||
      (actorNounAt(scan, k) && !soldiers) ||
      (!grammar.lateSubject && pairs(scan, mention)));
  if (name !== "gen" && !modifier) return phrase;
  phrase.adjectival = modifier;
  return owner(phrase, mention, k, building);
}

/** "[Kosovo] republic [dat]", "the “[Essequibo]” state [dat]": what kind of state it is goes on the name. */
function realmBehind({ type, form }: Mention, k: number, scan: Scan): ReturnType<typeof caseMarker> {
  if (form === "demonym" || form === "capital" || (type !== "Country" && type !== "Region")) return undefined;
  const noun = isQuote(scan.tokens[k]?.text ?? "") ? k + 1 : k;
  return scan.marks[noun]?.to === noun + 1 && is(scan, noun, "realm") ? caseMarker(scan, noun + 1) : undefined;
}

/** "the Qatar-[Chad] treaty": the second of two names that a hyphen joins, right before the noun that is theirs. */
function pairs(scan: Scan, { from, to }: Mention): boolean {
  const joined = scan.tokens[from - 1]?.text === "-" && scan.covered[from - 2] !== undefined;
  const mark = scan.marks[to];
  return joined && mark?.classes.some((cls) => ofTwo.has(cls)) === true;
}

/** What two states have together. */
const ofTwo: ReadonlySet<string> = new Set(["alliance", "treaty", "meeting", "talk", "deal"]);

/** Where a title stands right before a name, the phrase begins with it. */
function titleBefore(scan: Scan, from: number): number {
  for (let k = Math.max(0, from - 3); k < from; k++) {
    const mark = scan.marks[k];
    if (mark && mark.ending === "" && mark.to === from && mark.classes.some((cls) => cls.startsWith("title"))) return k;
  }
  return from;
}

function actorNounAt(scan: Scan, index: number): boolean {
  return (
    scan.classes[index]?.some(
      (cls) =>
        cls === "organ" ||
        cls === "group" ||
        cls.startsWith("title") ||
        cls.startsWith("member") ||
        cls === "troops" ||
        cls === "event" ||
        cls === "setting",
    ) ?? false
  );
}
