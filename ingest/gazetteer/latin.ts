import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Lang } from "../../model/stages.ts";
import { DataError, lines } from "../languages/lines.ts";

type Kind = "consonant" | "vowel" | "sign" | "virama" | "other";
/** Most letters that a row of latin.tsv holds. */
const longest = 5;
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
  // From the end on: a vowel that falls silent closes the syllable before it, so that one stays.
  const inherent: boolean[] = [];
  for (let at = parts.length - 1; at >= 0; at--) {
    const next = parts[at + 1]?.kind;
    if (parts[at]!.kind !== "consonant" || next === "sign" || next === "virama") inherent[at] = false;
    else inherent[at] = next === "other" || (next !== undefined && !fallsSilent(parts, at, inherent));
  }
  return parts.map(({ latin }, at) => (inherent[at] ? `${latin}a` : latin)).join("");
}

/** The inherent vowel falls silent between two spoken syllables, VC·CV, and before a vowel letter. */
function fallsSilent(parts: Letter[], at: number, inherent: boolean[]): boolean {
  const before = parts[at - 1]?.kind;
  const next = parts[at + 1]?.kind;
  if (next === "vowel") return false;
  // A consonant to the left bears its inherent vowel: whether that one falls silent is told after this one.
  const vowelBefore = before === "sign" || before === "vowel" || before === "consonant";
  const vowelAfter = parts[at + 2]?.kind === "sign" || inherent[at + 1] === true;
  return vowelBefore && vowelAfter;
}

function split(word: string, letters: Map<string, Letter>): Letter[] {
  const parts: Letter[] = [];
  for (let at = 0; at < word.length; ) {
    let size = Math.min(longest, word.length - at);
    while (size > 1 && !letters.has(word.slice(at, at + size))) size--;
    parts.push(letters.get(word.slice(at, at + size)) ?? { latin: word.charAt(at), kind: "vowel" });
    at += size;
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
