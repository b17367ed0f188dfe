import type { EdgeType } from "../../model/vocabulary.ts";
import type { Analysis } from "./analysis.ts";
import type { Phrase } from "./phrase.ts";
import { is, type Scan } from "./scan.ts";
import type { Cue } from "./scope.ts";
import { begins, Currency, Figure, Small } from "./signs.ts";

/** Words that say what was refused, asked or supplied, at most. */
const most = 14;

/**
 * What an act is about, in the words of the text: the goods supplied, or the act that was refused or asked for. Undefined
 * where the sentence does not say, or where the words cannot be told from the rest.
 */
export function whatOf(type: EdgeType, analysis: Analysis, cue: Cue, parties: Phrase[]): string | undefined {
  if (type === "SUPPLIED") return goods(analysis, cue);
  if (type === "REFUSED" || type === "REQUESTED") return act(analysis, cue, parties);
  return undefined;
}

function goods({ sentence, scan, clauses }: Analysis, cue: Cue): string | undefined {
  const found: string[] = [];
  for (let k = 0; k < scan.tokens.length; k++) {
    const mark = scan.marks[k];
    if (
      !mark ||
      !is(scan, k, "goods") ||
      // "the tanks, [which]"
      mark.classes.some((cls) => cls.startsWith("pronoun.")) ||
      (clauses.of[k] !== clauses.of[cue[0]] && clauses.of[k] !== clauses.of[cue[1] - 1])
    )
      continue;
    const from = scan.tokens[howMany(scan, mark.from)]!.start;
    found.push(sentence.text.slice(from, scan.tokens[mark.to - 1]!.end - mark.ending.length).replace(/\s+/gu, " "));
  }
  return found.length > 0 ? [...new Set(found)].join(", ") : undefined;
}

/** Where the number before a thing begins: "[$40] million", "[5,000] rifles". Four figures alone may be a year. */
function howMany(scan: Scan, from: number): number {
  let k = from;
  while (k > 0 && (begins(scan.tokens[k - 1]!.text, Figure | Currency) || is(scan, k - 1, "count"))) k--;
  return k === from - 1 && /^\p{Nd}{4}$/u.test(scan.tokens[k]!.text) ? from : k;
}

/** Behind the cue where verbs come first, between the parties and the cue where they come last. */
function act({ sentence, scan, clauses, grammar }: Analysis, cue: Cue, parties: Phrase[]): string | undefined {
  let [from, to] = [cue[1], cue[1]];
  if (grammar.order === "prepositional") {
    while (
      to < scan.tokens.length &&
      clauses.of[to] === clauses.of[cue[0]] &&
      scan.tokens[to]!.text !== "," &&
      to - from < most
    )
      to++;
  } else {
    to = cue[0];
    from = Math.max(
      0,
      ...parties
        .filter((phrase) => phrase.actor.to <= cue[0])
        .map((phrase) => Math.max(phrase.actor.to, Math.min(phrase.to, cue[0]))),
    );
    while (from < to && clauses.of[from] !== clauses.of[cue[0]]) from++;
    // "[to give tanks] once more": behind the last verb stand words of the refusal.
    to = infinitives(from, to).at(-1) ?? to;
  }
  while (to > from && !scan.tokens[to - 1]!.word) to--;
  while (from < to && (!scan.tokens[from]!.word || is(scan, from, "case.gen"))) from++;
  if (to - from < 2 || to - from > most || !tellsAct(from, to)) return undefined;
  return sentence.text.slice(scan.tokens[from]!.start, scan.tokens[to - 1]!.end);

  /** An infinitive, or what is asked for: anything else may be a time or a place. */
  function tellsAct(begin: number, end: number): boolean {
    if (grammar.order === "prepositional")
      return (
        is(scan, begin, "case.to") ||
        (scan.classes[begin]!.some((cls) => cls === "determiner" || cls === "request" || cls === "proposal") &&
          begins(scan.tokens[begin]!.text, Small) &&
          !scan.marks[begin]!.classes.includes("case.by") &&
          !isDay(begin, end))
      );
    return infinitives(begin, end).length > 0;
  }

  /** The ends of the infinitives between two words. */
  function infinitives(begin: number, end: number): number[] {
    const found: number[] = [];
    for (let k = begin; k < end; k++)
      if (grammar.hasForm(scan.tokens[k]!.lower, "infinitive") && !is(scan, k, "case.erg")) found.push(k + 1);
    return found;
  }

  /** "a week later" */
  function isDay(begin: number, end: number): boolean {
    for (let k = begin; k < end; k++) if (is(scan, k, "request") || is(scan, k, "proposal")) return false;
    return true;
  }
}
