import { asideEnd, closesVerbless, describedAhead, listsSubjects, opensAside } from "./asides.ts";
import { closesAside, isOver, isVerbalNoun } from "./clauseEnd.ts";
import { inList, leavesOut, namesAnother, notOnly, opensPair, subjectAhead } from "./clauseJoin.ts";
import { describes, joinsAdjectives, namedBy, namesRole, unmarked } from "./complements.ts";
import { isFiniteVerb } from "./finite.ts";
import { invertedIf } from "./govern.ts";
import type { Grammar } from "./grammar.ts";
import { closesBehindList, listedUntil } from "./listsApart.ts";
import {
  areTwo,
  beginsBehindCondition,
  chargesBefore,
  closesOnVerb,
  deniedAlone,
  isCorrelative,
  isEpithet,
  isOwned,
  namesDoer,
  opensHeadline,
} from "./openings.ts";
import { isPartial, quotations } from "./quotations.ts";
import { is, type Scan } from "./scan.ts";
import { isRelative, verbAhead } from "./verbAhead.ts";

/** A stretch of a sentence with one finite verb. Tokens of a parent may stand on both sides of its relative clause. */
export interface Clause {
  id: number;
  parent: number;
  kind: "main" | "and" | "but" | "that" | "relative" | "subordinate" | "participle" | "quote";
  from: number;
}

export interface Clauses {
  clauses: Clause[];
  /** Clause id of each token. */
  of: number[];
  /** Tokens inside quotation marks: number of the quotation, or −1. */
  quote: number[];
}

/** Marks between which a sentence begins anew. */
const breaks: ReadonlySet<string> = new Set([";", ":", "—", "–", "…"]);

/** Words between two dashes, at most. */
const longestAside = 25;

/** What is cut so far: the clause that goes on, and whether its verb has come. */
interface Cut {
  clauses: Clause[];
  current: Clause;
  verb: boolean;
}

/** A function of its own: one inside of `clauses` would be made anew for every sentence. */
function open(cut: Cut, kind: Clause["kind"], from: number, parent = cut.current.id): void {
  cut.current = { id: cut.clauses.length, parent, kind, from };
  cut.clauses.push(cut.current);
  cut.verb = false;
}

/** Cuts a sentence into clauses at its complementisers, relative pronouns, conjunctions after a verb, and marks. */
export function clauses(scan: Scan, grammar: Grammar): Clauses {
  const size = scan.tokens.length;
  const quote = quotations(scan, grammar);
  const found: Clause[] = [{ id: 0, parent: -1, kind: "main", from: 0 }];
  const of: number[] = new Array(size).fill(0);
  const cut: Cut = { clauses: found, current: found[0]!, verb: false };
  let aside: Clause | undefined;
  let resume = -1;
  let listed = -1;
  let held = -1;
  for (let k = 0; k < size; k++) {
    const text = scan.tokens[k]!.text;
    const before = k === 0 ? -1 : quote[k - 1]!;
    const named = grammar.order === "prepositional" && quote[k] === before ? namedBy(scan, k) : undefined;
    const lists = grammar.order === "prepositional" || grammar.lateSubject;
    if (lists && k > listed && breaks.has(text)) listed = listedUntil(scan, k);
    if (k <= listed) {
      // "three members — A, B and C — refused": the list tells who they are.
    } else if (named !== undefined) {
      open(cut, "relative", k);
      resume = named;
    } else if (k < resume) {
      // The aside goes on.
    } else if (k === resume && quote[k] === before) {
      cut.current = found[cut.current.parent]!;
      cut.verb = false;
    } else if (quote[k] !== before && isPartial(scan, quote, k, grammar)) {
      // The clause goes on inside of the marks and behind them.
    } else if (quote[k] !== before) {
      if (quote[k] !== -1) open(cut, "quote", k);
      else open(cut, "main", k);
    } else if (scan.classes[k]!.length === 0 && scan.tokens[k]!.word && !scan.mentions[k]) {
      // A word that no list knows opens nothing: most need not be asked what they open.
    } else if (isRelative(scan, k)) {
      const outer = cut.current;
      const early = !cut.verb && isCorrelative(scan, k, grammar);
      if (k > 0 && !isOwned(scan, k)) open(cut, "relative", k);
      // "Chad [dat] Kenya [erg] which tanks gave, they": the clause of a relative determiner began before it.
      for (let n = outer.from; early && n < k; n++) if (of[n] === outer.id) of[n] = cut.current.id;
    } else if (is(scan, k, "even")) {
      // "Riyadh did not, [even] Tunis not": behind a verb the word opens a clause, in a list it joins names.
      if (scan.marks[k] && k > 1 && (cut.verb || cut.current.from === k - 1 || isAct(scan, k - 2))) open(cut, "but", k);
    } else if (
      is(scan, k, "that") &&
      k > 0 &&
      scan.marks[k] &&
      !(
        grammar.lateSubject &&
        (scan.covered[k - 1] || isDeterminer(scan, k, grammar) || isEpithet(scan, k) || namesDoer(scan, k, cut.verb))
      )
    )
      open(
        cut,
        grammar.order === "prepositional" && describes(scan, k, of, cut.current.id) ? "relative" : "that",
        k,
        // "said that … and that": both depend on who says so.
        grammar.order === "prepositional" && is(scan, k - 1, "and") && cut.current.kind === "that"
          ? cut.current.parent
          : cut.current.id,
      );
    else if (grammar.lateSubject && k > 1 && beginsBehindCondition(scan, k, grammar)) open(cut, "main", k);
    else if (grammar.lateSubject && text === "," && !cut.verb && chargesBefore(scan, k)) open(cut, "that", k);
    else if (grammar.order === "prepositional" && k > 1 && unmarked(scan, k, of, cut.current.id, grammar))
      open(cut, "that", k);
    else if (grammar.order === "prepositional" && joinsAdjectives(scan, k)) {
      // "a polite but firm no": the word joins two adjectives.
    } else if (grammar.order === "prepositional" && is(scan, k, "adversative") && leavesOut(scan, k)) {
      // "Chad, but not Mali, recognised it": the clause goes on behind whom it leaves out.
    } else if (
      is(scan, k, "adversative") &&
      scan.marks[k] &&
      k > 0 &&
      (cut.verb || !opensPair(scan, k, of, cut.current.id))
    )
      open(cut, "but", k);
    else if (
      ((is(scan, k, "adversative.late") &&
        (cut.verb || is(scan, cut.current.from, "if") || isVerbal(scan, grammar, k - 1))) ||
        (is(scan, k, "adversative.comma") && behindComma(scan, k))) &&
      scan.marks[k]
    )
      open(cut, "but", k);
    else if (
      (is(scan, k, "subordinate") ||
        is(scan, k, "if") ||
        (k === 0 && invertedIf(scan, k)) ||
        (is(scan, k, "subordinate.maybe") && verbAhead(scan, k, grammar) && !namesRole(scan, k))) &&
      scan.marks[k] &&
      (k > 0 || is(scan, k, "if") || grammar.order === "prepositional")
    )
      open(cut, "subordinate", k);
    else if (
      breaks.has(text) &&
      k > 0 &&
      !(text === "–" && scan.covered[k - 1] && scan.covered[k + 1]) &&
      (cut.verb || grammar.order === "prepositional" || text === ":" || text === ";")
    ) {
      const dash = text === "—" || text === "–";
      if (dash && aside && grammar.order === "prepositional" && k - cut.current.from < longestAside) {
        // "sent tanks—old ones—to Chad": the second dash takes up what the first left.
        cut.current = aside;
        aside = undefined;
        cut.verb = false;
      } else {
        aside = dash ? cut.current : undefined;
        open(cut, "main", k);
      }
    } else if (
      text === "," &&
      cut.current.kind === "relative" &&
      (cut.verb ||
        grammar.order === "prepositional" ||
        (grammar.lateSubject && closesVerbless(scan, cut.current.from, k))) &&
      !(grammar.order === "prepositional" && closesBehindList(scan, k))
    ) {
      const parent = found[cut.current.parent]!;
      cut.current = parent;
      cut.verb = false;
    } else if (text === ")" && cut.current.kind === "relative" && scan.tokens[cut.current.from - 1]?.text === "(") {
      // "Chad (which has no army) sent": the bracket closes what it opened.
      cut.current = found[cut.current.parent]!;
      cut.verb = false;
    } else if (
      cut.current.kind === "that" &&
      grammar.order === "prepositional" &&
      is(scan, k, "and") &&
      scan.tokens[k - 1]?.text === "," &&
      ["v.ask", "v.accuse", "speech"].some((cls) => is(scan, k + 1, cls)) &&
      grammar.hasForm(scan.tokens[k + 1]!.lower, "participle")
    ) {
      // "warned that the allies were working on it, and urged Chad": a second verb of saying has the speaker for its subject.
      cut.current = found[cut.current.parent]!;
      cut.verb = false;
    } else if (
      cut.current.kind === "relative" &&
      grammar.order === "prepositional" &&
      isOver(scan, grammar, cut.current.from, k)
    ) {
      // "the arms that Iran sent have been": the verb of the clause around it.
      cut.current = found[cut.current.parent]!;
      cut.verb = false;
    } else if (text === "," && cut.current.kind === "subordinate" && listsSubjects(scan, k, cut.current.from)) {
      // "after Malta, Cyprus and Greece recognised it": the list goes on.
    } else if (
      text === "," &&
      cut.current.kind === "subordinate" &&
      (k === held || opensAside(scan, k, cut.current.from))
    ) {
      // "when Nauru, an island of 12,500 people, switched": what is told of the subject in passing closes nothing.
      held = k === held ? -1 : asideEnd(scan, k);
    } else if (
      text === "," &&
      cut.current.kind === "subordinate" &&
      (grammar.order === "prepositional" || is(scan, cut.current.from, "if"))
    ) {
      cut.current = found[cut.current.parent] ?? cut.current;
    } else if (
      text === "," &&
      grammar.order === "prepositional" &&
      closesAside(scan, grammar, found, cut.current.id, k)
    ) {
      // "Delhi, which holds that it is its own, declined": the comma closes both clauses that the first one opened.
      cut.current = found[found[cut.current.parent]!.parent]!;
      cut.verb = false;
    } else if (text === "," && is(scan, k + 1, "participle")) open(cut, "participle", k);
    else if (text === "," && !cut.verb && opensHeadline(scan, grammar, of, cut.current.id, k)) open(cut, "and", k);
    else if (
      grammar.order === "postpositional" &&
      (cut.verb || (grammar.lateSubject && text === "," && (deniedAlone(scan, k) || namesAnother(scan, k)))) &&
      (text === "," || is(scan, k, "and")) &&
      !inList(scan, k, grammar) &&
      !(grammar.lateSubject && text === "," && notOnly(scan, cut.current.from, k))
    )
      open(cut, "and", k);
    else if (
      grammar.order === "prepositional" &&
      is(scan, k, "and") &&
      scan.tokens[k - 1]?.text === "," &&
      (subjectAhead(scan, k + 1) || describedAhead(scan, k, cut.current.from))
    )
      open(cut, "and", k);
    of[k] = cut.current.id;
    if (
      grammar.lateSubject &&
      is(scan, k, "case.other") &&
      scan.marks[k] &&
      k > 1 &&
      // "since Chad's war [began], Oman": as with a verbal noun, where another name follows.
      (isVerbalNoun(scan, grammar, k - 1) || (is(scan, k - 1, "beginning") && areTwo(scan, cut.current.from, k)))
    ) {
      // "after X attacked, Y sent": the verbal noun has a subject of its own.
      open(cut, "and", k + 1);
      continue;
    }
    if (
      grammar.lateSubject &&
      k + 1 < size &&
      scan.tokens[k]!.word &&
      !scan.covered[k] &&
      closesOnVerb(scan, grammar, k)
    ) {
      open(cut, "and", k + 1);
      continue;
    }
    if (grammar.order === "postpositional" && isFiniteVerb(scan, grammar, k)) {
      cut.verb = true;
    } else if (grammar.lateSubject) {
      // The subject may follow its verb: the clause goes on.
    } else if (
      cut.verb &&
      scan.tokens[k]!.word &&
      !is(scan, k, "negation") &&
      !is(scan, k, "aux") &&
      !is(scan, k, "and")
    ) {
      // A verb form before a noun was a participle.
      cut.verb = false;
    }
  }
  return { clauses: found, of, quote };
}

/** "of arming them [which] charge": before the noun that it points at the word is a determiner. */
const isDeterminer = (scan: Scan, k: number, grammar: Grammar): boolean =>
  (is(scan, k + 1, "allegation") || is(scan, k + 1, "request") || is(scan, k + 1, "proposal")) &&
  grammar.hasForm(scan.tokens[k - 1]!.lower, "infinitive");

/** A verb in any form, a wish too: "should it [give], then". */
function isVerbal(scan: Scan, grammar: Grammar, k: number): boolean {
  const word = scan.tokens[k]?.lower ?? "";
  return grammar.hasForm(word, "subjunctive") || is(scan, k, "finite") || grammar.hasForm(word, "finite");
}

const isAct = (scan: Scan, k: number): boolean =>
  scan.tokens[k + 1]!.text === "," && scan.classes[k]!.some((cls) => cls === "light" || cls.startsWith("v."));

/** ", but": a word that is a case marker too joins clauses right behind a comma, and never behind a name. */
const behindComma = (scan: Scan, k: number): boolean => k > 1 && scan.tokens[k - 1]!.text === ",";
