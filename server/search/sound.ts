import { indicKey, latinKey } from "../../ingest/gazetteer/key.ts";

export const indic = /[\p{Script=Devanagari}\p{Script=Bengali}]/u;

/**
 * What a name sounds like, so far as Latin and Indic spellings of it agree: "Bharat" and भारत are both `brt`. Aspiration
 * and the vowel a do not count, e is i and o is u. Names that differ here are different; for the rest ask `soundsLike`.
 */
export function sound(text: string): string {
  const spoken = words(text).map((word) => (indic.test(word) ? indicGaps(word).flat().join("") : latinSound(word)));
  return spoken.join(" ").replaceAll("a", "");
}

/**
 * Whether a name in Latin letters may be the Indic one. The a that Indic letters carry unwritten may be spelt or not,
 * every written vowel must be there: "Bharat" is भारत, "brat" is not.
 */
export function soundsLike(latin: string, name: string): boolean {
  const pattern = words(name).map((word) =>
    indicGaps(word)
      .map(([vowels, consonant]) => (vowels === "" ? "a?" : vowels) + consonant)
      .join(""),
  );
  return new RegExp(`^${pattern.join(" ")}$`).test(words(latin).map(latinSound).join(" "));
}

function words(text: string): string[] {
  return text.normalize("NFC").match(/[\p{L}\p{M}\u200c\u200d]+/gu) ?? [];
}

/** The sounds of a word: the vowels written before each consonant, and those at its end before none. */
function indicGaps(word: string): [vowels: string, consonant: string][] {
  const { skeleton, vowels } = indicKey(word);
  return vowels.map((gap, at) => [folded(gap), skeleton[at] ?? ""]);
}

function folded(vowels: string): string {
  return vowels.toLowerCase().replaceAll("@", "a").replaceAll("e", "i").replaceAll("o", "u");
}

/** How Hindi and Bengali words are usually written in Latin letters, longest spelling first. */
const spelt: [RegExp, string][] = [
  [/chh|ch/g, "C"],
  [/sh/g, "s"],
  [/ph/g, "f"],
  [/(?<=[bdgjkt])h/g, ""],
  [/ee|ai|e/g, "i"],
  [/oo|au|ou|o/g, "u"],
  [/y/g, ""],
  [/[vw]/g, "b"],
  [/z/g, "j"],
  [/[qc]/g, "k"],
  [/x/g, "ks"],
  [/C/g, "c"],
  [/(.)\1/g, "$1"],
];

function latinSound(word: string): string {
  return spelt.reduce((text, [letters, as]) => text.replaceAll(letters, as), latinKey(word).toLowerCase());
}
