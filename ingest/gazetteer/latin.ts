import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Lang } from "../../model/stages.ts";
import { DataError, lines } from "../languages/lines.ts";

type Kind = "consonant" | "vowel" | "sign" | "virama" | "other";
interface Letter {
  latin: string;
  kind: Kind;
}

/** A name in Latin letters, readable rather than reversible; letters the language's latin.tsv does not know stay. */
export function latin(name: string, lang: Lang): string {
  const letters = table(lang);
  if (letters.size === 0) return name;
  return name
    .normalize("NFC")
    .split(" ")
    .map((word) => capital(transliterate(word, letters)))
    .join(" ");
}

function transliterate(word: string, letters: Map<string, Letter>): string {
  const parts = split(word, letters);
  let text = "";
  for (const [at, { latin, kind }] of parts.entries()) {
    text += latin;
    const next = parts[at + 1]?.kind;
    if (kind !== "consonant" || next === "sign" || next === "virama") continue;
    if (next === "consonant" ? !fallsSilent(parts, at) : next === "other") text += "a";
  }
  return text;
}

/** The inherent vowel falls silent between two spoken syllables: VC·CV, as in the third letter of a four-letter name. */
function fallsSilent(parts: Letter[], at: number): boolean {
  const before = parts[at - 1]?.kind;
  const after = parts[at + 2]?.kind;
  return (before === "sign" || before === "vowel") && after === "sign";
}

function split(word: string, letters: Map<string, Letter>): Letter[] {
  const parts: Letter[] = [];
  for (let at = 0; at < word.length; at++) {
    const pair = letters.get(word.slice(at, at + 2));
    const letter = pair ?? letters.get(word.charAt(at)) ?? { latin: word.charAt(at), kind: "vowel" as const };
    if (pair) at++;
    parts.push(letter);
  }
  return parts;
}

function capital(word: string): string {
  return word.replace(/(^|-)\p{Ll}/gu, (letter) => letter.toUpperCase());
}

const read = new Map<Lang, Map<string, Letter>>();

function table(lang: Lang): Map<string, Letter> {
  const known = read.get(lang);
  if (known) return known;
  const letters = parse(join(import.meta.dirname, "..", "languages", lang, "latin.tsv"));
  read.set(lang, letters);
  return letters;
}

function parse(file: string): Map<string, Letter> {
  if (!existsSync(file)) return new Map();
  return new Map(
    lines(file).map(({ cells: [letter, latin, kind], place }) => {
      if (!letter || !latin || !kind) throw new DataError(place, "expected a letter, its Latin letters and its kind");
      return [letter, { latin: latin === "-" ? "" : latin, kind: kind as Kind }];
    }),
  );
}
