import type { Grammar } from "./grammar.ts";
import type { Noun, OfficeMention, Phrase, Phrases, Pronoun } from "./phrase.ts";
import { hyphenated } from "./prepositional.ts";
import { caseMarker, is, type Mention, type Scan } from "./scan.ts";

/** Words that an owner may stand away from the head of its phrase. */
const reach = 8;

/**
 * The actors of a sentence whose case markers follow their nouns (Hindi postpositions, Bengali endings).
 * The case of a phrase belongs to its head: a person before an organ before any other noun; a country before another
 * noun only owns it.
 */
export function postpositionalPhrases(scan: Scan, grammar: Grammar, unknown: UnknownPerson): Phrases {
  const phrases: Phrase[] = [];
  const offices: OfficeMention[] = [];
  const taken = new Set<Mention>();
  for (let i = 0; i < scan.tokens.length; i++) {
    const mention = scan.mentions[i];
    if (!mention || taken.has(mention)) continue;
    phrases.push(phraseAt(mention, scan, grammar, unknown, offices, taken));
  }
  for (const phrase of phrases)
    if (phrase.case === "gen" && phrase.owned.at(-1)?.case === "askedby") {
      // "at [their] request": the postposition is itself the noun that is owned.
      phrase.case = "askedby";
      phrase.owned = [];
    }
  origins(phrases, scan);
  joined(phrases, scan);
  coordinate(phrases, scan);
  included(phrases, scan);
  return { phrases, offices, pronouns: pronouns(scan, grammar) };
}

/** Makes a node for a name that follows a country and a title and that no list knows. */
export type UnknownPerson = (from: number, to: number, ending?: string) => Mention | undefined;

function phraseAt(
  mention: Mention,
  scan: Scan,
  grammar: Grammar,
  unknown: UnknownPerson,
  offices: OfficeMention[],
  taken: Set<Mention>,
): Phrase {
  taken.add(mention);
  const start = titleBefore(scan, mention.from);
  let k = afterParenthesis(scan, mention, taken);
  let name = mention.ending === "" ? "nom" : grammar.caseOf(mention.ending);
  const phrase: Phrase = {
    actor: {
      entity: mention.entity,
      from: mention.from,
      to: mention.to,
      via: mention.type === "Leader" ? "person" : "name",
      form: mention.form,
      fuzzy: mention.fuzzy,
      state: mention.type === "Country",
    },
    case: name,
    from: start,
    to: k,
    owned: [],
    group: -1,
    adjectival: false,
  };
  if (hyphenated(phrase, mention, scan)) return phrase;
  const marker = caseMarker(scan, k);
  // "Bulgaria [earlier] said": a postposition that wants a genitive is an adverb behind a bare name.
  const adverb = name === "nom" && is(scan, k, "wants.genitive");
  if (marker && !adverb && (marker.case !== "gen" || name === "nom")) {
    name = marker.case;
    k = marker.to;
  }
  phrase.case = name;
  phrase.to = k;
  const modifier = name === "nom" && (mention.form === "demonym" || actorNounAt(scan, k));
  if (name !== "gen" && !modifier) return phrase;
  phrase.adjectival = modifier;
  return owner(phrase, mention, k, { scan, grammar, unknown, offices, taken });
}

interface Building {
  scan: Scan;
  grammar: Grammar;
  unknown: UnknownPerson;
  offices: OfficeMention[];
  taken: Set<Mention>;
}

/** Follows what a phrase owns up to the end of the noun phrase; an organ or a person at its head takes over the case. */
function owner(phrase: Phrase, mention: Mention, from: number, building: Building): Phrase {
  const { scan, grammar } = building;
  phrase.case = "gen";
  phrase.ownsFrom = from;
  let head: Noun | undefined;
  let title: { from: number; to: number; lead: boolean; former: boolean; classes: readonly string[] } | undefined;
  let plain = 0;
  let k = from;
  const limit = Math.min(scan.tokens.length, from + reach);
  while (k < limit) {
    const next = scan.mentions[k];
    if (next) {
      if (title && isPerson(next))
        return person(phrase, mention, next.from > title.to ? next : longerName(next, building), title, building);
      break;
    }
    const marker = caseMarker(scan, k);
    if (marker) {
      if (title && head && isTitle(head)) {
        // "Country's minister [case]": the office acts for the country.
        return organ(phrase, { ...head, case: marker.case }, marker.to, mention, building);
      }
      const noun: Noun = head ?? { classes: [], from: k - 1, to: k, case: "" };
      if (plain > 0 && head && head.to < k) noun.classes = [];
      noun.to = k;
      noun.case = marker.case;
      if (head && (isOrgan(head) || isGroup(head, mention) || isArmed(head, marker.case)) && head.to === k)
        return organ(phrase, noun, marker.to, mention, building);
      if (k === from) break;
      phrase.owned.push(noun);
      phrase.to = marker.to;
      if (marker.case !== "gen") return phrase;
      head = undefined;
      title = undefined;
      plain = 0;
      k = marker.to;
      continue;
    }
    const mark = scan.marks[k];
    if (title && head && isTitle(head) && (is(scan, k, "time") || (plain > 0 && mark && isVisit(mark.classes)))) {
      // "France's minister on a two-day visit": the noun phrase ended with the title.
      return organ(phrase, { ...head, case: "nom" }, head.to, mention, building);
    }
    if (mark?.classes.includes("pronoun.own.gen") && caseMarker(scan, k - 1)?.case === "gen") {
      k = mark.to;
      continue;
    }
    const verbalNoun =
      mark !== undefined &&
      isVerb(mark.classes) &&
      (grammar.hasForm(scan.tokens[mark.to - 1]!.lower, "infinitive") ||
        (mark.classes.includes("participle") && scan.tokens[mark.to]?.word === true));
    if (mark && !verbalNoun && stops(mark.classes)) break;
    if (!scan.tokens[k]!.word && !isQuote(scan.tokens[k]!.text)) break;
    if (mark && !verbalNoun && !isFiller(mark.classes)) {
      const noun: Noun = {
        classes: mark.classes,
        from: mark.from,
        to: mark.to,
        case: mark.ending === "" ? "" : grammar.caseOf(mark.ending),
      };
      k = mark.to;
      plain = 0;
      if (isTitle(noun)) {
        title = {
          from: mark.from,
          to: mark.to,
          lead: mark.classes.includes("title.lead"),
          former: former(scan, from, mark.from),
          classes: mark.classes,
        };
        const named = noun.case === "" ? unknownPerson(k, building) : undefined;
        head = noun;
        if (named && !scan.mentions[k]) {
          building.taken.add(named);
          return person(phrase, mention, named, title, building);
        }
        if (noun.case !== "" && noun.case !== "nom") return organ(phrase, noun, k, mention, building);
        continue;
      }
      if (grammar.lateSubject && head && isOrgan(head) && !isOrgan(noun) && !["", "nom", "gen"].includes(noun.case))
        return organ(phrase, { ...head, case: "nom" }, head.to, mention, building);
      if (head && !isTitle(head) && !isOrgan(head) && head.to <= noun.from) {
        // A bare noun before another: "the demand [in strong words]".
        phrase.owned.push({ ...head, case: "nom" });
      }
      if ((isOrgan(noun) || isGroup(noun, mention)) && noun.case !== "" && noun.case !== "nom")
        return organ(phrase, withPostposition(noun, k, scan), k, mention, building);
      head = noun;
      if (noun.case !== "" && noun.case !== "nom") {
        const full = withPostposition(noun, k, scan);
        phrase.owned.push(full);
        phrase.to = k;
        if (full.case !== "gen") return phrase;
        head = undefined;
        title = undefined;
      }
      continue;
    }
    const ended = mark ? undefined : inflected(scan.tokens[k]!.lower, grammar);
    if (ended && ended !== "gen" && head && (isOrgan(head) || isTitle(head) || isGroup(head, mention)))
      return organ(phrase, { ...head, case: "nom" }, head.to, mention, building);
    if (ended) {
      const noun: Noun = { classes: [], from: k, to: k + 1, case: ended };
      const full = withPostposition(noun, k + 1, scan);
      phrase.owned.push(full);
      phrase.to = k + 1;
      if (full.case !== "gen") return phrase;
      head = undefined;
      title = undefined;
      plain = 0;
      k++;
      continue;
    }
    plain++;
    k = mark ? mark.to : k + 1;
  }
  if (head) {
    if (isOrgan(head) || isTitle(head) || isGroup(head, mention))
      return organ(phrase, { ...head, case: "nom" }, head.to, mention, building);
    head.case = "nom";
    phrase.owned.push(head);
    phrase.to = Math.max(phrase.to, head.to);
  } else if (phrase.owned.length === 0 && phrase.adjectival && mention.form !== "demonym") {
    phrase.case = "nom";
    phrase.adjectival = false;
  } else if (phrase.owned.length === 0 && phrase.adjectival && plain === 0) {
    // A people's name that modifies nothing stands for the people: "Russians".
    phrase.case = "nom";
    phrase.adjectival = false;
  } else if (phrase.owned.length === 0 && plain > 0) {
    phrase.owned.push({ classes: [], from, to: k, case: "nom" });
  }
  return phrase;
}

/** Case of a word that no list knows, by its ending; only endings that few bare words have. */
function inflected(word: string, grammar: Grammar): string | undefined {
  if (!grammar.lateSubject || word.length < 5) return undefined;
  return grammar.strayCase(word);
}

/** The country acts through an organ: the organ's case is the phrase's. */
function organ(phrase: Phrase, noun: Noun, to: number, mention: Mention, building: Building): Phrase {
  if (phrase.owned.some((each) => each.classes.includes("member"))) {
    // "the leaders of the alliance's members" are not the alliance.
    phrase.case = "other";
    phrase.to = to;
    return phrase;
  }
  phrase.title =
    isTitle(noun) && !noun.classes.includes("title.plain")
      ? noun.classes.includes("title.lead")
        ? "lead"
        : "office"
      : undefined;
  phrase.actor.via = "organ";
  phrase.adjectival = false;
  phrase.case = noun.case === "" ? "nom" : noun.case;
  phrase.to = to;
  const marker = caseMarker(building.scan, to);
  if (marker && (phrase.case === "nom" || (phrase.case === "gen" && marker.case !== "gen"))) {
    phrase.case = marker.case;
    phrase.to = marker.to;
  }
  if (phrase.case === "gen") return owner(phrase, mention, phrase.to, building);
  return phrase;
}

/** A named person with title and country: the person acts, the country is known. */
function person(
  phrase: Phrase,
  country: Mention,
  named: Mention,
  title: { from: number; to: number; lead: boolean; former: boolean; classes: readonly string[] },
  building: Building,
): Phrase {
  const { scan, grammar, offices, taken } = building;
  taken.add(named);
  const counterpart = title.classes.includes("title.counterpart") ? offices.at(-1) : undefined;
  const leader = title.classes.includes("title.leader");
  // "the head of its chamber of trade" does not lead the country.
  const ofPart = phrase.owned.some((noun) => noun.to <= title.from && !noun.classes.includes("organ"));
  if (ofPart) phrase.owned = [];
  else if (counterpart || leader || !title.classes.some((cls) => cls === "title.plain" || cls === "title.counterpart"))
    offices.push({
      person: named.entity,
      country: country.entity,
      lead: counterpart?.lead ?? title.lead,
      plain: leader,
      personSpan: [named.from, named.to],
      titleSpan: [title.from, title.to],
      countrySpan: [country.from, country.to],
      former: title.former,
    });
  const whole: Phrase = {
    ...phrase,
    actor: {
      entity: named.entity,
      country: country.entity,
      from: named.from,
      to: named.to,
      via: "person",
      form: named.form,
      fuzzy: named.fuzzy,
      state: false,
    },
    case: named.ending === "" ? "nom" : grammar.caseOf(named.ending),
    adjectival: false,
    owned: [],
  };
  let k = afterParenthesis(scan, named, taken);
  const marker = caseMarker(scan, k);
  if (marker && (marker.case !== "gen" || whole.case === "nom")) {
    whole.case = marker.case;
    k = marker.to;
  }
  whole.to = k;
  return whole.case === "gen" ? owner(whole, named, k, building) : whole;
}

/** A surname at the head of a longer name that no list knows is another person's first name. */
function longerName(named: Mention, building: Building): Mention {
  const { scan, unknown, taken } = building;
  const next = scan.tokens[named.to];
  const first = scan.tokens[named.from]!;
  if (named.form !== "surname" || named.ending !== "" || !next?.word || scan.marks[named.to] || scan.mentions[named.to])
    return named;
  if (next.start !== first.end + 1 && named.to - named.from === 1) return named;
  let to = named.to + 1;
  while (
    to < scan.tokens.length &&
    to < named.from + 4 &&
    scan.tokens[to]!.word &&
    !scan.marks[to] &&
    !scan.mentions[to]
  )
    to++;
  const made = unknown(named.from, to);
  if (!made) return named;
  taken.add(named);
  return made;
}

function unknownPerson(from: number, { scan, unknown, grammar }: Building): Mention | undefined {
  let to = from;
  while (to < scan.tokens.length && to < from + 4) {
    if (scan.mentions[to] || scan.marks[to] || !scan.tokens[to]!.word) break;
    to++;
  }
  const last = scan.tokens[to - 1];
  if (!last || to < from + 2 || to > from + 4) return undefined;
  const marker = caseMarker(scan, to);
  // Before a postposition a name stands in the genitive; no person stands in the locative.
  const ending = grammar.lateSubject
    ? marker
      ? grammar.genitiveEnding(last.lower)
      : grammar.nameEnding(last.lower)
    : "";
  const stray = grammar.caseOf(ending) === "loc" ? "" : ending;
  const closed =
    stray !== "" ||
    (marker
      ? ["erg", "with", "abl", "gen", "dat", "between", "on"].includes(marker.case)
      : !scan.tokens[to]?.word ||
        is(scan, to, "and") ||
        is(scan, to, "time") ||
        (grammar.lateSubject && scan.marks[to] !== undefined));
  if (!closed) return undefined;
  const named = unknown(from, to, stray);
  return named && stray !== "" ? { ...named, ending: stray } : named;
}

/** A Bengali postposition after a noun in the genitive gives the case. */
function withPostposition(noun: Noun, k: number, scan: Scan): Noun {
  const marker = caseMarker(scan, k);
  return marker && marker.case !== "gen" ? { ...noun, case: marker.case } : noun;
}

/** "Yemen's Houthis": a country right before an actor of its own only says where that one comes from. */
function origins(phrases: Phrase[], scan: Scan): void {
  for (let i = 0; i + 1 < phrases.length; i++) {
    const left = phrases[i]!;
    const right = phrases[i + 1]!;
    if (left.case !== "gen" || left.owned.length > 0 || left.to !== right.from || right.actor.state) continue;
    left.case = "origin";
    if (left.actor.state && scan.mentions[right.actor.from]?.type === "Region") right.actor.within = left.actor.entity;
    right.from = left.from;
  }
}

/** Members of "A, B and C" take the case of the last. A comma joins only where a conjunction ends the list. */
export function coordinate(all: Phrase[], scan: Scan): void {
  const phrases = all.filter((phrase) => phrase.case !== "origin");
  all.forEach((phrase, index) => {
    phrase.group = index;
  });
  let joined = false;
  for (let i = phrases.length - 2; i >= 0; i--) {
    const left = phrases[i]!;
    const right = phrases[i + 1]!;
    const link = between(scan, left.to, right.from);
    if (link === "and") joined = true;
    else if (link !== "comma") joined = false;
    if (!joined || link === "none") continue;
    if (left.case !== "nom" && !(left.case === right.case || left.adjectival)) continue;
    if (left.owned.length > 0 && left.owned[0]!.from < right.from && left.owned[0]!.to > left.from) {
      if (!(left.case === "gen" && right.case === "gen")) continue;
      if (left.owned.some((noun) => noun.to <= right.from)) continue;
    }
    left.case = right.case;
    left.owned = right.owned;
    left.adjectival = right.adjectival;
    left.group = right.group;
  }
}

/** "Tuvalu and [a name that no list knows, erg]": who is joined to an unknown subject is a subject too. */
function joined(phrases: Phrase[], scan: Scan): void {
  for (const phrase of phrases) {
    if (phrase.case !== "nom" || phrase.owned.length > 0 || !is(scan, phrase.to, "and")) continue;
    for (let k = phrase.to + 1; k < Math.min(scan.tokens.length, phrase.to + 5); k++) {
      const marker = caseMarker(scan, k);
      if (marker?.case === "erg" && k > phrase.to + 1) {
        phrase.case = "erg";
        phrase.to = marker.to;
      }
      if (scan.marks[k] || scan.covered[k] || !scan.tokens[k]!.word) break;
    }
  }
}

/** "Italy and Malta among others, ten states [case]": those named stand in the case of the whole. */
function included(phrases: Phrase[], scan: Scan): void {
  for (const phrase of phrases) {
    const last = phrases.findLast((each) => each.group === phrase.group)!;
    const such = phrase.case === "nom" && is(scan, last.to, "suchas");
    if (phrase.case !== "incl" && !such) continue;
    if (!such) phrase.case = "other";
    for (let k = last.to; k < Math.min(scan.tokens.length, last.to + 6) && !scan.covered[k]; k++) {
      if (!is(scan, k, "states")) continue;
      const marker = caseMarker(scan, scan.marks[k]?.to ?? k + 1);
      phrase.case = marker?.case ?? "nom";
      if (phrase === last) phrase.to = marker?.to ?? phrase.to;
      break;
    }
  }
}

function between(scan: Scan, from: number, to: number): "and" | "comma" | "none" {
  if (to <= from) return "none";
  let answer: "and" | "comma" = "comma";
  for (let k = from; k < to; k++) {
    if (is(scan, k, "and") || is(scan, k, "negation")) answer = "and";
    else if (
      scan.tokens[k]!.text !== "," &&
      !is(scan, k, "determiner") &&
      !is(scan, k, "negation") &&
      !is(scan, k, "neither") &&
      !is(scan, k, "particle")
    )
      return "none";
  }
  return answer;
}

function pronouns(scan: Scan, grammar: Grammar): Pronoun[] {
  const found: Pronoun[] = [];
  for (let k = 0; k < scan.tokens.length; k++) {
    const mark = scan.marks[k];
    const name = mark?.classes.find((cls) => cls.startsWith("pronoun."));
    if (!mark || !name) continue;
    const [, kind, fixed] = name.split(".") as [string, Pronoun["kind"], string | undefined];
    let to = mark.to;
    let standing = fixed ?? (mark.ending === "" ? "nom" : grammar.caseOf(mark.ending));
    const marker = caseMarker(scan, to);
    if (marker && (standing === "nom" || (standing === "gen" && marker.case !== "gen"))) {
      standing = marker.case;
      to = marker.to;
    }
    const owned: Noun[] = [];
    if (standing === "gen") {
      for (let n = to; n < Math.min(scan.tokens.length, to + 4); n++) {
        const noun = scan.marks[n];
        if (scan.mentions[n] || (noun && stops(noun.classes))) break;
        if (noun && !isFiller(noun.classes)) {
          const after = caseMarker(scan, noun.to);
          const next = scan.marks[noun.to];
          // "its only [treaty] ally": the last noun of a compound is the one owned.
          if (!after && noun.ending === "" && next && !stops(next.classes) && !isFiller(next.classes)) continue;
          owned.push({
            classes: noun.classes,
            from: noun.from,
            to: noun.to,
            case: noun.ending !== "" ? grammar.caseOf(noun.ending) : (after?.case ?? "nom"),
          });
          break;
        }
      }
      const [first] = owned;
      if (first && (first.classes.includes("organ") || first.classes.includes("state"))) {
        // "his country", "their army": the state acts.
        standing = first.case;
        owned.length = 0;
      }
    }
    found.push({ kind, case: standing, from: k, to, owned });
  }
  return found;
}

function afterParenthesis(scan: Scan, mention: Mention, taken: Set<Mention>): number {
  if (scan.tokens[mention.to]?.text !== "(") return mention.to;
  for (let k = mention.to + 1; k < Math.min(scan.tokens.length, mention.to + 7); k++) {
    const inner = scan.mentions[k];
    if (inner && inner.entity !== mention.entity) return mention.to;
    if (inner) taken.add(inner);
    if (scan.tokens[k]!.text === ")") return k + 1;
  }
  return mention.to;
}

/** Where a title stands right before a name, the phrase begins with it. */
function titleBefore(scan: Scan, from: number): number {
  for (let k = Math.max(0, from - 3); k < from; k++) {
    const mark = scan.marks[k];
    if (mark && mark.to === from && mark.classes.some((cls) => cls.startsWith("title"))) return k;
  }
  return from;
}

function actorNounAt(scan: Scan, index: number): boolean {
  return (
    scan.classes[index]?.some(
      (cls) => cls === "organ" || cls === "group" || cls.startsWith("title") || cls === "troops" || cls === "setting",
    ) ?? false
  );
}

const isTitle = (noun: Noun): boolean => noun.classes.some((cls) => cls.startsWith("title"));
const isOrgan = (noun: Noun): boolean => noun.classes.includes("organ");
/** "Houthi rebels" are the Houthis; "Mali's rebels" are not Mali. */
const isGroup = (noun: Noun, mention: Mention): boolean => noun.classes.includes("group") && mention.type !== "Country";
/** "Thai jets [erg]" bomb for Thailand: soldiers and arms that act act for their state. */
const isArmed = (noun: Noun, name: string): boolean =>
  name === "erg" && noun.classes.some((cls) => cls === "troops" || cls === "goods");
const isPerson = (mention: Mention): boolean => mention.type === "Leader";
const nouns: ReadonlySet<string> = new Set([
  "request",
  "proposal",
  "goods",
  "attack",
  "treaty",
  "support",
  "condemn",
  "ally",
  "member",
  "help",
  "recognisable",
  "visit",
  "meeting",
  "call",
  "sanction",
  "troops",
  "organ",
  "g.announce",
  "g.accuse",
  "g.ask",
  "allegation",
  "setting",
  "state",
  "alliance",
  "event",
]);
const isNoun = (cls: string): boolean => nouns.has(cls) || cls.startsWith("title");
const stopping: ReadonlySet<string> = new Set([
  "and",
  "negation",
  "aux",
  "light",
  "speech",
  "copula",
  "that",
  "adversative",
  "finite",
  "subordinate",
  "accept",
  "unwilling",
]);
/** A verb or a joint of the sentence ends a noun phrase; a word that may be a noun as well does not. */
const stops = (classes: readonly string[]): boolean =>
  classes.some((cls) => stopping.has(cls) || cls.startsWith("v.") || cls.startsWith("pronoun")) &&
  !classes.some(isNoun);
const isVisit = (classes: readonly string[]): boolean => classes.includes("visit") || classes.includes("meeting");
const fillers: ReadonlySet<string> = new Set(["time", "filler", "former", "determiner", "particle", "adverb"]);
const isFiller = (classes: readonly string[]): boolean => classes.every((cls) => fillers.has(cls));
const isVerb = (classes: readonly string[]): boolean => classes.some((cls) => cls === "light" || cls.startsWith("v."));
const isQuote = (text: string): boolean => "'\"‘’“”".includes(text);

function former(scan: Scan, from: number, to: number): boolean {
  for (let k = from; k < to; k++) if (is(scan, k, "former")) return true;
  return false;
}
