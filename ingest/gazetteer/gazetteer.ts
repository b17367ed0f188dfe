import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Entity, Lang, NodeId } from "../../model/stages.ts";
import type { NodeType } from "../../model/vocabulary.ts";
import { nodeTypes } from "../../model/vocabulary.ts";
import { DataError, lines } from "../languages/lines.ts";
import { Matcher, type Name } from "./matcher.ts";
import { stopNames } from "./stops.ts";

export type NameForm = "name" | "demonym" | "capital" | "seat" | "abbreviation" | "surname" | "alias";
export type OfficeName = "head_of_state" | "head_of_government" | "foreign_minister" | "defence_minister" | "other";

/** One possible meaning of a name. */
export interface NameReading {
  entity: NodeId;
  form: NameForm;
}

/** A name found in a token list. `ending` is the case ending (or hyphened rest) taken off its last word, "" if none. */
export interface NameMatch {
  words: number;
  ending: string;
  readings: NameReading[];
  /** Found by its sound, not by a spelling of the data. */
  fuzzy: boolean;
}

/** A person's term. Dates are ISO, cut to what is known; no `to` means: no end is known. */
export interface Office {
  /** A state or an organization. */
  country: NodeId;
  office: OfficeName;
  from?: string;
  to?: string;
}

export interface Gazetteer {
  entity(id: NodeId): Entity | undefined;
  entities(): Iterable<Entity>;
  /** Whether a name may begin with a word. */
  begins(word: string, lang: Lang): boolean;
  /** The longest name starting at words[from]; words are NFC tokens without punctuation. */
  longest(words: readonly string[], from: number, lang: Lang): NameMatch | undefined;
  /** The state that a leader, an organ or a region stands for, where it has one; a state is its own. */
  country(id: NodeId): NodeId | undefined;
  /** Oldest first. */
  offices(person: NodeId): Office[];
  /** Everybody known to act for a state or an organization, or to have held an office there. */
  persons(country: NodeId): NodeId[];
  /** Who held the office on that day; without a date, who holds it last. */
  holders(country: NodeId, office: OfficeName, date?: string): NodeId[];
  /** Members of an organization on that day; without a date, the present ones. */
  members(organization: NodeId, date?: string): NodeId[];
}

let loaded: Gazetteer | undefined;

/** The gazetteer of the data folder, read once when it is first asked for. */
export function gazetteer(): Gazetteer {
  loaded ??= loadGazetteer(join(import.meta.dirname, "data"));
  return loaded;
}

/** Reads a gazetteer from its four tables. Throws a DataError with file and line for a row that cannot be read. */
export function loadGazetteer(folder: string): Gazetteer {
  const states = new Map<NodeId, NodeId>();
  const entities = readEntities(join(folder, "entities.tsv"), states);
  const names = readNames(join(folder, "names.tsv"), entities);
  const terms = readOffices(join(folder, "offices.tsv"), entities);
  const members = readMembers(join(folder, "members.tsv"), entities);
  const languages = readdirSync(join(import.meta.dirname, "..", "languages"), { withFileTypes: true });
  const stops = languages.filter((entry) => entry.isDirectory()).flatMap((entry) => stopNames(entry.name));
  const matcher = new Matcher(names, stops);
  const offices = groupBy(terms, (term) => term.person);
  const acting = [...states].filter(([id]) => entities.get(id)?.type === "Leader");
  const persons = groupBy(
    [...terms, ...acting.map(([person, country]) => ({ person, country }))],
    (term) => term.country,
  );
  const seats = groupBy(terms, (term) => `${term.country} ${term.office}`);
  return {
    entity: (id) => entities.get(id),
    entities: () => entities.values(),
    begins: (word, lang) => matcher.begins(word, lang),
    longest: (words, from, lang) => matcher.longest(words, from, lang),
    country: (id) => states.get(id) ?? offices.get(id)?.at(-1)?.country,
    offices: (person) => offices.get(person) ?? noTerms,
    persons: (country) => unique((persons.get(country) ?? []).map((term) => term.person)),
    holders: (country, office, date) => {
      const all = seats.get(`${country} ${office}`) ?? [];
      if (date !== undefined) return unique(all.filter((term) => holds(term, date)).map((term) => term.person));
      const open = all.filter((term) => term.to === undefined);
      const last = all.reduce((latest, term) => ((term.from ?? "") > latest ? term.from! : latest), "");
      const now = open.filter((term) => (term.from ?? "") === last);
      return unique((now.length > 0 ? now : open).map((term) => term.person));
    },
    members: (organization, date) =>
      (members.get(organization) ?? [])
        .filter((term) => (date === undefined ? term.to === undefined : holds(term, date)))
        .map((term) => term.member),
  };
}

const noTerms: Term[] = [];

interface Term extends Office {
  person: NodeId;
}
interface Membership {
  member: NodeId;
  from?: string;
  to?: string;
}

/** Dates are cut to what is known, so the shorter of the two decides: 2016 holds all of 2016-05-24. */
function holds({ from, to }: { from?: string; to?: string }, date: string): boolean {
  return (!from || from <= date || date.startsWith(from)) && (!to || to >= date || date.startsWith(to));
}

function readEntities(file: string, states: Map<NodeId, NodeId>): Map<NodeId, Entity> {
  const entities = new Map<NodeId, Entity>();
  for (const { cells, place } of lines(file)) {
    const [id, labels, en, hi, bn, state] = cells;
    if (!id || !labels || !en) throw new DataError(place, "an entity needs an id, its labels and an English name");
    if (entities.has(id)) throw new DataError(place, `${id} stands here for the second time`);
    const types = labels.split("|").map((label) => {
      if (!nodeTypes.includes(label as NodeType)) throw new DataError(place, `no node type "${label}"`);
      return label as NodeType;
    });
    const name: Entity["name"] = { en };
    if (hi) name.hi = hi;
    if (bn) name.bn = bn;
    entities.set(id, { id, type: types[0]!, labels: types, name, aliases: [] });
    if (types[0] === "Country") states.set(id, id);
    else if (state) states.set(id, state);
  }
  return entities;
}

const forms = new Set(["name", "demonym", "capital", "seat", "abbreviation", "surname", "alias"]);

function readNames(file: string, entities: Map<NodeId, Entity>): Name[] {
  return lines(file).map(({ cells, place }) => {
    const [id, form, text] = cells;
    if (!id || !form || !text) throw new DataError(place, "a name needs an entity, a form and its letters");
    if (!forms.has(form)) throw new DataError(place, `found form "${form}", expected one of ${[...forms].join(", ")}`);
    const entity = entities.get(id);
    if (!entity) throw new DataError(place, `${id} is not in entities.tsv`);
    if (form === "name" || form === "alias" || form === "abbreviation") entity.aliases.push(text);
    return { entity: id, form: form as NameForm, text, near: consonantsForNear(entity.type, form as NameForm) };
  });
}

/** Places and persons are transcribed anew by every newspaper; organizations and peoples have a fixed name. */
function consonantsForNear(type: NodeType, form: NameForm): number {
  const fixed = type === "Organization" || type === "Event" || form === "demonym" || form === "seat";
  return fixed ? Number.POSITIVE_INFINITY : 4;
}

const officeNames = new Set(["head_of_state", "head_of_government", "foreign_minister", "defence_minister", "other"]);

function readOffices(file: string, entities: Map<NodeId, Entity>): Term[] {
  const terms = lines(file).map(({ cells, place }) => {
    const [person, country, office, from, to] = cells;
    for (const id of [person, country]) {
      if (!id || !entities.has(id)) throw new DataError(place, `${id} is not in entities.tsv`);
    }
    if (!office || !officeNames.has(office)) throw new DataError(place, `no office "${office}"`);
    return { person: person!, country: country!, office: office as OfficeName, ...dates(from, to, place) };
  });
  return terms.sort((a, b) => ((a.from ?? "") < (b.from ?? "") ? -1 : 1));
}

function readMembers(file: string, entities: Map<NodeId, Entity>): Map<NodeId, Membership[]> {
  const members = new Map<NodeId, Membership[]>();
  for (const { cells, place } of lines(file)) {
    const [organization, member, from, to] = cells;
    for (const id of [organization, member]) {
      if (!id || !entities.has(id)) throw new DataError(place, `${id} is not in entities.tsv`);
    }
    const list = members.get(organization!) ?? [];
    list.push({ member: member!, ...dates(from, to, place) });
    members.set(organization!, list);
  }
  return members;
}

function dates(from: string | undefined, to: string | undefined, place: string): { from?: string; to?: string } {
  for (const date of [from, to]) {
    if (date && !/^\d{4}(-\d\d(-\d\d)?)?$/.test(date)) {
      throw new DataError(place, `found the date "${date}", expected YYYY, YYYY-MM or YYYY-MM-DD`);
    }
  }
  return { ...(from ? { from } : {}), ...(to ? { to } : {}) };
}

function groupBy<T>(list: T[], of: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of list) {
    const group = groups.get(of(item));
    if (group) group.push(item);
    else groups.set(of(item), [item]);
  }
  return groups;
}

function unique(list: NodeId[]): NodeId[] {
  return [...new Set(list)];
}
