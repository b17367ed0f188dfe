import { type Analysis, groupOf } from "./analysis.ts";
import { isKind } from "./nouns.ts";
import type { Phrase } from "./phrase.ts";
import { caseMarker, is, type Scan } from "./scan.ts";
import { type Cue, type Filler, overlaps, sameAs } from "./scope.ts";
import { isAnybodys } from "./slotsOfAllies.ts";
import type { Stance } from "./stance.ts";
import { subject } from "./subjects.ts";

/** Who a noun names right behind it: "ally [Kazakhstan]", "oldest ally, [China]". */
export function near(analysis: Analysis, cue: Cue, taken: Phrase[]): Filler | undefined {
  const found = analysis.phrases.find(
    (phrase) =>
      phrase.from >= cue[1] &&
      phrase.case !== "appositive" &&
      phrase.case !== "origin" &&
      !(phrase.actor.via === "pronoun" && phrase.case === "gen") &&
      !taken.includes(phrase) &&
      !sameAs(phrase, taken),
  );
  if (describesOpening(analysis, cue)) return undefined;
  const listed = analysis.grammar.order === "prepositional" ? behindComma(analysis, cue, taken) : undefined;
  if (listed) return { phrases: groupOf(analysis.phrases, listed), slot: "apposition", carried: false };
  if (!found || found.from - cue[1] > (analysis.grammar.order === "prepositional" ? 1 : 5)) return undefined;
  if (isClosed(analysis, cue) || isAnybodys(analysis, cue, found)) return undefined;
  const known = asKnown(analysis, cue, found);
  for (let k = known; k < found.from; k++) {
    const { text, word } = analysis.scan.tokens[k]!;
    const comma = text === "," && analysis.grammar.order === "prepositional";
    // "its ‘closest ally’ [Chad]": the mark that closes what is quoted.
    const closes = analysis.grammar.lateSubject && k === known && closing.test(text);
    if (!word && !comma && !closes && text !== "-") return undefined;
    if (is(analysis.scan, k, "copula")) return undefined;
    // "among the allies about [Moscow]": what is told between is no description.
    if (
      analysis.grammar.lateSubject &&
      !is(analysis.scan, k, "aux") &&
      ["light", "finite", "and"].some((cls) => is(analysis.scan, k, cls))
    )
      return undefined;
    // "all members recognised [Palestine]": behind a verb stands whom the act reaches.
    // "neither a Chilean ally nor a [Bolivian] one": what is set against it is not named by it.
    if (analysis.grammar.order === "prepositional" && parting.some((cls) => is(analysis.scan, k, cls)))
      return undefined;
    if (comma || !word) continue;
    if (analysis.grammar.order === "prepositional" && acts(analysis.scan.classes[k]!)) return undefined;
    // "its allies fought Syria": a word that no list knows may be the verb.
    if (analysis.grammar.order === "prepositional" && isUnknown(analysis.scan, k)) return undefined;
    if (analysis.scan.classes[k]!.some((cls) => cls.startsWith("case.") && cls !== "case.loc")) return undefined;
  }
  // "of [its ally], the group [Hamas], asked": words for what kind of thing a name is join it to the noun.
  const bound =
    is(analysis.scan, cue[1] - 1, "relativiser") || analysis.scan.classes.slice(cue[1], found.from).some(isKind);
  if (["loc", "on", "abl", "in"].includes(found.case) && found.from > cue[1] && !bound) return undefined;
  if (known > cue[1] && !["nom", "dat"].includes(found.case)) return undefined;
  const included = is(analysis.scan, found.from, "case.incl");
  // "to its ally [Armenia]": the preposition stands before the noun, not before the name.
  // "their allies since the Turkish raid": a people's name behind a preposition belongs to the noun it modifies.
  if (found.adjectival && caseMarker(analysis.scan, found.from) && !included) return undefined;
  const apposed = found.from === cue[1] && caseMarker(analysis.scan, found.from) === undefined;
  if (analysis.grammar.order === "prepositional" && !["nom", "gen"].includes(found.case) && !included && !apposed)
    return undefined;
  return { phrases: groupOf(analysis.phrases, found), slot: "apposition", carried: false };
}

/** "Unlike [Chad], an ally of Kenya's, Mali": a noun with an article behind a name that opens the sentence is said of that name. */
function describesOpening({ scan, phrases, grammar }: Analysis, cue: Cue): boolean {
  if (grammar.order !== "prepositional") return false;
  let start = cue[0];
  while (start > cue[0] - 6 && scan.tokens[start - 1]?.word) start--;
  return (
    is(scan, start, "indefinite") &&
    scan.tokens[start - 1]?.text === "," &&
    phrases.some(({ from, to, case: name }) => from < 2 && to === start - 1 && !["nom", "gen"].includes(name))
  );
}

/** A mark behind a quotation. */
const closing = /^[’”'"]$/u;

/** Words between a noun and a name that is none of its. */
const parting = ["be", "and", "that", "neither", "negation", "adversative"];

/** "the allies [definite] at the UN": an ending that closes the noun phrase lets no name follow in apposition. */
function isClosed({ scan, grammar }: Analysis, cue: Cue): boolean {
  const mark = scan.marks[cue[0]];
  return grammar.lateSubject && mark !== undefined && mark.ending.length > 1;
}

/** "known as Moscow's ally [Serbia]", "as an ally [we]": the first token behind the words that say so, else the cue's end. */
function asKnown({ scan, grammar, phrases, clauses }: Analysis, cue: Cue, found: Phrase): number {
  if (!grammar.lateSubject || !is(scan, cue[1], "as")) return cue[1];
  const next = scan.marks[cue[1]]!.to;
  if (is(scan, next, "known")) return scan.marks[next]!.to;
  // "sees Pakistan as Beijing's ally": whom a verb regards so is not who regards.
  const regarded = phrases.some(
    (phrase) => phrase.case === "dat" && phrase.to <= cue[0] && clauses.of[phrase.actor.from] === clauses.of[cue[0]],
  );
  const plainly = !is(scan, cue[1], "that") && found.from === next && found.case === "nom";
  return plainly && !regarded ? next : cue[1];
}

/** A word in small letters of no class. */
const isUnknown = ({ classes, tokens, covered }: Scan, k: number): boolean =>
  classes[k]!.length === 0 && !covered[k] && tokens[k]!.text === tokens[k]!.lower;

const acts = (classes: readonly string[]): boolean => classes.some((cls) => cls.startsWith("v."));

/** "[Japan] is an ally": the subject of a copula whose predicate the noun is. */
export function copula(analysis: Analysis, cue: Cue, stance: Stance, taken: Phrase[]): Filler | undefined {
  // "is keen to talk with NATO allies": a noun that has a preposition of its own is no predicate.
  if (taken.some(({ owned }) => owned.some((noun) => noun.from === cue[0] && oblique.has(noun.case)))) return undefined;
  const found = subject(analysis, cue, stance);
  if (!found || overlaps(found.phrases, taken) || found.phrases.some((phrase) => sameAs(phrase, taken)))
    return undefined;
  for (let k = found.phrases.at(-1)!.to; k < cue[0]; k++)
    if (is(analysis.scan, k, "be")) return accusedOfBeing(analysis, k, stance, taken) ?? { ...found, slot: "copula" };
  return undefined;
}

/** "accuses [Chad] of having become an ally": who is accused of being something is said to be it. */
function accusedOfBeing(analysis: Analysis, be: number, stance: Stance, taken: Phrase[]): Filler | undefined {
  const { scan, clauses, grammar, phrases } = analysis;
  if (!grammar.hasForm(scan.tokens[be]!.lower, "gerund") && !is(scan, be - 1, "aux")) {
    const having = is(scan, be - 1, "adverb") && is(scan, be - 2, "aux");
    if (!having) return undefined;
  }
  for (let k = be - 1; k >= Math.max(0, be - 18) && (clauses.of[k] === clauses.of[be] || !scan.marks[k]); k--) {
    if (!scan.marks[k] || !is(scan, k, "v.accuse")) continue;
    const accused = phrases.find((phrase) => phrase.from === scan.marks[k]!.to && phrase.case === "nom");
    if (!accused || sameAs(accused, taken)) return undefined;
    stance.modality = "alleged";
    return { phrases: groupOf(phrases, accused), slot: "copula", carried: false };
  }
  return undefined;
}

const oblique: ReadonlySet<string> = new Set(["with", "to", "from", "for", "by", "against", "on", "over"]);

/** "ally in the region, [Nicaragua],": a name between commas behind the noun and its place. */
function behindComma(analysis: Analysis, cue: Cue, taken: Phrase[]): Phrase | undefined {
  const { tokens } = analysis.scan;
  if (!["in", "on", "of"].includes(tokens[cue[1]]?.lower ?? "") && !is(analysis.scan, cue[1], "case.in"))
    return undefined;
  // "A treaty ally of Washington, South Korea spends": what opens the sentence describes its subject.
  const opens = !analysis.phrases.some((phrase) => phrase.case === "nom" && phrase.to <= cue[0]);
  for (let k = cue[1]; k < Math.min(tokens.length, cue[1] + 7); k++) {
    if (tokens[k]!.text !== ",") continue;
    return analysis.phrases.find(
      (phrase) =>
        phrase.from === k + 1 &&
        phrase.case === "nom" &&
        (tokens[phrase.to]?.text === "," || opens) &&
        !sameAs(phrase, taken),
    );
  }
  return undefined;
}

/** Whom a noun in apposition describes: "[Belarus], an ally of Russia", "[Norway] (a member)". */
export function previous(analysis: Analysis, cue: Cue, taken: Phrase[]): Filler | undefined {
  const { scan } = analysis;
  let start = cue[0];
  for (const phrase of taken) if (phrase.from < start && cue[0] - phrase.from < 8) start = phrase.from;
  const cuts = (k: number): boolean => /^[,(]$/u.test(scan.tokens[k]?.text ?? "");
  while (start > 0 && cue[0] - start < 6 && !cuts(start - 1)) start--;
  const comma = start - 1;
  if (!cuts(comma)) return undefined;
  // "…, Turkey, is one of the allies": behind a verb of being the noun is said of the subject.
  if (analysis.grammar.order === "prepositional")
    for (let k = start; k < cue[0]; k++) if (is(scan, k, "be")) return undefined;
  // "Transnistria, which no member recognises": a clause of its own describes nobody.
  if (scan.classes[start]!.some((cls) => cls.startsWith("pronoun.relative"))) return undefined;
  const found = analysis.phrases
    .filter((phrase) => phrase.to === comma && !taken.includes(phrase) && !sameAs(phrase, taken))
    .at(-1);
  return found ? { phrases: groupOf(analysis.phrases, found), slot: "apposition", carried: false } : undefined;
}
