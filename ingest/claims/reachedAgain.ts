import { type Analysis, subjectOf } from "./analysis.ts";
import type { Carry } from "./carry.ts";
import type { Phrase, Pronoun } from "./phrase.ts";
import { is, type Scan } from "./scan.ts";
import { stateOf } from "./scope.ts";
import { begins, Digit } from "./signs.ts";

/**
 * "Malawi is short of maize. Kenya has sent [it] grain": whom an act reaches is the one state of the sentence before; of
 * two, the one that does not act here, or else who acted there.
 */
export function reachedAgain(analysis: Analysis, pronoun: Pronoun, carry: Carry): Phrase[] | undefined {
  if (!isReached(analysis, pronoun)) return undefined;
  const doers = subjectOf(analysis, analysis.clauses.of[pronoun.from]!).filter(({ to }) => to <= pronoun.from);
  if (doers.length === 0) return undefined;
  // "China will give the police boats. Australia gave [it] cars": whoever gave to somebody without a name is not who is given.
  const gave = carry.only && carry.main?.length === 1 && giving.some((cls) => carry.present?.has(cls));
  for (const before of gave ? [] : [carry.only, carry.two, carry.main]) {
    const others = (before ?? []).filter((phrase) => !doers.some((each) => stateOf(each) === stateOf(phrase)));
    const [one] = others;
    // A capital may be the town itself, but not where it acts.
    if (one && others.length === 1 && (isState(one) || (before === carry.main && one.actor.state))) return others;
  }
  return undefined;
}

const isState = ({ actor: { state, via, country, form } }: Phrase): boolean =>
  form !== "capital" && (state || (via === "organ" && country !== undefined));

/** Where no thing could stand: who is given something, recognised or asked to act, and where goods go or come from. */
function isReached({ scan, grammar }: Analysis, { from, to, plural, person, case: name }: Pronoun): boolean {
  if (grammar.order !== "prepositional" || plural || person) return false;
  if (name !== "nom") return (name === "to" || name === "from") && is(scan, from - 1, "goods");
  const verb = scan.classes[from - 1] ?? [];
  if (verb.includes("v.recognise")) return !is(scan, to, "as");
  if (verb.includes("v.ask")) return is(scan, to, "case.to") || is(scan, to, "case.for");
  if (verb.includes("v.helpwith")) return is(scan, to, "case.with");
  return giving.some((cls) => verb.includes(cls)) && opensThing(scan, to);
}

const giving = ["v.supply", "v.promise", "v.offer", "v.denyto", "v.refuse"];

/** "it [30,000 tonnes of grain]", "it [new rifles]", "it [a loan]": a thing that is given follows. */
function opensThing(scan: Scan, k: number): boolean {
  for (let at = k; at < k + 7 && scan.tokens[at]?.word; at++) {
    if (["goods", "permission", "delivery"].some((cls) => is(scan, at, cls))) return true;
    if (at > k && begins(scan.tokens[k]!.text, Digit) && is(scan, at, "more")) return true;
  }
  return false;
}
