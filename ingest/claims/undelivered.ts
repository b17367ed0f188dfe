import { traced } from "../../model/trace.ts";
import type { Analysis } from "./analysis.ts";
import type { Matched } from "./emit.ts";
import { is } from "./scan.ts";

/** "promised Chad rifles but has yet to send them": what the same sentence says has not come was not given. Changes the claims. */
export function undelivered(analysis: Analysis, found: Matched): void {
  if (analysis.grammar.order !== "prepositional") return;
  const promised = found.claims.filter(
    ({ type, modality, polarity }) => type === "SUPPLIED" && modality === "announced" && polarity === "affirmed",
  );
  const act = promised.length > 0 ? found.acts.find(({ type }) => type === "SUPPLIED") : undefined;
  if (!act || !analysis.scan.tokens.some((_, k) => k >= act.cue[1] && isMissing(analysis, k))) return;
  for (const claim of promised) {
    claim.polarity = "negated";
    claim.modality = "asserted";
    claim.trace.push(traced("undelivered"));
  }
}

/** "has yet to [send] them", "none has [arrived]": a denied verb of giving that has nothing but a pronoun for its thing. */
function isMissing({ scan, clauses: { of }, phrases }: Analysis, k: number): boolean {
  if (!scan.marks[k] || !["v.supply", "v.arrive", "materialised"].some((cls) => is(scan, k, cls))) return false;
  const denied = [1, 2, 3, 4].some(
    (back) => of[k - back] === of[k] && (is(scan, k - back, "negation") || is(scan, k - back, "neither")),
  );
  const next = scan.marks[k]!.to;
  const bare = !scan.tokens[next]?.word || standsFor.some((cls) => is(scan, next, cls));
  return (
    denied &&
    bare &&
    !phrases.some(({ actor }) => actor.via !== "pronoun" && actor.from > k && of[actor.from] === of[k])
  );
}

/** What stands for the thing, or for nothing at all. */
const standsFor = ["pronoun.personal.nom", "pronoun.personal.them", "any", "adverb", "neither"];
