import type { Modality } from "../../model/stages.ts";
import { markEndingAt } from "./ahead.ts";
import type { Clauses } from "./clauses.ts";
import { governorAt } from "./govern.ts";
import type { Grammar } from "./grammar.ts";
import { is, type Scan } from "./scan.ts";

/** "will not [be bullied into] sending", "would not [hear of] hosting": what who refuses will not do. */
export function refusedAt(scan: Scan, k: number, { of }: Clauses): [string, "silent"] | undefined {
  if (!scan.marks[k] || !is(scan, k, "v.comply")) return undefined;
  const denied = [1, 2, 3, 4].some(
    (back) => of[k - back] === of[k] && (is(scan, k - back, "negation") || is(scan, k - back, "unwilling")),
  );
  return denied ? ["g.refuse", "silent"] : undefined;
}

export function outerGovernor(
  scan: Scan,
  before: number,
  clauses: Clauses,
): Modality | "silent" | "negated" | undefined {
  for (let k = before - 1; k >= Math.max(0, before - 8) && clauses.of[k] === clauses.of[before]; k--) {
    const hit = governorAt(scan, k);
    if (hit) return hit[1];
  }
  return undefined;
}

/** "resisted [calls to recognise]", "will not bow to [demands to]", "gave in to [pressure to]": what is asked for is refused or done. */
export function answered(
  scan: Scan,
  ask: number,
  clauses: Clauses,
  grammar: Grammar,
): { at: number; governs: "g.refuse" | "g.agree" } | undefined {
  for (let k = ask - 1; k >= Math.max(0, ask - 6) && clauses.of[k] === clauses.of[ask]; k--) {
    if (is(scan, k, "that")) return undefined;
    const yields = is(scan, k, "v.comply") || is(scan, k, "v.accepting");
    if (!yields && !is(scan, k, "g.refuse") && !is(scan, k, "v.reject") && !is(scan, k, "refusal")) continue;
    const from = (scan.marks[k] ?? markEndingAt(scan, k + 1))?.from ?? k;
    const isNegated = [1, 2, 3, 4].some(
      (back) => is(scan, from - back, "negation") || is(scan, from - back, "unwilling"),
    );
    const isRefused = [1, 2, 3].some((back) => is(scan, from - back, "g.refuse"));
    if (!yields) return isNegated ? undefined : { at: from, governs: "g.refuse" };
    if (isNegated || isRefused) return { at: from, governs: "g.refuse" };
    const embedded = is(scan, from - 1, "case.to") || grammar.hasForm(scan.tokens[from]!.lower, "gerund");
    return embedded ? undefined : { at: from, governs: "g.agree" };
  }
  return undefined;
}

/** "plans for the delivery of", "denied supplying": a governing noun right before a noun cue. */
export function nounGovernor(
  scan: Scan,
  from: number,
  clauses: Clauses,
): { at: number; hit: [string, Modality | "silent" | "negated"] } | undefined {
  for (let k = from - 1; k >= Math.max(0, from - 4); k--) {
    // "sees no reason to recognise": a word that denies the act governs nothing more.
    if (clauses.of[k] !== clauses.of[from]) return undefined;
    if (is(scan, k, "unwilling") && is(scan, from, "v.recognise")) return undefined;
    // "Under the deal, Chad will": a name behind a comma begins anew.
    if (scan.tokens[k]!.text === "," && scan.covered[k + 1]) return undefined;
    // "spoke about it in talks": a preposition governs no act.
    const joint = scan.classes[k]!.some((cls) => cls.startsWith("case."));
    const hit = joint ? undefined : governorAt(scan, k);
    // "is yet to supply": what "is to" would announce the word between its two denies.
    if (hit?.[0] === "g.announce" && is(scan, k, "negation")) return undefined;
    if (hit && (hit[1] === "silent" || hit[0] === "g.announce")) return { at: k, hit };
  }
  return undefined;
}
