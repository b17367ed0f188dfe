import { traced } from "../../model/trace.ts";
import { refusedAccuser } from "./accuser.ts";
import { type Analysis, inClause, subjectOf } from "./analysis.ts";
import { announcer, quoted } from "./announcer.ts";
import { asked } from "./askedToAct.ts";
import { sender, wide } from "./asker.ts";
import { askerAround } from "./askerAround.ts";
import { behindAct } from "./behindAct.ts";
import { causalAgent, denier, upsetBehind } from "./causal.ts";
import { chargedWithBeing, complainant, elsewhere } from "./elsewhere.ts";
import type { Frame } from "./frames.ts";
import { decider, deciderBehind, judgedFor } from "./judged.ts";
import { elliptic } from "./leaning.ts";
import { oneOfThose } from "./oneOfThose.ts";
import type { Phrase } from "./phrase.ts";
import { fill } from "./roles.ts";
import { is } from "./scan.ts";
import { type Cue, classNear, type Filler, stateOf } from "./scope.ts";
import type { Stance } from "./stance.ts";
import { goesOnBehind } from "./unheeded.ts";
import { isSpokenOf } from "./verbOrNoun.ts";

/** The agent of a frame; of what is alleged, the accused; of what a speaker says without naming a doer, the speaker. */
export function findAgent(
  frame: Frame,
  slots: Frame["agent"],
  cue: Cue,
  analysis: Analysis,
  how: Stance,
): Filler | undefined {
  if (how.governs === "g.accuse" && analysis.grammar.order === "postpositional" && frame.type !== "ACCUSED") {
    const accused = fill(
      analysis,
      [{ case: "against" }, { case: "on" }],
      cue,
      { ...how, infinitive: false, nominal: false },
      "agent",
      [],
    );
    if (accused) return accused;
    // "charged of arming rebels [Rwanda-dat] has blamed".
    const blamed = analysis.grammar.lateSubject && analysis.phrases.filter((phrase) => isBlamed(phrase, analysis, how));
    if (blamed && blamed.length > 0) return { phrases: blamed, slot: "who is blamed", carried: false };
    const denied = denier(analysis, cue, how);
    if (denied) return denied;
    if (punishes(analysis, how)) return undefined;
  }
  if (how.foreign) return decider(analysis, cue, how);
  const decides = frame.type === "REFUSED" ? undefined : deciderBehind(analysis, how);
  if (decides) return decides;
  const allowedTo = permitted(analysis, cue, how);
  if (allowedTo) return allowedTo;
  const only = exception(analysis, cue, how);
  if (only) return only;
  if (how.governs === "g.agree" && analysis.grammar.lateSubject && how.governor !== undefined) {
    // "to give Chad tanks [Poland-dat] leave gave Germany": who is given leave is to act.
    const free = analysis.phrases.filter(
      (phrase) => phrase.case === "dat" && phrase.from >= cue[1] && phrase.to <= how.governor!,
    );
    if (free.length > 0) return { phrases: free, slot: "who is permitted", carried: false };
  }
  if (how.governs === "g.ask" && analysis.grammar.lateSubject && frame.type !== "REQUESTED" && frame.type !== "REFUSED")
    return asked(analysis, cue, how);
  const next = frame.type === "REFUSED" ? undefined : behindAct(analysis, cue);
  if (next) return next;
  // "a protest [of Tokyo's]": whose noun ends its clause has done it.
  const behind = analysis.phrases.find((phrase) => phrase.trailing && phrase.from === cue[1]);
  if (behind && frame.options.kind !== "noun" && [...slots, ...frame.object].some((slot) => slot.of === "cue"))
    return { phrases: [behind], slot: "gen@cue", carried: false };
  // "…, [Kabul]'s strong protest.": a noun without a verb is its owner's.
  const bare = isVerbless(analysis, cue) && (frame.type === "CONDEMNED" || frame.type === "RECOGNIZED");
  const spokenOf = frame.core && frame.type !== "REFUSED" && isSpokenOf(analysis, cue);
  const own = bare || spokenOf ? fill(analysis, [{ case: "gen", of: "cue" }], cue, how, "agent", []) : undefined;
  if (own || spokenOf) return own;
  // "the recognition on [Albania]'s part angers Iran": an act that is told as a noun is done by who stands with it.
  const told = how.nominal || how.governs === "g.fact";
  const side =
    told && analysis.grammar.lateSubject && slots.some((slot) => slot.case === "by")
      ? fill(analysis, [{ case: "by" }], cue, how, "agent", [])
      : undefined;
  if (side) return side;
  // "at [Bhutan]'s refusal Dhaka is upset": a refusal that is told as a noun is its owner's.
  const refuser =
    how.nominal && frame.type === "REFUSED" && analysis.grammar.lateSubject && is(analysis.scan, cue[0], "refuse.n")
      ? fill(
          analysis,
          slots.filter(({ of }) => of === "cue"),
          cue,
          how,
          "agent",
          [],
        )
      : undefined;
  if (refuser) return refuser;
  const found =
    frame.options.mutual && frame.object.length === 0
      ? several(slots.map((slot) => fill(analysis, [slot], cue, how, "agent", [])))
      : fill(analysis, slots, cue, how, "agent", []);
  if (found) return found;
  const { clauses } = analysis.clauses;
  const clause = clauses[analysis.clauses.of[cue[0]]!];
  // What is only a noun is nobody's of whom the sentence does not say so.
  const nominal = !frame.verbal && analysis.grammar.order === "prepositional" && frame.type !== "REFUSED";
  if (clause?.kind === "that" && !nominal && (how.polarity === "negated" || frame.type === "REFUSED")) {
    const speaker = subjectOf(analysis, clause.parent);
    // "Rabat said that [Ghana] had not": a clause that names who acts is not about its speaker.
    const named = analysis.grammar.order === "postpositional" ? subjectOf(analysis, clause.id) : [];
    if (speaker.length > 0 && named.every(({ actor }) => actor.via === "pronoun"))
      return { phrases: speaker, slot: "speaker of the clause", carried: true };
  }
  // "no better ally [than Chad]": who says so is not who is compared.
  if (slots.every((slot) => slot.case === "than")) return undefined;
  const acts = slots.some((slot) => slot.case === "nom" || slot.case === "erg") || how.polarity === "negated";
  return (
    judgedFor(analysis, how) ??
    causalAgent(analysis, cue, how) ??
    (acts ? (announcer(analysis, cue, how) ?? quoted(analysis, cue, how, frame)) : undefined) ??
    elliptic(analysis, cue, how) ??
    oneOfThose(analysis, cue, how) ??
    (frame.type === "REFUSED" || isLateDenial(frame, analysis, how) ? headline(analysis, cue) : undefined)
  );
}

/** "tanks to give [Poland] got leave from Berlin": who is permitted to do it is who does it. */
function permitted({ grammar, scan, phrases, clauses }: Analysis, cue: Cue, how: Stance): Filler | undefined {
  const { governor, governs, infinitive, group } = how;
  if (!grammar.lateSubject || governor === undefined || governs !== "g.agree" || !infinitive) return undefined;
  if (!is(scan, governor, "permit")) return undefined;
  const whom = phrases.filter(
    (phrase) =>
      phrase.case === "dat" &&
      phrase.from >= group[1] &&
      phrase.to <= governor &&
      clauses.of[phrase.actor.from] === clauses.of[cue[0]],
  );
  return whom.length > 0 ? { phrases: whom, slot: "who is permitted", carried: false } : undefined;
}

/** "on a charge of selling arms to Chad [arrested] two traders": whoever punishes others for an act has not done it. */
function punishes({ grammar, scan, clauses }: Analysis, { governor }: Stance): boolean {
  if (!grammar.lateSubject || governor === undefined || grammar.strayCase(scan.tokens[governor]!.lower) !== "loc")
    return false;
  for (let k = governor; k < scan.tokens.length && clauses.of[k] === clauses.of[governor]; k++)
    if (is(scan, k, "seize") || is(scan, k, "sanction") || is(scan, k, "expelled")) return true;
  return false;
}

/** Nothing follows the cue in its clause that could be its verb. */
const isVerbless = ({ grammar, scan }: Analysis, cue: Cue): boolean =>
  grammar.lateSubject && cue[1] - cue[0] < 3 && scan.tokens[cue[1]]?.word !== true && scan.marks[cue[0]]?.ending === "";

const isBlamed = (phrase: Phrase, analysis: Analysis, how: Stance): boolean =>
  how.governor !== undefined &&
  (phrase.case === "dat"
    ? phrase.from > how.governor || (phrase.from >= how.group[1] && phrase.to <= how.governor)
    : // "over sending arms [Kenya]'s criticism"
      phrase.case === "gen" && phrase.from >= how.group[1] && phrase.owned.some(({ from }) => from === how.governor)) &&
  analysis.clauses.of[phrase.actor.from] === analysis.clauses.of[how.governor];

/** "[but for Ankara] nobody recognises": whoever is excepted from a denial does it. */
function exception(analysis: Analysis, cue: Cue, how: Stance): Filler | undefined {
  const clause = analysis.clauses.of[cue[0]];
  if (how.polarity !== "negated") return undefined;
  const apart = analysis.phrases.filter(
    (phrase) => phrase.case === "except" && analysis.clauses.of[phrase.actor.from] === clause,
  );
  const last = apart.at(-1);
  if (!last || !inClause(analysis, clause, "nobody")) return undefined;
  how.polarity = "affirmed";
  how.notes.push(traced("excepted"));
  return { phrases: apart.filter((phrase) => phrase.group === last.group), slot: "except", carried: false };
}

/** Of those who might act together, the first that are more than one. */
function several(fillers: (Filler | undefined)[]): Filler | undefined {
  const own = fillers.filter((each) => each && !each.carried);
  return own.find((each) => each && each.phrases.length > 1) ?? own[0] ?? fillers.find((each) => each);
}

/** "No question of recognising Kosovo: [Peru]" */
const isLateDenial = ({ type }: Frame, { grammar }: Analysis, { polarity }: Stance): boolean =>
  grammar.lateSubject && type === "RECOGNIZED" && polarity === "negated";

/** "Offer rejected: Panama says": in a headline the one actor behind the colon is who acts before it. */
function headline(analysis: Analysis, cue: Cue): Filler | undefined {
  const { scan, phrases, grammar } = analysis;
  // "Panama: the terms are not acceptable": a name alone before the colon says what follows.
  const label = phrases.find(
    ({ from, to, case: name }) => from === 0 && name === "nom" && scan.tokens[to]?.text === ":",
  );
  if (label && label.to < cue[0] && grammar.order === "postpositional" && !grammar.lateSubject)
    return { phrases: [label], slot: "the actor of the headline", carried: true };
  const colon = scan.tokens.findIndex((token, k) => token.text === ":" && k >= cue[1]);
  if (colon < 0 || colon > cue[1] + 4) return undefined;
  const behind = phrases.filter((phrase) => phrase.actor.from > colon);
  const states = new Set(behind.map(stateOf));
  const before = phrases.filter((phrase) => phrase.actor.from < colon && states.has(stateOf(phrase)));
  return states.size === 1 && before.length === 0
    ? { phrases: [behind[0]!], slot: "the actor of the headline", carried: true }
    : undefined;
}

/** The object of a frame. What a refusal is said to is who asked, wherever the sentence names them; only then who else it concerns. */
export function findObject(
  frame: Frame,
  slots: Frame["object"],
  cue: Cue,
  analysis: Analysis,
  how: Stance,
  agent: Filler,
): Filler | undefined {
  if (frame.type !== "REFUSED") {
    const found =
      chargedWithBeing(frame, analysis, cue, how) ?? fill(analysis, slots, cue, how, "object", agent.phrases);
    const clause = analysis.clauses.clauses[analysis.clauses.of[cue[0]]!];
    const before = found ? undefined : elsewhere(frame, cue, analysis, how, agent);
    if (before) return before;
    if (found || clause?.kind !== "that" || !slots.some((slot) => slot.case === "erg")) return found;
    // "Rabat said that planes had come from Washington": who got them is who says so.
    const speaker = subjectOf(analysis, clause.parent).filter((phrase) => !agent.phrases.includes(phrase));
    return speaker.length > 0 ? { phrases: speaker, slot: "speaker of the clause", carried: true } : undefined;
  }
  // "refused to arrest Putin": whom the act would have hit has asked for nothing.
  const hit = classNear(analysis, cue, "seize");
  if (hit) slots = slots.filter((slot) => slot.case !== "dat" && slot.noun !== "dat");
  // "called [it] baseless and rejected it": what is rejected is no asker.
  const rejects = is(analysis.scan, cue[0], "v.reject");
  // "blocked the sale at Iran's request": without an infinitive in between it is the request that is complied with.
  if (analysis.grammar.order === "prepositional" && complies(analysis, cue)) return undefined;
  const asked = slots.filter(
    (slot) => slot.of === "request" || slot.of === "proposal" || slot.case === "askedby" || slot.case === "despite",
  );
  // "[China]'s ship to anchor did not let": whom the infinitive before the cue concerns, before any request elsewhere.
  const whom =
    analysis.grammar.lateSubject && analysis.grammar.hasForm(analysis.scan.tokens[cue[0]]!.lower, "let")
      ? fill(
          analysis,
          frame.object.filter((slot) => slot.case === "dat" || slot.noun === "dat"),
          cue,
          how,
          "object",
          agent.phrases,
        )
      : undefined;
  const turned =
    fill(analysis, asked, cue, how, "object", agent.phrases) ??
    whom ??
    upsetBehind(analysis, cue, how, agent) ??
    wide(analysis, agent) ??
    (rejects ? sender(analysis, cue, agent) : undefined) ??
    askerAround(analysis, cue, agent);
  // Who refuses to recognise is told by RECOGNIZED, negated, unless somebody asked.
  const taken = is(analysis.scan, cue[0] - 1, "v.admit") && is(analysis.scan, cue[0] - 2, "as");
  const state = taken || ["recognition", "recog.thing", "statehood"].some((cls) => classNear(analysis, cue, cls));
  if (turned || state) return turned;
  const said = fill(
    analysis,
    slots.filter((slot) => !asked.includes(slot)),
    cue,
    how,
    "object",
    agent.phrases,
  );
  const thing = rejects && said?.slot === "dat" && said.phrases.every((phrase) => phrase.actor.via === "pronoun");
  // "questioned aid to Kyiv, rejecting the tranche": to whom something is refused stands behind the verb.
  const early =
    analysis.grammar.order === "prepositional" &&
    said?.slot === "to" &&
    // "conveyed to [Oman] its refusal": whom it is told.
    said.phrases.every(
      (phrase) => phrase.to <= cue[0] && phrase.from > 0 && !is(analysis.scan, phrase.from - 1, "v.voice"),
    );
  // "[to Kosovo] recognition having promised, stalls": whom another act of the clause reaches has asked for nothing.
  const reached = said?.slot === "dat" && said.phrases.every(({ to }) => is(analysis.scan, to, "recognition"));
  return thing || early || reached
    ? undefined
    : (said ??
        complainant(analysis, cue, agent) ??
        refusedAccuser(analysis, cue, how, agent) ??
        goesOnBehind(analysis, cue, agent));
}

function complies({ scan, phrases }: Analysis, [, to]: Cue): boolean {
  const request = phrases.find((phrase) => phrase.case === "askedby" && phrase.from >= to);
  if (!request) return false;
  for (let k = to; k < request.from; k++) if (is(scan, k, "case.to") && !scan.covered[k + 1]) return false;
  return true;
}
