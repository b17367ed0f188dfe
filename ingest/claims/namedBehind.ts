import { type Analysis, groupOf } from "./analysis.ts";
import type { Phrase } from "./phrase.ts";
import { is } from "./scan.ts";
import type { Cue, Filler } from "./scope.ts";

/**
 * "one of the states that recognise it is [Peru]", "three states refused: [Peru and Chad]", "only two recognise it, among
 * them [Peru]": who does what is told of states that only their number names, where the sentence says who they are.
 */
export function named(analysis: Analysis, cue: Cue): Filler | undefined {
  const { scan, clauses } = analysis;
  const own = clauses.clauses[clauses.of[cue[0]]!]!;
  const relative = own.kind === "relative" || own.kind === "that";
  const states = relative ? own.from - 1 : lastNoun(analysis, cue);
  if (states !== undefined && is(scan, states, "determiner") && is(scan, 0, "case.among"))
    return filler(analysis, said(analysis, cue, clauses.of[states]));
  if (states === undefined || !["states", "member", "state", "ally", "nation.of"].some((cls) => is(scan, states, cls)))
    return undefined;
  const clause = clauses.of[states];
  const earlier = analysis.phrases.some(
    ({ case: name, to, actor, adjectival }) =>
      name === "nom" && !adjectival && to <= states && clauses.of[actor.from] === clause,
  );
  if (earlier || none(analysis, states)) return undefined;
  const found = relative ? (said(analysis, cue, clause) ?? listed(analysis, cue)) : listed(analysis, cue);
  return filler(analysis, found);
}

const filler = ({ phrases }: Analysis, found: Phrase | undefined): Filler | undefined =>
  found && { phrases: groupOf(phrases, found), slot: "one of those who", carried: true };

/** "[…] is Peru": whom the copula behind the clause names. */
function said({ scan, clauses, phrases }: Analysis, cue: Cue, clause: number | undefined): Phrase | undefined {
  for (let k = cue[1]; k < scan.tokens.length; k++) {
    if (clauses.of[k] !== clause || !is(scan, k, "be")) continue;
    return phrases.find(({ from, case: name, adjectival }) => from === k + 1 && name === "nom" && !adjectival);
  }
  return undefined;
}

/** ": Peru and Chad", ", among them Peru": names that end the sentence. */
function listed({ scan, phrases }: Analysis, cue: Cue): Phrase | undefined {
  return phrases.find((phrase) => {
    if (phrase.from < cue[1] || phrase.adjectival) return false;
    const last = phrases.findLast((each) => each.group === phrase.group)!;
    if (scan.tokens[last.to]?.word) return false;
    const mark = scan.tokens[phrase.from - 1]?.text ?? "";
    return /^[:—–]$/u.test(mark) ? phrase.case === "nom" : is(scan, phrase.from, "case.incl") && mark === ",";
  });
}

/** The noun right before the verb group, over what helps the verb. */
function lastNoun({ scan, clauses }: Analysis, [from]: Cue): number | undefined {
  for (let k = from - 1; k >= Math.max(0, from - 7) && clauses.of[k] === clauses.of[from]; k--) {
    const helps = scan.classes[k]!.some((cls) => helping.has(cls) || cls.startsWith("g.") || cls.startsWith("v."));
    if (is(scan, k, "states") || is(scan, k, "member")) return k;
    if (!helps) return undefined;
  }
  return undefined;
}

const helping: ReadonlySet<string> = new Set(["be", "aux", "adverb", "negation", "future", "case.to", "filler"]);

/** "none of the states", "no member". */
const none = ({ scan }: Analysis, states: number): boolean =>
  [1, 2, 3, 4].some((back) => is(scan, states - back, "negation") || is(scan, states - back, "neither"));
