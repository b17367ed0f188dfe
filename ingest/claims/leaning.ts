import { type Analysis, inClause, subjectOf, within } from "./analysis.ts";
import { againLast } from "./leaningLast.ts";
import type { Phrase } from "./phrase.ts";
import { is, type Scan } from "./scan.ts";
import { type Cue, type Filler, sameAs } from "./scope.ts";
import type { Stance } from "./stance.ts";

/** What a clause without a verb of its own says of the clause before it. */
interface Gap {
  phrases: Phrase[];
  /** `same`: it does the same; `did`: it did so; `not`: not it; `thing`: it does the same with another thing. */
  kind: "same" | "did" | "not" | "thing";
  /** It is going to. */
  future?: boolean;
}

/** "…, but [Vietnam] not", "…, [India] goes the same way", "…, and [Chad] two helicopters": the clause that leans on a cue's. */
function gap(analysis: Analysis, cue: Cue): Gap | undefined {
  const { grammar, scan, clauses } = analysis;
  if (!grammar.lateSubject) return undefined;
  const own = Math.max(clauses.of[cue[0]]!, clauses.of[cue[1] - 1]!);
  // The comma before a conjunction may stand in a clause of its own.
  const next = clauses.clauses.findIndex(
    ({ id }) => id > own && scan.tokens.some(({ word }, k) => word && clauses.of[k] === id),
  );
  if (next < 0 || clauses.clauses[next]!.kind === "that") return undefined;
  let same = false;
  let did = false;
  let not = false;
  let future = false;
  let thing = false;
  let words = 0;
  for (let k = clauses.clauses[next]!.from; k < scan.tokens.length; k++) {
    if (clauses.of[k] !== next || !scan.tokens[k]!.word || scan.covered[k]) continue;
    if (is(scan, k, "does.it")) {
      did = true;
      if (grammar.hasForm(scan.tokens[k]!.lower, "negated")) not = true;
    } else if (scan.classes[k]!.some((cls) => cls.startsWith("pronoun.org"))) return undefined;
    else if (is(scan, k, "same.way")) same = true;
    else if (is(scan, k, "not.it")) not = true;
    else if (repeats(analysis, cue, k)) {
      did = true;
      if (grammar.hasForm(scan.tokens[k]!.lower, "negated")) not = true;
      if (grammar.hasForm(scan.tokens[k]!.lower, "future")) future = true;
    } else if (isVerb(analysis, k)) return undefined;
    else if (is(scan, k, "goods")) thing = true;
    else if (!["and", "adversative", "count", "time"].some((cls) => is(scan, k, cls))) words++;
  }
  const inside = within(analysis, next);
  const subject = subjectOf(analysis, next).filter((phrase) => phrase.actor.via !== "pronoun");
  // "is [Chad]'s ally, not [Oman]'s", "gave it to Mali, not [to Togo]": the party of the same case.
  const found = subject.length === 0 && not && !did ? inside.filter(({ owned }) => owned.length === 0) : subject;
  if (found.length === 0 || inside.some((phrase) => phrase.group !== found[0]!.group)) return undefined;
  if (same) return { phrases: found, kind: "same" };
  if (did) return words < 3 ? { phrases: found, kind: not ? "not" : "did", future } : undefined;
  if (not) return words < 3 ? { phrases: found, kind: "not" } : undefined;
  return thing && words < 6 ? { phrases: found, kind: "thing" } : undefined;
}

/** "though Chad gave it recognition, [Mali] did not give": the verb of the clause before, said again alone. */
const repeats = ({ scan }: Analysis, [from, to]: Cue, k: number): boolean =>
  ["v.give", "v.send", "v.supply", "v.admit"].some((cls) => {
    if (!is(scan, k, cls) || isOther(scan, from, k - 1)) return false;
    for (let n = from; n < Math.min(to + 2, k); n++) if (is(scan, n, cls)) return true;
    return false;
  });

/** "…, but Mali did not give [aid]": a noun of its own makes the repeated verb another act. */
const isOther = (scan: Scan, cue: number, k: number): boolean =>
  ["goods", "help", "bound"].some((cls) => is(scan, k, cls)) && scan.tokens[k]!.lower !== scan.tokens[cue]!.lower;

function isVerb({ scan, grammar }: Analysis, k: number): boolean {
  return (
    scan.classes[k]!.some((cls) => cls === "finite" || cls === "light" || cls === "speech" || cls.startsWith("v.")) ||
    grammar.hasForm(scan.tokens[k]!.lower, "finite")
  );
}

/** "no state has recognised it, [Moldova] neither": who is named behind a denial of everybody is one of them. */
export function elliptic(analysis: Analysis, cue: Cue, how: Stance): Filler | undefined {
  if (how.polarity !== "negated" || !inClause(analysis, analysis.clauses.of[cue[0]], "nobody")) return undefined;
  const found = gap(analysis, cue);
  return found && found.kind !== "thing" && found.kind !== "did"
    ? { phrases: found.phrases, slot: "named as no exception", carried: true }
    : undefined;
}

/** The same act told of another party in a clause that leans on this one: who acts, who it is done to, and whether it is denied. */
export function again(
  analysis: Analysis,
  cue: Cue,
  type: string,
  agent: Filler,
  object: Filler,
  how: Stance,
): { agent: Filler; object: Filler; how: Stance } | undefined {
  if (analysis.grammar.order === "postpositional" && !analysis.grammar.lateSubject)
    return againLast(analysis, cue, type, agent, object, how);
  const found = gap(analysis, cue);
  if (!found || agent.slot === "named as no exception") return undefined;
  if (found.kind === "thing" && type !== "SUPPLIED") return undefined;
  if (sameAs(found.phrases[0]!, agent.phrases) || sameAs(found.phrases[0]!, object.phrases)) return undefined;
  const other: Filler = { phrases: found.phrases, slot: "the clause that leans on it", carried: true };
  const told = { not: "negated", did: "affirmed" } as const;
  const stance: Stance =
    found.kind === "not" || found.kind === "did" ? { ...how, polarity: told[found.kind] } : { ...how };
  if (found.future && stance.modality === "asserted") stance.modality = "announced";
  const [first] = found.phrases;
  if (!bare(first!) && found.kind === "not") {
    const sameCase = ({ phrases }: Filler): boolean => phrases.some((phrase) => phrase.case === first!.case);
    if (sameCase(object)) return { agent, object: other, how: stance };
    return sameCase(agent) ? { agent: other, object, how: stance } : undefined;
  }
  const acts = agent.phrases.every(bare) || !object.phrases.every(bare);
  return acts ? { agent: other, object, how: stance } : { agent, object: other, how: stance };
}

const bare = (phrase: Phrase): boolean => phrase.case === "nom" && !phrase.adjectival;
