import { type Analysis, groupOf, subjectOf } from "./analysis.ts";
import type { Matched } from "./emit.ts";
import type { Phrase } from "./phrase.ts";
import { lastProposal, type Proposal } from "./proposals.ts";
import { isOrganization } from "./resolve.ts";
import { is } from "./scan.ts";
import { stateOf } from "./scope.ts";

/** What an earlier sentence of the same block left behind for a pronoun at the head of the next. */
export interface Carry {
  /** Subject of the previous sentence's last claim. */
  subject?: Phrase[];
  /** Subject of the previous sentence by its grammar: "[Malawi] will get grain from Kenya". */
  main?: Phrase[];
  /** Whom the previous sentence spoke of last beside its subject. */
  object?: Phrase[];
  /** The one country that the previous sentence spoke of, where it spoke of one only. */
  only?: Phrase[];
  /** The two countries that the previous sentence spoke of, where it spoke of no other. */
  two?: Phrase[];
  /** The two countries that were named together last ("both countries"). */
  pair?: Phrase[];
  /** The two persons who were named together last ("both leaders"). */
  persons?: Phrase[];
  /** Who, of persons, acted or spoke in the previous sentence. */
  person?: Phrase[] | undefined;
  /** The states that were listed last ("these countries"), and how many sentences ago. */
  list?: { of: Phrase[]; age: number } | undefined;
  /** The one state whose acts were told last, and how many sentences ago. */
  lead?: { of: Phrase[]; age: number } | undefined;
  /** The last two states of whom one sentence each told an act. */
  leads?: Phrase[] | undefined;
  /** The organization that was named last ("the bloc"). */
  org?: Phrase;
  /** A request of the previous sentence: who asked, and the states that were asked. */
  asked?: {
    by: Phrase[];
    of: Phrase[];
    /** It is told by this sentence itself. */
    here?: boolean;
    /** It was told two sentences ago. */
    old?: boolean;
  };
  /** Who asked for something in the previous sentence, which does not say of whom. */
  wants?: Phrase[];
  /** Whose proposal the article has spoken of last. */
  proposal?: Proposal;
  /** The last act that the previous sentence told. */
  told?: Matched["told"];
  /** An act of states that the previous sentence only counts. */
  open?: Matched["open"];
  /** The last act told before the previous sentence, which tells none, and how many sentences ago. */
  earlier?: { told: NonNullable<Matched["told"]>; age: number } | undefined;
  /** Who speaks in a quotation that goes on. */
  speaker?: Phrase[];
  /** The word classes that stand in the previous sentence. */
  present?: ReadonlySet<string>;
}

/** A request stands for one sentence more; then only whoever was asked can have refused it. */
const stillAsked = (asked: Carry["asked"]): Carry["asked"] =>
  asked && !asked.old ? { ...asked, old: true } : undefined;

/** What a sentence leaves behind, with what its frames matched. */
export function next(analysis: Analysis, matched: Matched, before: Carry): Carry {
  const states = statesOf(analysis.phrases);
  const two = states.filter(({ actor }) => actor.state || actor.country !== undefined);
  const speech = analysis.speeches.find((each) => !each.marker);
  const speaker = speech && analysis.phrases.find((phrase) => phrase.actor.entity === speech.speaker);
  const main = subjectOf(analysis, 0).filter((phrase) => phrase.actor.via !== "pronoun");
  const [topic] = analysis.phrases;
  const owns =
    topic?.case === "gen" && !topic.adjectival && topic.actor.state && topic.from === 0 ? [topic] : undefined;
  const who =
    headed(matched, main) ?? actedAside(analysis, matched) ?? matched.subject ?? (main.length > 0 ? main : owns);
  const object = analysis.phrases.findLast(
    (phrase) => reached.has(phrase.case) && !who?.some((each) => sameState(each, phrase)),
  );
  return {
    subject: who,
    main,
    object: object && groupOf(analysis.phrases, object),
    only: states.length === 1 ? states : undefined,
    two: two.length === 2 ? two : undefined,
    pair: pairOf(analysis, states, before.pair),
    leads: twoLeads(who, before.leads),
    persons: twoPersons(analysis, before),
    person: (speaker ? [speaker, ...main] : main).filter(isPerson).slice(0, 1),
    list: listed(analysis, before.list),
    lead: leading(who, before.lead),
    speaker: speaker ? [speaker] : (spokesman(analysis, before) ?? before.speaker),
    org: analysis.phrases.findLast((phrase) => isOrganization(analysis, phrase)) ?? before.org,
    asked: matched.asked ?? stillAsked(before.asked),
    wants: matched.wants,
    told: matched.told,
    open: matched.open,
    earlier: matched.told ? undefined : toldEarlier(before),
    present: saysNo(analysis) ? new Set([...analysis.scan.present, "said.no"]) : analysis.scan.present,
    proposal: lastProposal(analysis, matched.offers, before.proposal),
  };
}

/** What an act before the sentences that tell none leaves behind: "… A week earlier Spain had taken the same step". */
function toldEarlier({ told, earlier }: Carry): Carry["earlier"] {
  if (told) return { told, age: 1 };
  return earlier && earlier.age < 3 ? { told: earlier.told, age: earlier.age + 1 } : undefined;
}

/** Of each state or other node the last phrase that means it, in the order in which they were first named. */
function statesOf(phrases: Phrase[]): Phrase[] {
  const found: Phrase[] = [];
  for (const phrase of phrases) {
    let at = 0;
    while (at < found.length && !sameState(found[at]!, phrase)) at++;
    found[at] = phrase;
  }
  return found;
}

/** "‘Our soldiers will not go.’ In reply to the letter the minister said so": a sentence that names nobody and ends in what will not be. */
function saysNo({ scan, grammar, phrases }: Analysis): boolean {
  if (!grammar.lateSubject || phrases.some(({ actor }) => actor.via !== "pronoun")) return false;
  const last = scan.tokens.findLastIndex(({ word }) => word);
  if (last < 1) return false;
  if (is(scan, last, "noanswer")) return true;
  const not = is(scan, last, "negation") || is(scan, last, "not.it");
  return not && (grammar.inForm(scan.tokens[last - 1]!, "future") || is(scan, last - 1, "feasible"));
}

/** "[Kenya] is Chad's closest ally. It": the next sentence goes on with whom this one is about, also where a claim puts the other first. */
function headed({ claims }: Matched, main: Phrase[]): Phrase[] | undefined {
  const [one] = main;
  if (!one || main.length > 1 || claims.length === 0) return undefined;
  const ends = [one.actor.entity, one.actor.country];
  return claims.every(({ type, object }) => type === "ALLIED_WITH" && ends.includes(object)) ? main : undefined;
}

/** "[Peru] has been wary since Chile attacked Bolivia. It": who acts in a clause of time or cause is not who the sentence is about. */
function actedAside(analysis: Analysis, { subject }: Matched): Phrase[] | undefined {
  const { clauses, of } = analysis.clauses;
  // Who was carried over from another sentence does not stand in this one.
  const isAside = (phrase: Phrase): boolean =>
    analysis.phrases.includes(phrase) && clauses[of[phrase.from]!]?.kind === "subordinate";
  if (analysis.grammar.order !== "prepositional" || !subject?.length || !subject.every(isAside)) return undefined;
  for (const { id, kind } of clauses) {
    const [one, other] = kind === "main" ? subjectOf(analysis, id) : [];
    if (one && !other && one.actor.via !== "pronoun" && (one.actor.state || one.actor.country)) return [one];
  }
  return undefined;
}

export const isPerson = ({ actor, title }: Phrase): boolean => actor.via === "person" || title !== undefined;

/** The last two states of a sentence that names more than one, else those before, unless a third one has come between. */
function pairOf({ grammar }: Analysis, states: Phrase[], before: Carry["pair"]): Phrase[] | undefined {
  if (states.length > 1) return states.slice(-2);
  const third = grammar.lateSubject && states.some((state) => !before?.some((each) => sameState(each, state)));
  return third ? undefined : before;
}

/** The one state that acts here, behind the one that acted before. */
function twoLeads(who: Phrase[] | undefined, before: Carry["leads"]): Carry["leads"] {
  const [one] = who ?? [];
  if (!one || who?.length !== 1 || !(one.actor.state || one.actor.country || one.actor.via === "organ")) return before;
  return [...(before ?? []).filter((each) => !sameState(each, one)), one].slice(-2);
}

/** The last two persons of a sentence that names more than one, else those of one before. */
function twoPersons({ phrases }: Analysis, before: Carry): Carry["persons"] {
  if (phrases.length < 2 || phrases.find(isPerson) === phrases.findLast(isPerson)) return before.persons;
  const by = new Map<string, Phrase>();
  for (const phrase of phrases) if (isPerson(phrase)) by.set(phrase.actor.entity, phrase);
  return by.size > 1 ? [...by.values()].slice(-2) : before.persons;
}

/** Cases of those whom an act reaches. */
const reached: ReadonlySet<string> = new Set(["dat", "with", "on", "against"]);

/** "A spokesman said": of whose spokesman it does not say; he speaks for the state that the sentence before was about. */
function spokesman({ scan, phrases }: Analysis, { subject }: Carry): Phrase[] | undefined {
  const at = scan.present.has("spokes") ? scan.marks.findIndex((mark) => mark?.classes.includes("spokes")) : -1;
  if (at < 0 || subject?.length !== 1 || phrases.some((phrase) => phrase.from <= at && at < phrase.to))
    return undefined;
  const [state] = subject;
  return state && (state.actor.state || state.actor.via === "organ") ? [state] : undefined;
}

/** The longest list of states in a sentence ("these countries"), else the one of a sentence not long ago. */
function listed({ phrases }: Analysis, before: Carry["list"]): Carry["list"] {
  let longest: Phrase[] = [];
  for (let k = 0; k < phrases.length; k++) {
    const { group } = phrases[k]!;
    // Most phrases stand alone.
    if (group === phrases[k - 1]?.group || lastOf(phrases, group) === k) continue;
    const members = statesIn(phrases, group);
    if (members.length > Math.max(1, longest.length)) longest = members;
  }
  if (longest.length > 0) return { of: longest, age: 0 };
  return before && before.age < 2 ? { of: before.of, age: before.age + 1 } : undefined;
}

const lastOf = (phrases: Phrase[], group: number): number => phrases.findLastIndex((each) => each.group === group);

const statesIn = (phrases: Phrase[], group: number): Phrase[] =>
  phrases.filter((each) => each.group === group && each.actor.state && each.actor.via === "name");

/** The one state whose acts the article tells, or told not long ago. */
function leading(who: Phrase[] | undefined, before: Carry["lead"]): Carry["lead"] {
  const [one] = who ?? [];
  if (one && who?.length === 1 && (one.actor.state || one.actor.country || one.actor.via === "organ"))
    return { of: who, age: 0 };
  return before && before.age < 3 ? { of: before.of, age: before.age + 1 } : undefined;
}

const sameState = (a: Phrase, b: Phrase): boolean => stateOf(a) === stateOf(b);
