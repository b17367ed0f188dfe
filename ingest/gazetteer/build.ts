import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { slug } from "../../model/digest.ts";
import { DataError, type Line, lines } from "../languages/lines.ts";
import { cityNames } from "./cityNames.ts";
import { cldrNames, countryAliases, fakerNames, isoNames, rigourItems } from "./sources.ts";

/** Builds data/*.tsv from open sources and the curated tables: `npm run gazetteer`. Sorted, so that a diff shows what changed. */
const curated = join(import.meta.dirname, "curated");
const target = join(import.meta.dirname, "data");

interface Built {
  id: string;
  labels: string;
  names: { en: string; hi: string; bn: string };
  state: string;
}
const entities = new Map<string, Built>();
const names = new Map<string, string>();
const offices = new Set<string>();
const members = new Set<string>();
/** Forms from the plainest on: a name stands once for an entity. */
const order = ["name", "abbreviation", "alias", "demonym", "capital", "seat", "surname"];
/** Wikidata items by English name, each with its source in qids.tsv. */
const items = new Map(rows("qids.tsv").map(({ cells }) => [cells[0]!, cells[1]!]));
/** Entity ids by ISO code and by English name. */
const byCode = new Map<string, string>();
const byName = new Map<string, string>();

territories();
placeNames("demonyms.tsv");
placeNames("capitals.tsv");
placeNames("aliases.tsv");
named("regions.tsv", "Region");
named("organizations.tsv", "Organization");
named("events.tsv", "Event");
leaders();
states();
memberships();
write();

/** States and dependent territories: names of CLDR, i18n-iso-countries and countrynames, items of rigour. */
function territories(): void {
  const sources = {
    en: [cldrNames("en"), isoNames("en")],
    hi: [cldrNames("hi"), isoNames("hi")],
    bn: [cldrNames("bn"), isoNames("bn")],
  };
  const more = {
    en: new Map<string, string[]>(),
    hi: countryAliases(/^[\u0900-\u097f]/),
    bn: countryAliases(/^[\u0980-\u09ff]/),
  };
  const rejected = new Set(rows("rejected.tsv").map(({ cells }) => `${cells[0]}\t${cells[1]}`));
  const qids = rigourItems();
  const list = rows("territories.tsv");
  for (const { cells, place } of list) {
    const [code, type, en] = cells;
    if (!code || !type || !en) throw new DataError(place, "a territory needs a code, a type and an English name");
    const id = items.get(en) ?? qids.get(code.toLowerCase());
    if (!id) throw new DataError(place, `rigour has no Wikidata item for ${code}`);
    byCode.set(code, id);
    const own = (lang: "hi" | "bn") =>
      sources[lang].flatMap((source) => source.get(code) ?? []).flatMap(variants)[0] ?? "";
    entity({ id, labels: type, names: { en, hi: own("hi"), bn: own("bn") }, state: "" }, place);
    name(id, "name", en);
    for (const lang of ["en", "hi", "bn"] as const) {
      const all = [...sources[lang], more[lang]].flatMap((source) => source.get(code) ?? []);
      for (const text of all.flatMap(variants)) if (!rejected.has(`${code}\t${text}`)) name(id, "name", text);
    }
  }
  for (const { cells, place } of list)
    if (cells[3]) entities.get(byCode.get(cells[0]!)!)!.state = code(cells[3], place);
}

/** Demonyms, capitals, seats and further names of territories. */
function placeNames(file: string): void {
  for (const { cells, place } of rows(file)) {
    const [territory, form, ...columns] = cells;
    const id = code(territory, place);
    for (const text of columns.flatMap(list)) {
      name(id, form!, text);
    }
  }
}

/** Organizations, regions and events: English names, abbreviations, Hindi, Bengali, the state they belong to. */
function named(file: string, label: string): void {
  for (const { cells, place } of rows(file)) {
    const [english = [], abbreviations = [], hindi = [], bengali = []] = cells.map(list);
    const [en] = english;
    if (!en) throw new DataError(place, "the first cell needs an English name");
    const id = byName.get(en) ?? items.get(en) ?? slug(en);
    const state = cells[4] ? code(cells[4], place) : "";
    entity({ id, labels: label, names: { en, hi: hindi[0] ?? "", bn: bengali[0] ?? "" }, state }, place);
    byName.set(en, id);
    for (const text of abbreviations) name(id, "abbreviation", text);
    spellings(id, [english, hindi, bengali]);
  }
}

/** Persons: whoever held an office, with the names and spellings of leaders.tsv where we have them. */
function leaders(): void {
  const holders = rows("officeholders.tsv");
  const persons = new Map(holders.map(({ cells }) => [cells[3]!, cells[2]!]));
  for (const { cells, place } of rows("leaders.tsv")) {
    const [english = [], surnames = [], hindi = [], hindiSurnames = [], bengali = [], bengaliSurnames = []] =
      cells.map(list);
    const [en] = english;
    if (!en) throw new DataError(place, "the first cell needs an English name");
    const known = english.map((text) => persons.get(text)).find((id) => id !== undefined);
    const id = known ?? items.get(en) ?? slug(en);
    entity({ id, labels: "Leader", names: { en, hi: hindi[0] ?? "", bn: bengali[0] ?? "" }, state: "" }, place);
    for (const text of english) byName.set(text, id);
    spellings(id, [english, hindi, bengali]);
    for (const text of [...surnames, ...hindiSurnames, ...bengaliSurnames]) name(id, "surname", text);
    for (const text of surnames) name(id, "alias", `${en.charAt(0)} ${text}`);
  }
  for (const { cells, place } of holders) {
    const [country, , id, person] = cells;
    if (!country || !id || !person) throw new DataError(place, "an officeholder needs a state, an item and a name");
    if (entities.has(id)) continue;
    entity({ id, labels: "Leader", names: { en: person, hi: "", bn: "" }, state: "" }, place);
    // A single word (Fahd, Akaki) or a regnal name is no name on its own.
    if (person.includes(" ")) name(id, "name", person);
  }
  terms(holders);
}

/**
 * Terms of the old table and the newer ones; a term that was open in the old table ends where the next one begins. A newer
 * row about the same term (person, state and first day) stands instead of the old one: it tells the end, or the office better.
 */
function terms(holders: Line[]): void {
  const newer = rows("terms.tsv").map(({ cells, place }) => {
    const [person, country, office, from = "", to = ""] = cells;
    if (!person || !country || !office) throw new DataError(place, "a term needs a person, a state and an office");
    const known = byName.get(person);
    const id = known ?? items.get(person) ?? slug(person);
    if (!known && !entities.has(id)) {
      entity({ id, labels: "Leader", names: { en: person, hi: "", bn: "" }, state: "" }, place);
      name(id, "name", person);
    }
    return { id, country: byName.get(country) ?? code(country, place), office, from, to };
  });
  const begins = new Map<string, string[]>();
  for (const { country, office, from } of newer) {
    const key = `${country} ${office}`;
    begins.set(key, [...(begins.get(key) ?? []), from].sort());
  }
  const told = new Set(newer.map(({ id, country, from }) => `${id} ${country} ${from}`));
  const end = (country: string, office: string, from: string, to: string) =>
    to || (begins.get(`${country} ${office}`) ?? []).find((next) => next > from) || "";
  for (const { cells } of holders) {
    const [country, office, id, , from = "", to = ""] = cells as [string, string, string, string, string?, string?];
    if (entities.has(country) && !told.has(`${id} ${country} ${from}`))
      offices.add([id, country, office, from, end(country, office, from, to)].join("\t"));
  }
  for (const { id, country, office, from, to } of newer) {
    offices.add([id, country, office, from, end(country, office, from, to)].join("\t"));
  }
}

/** states.tsv: for whom a person acts whose terms are not known by date. */
function states(): void {
  for (const { cells, place } of rows("states.tsv")) {
    const [person = "", state] = cells;
    const known = entities.get(byName.get(person) ?? "");
    if (!known) throw new DataError(place, `no person "${person}" in leaders.tsv`);
    known.state = code(state, place);
  }
}

/** The first name of each language is the name, the others are aliases. */
function spellings(id: string, languages: string[][]): void {
  for (const language of languages) {
    for (const [index, text] of language.entries()) name(id, index === 0 ? "name" : "alias", text);
  }
}

/** members.tsv: an organization, then its members by ISO code or English name, then from and to. */
function memberships(): void {
  for (const { cells, place } of rows("members.tsv")) {
    const [organization, codes = "", from = "", to = ""] = cells;
    const id = byName.get(organization ?? "");
    if (!id) throw new DataError(place, `no organization "${organization}" in organizations.tsv`);
    for (const member of codes.split(" ").filter((text) => text !== "")) {
      members.add([id, code(member, place), from, to].join("\t"));
    }
  }
}

function entity(built: Built, place: string): void {
  const known = entities.get(built.id);
  if (known) throw new DataError(place, `${built.id} is ${known.names.en} already, and now ${built.names.en}`);
  entities.set(built.id, built);
  if (!byName.has(built.names.en)) byName.set(built.names.en, built.id);
}

function name(id: string, form: string, text: string): void {
  const key = `${id}\t${text.normalize("NFC")}`;
  const known = names.get(key);
  if (known === undefined || order.indexOf(form) < order.indexOf(known)) names.set(key, form);
}

function code(text: string | undefined, place: string): string {
  const id = byCode.get(text ?? "");
  if (!id) throw new DataError(place, `no territory "${text}" in territories.tsv`);
  return id;
}

/** Names of sources hold brackets ("Myanmar (Burma)"), commas and dashes: what is left of those is a name. */
function variants(text: string): string[] {
  const plain = text
    .replace(/\s*\(.*?\)/g, "")
    .replaceAll("_", " ")
    .replaceAll("‘", "'");
  if (/[,(]| [-–]|\s{2}/.test(plain)) return [];
  return plain.includes(" & ") ? [plain, plain.replace(" & ", " and ")] : [plain];
}

function list(cell: string): string[] {
  return cell
    .split("|")
    .map((text) => text.trim())
    .filter((text) => text !== "");
}

function rows(file: string): Line[] {
  return lines(join(curated, file));
}

function write(): void {
  mkdirSync(target, { recursive: true });
  table(
    "entities.tsv",
    "# id\tlabels\ten\thi\tbn\tstate",
    [...entities.values()].map(({ id, labels, names: { en, hi, bn }, state }) =>
      [id, labels, en, hi, bn, state].join("\t").trimEnd(),
    ),
  );
  table(
    "names.tsv",
    "# entity\tform\tname",
    [...names].map(([key, form]) => key.replace("\t", `\t${form}\t`)),
  );
  table(
    "offices.tsv",
    "# person\tstate or organization\toffice\tfrom\tto",
    [...offices].map((row) => row.trimEnd()),
  );
  table(
    "members.tsv",
    "# organization\tmember\tfrom\tto",
    [...members].map((row) => row.trimEnd()),
  );
  const taken = new Set([...names.keys()].map((key) => key.split("\t")[1]!));
  const rejected = rows("rejected-cities.tsv");
  table(
    "cities.tsv",
    "# state\tEnglish name of a city that is no capital\tname",
    cityNames(rows("cities.tsv"), rejected, byCode, taken),
  );
  table("parts.tsv", "# part of a person's name\tweight", nameParts());
}

/** Parts of names by how many lists of names they stand in; weighed as name-lists.tsv says. */
function nameParts(): string[] {
  const weights = new Map<string, number>();
  for (const { cells, place } of rows("name-lists.tsv")) {
    const [locale, weight] = cells;
    if (!locale || !weight) throw new DataError(place, "a list of names needs its locale and its weight");
    for (const name of fakerNames(locale)) weights.set(name, (weights.get(name) ?? 0) + Number(weight));
  }
  // A name of one remote list only is rarer than the names it would be taken for.
  return [...weights].filter(([, weight]) => weight > 1).map(([name, weight]) => `${name}\t${weight}`);
}

function table(file: string, head: string, body: string[]): void {
  writeFileSync(join(target, file), `${[head, ...body.sort()].join("\n")}\n`);
  process.stdout.write(`${file}: ${body.length} rows\n`);
}
