import type { Modality } from "../../model/stages.ts";
import { traced } from "../../model/trace.ts";
import type { Clauses } from "./clauses.ts";
import type { Grammar } from "./grammar.ts";
import { caseMarker, is, type Scan } from "./scan.ts";
import type { Stance } from "./stance.ts";
import { factAhead } from "./verbLast.ts";

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

/** The first of these whose class a token stands in. */
export function governorAt(scan: Scan, k: number): (typeof governors)[number] | undefined {
  const classes = scan.classes[k];
  return classes && classes.length > 0 ? governorOf(classes) : undefined;
}

/** The same of word classes. */
export function governorOf(classes: readonly string[]): (typeof governors)[number] | undefined {
  for (const each of governors) if (classes.includes(each[0])) return each;
  return undefined;
}

export function govern(
  found: Stance,
  scan: Scan,
  k: number,
  [cls, effect]: [string, Modality | "silent" | "negated"],
  clauses: Clauses,
  grammar: Grammar,
  /** Where the words of the act itself begin, where the governor stands before them. */
  act = scan.tokens.length,
): void {
  found.governor = k;
  found.governs = cls;
  // "the being-recognised by Kenya condemned Serbia": what somebody objects to when it is told with its doer has been done.
  if (cls === "g.refuse" && isObjectedTo(found, scan, k, clauses, grammar)) {
    found.governs = "g.fact";
    return;
  }
  if (effect === "announced" && grammar.order === "postpositional" && factAhead(scan, k, clauses)) {
    found.governs = "g.fact";
    found.notes.push(traced("governorDone"));
    return;
  }
  // "to give Beirut fuel [leave asked]": what somebody asks leave for is not done.
  if (grammar.lateSubject && cls === "g.agree" && is(scan, scan.marks[k]?.to ?? k + 1, "v.ask")) {
    found.silent = "only asked leave for";
    return;
  }
  if (effect === "silent") found.silent = `embedded under "${scan.tokens[k]!.text}"`;
  else if (effect === "negated") found.polarity = "negated";
  else if (cls === "g.begin" && grammar.order === "prepositional" && is(scan, k - 1, "future"))
    // "will start exporting"
    found.modality = "announced";
  else if (effect !== "asserted" || found.modality === "asserted") found.modality = effect;
  const clause = clauses.of[k]!;
  let denied = false;
  if (grammar.order === "postpositional") {
    // "in its line [no change]": what is denied of a noun in the locative is something else.
    const inside = caseMarker(scan, scan.marks[k]?.to ?? k + 1)?.case === "loc";
    for (let n = k + 1; !inside && n < Math.min(scan.tokens.length, k + 5) && clauses.of[n] === clause; n++)
      if (is(scan, n, "negation") || grammar.hasForm(scan.tokens[n]!.lower, "negated")) denied = true;
  } else {
    for (let n = Math.max(0, k - 3); n < k && clauses.of[n] === clause; n++) if (is(scan, n, "negation")) denied = true;
    // "has never forgiven Spain for backing": the negation is that of the verb before, not of the act.
    if (cls === "g.fact" && is(scan, k, "case.for")) denied = false;
  }
  // "[Chad]'s demand to give arms granted": who grants a request is going to do what it asks for.
  if (effect === "requested" && !denied && !grammar.lateSubject && isGranted(scan, k, clauses, grammar)) {
    found.governs = "granted";
    found.modality = "announced";
    return;
  }
  // "has not condemned [the attack]": the act is a fact all the same.
  const judged = ["condemn", "support", "welcome"].some((each) => is(scan, k, each));
  if (
    denied &&
    cls === "g.agree" &&
    is(scan, k, "permission") &&
    found.infinitive &&
    grammar.order === "postpositional"
  )
    found.silent = "what is not permitted is not the act of who permits";
  else if (denied && cls === "g.announce" && grammar.lateSubject && isAccepted(scan, k, clauses))
    // "Washington's decision to recognise it [Amman does not accept]".
    found.silent = "only not accepted";
  else if (denied && cls === "g.agree" && grammar.lateSubject) {
    // "did not agree to send" is a refusal, and says nothing of sending.
    found.governs = "g.refuse";
    found.silent = `embedded under "${scan.tokens[k]!.text}", negated`;
  } else if (denied && (cls === "g.announce" || cls === "g.agree")) {
    found.polarity = found.polarity === "negated" ? "affirmed" : "negated";
    found.notes.push(traced("governorNegated"));
  } else if ((cls === "g.announce" || cls === "g.agree") && takenBack(scan, k, act, clauses, grammar)) {
    found.polarity = "negated";
    found.notes.push(traced("governorTakenBack"));
  } else if (denied && effect !== "silent" && !(judged && cls === "g.fact"))
    found.silent = `"${scan.tokens[k]!.text}" is negated`;
}

/** "the giving of recognition [by Kenya]": an act in a passive noun with its doer, before a word of protest. */
function isObjectedTo({ group }: Stance, scan: Scan, k: number, clauses: Clauses, grammar: Grammar): boolean {
  if (grammar.lateSubject || grammar.order !== "postpositional" || !is(scan, k, "condemn")) return false;
  const last = group[1] - 1;
  if (!is(scan, last, "passive") && !grammar.inForm(scan.tokens[last]!, "passive")) return false;
  for (let n = 0; n < group[0]; n++) if (clauses.of[n] === clauses.of[k] && is(scan, n, "case.by")) return true;
  return false;
}

function isAccepted(scan: Scan, k: number, clauses: Clauses): boolean {
  for (
    let n = scan.marks[k]?.to ?? k + 1;
    n < Math.min(scan.tokens.length, k + 4) && clauses.of[n] === clauses.of[k];
    n++
  )
    if (is(scan, n, "accept")) return true;
  return false;
}

/** "[the demand] accepted": the words of granting stand right behind the request. */
function isGranted(scan: Scan, k: number, clauses: Clauses, grammar: Grammar): boolean {
  if (grammar.order !== "postpositional" || !is(scan, k, "request")) return false;
  const next = scan.marks[k]?.to ?? k + 1;
  const at = caseMarker(scan, next)?.to ?? next;
  return clauses.of[at] === clauses.of[k] && (is(scan, at, "accept") || is(scan, at, "granted"));
}

/** "took back [the decision to recognise]"; what is decided may itself be to call something off. */
function takenBack(scan: Scan, k: number, act: number, clauses: Clauses, grammar: Grammar): boolean {
  // "the deal [for fear of sanctions] dropped": where the verb ends the clause, much may stand before it.
  const reach = grammar.order === "postpositional" && !grammar.lateSubject ? 9 : 4;
  for (let n = k + 1; n < Math.min(act, k + reach) && clauses.of[n] === clauses.of[k]; n++)
    if (is(scan, n, "withdraw") || is(scan, n, "cancel")) return true;
  return false;
}

export function usedWithArticle(scan: Scan, k: number): boolean {
  for (let n = k - 1; n >= Math.max(0, k - 3); n--) {
    if (is(scan, n, "determiner") || is(scan, n, "pronoun.own.gen")) return true;
    if (scan.covered[n]) return true;
  }
  return false;
}

const watched: readonly string[] = ["if", "if.inverted", "adversative.late", "question", "reportedly"];

/** "if it had", and "[Had] Peru invaded,": a verb before its subject at the beginning makes a condition of it. */
function isIf(scan: Scan, k: number): boolean {
  return is(scan, k, "if") ? !isTerm(scan, k) : invertedIf(scan, k);
}

/** "[Were] Chad to ask," */
export const invertedIf = (scan: Scan, k: number): boolean =>
  is(scan, k, "if.inverted") &&
  !scan.tokens[k - 1]?.word &&
  (scan.covered[k + 1] !== undefined || scan.covered[k + 2] !== undefined);

/** "signed a treaty on these terms": what a treaty lays down is no condition of it. */
function isTerm(scan: Scan, k: number): boolean {
  if (!is(scan, k, "terms")) return false;
  for (let n = k + 1; n < k + 7; n++) if (is(scan, n, "treaty")) return true;
  return false;
}

export function common(found: Stance, scan: Scan, from: number, to: number, clauses: Clauses, grammar: Grammar): void {
  const clause = clauses.of[Math.min(to, scan.tokens.length) - 1]!;
  const size = scan.tokens.length;
  for (let k = 0; watched.some((cls) => scan.present.has(cls)) && k < size; k++) {
    if (isIf(scan, k)) {
      const own = clauses.of[k] === clause;
      if (own && (grammar.order === "postpositional" || k < from)) found.silent ??= "stands in a condition";
      else if (!own && found.modality !== "alleged") {
        found.modality = "conditional";
        found.notes.push(traced("condition"));
      }
    }
    if (is(scan, k, "adversative.late") && clauses.clauses[clause]?.from === k && k > 0) {
      // "should it give, then": what follows depends on the wish.
      if (grammar.hasForm(scan.tokens[k - 1]!.lower, "subjunctive") && found.modality !== "alleged")
        found.modality = "conditional";
    }
    // "balked at it shows how far": what is asked behind the act is something else.
    const asked = grammar.order === "postpositional" || k < from;
    if (is(scan, k, "question") && (k === 0 || (asked && clauses.of[k] === clause))) found.silent ??= "a question";
    if (is(scan, k, "reportedly") && clauses.of[k] === clause) found.modality = "alleged";
  }
  if (found.modality === "announced" && onlyThen(scan, from, clauses, clause)) {
    found.modality = "conditional";
    found.notes.push(traced("condition"));
  }
  if (/[?？]/u.test(scan.tokens[size - 1]?.text ?? "") || scan.tokens[size - 2]?.text === "?")
    found.silent ??= "a question";
}

/** "will recognise it [only then]", "[only after] a vote": what is to come about when something else has. */
function onlyThen(scan: Scan, from: number, clauses: Clauses, clause: number): boolean {
  if (!scan.present.has("only.then")) return false;
  const own = (k: number): boolean => clauses.of[k] === clause || clauses.of[k] === clauses.clauses[clause]?.parent;
  return scan.marks.some((mark, k) => k < from && mark?.classes.includes("only.then") === true && own(k));
}

/** "Neither A nor B", "none of": a negation that stands far before its verb. */
export function neither(scan: Scan, before: number, clauses: Clauses, clause: number, grammar: Grammar): boolean {
  const some = scan.present.has("neither") || scan.present.has("neither.head");
  for (let k = 0; k < before && some; k++)
    if (
      (is(scan, k, "neither") || (is(scan, k, "neither.head") && opensClause(scan, k, clauses))) &&
      // "wants not [India]": behind its verb a negation is that verb's own.
      (!grammar.lateSubject || (scan.covered[k + 1] && !scan.tokens[k - 1]?.word)) &&
      // "bowing to nobody, it has": behind a preposition or a verb of its own the negation stays there.
      (grammar.order !== "prepositional" ||
        (scan.marks[k] !== undefined && !isBoundTo(scan, k - 1) && !opensAside(scan, k, before))) &&
      (clauses.of[k] === clause ||
        ((grammar.order === "postpositional" || clauses.clauses[clause]?.kind === "relative") &&
          clauses.clauses[clause]?.parent === clauses.of[k]))
    )
      return true;
  return !grammar.lateSubject && grammar.order === "postpositional" && paired(scan, before, clauses, clause);
}

/** "[Never] would it", "that [under no circumstances] would it": such words reach far where they open their clause. */
function opensClause({ classes, tokens }: Scan, k: number, { clauses, of }: Clauses): boolean {
  const { from } = clauses[of[k]!]!;
  return from === k || !tokens[k - 1]?.word || (from === k - 1 && classes[k - 1]!.some((cls) => opening.has(cls)));
}

const opening: ReadonlySet<string> = new Set(["that", "and", "adversative"]);

/** "[No] friend of Oman's, Yemen rejected it", "Yemen, [no] friend of Oman's,": what denies a noun in apposition denies no verb. */
function opensAside(scan: Scan, k: number, before: number): boolean {
  if (k > 0)
    return scan.tokens[k - 1]!.text === "," && scan.covered[k - 2] !== undefined && closesAside(scan, k, before);
  const comma = scan.tokens.findIndex(({ text }, n) => n > k && text === ",");
  if (comma < 0 || comma >= before || !scan.covered[comma + 1]) return false;
  for (let n = k + 1; n < before; n++) {
    if (n !== comma && scan.tokens[n]!.text === ",") return false;
    if (n < comma && scan.classes[n]!.some((cls) => cls.startsWith("v.") || cls === "and")) return false;
  }
  return true;
}

/** Up to the comma that closes it stands no verb. */
function closesAside({ tokens, classes, marks }: Scan, k: number, before: number): boolean {
  // ", at no point, …": of several words, or alone, it tells of the verb.
  if (marks[k]?.to !== k + 1 || tokens[k + 1]!.text === ",") return false;
  for (let n = k + 1; n < before; n++) {
    if (tokens[n]!.text === ",") return true;
    if (classes[n]!.some((cls) => cls.startsWith("v.") || cls === "be" || cls === "aux")) return false;
  }
  return false;
}

const isBoundTo = (scan: Scan, k: number): boolean =>
  scan.classes[k]?.some((cls) => cls.startsWith("case.") && cls !== "case.of") === true;

/**
 * "[neither] to Chad arms gives, [nor] to Mali", "[neither] ever recognised it [nor] will": a bare negation, and another
 * behind it. Made of two words ("and not") it says so alone.
 */
function paired(scan: Scan, before: number, clauses: Clauses, clause: number): boolean {
  for (let k = 0; k < before && scan.present.has("neither.bare"); k++) {
    if (clauses.of[k] !== clause || !opensPair(scan, k)) continue;
    if (behind(scan, k) > k + 1) return true;
    for (let n = k + 1; n < scan.tokens.length; n++)
      if (opensPair(scan, n) && (n >= before || clauses.of[n] === clause)) return true;
  }
  return false;
}

const behind = (scan: Scan, k: number): number => scan.marks[k]?.to ?? k + 1;

/** A bare negation that stands before a word; at the end of a sentence it asks for a nod. */
function opensPair(scan: Scan, k: number): boolean {
  return is(scan, k, "neither.bare") && scan.tokens[behind(scan, k)]?.word === true;
}
