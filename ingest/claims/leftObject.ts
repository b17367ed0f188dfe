import type { Claim, NodeId } from "../../model/stages.ts";
import type { EdgeType } from "../../model/vocabulary.ts";
import { type Analysis, inClause } from "./analysis.ts";
import type { Frame } from "./frames.ts";
import { getsUnnamed } from "./gifts.ts";
import { is } from "./scan.ts";
import { type Cue, type Filler, sameAs } from "./scope.ts";

/** An act that the sentence has told before. */
export interface Act {
  type: string;
  cue: Cue;
  agent: Filler;
  object: Filler;
}

/** What an object is called that the clause before has told. */
export const objectBefore = "object of the clause before";

/** Who had asked for what is given. */
export const askerBefore = "who asked in the clause before";

/** Acts that somebody may protest against or praise. */
const deeds: ReadonlySet<string> = new Set([
  "ATTACKED",
  "SANCTIONED",
  "ANNEXED",
  "OCCUPIED",
  "DEPLOYED_TO",
  "SUPPLIED",
  "RECOGNIZED",
]);

/** Whether clauses of a language leave out an object that an earlier one has told. */
export const leavesObjects = ({ grammar }: Analysis): boolean =>
  grammar.order === "postpositional" && !grammar.lateSubject;

/**
 * Whom an earlier clause leaves for the object: "Doha gave Beirut money, while [Baghdad] sent fuel" (the same receiver),
 * "will give fuel, [in return] Beirut will send doctors" (the giver), "China imposed sanctions, Tokyo protested" (the doer).
 */
export function leftObject(
  frame: Frame,
  cue: Cue,
  analysis: Analysis,
  agent: Filler,
  acts: readonly Act[],
): Filler | undefined {
  const { clauses, phrases } = analysis;
  const joined = chippedIn(frame, cue, analysis, acts);
  if (joined) return joined;
  const struck = struckBack(frame, cue, analysis, agent, acts);
  if (struck) return struck;
  const leaves =
    leavesObjects(analysis) || (analysis.grammar.lateSubject && agent.carried && frame.type === "SUPPLIED");
  if (!leaves || frame.options.kind === "noun") return undefined;
  const clause = clauses.of[cue[0]]!;
  if (!["and", "but", "main", "subordinate"].includes(clauses.clauses[clause]!.kind)) return undefined;
  const judges = frame.type === "CONDEMNED" || frame.type === "SUPPORTED";
  const asked = askedBefore(frame, cue, analysis, agent, acts);
  if (asked) return asked;
  const before = acts.filter(
    (act) =>
      act.cue[1] <= cue[0] &&
      clauses.of[act.cue[0]] !== clause &&
      (judges
        ? deeds.has(act.type)
        : act.type === frame.type ||
          // "stood by [Jamaica], sent doctors"
          (analysis.grammar.lateSubject && frame.type === "SUPPLIED" && act.type === "SUPPORTED")),
  );
  const act = before.at(-1);
  // "gave Mali no tanks, [only sent tents]": with its subject left out as well, a clause goes on with the one before.
  if (agent.carried && !(act && frame.type === "SUPPLIED" && goesOn(analysis, act, cue, agent))) return undefined;
  if (!act || !["SUPPLIED", "DEPLOYED_TO", "CONDEMNED", "SUPPORTED", "RECOGNIZED"].includes(frame.type))
    return undefined;
  const others = phrases.some(
    (phrase) => clauses.of[phrase.actor.from] === clause && !sameAs(phrase, agent.phrases) && phrase.case !== "other",
  );
  if (others || sameAs(agent.phrases[0]!, judges ? act.agent.phrases : act.object.phrases)) {
    const back = !others && frame.type === "SUPPLIED" && returns(analysis, clause);
    return back ? { phrases: act.agent.phrases, slot: "who gave before", carried: true } : undefined;
  }
  if (judges) {
    // What is praised must be pointed at: "praised this step".
    const points = frame.type === "CONDEMNED" || inClause(analysis, clause, "pointing");
    return points ? { phrases: act.agent.phrases, slot: "who did it in the clause before", carried: true } : undefined;
  }
  return { phrases: act.object.phrases, slot: objectBefore, carried: true };
}

/** "Beirut had asked Paris for fuel, [Paris] has sent none": who was asked gives, or does not give, to who asked. */
function askedBefore(
  frame: Frame,
  cue: Cue,
  { clauses, phrases }: Analysis,
  agent: Filler,
  acts: readonly Act[],
): Filler | undefined {
  if (frame.type !== "SUPPLIED" || agent.carried) return undefined;
  const clause = clauses.of[cue[0]]!;
  const act = acts.findLast((each) => each.type === "REQUESTED" && each.cue[1] <= cue[0]);
  if (!act || clauses.of[act.cue[0]] === clause) return undefined;
  const alone = phrases.every(
    ({ actor, case: name }, k) =>
      clauses.of[actor.from] !== clause || name === "other" || sameAs(phrases[k]!, agent.phrases),
  );
  return alone && agent.phrases.every((each) => sameAs(each, act.object.phrases))
    ? { phrases: act.agent.phrases, slot: askerBefore, carried: true }
    : undefined;
}

/** "Oslo gave Kyiv guns, and Riga [chipped in] with radars": who joins in gives to whom the clause before names. */
function chippedIn({ type }: Frame, cue: Cue, analysis: Analysis, acts: readonly Act[]): Filler | undefined {
  if (analysis.grammar.order !== "prepositional" || !is(analysis.scan, cue[0], "v.chipin")) return undefined;
  const act = acts.findLast((each) => each.type === type && each.cue[1] <= cue[0]);
  return act && { phrases: act.object.phrases, slot: objectBefore, carried: true };
}

/** "Delhi fired missiles, [in reply] Lahore's army sent drones": who was struck strikes back. */
function struckBack(
  { type }: Frame,
  cue: Cue,
  analysis: Analysis,
  agent: Filler,
  acts: readonly Act[],
): Filler | undefined {
  const { clauses, phrases, grammar } = analysis;
  if (grammar.order !== "postpositional" || type !== "ATTACKED" || agent.carried) return undefined;
  const clause = clauses.of[cue[0]]!;
  const act = acts.findLast(
    (each) => each.type === type && each.cue[1] <= cue[0] && clauses.of[each.cue[0]] !== clause,
  );
  if (!act || !returns(analysis, clause) || !agent.phrases.every((each) => sameAs(each, act.object.phrases)))
    return undefined;
  const alone = phrases.every((each) => clauses.of[each.actor.from] !== clause || sameAs(each, agent.phrases));
  return alone ? { phrases: act.agent.phrases, slot: "who struck before", carried: true } : undefined;
}

/** "had asked it for fuel, it sent some": what came of a request is told, not that it was only asked for. */
export const withoutRequested = (claims: Claim[], type: EdgeType, subject: NodeId, object: NodeId): Claim[] =>
  claims.filter(
    (claim) =>
      claim.type !== type || claim.subject !== subject || claim.object !== object || claim.modality !== "requested",
  );

/** Whether nobody is named between an act and a cue of the same subject, which gives nobody else anything. */
function goesOn(analysis: Analysis, act: Act, cue: Cue, agent: Filler): boolean {
  // "gives no tanks [Delhi], but sends fuel": a late subject may stand between them.
  const between = analysis.phrases.some(
    (phrase) => phrase.actor.from >= act.cue[1] && phrase.actor.from < cue[1] && !sameAs(phrase, act.agent.phrases),
  );
  return !between && agent.phrases.every((phrase) => sameAs(phrase, act.agent.phrases)) && !getsUnnamed(analysis, cue);
}

/** "in return". */
const returns = ({ scan, clauses }: Analysis, clause: number): boolean =>
  scan.tokens.some((_token, k) => clauses.of[k] === clause && is(scan, k, "return"));

/** "[Slovakia too] said no": what another refused may be told by a frame of later turn. */
export const waits = ({ type }: Frame, { grammar }: Analysis): boolean => grammar.lateSubject && type === "REFUSED";
