import type { Article, Entity, NodeId, Sentence } from "../../model/stages.ts";
import type { Gazetteer } from "../gazetteer/gazetteer.ts";
import type { Analysis } from "./analysis.ts";
import type { Carry } from "./carry.ts";
import { type Clauses, clauses } from "./clauses.ts";
import { takeApart } from "./compounds.ts";
import { delegations } from "./delegations.ts";
import type { Gift } from "./gifts.ts";
import type { Grammar } from "./grammar.ts";
import { type Institutions, institutions } from "./institutions.ts";
import { kind } from "./kinds.ts";
import { openings, pronounOpenings, relatives } from "./openings.ts";
import { type PersonNames, remember as rememberName, UnknownPersons } from "./persons.ts";
import type { Phrase } from "./phrase.ts";
import { postpositionalPhrases } from "./postpositional.ts";
import { prepositionalPhrases } from "./prepositional.ts";
import { relativeGoods } from "./relativeGoods.ts";
import { resolvePronouns } from "./resolve.ts";
import { type Mention, type Scan, scan } from "./scan.ts";
import { speeches } from "./speech.ts";
import { bearer, holder, remember, rememberUnnamed, type Title } from "./titles.ts";
import { tokens } from "./tokens.ts";

/** What is known while an article is read. */
export interface Reading {
  article: Article;
  /** The variant of its language's calendar that the article keeps. */
  variant?: string | undefined;
  grammar: Grammar;
  gazetteer: Gazetteer;
  /** Nodes named so far, with how often. */
  seen: Map<NodeId, number>;
  /** Nodes that no list knows: persons found behind a country and a title, events. */
  candidates: Map<NodeId, Entity>;
  /** What the article calls persons whom no list knows by that name. */
  names: PersonNames;
  /** Surnames of known persons that the article's own persons bear. */
  namesakes: Set<string>;
  /** Whom the article names as leader of a state or organization. */
  leaders: Map<NodeId, NodeId>;
  /** Whom the article names with which title. */
  titles: Title[];
  /** Whose parliament has passed the bill or package of aid that the article tells of. */
  donors: Set<NodeId>;
  /** Who has attacked somebody, as the article tells so far. */
  attackers: Set<NodeId>;
  /** Whose ministries and embassies the article has spoken of. */
  institutions: Institutions;
  /** Who has given whom something, as the article tells so far. */
  gifts: Gift[];
}

/** Takes a sentence apart: tokens, names, phrases with their cases, clauses, who speaks, whom pronouns mean. */
export function analyse(sentence: Sentence, reading: Reading, carry: Carry): Analysis {
  const { grammar, gazetteer, seen } = reading;
  const scanned = scan(takeApart(tokens(sentence.text), grammar, gazetteer), reading);
  const named = scanned.named.length > 0;
  const spoken = named || carry.subject || carry.asked || (seen.size > 0 && describes(scanned));
  if (!spoken) return silent(sentence, grammar, scanned);
  relativeGoods(scanned, grammar);
  const cut = clauses(scanned, grammar);
  const build = grammar.order === "postpositional" ? postpositionalPhrases : prepositionalPhrases;
  const { phrases, offices, pronouns } = build(scanned, grammar, new UnknownPersons(scanned, reading), (from, to) =>
    bearer(scanned, from, to, reading.titles),
  );
  for (const mention of scanned.named) if (mention.type === "Leader") surname(mention, scanned, reading);
  if (grammar.order === "prepositional") {
    openings(phrases, scanned, cut);
    pronounOpenings(pronouns, scanned, cut);
    pronouns.push(...relatives(scanned, cut));
    pronouns.sort((a, b) => a.from - b.from);
  }
  delegations(phrases, scanned, grammar);
  institutions(phrases, scanned, grammar, reading.institutions);
  const analysis: Analysis = {
    sentence,
    grammar,
    scan: scanned,
    clauses: cut,
    phrases,
    pronouns,
    offices,
    speeches: [],
    dates: {},
  };
  const earlier = pronouns.some(({ called }) => called) ? [...seen.keys()] : [];
  for (const phrase of phrases) {
    if (isPlace(analysis, phrase.actor.form, phrase.case)) continue;
    count(seen, phrase.actor.entity);
    const { country } = phrase.actor;
    if (country) count(seen, country);
    else if (phrase.actor.via === "person") phrase.actor.country = stateFor(phrase.actor.entity, reading);
    else if (phrase.actor.via === "organ") ofState(phrase, analysis, reading);
  }
  for (const { lead, former, country, person } of offices) if (lead && !former) reading.leaders.set(country, person);
  remember(analysis, reading.titles);
  for (const phrase of phrases) {
    const person =
      phrase.title === "lead"
        ? reading.leaders.get(phrase.actor.entity)
        : phrase.title && holder(analysis, phrase, reading.titles);
    if (person)
      phrase.actor = { ...phrase.actor, entity: person, country: phrase.actor.entity, via: "person", state: false };
  }
  rememberUnnamed(analysis, reading.titles);
  analysis.speeches = speeches(analysis);
  resolvePronouns(analysis, carry, (called, here, behind) => {
    const node = (entity: NodeId) => ({ entity, state: gazetteer.entity(entity)?.type === "Country" });
    const named = [...new Set([...earlier, ...here].reverse())];
    const two = pairs[called]?.(named, gazetteer);
    if (two) return two.length === 2 ? two.map(node) : [];
    // Of several of a kind the one is meant that the article speaks of most.
    const fitting = named.filter((id) => kind(called, gazetteer).has(id));
    // "the island says that it recognises [Taiwan]": whom the sentence goes on to name it has not described.
    const others = fitting.filter((id) => !behind.includes(id) || here.includes(id));
    const [entity] = (others.length > 0 ? others : fitting).sort((a, b) => (seen.get(b) ?? 0) - (seen.get(a) ?? 0));
    return entity ? [node(entity)] : [];
  });
  return analysis;
}

/** "[Netanyahu]'s government", "the [Trump] administration": whose organ is called by the name of who leads a state is that state's. */
function ofState({ actor, to }: Phrase, { scan }: Analysis, reading: Reading): void {
  // A delegation that he leads is himself.
  if (scan.classes.slice(actor.to, to).some((classes) => classes.includes("delegation"))) return;
  const leader = scan.mentions[actor.from]?.type === "Leader" && scan.mentions[actor.from]?.entity === actor.entity;
  const state = leader ? stateFor(actor.entity, reading) : undefined;
  if (state) Object.assign(actor, { entity: state, state: true });
}

/** Whom the article has named in full it may name by the last word from then on. */
function surname({ from, to, ending, fuzzy, entity }: Mention, { tokens: list }: Scan, reading: Reading): void {
  if (fuzzy || to - from < 2) return;
  const words = list.slice(from, to).map(({ text }) => text);
  if (ending !== "") words.push(words.pop()!.slice(0, -ending.length));
  rememberName(words, entity, reading.grammar, reading.names);
}

/** "The two regions", "both groups": those two of a kind that the article named last. */
const pairs: Readonly<Record<string, (named: NodeId[], gazetteer: Gazetteer) => NodeId[]>> = {
  regions: (named, gazetteer) => named.filter((id) => gazetteer.entity(id)?.type === "Region").slice(0, 2),
  groups: (named, gazetteer) => named.filter((id) => kind("movement", gazetteer).has(id)).slice(0, 2),
  koreas: (_named, gazetteer) => [...kind("koreas", gazetteer)],
};

/** "The kingdom": a description names without a name. */
const describes = ({ present }: Scan): boolean => [...present].some((cls) => cls.startsWith("described."));

/** Counts a name; who was named last stands last. */
function count(seen: Map<NodeId, number>, id: NodeId): void {
  const before = seen.get(id) ?? 0;
  seen.delete(id);
  seen.set(id, before + 1);
}

/** A sentence that names nobody and follows none that did claims nothing: it is not taken further apart. */
function silent(sentence: Sentence, grammar: Grammar, scanned: Scan): Analysis {
  const main: Clauses = { clauses: [{ id: 0, parent: -1, kind: "main", from: 0 }], of: [], quote: [] };
  return {
    sentence,
    grammar,
    scan: scanned,
    clauses: main,
    phrases: [],
    pronouns: [],
    offices: [],
    speeches: [],
    dates: {},
  };
}

/** "in Moscow" is the city, not the state. */
export function isPlace(_analysis: Analysis, form: string, name: string): boolean {
  return form === "capital" && (name === "loc" || name === "in");
}

/** The state a person acts for at the article's date: by the last term that fits, else as the article itself says. */
function stateFor(person: NodeId, { gazetteer, article, titles, seen }: Reading): NodeId | undefined {
  const date = article.published?.slice(0, 10) ?? "9999";
  const terms = gazetteer.offices(person);
  const fitting = terms.filter((term) => (term.from ?? "") <= date);
  // A crown of many states acts for the one of them that the article names.
  const crowns = new Set(fitting.flatMap((term) => (term.office === "head_of_state" ? [term.country] : [])));
  if (crowns.size > 2) {
    const named = [...crowns].filter((state) => seen.has(state));
    return named.length === 1 ? named[0] : undefined;
  }
  return (
    (fitting.at(-1) ?? terms[0])?.country ??
    gazetteer.country(person) ??
    titles.find((title) => title.person === person && title.country)?.country
  );
}
