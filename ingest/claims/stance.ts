import type { Modality, Polarity } from "../../model/stages.ts";
import type { Clauses } from "./clauses.ts";
import type { Grammar } from "./grammar.ts";
import type { Marked } from "./lexicon.ts";
import { caseMarker, is, type Scan } from "./scan.ts";

/** How a cue is meant where it stands, or why it says nothing. */
export interface Stance {
  polarity: Polarity;
  modality: Modality;
  /** The verb group: cue with its auxiliaries and negation. */
  group: [from: number, to: number];
  passive: boolean;
  infinitive: boolean;
  /** A noun without a verb of its own: its parties are its owners. */
  nominal: boolean;
  /** Token of the word that governs an embedded verb ("refused [to send]"), if there is one. */
  governor?: number;
  /** Class of that word. */
  governs?: string;
  silent?: string;
  notes: string[];
}

/** Words that govern an embedded act, with what they make of it. */
const governors: [cls: string, effect: Modality | "silent" | "negated"][] = [
  ["g.refuse", "silent"],
  ["g.announce", "announced"],
  ["g.agree", "announced"],
  ["g.ask", "requested"],
  ["g.accuse", "alleged"],
  ["g.fact", "asserted"],
  ["g.begin", "asserted"],
  ["g.silent", "silent"],
  ["g.stop", "negated"],
];

/** Reads polarity and modality of a cue from its verb group and from what governs it. */
export function stance(scan: Scan, cue: [number, number], clauses: Clauses, grammar: Grammar): Stance {
  return grammar.order === "postpositional"
    ? verbLast(scan, cue, clauses, grammar)
    : verbFirst(scan, cue, clauses, grammar);
}

function verbLast(scan: Scan, [from, to]: [number, number], clauses: Clauses, grammar: Grammar): Stance {
  const clause = clauses.of[to - 1]!;
  const form = (k: number, name: string): boolean => grammar.hasForm(scan.tokens[k]!.lower, name);
  let end = to;
  while (end < scan.tokens.length && end < to + 6 && clauses.of[end] === clause && inGroup(scan, grammar, end)) end++;
  const found: Stance = {
    polarity: "affirmed",
    modality: "asserted",
    group: [from, end],
    passive: false,
    infinitive: false,
    nominal: false,
    notes: [],
  };
  let negations = 0;
  // Bengali negates behind the verb; before it stands the negation of a participle.
  const reach = grammar.lateSubject ? from : Math.max(0, from - 2);
  const only = notOnly(scan, from, clauses, clause);
  for (let k = reach; k < end; k++) {
    if (clauses.of[k] !== clause || only) continue;
    if (is(scan, k, "notonly")) continue;
    // "asked not [to send]": the infinitive is negated, not what governs it.
    const inner = k < from && !grammar.lateSubject && k + 1 < from && form(k + 1, "infinitive");
    if (is(scan, k, "negation") && !inner && (k >= from || adjacent(scan, k, from))) negations++;
    else if (k >= from && form(k, "negated") && mayBeVerb(scan, grammar, k)) negations++;
    if (k < from) continue;
    if (form(k, "future") && mayBeVerb(scan, grammar, k)) found.modality = "announced";
    if (form(k, "conditional")) found.silent = "stands in a condition";
    if (
      (form(k, "passive") && (grammar.lateSubject || (k > from && !is(scan, k - 1, "bound")))) ||
      is(scan, k, "passive")
    )
      found.passive = true;
    if (is(scan, k, "possible") || form(k, "possible")) found.silent = "only a possibility";
  }
  if (neither(scan, from, clauses, clause, grammar)) negations++;
  // "the sale [stop]": ended where a finite verb follows, else only spoken of.
  if (grammar.lateSubject && clauses.of[end] === clause && is(scan, end, "g.stop") && scan.marks[end]) {
    const next = end + 1;
    const done = scan.tokens[next]?.word && (is(scan, next, "finite") || form(next, "finite"));
    if (done && scan.marks[end]!.ending === "") negations++;
    else found.silent = "only its end is spoken of";
  }
  // "the supply stopped": a noun whose own verb says that it ended.
  if (!grammar.lateSubject && clauses.of[end] === clause && is(scan, end, "g.stop") && scan.marks[end]) negations++;
  if (negations > 0) {
    found.polarity = "negated";
    found.notes.push("negated in its verb group");
  }
  // The embedded verb: an infinitive or verbal noun whose governor follows.
  const last = end - 1;
  const mark = markEnding(scan, to);
  const nominal =
    to === end &&
    (!isVerbal(scan, grammar, to - 1) || isNounOfAct(scan, grammar, to)) &&
    (grammar.lateSubject ? mark?.ending !== "" : caseMarker(scan, to) !== undefined);
  const verbal = (k: number): boolean => isLight(scan, k) && form(k, "infinitive") && !is(scan, k, "finite");
  // "has to pay": who stands in the dative must, and has not.
  for (let k = from; k + 1 < end; k++)
    if (
      !grammar.lateSubject &&
      isLight(scan, k) &&
      form(k, "infinitive") &&
      !is(scan, k, "finite") &&
      is(scan, k + 1, "copula")
    )
      found.silent = "an obligation";
  let going = false;
  for (let k = from; k <= end && clauses.of[k] === clause; k++)
    if (is(scan, k, "going") && k > 0 && form(k - 1, "infinitive")) going = true;
  if (going) found.modality = "announced";
  const infinitive = verbal(last) && !going;
  if (infinitive || nominal) {
    found.infinitive = infinitive;
    found.nominal = nominal;
    let seen = false;
    for (let k = end; k < Math.min(scan.tokens.length, end + 9); k++) {
      if (clauses.of[k] !== clause && clauses.of[k] !== clauses.clauses[clause]?.parent) break;
      if (nominal && is(scan, k, "v.arrive")) break;
      const hit = governors.find(([cls]) => is(scan, k, cls));
      // "left [for a visit]": who sets out for it makes it.
      if (hit?.[1] === "silent" && nominal && is(scan, scan.marks[k]?.to ?? k + 1, "v.arrive")) break;
      if (hit) {
        seen = true;
        // An accusation that is turned down stays one.
        const refused = hit[0] === "g.accuse" ? undefined : refusalAhead(scan, k, clauses);
        govern(found, scan, refused ?? k, refused === undefined ? hit : ["g.refuse", "silent"], clauses, grammar);
        break;
      }
      if (infinitive && is(scan, k, "finite") && !is(scan, k, "aux")) break;
    }
    if (infinitive && !seen && !found.silent) found.silent = "stands in an infinitive that nothing known governs";
    // "on a visit will go": a noun on which its clause's verb rests has that verb's time.
    if (nominal && !seen && is(scan, to, "case.on"))
      for (let k = to + 1; k < scan.tokens.length && clauses.of[k] === clause; k++)
        if (form(k, "future") && !scan.covered[k]) found.modality = "announced";
  }
  if (!grammar.lateSubject && found.polarity === "affirmed" && deniedAbove(scan, clauses, clause))
    found.silent ??= "denied in the clause above";
  // "that it give": a wish, and a request where the clause above asks.
  if (form(last, "subjunctive") && !is(scan, last, "bound")) {
    if (asksAbove(scan, clauses, clause)) found.modality = "requested";
    else found.silent ??= "only wished";
  }
  common(found, scan, from, end, clauses, grammar);
  return found;
}

/** "denied that it had sold": what the clause above denies is not claimed. */
function deniedAbove(scan: Scan, clauses: Clauses, clause: number): boolean {
  const { kind, parent } = clauses.clauses[clause]!;
  return kind === "that" && scan.classes.some((classes, k) => clauses.of[k] === parent && classes.includes("refuse.n"));
}

function asksAbove(scan: Scan, clauses: Clauses, clause: number): boolean {
  const parent = clauses.clauses[clause]?.parent;
  return scan.classes.some(
    (classes, k) => clauses.of[k] === parent && (classes.includes("g.ask") || classes.includes("v.ask")),
  );
}

function govern(
  found: Stance,
  scan: Scan,
  k: number,
  [cls, effect]: [string, Modality | "silent" | "negated"],
  clauses: Clauses,
  grammar: Grammar,
): void {
  found.governor = k;
  found.governs = cls;
  if (effect === "announced" && grammar.order === "postpositional" && factAhead(scan, k, clauses)) {
    found.governs = "g.fact";
    found.notes.push("what governs it is itself reported as done");
    return;
  }
  if (effect === "silent") found.silent = `embedded under "${scan.tokens[k]!.text}"`;
  else if (effect === "negated") found.polarity = "negated";
  else if (effect !== "asserted" || found.modality === "asserted") found.modality = effect;
  const clause = clauses.of[k]!;
  let denied = false;
  if (grammar.order === "postpositional") {
    for (let n = k + 1; n < Math.min(scan.tokens.length, k + 5) && clauses.of[n] === clause; n++)
      if (is(scan, n, "negation") || grammar.hasForm(scan.tokens[n]!.lower, "negated")) denied = true;
  } else {
    for (let n = Math.max(0, k - 3); n < k && clauses.of[n] === clause; n++) if (is(scan, n, "negation")) denied = true;
  }
  if (denied && (cls === "g.announce" || cls === "g.agree")) {
    found.polarity = found.polarity === "negated" ? "affirmed" : "negated";
    found.notes.push("what governs it is negated");
  } else if (denied && effect !== "silent") found.silent = `"${scan.tokens[k]!.text}" is negated`;
}

/** "not only X but Y": a negation that this word opens denies nothing. */
function notOnly(scan: Scan, before: number, clauses: Clauses, clause: number): boolean {
  for (let k = 0; k < before; k++) if (clauses.of[k] === clause && is(scan, k, "notonly")) return true;
  return false;
}

/** "to send troops to [their] proposal … refused": what is refused further on was not done. */
function refusalAhead(scan: Scan, k: number, clauses: Clauses): number | undefined {
  for (let n = k; n < Math.min(scan.tokens.length, k + 7) && clauses.of[n] === clauses.of[k]; n++)
    if (is(scan, n, "g.refuse")) return n;
  return undefined;
}

/** A decision that somebody condemns or welcomes has been taken. */
function factAhead(scan: Scan, k: number, clauses: Clauses): boolean {
  for (let n = k + 1; n < Math.min(scan.tokens.length, k + 8) && clauses.of[n] === clauses.of[k]; n++)
    if (is(scan, n, "g.fact")) return true;
  return false;
}

function verbFirst(scan: Scan, [from, to]: [number, number], clauses: Clauses, grammar: Grammar): Stance {
  const clause = clauses.of[from]!;
  const form = (k: number, name: string): boolean => grammar.hasForm(scan.tokens[k]!.lower, name);
  let begin = from;
  while (begin > 0 && from - begin < 7 && clauses.of[begin - 1] === clause && inVerbGroup(scan, begin - 1)) begin--;
  const found: Stance = {
    polarity: "affirmed",
    modality: "asserted",
    group: [begin, to],
    passive: false,
    infinitive: false,
    nominal: false,
    notes: [],
  };
  let be = false;
  for (let k = begin; k < from; k++) {
    if (is(scan, k, "notonly")) continue;
    if (is(scan, k, "negation") && scan.marks[k]) {
      found.polarity = found.polarity === "affirmed" ? "negated" : "affirmed";
      found.notes.push("negated in its verb group");
    }
    if (is(scan, k, "future")) found.modality = "announced";
    if (is(scan, k, "possible")) found.silent = "only a possibility";
    if (is(scan, k, "be")) be = true;
  }
  for (let k = from; k < to; k++)
    if (is(scan, k, "negation") && !is(scan, k, "notonly") && k > from) found.polarity = "negated";
  if (found.polarity === "affirmed" && neither(scan, from, clauses, clause, grammar)) {
    found.polarity = "negated";
    found.notes.push("negated by the word that opens the clause");
  }
  const participle = form(from, "participle");
  found.passive = participle && (be || caseIs(scan, to, "by"));
  const toMark = toBefore(scan, begin, from);
  const gerund = !participle && form(from, "gerund") && !be;
  if (toMark !== undefined || gerund) {
    found.infinitive = true;
    const limit = toMark ?? begin;
    let seen = false;
    for (let k = limit - 1; k >= Math.max(0, limit - 14); k--) {
      const hit = governors.find(([cls]) => is(scan, k, cls));
      if (hit) {
        seen = true;
        // "a request by Rome to station troops": what a request is for has not been done.
        if (
          hit[0] === "g.ask" &&
          is(scan, k, "request") &&
          grammar.order === "prepositional" &&
          usedWithArticle(scan, k)
        ) {
          found.silent = `part of a "${scan.tokens[k]!.text}"`;
          found.governs = "g.ask";
          break;
        }
        govern(found, scan, k, hit, clauses, grammar);
        break;
      }
      if (is(scan, k, "that") || /^[;:.]$/u.test(scan.tokens[k]!.text)) break;
    }
    if (!seen && toMark !== undefined && !found.silent)
      found.silent = "stands in an infinitive that nothing known governs";
  } else if (!participle && !found.passive) {
    const noun = nounGovernor(scan, from, clauses);
    if (noun) govern(found, scan, noun.at, noun.hit, clauses, grammar);
  }
  common(found, scan, begin, to, clauses, grammar);
  return found;
}

function usedWithArticle(scan: Scan, k: number): boolean {
  for (let n = k - 1; n >= Math.max(0, k - 3); n--) {
    if (is(scan, n, "determiner") || is(scan, n, "pronoun.own.gen")) return true;
    if (scan.covered[n]) return true;
  }
  return false;
}

/** "plans for the delivery of", "denied supplying": a governing noun right before a noun cue. */
function nounGovernor(
  scan: Scan,
  from: number,
  clauses: Clauses,
): { at: number; hit: [string, Modality | "silent" | "negated"] } | undefined {
  for (let k = from - 1; k >= Math.max(0, from - 4); k--) {
    if (clauses.of[k] !== clauses.of[from]) return undefined;
    const hit = governors.find(([cls]) => is(scan, k, cls));
    if (hit && (hit[1] === "silent" || hit[0] === "g.announce")) return { at: k, hit };
  }
  return undefined;
}

function common(found: Stance, scan: Scan, from: number, to: number, clauses: Clauses, grammar: Grammar): void {
  const clause = clauses.of[Math.min(to, scan.tokens.length) - 1]!;
  const size = scan.tokens.length;
  for (let k = 0; k < size; k++) {
    if (is(scan, k, "if")) {
      const own = clauses.of[k] === clause;
      if (own && (grammar.order === "postpositional" || k < from)) found.silent ??= "stands in a condition";
      else if (!own && found.modality !== "alleged") {
        found.modality = "conditional";
        found.notes.push("depends on a condition");
      }
    }
    if (is(scan, k, "question") && (k === 0 || clauses.of[k] === clause)) found.silent ??= "a question";
    if (is(scan, k, "reportedly") && clauses.of[k] === clause) found.modality = "alleged";
  }
  if (/[?？]/u.test(scan.tokens[size - 1]?.text ?? "") || scan.tokens[size - 2]?.text === "?")
    found.silent ??= "a question";
}

/** "Neither A nor B", "none of": a negation that stands far before its verb. */
function neither(scan: Scan, before: number, clauses: Clauses, clause: number, grammar: Grammar): boolean {
  for (let k = 0; k < before; k++)
    if (
      is(scan, k, "neither") &&
      (!grammar.lateSubject || scan.covered[k + 1]) &&
      (clauses.of[k] === clause || clauses.clauses[clause]?.parent === clauses.of[k])
    )
      return true;
  return false;
}

function adjacent(scan: Scan, k: number, from: number): boolean {
  for (let n = k + 1; n < from; n++)
    if (scan.mentions[n] || scan.covered[n] || !scan.tokens[n]!.word || is(scan, n, "finite")) return false;
  return true;
}

function markEnding(scan: Scan, to: number): Marked | undefined {
  for (let k = to - 1; k >= Math.max(0, to - 5); k--)
    if (scan.marks[k]) return scan.marks[k]!.to === to ? scan.marks[k] : undefined;
  return undefined;
}

function inGroup(scan: Scan, grammar: Grammar, k: number): boolean {
  const { lower, word } = scan.tokens[k]!;
  if (!word || scan.covered[k]) return false;
  return (
    is(scan, k, "aux") ||
    is(scan, k, "light") ||
    is(scan, k, "negation") ||
    is(scan, k, "finite") ||
    is(scan, k, "possible") ||
    is(scan, k, "passive") ||
    ["finite", "future", "negated", "infinitive", "passive"].some((form) => grammar.hasForm(lower, form))
  );
}

function isLight(scan: Scan, k: number): boolean {
  return scan.classes[k]?.some((cls) => cls === "light" || cls.startsWith("v.")) ?? false;
}

/** "[the sale] to approve": a word of supplying that carries a case is the noun. */
function isNounOfAct(scan: Scan, grammar: Grammar, to: number): boolean {
  const k = to - 1;
  if (grammar.lateSubject) {
    const marked = markEnding(scan, to);
    return marked !== undefined && marked.ending !== "" && grammar.caseOf(marked.ending) !== "nom";
  }
  return (
    caseMarker(scan, to) !== undefined &&
    !is(scan, k, "finite") &&
    !is(scan, k, "light") &&
    !grammar.hasForm(scan.tokens[k]!.lower, "infinitive")
  );
}

/** A noun of a list may end like a verb ("water", "export"). */
function mayBeVerb(scan: Scan, grammar: Grammar, k: number): boolean {
  if (!grammar.lateSubject) return true;
  const known = scan.classes[k]!;
  return (
    known.length === 0 ||
    known.some(
      (cls) =>
        cls === "finite" ||
        cls === "light" ||
        cls === "aux" ||
        cls === "accept" ||
        cls === "passive" ||
        cls.startsWith("v."),
    )
  );
}

function isVerbal(scan: Scan, grammar: Grammar, k: number): boolean {
  const { lower } = scan.tokens[k]!;
  const known = scan.classes[k]!;
  const verb = known.some((cls) => cls === "finite" || cls === "light" || cls.startsWith("v."));
  // A noun of a list may end like a verb.
  if (grammar.lateSubject && known.length > 0 && !verb) return false;
  return verb || ["finite", "future", "negated", "infinitive"].some((form) => grammar.hasForm(lower, form));
}

function inVerbGroup(scan: Scan, k: number): boolean {
  return (
    is(scan, k, "aux") ||
    is(scan, k, "be") ||
    is(scan, k, "future") ||
    is(scan, k, "negation") ||
    is(scan, k, "possible") ||
    is(scan, k, "adverb") ||
    is(scan, k, "case.to") ||
    is(scan, k, "reportedly") ||
    is(scan, k, "notonly")
  );
}

function toBefore(scan: Scan, begin: number, from: number): number | undefined {
  for (let k = from - 1; k >= begin; k--) if (is(scan, k, "case.to")) return k;
  return undefined;
}

const caseIs = (scan: Scan, k: number, name: string): boolean => is(scan, k, `case.${name}`);
