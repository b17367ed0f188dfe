import type { Line } from "../languages/lines.ts";
import { DataError } from "../languages/lines.ts";
import { type City, cities } from "./sources.ts";

/** Smaller cities are named in news mostly as places that readers do not know: those that are known stand in cities.tsv. */
const people = 500_000;
const scripts = { hi: /^[\p{Script=Devanagari}\s-]+$/u, bn: /^[\p{Script=Bengali}\s-]+$/u };
/** Two letters in a script of syllables are a word rather than a name. */
const shortest = 3;

/**
 * Cities that are no capitals, one row a name: the state's item, the English name, the name. Only what GeoNames has; rows of
 * cities.tsv add cities below the limit and say which of the names in Latin letters are in use in English.
 * @param states items by ISO code
 * @param taken names that the gazetteer gives to something else
 */
export function cityNames(
  curated: Line[],
  rejected: Line[],
  states: Map<string, string>,
  taken: ReadonlySet<string>,
): string[] {
  const all = cities();
  const chosen = new Map<City, string[]>();
  for (const city of all) if (city.population >= people) chosen.set(city, []);
  for (const { cells, place } of curated) {
    const [name, code, others = "", hindi = "", bengali = "", source = ""] = cells;
    const found = all
      .filter((city) => city.countrycode === code && plain(city.name) === plain(name ?? ""))
      .sort((a, b) => b.population - a.population)[0];
    if (!found) throw new DataError(place, `GeoNames has no city "${name}" of ${code} with 15,000 people`);
    const list = (cell: string) => cell.split("|").filter((text) => text !== "");
    const names = list(others);
    const more = [...list(hindi), ...list(bengali)];
    if (more.length > 0 && !source) throw new DataError(place, "names in other scripts need their source");
    const unknown = names.find(
      (text) => ![found.name, ...found.alternatenames].some((each) => straight(each) === text),
    );
    if (unknown) throw new DataError(place, `GeoNames does not call ${name} "${unknown}"`);
    chosen.set(found, [...names, ...more]);
  }
  const bad = new Set(rejected.map(({ cells }) => cells[0]!));
  const rows = new Set<string>();
  for (const [city, others] of chosen) {
    const state = states.get(city.countrycode);
    if (!state || taken.has(city.name)) continue;
    const english = unmarked(city.name);
    const local = Object.values(scripts).flatMap((script) => city.alternatenames.filter((name) => script.test(name)));
    for (const name of new Set([city.name, english, ...others, ...local.map((text) => text.normalize("NFC"))]))
      if (name.length >= shortest && !taken.has(name) && !bad.has(name)) rows.add([state, english, name].join("\t"));
  }
  return [...rows];
}

/** "Kandahār" as English papers write it. */
const unmarked = (name: string): string =>
  name.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("ı", "i").normalize("NFC");

/** Apostrophes as a keyboard has them. */
const straight = (name: string): string => name.replaceAll("’", "'");

const plain = (name: string): string => unmarked(name).toLowerCase();
