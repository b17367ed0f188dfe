import { traced } from "../../model/trace.ts";
import { markEndingAt } from "./ahead.ts";
import { askedToBe } from "./askedToBe.ts";
import type { Clauses } from "./clauses.ts";
import { common, govern, governorAt, governorOf, neither, usedWithArticle } from "./govern.ts";
import { answered, nounGovernor, outerGovernor, refusedAt } from "./governAround.ts";
import type { Grammar } from "./grammar.ts";
import { demandTurnedDown, givesNone } from "./noneGiven.ts";
import { behindAdverbs, besideName, givenThings, joinedEnd, sharesBe } from "./participles.ts";
import { is, type Scan } from "./scan.ts";
import { plain, type Stance } from "./stance.ts";
import {
  asksForItself,
  denied,
  hoped,
  isOther,
  isPutative,
  joinsIn,
  onlyPast,
  onlyUntil,
  overdue,
  rumoured,
  unproven,
} from "./untold.ts";
import { asideBefore, inVerbGroup, range } from "./verbGroup.ts";
import { withheld } from "./withheld.ts";
import { isForetold, isIntended } from "./wouldDo.ts";

export function verbFirst(scan: Scan, [from, to]: [number, number], clauses: Clauses, grammar: Grammar): Stance {
  const clause = clauses.of[from]!;
  const form = (k: number, name: string): boolean => grammar.hasForm(scan.tokens[k]!.lower, name);
  let begin = from;
  while (begin > 0 && from - begin < 7 && clauses.of[begin - 1] === clause && inVerbGroup(scan, begin - 1)) begin--;
  const found = plain([begin, to]);
  let be = false;
  // "would" and what leaves open whether it happens.
  let would = false;
  let may = false;
  const head = asideBefore(scan, begin, clauses);
  if (head) found.group = [head[0], to];
  for (const k of head ? [...range(...head), ...range(begin, from)] : range(begin, from)) {
    if (is(scan, k, "notonly")) continue;
    if (is(scan, k, "negation") && scan.marks[k]) {
      found.polarity = found.polarity === "affirmed" ? "negated" : "affirmed";
      found.notes.push(traced("negated"));
    }
    if (is(scan, k, "future")) found.modality = "announced";
    would ||= is(scan, k, "possible.reported");
    const open = is(scan, k, "possible") && !isPutative(scan, k, clauses);
    may ||= open;
    if (is(scan, k, "possible.reported") && isIntended(scan, clauses, k)) found.modality = "announced";
    else if (is(scan, k, "possible.reported")) found.silent = onlyMaybe;
    if (open) found.silent = onlyMaybe;
    if (is(scan, k, "nearly")) found.silent = "did not quite happen";
    if (is(scan, k, "be")) be = true;
  }
  // "turned down neither", "supplied by neither": the negation stands with the party.
  if (is(scan, to, "neither") || (caseIs(scan, to, "by") && is(scan, to + 1, "neither"))) found.polarity = "negated";
  givesNone(found, scan, from, to);
  for (let k = from; k < to; k++)
    if (is(scan, k, "negation") && !is(scan, k, "notonly") && k > from) found.polarity = "negated";
  // "recognition [will] be granted", "[may] be": the verb of a noun stands behind it.
  if (!scan.classes[from]!.some((cls) => cls.startsWith("v.")))
    for (let k = from + 1; k < to; k++) {
      if (is(scan, k, "future")) found.modality = "announced";
      if (is(scan, k, "possible") || is(scan, k, "possible.reported")) found.silent = onlyMaybe;
    }
  // "neither recognises [the annexation]": what is denied of a noun that stands with an article is the verb before it.
  const thing = !scan.classes[from]!.some((cls) => cls.startsWith("v.")) && is(scan, from - 1, "determiner");
  if (found.polarity === "affirmed" && !thing && neither(scan, from, clauses, clause, grammar)) {
    found.polarity = "negated";
    found.notes.push(traced("negatedAhead"));
    if (would && !may) found.silent = undefined;
  }
  const participle = form(from, "participle");
  be ||= participle && sharesBe(scan, from, form);
  found.passive = participle && (be || caseIs(scan, behindAdverbs(scan, joinedEnd(scan, to, form)), "by"));
  found.passive ||= participle && (givenThings(scan, from, to) || (!be && besideName(scan, from, form)));
  // "Patrol shelled from Chad": whence comes behind a passive, whatever a headline leaves out.
  found.passive ||= participle && is(scan, from, "v.attack") && caseIs(scan, to, "from");
  found.reduced = found.passive && !be;
  const toMark = toBefore(scan, begin, from) ?? toWithin(scan, begin, grammar);
  // "having armed" is one as well.
  const having = Array.from({ length: from - begin }, (_, k) => begin + k).some(
    (k) => is(scan, k, "aux") && form(k, "gerund") && !is(scan, k, "be"),
  );
  const gerund = having || (!participle && form(from, "gerund") && !be);
  if (toMark !== undefined || gerund) {
    found.infinitive = true;
    const limit = toMark ?? begin;
    const within = toMark === begin - 1 ? markEndingAt(scan, begin) : undefined;
    // "ended when Oman walked out, accusing": behind a clause of its own nothing before that governs.
    const behindComma = gerund && scan.tokens[limit - 1]?.text === ",";
    // "stopped short of recognising": the words that deny it govern it.
    const free =
      (behindComma && clauses.of[limit - 2] !== clause) || (toMark === undefined && is(scan, begin, "negation"));
    let seen = false;
    for (let k = limit - 1; !free && k >= Math.max(0, limit - 14); k--) {
      // "for sending" tells a fact, "for Chad to send" none.
      // … and "by Chad" names a doer.
      const named = scan.classes[k]!.some((cls) => cls.startsWith("case.")) && scan.covered[k + 1] !== undefined;
      const bare = named || (toMark !== undefined && scan.classes[k]!.some((cls) => cls.startsWith("case.")));
      const hit =
        within?.from === k
          ? governorWithin(scan, k, grammar)
          : bare
            ? undefined
            : (governorAt(scan, k) ?? refusedAt(scan, k, clauses));
      // "turned down an offer to build it, opting for": behind a comma only a list of gerunds is still governed.
      if (hit && behindComma && !gerundBetween(scan, k + 1, limit - 1, form)) break;
      if (hit) {
        seen = true;
        const asked = hit[0] === "g.ask" && is(scan, k, "request");
        const planned = hit[0] === "g.announce" && is(scan, k, "proposal");
        const answer = asked || planned ? answered(scan, k, clauses, grammar) : undefined;
        if (answer && (asked || answer.governs === "g.refuse")) {
          found.governor = answer.at;
          found.governs = answer.governs;
          if (answer.governs === "g.agree") found.modality = "announced";
          else found.silent = `what "${scan.tokens[k]!.text}" asks for is turned down`;
          break;
        }
        // "a request by Rome to station troops": what a request is for has not been done.
        if (
          hit[0] === "g.ask" &&
          is(scan, k, "request") &&
          grammar.order === "prepositional" &&
          (usedWithArticle(scan, k) || caseIs(scan, k + 1, "by") || caseIs(scan, k + 1, "from"))
        ) {
          found.silent = `part of a "${scan.tokens[k]!.text}"`;
          found.governs = "g.ask";
          break;
        }
        const begged = hit[0] === "g.fact" ? askedToBe(scan, k, clauses) : undefined;
        if (begged === undefined) govern(found, scan, k, hit, clauses, grammar, from);
        else govern(found, scan, begged, ["g.ask", "requested"], clauses, grammar, from);
        // "asked Malta to stop sending": the stop is itself only asked for.
        const outer =
          hit[1] === "negated" && is(scan, k - 1, "case.to") ? outerGovernor(scan, k - 1, clauses) : undefined;
        if (outer === "silent") found.silent = "only its end is spoken of";
        else if (outer && outer !== "negated" && outer !== "asserted") found.modality = outer;
        break;
      }
      if (is(scan, k, "that") || /^[;:.]$/u.test(scan.tokens[k]!.text)) break;
    }
    const told = toMark !== undefined && is(scan, toMark - 1, "states") && isPerfect(scan, toMark, from);
    if (!seen && toMark !== undefined && (told || isNumbered(scan, toMark - 1) || tookTime(scan, toMark, clauses))) {
      const begged = askedToBe(scan, toMark - 1, clauses);
      // "one of the states to have recognised": what has been done is a fact.
      found.governor = toMark - 1;
      found.governs = "g.fact";
      if (begged !== undefined) govern(found, scan, begged, ["g.ask", "requested"], clauses, grammar, from);
    } else if (!seen && toMark !== undefined && !found.silent && headlined(scan, toMark, clauses)) {
      found.modality = "announced";
      found.notes.push(traced("headline"));
    } else if (!seen && toMark !== undefined && !found.silent)
      found.silent = "stands in an infinitive that nothing known governs";
  } else if (!participle && !found.passive) {
    const noun = nounGovernor(scan, from, clauses);
    if (noun) govern(found, scan, noun.at, noun.hit, clauses, grammar);
  }
  if (onlyPast(scan, toMark)) found.silent ??= "only in the past";
  if (asksForItself(scan, from, toMark, found)) found.silent ??= "asks to be let do it";
  if (joinsIn(scan, from, to, form)) found.silent ??= "joins in an act";
  if (is(scan, from, "recognition") || is(scan, from, "delivery")) withheld(found, scan, to, clauses);
  if (found.polarity === "affirmed" && notLet(scan, begin, clauses)) {
    found.polarity = "negated";
    found.notes.push(traced("notLet"));
  }
  const relative = is(scan, from - 1, "that") && clauses.clauses[clause]?.from === from - 1;
  if (!relative && describes(scan, from, to, participle && !be, gerund)) found.silent ??= "describes a noun";
  if (denied(scan, clauses, clause)) {
    found.silent ??= "stands in a denial";
    found.denied = true;
  } else if (found.silent && found.governor !== undefined && is(scan, found.governor, "v.deny")) found.denied = true;
  if (demandTurnedDown(scan, clauses, from)) found.silent ??= "only asked for, and turned down";
  if (isOther(scan, begin)) found.silent ??= "something else was done";
  if (onlyUntil(scan, begin, from, found)) found.silent ??= "true only until then";
  if (hoped(scan, clauses, clause)) found.silent ??= "only hoped or feared";
  if (overdue(scan, begin, clauses)) found.silent ??= "only overdue";
  if (unproven(scan, clauses, clause)) found.silent ??= "nothing tells of it";
  if (found.modality === "asserted" && rumoured(scan, clauses, clause, begin)) found.modality = "alleged";
  common(found, scan, begin, to, clauses, grammar);
  // "If Chad asked, Kenya would refuse": what depends on a condition that another clause sets; "would have" is past it.
  if (found.modality === "conditional" && would && !may && found.silent === onlyMaybe && !isPerfect(scan, begin, from))
    found.silent = undefined;
  if (found.modality === "conditional" && isForetold(scan)) found.silent ??= "only foretold";
  return found;
}

const onlyMaybe = "only a possibility";

/** "it [took] Chad a year to recognise": what took time was done. */
function tookTime(scan: Scan, to: number, { of }: Clauses): boolean {
  for (let k = to - 1; k > 0 && k > to - 12 && of[k] === of[to]; k--)
    if (is(scan, k, "v.took")) return is(scan, k - 1, "inanimate") && scan.covered[k + 1] !== undefined;
  return false;
}

/** "the 114th country [to recognise]": who is counted among those who have done it. */
const isNumbered = (scan: Scan, k: number): boolean =>
  is(scan, k, "state") && /^\d+\p{L}+$/u.test(scan.tokens[k - 1]?.text ?? "");

const isPerfect = (scan: Scan, to: number, from: number): boolean =>
  Array.from({ length: from - to }, (_, k) => to + k).some((k) => is(scan, k, "aux"));

function gerundBetween(scan: Scan, from: number, to: number, form: (k: number, name: string) => boolean): boolean {
  for (let k = from; k < to; k++) if (scan.tokens[k]!.word && !scan.covered[k] && form(k, "gerund")) return true;
  return false;
}

/** "has not let a single round [reach]": who does not let an act happen keeps it from happening. */
function notLet(scan: Scan, begin: number, { of }: Clauses): boolean {
  for (let k = begin - 1; k >= Math.max(0, begin - 9) && of[k] === of[begin]; k--)
    if (is(scan, k, "v.let"))
      return [1, 2, 3].some((back) => is(scan, k - back, "negation") || is(scan, k - back, "g.refuse"));
  return false;
}

/** "appeals to [send]", "seeking to [join]": the sign of the infinitive is the last word of what governs it. */
function toWithin(scan: Scan, begin: number, grammar: Grammar): number | undefined {
  const last = scan.tokens[begin - 1];
  if (!last?.word || !grammar.lexicon.of(last.lower).includes("case.to")) return undefined;
  const mark = markEndingAt(scan, begin);
  return mark && mark.to - mark.from > 1 && governorWithin(scan, mark.from, grammar) ? begin - 1 : undefined;
}

/** What governs an infinitive by its first word, where a longer form has taken its preposition along. */
const governorWithin = (scan: Scan, k: number, grammar: Grammar): ReturnType<typeof governorAt> =>
  governorAt(scan, k) ?? governorOf(grammar.lexicon.of(scan.tokens[k]!.lower));

/** "in occupied regions", "the visiting envoy": a participle inside of a noun phrase tells no act of the clause's subject. */
function describes(scan: Scan, from: number, to: number, participle: boolean, gerund: boolean): boolean {
  const next = scan.tokens[to];
  if (!next?.word || caseIs(scan, to, "by") || is(scan, to, "determiner")) return false;
  if (gerund && is(scan, from, "meeting")) return false;
  // "the bombing of Tehran" is a noun that tells an act.
  if (gerund && caseIs(scan, to, "of") && is(scan, from, "attack")) return false;
  // "have each given", "Mali and Niger each received" are verbs all the same.
  if (is(scan, from - 1, "determiner"))
    return (participle || gerund) && !is(scan, from - 2, "aux") && !is(scan, from - 2, "be") && !scan.covered[from - 2];
  // "in four occupied regions"
  const counted = is(scan, from - 1, "filler") || /^\d/u.test(scan.tokens[from - 1]?.text ?? "");
  const before = counted ? from - 2 : from - 1;
  // "has since bought" is a verb.
  if (is(scan, from - 1, "adverb") && (is(scan, from - 2, "aux") || is(scan, from - 2, "be"))) return false;
  return participle && !scan.covered[to] && scan.classes[before]?.some((cls) => cls.startsWith("case.")) === true;
}

/** "Malta to recognise": the infinitive stands right behind the subject, and no verb before it. */
function headlined(scan: Scan, to: number, clauses: Clauses): boolean {
  if (!scan.covered[to - 1] && !is(scan, to - 1, "organ")) return false;
  for (let k = to - 1; k >= 0 && clauses.of[k] === clauses.of[to]; k--) {
    const classes = scan.classes[k]!;
    if (classes.includes("organ")) continue;
    if (classes.some((cls) => cls.startsWith("v.") || ["be", "aux", "speech", "future"].includes(cls))) return false;
  }
  return true;
}

function toBefore(scan: Scan, begin: number, from: number): number | undefined {
  for (let k = from - 1; k >= begin; k--) if (is(scan, k, "case.to")) return k;
  return undefined;
}

const caseIs = (scan: Scan, k: number, name: string): boolean => is(scan, k, `case.${name}`);
