import type { Grammar } from "./grammar.ts";
import type { Noun } from "./phrase.ts";
import { caseMarker, is, type Scan } from "./scan.ts";
import { begins, Capital, Digit } from "./signs.ts";

export function ownedNoun(scan: Scan, from: number): Noun {
  for (let k = from; k < Math.min(scan.tokens.length, from + 5); k++) {
    const mark = scan.marks[k];
    // "its Belarusian ally", "their Damascus allies"
    const peoples = scan.mentions[k];
    if (peoples && isAlly(scan, peoples.to) && ["demonym", "capital"].includes(peoples.form)) {
      const { classes, from: at, to } = scan.marks[peoples.to]!;
      return { classes, from: at, to, case: "" };
    }
    if (scan.mentions[k] || !scan.tokens[k]!.word || (mark && stops(mark.classes) && !isNounish(mark.classes))) break;
    // "his chief ally"
    if (
      mark?.classes.every((cls) => cls === "title.plain" || cls === "title.chief") &&
      scan.marks[mark.to]?.classes.includes("ally")
    )
      continue;
    if (mark && !mark.classes.includes("filler"))
      return { classes: mark.classes, from: mark.from, to: mark.to, case: "" };
  }
  return { classes: [], from, to: from + 1, case: "" };
}

const isAlly = (scan: Scan, k: number): boolean => scan.marks[k]?.classes.includes("ally") === true;

/** First token of the noun phrase that ends in a name: determiners, adjectives and numbers stand before it. */
export function nounPhraseStart(scan: Scan, from: number): number {
  let k = from;
  while (k > 0 && from - k < 4) {
    const before = scan.marks[k - 1] ?? markEndingAt(scan, k);
    const text = scan.tokens[k - 1]!.text;
    const adjective = before?.classes.some(
      (cls) => cls === "determiner" || cls === "filler" || cls === "former" || cls.startsWith("title"),
    );
    // "to flood-hit Chad": a compound that no list knows describes the name.
    const compound = !before && !scan.covered[k - 1] && describing.test(text);
    if (!adjective && !compound && !/^\d/u.test(text)) break;
    // "In 2008 Nicaragua recognised": a year counts nobody.
    if (!adjective && isYear(text) && caseMarkerEnding(scan, k - 1)?.case === "in") break;
    k = before ? before.from : k - 1;
  }
  return k;
}

const describing = /^\p{Ll}+(?:-\p{Ll}+)+$/u;

const isYear = (text: string): boolean => /^(19|20)\d\d$/u.test(text);

export function markEndingAt(
  scan: Scan,
  to: number,
): { classes: readonly string[]; from: number; to: number } | undefined {
  for (let k = to - 1; k >= Math.max(0, to - 4); k--) {
    const mark = scan.marks[k];
    if (mark) return mark.to === to ? mark : undefined;
  }
  return undefined;
}

export function caseMarkerEnding(scan: Scan, to: number): { case: string; from: number } | undefined {
  for (let k = to - 1; k >= Math.max(0, to - 4); k--) {
    const marker = caseMarker(scan, k);
    // "about 16 states": before a number such a word counts.
    if (marker && is(scan, k, "approx") && isNumber(scan, marker.to)) return undefined;
    if (marker) return marker.to === to ? { case: marker.case, from: k } : undefined;
    if (scan.marks[k] && scan.marks[k]!.to < to) return undefined;
  }
  return undefined;
}

const isNumber = (scan: Scan, k: number): boolean => begins(scan.tokens[k]?.text, Digit);

/** "five EU states", "most members": only some of those whom the noun behind the name counts. */
export function isPart(scan: Scan, from: number, to: number): boolean {
  if (!is(scan, to, "states") && !is(scan, to, "member")) return false;
  for (let k = from; k < to; k++) if (is(scan, k, "quantity") || isNumber(scan, k)) return true;
  return is(scan, from - 1, "quantity") || isNumber(scan, from - 1);
}

/** A word that a people's name can modify follows. */
export function nounAhead(scan: Scan, from: number): boolean {
  const token = scan.tokens[from];
  if (!token?.word) return false;
  if (scan.mentions[from]) return false;
  const mark = scan.marks[from];
  if (mark && scan.marks[mark.to]?.classes.includes("group")) return true;
  return !mark || !stops(mark.classes) || mark.classes.some((cls) => !stops([cls]));
}

/** A country's name before an organ or a title acts for the country ("US officials"); before anything else it is itself. */
export function classNounAhead(
  scan: Scan,
  grammar: Grammar,
  [start, from]: readonly [number, number],
  before?: string,
): boolean {
  const mark = scan.marks[from];
  const asks = mark?.classes.some((cls) => cls === "request" || cls === "proposal");
  if (mark && asks && stops(mark.classes)) return !actsHere(scan, grammar, start, from);
  const thing = mark?.classes.some(
    (cls) => cls === "proposal" || cls === "sanction" || (cls === "goods" && before === "of"),
  );
  if (mark && thing && !stops(mark.classes)) return true;
  if (mark?.classes.includes("goods") && isThing(scan, grammar, from) && isAbbreviated(scan, start, from)) return true;
  // "the Nairobi coffee conference"
  const token = scan.tokens[from];
  if (token?.word && !(mark && stops(mark.classes)) && !scan.mentions[from] && is(scan, from + 1, "gathering"))
    return true;
  if (mark?.classes.some((cls) => deeds.has(cls)) && aims.has(caseMarker(scan, mark.to)?.case ?? "")) return true;
  return (
    mark?.classes.some(
      (cls) =>
        cls === "organ" ||
        cls === "group" ||
        cls.startsWith("title") ||
        cls === "troops" ||
        cls === "ally" ||
        cls === "member" ||
        cls === "gathering" ||
        cls === "request",
    ) ?? false
  );
}

/** No verb as in "US arms rebels". */
const isThing = (scan: Scan, grammar: Grammar, k: number): boolean =>
  !stops(scan.marks[k]!.classes) ||
  (isNounish(scan.marks[k]!.classes) && !grammar.hasForm(scan.tokens[k]!.lower, "third.person"));

/** "US aid arrived", no "gave the US aid": an abbreviation stands before a thing as an adjective would. */
const isAbbreviated = (scan: Scan, start: number, from: number): boolean =>
  abbreviation.test(scan.tokens[from - 1]!.text) &&
  from - start === 1 &&
  ![start - 1, start - 2].some((k) => scan.classes[k]?.some((cls) => cls.startsWith("v.")));

const abbreviation = /^\p{Lu}{2,5}$/u;

/** "Germany demands", "China calls Iran": where nothing else asks for a noun a word that may be a verb is one; "rejects EU offers", "US plan" is not. */
function actsHere(scan: Scan, grammar: Grammar, start: number, from: number): boolean {
  const word = scan.tokens[from]!.lower;
  if (grammar.hasForm(word, "participle") || grammar.hasForm(word, "gerund")) return true;
  const first = nounPhraseStart(scan, start);
  const before = scan.classes[first - 1] ?? [];
  if (!grammar.hasForm(word, "third.person")) return is(scan, first - 1, "and");
  const next = scan.marks[from]!.to;
  if (scan.covered[next] || is(scan, next, "determiner") || is(scan, next, "that")) return true;
  return !before.some((cls) => cls.startsWith("v.") || (cls.startsWith("case.") && cls !== "case.other"));
}

/** Acts whose words are verbs too: before a preposition that a verb would not have they are nouns ("US strikes on", "EU sanctions against"). */
const deeds: ReadonlySet<string> = new Set(["attack", "sanction", "support", "visit", "condemnation"]);

const aims: ReadonlySet<string> = new Set(["on", "against", "for", "over"]);

const isCapital = (scan: Scan, k: number): boolean =>
  begins(scan.tokens[k]?.text, Capital) && !scan.mentions[k] && !scan.marks[k];

/** End of the capital words that begin at a token, four at most; small parts of a name ("van der") stand within. */
export function capitalised(scan: Scan, from: number): number {
  let to = from;
  for (let count = 0; count < 4; count++) {
    const particle = to > from && scan.marks[to]?.classes.includes("name.particle") ? scan.marks[to]!.to : to;
    const prefixed = to > from && !scan.mentions[to] && withParticle.test(scan.tokens[to]?.text ?? "");
    if (!prefixed && !isCapital(scan, particle)) break;
    to = prefixed ? to + 1 : particle + 1;
  }
  return to;
}

/** "al-Halaki", "d'Estaing": a name whose first part is a small word. */
const withParticle = /^\p{Ll}{1,3}['’-]\p{Lu}/u;

/** A word that is a verb too may still be the noun here: "request", "support". */
export const isNounish = (classes: readonly string[]): boolean =>
  !classes.includes("be") &&
  !classes.some((cls) => cls.startsWith("case.")) &&
  classes.some(
    (cls) =>
      !stops([cls]) &&
      !cls.startsWith("g.") &&
      !cls.startsWith("speech.") &&
      cls !== "filler" &&
      cls !== "adverb" &&
      cls !== "possible",
  );

export const isTitle = (noun: Noun): boolean => noun.classes.some((cls) => cls.startsWith("title"));

export const isOrgan = (noun: Noun): boolean => noun.classes.includes("organ");

export const stops = (classes: readonly string[]): boolean =>
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
      cls.startsWith("subordinate") ||
      cls === "determiner" ||
      cls === "speech" ||
      cls.startsWith("case.") ||
      cls.startsWith("pronoun"),
  );

export function isVerbLike(word: string, scan: Scan, k: number, grammar: Grammar): boolean {
  return grammar.hasForm(word, "finite") && !scan.marks[k];
}
