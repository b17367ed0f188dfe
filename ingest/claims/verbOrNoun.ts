import type { Analysis } from "./analysis.ts";
import type { Grammar } from "./grammar.ts";
import { caseMarker, is, type Scan } from "./scan.ts";
import type { Cue } from "./scope.ts";

/** "will recognise it [provided] Hamas disarms": a word that sets a condition where its clause has a verb already. */
export function setsCondition({ scan, clauses, grammar }: Analysis, [from]: Cue): boolean {
  if (!is(scan, from, "provided") || is(scan, from - 1, "aux") || is(scan, from - 1, "be")) return false;
  const named = scan.covered[from + 1];
  const next = named ? scan.tokens[named.to]?.lower : undefined;
  if (!named || next === undefined || !grammar.hasForm(next, "third.person")) return false;
  for (let k = 0; k < from; k++)
    if (clauses.of[k] === clauses.of[from] && (is(scan, k, "future") || is(scan, k, "be"))) return true;
  return false;
}

/** "the shells", "Italy's transfer", "of arms": a verb's form that stands as a noun here. */
export function usedAsNoun({ scan, grammar, phrases, clauses }: Analysis, [from]: Cue): boolean {
  const classes = scan.marks[from]?.classes ?? [];
  const both =
    classes.some((cls) => cls.startsWith("v.")) &&
    classes.some((cls) => !cls.startsWith("v.") && !cls.startsWith("g."));
  // "advise against travel to": behind a preposition stands no verb, unless it is a participle.
  const governed = scan.classes[from - 1]?.some((cls) =>
    ["case.against", "case.of", "case.on", "case.with"].includes(cls),
  );
  if (grammar.order === "prepositional" && governed && !isParticiple(grammar, scan, from)) return true;
  // "with advanced Iranian drones": behind a preposition a participle before a thing describes it.
  if (grammar.order === "prepositional" && governed && describesThing(scan, grammar, from)) return true;
  // "lost Chinese [orders]"
  const demonym =
    scan.covered[from - 1]?.form === "demonym" && grammar.hasForm(scan.tokens[from]!.lower, "third.person");
  if (grammar.order === "prepositional" && demonym && !both && isAttributed(scan, from)) return true;
  if (grammar.order === "prepositional" && isCompound(scan, grammar, from)) return true;
  // "that the [blast] would", "claims responsibility for [blasts] near": behind an article or a preposition stands a noun.
  const plural = grammar.hasForm(scan.tokens[from]!.lower, "third.person");
  const after = scan.classes[from - 1]?.some(
    (cls) => cls.startsWith("case.") && cls !== "case.to" && cls !== "case.other",
  );
  if (grammar.order === "prepositional" && !isParticiple(grammar, scan, from))
    if (is(scan, from - 1, "article") || (plural && after)) return true;
  // "agreed with Iran back in 2001"
  if (is(scan, from, "putback") && scan.classes[from + 1]?.some((cls) => cls.startsWith("case."))) return true;
  if (grammar.order !== "prepositional" || (!both && from > 0) || grammar.hasForm(scan.tokens[from]!.lower, "gerund"))
    return false;
  const before = scan.tokens[from - 1];
  const next = scan.marks[from]!.to;
  if (is(scan, next, "delivery") && is(scan, from, "goods")) return true;
  // "troops and ships are sent": a helping verb stands behind its subject.
  const counted = is(scan, from, "goods") || is(scan, from, "troops");
  if (counted && (is(scan, next, "be") || is(scan, next, "aux")) && !is(scan, from - 1, "be")) return true;
  // "[Moves] to lift the ban": nobody stands before it who could have done it.
  if (!before) return is(scan, next, "case.to") && grammar.hasForm(scan.tokens[from]!.lower, "third.person");
  let start = from - 1;
  // "a personal request": adjectives may stand between.
  while (start > 0 && from - start < 4 && isAdjective(scan, start, grammar)) start--;
  if (
    // "Kenya and Uganda all refused"
    (is(scan, start, "determiner") &&
      !opensClause(clauses, start) &&
      !(scan.covered[start - 1] && isParticiple(grammar, scan, from))) ||
    is(scan, start, "pronoun.own.gen") ||
    // "rockets keep Hamas in business": where a name follows it is a verb.
    (is(scan, from - 1, "goods") &&
      !scan.covered[next] &&
      // "rifles supplied to Chad by Kenya"
      // "rockets come from Iran"
      !(
        (grammar.hasForm(scan.tokens[from]!.lower, "participle") || is(scan, from, "v.come")) &&
        caseMarker(scan, scan.marks[from]!.to)
      )) ||
    // "stop sending arms", "turned down demands": behind a verb stands a thing.
    ((is(scan, from, "goods") || is(scan, from, "request")) &&
      scan.classes[from - 1]!.some((cls) => cls.startsWith("v.")) &&
      !isInfinitive(scan, grammar, from)) ||
    /^[\d]/u.test(before.text)
  )
    return true;
  if (
    scan.classes[from - 1]!.some((cls) => cls.startsWith("case.") && cls !== "case.to" && cls !== "case.other") &&
    !grammar.hasForm(scan.tokens[from]!.lower, "participle")
  )
    return true;
  return phrases.some(
    (phrase) => phrase.case === "gen" && phrase.owned.some((noun) => noun.from <= from && from < noun.to),
  );
}

/** "agreed to [ship] rifles": the verb before has taken the sign of the infinitive along; what follows is no preposition. */
function isInfinitive(scan: Scan, grammar: Grammar, from: number): boolean {
  if (!grammar.lexicon.of(scan.tokens[from - 1]!.lower).includes("case.to")) return false;
  if (grammar.hasForm(scan.tokens[from]!.lower, "third.person")) return false;
  const next = scan.marks[from]!.to;
  return (
    scan.tokens[next]?.word === true && !scan.classes[next]!.some((cls) => cls.startsWith("case.") || cls === "and")
  );
}

/** "the Syria [support] group", "Saudi [finances] are": a word between a name and a noun or a verb of its own. */
function isCompound(scan: Scan, grammar: Grammar, from: number): boolean {
  const name = scan.covered[from - 1];
  const to = scan.marks[from]!.to;
  const { lower } = scan.tokens[from]!;
  if (!name || to !== from + 1 || grammar.hasForm(lower, "participle") || grammar.hasForm(lower, "gerund"))
    return false;
  // "plotting the Jakarta [attack]"
  if (name.form === "capital" && is(scan, name.from - 1, "article") && !grammar.hasForm(lower, "third.person"))
    return true;
  if (name.form === "demonym" && (is(scan, to, "be") || is(scan, to, "aux"))) return true;
  return is(scan, to, "groupnoun") && !grammar.hasForm(lower, "third.person") && is(scan, name.from - 1, "determiner");
}

/** "it is Oslo [that] supplies": the word opens a clause and determines no noun. */
const opensClause = ({ clauses, of }: Analysis["clauses"], k: number): boolean =>
  clauses[of[k]!]!.from === k && ["that", "relative"].includes(clauses[of[k]!]!.kind);

/** "advanced [Iranian drones]", "donated [rifles]": a people's name or a thing stands right behind the participle. */
function describesThing(scan: Scan, grammar: Grammar, k: number): boolean {
  const { lower } = scan.tokens[k]!;
  if (!grammar.hasForm(lower, "participle") || grammar.hasForm(lower, "gerund")) return false;
  return scan.covered[k + 1]?.form === "demonym" || is(scan, k + 1, "goods");
}

const isParticiple = (grammar: Analysis["grammar"], scan: Analysis["scan"], k: number): boolean =>
  ["participle", "gerund"].some((form) => grammar.hasForm(scan.tokens[k]!.lower, form));

const isAdjective = (scan: Analysis["scan"], k: number, grammar: Analysis["grammar"]): boolean =>
  !scan.covered[k] &&
  (is(scan, k, "filler") || (!scan.marks[k] && grammar.hasForm(scan.tokens[k]!.lower, "adjective")));

/** Whether the people's name before a word has an adjective or a preposition of its own: it is no subject then. */
function isAttributed(scan: Analysis["scan"], k: number): boolean {
  const first = scan.covered[k - 1]!.from - 1;
  return first >= 0 && scan.tokens[first]!.word && !is(scan, first, "determiner") && !is(scan, first, "and");
}

/** "voiced worry over arms [supplies]": who speaks of an act that is told as a noun has not done it. */
export const isSpokenOf = ({ grammar, scan }: Analysis, [, to]: Cue): boolean =>
  grammar.lateSubject &&
  is(scan, to, "case.other") &&
  (is(scan, to - 1, "v.supply") || is(scan, to - 1, "recognition")) &&
  // "after Kenya [handed] it over": behind a verb such a word only tells when.
  !(is(scan, to, "after") && grammar.lexicon.verb(scan.tokens[to - 1]!.lower) !== undefined);
