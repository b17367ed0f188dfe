import { type Analysis, groupOf, subjectOf } from "./analysis.ts";
import type { Phrase, Pronoun } from "./phrase.ts";
import { caseMarker, is, type Scan } from "./scan.ts";
import { leftAside } from "./setApart.ts";
import { begins, Figure } from "./signs.ts";

/** "[Guatemala], which": whom a relative pronoun means. */
export function relative(analysis: Analysis, pronoun: Pronoun): Phrase[] {
  const known = analysis.phrases.filter((phrase) => phrase.to <= pronoun.from && phrase.case !== "appositive");
  // "It was Chad, and not [Mali], that": who is left out is not meant.
  const aside = analysis.grammar.order === "prepositional" && known.at(-1);
  const apart = aside && pronoun.from - aside.to < 3 && leftAside(analysis.scan, aside.from);
  const before = apart ? known.filter((phrase) => phrase.group !== aside.group) : known;
  const last = before.at(-1);
  const named =
    described(analysis, pronoun) ??
    oneThat(analysis, pronoun) ??
    joins(analysis, pronoun) ??
    amongThem(analysis, pronoun) ??
    correlate(analysis, pronoun);
  if (named) return named;
  // "[Russia], which took it and whose troops": both clauses tell of the same.
  const { kind, from: opens } =
    analysis.clauses.clauses[analysis.clauses.clauses[analysis.clauses.of[pronoun.from]!]!.parent] ?? {};
  const first =
    kind === "relative" &&
    is(analysis.scan, pronoun.from - 1, "and") &&
    !analysis.pronouns.some(({ from }) => from > pronoun.from && from < pronoun.to + 3) &&
    analysis.grammar.order === "prepositional"
      ? before.filter(({ actor }) => actor.via === "pronoun" && actor.from === opens)
      : [];
  if (first.length > 0) return first;
  // "[Guatemala] is among the states that recognise it".
  const { scan } = analysis;
  const among = [1, 2, 3, 4].some((step) => is(scan, pronoun.from - step, "states"));
  const subject = among ? before.filter((phrase) => phrase.case === "nom" && !phrase.adjectival).at(-1) : undefined;
  if (subject) return groupOf(before, subject);
  if (!last || (apart ? aside.from : pronoun.from) - last.to > 4) return [];
  // "Peru's best ally against locusts, which": what stands between is meant, not the owner of what stood before it.
  const owner = last.case === "gen" && analysis.grammar.order === "prepositional";
  // "the Iranian drones that": things of a country are not the country.
  if (owner && last.adjectival) return [];
  if (owner)
    for (let k = last.to; k < pronoun.from; k++) if (caseMarker(scan, k) || is(scan, k, "determiner")) return [];
  // "Norway approved a resolution that": the thing between is meant.
  if (analysis.grammar.order === "prepositional" && scan.tokens[last.to]?.text !== ",")
    for (let k = last.to; k < pronoun.from; k++) if (is(scan, k, "article")) return [];
  // "a farmer from Moldova who": the person is nobody that the text names.
  if (pronoun.person && last.case !== "nom" && last.actor.via === "name") return [];
  // "Chad and [Mali], which has": one only.
  return is(scan, pronoun.to, "singular") ? [last] : groupOf(before, last);
}

/** "Paraguay is the only state that": behind a copula the noun means the subject. */
function described(analysis: Analysis, pronoun: Pronoun): Phrase[] | undefined {
  const { clauses, scan, grammar } = analysis;
  if (grammar.order !== "prepositional") return undefined;
  const parent = clauses.clauses[clauses.of[pronoun.from]!]?.parent ?? -1;
  const subject = subjectOf(analysis, parent).filter((phrase) => phrase.to <= pronoun.from);
  const last = subject.at(-1);
  if (!last || scan.tokens[pronoun.from - 1]?.text === ",") return undefined;
  const named = analysis.phrases.some(
    (phrase) => phrase.from >= last.to && phrase.to <= pronoun.from && !phrase.adjectival,
  );
  if (named) return undefined;
  for (let k = last.to; k < pronoun.from; k++) if (scan.classes[k]!.includes("be")) return subject;
  return undefined;
}

/** "[Chad and Mali] the Union's members are that": behind a copula the noun means the subject, not who owns it. */
function oneThat(analysis: Analysis, { from }: Pronoun): Phrase[] | undefined {
  const { clauses, scan, grammar } = analysis;
  if (grammar.order !== "postpositional") return undefined;
  if (grammar.lateSubject) {
    // "[Chad] was the first state in Africa, which".
    const state =
      scan.tokens[from - 1]?.text === "," &&
      [is(scan, from - 2, "states.like"), is(scan, from - 2, "g.fact")].includes(true) &&
      (scan.marks[from - 2]?.ending ?? "") === "";
    const one = state
      ? subjectOf(analysis, clauses.of[from - 2]!).filter(({ to, actor }) => to <= from && actor.via !== "pronoun")
      : [];
    return one.length > 0 ? one : undefined;
  }
  const be = scan.tokens[from - 1]?.text === "," ? from - 2 : from - 1;
  const noun = be - 1;
  if (!is(scan, be, "copula") || !(is(scan, noun, "member") || is(scan, noun, "state"))) return undefined;
  const subject = subjectOf(analysis, clauses.of[be]!).filter(
    (phrase) => phrase.to <= noun && phrase.actor.via !== "pronoun",
  );
  return subject.length > 0 ? subject : undefined;
}

/** "[Mali] has joined the ranks of those states which": who is counted among those of whom the clause tells; nobody where that is denied. */
function joins(analysis: Analysis, { from }: Pronoun): Phrase[] | undefined {
  const { clauses, scan, grammar, phrases } = analysis;
  const parent = clauses.clauses[clauses.of[from]!]?.parent ?? -1;
  if (grammar.order !== "postpositional" || parent < 0) return undefined;
  let those = from - 1;
  while (those > from - longest && !(isThose(scan, those) && clauses.of[those] === parent)) those--;
  if (!isThose(scan, those) || phrases.some(({ actor }) => actor.from > those && actor.from < from)) return undefined;
  let inside = false;
  let denied = false;
  for (let k = those + 1; k < from; k++) {
    const next = is(scan, k + 1, "counted") || is(scan, k + 1, "copula") || is(scan, k + 2, "counted");
    if (is(scan, k, "case.loc") && (next || is(scan, k - 1, "ranks"))) inside = true;
    if (is(scan, k, "negation")) denied = true;
  }
  const subject = inside ? subjectOf(analysis, parent).filter((phrase) => phrase.to <= those) : [];
  return subject.length > 0 ? (denied ? [] : subject) : undefined;
}

/** "those states", "of those [150] states" */
const isThose = (scan: Scan, k: number): boolean =>
  is(scan, k, "pronoun.those") ||
  (is(scan, k, "states") && (is(scan, k - 2, "definite") || is(scan, k - 2, "determiner")) && isNumber(scan, k - 1));

const isNumber = (scan: Scan, k: number): boolean => begins(scan.tokens[k]?.text, Figure) || is(scan, k, "count");

/** "Those states which recognise it: [Mali] is one of them": who is counted among them stands in a clause behind. */
function amongThem(analysis: Analysis, { from, to }: Pronoun): Phrase[] | undefined {
  const { clauses, scan, grammar } = analysis;
  // "those of [the Union]'s members which": only their owner may stand before them.
  const opens = from <= 1 || analysis.phrases.some((phrase) => phrase.from === 0 && phrase.to === from);
  if (grammar.order !== "postpositional" || !opens || !scan.present.has("amongthem")) return undefined;
  const at = scan.classes.findIndex((classes, k) => k >= to && classes.includes("amongthem"));
  const clause = clauses.of[at]!;
  if (at < 0 || clause === clauses.of[from]) return undefined;
  const denied = scan.classes.some((classes, k) => clauses.of[k] === clause && classes.includes("negation"));
  const subject = subjectOf(analysis, clause).filter(({ actor }) => actor.via !== "pronoun");
  return subject.length > 0 && !denied ? subject : undefined;
}

/** "Which country turned it down, that [Ghana] now sits": whom the word that answers the relative pronoun names. */
function correlate({ clauses, scan, grammar, phrases }: Analysis, { from, to }: Pronoun): Phrase[] | undefined {
  if (!grammar.lateSubject || !scan.present.has("correlative")) return undefined;
  // "Chad, which country is": a name behind which a comma stands is meant.
  if (scan.tokens[from - 1]?.text === ",") return undefined;
  for (let k = to; k < scan.tokens.length; k++) {
    const inside = clauses.of[k] === clauses.of[from] && scan.tokens[k - 1]!.text !== ",";
    if (!is(scan, k, "correlative") || inside) continue;
    const end = scan.marks[k]?.to ?? k + 1;
    const name = phrases.find((phrase) => phrase.from === (is(scan, end, "copula") ? end + 1 : end));
    return name && groupOf(phrases, name);
  }
  return undefined;
}

/** Tokens that may stand between the states and the clause that tells of them. */
const longest = 13;
