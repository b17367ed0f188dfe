import { traced } from "../../model/trace.ts";
import { aboutAct } from "./aboutAct.ts";
import { asksAbove, deniedAbove, hopedAbove, unrealBehind, wishedBefore } from "./above.ts";
import type { Clauses } from "./clauses.ts";
import { common, govern, governorAt, neither } from "./govern.ts";
import type { Grammar } from "./grammar.ts";
import { endsIdiom, inGroup, isLight, isVerbal, lightBehind, mayBeVerb } from "./groupLast.ts";
import { decisionJudged, judgedAt } from "./judgedAhead.ts";
import type { Marked } from "./lexicon.ts";
import { hasNoun } from "./nouns.ts";
import { caseMarker, is, type Scan } from "./scan.ts";
import { plain, type Stance } from "./stance.ts";
import { isWish } from "./wish.ts";

/** Why a verb that only may be done, or that somebody wants to do or not, tells nothing. */
export const onlyPossible = "only a possibility";
export const onlyWished = "only wished";

/** Why a verb that must be done tells nothing, unless a frame is about what is due. */
export const obligation = "an obligation";

export function verbLast(scan: Scan, [from, to]: [number, number], clauses: Clauses, grammar: Grammar): Stance {
  const clause = clauses.of[to - 1]!;
  let end = to;
  // "condemnation [he] did not utter": a subject may stand inside of the verb group.
  if (grammar.lateSubject && is(scan, to, "pronoun.personal.nom") && is(scan, to + 1, "light")) end++;
  while (end < scan.tokens.length && end < to + 6 && clauses.of[end] === clause && inGroup(scan, grammar, end)) end++;
  if (end === to) end = lightBehind(scan, to, clauses, grammar);
  const found = plain([from, end]);
  let negations = 0;
  // Bengali negates behind the verb; before it stands the negation of a participle.
  const reach = grammar.lateSubject ? from : Math.max(0, from - 2);
  const only = notOnly(scan, end, clauses, clause, grammar);
  for (let k = reach; k < end; k++) {
    if (clauses.of[k] !== clause || (only && !grammar.lateSubject)) continue;
    if (isEmphatic(scan, grammar, k)) negations++;
    if (is(scan, k, "notonly")) continue;
    // "asked not [to send]": the infinitive is negated, not what governs it.
    const inner = k < from && !grammar.lateSubject && k + 1 < from && form(scan, grammar, k + 1, "infinitive");
    if (!only && is(scan, k, "negation") && !inner && (k >= from || adjacent(scan, k, from))) negations++;
    else if (!only && k >= from && form(scan, grammar, k, "negated") && mayBeVerb(scan, grammar, k)) negations++;
    if (k < from) continue;
    if (form(scan, grammar, k, "future") && mayBeVerb(scan, grammar, k)) found.modality = "announced";
    if (form(scan, grammar, k, "conditional")) found.silent = "stands in a condition";
    if (
      (form(scan, grammar, k, "passive") && (grammar.lateSubject || (k > from && !is(scan, k - 1, "bound")))) ||
      is(scan, k, "passive")
    )
      found.passive = true;
    // "[to buy] wants": the group may hold the verb that governs it.
    if (
      grammar.lateSubject &&
      k > from &&
      is(scan, k, "v.ask") &&
      form(scan, grammar, k - 1, "let") &&
      isLight(scan, k - 1)
    )
      found.silent = onlyWished;
    // "[loans to give] told": what somebody is told to do is asked of them.
    if (grammar.lateSubject && k >= to && is(scan, k, "told") && form(scan, grammar, k - 1, "let")) {
      found.governor = k;
      found.governs = "g.ask";
      found.modality = "requested";
    }
    // "could not become a member": what somebody was not able to do was not done.
    if (grammar.lateSubject && is(scan, k, "possible") && form(scan, grammar, k, "negated")) {
      if (!is(scan, k, "negation")) negations++;
    } else if (is(scan, k, "possible") || form(scan, grammar, k, "possible")) found.silent = onlyPossible;
  }
  if (neither(scan, from, clauses, clause, grammar)) negations++;
  // "the sale [stop]": ended where a finite verb follows, else only spoken of.
  let stop = end;
  while (grammar.lateSubject && is(scan, stop, "adverb") && clauses.of[stop] === clause) stop++;
  if (grammar.lateSubject && clauses.of[stop] === clause && is(scan, stop, "g.stop") && scan.marks[stop]) {
    const next = stop + 1;
    const done = scan.tokens[next]?.word && (is(scan, next, "finite") || form(scan, grammar, next, "finite"));
    // "if [the sale] stops": two words may make up the verb.
    if ([next, next + 1].some((k) => k < scan.tokens.length && form(scan, grammar, k, "conditional")))
      found.silent = "stands in a condition";
    else if (done && scan.marks[stop]!.ending === "") negations++;
    else found.silent = "only its end is spoken of";
  }
  // "the supply stopped": a noun whose own verb says that it ended.
  if (!grammar.lateSubject && clauses.of[end] === clause && is(scan, end, "g.stop") && scan.marks[end]) negations++;
  if (negations > 0) {
    found.polarity = "negated";
    found.notes.push(traced("negated"));
  }
  // The embedded verb: an infinitive or verbal noun whose governor follows.
  const last = end - 1;
  const mark = markEnding(scan, to);
  // "that it annexes the land [dat] will not recognise": whose act the verbal noun is owns it.
  const dative = grammar.lateSubject && form(scan, grammar, last, "verbal.dative");
  if (dative) found.dative = true;
  // "sanctions [imposing]-gen threat": a noun of doing that carries a case makes a noun of the whole.
  const done = grammar.lateSubject && end > to && is(scan, last, "light.noun") && scan.marks[last]!.ending !== "";
  const nominal =
    done ||
    dative ||
    (to === end &&
      (!isVerbal(scan, grammar, to - 1) || isNounOfAct(scan, grammar, to)) &&
      (grammar.lateSubject ? mark?.ending !== "" : caseMarker(scan, to) !== undefined));
  const verbal =
    form(scan, grammar, last, "infinitive") &&
    !is(scan, last, "finite") &&
    !(grammar.lateSubject && to - from > 1 && grammar.lexicon.isFinite(scan.tokens[last]!.lower)) &&
    (isLight(scan, last) ||
      endsIdiom(scan, last, grammar) ||
      (!grammar.lateSubject && last >= from && last < to && !hasNoun(scan.classes[last]!)));
  // "has to pay": who stands in the dative must, and has not; "is to pay" is what a frame may read as due.
  for (let k = from; k + 1 < end; k++)
    if (
      !grammar.lateSubject &&
      isLight(scan, k) &&
      form(scan, grammar, k, "infinitive") &&
      !is(scan, k, "finite") &&
      is(scan, k + 1, "copula")
    ) {
      found.silent = obligation;
      if (is(scan, k + 1, "due") && k + 2 === end) found.governs = "due";
    }
  let going = false;
  for (let k = from; k <= end && clauses.of[k] === clause; k++)
    if (is(scan, k, "going") && k > 0 && form(scan, grammar, k - 1, "infinitive")) going = true;
  if (going) found.modality = "announced";
  // "by its visiting": what happened because of an act has followed it.
  const cut = clauses.of[end] !== clause && form(scan, grammar, last, "clausal.at");
  const infinitive = verbal && !going && !(grammar.lateSubject && (form(scan, grammar, last, "clausal") || cut));
  if (infinitive || nominal) {
    found.infinitive = infinitive;
    found.nominal = nominal;
    let seen = false;
    // "[through] talks agreed to end it": by what means something is done has been done.
    for (let k = end; k < Math.min(scan.tokens.length, end + 9) && !is(scan, end, "through"); k++) {
      if (clauses.of[k] !== clause && clauses.of[k] !== clauses.clauses[clause]?.parent) break;
      if (nominal && is(scan, k, "v.arrive")) break;
      // "[to withdraw] told": what somebody is told to do is asked of them.
      const told = infinitive && k === end && caseMarker(scan, k)?.case === "dat" && is(scan, k + 1, "speech");
      if (told) {
        seen = true;
        govern(found, scan, k + 1, ["g.ask", "requested"], clauses, grammar);
        break;
      }
      const hit: ReturnType<typeof governorAt> =
        governorAt(scan, k) ?? (is(scan, k, "v.reject") ? ["g.refuse", "silent"] : undefined);
      // "ready [for] recognising": what is for doing something is governed by who is, or is not, ready for it.
      if (hit?.[1] === "silent" && is(scan, k, "case.for") && is(scan, scan.marks[k]?.to ?? k + 1, "g.agree")) continue;
      // "[for] recognising it Spain was praised": who is judged for it has done it.
      const judge = grammar.lateSubject && is(scan, k, "because") ? judgedAt(scan, k, clauses) : undefined;
      if (judge !== undefined) {
        seen = true;
        found.foreign = true;
        govern(found, scan, judge, ["g.fact", "asserted"], clauses, grammar);
        break;
      }
      // "left [for a visit]": who sets out for it makes it.
      if (hit?.[1] === "silent" && nominal && is(scan, scan.marks[k]?.to ?? k + 1, "v.arrive")) break;
      if (hit) {
        seen = true;
        // An accusation that is turned down stays one.
        const refused = hit[0] === "g.accuse" ? undefined : refusalAhead(scan, k, clauses, grammar);
        // "the decision to recognise it [Mali rejects]": nobody turns down a decision of his own.
        const judged = grammar.lateSubject ? decisionJudged(scan, k, refused, clauses) : undefined;
        if (judged !== undefined) {
          found.foreign = true;
          govern(found, scan, judged, ["g.fact", "asserted"], clauses, grammar);
          if (!is(scan, k, "decision")) found.silent ??= "only proposed, and judged";
          break;
        }
        govern(found, scan, refused ?? k, refused === undefined ? hit : ["g.refuse", "silent"], clauses, grammar);
        break;
      }
      if (infinitive && is(scan, k, "finite") && !is(scan, k, "aux")) break;
    }
    if (infinitive && !seen && !found.silent) found.silent = "stands in an infinitive that nothing known governs";
    // "on a visit will go": a noun on which its clause's verb rests has that verb's time.
    if (nominal && !seen && is(scan, to, "case.on"))
      for (let k = to + 1; k < scan.tokens.length && clauses.of[k] === clause; k++)
        if (form(scan, grammar, k, "future") && !scan.covered[k]) found.modality = "announced";
  }
  // "talks [wants]": what somebody wants has not come about.
  if (!grammar.lateSubject && end === to && is(scan, end, "v.want") && !isVerbal(scan, grammar, to - 1))
    found.silent ??= "only wanted";
  if (!grammar.lateSubject && found.polarity === "affirmed" && deniedAbove(scan, clauses, clause))
    found.silent ??= "denied in the clause above";
  if (!grammar.lateSubject && hopedAbove(scan, clauses, clause)) found.silent ??= "only hoped or feared";
  // "that it give": a wish, and a request where the clause above asks.
  // Other forms mean a wish only in a clause without an agent: "that it not [hand over]", not "that [they] handed over".
  const told = !grammar.lateSubject && clauses.clauses[clause]!.kind === "that" && form(scan, grammar, last, "wish");
  const wished = form(scan, grammar, last, "subjunctive") || (told && isWish({ scan, clauses, grammar }, clause));
  if (wished && !is(scan, last, "bound")) {
    if (asksAbove(scan, clauses, clause)) found.modality = "requested";
    else found.silent ??= onlyWished;
  }
  // "[any] attack counts as one on us": what may come has not come.
  if (found.polarity === "affirmed" && is(scan, from - 1, "any")) found.silent ??= "any act of its kind";
  // "[on supplying] a ban": what is forbidden is not done.
  if (grammar.lateSubject && nominal && is(scan, to, "sanction")) found.silent ??= "forbidden";
  if (grammar.lateSubject && found.modality === "announced" && dependsBefore(scan, from, clauses, grammar)) {
    found.modality = "conditional";
    found.notes.push(traced("condition"));
  }
  if (grammar.lateSubject && unrealBehind(scan, clauses, end)) found.silent ??= "only feared or rumoured";
  if (wishedBefore(scan, clauses, from)) found.silent ??= "only wished";
  if (grammar.lateSubject) aboutAct(found, scan, to, clauses);
  common(found, scan, from, end, clauses, grammar);
  return found;
}

const form = (scan: Scan, grammar: Grammar, k: number, name: string): boolean => grammar.inForm(scan.tokens[k]!, name);

/** "Congress agreeing, will sell": a participle of condition before the act, in its clause or the one that it depends on. */
function dependsBefore(scan: Scan, from: number, clauses: Clauses, grammar: Grammar): boolean {
  const clause = clauses.of[from]!;
  for (let k = from - 1; k > 0 && clauses.of[k]! >= clause - 1; k--)
    if (form(scan, grammar, k, "condition") && !is(scan, k, "timed") && clauses.clauses[clause]?.kind !== "that")
      return true;
  return false;
}

/** "not only X but Y": a negation that this word opens denies nothing. */
function notOnly(scan: Scan, before: number, clauses: Clauses, clause: number, grammar: Grammar): boolean {
  if (!scan.present.has("notonly")) return false;
  for (let k = 0; k < before; k++)
    if (clauses.of[k] === clause && is(scan, k, "notonly") && !isEmphatic(scan, grammar, scan.marks[k] ? k : k - 1))
      return true;
  return false;
}

/** "a state [even not] holds it": right before the verb the words deny it. */
function isEmphatic(scan: Scan, grammar: Grammar, k: number): boolean {
  const mark = scan.marks[k];
  if (grammar.lateSubject || !mark?.classes.includes("notonly") || mark.to - k < 2) return false;
  const denies = grammar.lexicon.of(scan.tokens[mark.to - 1]!.lower).includes("negation");
  return denies && scan.tokens[mark.to]?.word === true && !scan.covered[mark.to] && isVerbal(scan, grammar, mark.to);
}

/** "to send troops to [their] proposal … refused": what is refused further on was not done. */
function refusalAhead(scan: Scan, k: number, clauses: Clauses, grammar: Grammar): number | undefined {
  // What was only proposed may be turned down in the next clause: "the offer that they had made, Dhaka rejected it".
  const offer = is(scan, k, "proposal") && is(scan, k - 1, "that");
  for (let n = k; n < (offer ? scan.tokens.length : Math.min(scan.tokens.length, k + 7)); n++) {
    if (!offer && clauses.of[n] !== clauses.of[k]) break;
    // "the decision to arm it [Ghana protested]": what another protests against is decided all the same.
    if (!grammar.lateSubject && is(scan, n, "judges") && is(scan, k, "g.announce")) continue;
    if (is(scan, n, "g.refuse") || is(scan, n, "v.reject")) return n;
  }
  return undefined;
}

/** A decision that somebody condemns or welcomes has been taken. */
export function factAhead(scan: Scan, k: number, clauses: Clauses): boolean {
  for (let n = k + 1; n < Math.min(scan.tokens.length, k + 8) && clauses.of[n] === clauses.of[k]; n++)
    if (is(scan, n, "g.fact")) return true;
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
