import { type Analysis, subjectOf } from "./analysis.ts";
import type { Phrase } from "./phrase.ts";
import { is } from "./scan.ts";

/** A clause that only says of somebody that they did the same, or did not: "but [Iran] not", "[Laos] never did so". */
export interface Ellipsis {
  /** The clause whose verb is meant. */
  of: number;
  subject: Phrase[];
  negated: boolean;
}

const figures = /^\p{Nd}+$/u;

/** Classes of what may stand beside the subject of such a clause. */
const small: ReadonlySet<string> = new Set([
  "negation",
  "particle",
  "also",
  "time",
  "adverb",
  "filler",
  "determiner",
  "light",
  "aux",
  "finite",
  "copula",
  "same",
  "v.give",
  "adversative",
  "even",
  "adversative.late",
  "adversative.comma",
  "and",
  "subordinate",
  "case.upto",
  "case.loc",
]);

/** The clauses of a sentence whose verb is left out. */
export function ellipses(analysis: Analysis): Ellipsis[] {
  const { clauses, grammar } = analysis;
  if (grammar.order !== "postpositional" || grammar.lateSubject) return [];
  return clauses.clauses.flatMap((clause): Ellipsis[] => {
    if (clause.id === 0 || !["and", "but", "main", "subordinate"].includes(clause.kind)) return [];
    const subject = subjectOf(analysis, clause.id).filter(({ actor }) => actor.via !== "pronoun");
    if (subject.length === 0) return [];
    const said = rest(analysis, clause.id, subject) ?? sameDone(analysis, clause.id, subject);
    if (!said) return [];
    // "neither Peru gave it, nor [Chile]": the negation opens the clause.
    const nor = is(analysis.scan, clause.from, "neither.bare") || is(analysis.scan, clause.from + 1, "neither.bare");
    const negated = nor || said.some((k) => is(analysis.scan, k, "negation"));
    const same = said.some((k) => is(analysis.scan, k, "same"));
    const bare =
      (subject[0]!.case === "erg" || is(analysis.scan, clause.from, "even")) &&
      said.every((k) => !is(analysis.scan, k, "v.give"));
    // "[Nauru] gave in 2009": what was given is what the clause before gives.
    const gave = said.some((k) => is(analysis.scan, k, "v.give")) && said.length > 1;
    // "…, then [Egypt] too": who acts and has no verb did the same; "…, [Oman] not": who stands alone with a denial did not.
    const alike = bare && !said.some((k) => verbal.some((cls) => is(analysis.scan, k, cls)));
    // "neither Peru gives it, nor [Chile]": the denial stands before the subject.
    const alone = negated && said.length === (nor ? 0 : 1) && opensWith(analysis, clause.from, subject);
    return same || gave || alike || alone || (negated && bare && said.length < 5)
      ? [{ of: before(analysis, clause.id), subject, negated }]
      : [];
  });
}

const verbal = ["finite", "light", "aux", "copula"];

/** Whether nothing but a mark or a conjunction stands in a clause before its subject. */
const opensWith = ({ scan }: Analysis, from: number, [first]: Phrase[]): boolean =>
  scan.tokens
    .slice(from, first!.from)
    .every(({ word }, k) => !word || ["adversative", "and", "neither.bare"].some((cls) => is(scan, from + k, cls)));

/** "[Qatar] has not done so yet": whoever did, or did not do, what the sentence before tells, where a sentence says no more. */
export function didTheSame(analysis: Analysis): { phrases: Phrase[]; polarity: "affirmed" | "negated" }[] {
  const { scan, grammar, clauses } = analysis;
  if (grammar.order !== "postpositional" || grammar.lateSubject || !scan.present.has("same")) return [];
  if (clauses.clauses.length > 1) return [];
  const subject = subjectOf(analysis, 0).filter(({ actor }) => actor.via !== "pronoun");
  const said = subject.length > 0 ? sameDone(analysis, 0, subject) : undefined;
  if (!said) return [];
  const denied = said.some((k) => is(scan, k, "negation") || is(scan, k, "refuse.n"));
  return [{ phrases: subject, polarity: denied ? "negated" : "affirmed" }];
}

/** The words of a clause behind its subject, where all of them are small. */
function rest({ scan, clauses, phrases }: Analysis, clause: number, subject: Phrase[]): number[] | undefined {
  const found: number[] = [];
  const to = Math.max(...subject.map((phrase) => phrase.to));
  const from = Math.min(...subject.map((phrase) => phrase.from));
  for (let k = 0; k < scan.tokens.length; k++) {
    if (clauses.of[k] !== clause || !scan.tokens[k]!.word) continue;
    if (phrases.some((phrase) => phrase.from <= k && k < phrase.to)) {
      if (k >= to) return undefined;
      continue;
    }
    if (figures.test(scan.tokens[k]!.text)) continue;
    // "[the Pacific's small state] Nauru": what describes the subject stands before it.
    if (k < from && (is(scan, k, "case.gen") || is(scan, k, "state"))) continue;
    if (scan.classes[k]!.length > 0 ? !scan.classes[k]!.some((cls) => small.has(cls)) : k >= to) return undefined;
    if (k >= to) found.push(k);
  }
  return found;
}

/** "[Serbia], for all its ties to Moscow, did not do so": the words of a clause whose verb says that the same is done. */
function sameDone({ scan, clauses, phrases }: Analysis, clause: number, subject: Phrase[]): number[] | undefined {
  const inside = scan.tokens.flatMap(({ word }, k) => (word && clauses.of[k] === clause ? [k] : []));
  const at = inside.find((k) => is(scan, k, "same"));
  const others = phrases.filter(
    (phrase) =>
      clauses.of[phrase.actor.from] === clause &&
      !subject.includes(phrase) &&
      !["abl", "other", "loc", "per"].includes(phrase.case),
  );
  if (at === undefined || others.length > 0) return undefined;
  const after = inside.filter((k) => k >= at);
  // "[Peru] flatly refused to do so"
  const refusal = after.find((k) => is(scan, k, "refuse.n")) ?? -1;
  const turns = (k: number): boolean => k <= refusal && refusal - k <= 3 && !is(scan, k, "and");
  return after.every((k) => turns(k) || scan.classes[k]!.some((cls) => small.has(cls))) ? after : undefined;
}

/** The clause right before one that holds a word: a comma alone may open a clause before its conjunction. */
function before({ scan, clauses }: Analysis, clause: number): number {
  const { parent, kind } = clauses.clauses[clause]!;
  let at = kind === "main" || parent < 0 ? clause - 1 : parent;
  while (at > 0 && !scan.tokens.some(({ word }, k) => word && clauses.of[k] === at))
    at = clauses.clauses[at]!.parent < 0 ? at - 1 : clauses.clauses[at]!.parent;
  return Math.max(at, 0);
}
