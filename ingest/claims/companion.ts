import { markEndingAt } from "./ahead.ts";
import { type Analysis, groupOf } from "./analysis.ts";
import type { Frame } from "./frames.ts";
import type { Phrase } from "./phrase.ts";
import { is, type Scan } from "./scan.ts";
import { type Cue, type Filler, sameAs } from "./scope.ts";
import type { Stance } from "./stance.ts";

/** "After [Chile] Bolivia too has condemned": who did the same before is an agent as well. */
export function withCompanions(analysis: Analysis, agent: Filler, frame: Frame): Filler {
  const { scan, clauses, phrases } = analysis;
  if (analysis.grammar.order === "prepositional") return alongside(analysis, agent);
  const last = agent.phrases.at(-1)!;
  const third = scan.present.has("third");
  if (!(is(scan, last.to, "also") || third) || agent.carried) return agent;
  const clause = clauses.of[last.actor.from];
  const companions = phrases.filter(
    (phrase) =>
      phrase.to <= agent.phrases[0]!.from &&
      (third || clauses.of[phrase.actor.from] === clause) &&
      plainly(phrase) &&
      (isBeside(phrase, agent, frame) ||
        [1, 2, 3].some((step) => is(scan, phrase.to - step, "after") && scan.marks[phrase.to - step])) &&
      !sameAs(phrase, agent.phrases),
  );
  const members = phrases.filter((phrase) => companions.some((each) => each === phrase || each.group === phrase.group));
  return members.length > 0 ? { ...agent, phrases: [...agent.phrases, ...members] } : agent;
}

/** "[with Kenya] Ghana too has recognised": right before the subject, where the act has nobody that it is done with. */
const isBeside = ({ case: name, to }: Phrase, agent: Filler, { object }: Frame): boolean =>
  name === "with" && to === agent.phrases[0]!.from && object.every((slot) => slot.case !== "with");

/** "Norway, together with [Ireland and Spain], recognised": who acts together with the subject. */
function alongside({ scan, phrases }: Analysis, agent: Filler): Filler {
  const last = agent.phrases.at(-1)!;
  const from = scan.tokens[last.to]?.text === "," ? last.to + 1 : last.to;
  if (last.case !== "nom" || !is(scan, from, "alongside")) return agent;
  const found = phrases.find((phrase) => phrase.from === from && phrase.case === "with" && !phrase.adjectival);
  const group = found ? phrases.filter((phrase) => phrase.group === found.group && !sameAs(phrase, agent.phrases)) : [];
  return group.length > 0 ? { ...agent, phrases: [...agent.phrases, ...group] } : agent;
}

/** "recognised it last week, following [Ireland and Spain].": whom somebody follows, told behind the act and of nothing else. */
function goneBefore(agent: Filler, cue: Cue, phrases: Phrase[], scan: Scan): Phrase[] {
  const first = phrases.find((phrase) => phrase.from > cue[1] && plainly(phrase) && isFollowed(phrase, scan));
  const group = first ? groupOf(phrases, first) : [];
  const end = group.at(-1)?.to ?? 0;
  const over = !scan.tokens[end]?.word && scan.tokens[end]?.text !== ",";
  return over || ["case.in", "adverb", "time"].some((cls) => is(scan, end, cls))
    ? group.filter((phrase) => !sameAs(phrase, agent.phrases))
    : [];
}

/** ", following [Spain]", ", joining [Spain]", ", followed by [Spain]". */
function isFollowed({ from, case: name }: Phrase, scan: Scan): boolean {
  const alongside = markEndingAt(scan, from);
  if (name === "nom" && alongside && alongside.to - alongside.from > 1 && alongside.classes.includes("v.follow"))
    return scan.tokens[alongside.from - 1]?.text === ",";
  const verb = name === "other" ? from : from - 1;
  return ["other", "nom", "by"].includes(name) && is(scan, verb, "v.follow") && scan.tokens[verb - 1]?.text === ",";
}

/** "following similar decisions by [Fiji and Samoa]": whose act is called the same. */
function alike(agent: Filler, cue: Cue, phrases: Phrase[], scan: Scan): Phrase[] {
  const first = phrases.find(
    (phrase) =>
      phrase.from > cue[1] &&
      phrase.case === "by" &&
      phrase.actor.state &&
      !phrase.adjectival &&
      is(scan, phrase.from - 1, "move") &&
      is(scan, phrase.from - 2, "similar"),
  );
  return first ? groupOf(phrases, first).filter((phrase) => !sameAs(phrase, agent.phrases)) : [];
}

const plainly = (phrase: Phrase): boolean => phrase.owned.length === 0 && phrase.actor.state && !phrase.adjectival;

/** "apart from Russia, only Syria has recognised": who is set beside the subjects does what they do. */
export function aside(agent: Filler, cue: Cue, { phrases, clauses, scan }: Analysis, how: Stance): void {
  if (how.polarity === "negated") return;
  const joined = phrases.find(
    (phrase) =>
      phrase.case === "nom" &&
      is(scan, phrase.from - 1, "v.follow") &&
      clauses.of[phrase.actor.from] === clauses.of[cue[0]] &&
      is(scan, cue[0] - 1, "case.in"),
  );
  if (joined)
    agent.phrases.push(
      ...groupOf(phrases, joined).filter((phrase) => phrase.to <= cue[0] && !sameAs(phrase, agent.phrases)),
    );
  if (how.modality === "asserted") agent.phrases.push(...goneBefore(agent, cue, phrases, scan));
  agent.phrases.push(...alike(agent, cue, phrases, scan));
  const added = phrases.filter(
    (phrase) => phrase.case === "aside" && phrase.to <= cue[0] && clauses.of[phrase.actor.from] === clauses.of[cue[0]],
  );
  agent.phrases.push(...added.filter((phrase) => !sameAs(phrase, agent.phrases)));
}

/** "After [Norway], before [Iran] Armenia recognised it": states whose act the sentence tells only by saying when another did the same. */
export function precedents(analysis: Analysis, cue: Cue, taken: Phrase[], { modality, polarity }: Stance): Phrase[] {
  const { scan, clauses, phrases, grammar } = analysis;
  if (!grammar.lateSubject || polarity === "negated") return [];
  const found = phrases.filter(
    (phrase) =>
      phrase.to <= cue[0] &&
      clauses.of[phrase.actor.from] === clauses.of[cue[0]] &&
      phrase.actor.state &&
      phrase.actor.via === "name" &&
      !phrase.adjectival &&
      !sameAs(phrase, taken) &&
      (isPast(scan, phrase, "precedes") || (modality === "asserted" && isPast(scan, phrase, "follows"))),
  );
  return phrases.filter((phrase) => found.some((each) => each.group === phrase.group));
}

/** "[Norway] after", "[Norway]'s some hours before": the word closes the phrase, and only a stretch of time may stand before it. */
function isPast(scan: Scan, { case: name, to, owned, actor }: Phrase, cls: string): boolean {
  if (!is(scan, to - 1, cls) || !(name === "other" || name === "gen")) return false;
  if (owned.some(({ from }) => !is(scan, from, cls) && !is(scan, from, "stretch"))) return false;
  const from = scan.marks.findLastIndex((mark, k) => mark !== undefined && k < to && mark.to === to);
  if (from < actor.to || from - actor.to > 4) return false;
  return from === actor.to || is(scan, from - 1, "stretch");
}
