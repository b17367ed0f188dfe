import { markEndingAt } from "./ahead.ts";
import { type Analysis, groupOf } from "./analysis.ts";
import { is, type Scan } from "./scan.ts";
import type { Cue, Filler } from "./scope.ts";

/** "Norway, not [Ghana],", "and not [Ghana]", "rather than [Ghana]": who stands beside another only to be left out. */
export const leftAside = (scan: Scan, from: number): boolean =>
  isDenied(scan, from) || markEndingAt(scan, from)?.classes.includes("ratherthan") === true;

/** ", but not", "though not", "and not" right before a phrase. */
export const isDenied = (scan: Scan, from: number): boolean =>
  is(scan, from - 1, "negation") &&
  !is(scan, from - 1, "neither") &&
  (is(scan, from - 2, "adversative") || is(scan, from - 2, "and") || scan.tokens[from - 2]?.text === ",");

/** "[from China] not, [from Japan] will get": of the members of a list those that a negation behind them leaves out, and the rest. */
export function setApart(analysis: Analysis, filler: Filler): { denied: Filler; said: Filler } | undefined {
  const { grammar } = analysis;
  if (grammar.order !== "postpositional" || filler.phrases.length < 2) return undefined;
  const leftOut = filler.phrases.map((phrase, k) => k < filler.phrases.length - 1 && isLeftOut(analysis, phrase.to));
  // "[Chad or Mali] not, Niger": where the subject may follow its verb, one negation holds for all before it.
  const until = grammar.lateSubject ? leftOut.lastIndexOf(true) : -1;
  const denied = filler.phrases.filter((_, k) => leftOut[k] || k < until);
  if (denied.length === 0) return undefined;
  return {
    denied: { ...filler, phrases: denied },
    said: { ...filler, phrases: filler.phrases.filter((phrase) => !denied.includes(phrase)) },
  };
}

const isLeftOut = ({ scan }: Analysis, k: number): boolean =>
  is(scan, k, "negation") && (scan.tokens[k + 1]?.text === "," || is(scan, k + 1, "adversative"));

/** "its ally is [not Chad], but [Mali]": whom the noun is denied of behind it, and who is named instead. */
export function instead(
  analysis: Analysis,
  cue: Cue,
  { phrases }: Filler,
): { said?: Filler; open: boolean } | undefined {
  const { scan, grammar } = analysis;
  const last = Math.max(...phrases.map(({ to }) => to));
  if (!grammar.lateSubject || phrases.some(({ from }) => from < cue[1]) || !is(scan, last, "not.it")) return undefined;
  let k = last + 1;
  if (scan.tokens[k]?.text === ",") k++;
  if (is(scan, k, "adversative")) k++;
  const name = k > last + 1 ? analysis.phrases.find(({ from, case: name }) => from === k && name === "nom") : undefined;
  const group = name && groupOf(analysis.phrases, name).filter(({ from }) => from >= k);
  const ends = group && scan.tokens[group.at(-1)!.to]?.word !== true;
  if (ends) return { said: { phrases: group, slot: "named instead", carried: false }, open: false };
  // "not its ally Chad, this time [Mali] helps": of whom the next clause tells another thing.
  const told = scan.classes.some((classes, n) => n > last && classes.includes("speech"));
  return { open: k > last + 1 && !told };
}
