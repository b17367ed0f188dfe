import { type Analysis, groupOf } from "./analysis.ts";
import { is } from "./scan.ts";
import { type Cue, classNear, type Filler, sameAs } from "./scope.ts";
import type { Stance } from "./stance.ts";

/** What shows that an accuser had asked, or was to get, what he says was refused. */
const own = ["request", "proposal", "meeting", "pronoun.own.gen", "pronoun.personal.nom", "pronoun.personal.obj"];

/** "[Chad] accused Kenya of turning down every offer", "of refusing to share it with it": whom it was refused, as the accuser says. */
export function refusedAccuser(analysis: Analysis, cue: Cue, how: Stance, agent: Filler): Filler | undefined {
  const { scan, clauses, phrases, grammar } = analysis;
  if (grammar.order !== "prepositional" || how.governs !== "g.accuse" || how.governor === undefined) return undefined;
  const { governor } = how;
  if (classNear(analysis, cue, "v.recognise") || classNear(analysis, cue, "recognition")) return undefined;
  // "accused it of denying its role"
  if (is(scan, cue[0], "v.deny") && !is(scan, cue[1], "pronoun.personal.nom")) return undefined;
  // "accused it of refusing to hand over two commanders"
  const inside = (cls: string): boolean => scan.marks.some((_, k) => k >= cue[1] && inReach(k) && is(scan, k, cls));
  const told = own.some(inside) || (inside("wanted") && (inside("v.surrender") || inside("v.comply")));
  if (!told) return undefined;
  const by = phrases.find(({ case: name, from }) => name === "by" && from > governor && from - governor < 3);
  const found =
    by ?? phrases.findLast((phrase) => phrase.case === "nom" && !phrase.adjectival && phrase.to <= governor);
  if (!found || sameAs(found, agent.phrases)) return undefined;
  return { phrases: groupOf(phrases, found), slot: "who accuses of it", carried: false };

  function inReach(k: number): boolean {
    return k - cue[1] < 12 && clauses.of[k] === clauses.of[cue[0]];
  }
}
