import type { Grammar } from "./grammar.ts";
import type { Noun, OfficeMention, Phrase, Phrases, Pronoun } from "./phrase.ts";
import type { UnknownPerson } from "./postpositional.ts";
import { caseMarker, is, type Mention, type Scan } from "./scan.ts";

/**
 * The actors of a sentence whose case markers precede their nouns (English). A phrase without a preposition is `nom`;
 * the frames tell subject from object by its side of the verb.
 */
export function prepositionalPhrases(scan: Scan, grammar: Grammar, unknown: UnknownPerson): Phrases {
  const phrases: Phrase[] = [];
  const offices: OfficeMention[] = [];
  const taken = new Set<Mention>();
  for (let i = 0; i < scan.tokens.length; i++) {
    const mention = scan.mentions[i];
    if (!mention || taken.has(mention)) continue;
    taken.add(mention);
    const made = phraseAt(mention, { scan, grammar, unknown, offices, taken });
    if (made) phrases.push(made);
  }
  laterCountry(phrases, offices, scan);
  coordinateRight(phrases, scan);
  return { phrases, offices, pronouns: pronouns(scan) };
}

interface Building {
  scan: Scan;
  grammar: Grammar;
  unknown: UnknownPerson;
  offices: OfficeMention[];
  taken: Set<Mention>;
}

function phraseAt(mention: Mention, building: Building): Phrase {
  const { scan, grammar } = building;
  const start = nounPhraseStart(scan, mention.from);
  const before = caseMarkerEnding(scan, start);
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
    case: before?.case ?? "nom",
    from: before?.from ?? start,
    to: mention.to,
    owned: [],
    group: -1,
    adjectival: false,
  };
  if (hyphenated(phrase, mention, scan)) return phrase;
  const possessive = grammar.caseOf(mention.ending) === "gen";
  const modifier =
    possessive || (mention.form === "demonym" ? nounAhead(scan, mention.to) : classNounAhead(scan, mention.to));
  if (modifier) modify(phrase, mention, possessive, building);
  else attach(phrase, before?.from ?? start, scan);
  return phrase;
}

/** "Iran-backed", "US-led": the country only modifies, as owner of the word behind the hyphen. */
export function hyphenated(phrase: Phrase, mention: Mention, scan: Scan): boolean {
  if (scan.tokens[mention.to]?.text !== "-" || !scan.tokens[mention.to + 1]) return false;
  const rest = mention.to + 1;
  phrase.case = "gen";
  phrase.adjectival = true;
  phrase.ownsFrom = rest;
  phrase.owned = [{ classes: scan.classes[rest] ?? [], from: rest, to: scan.marks[rest]?.to ?? rest + 1, case: "" }];
  phrase.to = rest + 1;
  return true;
}

/** "Poland's request", "Polish troops", "Russian President Vladimir Putin": what stands behind decides who acts. */
function modify(phrase: Phrase, mention: Mention, possessive: boolean, building: Building): void {
  const { scan, unknown, taken } = building;
  const outer = phrase.case;
  let head: Noun | undefined;
  let plain = 0;
  let k = mention.to;
  let formerly = is(scan, mention.from - 1, "former");
  while (k < Math.min(scan.tokens.length, mention.to + 7)) {
    const next = scan.mentions[k];
    if (next && head && isTitle(head) && next.type === "Leader") {
      person(phrase, mention, next, head, formerly, building);
      return;
    }
    if (next) break;
    const mark = scan.marks[k];
    const token = scan.tokens[k]!;
    if (!token.word) {
      if (token.text === "," && head && isTitle(head) && scan.mentions[k + 1]?.type === "Leader") {
        person(phrase, mention, scan.mentions[k + 1]!, head, formerly, building);
        return;
      }
      break;
    }
    // "Iranian support", "Moscow's supply": behind its owner such a word is the noun.
    const ambiguous =
      mark !== undefined && (head === undefined || head.classes.length === 0) && isNounish(mark.classes);
    if (mark && stops(mark.classes) && !ambiguous) break;
    if (mark?.classes.includes("former")) formerly = true;
    if (mark && !mark.classes.every((cls) => cls === "filler" || cls === "former")) {
      const noun: Noun = { classes: mark.classes, from: mark.from, to: mark.to, case: outer };
      head =
        head && isTitle(head) && isTitle(noun)
          ? { ...noun, from: head.from, classes: [...noun.classes, ...head.classes] }
          : noun;
      k = mark.to;
      if (isTitle(noun) && scan.tokens[k] && !scan.mentions[k]) {
        const to = capitalised(scan, k);
        const named = to > k ? unknown(k, to) : undefined;
        if (named) {
          taken.add(named);
          person(phrase, mention, named, head, formerly, building);
          return;
        }
      }
      // "troops", "request": the head is found unless another noun follows ("defence ministry spokesman").
      if (!scan.marks[k] || scan.marks[k]!.classes.some((cls) => stops([cls]))) {
        if (!isTitle(noun)) break;
      }
      continue;
    }
    if (isVerbLike(token.lower, scan, k, building.grammar)) break;
    if (head && !isTitle(head) && (head.classes.length > 0 || plain >= 2)) break;
    plain++;
    head = { classes: [], from: k, to: k + 1, case: outer };
    k = mark ? mark.to : k + 1;
  }
  if (!head) {
    if (!possessive) {
      attach(phrase, phrase.from, scan);
      return;
    }
    head = { classes: [], from: mention.to, to: Math.min(k, scan.tokens.length), case: outer };
  }
  if (
    isOrgan(head) ||
    (head.classes.includes("group") && mention.type !== "Country") ||
    (isTitle(head) && !head.classes.includes("title.plain"))
  ) {
    phrase.actor.via = "organ";
    phrase.title = head.classes.includes("title.lead") ? "lead" : isTitle(head) ? "office" : undefined;
    phrase.to = head.to;
    attach(phrase, phrase.from, scan);
    if (scan.tokens[head.to - 1]!.lower.endsWith("'s") || scan.tokens[head.to - 1]!.lower.endsWith("’s")) {
      phrase.case = "gen";
      const owned = scan.marks[head.to];
      phrase.owned = owned ? [{ classes: owned.classes, from: owned.from, to: owned.to, case: outer }] : [];
    }
    return;
  }
  phrase.case = "gen";
  phrase.ownsFrom = mention.to;
  phrase.adjectival = !possessive;
  phrase.owned = [head];
  phrase.to = head.to;
}

function person(
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
  if (counterpart || leader || !title.classes.some((cls) => cls === "title.plain" || cls === "title.counterpart"))
    offices.push({
      person: named.entity,
      country: country.entity,
      lead: counterpart?.lead ?? title.classes.includes("title.lead"),
      plain: leader,
      personSpan: [named.from, named.to],
      titleSpan: [title.from, title.to],
      countrySpan: [country.from, country.to],
      former,
    });
  phrase.actor = {
    entity: named.entity,
    country: country.entity,
    from: named.from,
    to: named.to,
    via: "person",
    form: named.form,
    fuzzy: named.fuzzy,
    state: false,
  };
  phrase.to = named.to;
  phrase.adjectival = false;
  if (grammar.caseOf(named.ending) === "gen") {
    const owned = ownedNoun(scan, named.to);
    phrase.owned = [{ ...owned, case: phrase.case }];
    phrase.case = "gen";
    phrase.to = owned.to;
  } else attach(phrase, phrase.from, scan);
}

/** Behind a verb, "planes" are what is sent; before one, they act. */
function _verbBefore(scan: Scan, from: number): boolean {
  for (let k = from - 1; k >= Math.max(0, from - 8); k--) {
    if (!scan.tokens[k]!.word) return false;
    if (scan.marks[k]?.classes.some((cls) => cls.startsWith("v."))) return true;
  }
  return false;
}

function ownedNoun(scan: Scan, from: number): Noun {
  for (let k = from; k < Math.min(scan.tokens.length, from + 5); k++) {
    const mark = scan.marks[k];
    if (scan.mentions[k] || !scan.tokens[k]!.word || (mark && stops(mark.classes) && !isNounish(mark.classes))) break;
    if (mark && !mark.classes.includes("filler"))
      return { classes: mark.classes, from: mark.from, to: mark.to, case: "" };
  }
  return { classes: [], from, to: from + 1, case: "" };
}

/** "an appeal by Poland", "the delivery of jets to Egypt": a preposition right behind a known noun makes the actor its owner too. */
function attach(phrase: Phrase, from: number, scan: Scan): void {
  if (phrase.case === "nom" || phrase.case === "gen") return;
  const noun = markEndingAt(scan, from);
  if (noun && !stops(noun.classes))
    phrase.owned = [{ classes: noun.classes, from: noun.from, to: noun.to, case: phrase.case }];
}

/** "president of Ghana, John Mahama" and "John Mahama, the Ghanaian president". */
function laterCountry(phrases: Phrase[], offices: OfficeMention[], scan: Scan): void {
  const [first] = phrases;
  if (first?.case === "of" && first.owned[0] && isTitle(first.owned[0]) && phrases[1]?.actor.via !== "person")
    holder(first, first.owned[0], scan);
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
    if (right.case === "of" && right.owned[0] && isTitle(right.owned[0]) && left.actor.via !== "person")
      holder(right, right.owned[0], scan);
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
      descriptive.from - left.to <= 5
    ) {
      left.actor.country ??= right.actor.entity;
      offices.push(office(left, right, descriptive, is(scan, descriptive.from - 1, "former")));
      right.case = "appositive";
      right.owned = [];
    }
  }
}

/** "the defence minister of Djibouti": the title acts for the country. */
function holder(phrase: Phrase, title: Noun, scan: Scan): void {
  const start = nounPhraseStart(scan, title.from);
  const before = caseMarkerEnding(scan, start);
  phrase.actor.via = "organ";
  phrase.title = title.classes.includes("title.lead") ? "lead" : "office";
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

const gap = (scan: Scan, from: number, to: number): number => {
  let words = 0;
  for (let k = from; k < to; k++) if (scan.tokens[k]!.text !== ",") words++;
  return words;
};

/** "to Bhutan, Mauritius and Seychelles": the preposition of the first holds for the list. */
function coordinateRight(phrases: Phrase[], scan: Scan): void {
  phrases.forEach((phrase, index) => {
    phrase.group = index;
  });
  const links = phrases.slice(1).map((phrase, index) => link(scan, phrases[index]!.to, phrase.from));
  for (let i = 0; i < links.length; i++) {
    if (links[i] === "none") continue;
    // A comma joins only where the list goes on to a conjunction.
    if (links[i] === "comma" && !ends(links, i)) continue;
    const left = phrases[i]!;
    const right = phrases[i + 1]!;
    if (right.case !== "nom" && right.case !== left.case) continue;
    if (right.case === "gen" && left.case === "gen" && left.owned[0] && left.owned[0].from < right.from) continue;
    if (left.case === "gen" && right.case !== "gen") {
      if (left.adjectival || left.owned[0]?.to !== left.to) continue;
      continue;
    }
    right.case = left.case;
    if (right.owned.length === 0) right.owned = left.owned;
    right.group = left.group;
  }
  // "Cuba's and Bolivia's request", "French and German troops": the noun behind the last belongs to all.
  for (let i = phrases.length - 2; i >= 0; i--) {
    const left = phrases[i]!;
    const right = phrases[i + 1]!;
    if (right.case !== "gen" || links[i] === "none" || left.owned.length > 0) continue;
    if (left.actor.form !== "demonym" && left.case !== "nom") continue;
    if (left.actor.form !== "demonym") continue;
    left.case = "gen";
    left.owned = right.owned;
    left.group = right.group;
    left.adjectival = true;
  }
}

function ends(links: string[], from: number): boolean {
  for (let k = from; k < links.length && links[k] !== "none"; k++) if (links[k] === "and") return true;
  return false;
}

function link(scan: Scan, from: number, to: number): "and" | "comma" | "none" {
  if (to <= from) return "none";
  let answer: "and" | "comma" = "comma";
  for (let k = from; k < to; k++) {
    if (is(scan, k, "and") || is(scan, k, "neither")) answer = "and";
    else if (
      scan.tokens[k]!.text !== "," &&
      !is(scan, k, "determiner") &&
      !is(scan, k, "pronoun.own.gen") &&
      !is(scan, k, "filler") &&
      !is(scan, k, "negation") &&
      !is(scan, k, "neither") &&
      !is(scan, k, "particle")
    )
      return "none";
  }
  return answer;
}

function pronouns(scan: Scan): Pronoun[] {
  const found: Pronoun[] = [];
  for (let k = 0; k < scan.tokens.length; k++) {
    const mark = scan.marks[k];
    const name = mark?.classes.find((cls) => cls.startsWith("pronoun."));
    if (!mark || !name) continue;
    const [, kind, fixed] = name.split(".") as [string, Pronoun["kind"], string | undefined];
    const before = caseMarkerEnding(scan, k);
    const owned = fixed === "gen" ? [{ ...ownedNoun(scan, mark.to), case: before?.case ?? "" }] : [];
    const organ = fixed === "gen" && kind === "relative" && owned[0]?.classes.includes("organ");
    if (organ) {
      found.push({ kind, case: "nom", from: k, to: owned[0]!.to, owned: [] });
      continue;
    }
    found.push({ kind, case: fixed ?? before?.case ?? "nom", from: before?.from ?? k, to: mark.to, owned });
  }
  return found;
}

/** First token of the noun phrase that ends in a name: determiners, adjectives and numbers stand before it. */
function nounPhraseStart(scan: Scan, from: number): number {
  let k = from;
  while (k > 0 && from - k < 4) {
    const before = scan.marks[k - 1] ?? markEndingAt(scan, k);
    const text = scan.tokens[k - 1]!.text;
    const adjective = before?.classes.some(
      (cls) => cls === "determiner" || cls === "filler" || cls === "former" || cls.startsWith("title"),
    );
    if (!adjective && !/^\d/u.test(text)) break;
    k = before ? before.from : k - 1;
  }
  return k;
}

function markEndingAt(scan: Scan, to: number): { classes: readonly string[]; from: number; to: number } | undefined {
  for (let k = to - 1; k >= Math.max(0, to - 4); k--) {
    const mark = scan.marks[k];
    if (mark) return mark.to === to ? mark : undefined;
  }
  return undefined;
}

function caseMarkerEnding(scan: Scan, to: number): { case: string; from: number } | undefined {
  for (let k = to - 1; k >= Math.max(0, to - 4); k--) {
    const marker = caseMarker(scan, k);
    if (marker) return marker.to === to ? { case: marker.case, from: k } : undefined;
    if (scan.marks[k] && scan.marks[k]!.to < to) return undefined;
  }
  return undefined;
}

/** A word that a people's name can modify follows. */
function nounAhead(scan: Scan, from: number): boolean {
  const token = scan.tokens[from];
  if (!token?.word) return false;
  if (scan.mentions[from]) return false;
  const mark = scan.marks[from];
  return !mark || !stops(mark.classes) || mark.classes.some((cls) => !stops([cls]));
}

/** A country's name before an organ or a title acts for the country ("US officials"); before anything else it is itself. */
function classNounAhead(scan: Scan, from: number): boolean {
  const mark = scan.marks[from];
  return (
    mark?.classes.some(
      (cls) =>
        cls === "organ" ||
        cls === "group" ||
        cls.startsWith("title") ||
        cls === "troops" ||
        cls === "ally" ||
        cls === "member" ||
        cls === "request",
    ) ?? false
  );
}

function capitalised(scan: Scan, from: number): number {
  let to = from;
  while (
    to < scan.tokens.length &&
    to < from + 4 &&
    /^\p{Lu}/u.test(scan.tokens[to]!.text) &&
    !scan.mentions[to] &&
    !scan.marks[to]
  )
    to++;
  return to;
}

/** A word that is a verb too may still be the noun here: "request", "support". */
const isNounish = (classes: readonly string[]): boolean =>
  !classes.includes("be") &&
  classes.some(
    (cls) => !stops([cls]) && !cls.startsWith("g.") && cls !== "filler" && cls !== "adverb" && cls !== "possible",
  );

const isTitle = (noun: Noun): boolean => noun.classes.some((cls) => cls.startsWith("title"));
const isOrgan = (noun: Noun): boolean => noun.classes.includes("organ");
const stops = (classes: readonly string[]): boolean =>
  classes.some(
    (cls) =>
      cls === "and" ||
      cls === "negation" ||
      cls === "that" ||
      cls === "adversative" ||
      cls === "aux" ||
      cls === "be" ||
      cls === "future" ||
      cls === "possible" ||
      cls.startsWith("v.") ||
      cls === "subordinate" ||
      cls === "determiner" ||
      cls === "speech" ||
      cls.startsWith("case.") ||
      cls.startsWith("pronoun"),
  );

function isVerbLike(word: string, scan: Scan, k: number, grammar: Grammar): boolean {
  return grammar.hasForm(word, "finite") && !scan.marks[k];
}
