import type { Grammar } from "./grammar.ts";
import type { Marked } from "./lexicon.ts";
import type { Phrase } from "./phrase.ts";
import { is, type Scan } from "./scan.ts";

/** Words between an owner and what it owns, at most. */
const longest = 12;

/** "[Chad]'s to Sudan soldiers sending's proposal": what somebody asks or offers may name others before its noun. */
export function ownersAcross(phrases: Phrase[], scan: Scan, grammar: Grammar): void {
  for (const [index, phrase] of phrases.entries()) {
    if (phrase.case !== "gen" || phrase.adjectival) continue;
    const pointed = phrase.owned.length === 0 && is(scan, phrase.to, "that") ? scan.marks[phrase.to + 1] : undefined;
    if (pointed?.classes.some((cls) => cls === "request" || cls === "proposal")) {
      // "[Paris]'s which request, that": the word that points at the noun stands between it and its owner.
      own(phrase, pointed, grammar);
      continue;
    }
    if (phrase.owned.some((noun) => afterMaking(scan, noun.from) < noun.to)) continue;
    const next = phrases[index + 1];
    if (!next || next.from !== afterMaking(scan, phrase.to)) continue;
    const plan = next.case === "nom" && !next.adjectival && next.to === next.actor.to ? scan.marks[next.to] : undefined;
    if (plan?.classes.includes("proposal") && !plan.classes.includes("treaty")) {
      // "[Trump]'s Gaza plan": a bare name before the noun says what the plan is about.
      own(phrase, plan, grammar);
      next.case = "other";
      continue;
    }
    const at = nounAhead(scan, grammar, next);
    const mark = at === undefined ? undefined : scan.marks[at];
    if (!mark) continue;
    // "Kenya's Chad's truce proposal rejecting": without somebody who acts the first of two owners rejects it.
    const bare = next.case === "gen";
    if (bare && !phrases.some((each) => each.case === "nom" && !each.adjectival)) continue;
    next.owned = next.owned.filter((noun) => noun.to <= mark.from);
    own(phrase, mark, grammar);
  }
}

function own(phrase: Phrase, { classes, from, to, ending }: Marked, grammar: Grammar): void {
  phrase.owned.push({ classes, from, to, case: ending === "" ? "nom" : grammar.caseOf(ending) });
}

/** Where the words end that say whose making the noun is: "the by Chad [made] proposal". */
function afterMaking(scan: Scan, from: number): number {
  let k = from;
  while (is(scan, k, "made.request") || is(scan, k, "part.give") || is(scan, k, "adverb"))
    k = scan.marks[k]?.to ?? k + 1;
  return k;
}

/** The request or offer that names somebody in front of it: right behind a noun in the genitive. */
function nounAhead(scan: Scan, grammar: Grammar, next: Phrase): number | undefined {
  for (let k = next.actor.to; k < Math.min(scan.tokens.length, next.actor.to + longest); k++) {
    const asks = is(scan, k, "request") || is(scan, k, "proposal");
    if (asks && scan.marks[k]?.from === k && k > next.actor.to && isOwned(scan, grammar, k)) return k;
    if (!scan.tokens[k]!.word || is(scan, k, "finite") || is(scan, k, "that")) return undefined;
  }
  return undefined;
}

/** A genitive, before adjectives: "sending[-gen] new proposal". */
function isOwned(scan: Scan, grammar: Grammar, at: number): boolean {
  for (let k = at - 1; k > at - 3; k--) {
    if (scan.covered[k]) return false;
    const ending = scan.marks[k]?.ending;
    if (ending ? grammar.caseOf(ending) === "gen" : grammar.strayCase(scan.tokens[k]!.lower) === "gen") return true;
    if (grammar.hasForm(scan.tokens[k]!.lower, "gerund.gen")) return true;
  }
  return false;
}
