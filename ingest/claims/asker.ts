import { type Analysis, groupOf, inClause } from "./analysis.ts";
import type { Phrase } from "./phrase.ts";
import { caseMarker, is } from "./scan.ts";
import { type Cue, type Filler, stateOf } from "./scope.ts";

/** A request named elsewhere in the sentence is what is refused: "The plan that Rome had sent … Tunis turned down". */
export function wide(analysis: Analysis, agent: Filler): Filler | undefined {
  const { scan, clauses, phrases } = analysis;
  const other = (phrase: Phrase): boolean => !agent.phrases.some((each) => stateOf(each) === stateOf(phrase));
  for (const cls of ["request", "proposal"]) {
    // "signed an agreement with Chad": what is made with somebody is not his proposal.
    const owners = phrases.filter(
      (phrase) =>
        phrase.case !== "with" &&
        // "[ASEAN]'s mediation asked for Phnom Penh": whose help another asks for has asked for nothing.
        !(analysis.grammar.lateSubject && phrase.owned.some((noun) => is(scan, noun.to, "v.ask"))) &&
        phrase.owned.some((noun) => noun.classes.includes(cls)) &&
        other(phrase) &&
        !isForAnother(analysis, phrase, agent),
    );
    const [first] = owners;
    if (first && (new Set(owners.map(stateOf)).size === 1 || owners.every((each) => each.group === first.group)))
      return { phrases: unrepeated(owners), slot: `gen@${cls}, elsewhere in the sentence`, carried: true };
  }
  const invited = phrases.filter((phrase) => phrase.case === "askedby" && other(phrase));
  if (new Set(invited.map(stateOf)).size === 1)
    return { phrases: [invited[0]!], slot: "askedby, elsewhere in the sentence", carried: true };
  const asker = askedElsewhere(analysis, agent, true);
  if (asker)
    return {
      phrases: groupOf(phrases, asker).filter(other),
      slot: "who asks elsewhere in the sentence",
      carried: true,
    };
  for (let k = 0; k < scan.tokens.length; k++) {
    if (!scan.marks[k] || !(is(scan, k, "request") || is(scan, k, "proposal"))) continue;
    const maker =
      analysis.grammar.order === "prepositional"
        ? phrases.find(
            (phrase) =>
              phrase.case === "nom" &&
              phrase.from === scan.marks[k]!.to &&
              (is(scan, phrase.to, "aux") || is(scan, phrase.to, "v.make")) &&
              other(phrase),
          )
        : undefined;
    if (maker) return { phrases: [maker], slot: "who asks elsewhere in the sentence", carried: true };
    // "on [the Union]'s part which demand came": the word that points at the noun opens a clause behind its sender.
    const pointed =
      analysis.grammar.lateSubject && is(scan, k - 1, "that") ? clauses.clauses[clauses.of[k]!]?.parent : -1;
    const near = phrases.find(
      (phrase) =>
        ["by", "from"].includes(phrase.case) &&
        other(phrase) &&
        (analysis.grammar.order === "prepositional"
          ? phrase.from >= k && phrase.from - k < 4
          : phrase.to <= k && k - phrase.to < 8 && [clauses.of[k], pointed].includes(clauses.of[phrase.actor.from])),
    );
    if (near)
      return {
        phrases: groupOf(phrases, near).filter(other),
        slot: `who ${is(scan, k, "request") ? "asks" : "proposes"} elsewhere in the sentence`,
        carried: true,
      };
    if (agent.phrases.some((phrase) => clauses.of[phrase.actor.from] === clauses.of[k])) continue;
    // "[on the request] Angola kept silent": who does something about a request need not have made it.
    const about = caseMarker(scan, scan.marks[k]!.to)?.case;
    if (!analysis.grammar.lateSubject && analysis.grammar.order === "postpositional" && about && about !== "gen")
      continue;
    const kind = clauses.clauses[clauses.of[k]!]?.kind;
    if (analysis.grammar.order === "prepositional" && kind !== "relative" && kind !== "that") continue;
    // "[the Union] which demand has made, it will not accept": the word points at the noun, its subject stands before it.
    const opens = clauses.clauses[clauses.of[k]!]!.from;
    const points = analysis.grammar.lateSubject && kind === "that" && is(scan, opens, "that") && k - opens < 6;
    const parent = kind === "relative" || points ? [clauses.clauses[clauses.of[k]!]?.parent] : [];
    const places = [clauses.of[k], ...parent];
    const sender = phrases.filter(
      (phrase) =>
        places.includes(clauses.of[phrase.actor.from]) &&
        (phrase.case === "nom" || phrase.case === "erg") &&
        phrase.actor.via !== "pronoun" &&
        !phrase.adjectival &&
        other(phrase),
    );
    const asks = is(scan, k, "request") ? "asks" : "proposes";
    const [one] = sender;
    // "[the UN]'s refugee agency, [the UNHCR]": one node may be named twice.
    if (one && sender.every((each) => each.group === one.group || stateOf(each) === stateOf(one)))
      return { phrases: unrepeated(sender), slot: `who ${asks} elsewhere in the sentence`, carried: true };
  }
  return undefined;
}

/** "[Chad] asked Mali for [Kosovo]'s recognition": whose recognition another asks for has not asked. */
const isForAnother = ({ phrases, clauses }: Analysis, phrase: Phrase, agent: Filler): boolean =>
  phrase.owned[0]?.classes.includes("recognition") === true &&
  phrases.some(
    (each) =>
      each.case === "erg" &&
      each.to <= phrase.from &&
      clauses.of[each.actor.from] === clauses.of[phrase.actor.from] &&
      ![phrase, ...agent.phrases].some((known) => stateOf(known) === stateOf(each)),
  );

const unrepeated = (phrases: Phrase[]): Phrase[] =>
  phrases.filter((phrase, k) => phrases.findIndex((each) => stateOf(each) === stateOf(phrase)) === k);

/** "[wanted that] they stay": who wants what a clause tells has asked for it. */
const wants = ({ scan, grammar }: Analysis, k: number): boolean =>
  grammar.order === "postpositional" &&
  !grammar.lateSubject &&
  is(scan, k, "v.want") &&
  [1, 2].some((step) => is(scan, k + step, "that"));

/** "to open the border [told]": an infinitive in the dative before a verb of saying. */
function isTold({ scan, grammar }: Analysis, k: number): boolean {
  if (grammar.order !== "postpositional" || grammar.lateSubject || !is(scan, k, "speech")) return false;
  for (let n = k - 1; n >= Math.max(1, k - 2); n--)
    if (scan.marks[n] && (is(scan, n, "case.dat") || is(scan, n, "case.for")))
      return grammar.hasForm(scan.tokens[n - 1]!.lower, "infinitive");
  return false;
}

/** "to withdraw [Bangkok time and again] told": an infinitive before a late verb of telling; its subject may stand between. */
function isToldTo({ scan, grammar, clauses }: Analysis, k: number): boolean {
  if (!grammar.lateSubject || !is(scan, k, "told")) return false;
  let n = k - 1;
  while (n > 0 && clauses.of[n] === clauses.of[k] && (scan.covered[n] || is(scan, n, "adverb"))) n--;
  return n >= 0 && clauses.of[n] === clauses.of[k] && grammar.hasForm(scan.tokens[n]!.lower, "let");
}

/** "asked [Kenya] not to". */
export function asksNotTo({ scan, grammar, phrases }: Analysis, from: number): boolean {
  if (grammar.order !== "prepositional") return false;
  const whom = phrases.find((phrase) => phrase.from === from && phrase.case === "nom");
  const k = whom ? Math.max(...groupOf(phrases, whom).map(({ to }) => to)) : from;
  return is(scan, k, "negation") && is(scan, scan.marks[k]?.to ?? k + 1, "case.to");
}

/** "as Riyadh has asked", "Asked by Canada to": the one who asks in another clause of the sentence. */
export function askedElsewhere(analysis: Analysis, agent: Filler, tellings = false): Phrase | undefined {
  const { scan, clauses, phrases, grammar } = analysis;
  for (let k = 0; k < scan.tokens.length; k++) {
    // "told by Chad", "a general wanted by Chad"
    const told = (is(scan, k, "v.told") || is(scan, k, "v.seek")) && is(scan, scan.marks[k]?.to ?? k, "case.by");
    const wanted =
      grammar.order === "prepositional" &&
      (is(scan, k, "v.want") || is(scan, k, "v.seek")) &&
      clauses.clauses[clauses.of[k]!]!.kind === "relative";
    const asks =
      wanted ||
      (tellings && isToldTo(analysis, k)) ||
      is(scan, k, "v.ask") ||
      is(scan, k, "petition") ||
      told ||
      isTold(analysis, k) ||
      wants(analysis, k);
    if (!scan.marks[k] || !asks) continue;
    const clause = clauses.of[k];
    let next = scan.marks[k]!.to;
    while (is(scan, next, "adverb")) next = scan.marks[next]?.to ?? next + 1;
    // "asked Kenya not to recognise it, and Kenya will not": who does as he is asked refuses nothing.
    if (asksNotTo(analysis, next) || is(scan, k, "strives")) continue;
    // "whatever Minsk may ask": who only might ask has not.
    if (analysis.grammar.order === "prepositional" && is(scan, k - 1, "possible")) continue;
    const asker =
      phrases.find((phrase) => phrase.case === "by" && phrase.from === next) ??
      (analysis.grammar.order === "postpositional"
        ? phrases.find((phrase) => phrase.case === "by" && phrase.to <= k && k - phrase.to < 6)
        : undefined) ??
      phrases[analysis.grammar.order === "prepositional" ? "findLast" : "find"](
        (phrase) =>
          clauses.of[phrase.actor.from] === clause &&
          (phrase.case === "nom" || phrase.case === "erg") &&
          !phrase.adjectival &&
          !isDestination(analysis, phrase) &&
          (analysis.grammar.order === "postpositional" || (phrase.to <= k && !phrase.whom)),
      );
    if (asker && !agent.phrases.some((each) => stateOf(each) === stateOf(asker))) return asker;
  }
  return undefined;
}

/** "[Yemen] to send soldiers were asked for": a bare name right before an infinitive is where it goes. */
const isDestination = ({ scan, grammar }: Analysis, { case: name, to }: Phrase): boolean =>
  grammar.order === "postpositional" &&
  !grammar.lateSubject &&
  name === "nom" &&
  scan.marks[to] !== undefined &&
  grammar.hasForm(scan.tokens[to]!.lower, "infinitive");

/** "the list that [Paris] had sent Algiers returned": who sent what is rejected, told by a clause that describes it. */
export function sender({ scan, clauses, phrases, grammar }: Analysis, cue: Cue, agent: Filler): Filler | undefined {
  // "[Chad]'s sent list Mali rejected": whose sent thing it is.
  const owns = phrases.find(
    ({ case: name, to }) =>
      grammar.lateSubject && name === "gen" && is(scan, to, "part.give") && to < cue[0] && cue[0] - to < 5,
  );
  if (owns && !agent.phrases.some((each) => stateOf(each) === stateOf(owns)))
    return { phrases: [owns], slot: "who sent it", carried: false };
  for (const { id, kind, parent, from } of clauses.clauses) {
    if (kind !== "relative" || from > cue[0]) continue;
    if (!inClause({ scan, clauses }, id, "v.send")) continue;
    const found = phrases.filter(
      (phrase) =>
        phrase.case === "erg" &&
        phrase.actor.via !== "pronoun" &&
        (clauses.of[phrase.actor.from] === id || (clauses.of[phrase.actor.from] === parent && phrase.to <= from)) &&
        !agent.phrases.some((each) => stateOf(each) === stateOf(phrase)),
    );
    if (new Set(found.map(stateOf)).size === 1)
      return { phrases: found.slice(0, 1), slot: "who sent it", carried: true };
  }
  return undefined;
}

/** "demanded [that India send them back]": who is asked to turn somebody away has not done so. */
export const isDemanded = ({ clauses, scan, grammar }: Analysis, [from]: Cue): boolean => {
  const clause = clauses.clauses[clauses.of[from]!]!;
  if (grammar.order !== "prepositional" || clause.kind !== "that" || !is(scan, clause.from - 1, "v.askthat"))
    return false;
  // "the request that Chad hand it over was met with a refusal": only the first verb is what is asked for.
  return !scan.classes.some((classes, k) => k > clause.from && k < from && classes.some((cls) => cls.startsWith("v.")));
};

/** "two officers [sought by] Chad": a participle without its helping verb, behind a noun. */
export function isSought({ scan, grammar }: Analysis, [from, to]: Cue): boolean {
  if (grammar.order !== "prepositional" || !is(scan, from, "v.seek") || !is(scan, to, "case.by")) return false;
  return !["be", "aux", "adverb"].some((cls) => is(scan, from - 1, cls));
}

/** "asked Qatar [that it not send them home]": what somebody is asked not to do is no answer. */
export function isAsked(analysis: Analysis, [from]: Cue): boolean {
  const { kind, parent } = analysis.clauses.clauses[analysis.clauses.of[from]!]!;
  return kind === "that" && (inClause(analysis, parent, "v.ask") || inClause(analysis, parent, "g.ask"));
}
