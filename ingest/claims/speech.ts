import { type Analysis, ancestors, type Speech, subjectOf } from "./analysis.ts";
import type { Phrase } from "./phrase.ts";
import { is } from "./scan.ts";
import { sameAs, stateOf } from "./scope.ts";

/** Who speaks in a sentence: subjects of speech verbs, and names before "according to". */
export function speeches(analysis: Analysis): Speech[] {
  const { scan, clauses, phrases } = analysis;
  const found: Speech[] = [];
  for (let k = 0; k < scan.tokens.length; k++) {
    if (!scan.marks[k]) continue;
    const accusing = is(scan, k, "speech.accuse") || isRaised(analysis, k);
    if (!accusing && !is(scan, k, "speech")) continue;
    if (is(scan, k, "request") && isAnswered(analysis, scan.marks[k]!.to)) continue;
    const speaker = speakerOf(analysis, k, accusing);
    if (speaker) found.push({ speaker: speaker.actor.entity, at: k, clause: clauses.of[k]!, accusing, marker: false });
  }
  for (const phrase of phrases)
    if (phrase.case === "per")
      found.push({
        speaker: phrase.actor.entity,
        at: phrase.actor.from,
        clause: clauses.of[phrase.actor.from]!,
        accusing: false,
        marker: true,
      });
  return found;
}

/** Whose a verb of speech is. */
function speakerOf(analysis: Analysis, k: number, accusing: boolean): Phrase | undefined {
  const { scan, clauses, phrases } = analysis;
  const spoken = scan.marks[k]!.to;
  const behind = phrases.find((phrase) => phrase.trailing && phrase.from === spoken) ?? closing(analysis, k);
  if (behind) return behind;
  const accuser = accusing ? owner(analysis, k) : sayer(analysis, k);
  const inside = accuser ? [accuser] : subjectOf(analysis, clauses.of[k]!);
  const near = inside.find(
    (phrase) =>
      Math.abs(phrase.actor.from - k) < 25 &&
      // "we told London": who is told does not speak.
      !(is(scan, k, "v.told") && phrase.from === spoken),
  );
  return near ?? phrases.findLast((phrase) => phrase.case === "erg" && phrase.to <= k);
}

/** "[Chad]'s saying is that": whose word it is, where the noun of saying ends in no verb of its own. */
const sayer = ({ phrases, grammar, scan }: Analysis, k: number): Phrase | undefined =>
  grammar.order === "postpositional" && !grammar.lateSubject && grammar.inForm(scan.tokens[k]!, "infinitive")
    ? phrases.find(
        (phrase) => phrase.case === "gen" && (phrase.to === k || phrase.owned.some(({ from }) => from === k)),
      )
    : undefined;

/** "…, [Laos's minister] said": who stands between a mark and the verb at the end of what is said. */
const closing = ({ scan, phrases, grammar }: Analysis, k: number): Phrase | undefined =>
  grammar.order === "prepositional"
    ? phrases.find(
        (phrase) =>
          phrase.to === k &&
          phrase.case === "nom" &&
          !phrase.adjectival &&
          phrase.from > 0 &&
          /^[,”"’]$/u.test(scan.tokens[phrase.from - 1]!.text),
      )
    : undefined;

/** "this [allegation] Nepal has raised": the noun and its verb stand apart. */
function isRaised({ scan, clauses, grammar }: Analysis, k: number): boolean {
  if (grammar.order !== "postpositional" || grammar.lateSubject || !is(scan, k, "g.accuse")) return false;
  let verb = false;
  for (let n = k + 1; n < Math.min(scan.tokens.length, k + 7) && clauses.of[n] === clauses.of[k]; n++) {
    if (is(scan, n, "v.reject") || is(scan, n, "refuse.n") || is(scan, n, "negation")) return false;
    if (is(scan, n, "v.raise")) verb = true;
  }
  return verb;
}

/** "accepted [the demand]": where one word is a claim and a demand, what is accepted or turned down was demanded. */
const isAnswered = ({ scan, grammar }: Analysis, k: number): boolean =>
  grammar.order === "postpositional" &&
  [k, k + 1].some((n) => ["accept", "granted", "v.accept", "v.reject"].some((cls) => is(scan, n, cls)));

/** "[Nepal]'s allegation is": the owner of an accusation makes it. */
function owner({ phrases, scan }: Analysis, k: number): Phrase | undefined {
  const to = scan.marks[k]!.to;
  return phrases.find(
    (phrase) =>
      phrase.case === "gen" &&
      (phrase.to === k || phrase.owned.some((noun) => noun.from < to && noun.to > k && noun.case === "nom")),
  );
}

/** The speech that a cue stands in, if any: a complement or quotation of the speaker, or an "according to" of its clause. */
export function speechAround(analysis: Analysis, cue: number): Speech | undefined {
  const { clauses } = analysis;
  const clause = clauses.of[cue]!;
  const quote = clauses.quote[cue]!;
  const direct = analysis.speeches.filter((speech) => {
    if (speech.marker) return true;
    if (speech.clause === clause) return false;
    if (quote >= 0 && clauses.quote[speech.at] === quote) return false;
    // "struck Iran after Trump accused it": what an aside tells of an accusation does not make the main clause one.
    const aside = ["subordinate", "relative"].includes(clauses.clauses[speech.clause]!.kind);
    if (speech.accusing && aside && ancestors(clauses, speech.clause).includes(clause)) return false;
    return true;
  });
  return direct.sort((a, b) => Math.abs(a.at - cue) - Math.abs(b.at - cue))[0];
}

/** "Chad supplied them, according to [Kenya]": what a third state says of two others the paper does not vouch for. */
export function onlyHearsay({ phrases, grammar }: Analysis, speech: Speech | undefined, parties: Phrase[]): boolean {
  if (grammar.order !== "prepositional" || !speech) return false;
  const speaker = phrases.find(({ actor }) => actor.entity === speech.speaker);
  if (!speaker || !(speaker.actor.state || speaker.actor.country)) return false;
  return !sameAs(speaker, parties) && parties.every(({ actor }) => actor.within !== stateOf(speaker));
}
