import { traced } from "../../model/trace.ts";
import type { Analysis } from "./analysis.ts";
import { is } from "./scan.ts";
import type { Cue } from "./scope.ts";
import type { Stance } from "./stance.ts";

/**
 * What a sentence says of an act that it tells only as a noun: what governs the noun phrase ("the threat of [an attack]",
 * "called for [recognition]") and what is said of it behind ("[deliveries] have stopped", "[an alliance] is unlikely").
 * Changes the stance; a silent one stays as it is.
 */
export function ofNoun(analysis: Analysis, cue: Cue, how: Stance, lasts: boolean): void {
  if (how.silent) return;
  if (analysis.grammar.order === "postpositional") {
    if (onlyThought(analysis, cue, how)) how.silent = "only thought of, or not to be";
    else if (isToCome(analysis, cue[1])) how.modality = "announced";
    return;
  }
  governed(analysis, cue, how);
  if (!how.silent && how.polarity === "affirmed") said(analysis, cue, how, lasts);
}

/** Words between a noun and what governs its phrase, at most: "the threat of [a new, far larger Kenyan] attack". */
const before = 8;

function governed(analysis: Analysis, [from]: Cue, how: Stance): void {
  const { scan, clauses, grammar } = analysis;
  for (let k = from - 1; k >= Math.max(0, from - before) && clauses.of[k] === clauses.of[from]; k--) {
    const classes = scan.classes[k]!;
    if (is(scan, k, "unreal")) {
      how.silent = `only spoken of behind "${scan.tokens[k]!.text}"`;
      return;
    }
    if (is(scan, k, "withdraw") && isAskedFor(analysis, k)) {
      how.silent = "only its end is asked for";
      return;
    }
    if (is(scan, k, "breaks.off") && is(scan, from, "alliance")) {
      how.silent = "it is told to be over";
      return;
    }
    if (is(scan, k, "called.for")) {
      // "called for [Kenya]'s recognition of it": whose act it is, is asked for it; without an owner nobody's act is told.
      if (isOwned(analysis, from)) how.modality = "requested";
      else how.silent = "only called for";
      return;
    }
    if (!scan.tokens[k]!.word && !/^[-’'“"‘]/u.test(scan.tokens[k]!.text)) return;
    if (scan.covered[k] || classes.length === 0 || classes.some((cls) => inPhrase.has(cls))) continue;
    if (!grammar.hasForm(scan.tokens[k]!.lower, "adjective")) return;
  }
}

/** "asked Kenya [to withdraw] its recognition". */
function isAskedFor({ scan, clauses }: Analysis, verb: number): boolean {
  if (!is(scan, verb - 1, "case.to")) return false;
  for (let k = verb - 2; k >= Math.max(0, verb - 9) && clauses.of[k] === clauses.of[verb]; k--)
    if (scan.marks[k] && is(scan, k, "g.ask")) return true;
  return false;
}

/** Classes of words that may stand inside a noun phrase before its head. */
const inPhrase: ReadonlySet<string> = new Set([
  "determiner",
  "article",
  "adverb",
  "goods",
  "organ",
  "pronoun.own.gen",
  "filler",
]);

const isOwned = ({ phrases }: Analysis, at: number): boolean =>
  phrases.some((phrase) => phrase.case === "gen" && phrase.owned.some((noun) => noun.from <= at && at < noun.to));

/** Words from the noun to the verb that tells of it, at most. */
const behind = 12;

function said(analysis: Analysis, [, to]: Cue, how: Stance, lasts: boolean): void {
  const { scan, clauses } = analysis;
  const end = Math.min(scan.tokens.length, to + behind);
  // "are allies no more"
  if (is(scan, to, "nolonger")) {
    how.polarity = "negated";
    return;
  }
  for (let k = to; k < end && clauses.of[k] === clauses.of[to - 1] && scan.tokens[k]!.text !== ","; k++) {
    if (
      !helping.some((cls) => is(scan, k, cls)) &&
      !is(scan, k, "comes.about") &&
      !is(scan, k, "v.cut") &&
      !is(scan, k, "v.lapse")
    )
      continue;
    tell(analysis, k, how, lasts);
    return;
  }
}

const helping = ["be", "aux", "future", "possible", "possible.reported", "negation"];

/** What the verb group that begins at a token says of the noun before it. */
function tell({ scan, clauses }: Analysis, verb: number, how: Stance, lasts: boolean): void {
  let future = false;
  let would = false;
  let denied = false;
  let be = false;
  let k = verb;
  for (; k < scan.tokens.length && clauses.of[k] === clauses.of[verb]; k = scan.marks[k]?.to ?? k + 1) {
    if (is(scan, k, "adverb")) continue;
    const next = helping.some((cls) => is(scan, k, cls));
    if (!next) break;
    future ||= is(scan, k, "future");
    would ||= is(scan, k, "possible") || is(scan, k, "possible.reported");
    denied ||= is(scan, k, "negation");
    be ||= is(scan, k, "be");
  }
  if (is(scan, k, "comes.about")) {
    if (would || denied) how.silent = "only what may come about";
    else if (future) how.modality = "announced";
    return;
  }
  if (is(scan, k, "come.to.nothing") && !denied) how.silent = "said to be none";
  else if (
    lasts &&
    (is(scan, k, "v.cut") || is(scan, k, "v.lift") || is(scan, k, "v.lapse")) &&
    (be || !hasObject(scan, scan.marks[k]?.to ?? k + 1))
  )
    stopped(how, denied || would);
  else if (would && !denied && verb < k) how.silent ??= "told of as if";
}

/** "deliveries have stopped": there are none any more; what was not stopped goes on. */
function stopped(how: Stance, denied: boolean): void {
  if (denied) return;
  how.polarity = "negated";
  how.notes.push(traced("ended"));
}

const hasObject = (scan: Analysis["scan"], k: number): boolean =>
  scan.tokens[k]?.word === true &&
  !scan.classes[k]!.some(
    (cls) => cls.startsWith("case.") || cls === "adverb" || cls === "time" || cls === "subordinate",
  );

/** "its ally [will become]", "an alliance [will make]": the verb right behind a noun stands in the future. */
function isToCome({ scan, clauses, grammar }: Analysis, from: number): boolean {
  const inVerb = (k: number): boolean =>
    clauses.of[k] === clauses.of[from - 1] &&
    !scan.covered[k] &&
    ["comes.to.be", "aux", "light"].some((cls) => is(scan, k, cls));
  for (let k = from; k < scan.tokens.length && inVerb(k); k++) {
    if (is(scan, k, "going") && k > from) return true;
    if (grammar.inForm(scan.tokens[k]!, "future")) return true;
  }
  return false;
}

/** Words between an act and the noun that it depends on, at most: "of attack [ever stronger] fear". */
const near = 5;

/** "[attack]-gen danger": where the governing noun follows, it stands behind a genitive, or right behind the act. */
function onlyThought({ scan, clauses, grammar }: Analysis, cue: Cue, how: Stance): boolean {
  // "is thinking [about an alliance]"
  for (let n = cue[0] + 1; n <= cue[1] && scan.present.has("case.on"); n++)
    if (is(scan, n, "case.on") && ["g.silent", "talk"].some((cls) => is(scan, n + 1, cls))) return true;
  if (!scan.present.has("unreal")) return false;
  let k = Math.max(cue[1], how.group[1]);
  // The verb group may hold the noun already.
  for (let n = cue[1]; n < k; n++) if (is(scan, n, "unreal")) return true;
  const ending = scan.marks[cue[1] - 1]?.ending ?? "";
  let owned = ending !== "" && grammar.caseOf(ending) === "gen";
  for (const end = k + near; k < Math.min(end, scan.tokens.length) && clauses.of[k] === clauses.of[cue[0]]; k++) {
    if (is(scan, k, "unreal")) return owned || k === Math.max(cue[1], how.group[1]);
    if (is(scan, k, "case.gen")) owned = true;
    // "given [to be]-gen chance"
    else if (!owned && isVerb(k)) continue;
    else if (!owned || scan.covered[k] || !scan.tokens[k]!.word) return false;
  }
  return false;

  function isVerb(k: number): boolean {
    return (
      scan.classes[k]!.some((cls) => cls === "light" || cls.startsWith("v.")) ||
      grammar.hasForm(scan.tokens[k]!.lower, "infinitive")
    );
  }
}
